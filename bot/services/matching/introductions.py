"""Getting to know each other: nothing of a person is told before both sides said yes.

Asking is the yes of the asker. A no is kept and told to nobody: until the request would have
expired it looks like waiting, and then like silence.
"""

from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person, to_place
from bot.rights import Action
from bot.services.matching.asking import check_limits, hold_pair
from bot.services.matching.profiles import LONGEST_REACH, card_of
from bot.services.matching.sides import shared_of, view_of
from bot.services.matching.unreached import tell_of
from bot.services.matching.views import (
    AlreadyMet,
    CollectiveNotFound,
    ContactShared,
    IntroductionNotFound,
    IntroductionOver,
    IntroductionView,
    NoOwnCollective,
    OwnCollective,
    Requested,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, collectives
from data.store import introductions as rows

OPEN_FOR: Final = timedelta(days=14)
LONGEST_NOTE: Final = 300
LOOKED_BACK: Final = timedelta(days=2)
"""So long after a message could not be delivered, others are told of it."""


class Introductions:
    """All requests to meet."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def may_ask(self, person: Person, to_id: int) -> None:
        """Look whether this person could ask, before they fill in a form.

        Raises: NoOwnCollective, CollectiveNotFound, OwnCollective.
        """
        async with self._store.reading() as session:
            to = await collectives.find(session, person.community_id, to_id)
            if to is None or to.hidden:
                raise CollectiveNotFound
            if not await collectives.find_of(session, person.id, person.community_id):
                raise NoOwnCollective
            if await collectives.is_contact(session, person.id, to_id):
                raise OwnCollective

    async def request(
        self, person: Person, from_id: int, to_id: int, *, note: str = "", reach: str = ""
    ) -> Requested:
        """Ask another group to meet; each of its contacts gets a message.

        Raises: NoOwnCollective, CollectiveNotFound, OwnCollective, NotAllowed, AskedBefore,
        AlreadyMet, TooManyOpen, TooMany.
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
            asked = await rows.add(
                session,
                community_id=person.community_id,
                from_id=from_id,
                to_id=to_id,
                asked_by=person.id,
                note=" ".join(plain(note).split())[:LONGEST_NOTE],
                asked_at=now,
                expires_at=expires_at,
            )
            settings = await read_settings(session, person.community_id)
            source, facts = f"introduction:{asked}", {"introduction": asked}
            post = Post("introduction-request", source, facts, now)
            told = [
                await to_person(
                    session, person.community_id, contact.person_id, settings.language, post
                )
                for contact in await collectives.find_contacts(session, to_id)
            ]
            if not any(told):
                post = Post("introduction-no-contact", source, {"collective": to_id}, now)
                await to_place(session, person.community_id, settings, Place.STAFF, post)
            self._audit(session, "introduction-asked", asked, person)
            return Requested(asked, card, expires_at)

    async def accept(self, person: Person, introduction_id: int, reach: str) -> ContactShared:
        """Say yes for the group that was asked: both who said yes get each other's contact.

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
            settings = await read_settings(session, asked.community_id)
            for one, is_asker in ((asked.asked_by, True), (person.id, False)):
                facts = {"introduction": asked.id, "asker": is_asker}
                source = f"introduction:{asked.id}:agreed:{'from' if is_asker else 'to'}"
                post = Post("introduction-agreed", source, facts, now)
                await to_person(session, asked.community_id, one, settings.language, post)
            await self._refresh(session, asked, settings)
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

        Raises: IntroductionNotFound, IntroductionOver, NotAllowed.
        """
        async with self._store.writing() as session:
            asked = await self._hold_asked(session, person, introduction_id)
            if asked.state == "refused" and asked.ended_at is None:
                return
            self._need_open(asked)
            asked.state, asked.note = "refused", ""
            settings = await read_settings(session, asked.community_id)
            await self._refresh(session, asked, settings)

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
            asked.state, asked.ended_at = "withdrawn", now
            settings = await read_settings(session, asked.community_id)
            await self._refresh(session, asked, settings)

    async def expire_due(self) -> int:
        """End what nobody said yes to in time, with one neutral line to the asker."""
        now = self._clock.now()
        async with self._store.reading() as session:
            waiting = await rows.is_due(session, now)
        if not waiting:
            return 0
        async with self._store.writing() as session:
            due = await rows.due(session, now)
            for asked in due:
                if asked.state == "asked":
                    asked.state = "expired"
                asked.ended_at = asked.expires_at
                settings = await read_settings(session, asked.community_id)
                await self._refresh(session, asked, settings)
                if asked.asked_by is None or not await collectives.is_contact(
                    session, asked.asked_by, asked.from_id
                ):
                    continue
                source, facts = f"introduction:{asked.id}:ended", {"introduction": asked.id}
                post = Post("introduction-ended", source, facts, now)
                await to_person(
                    session, asked.community_id, asked.asked_by, settings.language, post
                )
            return len(due)

    async def tell_unreached(self) -> int:
        """Say who could not be reached, so that the others can do something about it; once each.

        After two times yes the other side is told to write first. A request that reached nobody of
        a group is brought to staff. Returns how many were found.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            is_any = bool(await rows.find_unreached(session, now - LOOKED_BACK))
        if not is_any:
            return 0
        async with self._store.writing() as session:
            unreached = await rows.find_unreached(session, now - LOOKED_BACK)
            for failed in unreached:
                settings = await read_settings(session, failed.community_id)
                asked = await rows.find(session, int(failed.facts["introduction"]))
                if asked is not None:
                    await tell_of(session, failed, asked, settings, now)
            return len(unreached)

    async def mine(self, person: Person) -> tuple[IntroductionView, ...]:
        """The requests of and to the groups this person speaks for, newest first."""
        async with self._store.reading() as session:
            found: dict[tuple[int, bool], IntroductionView] = {}
            for own in await collectives.find_of(session, person.id, person.community_id):
                for asked in await rows.find_of(session, own.id):
                    is_asker = asked.from_id == own.id
                    found[asked.id, is_asker] = await view_of(
                        session, asked, self._clock.now(), is_asker=is_asker
                    )
            return tuple(sorted(found.values(), key=lambda one: -one.id)[:25])

    async def look(self, introduction_id: int, *, is_asker: bool) -> IntroductionView:
        """A request as one side sees it, for a message. Raises: IntroductionNotFound."""
        async with self._store.reading() as session:
            asked = await rows.find(session, introduction_id)
            if asked is None:
                raise IntroductionNotFound
            return await view_of(session, asked, self._clock.now(), is_asker=is_asker)

    async def shared(self, introduction_id: int, *, is_asker: bool) -> ContactShared:
        """The contact that one side gets. Raises: IntroductionNotFound before both said yes."""
        async with self._store.reading() as session:
            asked = await rows.find(session, introduction_id)
            if asked is None:
                raise IntroductionNotFound
            return await shared_of(session, asked, is_asker=is_asker)

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
        """A request to a group of this person, locked."""
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

    async def _refresh(
        self, session: Session, asked: rows.IntroductionRow, settings: CommunitySettings
    ) -> None:
        """Take the buttons from the messages of a request that is over."""
        source = f"introduction:{asked.id}"
        post = Post(
            "introduction-request",
            f"{source}:over",
            {"introduction": asked.id},
            self._clock.now(),
            edits=source,
        )
        for contact in await collectives.find_contacts(session, asked.to_id):
            await to_person(session, asked.community_id, contact.person_id, settings.language, post)

    def _audit(self, session: Session, action: str, introduction_id: int, person: Person) -> None:
        audits.add(
            session,
            action,
            f"introduction:{introduction_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )
