"""Quorum and majority: whether a count decides anything."""

from enum import StrEnum
from typing import assert_never


class Majority(StrEnum):
    """How much is enough. Blank ballots never count for it."""

    RELATIVE = "relative"
    """The most votes (gewone meerderheid)."""
    ABSOLUTE = "absolute"
    """More than half of the valid ballots (volstrekte meerderheid)."""
    TWO_THIRDS = "two_thirds"
    """At least two thirds of the valid ballots."""


def is_quorum_met(turnout: int, electorate: int, percent: int) -> bool:
    """Whether enough people took part; `turnout` is valid plus blank ballots."""
    return 100 * turnout >= percent * electorate


def has_majority(kind: Majority, in_favour: int, against: int) -> bool:
    """Whether a matter is accepted; equal votes (staken) reject it."""
    valid = in_favour + against
    match kind:
        case Majority.RELATIVE:
            return in_favour > against
        case Majority.ABSOLUTE:
            return 2 * in_favour > valid
        case Majority.TWO_THIRDS:
            return valid > 0 and 3 * in_favour >= 2 * valid
        case _:
            assert_never(kind)
