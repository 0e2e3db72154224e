"""Meetings: the same for an introduction that both sides want and for a pair of a coffee round."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.content import Content
from bot.moments import parse_moment
from bot.people import Person
from bot.services.matching.meeting import moments as evenings
from bot.services.matching.meeting.looking import acquaintance_of, view_of
from bot.services.matching.meeting.telling import (
    begin,
    post_of,
    refresh,
    settings_of,
    tell,
    tell_first,
)
from bot.services.matching.meeting.views import (
    Acquaintance,
    MeetingNotFound,
    MeetingPlanned,
    MeetingView,
    MomentGone,
    MomentUnfit,
    NoMoments,
    Opening,
)
from bot.services.matching.reading import Reading
from data.store import Session, Store, audits
from data.store import meetings as rows

LISTED: Final = timedelta(days=60)
"""So long a meeting is in the list of somebody."""
HELPED: Final = ("yes", "not-yet", "no")
DAY: Final = timedelta(days=1)


class Meetings:
    """All meetings.

    Whoever brings people together calls `open` inside a block of their own; from there on a
    meeting runs by itself. Who gave a sign tells `data.store.meetings.find_reacted(source)`.
    """

    def __init__(self, store: Store, clock: Clock, content: Content, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._content = content
        self._reading = reading

    async def open(self, session: Session, community_id: int, opening: Opening) -> int:
        """Let people meet: make the meeting and queue its first messages, in the caller's block.

        They get a private thread in the place that staff set for it, with who is who, why they
        match, two questions and three moments; where a thread is not possible the same in a direct
        message each. The reminder on the day before and the question whether it helped follow by
        themselves. The same source twice is one meeting. Returns its number.

        The caller decides who may meet: nobody is checked here.
        """
        now = self._clock.now()
        proposed = evenings.propose(now, self._clock.zone)
        texts = [one.isoformat() for one in proposed]
        made = await rows.add(
            session, community_id=community_id, source=opening.source, moments=texts, at=now
        )
        if made is None:
            return await rows.find_by_source(session, opening.source) or 0
        for one in opening.attendees:
            await rows.add_attendee(session, made, one.person_id, one.collective_id)
        meeting = await rows.find(session, made)
        if meeting is not None:
            await begin(session, meeting, await read_settings(session, community_id), now)
        return made

    async def place(self, meeting_id: int, target: str) -> None:
        """The thread is there: from now on everything about the meeting goes there.

        Twice is once; a second thread changes nothing.
        """
        async with self._store.writing() as session:
            meeting = await rows.hold(session, meeting_id)
            if meeting is None or meeting.place:
                return
            meeting.place = target
            settings = await settings_of(session, meeting)
            await tell_first(session, meeting, settings, self._clock.now())

    async def look(self, meeting_id: int) -> MeetingView:
        """A meeting, for a message. Raises: MeetingNotFound."""
        async with self._store.reading() as session:
            meeting = await rows.find(session, meeting_id)
            if meeting is None:
                raise MeetingNotFound
            return await view_of(session, meeting, self._clock.now())

    async def acquaint(self, meeting_id: int) -> Acquaintance:
        """Who meets whom, why, and what to begin with. Raises: MeetingNotFound."""
        async with self._store.reading() as session:
            meeting = await rows.find(session, meeting_id)
            if meeting is None:
                raise MeetingNotFound
            known = await acquaintance_of(session, meeting, self._clock.now())
        return await known.told(self._content, self._reading)

    async def mine(self, person: Person) -> tuple[MeetingView, ...]:
        """The meetings of this person of the last two months, newest first."""
        now = self._clock.now()
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, now - LISTED)
            return tuple([await view_of(session, one, now) for one in found])

    async def open_one(self, person: Person, meeting_id: int) -> MeetingView:
        """A meeting of this person. Raises: MeetingNotFound."""
        async with self._store.reading() as session:
            meeting = await _own(session, person, await rows.find(session, meeting_id))
            return await view_of(session, meeting, self._clock.now())

    async def react(
        self, person: Person, meeting_id: int, moment: datetime, can: str
    ) -> MeetingView:
        """Say whether one can come at a moment: yes, maybe or no; the last word counts.

        Raises: MeetingNotFound, MomentGone, MeetingPlanned.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            meeting = await _own(session, person, await rows.hold(session, meeting_id))
            if meeting.planned_at is not None:
                raise MeetingPlanned(at=meeting.planned_at)
            name = moment.isoformat()
            if can not in evenings.CANS or name not in meeting.moments or moment <= now:
                raise MomentGone
            await rows.put_can(session, meeting.id, person.id, name, can)
            await refresh(session, meeting, now)
            return await view_of(session, meeting, now)

    async def plan(self, person: Person, meeting_id: int, moment: datetime) -> MeetingView:
        """Settle on the moment that suits everybody; everybody hears it. Twice is once.

        Raises: MeetingNotFound, MeetingPlanned, MomentUnfit, MomentGone.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            meeting = await _own(session, person, await rows.hold(session, meeting_id))
            if meeting.planned_at == moment:
                return await view_of(session, meeting, now)
            if meeting.planned_at is not None:
                raise MeetingPlanned(at=meeting.planned_at)
            if (await view_of(session, meeting, now)).fit != moment:
                raise MomentUnfit
            if moment <= now:
                raise MomentGone
            meeting.planned_at = moment
            meeting.reminded_at = now if moment - now <= DAY else None
            await refresh(session, meeting, now)
            post = post_of(meeting, "meeting-planned", now, int(moment.timestamp()))
            await tell(session, meeting, await settings_of(session, meeting), post)
            self._audit(session, "meeting-planned", meeting, person)
            return await view_of(session, meeting, now)

    async def suggest(self, person: Person, meeting_id: int) -> tuple[datetime, ...]:
        """Three further moments, to change before they are proposed. Raises: MeetingNotFound."""
        view = await self.open_one(person, meeting_id)
        after = max(view.moments, default=None)
        return tuple(evenings.propose(self._clock.now(), self._clock.zone, after=after))

    async def propose(self, person: Person, meeting_id: int, texts: Sequence[str]) -> MeetingView:
        """Propose other moments, at most three; one that was settled on is let go.

        Raises: MeetingNotFound, NoMoments, MomentUnclear, MomentPast, MomentSkipped,
        MomentTooFar.
        """
        now = self._clock.now()
        said = [text for text in texts if text.strip()][: evenings.MOST]
        if not said:
            raise NoMoments
        parsed = {parse_moment(text, now, self._clock.zone).at_utc for text in said}
        chosen = [one.astimezone(UTC).isoformat() for one in sorted(parsed)]
        async with self._store.writing() as session:
            meeting = await _own(session, person, await rows.hold(session, meeting_id))
            if meeting.planned_at is None and meeting.moments == chosen:
                return await view_of(session, meeting, now)
            meeting.moments = chosen
            meeting.planned_at = meeting.reminded_at = None
            await refresh(session, meeting, now)
            post = post_of(meeting, "meeting-moments", now, "+".join(chosen))
            await tell(session, meeting, await settings_of(session, meeting), post)
            self._audit(session, "meeting-moments-proposed", meeting, person)
            return await view_of(session, meeting, now)

    async def note_help(self, person: Person, meeting_id: int, helped: str) -> None:
        """Whether the meeting helped: yes, not-yet or no; the last word counts.

        It is only ever counted together with others. Raises: MeetingNotFound.
        """
        async with self._store.writing() as session:
            meeting = await rows.hold(session, meeting_id)
            attendees = await rows.find_attendees(session, meeting_id)
            mine = next((one for one in attendees if one.person_id == person.id), None)
            if meeting is None or meeting.asked_at is None or mine is None or helped not in HELPED:
                raise MeetingNotFound
            mine.helped, mine.answered_at = helped, self._clock.now()

    def _audit(
        self, session: Session, action: str, meeting: rows.MeetingRow, person: Person
    ) -> None:
        audits.add(
            session,
            action,
            f"meeting:{meeting.id}",
            at=self._clock.now(),
            community_id=meeting.community_id,
            actor_id=person.id,
        )


async def _own(
    session: Session, person: Person, meeting: rows.MeetingRow | None
) -> rows.MeetingRow:
    """The meeting, for somebody who takes part in it. Raises: MeetingNotFound."""
    if meeting is None:
        raise MeetingNotFound
    present = await rows.find_present(session, meeting.id)
    if person.id not in {one.person_id for one in present}:
        raise MeetingNotFound
    return meeting
