"""What happens to meetings by itself: mending, the reminder, and the question whether it helped."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.posts import Post, to_person
from bot.services.matching.meeting.telling import (
    post_of,
    settings_of,
    tell,
    tell_each,
)
from data.store import Session, Store, deliveries
from data.store import due_meetings as due
from data.store import meetings as rows

AHEAD: Final = timedelta(days=1)
ASK_AFTER: Final = timedelta(days=21)
ASK_LATER: Final = timedelta(days=1)
"""A meeting that was planned late is asked about on the day after it."""
LOOKED_BACK: Final = timedelta(days=2)
"""So long after a message did not arrive it is replaced."""


class MeetingKeeper:
    """Keeps meetings going; call it at each tick."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def keep_up(self) -> int:
        """Do what is due; returns how many meetings it was about."""
        return await self._mend() + await self._remind_and_ask()

    async def _remind_and_ask(self) -> int:
        """Remind on the day before, and ask after three weeks, each once.

        Who is left alone hears that instead of being reminded.
        """
        now = self._clock.now()
        until, made, planned = now + AHEAD, now - ASK_AFTER, now - ASK_LATER
        async with self._store.reading() as session:
            is_any = await due.is_any_due(
                session, now, until=until, made_before=made, planned_before=planned
            )
        if not is_any:
            return 0
        async with self._store.writing() as session:
            soon = await due.find_tomorrow(session, now, until)
            for meeting in soon:
                meeting.reminded_at = now
                at = int(meeting.planned_at.timestamp()) if meeting.planned_at else 0
                is_alone = len(await rows.find_present(session, meeting.id)) < 2  # noqa: PLR2004
                kind = "meeting-alone" if is_alone else "meeting-tomorrow"
                post = Post(kind, f"meeting:{meeting.id}:tomorrow:{at}", _about(meeting), now)
                await self._say(session, meeting, post)
            over = await due.find_to_ask(session, made, planned)
            for meeting in over:
                meeting.asked_at = now
                await self._say(session, meeting, post_of(meeting, "meeting-helped", now))
            return len(soon) + len(over)

    async def _mend(self) -> int:
        """Write to each person what a thread did not take; tell who wrote to no avail."""
        now = self._clock.now()
        since = now - LOOKED_BACK
        async with self._store.reading() as session:
            lost = await due.find_lost(session, since)
            unreached = await due.find_unreached(session, since)
        if not lost and not unreached:
            return 0
        async with self._store.writing() as session:
            lost = await due.find_lost(session, since)
            for failed in lost:
                await self._write_instead(session, failed, now)
            unreached = await due.find_unreached(session, since)
            for failed in unreached:
                await self._tell_others(session, failed, now)
            return len(lost) + len(unreached)

    async def _write_instead(
        self, session: Session, failed: deliveries.DeliveryRow, now: datetime
    ) -> None:
        """The thread cannot be made, or is gone: everything goes to each person from now on."""
        meeting = await _meeting_of(session, failed)
        if meeting is None:
            return
        settings = await settings_of(session, meeting)
        is_thread = failed.kind == "meeting-thread"
        if meeting.place == failed.target:
            meeting.place = ""
        kind = "meeting-opening" if is_thread else failed.kind
        source = f"{failed.source}:{due.INSTEAD}"
        await tell_each(session, meeting, settings, Post(kind, source, _about(meeting), now))
        if is_thread:
            await tell_each(session, meeting, settings, post_of(meeting, "meeting-moments", now))

    async def _tell_others(
        self, session: Session, failed: deliveries.DeliveryRow, now: datetime
    ) -> None:
        """One of them gets no direct messages: the others write first."""
        meeting = await _meeting_of(session, failed)
        if meeting is None:
            return
        settings = await settings_of(session, meeting)
        source = f"{failed.source}:{due.UNREACHED}:{failed.id}"
        facts = {"meeting": meeting.id, "person": failed.person_id}
        post = Post("meeting-unreached", source, facts, now)
        for one in await rows.find_present(session, meeting.id):
            if one.person_id != failed.person_id:
                await to_person(
                    session, meeting.community_id, one.person_id, settings.language, post
                )

    async def _say(self, session: Session, meeting: rows.MeetingRow, post: Post) -> None:
        await tell(session, meeting, await settings_of(session, meeting), post)


def _about(meeting: rows.MeetingRow) -> dict[str, int]:
    return {"meeting": meeting.id}


async def _meeting_of(session: Session, failed: deliveries.DeliveryRow) -> rows.MeetingRow | None:
    """The meeting that a message is about, locked; its source tells, for facts do not stay."""
    number = failed.source.split(":")[1]
    return await rows.hold(session, int(number)) if number.isdecimal() else None
