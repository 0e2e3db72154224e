"""Until when everything was heard, and what may have changed while the bot was away."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from data.store import Store, jobs
from data.store import questions as rows

SEEN: Final = "helpdesk-seen"
OVERLAP: Final = timedelta(minutes=2)
"""A dead line is noticed after at most this long. Source: Discord's heartbeat of 41 s, twice."""
CALLERS: Final = 100
CALLED_LATELY: Final = timedelta(days=30)
"""Whose private messages are looked up after an outage: Discord has no list of them for bots."""
TYPED: Final = 100
TYPED_LATELY: Final = timedelta(days=14)
"""Which typed questions are looked up after an outage: they may be changed or gone."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A question that stands as a message. `place` is None in private; `account` typed it."""

    origin: str
    place: str | None
    account: str


class Hearing:
    """What a door needs to know to hear everything once."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def note_seen(self) -> None:
        """Remember that everything typed until now was heard."""
        async with self._store.writing() as session:
            row = await jobs.hold(session, SEEN, self._clock.now())
            if row is not None:
                row.done_at = self._clock.now()

    async def seen_at(self) -> datetime | None:
        """When the bot last listened, a little earlier to be safe; None at the first start."""
        async with self._store.reading() as session:
            row = await jobs.find(session, SEEN)
        return None if row is None or row.done_at is None else row.done_at - OVERLAP

    async def callers(self) -> tuple[str, ...]:
        """The accounts that may have written in private while the bot was away, latest first."""
        since = self._clock.now() - CALLED_LATELY
        async with self._store.reading() as session:
            return await rows.find_callers(session, since, CALLERS)

    async def typed_lately(self) -> tuple[Typed, ...]:
        """Questions whose text still stands as a message somewhere, newest first."""
        since = self._clock.now() - TYPED_LATELY
        async with self._store.reading() as session:
            found = await rows.find_typed(session, since, TYPED)
        return tuple(Typed(origin, place, account) for origin, place, account in found)
