"""The message of the week for staff: once, on the day and at the time that they chose."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.library import Library
from bot.moments import last_weekly
from bot.services.knowledge.gaps import KnowledgeGaps
from bot.services.knowledge.reviews import Reviews
from data.store import Session, Store, communities, jobs

LOOK_AGAIN: Final = timedelta(minutes=1)
"""A message of a week may be this late."""


class Weekly:
    """Tells staff of each community once a week what they should look at and what was missed."""

    def __init__(
        self, store: Store, clock: Clock, library: Library, reviews: Reviews, gaps: KnowledgeGaps
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._reviews = reviews
        self._gaps = gaps
        self._looked_at: datetime | None = None

    async def tell_due(self) -> int:
        """Tell each community whose moment came since the last time; how many.

        For every tick; a moment that was missed is made up for. What a community chose counts from
        the choice on, and where the bot is new the first moment is the next one.
        """
        now = self._clock.now()
        if self._looked_at is not None and abs(now - self._looked_at) < LOOK_AGAIN:
            return 0
        self._looked_at = now
        async with self._store.reading() as session:
            known = [id_ for id_, _ in await communities.find_all(session)]
            due = [id_ for id_ in known if await self._is_due(session, id_, now)]
        if due:
            await self._library.refresh()
        return sum([await self._tell(id_, now) for id_ in due])

    async def _is_due(self, session: Session, community_id: int, now: datetime) -> bool:
        """Also for a community that was never looked at: from then on its moments count."""
        row = await jobs.find(session, _name(community_id))
        if row is None or row.done_at is None:
            return True
        return await self._moment(session, community_id, row.done_at, now) is not None

    async def _tell(self, community_id: int, now: datetime) -> bool:
        async with self._store.writing() as session:
            row = await jobs.hold(session, _name(community_id), now)
            if row is None:
                return False
            before = row.done_at
            if before is None:
                row.done_at = now
                return False
            week = await self._moment(session, community_id, before, now)
            if week is None:
                return False
            row.done_at = now
            await self._reviews.tell(session, community_id, week, since=before, now=now)
            await self._gaps.tell(session, community_id, week, now)
            return True

    async def _moment(
        self, session: Session, community_id: int, before: datetime, now: datetime
    ) -> str | None:
        """The week of a moment that came after `before`; None when none did."""
        chosen = (await read_settings(session, community_id)).weekly
        at = time(chosen.at // 60, chosen.at % 60)
        week, moment = last_weekly(chosen.day, at, now, self._clock.zone)
        since = max(before, chosen.since or before)
        return week if moment > since else None


def _name(community_id: int) -> str:
    return f"weekly:{community_id}"
