"""Getting to know each other: nothing of a person is told before both sides said yes.

Asking is the yes of the asker. A no is kept and told to nobody: until the request would have
expired it looks like waiting, and then it becomes what silence becomes.
"""

from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_place
from bot.rights import Action
from bot.services.matching.introductions.asking import AGAIN_AFTER, check_limits, hold_pair
from bot.services.matching.introductions.asking import may_ask as check_open
from bot.services.matching.introductions.sides import shared_of, view_of
from bot.services.matching.introductions.telling import ask_contacts, refresh
from bot.services.matching.meeting import Attendee, Meetings, Opening
from bot.services.matching.profiles import LONGEST_REACH, card_of
from bot.services.matching.views import (
    AlreadyMet,
    ContactShared,
    IntroductionNotFound,
    IntroductionOver,
    IntroductionView,
    Requested,
    UnknownChoice,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, collectives
from data.store import introductions as rows

OPEN_FOR: Final = timedelta(days=14)
LONGEST_NOTE: Final = 300
REASONS: Final = ("far", "themes", "time", "other")
"""Why a group may say no; nobody else ever sees it."""


class Introductions:
    """All requests to meet."""

    def __init__(self, store: Store, clock: Clock, meetings: Meetings) -> None:
        self._store = store
        self._clock = clock
        self._meetings = meetings

    async def may_ask(self, person: Person, to_id: int) -> None:
        """Look whether this person could ask, before they fill in a form.

        Raises: NoOwnCollective, CollectiveNotFound, OwnCollective, NotOpen.
        """
        async with self._store.reading() as session:
            await check_open(session, person, to_id)

    async def request(
        self, person: Person, from_id: int, to_id: int, *, note: str = "", reach: str = ""
    ) -> Requested:
        """Ask another group to meet; each of its contacts gets a message.

        Raises: NoOwnCollective, CollectiveNotFound, OwnCollective, NotAllowed, NotOpen,
        AskedBefore, AlreadyMet, TooManyOpen, TooMany.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            to = await hold_pair(session, person, from_id, to_id)
            card = await card_of(session, to, person.id)
            theirs = await rows.find_last(session, to_id, from_id)
            if theirs is not None and theirs.state == "agreed":
                raise AlreadyMet
            if theirs is not None and theirs.state == "asked" and theirs.expires_at > now:
                return Requested(theirs.id, card, theirs.expires_at, is_theirs=True)
            await check_limits(session, from_id, to_id, now)
            await self._put_reach(session, from_id, person, reach)
            expires_at = now + OPEN_FOR
            id_ = await rows.add(
                session,
                community_id=person.community_id,
                from_id=from_id,
                to_id=to_id,
                asked_by=person.id,
                note=" ".join(plain(note).split())[:LONGEST_NOTE],
                asked_at=now,
                expires_at=expires_at,
            )
            await self._tell_request(session, id_)
            self._audit(session, "introduction-asked", id_, person)
            return Requested(id_, card, expires_at)

    async def _tell_request(self, session: Session, introduction_id: int) -> None:
        """Queue it for the contacts, or where there are none for staff."""
        now = self._clock.now()
        asked = await rows.find(session, introduction_id)
        if asked is None or await ask_contacts(session, asked, now):
            return
        settings = await read_settings(session, asked.community_id)
        source, facts = f"introduction:{asked.id}", {"collective": asked.to_id}
        post = Post("introduction-no-contact", source, facts, now)
        await to_place(session, asked.community_id, settings, Place.STAFF, post)

    async def accept(self, person: Person, introduction_id: int, reach: str) -> ContactShared:
        """Say yes for the group that was asked: both get each other's contact, and a meeting.

        The same person saying yes again gets the same. Raises: IntroductionNotFound,
        IntroductionOver, NotAllowed.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            asked = await self._hold_asked(session, person, introduction_id)
            if asked.state == "agreed" and asked.answered_by == person.id:
                return await shared_of(session, asked, is_asker=False)
            self._need_open(asked)
            if asked.asked_by is None or not await collectives.is_contact(
                session, asked.asked_by, asked.from_id
            ):
                raise IntroductionOver
            await self._put_reach(session, asked.to_id, person, reach)
            asked.state, asked.answered_by, asked.ended_at = "agreed", person.id, now
            who = Attendee(asked.asked_by, asked.from_id), Attendee(person.id, asked.to_id)
            opening = Opening(f"introduction:{asked.id}", who)
            await self._meetings.open(session, asked.community_id, opening)
            await refresh(session, asked, now)
            self._audit(session, "introduction-agreed", asked.id, person)
            return await shared_of(session, asked, is_asker=False)

    async def may_answer(self, person: Person, introduction_id: int) -> None:
        """Look whether this person could say yes, before they fill in a form.

        Raises: IntroductionNotFound, IntroductionOver, NotAllowed.
        """
        async with self._store.reading() as session:
            asked = await rows.find(session, introduction_id)
            is_own = asked and await collectives.is_contact(session, person.id, asked.to_id)
            if asked is None or not is_own:
                raise IntroductionNotFound
            person.need(Action.INTRODUCE, own=True)
            if asked.state != "agreed" or asked.answered_by != person.id:
                self._need_open(asked)

    async def refuse(self, person: Person, introduction_id: int) -> None:
        """Say no for the group that was asked; the asker hears nothing of it.

        The audit trail has the end of the request, as it has that of silence, and not the no.
        Raises: IntroductionNotFound, IntroductionOver, NotAllowed.
        """
        async with self._store.writing() as session:
            asked = await self._hold_asked(session, person, introduction_id)
            if asked.state == "refused" and asked.ended_at is None:
                return
            self._need_open(asked)
            asked.state = "refused"
            await refresh(session, asked, self._clock.now())

    async def explain(self, person: Person, introduction_id: int, reason: str) -> None:
        """Why the group said no, when somebody wants to tell; the last word counts.

        Raises: IntroductionNotFound, IntroductionOver, NotAllowed, UnknownChoice.
        """
        if reason not in REASONS:
            raise UnknownChoice
        async with self._store.writing() as session:
            asked = await self._hold_asked(session, person, introduction_id)
            if asked.state != "refused":
                raise IntroductionOver
            asked.declined = reason

    async def withdraw(self, person: Person, introduction_id: int) -> None:
        """Take back a request of the own group.

        Raises: IntroductionNotFound, IntroductionOver, NotAllowed.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            asked = await rows.hold(session, introduction_id)
            if asked is None or not await collectives.is_contact(session, person.id, asked.from_id):
                raise IntroductionNotFound
            person.need(Action.INTRODUCE, own=True)
            if asked.state == "withdrawn":
                return
            if asked.state not in rows.UNTOLD or asked.ended_at or asked.expires_at <= now:
                raise IntroductionOver
            asked.state, asked.ended_at, asked.note = "withdrawn", now, ""
            await refresh(session, asked, now)
            self._audit(session, "introduction-withdrawn", asked.id, person)

    async def mine(self, person: Person) -> tuple[IntroductionView, ...]:
        """The requests of and to the groups this person speaks for, newest first.

        What came to nothing is in it for 30 days, whatever the other side said.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            found: dict[tuple[int, bool], IntroductionView] = {}
            for own in await collectives.find_of(session, person.id, person.community_id):
                for asked in await rows.find_of(session, own.id, now - AGAIN_AFTER):
                    is_asker = asked.from_id == own.id
                    found[asked.id, is_asker] = await view_of(
                        session, asked, now, is_asker=is_asker
                    )
            return tuple(sorted(found.values(), key=lambda one: -one.id)[:25])

    async def look(self, introduction_id: int, *, is_asker: bool) -> IntroductionView:
        """A request as one side sees it, for a message. Raises: IntroductionNotFound."""
        async with self._store.reading() as session:
            asked = await rows.find(session, introduction_id)
            if asked is None:
                raise IntroductionNotFound
            return await view_of(session, asked, self._clock.now(), is_asker=is_asker)

    async def answer(
        self, person: Person, introduction_id: int
    ) -> ContactShared | IntroductionView:
        """The contact, for one of the two who said yes; before that, to who asked, how it stands.

        Raises: IntroductionNotFound.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            asked = await rows.find(session, introduction_id)
            if asked is None or person.id not in (asked.asked_by, asked.answered_by):
                raise IntroductionNotFound
            is_asker = person.id == asked.asked_by
            if asked.state != "agreed" and is_asker:
                return await view_of(session, asked, now, is_asker=True)
            return await shared_of(session, asked, is_asker=is_asker)

    async def _hold_asked(
        self, session: Session, person: Person, introduction_id: int
    ) -> rows.IntroductionRow:
        """A request to a group of this person, locked after both groups, as everywhere."""
        found = await rows.find(session, introduction_id)
        if found is None:
            raise IntroductionNotFound
        await collectives.hold(session, [found.from_id, found.to_id])
        asked = await rows.hold(session, introduction_id)
        if asked is None or not await collectives.is_contact(session, person.id, asked.to_id):
            raise IntroductionNotFound
        person.need(Action.INTRODUCE, own=True)
        return asked

    def _need_open(self, asked: rows.IntroductionRow) -> None:
        if asked.state != "asked" or asked.expires_at <= self._clock.now():
            raise IntroductionOver

    async def _put_reach(
        self, session: Session, collective_id: int, person: Person, reach: str
    ) -> None:
        contact = await collectives.find_contact(session, collective_id, person.id)
        if contact is not None:
            contact.reach = " ".join(plain(reach).split())[:LONGEST_REACH]

    def _audit(self, session: Session, action: str, introduction_id: int, person: Person) -> None:
        audits.add(
            session,
            action,
            f"introduction:{introduction_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )
