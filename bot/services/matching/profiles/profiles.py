"""Keeping the profile of a collective: made, changed and paused by its contacts."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.clock import Clock
from bot.content import Content
from bot.limits import PROFILE_EDITS
from bot.people import Person, spend
from bot.rights import Action
from bot.search.whereabouts import by_name
from bot.services.matching.profiles.cards import card_of, fill_in, hold_own, is_placed, note
from bot.services.matching.profiles.fields import (
    LONGEST_NAME,
    LONGEST_REACH,
    PLACE,
    Choices,
    fields_of,
    items,
    line,
    links_of,
)
from bot.services.matching.profiles.understanding import (
    Understood,
    choices_of,
    forms_of,
    kind_of,
    understand,
    where_of,
)
from bot.services.matching.reading import Reading
from bot.services.matching.views import (
    CollectiveCard,
    CollectiveExists,
    CollectiveNotFound,
    PlaceUnclear,
    ProfileDraft,
    Proposal,
)
from bot.untrusted import plain
from data.store import Session, Store
from data.store import collectives as rows

_NEW: Final[Mapping[str, Any]] = {
    "phase": "",
    "motives": [],
    "methods": [],
    "offers": [],
    "needs": [],
}
_WHERE: Final = ("place", "municipality", "province", "country")


class Profiles:
    """The collectives of all communities."""

    def __init__(self, store: Store, clock: Clock, content: Content, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self.choices = Choices(content)
        self._forms = forms_of(content.facet("organisatievorm"))

    async def make(
        self, person: Person, draft: ProfileDraft, reach: str = "", *, is_ready: bool = True
    ) -> CollectiveCard:
        """Store a new collective, with the person as its contact; the same form twice is one.

        Themes and place are guessed from what was written, to be changed. Unless it `is_ready`
        nobody else sees it before a contact said that they are right, with `confirm`.
        Raises: EmptyProfile, CollectiveExists, TooMany.
        """
        fields = fields_of(draft)
        got = await self._read(fields["name"], fields["description"], fields["place"])
        values = {
            **_NEW,
            **fields,
            **got.columns,
            "community_id": person.community_id,
            "hidden": not is_ready,
            "is_draft": not is_ready,
            "changed_at": self._clock.now(),
        }
        async with self._store.writing() as session:
            await spend(session, person, PROFILE_EDITS, self._clock)
            collective_id = await rows.add(session, **values)
            if collective_id is None:
                return await self._made_before(session, person, values)
            await rows.put_themes(session, collective_id, got.themes)
            said, now = plain(reach)[:LONGEST_REACH], self._clock.now()
            await rows.add_contact(session, collective_id, person.id, said, now)
            note(session, "collective-made", collective_id, person, now)
            made = await rows.find(session, person.community_id, collective_id)
            if made is None:
                raise CollectiveNotFound
            return await card_of(session, made, person.id)

    async def propose(self, person: Person, collective_id: int) -> Proposal:
        """An own profile with what may be meant, to be confirmed.

        Raises: CollectiveNotFound, NotAllowed.
        """
        async with self._store.reading() as session:
            row = await rows.find(session, person.community_id, collective_id)
            if row is None:
                raise CollectiveNotFound
            card = await card_of(session, row, person.id)
        person.need(Action.EDIT_COLLECTIVE, own=card.is_own)
        got = await self._read(row.name, row.description, row.place)
        return Proposal(card, got.candidates, () if is_placed(row) else got.places)

    async def confirm(self, person: Person, collective_id: int) -> CollectiveCard:
        """Theme and place of a new profile are right: from now on others see it.

        Raises: CollectiveNotFound, NotAllowed, PlaceUnclear.
        """
        now, reader = self._clock.now(), await self._reading.reader()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            told = {"name": row.name, "text": row.description, "place": row.place}
            if not is_placed(row) and len(choices_of(reader, **told)) > 1:
                raise PlaceUnclear
            if row.is_draft:
                row.is_draft, row.hidden, row.changed_at = False, False, now
                self._reading.forget(person.community_id)
                note(session, "collective-confirmed", row.id, person, now)
            return await card_of(session, row, person.id)

    async def change(
        self, person: Person, collective_id: int, draft: ProfileDraft
    ) -> CollectiveCard:
        """Replace what a collective tells about itself.

        Raises: CollectiveNotFound, NotAllowed, EmptyProfile, CollectiveExists, TooMany.
        """
        fields = fields_of(draft)
        return await self._edit(
            person, collective_id, {**fields, **await self._placed(fields["place"])}
        )

    async def put_place(self, person: Person, collective_id: int, place: str) -> CollectiveCard:
        """Set the place alone: as typed, or a label of a proposal.

        Raises: CollectiveNotFound, NotAllowed, CollectiveExists, TooMany.
        """
        said = line(place, LONGEST_NAME)
        return await self._edit(person, collective_id, await self._placed(said))

    async def put_exchange(
        self, person: Person, collective_id: int, offers: Sequence[str], needs: Sequence[str]
    ) -> CollectiveCard:
        """Set what a collective has to give and what it looks for.

        Raises: CollectiveNotFound, NotAllowed, TooMany.
        """
        changes = {"offers": items(offers), "needs": items(needs)}
        return await self._edit(person, collective_id, changes)

    async def put_links(
        self, person: Person, collective_id: int, links: Sequence[str]
    ) -> CollectiveCard:
        """Set where a collective is on the web.

        Raises: CollectiveNotFound, NotAllowed, BadLink, TooMany.
        """
        return await self._edit(person, collective_id, {"links": links_of(links)})

    async def put_facets(
        self, person: Person, collective_id: int, **picked: str | Sequence[str]
    ) -> CollectiveCard:
        """Set what was picked from menus, by column; an empty choice takes it away.

        Columns: themes, context, phase, motives, methods, legal_form, languages, members,
        precision. Raises: CollectiveNotFound, NotAllowed, UnknownChoice, TooMany.
        """
        changes = self.choices.checked(picked)
        themes = changes.pop("themes", None)
        return await self._edit(person, collective_id, changes, themes)

    async def set_hidden(
        self, person: Person, collective_id: int, *, hidden: bool
    ) -> CollectiveCard:
        """Pause a profile, or show it again. Raises: CollectiveNotFound, NotAllowed, TooMany."""
        return await self._edit(person, collective_id, {"hidden": hidden})

    async def set_receives(
        self, person: Person, collective_id: int, *, receives: bool
    ) -> CollectiveCard:
        """Open or close a collective for new introductions; it stays to be found.

        Raises: CollectiveNotFound, NotAllowed, TooMany.
        """
        return await self._edit(person, collective_id, {"receives": receives})

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

    async def mine(self, person: Person, *, drafts: bool = False) -> tuple[CollectiveCard, ...]:
        """The collectives this person speaks for, oldest first; only when asked with drafts."""
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, person.community_id)
            cards = [await card_of(session, row, person.id) for row in found]
            return tuple(card for card in cards if drafts or not card.is_draft)

    async def named(self, person: Person, name: str) -> tuple[CollectiveCard, ...]:
        """At most 25 collectives whose name has these words, by name; hidden ones for staff."""
        sought = " ".join(plain(name).casefold().split())
        every = person.may(Action.EDIT_COLLECTIVE)
        find = rows.find_every if every else rows.find_all
        async with self._store.reading() as session:
            found = [
                row
                for row in await find(session, person.community_id)
                if sought in " ".join(row.name.casefold().split()) and not row.is_draft
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

    async def _edit(
        self,
        person: Person,
        collective_id: int,
        changes: Mapping[str, Any],
        themes: Sequence[str] | None = None,
    ) -> CollectiveCard:
        now, reader = self._clock.now(), await self._reading.reader()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            await spend(session, person, PROFILE_EDITS, self._clock)
            name, place = changes.get("name", row.name), changes.get("place", row.place)
            other = await rows.find_by_name(session, person.community_id, name, place)
            if other is not None and other.id != row.id:
                raise CollectiveExists(name=name, place=place)
            is_same_place = place == row.place and is_placed(row)
            for field, value in changes.items():
                is_told = field == "context" and "place" in changes and row.context
                if not (is_same_place and field in _WHERE) and not is_told:
                    setattr(row, field, value)
            if row.precision != PLACE:
                fill_in(row, reader)
            if themes is not None:
                await rows.put_themes(session, row.id, themes)
            row.changed_at = now
            self._reading.forget(person.community_id)
            note(session, "collective-changed", row.id, person, now)
            return await card_of(session, row, person.id)

    async def _made_before(
        self, session: Session, person: Person, values: Mapping[str, Any]
    ) -> CollectiveCard:
        """The own profile with this name and place; a draft takes over what was typed last."""
        known = await rows.find_by_name(
            session, person.community_id, values["name"], values["place"]
        )
        if known is None or not await rows.is_contact(session, person.id, known.id):
            raise CollectiveExists(name=values["name"], place=values["place"])
        if known.is_draft:
            known.description = values["description"]
        return await card_of(session, known, person.id)

    async def _read(self, name: str, text: str, place: str) -> Understood:
        reader = await self._reading.reader()
        return await asyncio.to_thread(
            understand, reader, self._forms, name=name, text=text, place=place
        )

    async def _placed(self, place: str) -> dict[str, str]:
        """The columns of a place that somebody typed or chose, with the kind of place it is."""
        reader = await self._reading.reader()
        choices = await asyncio.to_thread(by_name, reader.places, place)
        return where_of(choices, place) | {"context": kind_of(reader, choices)}
