"""Who is this, what may they do, which language do they read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.errors import DomainError, NotAllowed, NotFound, TooMany
from bot.limits import Bucket, Limit, take_all
from bot.rights import Action, Role, may
from bot.texts import LANGUAGES
from data.store import Session, Store, arrivals, communities, people

SEEN_AGAIN: Final = timedelta(hours=12)
"""Activity is noted at most this often: reading commands stay reading."""


ON_HOLD: Final = frozenset({Action.INTRODUCE})
"""What cannot go on while somebody's data may not be used."""


class DataOnHold(DomainError):
    """The person asked not to use their data now."""

    key = "people-on-hold"
    code = "D2"


class NoCommunity(DomainError):
    """The bot is used where nobody set it up."""

    key = "people-no-community"
    code = "C1"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody at a door, as the platform tells it at this moment.

    `space` is None in a direct message; then the door names the spaces it knows the person from.
    """

    identity: str
    name: str
    space: str | None
    locale: str
    role_ids: frozenset[str] = frozenset()
    space_name: str = ""
    is_steward: bool = False
    """May manage the space on the platform: counts only until an admin role is set."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known, with the rights of this moment."""

    id: int
    community_id: int
    identity: str
    name: str
    language: str
    roles: frozenset[Role] = field(default_factory=lambda: frozenset({Role.RESIDENT}))
    on_hold: bool = False
    """Their data may not be used now, by their own wish."""

    def may(self, action: Action, *, own: bool = False) -> bool:
        """Whether this person may do this, `own` telling that it is about their own thing."""
        return may(self.roles, action, own=own)

    def need(self, action: Action, *, own: bool = False) -> None:
        """Raises: NotAllowed, DataOnHold."""
        if self.on_hold and action in ON_HOLD:
            raise DataOnHold
        if not self.may(action, own=own):
            raise NotAllowed(action=action.value)


class People:
    """Everybody who uses the bot."""

    def __init__(self, store: Store, clock: Clock, language: str) -> None:
        self._store = store
        self._clock = clock
        self._language = language

    async def recognise(self, arrival: Arrival) -> Person:
        """The person behind an account; a new one is remembered.

        Raises: NoCommunity.
        """
        async with self._store.reading() as session:
            known = await self._look(session, arrival)
        if known is None or known[1]:
            async with self._store.writing() as session:
                now = self._clock.now()
                if arrival.space is not None:
                    name = arrival.space_name or arrival.space
                    await communities.add_space(session, arrival.space, name, now)
                row = await people.find_by_identity(session, arrival.identity)
                row = row or await people.add(session, arrival.identity, arrival.name, now)
                await people.put_seen(session, row.id, arrival.name, now)
                known = await self._look(session, arrival)
        if known is None:
            raise NoCommunity
        return known[0]

    async def open_space(self, space: str, name: str) -> int:
        """The community of a space; a space nobody knew becomes a community of its own."""
        async with self._store.writing() as session:
            return await communities.add_space(session, space, name, self._clock.now())

    async def _look(self, session: Session, arrival: Arrival) -> tuple[Person, bool] | None:
        space = arrival.space
        if space is None:
            spaces = await communities.find_spaces(session)
            space = spaces[0][0] if len(spaces) == 1 else None
        known = None if space is None else await arrivals.find(session, arrival.identity, space)
        if known is None:
            return None
        roles = roles_of(arrival, known.roles)
        if known.is_contact:
            roles |= {Role.CONTACT}
        person = Person(
            id=known.id,
            community_id=known.community_id,
            identity=arrival.identity,
            name=known.name,
            language=known.language or self.language_of(arrival.locale),
            roles=frozenset(roles),
            on_hold=known.on_hold,
        )
        stale = known.name != arrival.name or self._clock.now() - known.seen_at > SEEN_AGAIN
        return person, stale

    def language_of(self, locale: str) -> str:
        """The language for a client: its own where we speak that, else that of the bot."""
        return next((one for one in LANGUAGES if locale.startswith(one)), self._language)

    async def choose_language(self, person: Person, language: str) -> None:
        """Read the bot in this language from now on, whatever the client says."""
        async with self._store.writing() as session:
            row = await people.find(session, person.id)
            if row is None:
                raise NotFound
            row.language = language


def roles_of(arrival: Arrival, setting: Mapping[str, Any]) -> set[Role]:
    """The roles that a platform gives somebody, by the setting `roles` of the community."""
    roles = {Role.RESIDENT}
    admin, staff = set(setting.get("admin", ())), set(setting.get("staff", ()))
    if arrival.role_ids & admin or (not admin and arrival.is_steward):
        roles |= {Role.ADMIN}
    if arrival.role_ids & staff:
        roles |= {Role.STAFF}
    return roles


async def spend(session: Session, person: Person, limits: Sequence[Limit], clock: Clock) -> None:
    """Count one use of these limits; staff are free of them. What comes too late is never refused.

    Raises: TooMany with `wait_s`.
    """
    if person.roles & {Role.STAFF, Role.ADMIN}:
        return
    now = clock.now()
    await people.hold(session, person.id)
    rows = [await people.hold_bucket(session, person.id, limit.name) for limit in limits]
    states = [None if row is None else Bucket(row.tokens, row.used_at) for row in rows]
    taken, wait_s = take_all(states, limits, now)
    if wait_s > 0 and not all(limit.is_late_only for limit in limits):
        raise TooMany(wait_s=wait_s)
    for limit, bucket in zip(limits, taken, strict=True):
        await people.put_bucket(
            session, person.id, limit.name, tokens=bucket.tokens, used_at=bucket.updated_at
        )
