"""Comparing every two options on ranked ballots."""

from typing import Final

from bot.counting.ballots import Ranking, Sorted

MAX_OPTIONS: Final = 250
"""The work grows with the third power of it: some seconds at the limit."""


class TooManyOptions(ValueError):
    """More options than can be compared in a reasonable time."""


Beats = dict[str, dict[str, int]]
"""How many ballots put the first option above the second."""


def compare(pile: Sorted[Ranking]) -> Beats:
    """The comparison of all options; those that a ballot leaves out are equal and last on it.

    Raises: TooManyOptions.
    """
    if len(pile.options) > MAX_OPTIONS:
        raise TooManyOptions
    beats: Beats = {one: dict.fromkeys(pile.options, 0) for one in pile.options}
    for ranking, number in pile.marks:
        below = set(pile.options)
        for level in ranking:
            below.difference_update(level)
            for one in level:
                row = beats[one]
                for other in below:
                    row[other] += number
    return beats
