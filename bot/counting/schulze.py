"""Schulze: whoever loses to nobody by the strongest paths (winning votes)."""

from collections.abc import Collection, Iterable
from itertools import combinations

from bot.counting.ballots import Ballot, named_in_ranking, read_ranking, sort_ballots
from bot.counting.pairs import Beats, compare
from bot.counting.results import Count, Duel, totals_of


def count_schulze(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """All options that no other has a stronger path to than they have back.

    The totals say how many others an option has a stronger path to.
    """
    pile = sort_ballots(ballots, read_ranking, named_in_ranking, options)
    beats = compare(pile)
    paths = _strongest_paths(beats)
    winners = tuple(
        one
        for one in pile.options
        if all(paths[one][two] >= paths[two][one] for two in pile.options)
    )
    ahead = {
        one: sum(paths[one][two] > paths[two][one] for two in pile.options) for one in pile.options
    }
    duels = tuple(
        Duel(one, two, beats[one][two], beats[two][one], paths[one][two])
        for pair in combinations(pile.options, 2)
        for one, two in (pair, pair[::-1])
    )
    won = winners if pile.valid else ()
    return Count("schulze", won, pile.valid, pile.blank, pile.invalid, totals_of(ahead), duels)


def _strongest_paths(beats: Beats) -> Beats:
    """The strength of the strongest path, as strong as its weakest link, for each two options."""
    names = tuple(beats)
    paths = {
        one: {two: beats[one][two] if beats[one][two] > beats[two][one] else 0 for two in names}
        for one in names
    }
    for through in names:
        onward = paths[through]
        for one in names:
            row = paths[one]
            most = row[through]
            if one != through and most:
                for two in names:
                    if two != one:
                        row[two] = max(row[two], min(most, onward[two]))
    return paths
