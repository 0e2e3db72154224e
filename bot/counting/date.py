"""Picking a date (datumprikker): most people who can come, if need be."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from bot.counting.ballots import Ballot, read_pairs, sort_ballots
from bot.counting.results import Count, Round, leaders, totals_of

YES: Final = "ja"
IF_NEEDED: Final = "mits"
NO: Final = "nee"

_ANSWERS: Final = frozenset({YES, IF_NEEDED, NO, ""})
Answers = tuple[tuple[str, str], ...]


def count_date(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """The date with most ja and mits; then most ja; then the earliest.

    A date that a required person cannot make falls off first. No answer is nee. "Earliest" goes by
    the name: ISO dates, or names with numbers in them (D2 before D10).
    """
    rows = tuple(ballots)
    pile = sort_ballots(rows, _read, _named, options)
    yes, able, refused = (Counter[str]() for _ in range(3))
    for answers, number in pile.marks:
        for option, answer in answers:
            yes[option] += number * (answer == YES)
            able[option] += number * (answer in {YES, IF_NEEDED})
    required = sort_ballots(
        (row for row in rows if row.is_required and row.count), _read, _named, pile.options
    )
    for answers, _ in required.marks:
        can = {option for option, answer in answers if answer in {YES, IF_NEEDED}}
        refused.update(option for option in pile.options if option not in can)
    totals = totals_of({option: able[option] for option in pile.options})
    left = {option: able[option] for option in pile.options if not refused[option]}
    rounds = [Round(totals_of(left), out=tuple(sorted(refused)))]
    winners = leaders(left) if pile.valid else ()
    if len(winners) > 1:
        certain = {option: yes[option] for option in winners}
        rounds.append(Round(totals_of(certain), note=YES))
        earliest = min((_moment(option) for option in leaders(certain)), default=())
        winners = tuple(one for one in leaders(certain) if _moment(one) == earliest)
    return Count("date", winners, pile.valid, pile.blank, pile.invalid, totals, tuple(rounds))


def _read(text: str) -> Answers | None:
    pairs = read_pairs(text)
    if pairs is None:
        return None
    answers = tuple((option, answer.casefold()) for option, answer in pairs)
    return answers if all(answer in _ANSWERS for _, answer in answers) else None


def _named(answers: Answers) -> list[str]:
    return [option for option, _ in answers]


def _moment(option: str) -> tuple[tuple[int, str], ...]:
    """The name with its numbers as numbers, so that D2 comes before D10."""
    parts = re.split(r"(\d+)", option)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)
