"""Keeping the profile of a collective: made, changed, paused and left by its contacts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.content import Content
from bot.limits import PROFILE_EDITS
from bot.people import Person, spend
from bot.posts import Post, to_person
from bot.rights import Action
from bot.services.matching.reading import Reading
from bot.services.matching.views import (
    CollectiveCard,
    CollectiveExists,
    CollectiveNotFound,
    EmptyProfile,
    ProfileDraft,
    UnknownChoice,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, introductions
from data.store import collectives as rows

MOST_THEMES: Final = 5
GUESSED_THEMES: Final = 3
MOST_ITEMS: Final = 10
LONGEST_NAME: Final = 80
LONGEST_ITEM: Final = 200
LONGEST_DESCRIPTION: Final = 600
LONGEST_REACH: Final = 200


class Profiles:
    """The collectives of all communities."""

    def __init__(self, store: Store, clock: Clock, content: Content, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._themes = {theme.id: theme for theme in content.themes}
        self._contexts = frozenset(value.id for value in content.facet("context").values)
        self._phases = frozenset(value.id for value in content.facet("fase").values)

    async def make(self, person: Person, draft: ProfileDraft, reach: str = "") -> CollectiveCard:
        """Store a new collective, with the person as its contact; the same form twice is one.

        Themes and the kind of place are guessed from what was written, to be changed.
        Raises: EmptyProfile, CollectiveExists, TooMany.
        """
        fields = _fields(draft)
        themes, context = await self._reading.guess(fields["description"], fields["place"])
        now = self._clock.now()
        async with self._store.writing() as session:
            await spend(session, person, PROFILE_EDITS, self._clock)
            values: dict[str, Any] = {
                "community_id": person.community_id,
                "municipality": "",
                "context": context,
                "population": None,
                "phase": "",
                "motives": [],
                "methods": [],
                "legal_form": "",
                "hidden": False,
                "changed_at": now,
                **fields,
            }
            collective_id = await rows.add(session, **values)
            if collective_id is None:
                known = await rows.find_by_name(
                    session, person.community_id, fields["name"], fields["place"]
                )
                if known is None or not await rows.is_contact(session, person.id, known.id):
                    raise CollectiveExists(name=fields["name"], place=fields["place"])
                return await card_of(session, known, person.id)
            await rows.put_themes(session, collective_id, themes[:GUESSED_THEMES])
            await rows.add_contact(
                session, collective_id, person.id, plain(reach)[:LONGEST_REACH], now
            )
            self._audit(session, "collective-made", collective_id, person, now)
            made = await rows.find(session, person.community_id, collective_id)
            if made is None:
                raise CollectiveNotFound
            return await card_of(session, made, person.id)

    async def change(
        self, person: Person, collective_id: int, draft: ProfileDraft
    ) -> CollectiveCard:
        """Replace what a collective tells about itself.

        Raises: CollectiveNotFound, NotAllowed, EmptyProfile, CollectiveExists, TooMany.
        """
        return await self._edit(person, collective_id, _fields(draft))

    async def put_facets(
        self,
        person: Person,
        collective_id: int,
        *,
        themes: Sequence[str] | None = None,
        context: str | None = None,
        phase: str | None = None,
    ) -> CollectiveCard:
        """Set what was picked from a menu; None leaves it as it was.

        Raises: CollectiveNotFound, NotAllowed, UnknownChoice, TooMany.
        """
        changes: dict[str, Any] = {}
        if context is not None:
            changes["context"] = context
        if phase is not None:
            changes["phase"] = phase
        known = (
            not set(themes or ()) - self._themes.keys()
            and len(themes or ()) <= MOST_THEMES
            and (context is None or context in self._contexts)
            and (phase is None or phase in self._phases)
        )
        if not known:
            raise UnknownChoice
        return await self._edit(person, collective_id, changes, themes)

    async def set_hidden(
        self, person: Person, collective_id: int, *, hidden: bool
    ) -> CollectiveCard:
        """Pause a profile, or show it again. Raises: CollectiveNotFound, NotAllowed, TooMany."""
        return await self._edit(person, collective_id, {"hidden": hidden})

    async def _edit(
        self,
        person: Person,
        collective_id: int,
        changes: Mapping[str, Any],
        themes: Sequence[str] | None = None,
    ) -> CollectiveCard:
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold_own(session, person, collective_id)
            await spend(session, person, PROFILE_EDITS, self._clock)
            name, place = changes.get("name", row.name), changes.get("place", row.place)
            other = await rows.find_by_name(session, person.community_id, name, place)
            if other is not None and other.id != row.id:
                raise CollectiveExists(name=name, place=place)
            for field, value in changes.items():
                setattr(row, field, value)
            if themes is not None:
                await rows.put_themes(session, row.id, themes)
            row.changed_at = now
            self._reading.forget(person.community_id)
            self._audit(session, "collective-changed", row.id, person, now)
            return await card_of(session, row, person.id)

    async def leave(self, person: Person, collective_id: int) -> str:
        """Stop speaking for a collective at once; own open requests are withdrawn.

        Returns the name of the collective. Raises: CollectiveNotFound.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await rows.find(session, person.community_id, collective_id)
            if row is None or not await rows.remove_contact(session, collective_id, person.id):
                raise CollectiveNotFound
            for asked in await introductions.hold_open_by(session, collective_id, person.id):
                asked.state, asked.ended_at = "withdrawn", now
            self._audit(session, "contact-left", collective_id, person, now)
            return row.name

    async def add_contact(
        self, person: Person, collective_id: int, other: Person
    ) -> CollectiveCard:
        """Let somebody else speak for a collective too; they hear it and can stop at once.

        Raises: CollectiveNotFound, NotAllowed, TooMany.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold_own(session, person, collective_id)
            await spend(session, person, PROFILE_EDITS, self._clock)
            if await rows.add_contact(session, row.id, other.id, "", now):
                language = (await read_settings(session, person.community_id)).language
                source = f"contact:{row.id}:{other.id}:{now.isoformat()}"
                post = Post("contact-added", source, {"collective": row.id}, now)
                await to_person(session, person.community_id, other.id, language, post)
                for asked in await introductions.find_open_to(session, row.id):
                    request = Post(
                        "introduction-request",
                        f"introduction:{asked.id}",
                        {"introduction": asked.id},
                        now,
                    )
                    await to_person(session, person.community_id, other.id, language, request)
                self._audit(session, "contact-added", row.id, person, now)
            return await card_of(session, row, person.id)

    async def look(self, person: Person, collective_id: int) -> CollectiveCard:
        """The profile of a collective; a hidden one only for who may change it.

        Raises: CollectiveNotFound.
        """
        async with self._store.reading() as session:
            row = await rows.find(session, person.community_id, collective_id)
            if row is None:
                raise CollectiveNotFound
            card = await card_of(session, row, person.id)
        if card.hidden and not person.may(Action.EDIT_COLLECTIVE, own=card.is_own):
            raise CollectiveNotFound
        return card

    async def name_of(self, collective_id: int) -> str:
        """The name of a collective, for a message of the bot; empty when it is gone."""
        async with self._store.reading() as session:
            return await rows.find_name(session, collective_id) or ""

    async def mine(self, person: Person) -> tuple[CollectiveCard, ...]:
        """The collectives this person speaks for, oldest first."""
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, person.community_id)
            return tuple([await card_of(session, row, person.id) for row in found])

    async def named(self, person: Person, name: str) -> tuple[CollectiveCard, ...]:
        """At most 25 visible collectives whose name has these words, by name."""
        sought = " ".join(plain(name).casefold().split())
        async with self._store.reading() as session:
            found = [
                row
                for row in await rows.find_all(session, person.community_id)
                if sought in " ".join(row.name.casefold().split())
            ]
            found.sort(key=lambda row: (row.name.casefold(), row.id))
            return tuple([await card_of(session, row, person.id) for row in found[:25]])

    async def reach(self, person: Person, collective_id: int) -> str:
        """How this contact wants to be reached. Raises: CollectiveNotFound."""
        async with self._store.reading() as session:
            row = await rows.find_contact(session, collective_id, person.id)
            if row is None:
                raise CollectiveNotFound
            return row.reach

    async def _hold_own(
        self, session: Session, person: Person, collective_id: int
    ) -> rows.CollectiveRow:
        held = await rows.hold(session, [collective_id])
        if not held or held[0].community_id != person.community_id:
            raise CollectiveNotFound
        own = await rows.is_contact(session, person.id, collective_id)
        person.need(Action.EDIT_COLLECTIVE, own=own)
        return held[0]

    @staticmethod
    def _audit(
        session: Session, action: str, collective_id: int, person: Person, at: datetime
    ) -> None:
        audits.add(
            session,
            action,
            f"collective:{collective_id}",
            at=at,
            community_id=person.community_id,
            actor_id=person.id,
        )


async def card_of(
    session: Session, row: rows.CollectiveRow, person_id: int | None
) -> CollectiveCard:
    """A profile as this person sees it."""
    themes = await rows.find_themes(session, [row.id])
    contacts = await rows.find_contacts(session, row.id)
    return CollectiveCard(
        id=row.id,
        name=row.name,
        place=row.place,
        themes=themes.get(row.id, ()),
        context=row.context,
        phase=row.phase,
        offers=tuple(row.offers),
        needs=tuple(row.needs),
        description=row.description,
        hidden=row.hidden,
        is_own=any(contact.person_id == person_id for contact in contacts),
        has_contact=bool(contacts),
    )


def _fields(draft: ProfileDraft) -> dict[str, Any]:
    """The columns of a draft, cleaned. Raises: EmptyProfile."""
    name = _line(draft.name, LONGEST_NAME)
    description = plain(draft.description).strip()[:LONGEST_DESCRIPTION]
    if not name or not description:
        raise EmptyProfile
    return {
        "name": name,
        "place": _line(draft.place, LONGEST_NAME),
        "description": description,
        "offers": _items(draft.offers),
        "needs": _items(draft.needs),
    }


def _line(text: str, longest: int) -> str:
    return " ".join(plain(text).split())[:longest]


def _items(texts: Sequence[str]) -> list[str]:
    items = [_line(text, LONGEST_ITEM) for text in texts]
    return [item for item in items if item][:MOST_ITEMS]
