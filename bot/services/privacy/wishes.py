"""Restriction and objection: the data of a person is kept, and not used.

Source: trust.md 1.3; AVG art. 12, 18 and 21.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.errors import Expired
from bot.people import Person
from bot.posts import ANSWERS, Post, to_person, to_place
from bot.rights import Action
from data.store import Session, Store, audits, collectives, people, traces
from data.store import wishes as rows
from data.store.wishes import Wish

ANSWER_WITHIN: Final = timedelta(days=30)


class WishOver(Expired):
    """The wish was taken back or decided upon."""

    key = "privacy-wish-gone"
    code = "D3"


@dataclass(frozen=True, slots=True)
class WishView:
    """A wish as staff see it. `answer_by` is the last day for an answer."""

    id: int
    kind: Wish
    name: str
    since: datetime
    answer_by: datetime


class Wishes:
    """What people asked us not to do with their data."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def of(self, person: Person) -> frozenset[Wish]:
        """The wishes of this person that hold."""
        async with self._store.reading() as session:
            return frozenset(await rows.find_of(session, person.id))

    async def make(self, person: Person, kind: Wish) -> bool:
        """Put the use of this person's data on hold and tell staff; False when it was already.

        Messages that wait and were not asked for are cancelled, open requests to meet end.
        """
        person.need(Action.OWN_DATA, own=True)
        now = self._clock.now()
        async with self._store.writing() as session:
            if not await rows.add(session, person.id, person.community_id, kind, now):
                return False
            wish_id = (await rows.find_of(session, person.id))[kind]
            await traces.cancel_mail(session, person.id, now, but=ANSWERS)
            await self._withdraw(session, person, now)
            settings = await read_settings(session, person.community_id)
            post = Post("privacy-wish", f"wish:{wish_id}", {"wish": wish_id}, now)
            await to_place(session, person.community_id, settings, Place.STAFF, post)
            self._audit(session, person, f"wish-{kind.value}", wish_id)
            return True

    async def take_back(self, person: Person, kind: Wish) -> bool:
        """Use the data again, unless the other wish still holds; False when it was so already."""
        person.need(Action.OWN_DATA, own=True)
        async with self._store.writing() as session:
            wish_id = (await rows.find_of(session, person.id)).get(kind)
            if wish_id is None:
                return False
            await self._end(session, person, wish_id, "taken-back")
            return True

    async def look(self, wish_id: int) -> WishView | None:
        """A wish that holds."""
        async with self._store.reading() as session:
            wish = await rows.find(session, wish_id)
            if wish is None:
                return None
            name = await people.name_of(session, wish.person_id)
            until = wish.since + ANSWER_WITHIN
            return WishView(wish.id, Wish(wish.kind), name, wish.since, until)

    async def decide(self, person: Person, wish_id: int) -> None:
        """An admin answered an objection: it ends, and who made it hears so.

        Raises: NotAllowed, WishOver.
        """
        person.need(Action.ERASE_OTHER)
        async with self._store.writing() as session:
            wish = await rows.hold(session, wish_id)
            if wish is None or wish.community_id != person.community_id:
                raise WishOver
            settings = await read_settings(session, wish.community_id)
            post = Post("privacy-decided", f"wish:{wish_id}:decided", {}, self._clock.now())
            whose, language = wish.person_id, settings.language
            await to_person(session, wish.community_id, whose, language, post)
            await self._end(session, person, wish_id, "decided")

    async def _end(self, session: Session, person: Person, wish_id: int, how: str) -> None:
        await rows.remove(session, wish_id)
        first = f"wish:{wish_id}"
        facts = {"wish": wish_id, "over": how, "edit_only": True}
        post = Post("privacy-wish", f"{first}:over", facts, self._clock.now(), edits=first)
        settings = await read_settings(session, person.community_id)
        await to_place(session, person.community_id, settings, Place.STAFF, post)
        self._audit(session, person, f"wish-{how}", wish_id)

    async def _withdraw(self, session: Session, person: Person, now: datetime) -> None:
        """End the requests this person made; whoever got one cannot press its buttons any more."""
        settings = await read_settings(session, person.community_id)
        for asked in await traces.withdraw(session, person.id, now):
            first = f"introduction:{asked.id}"
            facts = {"introduction": asked.id}
            post = Post("introduction-request", f"{first}:over", facts, now, edits=first)
            for contact in await collectives.find_contacts(session, asked.to_id):
                await to_person(
                    session, asked.community_id, contact.person_id, settings.language, post
                )

    def _audit(self, session: Session, person: Person, action: str, wish_id: int) -> None:
        audits.add(
            session,
            action,
            f"wish:{wish_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )
