"""Ranked votes (voorkeurstemmen): the lowest leaves until one has more than half."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from bot.counting.ballots import Ballot, Ranking, named_in_ranking, read_ranking, sort_ballots
from bot.counting.results import Count, Round, leaders, totals_of

_MOST_WAYS: Final = 2_000
"""Ways that are counted on side by side; beyond it everything still in shares the first place."""

Piles = tuple[tuple[Ranking, int], ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way the count can go: who is still in, and how they stood before.

    `standing` orders those still in by the latest earlier round, then by the one before it, and so
    on: all that a tie needs from the past. Ways that differ only in what no longer matters are one.
    """

    inside: tuple[str, ...]
    standing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One round of one way: its totals, and the ways on; none when `winners` are known."""

    round: Round
    winners: tuple[str, ...]
    onward: tuple[_Way, ...]


def count_irv(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """The option that ends with more than half of the ballots that still count.

    Equal ranks share a ballot. Options without any vote leave together; of several lowest ones
    leaves who had fewest in the latest earlier round where they differ. Still equal: every way is
    counted on, and all who win in one of them are winners.
    """
    pile = sort_ballots(ballots, read_ranking, named_in_ranking, options)
    if not pile.valid:
        none = totals_of(dict.fromkeys(pile.options, 0))
        return Count("irv", (), pile.valid, pile.blank, pile.invalid, none, (Round(none),))
    start = _Way(pile.options, (0,) * len(pile.options))
    rounds: list[Round] = []
    winners: set[str] = set()
    ways = frozenset({start})
    while ways:
        steps = [_step(way, pile.marks) for way in ways]
        if len(steps) == 1:
            rounds.append(steps[0].round)
        winners.update(name for step in steps for name in step.winners)
        ways = frozenset(way for step in steps for way in step.onward)
        if len(ways) > _MOST_WAYS:
            winners.update(name for way in ways for name in way.inside)
            break
    return Count(
        "irv",
        tuple(sorted(winners)),
        pile.valid,
        pile.blank,
        pile.invalid,
        rounds[-1].totals,
        tuple(rounds),
    )


def _step(way: _Way, marks: Piles) -> _Step:
    votes, exhausted = _votes(way.inside, marks)
    counting = sum(votes.values())
    first = leaders(votes)
    if 2 * votes[first[0]] > counting:
        return _Step(_round(votes, exhausted), first, ())
    nothing = tuple(name for name in way.inside if votes[name] == 0)
    if nothing:
        onward = (_without(way, nothing, votes),)
        return _Step(_round(votes, exhausted, out=nothing), (), onward)
    keys = _keys(way, votes)
    lowest = tuple(name for name in way.inside if keys[name] == min(keys.values()))
    onward = tuple(_without(way, (name,), votes) for name in lowest)
    if len(lowest) > 1:
        return _Step(_round(votes, exhausted, split=lowest), (), onward)
    return _Step(_round(votes, exhausted, out=lowest), (), onward)


def _round(
    votes: dict[str, Fraction],
    exhausted: int,
    *,
    out: tuple[str, ...] = (),
    split: tuple[str, ...] = (),
) -> Round:
    return Round(totals_of(votes), out, split, exhausted)


def _votes(inside: tuple[str, ...], marks: Piles) -> tuple[dict[str, Fraction], int]:
    """The votes of each option that is in, and the ballots that name none of them."""
    votes = dict.fromkeys(inside, Fraction(0))
    exhausted = 0
    for ranking, number in marks:
        for level in ranking:
            sharing = [name for name in level if name in votes]
            if sharing:
                for name in sharing:
                    votes[name] += Fraction(number, len(sharing))
                break
        else:
            exhausted += number
    return votes, exhausted


def _keys(way: _Way, votes: dict[str, Fraction]) -> dict[str, tuple[Fraction, int]]:
    return {name: (votes[name], was) for name, was in zip(way.inside, way.standing, strict=True)}


def _without(way: _Way, gone: tuple[str, ...], votes: dict[str, Fraction]) -> _Way:
    """The way on after some have left, with the standing brought up to date."""
    keys = _keys(way, votes)
    inside = tuple(name for name in way.inside if name not in gone)
    places = {key: place for place, key in enumerate(sorted({keys[name] for name in inside}))}
    return _Way(inside, tuple(places[keys[name]] for name in inside))
