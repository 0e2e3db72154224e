"""Who speaks for a collective: coming, handing over and leaving, each with one message (X4)."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.limits import PROFILE_EDITS
from bot.people import Person, spend
from bot.posts import Post, to_person, to_place
from bot.services.matching.profiles.cards import card_of, hold_own, note
from bot.services.matching.reading import Reading
from bot.services.matching.views import (
    AlreadyContact,
    CollectiveCard,
    CollectiveNotFound,
    Left,
    OfferOver,
)
from data.store import Session, Store, contact_offers, introductions
from data.store import collectives as rows

OFFERED_FOR: Final = timedelta(days=14)
"""So long somebody may say yes to the role."""


class Contacts:
    """The contacts of all collectives."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def add(self, person: Person, collective_id: int, other: Person) -> CollectiveCard:
        """Let somebody else speak for a collective too; they hear it and can stop at once.

        Raises: CollectiveNotFound, NotAllowed, TooMany.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            await spend(session, person, PROFILE_EDITS, self._clock)
            if await rows.add_contact(session, row.id, other.id, "", now):
                source = f"contact:{row.id}:{other.id}:{now.isoformat()}"
                post = Post("contact-added", source, {"collective": row.id}, now)
                await _tell(session, row, other.id, post)
                await _pass_on(session, row, other.id, now)
                note(session, "contact-added", row.id, person, now)
            return await card_of(session, row, person.id)

    async def leave(self, person: Person, collective_id: int) -> Left:
        """Stop speaking for a collective at once; own open requests are withdrawn.

        When the last one leaves nobody is shown the collective any more, staff hear of it, and
        who left may come back for a while; a draft goes. Raises: CollectiveNotFound.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            held = await rows.hold(session, [collective_id])
            if not held or held[0].community_id != person.community_id:
                raise CollectiveNotFound
            row = held[0]
            if not await rows.remove_contact(session, row.id, person.id):
                raise CollectiveNotFound
            await _withdraw(session, row.id, person.id, now)
            await contact_offers.remove_from(session, row.id, person.id)
            note(session, "contact-left", row.id, person, now)
            left = not await rows.find_contacts(session, row.id)
            name, was_draft = row.name, row.is_draft
            if left and was_draft:
                await rows.remove(session, row.id)
            elif left:
                await contact_offers.put(session, row.id, person.id, None, now)
                await self._close(session, row, now)
            return Left(collective_id, name, left and not was_draft)

    async def hand_over(self, person: Person, collective_id: int, other: Person) -> CollectiveCard:
        """Ask somebody to take over the role; until they say yes nothing changes.

        Raises: CollectiveNotFound, AlreadyContact, TooMany.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            if not await rows.is_contact(session, person.id, row.id):
                raise CollectiveNotFound
            await spend(session, person, PROFILE_EDITS, self._clock)
            if await rows.is_contact(session, other.id, row.id):
                raise AlreadyContact(name=other.name)
            await contact_offers.remove_from(session, row.id, person.id)
            await contact_offers.put(session, row.id, other.id, person.id, now)
            source = f"contact-offer:{row.id}:{person.id}:{other.id}:{now.date().isoformat()}"
            facts = {"collective": row.id, "who": person.name}
            await _tell(session, row, other.id, Post("contact-offered", source, facts, now))
            note(session, "contact-offered", row.id, person, now)
            return await card_of(session, row, person.id)

    async def accept(self, person: Person, collective_id: int) -> CollectiveCard:
        """Take the role that was offered; who gave it away is contact no more.

        A collective that nobody spoke for is shown again. Twice is once.
        Raises: CollectiveNotFound, OfferOver.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, collective_id)
            offer = await contact_offers.hold(session, row.id, person.id)
            if offer is None and await rows.is_contact(session, person.id, row.id):
                return await card_of(session, row, person.id)
            if offer is None or now >= offer.at + OFFERED_FOR:
                raise OfferOver
            if row.hidden and not await rows.find_contacts(session, row.id):
                row.hidden, row.changed_at = False, now
                self._reading.forget(person.community_id)
            await rows.add_contact(session, row.id, person.id, "", now)
            await contact_offers.remove(session, row.id, person.id)
            await self._replace(session, row, person, offer.from_person)
            await _pass_on(session, row, person.id, now)
            note(session, "contact-taken", row.id, person, now)
            return await card_of(session, row, person.id)

    async def refuse(self, person: Person, collective_id: int) -> str:
        """Do not take the role; who offered it hears so. The name of the collective.

        Raises: CollectiveNotFound, OfferOver.
        """
        async with self._store.writing() as session:
            row = await self._hold(session, person, collective_id)
            offer = await contact_offers.hold(session, row.id, person.id)
            if offer is None:
                raise OfferOver
            await contact_offers.remove(session, row.id, person.id)
            if offer.from_person is not None:
                await self._answer(session, row, person, offer.from_person, taken=False)
            return row.name

    async def _hold(
        self, session: Session, person: Person, collective_id: int
    ) -> rows.CollectiveRow:
        held = await rows.hold(session, [collective_id])
        if not held or held[0].community_id != person.community_id:
            raise CollectiveNotFound
        return held[0]

    async def _replace(
        self, session: Session, row: rows.CollectiveRow, person: Person, before: int | None
    ) -> None:
        """End the role of who handed it over, and tell them."""
        if before is not None and await rows.remove_contact(session, row.id, before):
            await _withdraw(session, row.id, before, self._clock.now())
            await self._answer(session, row, person, before, taken=True)

    async def _answer(
        self,
        session: Session,
        row: rows.CollectiveRow,
        person: Person,
        to: int,
        *,
        taken: bool,
    ) -> None:
        now = self._clock.now()
        source = f"contact-offer:{row.id}:{person.id}:answered:{now.isoformat()}"
        facts = {"collective": row.id, "who": person.name, "taken": taken}
        await _tell(session, row, to, Post("contact-answered", source, facts, now))

    async def _close(self, session: Session, row: rows.CollectiveRow, now: datetime) -> None:
        """Show a collective that nobody speaks for to nobody, and tell staff."""
        row.hidden, row.changed_at = True, now
        self._reading.forget(row.community_id)
        settings = await read_settings(session, row.community_id)
        source = f"contact-none:{row.id}:{now.isoformat()}"
        post = Post("contact-none", source, {"collective": row.id}, now)
        await to_place(session, row.community_id, settings, Place.STAFF, post)


async def _tell(session: Session, row: rows.CollectiveRow, person_id: int, post: Post) -> None:
    language = (await read_settings(session, row.community_id)).language
    await to_person(session, row.community_id, person_id, language, post)


async def _pass_on(
    session: Session, row: rows.CollectiveRow, person_id: int, now: datetime
) -> None:
    """Ask a new contact what the collective was asked and did not answer."""
    for asked in await introductions.find_open_to(session, row.id):
        facts = {"introduction": asked.id}
        request = Post("introduction-request", f"introduction:{asked.id}", facts, now)
        await _tell(session, row, person_id, request)


async def _withdraw(session: Session, collective_id: int, person_id: int, now: datetime) -> None:
    """End what this person asked other collectives in the name of this one."""
    for asked in await introductions.hold_open_by(session, collective_id, person_id):
        asked.state, asked.ended_at = "withdrawn", now
