"""Most votes (meeste stemmen): each ballot counts for its first option."""

from collections.abc import Collection, Iterable

from bot.counting.ballots import Ballot, named_in_ranking, read_ranking, sort_ballots
from bot.counting.results import Count, Round, leaders, totals_of


def count_plurality(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """The option that is first on most ballots; a shared first place counts for nobody."""
    pile = sort_ballots(ballots, read_ranking, named_in_ranking, options)
    votes = dict.fromkeys(pile.options, 0)
    for ranking, number in pile.marks:
        if len(ranking[0]) == 1:
            votes[ranking[0][0]] += number
    totals = totals_of(votes)
    winners = leaders(votes) if pile.valid else ()
    rounds = (Round(totals),)
    return Count("plurality", winners, pile.valid, pile.blank, pile.invalid, totals, rounds)
