"""Who takes part in a round, and what happened between them before."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who takes part.

    `collectives`: all for which they speak. `waited`: the rounds in a row in which there was nobody
    for them.
    """

    id: int
    collectives: frozenset[int] = frozenset()
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Pasts:
    """What happened between guests, by the pair of their numbers, the smaller first.

    `ages`: so many rounds ago they met last, 1 for the round before. `blocked`: who never meet.
    """

    ages: Mapping[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    blocked: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Two or three who meet. `ages`: for each repeat among them, how many rounds ago it was."""

    guests: tuple[int, ...]
    ages: tuple[int, ...]
    of_one_collective: bool
    score: float
    """Of two: how well they fit. Of three: the mean of the two pairs that fit best."""


def pair_of(one: int, other: int) -> tuple[int, int]:
    """Two numbers as a key."""
    return (one, other) if one < other else (other, one)
