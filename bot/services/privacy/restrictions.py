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
from data.store import restrictions as rows
from data.store.restrictions import Restriction

ANSWER_WITHIN: Final = timedelta(days=30)


class RestrictionOver(Expired):
    """The restriction was taken back or decided upon."""

    key = "privacy-restriction-gone"
    code = "D3"


@dataclass(frozen=True, slots=True)
class RestrictionView:
    """A restriction as staff see it. `answer_by` is the last day for an answer."""

    id: int
    kind: Restriction
    name: str
    since: datetime
    answer_by: datetime


class Restrictions:
    """What people asked us not to do with their data."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def of(self, person: Person) -> frozenset[Restriction]:
        """The restrictions of this person that hold."""
        async with self._store.reading() as session:
            return frozenset(await rows.find_of(session, person.id))

    async def make(self, person: Person, kind: Restriction) -> bool:
        """Put the use of this person's data on hold and tell staff; False when it was already.

        Messages that wait and were not asked for are cancelled, open requests to meet end.
        """
        person.need(Action.OWN_DATA, own=True)
        now = self._clock.now()
        async with self._store.writing() as session:
            if not await rows.add(session, person.id, person.community_id, kind, now):
                return False
            restriction_id = (await rows.find_of(session, person.id))[kind]
            await traces.cancel_mail(session, person.id, now, but=ANSWERS)
            await self._withdraw(session, person, now)
            settings = await read_settings(session, person.community_id)
            post = Post(
                "privacy-restriction",
                f"restriction:{restriction_id}",
                {"restriction": restriction_id},
                now,
            )
            await to_place(session, person.community_id, settings, Place.STAFF, post)
            self._audit(session, person, f"restriction-{kind.value}", restriction_id)
            return True

    async def take_back(self, person: Person, kind: Restriction) -> bool:
        """Use the data again unless the other restriction holds; False when there was none."""
        person.need(Action.OWN_DATA, own=True)
        async with self._store.writing() as session:
            restriction_id = (await rows.find_of(session, person.id)).get(kind)
            if restriction_id is None:
                return False
            await self._end(session, person, restriction_id, "taken-back")
            return True

    async def look(self, restriction_id: int) -> RestrictionView | None:
        """A restriction that holds."""
        async with self._store.reading() as session:
            restriction = await rows.find(session, restriction_id)
            if restriction is None:
                return None
            name = await people.name_of(session, restriction.person_id)
            until = restriction.since + ANSWER_WITHIN
            return RestrictionView(
                restriction.id, Restriction(restriction.kind), name, restriction.since, until
            )

    async def decide(self, person: Person, restriction_id: int) -> None:
        """An admin answered an objection: it ends, and who made it hears so.

        Raises: NotAllowed, RestrictionOver.
        """
        person.need(Action.ERASE_OTHER)
        async with self._store.writing() as session:
            restriction = await rows.hold(session, restriction_id)
            if restriction is None or restriction.community_id != person.community_id:
                raise RestrictionOver
            settings = await read_settings(session, restriction.community_id)
            post = Post(
                "privacy-decided", f"restriction:{restriction_id}:decided", {}, self._clock.now()
            )
            whose, language = restriction.person_id, settings.language
            await to_person(session, restriction.community_id, whose, language, post)
            await self._end(session, person, restriction_id, "decided")

    async def _end(self, session: Session, person: Person, restriction_id: int, how: str) -> None:
        await rows.remove(session, restriction_id)
        first = f"restriction:{restriction_id}"
        facts = {"restriction": restriction_id, "over": how, "edit_only": True}
        post = Post("privacy-restriction", f"{first}:over", facts, self._clock.now(), edits=first)
        settings = await read_settings(session, person.community_id)
        await to_place(session, person.community_id, settings, Place.STAFF, post)
        self._audit(session, person, f"restriction-{how}", restriction_id)

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

    def _audit(self, session: Session, person: Person, action: str, restriction_id: int) -> None:
        audits.add(
            session,
            action,
            f"restriction:{restriction_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )
