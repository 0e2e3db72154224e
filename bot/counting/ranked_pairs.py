"""Ranked pairs: the clearest majorities are locked first, and none that would close a cycle."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from bot.counting.ballots import Ballot, named_in_ranking, read_ranking, sort_ballots
from bot.counting.pairs import Beats, compare
from bot.counting.results import Count, Duel, totals_of

Pair = tuple[str, str]
Reach = dict[str, int]
"""For each option a set of options as bits."""


def count_ranked_pairs(ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """All options that no locked majority beats.

    Majorities go by winning votes, then by fewer losing votes. Equal ones go together: first
    those fall off that close a cycle with stronger locks, then those on a cycle with each other.
    The totals say how many others an option beats, directly or through others.
    """
    pile = sort_ballots(ballots, read_ranking, named_in_ranking, options)
    beats = compare(pile)
    reach = dict.fromkeys(pile.options, 0)
    bits = {option: 1 << place for place, option in enumerate(pile.options)}
    beaten: set[str] = set()
    duels: list[Duel] = []
    for group in _groups(beats):
        held = _that_hold(group, reach, bits)
        for one, two in held:
            _lock(reach, bits, one, two)
        beaten.update(two for _, two in held)
        duels += [
            Duel(one, two, beats[one][two], beats[two][one], is_locked=(one, two) in held)
            for one, two in group
        ]
    totals = totals_of({option: below.bit_count() for option, below in reach.items()})
    winners = tuple(one for one in pile.options if one not in beaten) if pile.valid else ()
    return Count(
        "ranked_pairs", winners, pile.valid, pile.blank, pile.invalid, totals, tuple(duels)
    )


def _groups(beats: Beats) -> Iterator[tuple[Pair, ...]]:
    """The majorities from clear to narrow; equal ones together."""
    pairs = [
        (one, two)
        for one, row in beats.items()
        for two, votes in row.items()
        if votes > beats[two][one]
    ]

    def strength(pair: Pair) -> tuple[int, int]:
        one, two = pair
        return -beats[one][two], beats[two][one]

    for _, group in groupby(sorted(pairs, key=lambda pair: (strength(pair), pair)), strength):
        yield tuple(group)


def _that_hold(group: tuple[Pair, ...], reach: Reach, bits: Reach) -> frozenset[Pair]:
    """The pairs of one group that can be locked, whatever their order."""
    free = [(one, two) for one, two in group if not reach[two] & bits[one]]
    together = dict(reach)
    for one, two in free:
        _lock(together, bits, one, two)
    return frozenset((one, two) for one, two in free if not together[two] & bits[one])


def _lock(reach: Reach, bits: Reach, one: str, two: str) -> None:
    """Let everything that reaches `one`, and itself, reach `two` and beyond."""
    gained = reach[two] | bits[two]
    for option, below in reach.items():
        if option == one or below & bits[one]:
            reach[option] = below | gained
