"""How good a round is, in figures that staff can read, and without names."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.search.pairing.guests import Group, Guest


@dataclass(frozen=True, slots=True)
class Certificate:
    """The figures of one round.

    `ages`: for each repeat how many rounds ago it was, newest first. `waited`: the longest that
    somebody in the round waited; `waits`: the longest that somebody who is left out waited.
    `is_best`: no round exists that reaches the goals better.
    """

    people: int
    pairs: int
    trios: int
    alone: int
    of_one_collective: int
    ages: tuple[int, ...]
    waited: int
    waits: int
    score: float
    is_best: bool


def certify(
    guests: Sequence[Guest], groups: Sequence[Group], alone: Sequence[int], *, is_best: bool
) -> Certificate:
    """The figures of these groups."""
    waiting = {guest.id: guest.waited for guest in guests}
    trios = sum(len(group.guests) == 3 for group in groups)  # noqa: PLR2004 - a trio
    return Certificate(
        people=len(guests),
        pairs=len(groups) - trios,
        trios=trios,
        alone=len(alone),
        of_one_collective=sum(group.of_one_collective for group in groups),
        ages=tuple(sorted(age for group in groups for age in group.ages)),
        waited=max((waiting[one] for group in groups for one in group.guests), default=0),
        waits=max((waiting[one] for one in alone), default=0),
        score=sum(group.score for group in groups) / len(groups) if groups else 0.0,
        is_best=is_best,
    )
