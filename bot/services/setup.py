"""What a community sets for itself, and what the doors need to know of messages they sent."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person, to_target
from bot.rights import Action
from data.store import Session, Store, audits, communities, deliveries

START: Final = "start-message"


class Setup:
    """Places, roles and language of communities, and their start message."""

    def __init__(self, store: Store, clock: Clock, language: str) -> None:
        """Prepare.

        Args:
            store: where the settings are.
            clock: the time.
            language: of what everybody reads, in a community that did not choose one.
        """
        self._store = store
        self._clock = clock
        self._language = language
        self._alone: dict[str, asyncio.Lock] = {}

    def alone(self, space: str) -> asyncio.Lock:
        """Held by the one who makes things in a space that must not be made twice."""
        return self._alone.setdefault(space, asyncio.Lock())

    async def look(self, person: Person) -> CommunitySettings:
        """The settings of this person's community. Raises: NotAllowed."""
        person.need(Action.SETTINGS)
        async with self._store.reading() as session:
            return await read_settings(session, person.community_id)

    async def of_space(self, space: str) -> CommunitySettings | None:
        """The settings that hold in a space; None for a space nobody set up."""
        async with self._store.reading() as session:
            community_id = await communities.find_space(session, space)
            return None if community_id is None else await read_settings(session, community_id)

    async def open(self, space: str, name: str, starts: Mapping[str, str]) -> None:
        """Begin in a space: follow the language of `.env`, and mend a start message that differs.

        `starts` has, by language, a mark of how the start message looks now.
        """
        async with self._store.writing() as session:
            community_id = await self._space(session, space, name)
            await self._show_start(session, community_id, starts)

    async def welcome(self, space: str, name: str, target: str) -> None:
        """Say once in a new space how to set the bot up."""
        async with self._store.writing() as session:
            community_id = await self._space(session, space, name)
            language = (await read_settings(session, community_id)).language
            await to_target(session, community_id, target, language, self._hello(space))

    async def welcome_person(self, space: str, person: Person) -> None:
        """The same in private, where the bot may write in no channel."""
        async with self._store.writing() as session:
            language = (await read_settings(session, person.community_id)).language
            await to_person(session, person.community_id, person.id, language, self._hello(space))

    async def put_places(
        self,
        person: Person,
        places: Mapping[Place, str],
        starts: Mapping[str, str],
        *,
        has_forum: bool = False,
    ) -> None:
        """Use these places from now on, and let the start message stand in its place.

        `starts` as in `open`. `has_forum`: the place of the help desk, when it is among them, is a
        forum, in which each question has a post of its own. Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        async with self._store.writing() as session:
            for place, target in places.items():
                value: dict[str, Any] = {"place": target}
                if place is Place.HELPDESK and has_forum:
                    value["forum"] = True
                await communities.put_setting(session, person.community_id, place.value, value)
            await self._show_start(session, person.community_id, starts)
            self._audit(session, person, "places-set")

    async def put_roles(
        self,
        person: Person,
        *,
        staff: Sequence[str] | None = None,
        admin: Sequence[str] | None = None,
    ) -> CommunitySettings:
        """Who is staff and who is admin, by role on the platform; None changes nothing.

        Returns the settings as they are now. Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        async with self._store.writing() as session:
            known = await read_settings(session, person.community_id)
            roles = {
                "staff": list(known.staff_roles if staff is None else staff),
                "admin": list(known.admin_roles if admin is None else admin),
            }
            await communities.put_setting(session, person.community_id, "roles", roles)
            self._audit(session, person, "roles-set")
            return await read_settings(session, person.community_id)

    async def put_language(self, person: Person, language: str, starts: Mapping[str, str]) -> None:
        """Speak this language where everybody reads along, whatever `.env` says.

        `starts` as in `open`. Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        async with self._store.writing() as session:
            value = {"value": language, "chosen": True}
            await communities.put_setting(session, person.community_id, "language", value)
            await self._show_start(session, person.community_id, starts)
            self._audit(session, person, "language-set")

    async def start_message(self, person: Person) -> tuple[str, str] | None:
        """Where the start message stands: place and message on the platform, if it was sent."""
        async with self._store.reading() as session:
            settings = await read_settings(session, person.community_id)
            place = settings.places.get(Place.START)
            rows = await deliveries.find_kind(session, START, place) if place else ()
            message = _original(rows)
            return (place, message.message) if place and message and message.message else None

    async def lose_start(self, person: Person, message: str) -> None:
        """Somebody took the start message away: the next look at it puts up a new one.

        Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        async with self._store.writing() as session:
            await deliveries.lose(session, message)

    async def message_of(self, source: str) -> tuple[str, str] | None:
        """Where the message of a source stands: place and message on the platform."""
        async with self._store.reading() as session:
            sent = await deliveries.find_sent(session, source)
        found = next((row for row in sent if row.message), None)
        return None if found is None or found.message is None else (found.target, found.message)

    async def source_of(self, message: str) -> str | None:
        """What a message on the platform was sent for."""
        async with self._store.reading() as session:
            return await deliveries.find_source(session, message)

    async def _space(self, session: Session, space: str, name: str) -> int:
        """The community of a space, in the language of `.env` as long as it chose none."""
        community_id = await communities.add_space(session, space, name, self._clock.now())
        settings = await communities.find_settings(session, community_id)
        known = settings.get("language", {})
        if not known.get("chosen") and known.get("value") != self._language:
            value = {"value": self._language, "chosen": False}
            await communities.put_setting(session, community_id, "language", value)
        return community_id

    async def _show_start(
        self, session: Session, community_id: int, starts: Mapping[str, str]
    ) -> None:
        """Queue the start message for its place, or a change of the one that stands there.

        The mark of how it looks is the end of the source: what a message says is not kept.
        """
        settings = await read_settings(session, community_id)
        place = settings.places.get(Place.START)
        if place is None:
            return
        rows = await deliveries.find_kind(session, START, place)
        mark, original = starts[settings.language], _original(rows)
        if original is not None and rows[-1].source.rpartition(":")[2] == mark:
            return
        source = f"start:{place}:{rows[-1].id if rows else 0}:{mark}"
        edits = original.source if original else None
        post = Post(START, source, {}, self._clock.now(), edits=edits)
        await to_target(session, community_id, place, settings.language, post)

    def _hello(self, space: str) -> Post:
        return Post("welcome", f"welcome:{space}", {}, self._clock.now())

    def _audit(self, session: Session, person: Person, action: str) -> None:
        audits.add(
            session,
            action,
            f"community:{person.community_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


def _original(rows: Sequence[deliveries.DeliveryRow]) -> deliveries.DeliveryRow | None:
    """The newest message that is no change of another, unless it or a change of it failed."""
    start = next((row for row in reversed(rows) if row.edits is None), None)
    is_gone = any(row.state == "failed" for row in rows if start and row.id >= start.id)
    return None if is_gone else start
