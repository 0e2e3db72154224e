"""How past requests and blocks count when a group looks for others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from data.store import Session, blocks
from data.store import introductions as rows

REMEMBERED: Final = timedelta(days=182)
"""So long after a request came to nothing the two are further down in each other's results.

The same for silence, a refusal and a request that was taken back, so that nobody can tell which it
was. A day shorter than the rows are kept.
"""
NO_TIME: Final = "time"
"""The one reason for a no that says nothing against the other."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Ids of collectives. `apart`: never found; `lower`: found after all others that fit."""

    apart: frozenset[int]
    lower: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ended:
    """A request that came to nothing; `declined` is why the group that was asked said no."""

    from_id: int
    to_id: int
    declined: str = ""


async def standing_of(session: Session, collective_ids: Sequence[int], now: datetime) -> Standing:
    """For who looks on behalf of these collectives."""
    apart = await blocks.find_apart(session, collective_ids)
    found = await rows.find_ended(session, collective_ids, now - REMEMBERED)
    ended = [Ended(one.from_id, one.to_id, one.declined) for one in found]
    return Standing(apart, lower_for(frozenset(collective_ids), ended))


def lower_for(own: frozenset[int], ended: Iterable[Ended]) -> frozenset[int]:
    """Whom these collectives find later: who they had a request with that came to nothing.

    A group that had no time for another does not find that other any later; to the other it makes
    no difference why.
    """
    lower: set[int] = set()
    for one in ended:
        if one.from_id in own:
            lower.add(one.to_id)
        elif one.to_id in own and one.declined != NO_TIME:
            lower.add(one.from_id)
    return frozenset(lower - own)
