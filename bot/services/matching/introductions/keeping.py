"""What happens to requests by itself: the reminder, the end, and telling what did not arrive."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.posts import Post, to_person
from bot.services.matching.introductions.telling import refresh
from bot.services.matching.introductions.unreached import tell_of
from data.store import Session, Store, audits, collectives
from data.store import due_introductions as due
from data.store import introductions as rows

REMIND_AFTER: Final = timedelta(days=7)
LOOKED_BACK: Final = timedelta(days=2)
"""So long after a message could not be delivered, others are told of it."""
REASONS_KEPT: Final = timedelta(days=30)
"""Source: trust.md 1.2, row 7."""


class IntroductionKeeper:
    """Keeps requests going; call `keep_up` at each tick."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def keep_up(self) -> int:
        """Do what is due; returns how many requests it was about."""
        now = self._clock.now()
        async with self._store.reading() as session:
            is_due = await due.is_due(session, now, now - REMIND_AFTER)
        done = await self.remind_due() + await self.expire_due() if is_due else 0
        return done + await self.tell_unreached()

    async def remind_due(self) -> int:
        """Remind the group that was asked, once, after a week; not one that wants rest now."""
        now = self._clock.now()
        async with self._store.writing() as session:
            waiting = await due.to_remind(session, now, now - REMIND_AFTER)
            for asked in waiting:
                asked.reminded_at = now
                to = await collectives.find(session, asked.community_id, asked.to_id)
                if to is not None and to.receives and not to.hidden:
                    await self._remind(session, asked, now)
            return len(waiting)

    async def _remind(self, session: Session, asked: rows.IntroductionRow, now: datetime) -> None:
        settings = await read_settings(session, asked.community_id)
        source, facts = f"introduction:{asked.id}:reminder", {"introduction": asked.id}
        post = Post("introduction-reminder", source, facts, now)
        for contact in await collectives.find_contacts(session, asked.to_id):
            await to_person(session, asked.community_id, contact.person_id, settings.language, post)

    async def expire_due(self) -> int:
        """End what nobody said yes to in time, with one neutral line to the asker.

        A refusal becomes the same as silence, at the moment at which silence ends; what the asker
        wrote goes only then, for their own copy of their data would tell a refusal by it.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            await due.forget_reasons(session, now - REASONS_KEPT)
            over = await due.due(session, now)
            for asked in over:
                asked.state, asked.ended_at, asked.note = "expired", asked.expires_at, ""
                await refresh(session, asked, now)
                await self._tell_end(session, asked, now)
                audits.add(
                    session,
                    "introduction-ended",
                    f"introduction:{asked.id}",
                    at=now,
                    community_id=asked.community_id,
                    actor_id=None,
                )
            return len(over)

    async def _tell_end(self, session: Session, asked: rows.IntroductionRow, now: datetime) -> None:
        if asked.asked_by is None or not await collectives.is_contact(
            session, asked.asked_by, asked.from_id
        ):
            return
        settings = await read_settings(session, asked.community_id)
        source, facts = f"introduction:{asked.id}:ended", {"introduction": asked.id}
        post = Post("introduction-ended", source, facts, now)
        await to_person(session, asked.community_id, asked.asked_by, settings.language, post)

    async def tell_unreached(self) -> int:
        """Bring a request that reached nobody of a group to staff, once; returns how many."""
        now = self._clock.now()
        async with self._store.reading() as session:
            is_any = bool(await due.find_unreached(session, now - LOOKED_BACK))
        if not is_any:
            return 0
        async with self._store.writing() as session:
            unreached = await due.find_unreached(session, now - LOOKED_BACK)
            for failed in unreached:
                await tell_of(session, failed, now)
            return len(unreached)
