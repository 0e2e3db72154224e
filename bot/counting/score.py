"""Points (score): each option gets 0 to 5 points a ballot; an option left out gets 0."""

from collections.abc import Collection, Iterable
from typing import Final

from bot.counting.ballots import Ballot, Scores, read_scores, sort_ballots
from bot.counting.results import Count, Round, leaders, totals_of

HIGHEST: Final = 5


def count_score(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """The option with most points; a tie goes to more highest scores, then to fewer zeros."""
    pile = sort_ballots(ballots, _read, lambda scores: [name for name, _ in scores], options)
    points, tops, above = (dict.fromkeys(pile.options, 0) for _ in range(3))
    for scores, number in pile.marks:
        for option, given in scores:
            points[option] += given * number
            tops[option] += number * (given == HIGHEST)
            above[option] += number * (given > 0)
    totals = totals_of(points)
    rounds = [Round(totals)]
    winners = leaders(points) if pile.valid else ()
    for note, amounts in (("highest scores", tops), ("scores above zero", above)):
        if len(winners) > 1:
            amounts = {option: amounts[option] for option in winners}
            winners = leaders(amounts)
            rounds.append(Round(totals_of(amounts), note=note))
    return Count("score", winners, pile.valid, pile.blank, pile.invalid, totals, tuple(rounds))


def _read(text: str) -> Scores | None:
    return read_scores(text, HIGHEST)
