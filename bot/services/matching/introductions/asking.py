"""Whether one group may ask another to meet."""

from datetime import datetime, timedelta
from typing import Final

from bot.errors import TooMany
from bot.limits import INTRODUCTIONS, MOST_OPEN_INTRODUCTIONS
from bot.people import Person
from bot.rights import Action
from bot.services.matching.introductions.views import NotOpen
from bot.services.matching.views import (
    AlreadyMet,
    AskedBefore,
    CollectiveNotFound,
    NoOwnCollective,
    OwnCollective,
    TooManyOpen,
)
from data.store import Session, blocks, collectives
from data.store import introductions as rows

AGAIN_AFTER: Final = timedelta(days=30)
"""The same group may be asked again this long after a request ended, however it ended."""


async def may_ask(session: Session, person: Person, to_id: int) -> None:
    """Whether any group of this person may ask this one.

    Raises: NoOwnCollective, CollectiveNotFound, OwnCollective, NotOpen.
    """
    to = await collectives.find(session, person.community_id, to_id)
    if to is None or to.hidden:
        raise CollectiveNotFound
    own = await collectives.find_of(session, person.id, person.community_id)
    if not own:
        raise NoOwnCollective
    if await collectives.is_contact(session, person.id, to_id):
        raise OwnCollective
    apart = await blocks.find_apart(session, [to_id])
    if not to.receives or all(one.id in apart for one in own):
        raise NotOpen


async def hold_pair(
    session: Session, person: Person, from_id: int, to_id: int
) -> collectives.CollectiveRow:
    """The group that is asked, both groups locked.

    Raises: NoOwnCollective, CollectiveNotFound, OwnCollective, NotAllowed, NotOpen.
    """
    held = {row.id: row for row in await collectives.hold(session, [from_id, to_id])}
    mine, to = held.get(from_id), held.get(to_id)
    is_own = await collectives.is_contact(session, person.id, from_id)
    if mine is None or mine.community_id != person.community_id or not is_own:
        raise NoOwnCollective
    if to is None or to.hidden or to.community_id != person.community_id:
        raise CollectiveNotFound
    if from_id == to_id or await collectives.is_contact(session, person.id, to_id):
        raise OwnCollective
    person.need(Action.INTRODUCE, own=True)
    if not to.receives or from_id in await blocks.find_apart(session, [to_id]):
        raise NotOpen
    return to


async def check_limits(session: Session, from_id: int, to_id: int, now: datetime) -> None:
    """Raises: AlreadyMet, AskedBefore, TooManyOpen, TooMany."""
    before = await rows.find_last(session, from_id, to_id)
    if before is not None and before.state == "agreed":
        raise AlreadyMet
    if before is not None:
        again_at = (before.ended_at or before.expires_at) + AGAIN_AFTER
        if now < again_at:
            raise AskedBefore(again_at=again_at)
    if await rows.count_open(session, from_id) >= MOST_OPEN_INTRODUCTIONS:
        raise TooManyOpen(most=MOST_OPEN_INTRODUCTIONS)
    for limit in INTRODUCTIONS:
        window = timedelta(seconds=limit.window_s)
        asked = await rows.asked_since(session, from_id, now - window)
        if len(asked) >= limit.count:
            wait = asked[-limit.count] + window - now
            raise TooMany(wait_s=max(1, int(wait.total_seconds())))
