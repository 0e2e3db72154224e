"""More than one choice (meer keuzes): each ticked option gets one vote."""

from collections.abc import Collection, Iterable

from bot.counting.ballots import Ballot, read_ticks, sort_ballots
from bot.counting.results import Count, Round, leaders, totals_of


def count_approval(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """The option that is ticked on most ballots."""
    pile = sort_ballots(ballots, read_ticks, lambda ticks: ticks, options)
    votes = dict.fromkeys(pile.options, 0)
    for ticks, number in pile.marks:
        for option in ticks:
            votes[option] += number
    totals = totals_of(votes)
    winners = leaders(votes) if pile.valid else ()
    rounds = (Round(totals),)
    return Count("approval", winners, pile.valid, pile.blank, pile.invalid, totals, rounds)
