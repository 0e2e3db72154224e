"""What a community sets for itself, and what the doors need to know of messages they sent."""

from collections.abc import Mapping, Sequence

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.people import Person
from bot.posts import Post, to_place, to_target
from bot.rights import Action
from data.store import Store, audits, communities, deliveries


class Setup:
    """Places and roles of communities."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

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

    async def welcome(self, space: str, name: str, target: str) -> None:
        """Say once in a new space how to set the bot up."""
        now = self._clock.now()
        async with self._store.writing() as session:
            community_id = await communities.add_space(session, space, name, now)
            language = (await read_settings(session, community_id)).language
            post = Post("welcome", f"welcome:{space}", {}, now)
            await to_target(session, community_id, target, language, post)

    async def put_places(self, person: Person, places: Mapping[Place, str]) -> None:
        """Use these places from now on, and post the start message in its place.

        Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        now = self._clock.now()
        async with self._store.writing() as session:
            for place, target in places.items():
                value = {"place": target}
                await communities.put_setting(session, person.community_id, place.value, value)
            settings = await read_settings(session, person.community_id)
            start = settings.places.get(Place.START)
            if start is not None and Place.START in places:
                post = Post("start-message", f"start:{start}:{now:%Y%m%d%H%M}", {}, now)
                await to_place(session, person.community_id, settings, Place.START, post)
            self._audit(session, person, "places-set")

    async def put_roles(
        self, person: Person, *, staff: Sequence[str], admin: Sequence[str]
    ) -> None:
        """Who is staff and who is admin, by role on the platform; empty lists change nothing.

        Raises: NotAllowed.
        """
        person.need(Action.SETTINGS)
        async with self._store.writing() as session:
            settings = await read_settings(session, person.community_id)
            await communities.put_setting(
                session,
                person.community_id,
                "roles",
                {
                    "staff": list(staff or settings.staff_roles),
                    "admin": list(admin or settings.admin_roles),
                },
            )
            self._audit(session, person, "roles-set")

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

    def _audit(self, session: "deliveries.Session", person: Person, action: str) -> None:
        audits.add(
            session,
            action,
            f"community:{person.community_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )
