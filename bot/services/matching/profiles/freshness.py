"""Keeping profiles true: a gentle question after a year of silence, and not more (M12)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person, to_place
from bot.services.matching.profiles.cards import hold_own, note
from bot.services.matching.reading import Reading
from data.store import Session, Store, pictures, silences

SILENT: Final = timedelta(days=365)
"""After so long without a sign of life contacts are asked whether the profile is still right."""
PATIENCE: Final = timedelta(days=61)
"""Without an answer in this time nobody is shown the collective any more."""
NAMED: Final = 10
"""So many silent collectives are named to staff in one message."""
LOOSE: Final = timedelta(days=1)
"""A picture that belongs to nothing goes after this."""


class Freshness:
    """Asks, hides, and shows again; what a collective shared stays."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def apply(self) -> None:
        """The work of a day: hide who was asked and did not answer, then ask; safe to repeat.

        Each silence is asked about once. Who was paused by hand is never asked.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            await silences.carry_signs(session)
            for community_id in await silences.hide(session, now - PATIENCE):
                self._reading.forget(community_id)
            await self._ask(session, await silences.find(session, now - SILENT), now)
            await pictures.remove_loose(session, now - LOOSE)

    async def confirm(self, person: Person, collective_id: int) -> str:
        """The profile is still right: a sign of life, and others see it; its name.

        Raises: CollectiveNotFound, NotAllowed.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            row.changed_at = now
            if not row.is_draft:
                row.hidden = False
            self._reading.forget(person.community_id)
            note(session, "collective-confirmed", row.id, person, now)
            return row.name

    async def _ask(
        self, session: Session, silent: Sequence[silences.Silent], now: datetime
    ) -> None:
        """One message to each contact; staff hear of those where nobody could be asked."""
        alone: dict[int, list[str]] = {}
        for one in silent:
            facts = {"collective": one.id, "days": PATIENCE.days}
            source = f"collective-silent:{one.id}:{now.date().isoformat()}"
            post = Post("collective-silent", source, facts, now)
            language = (await read_settings(session, one.community_id)).language
            asked = [
                await to_person(session, one.community_id, person_id, language, post)
                for person_id in one.contacts
            ]
            if not any(asked):
                alone.setdefault(one.community_id, []).append(one.name)
        await silences.note_asked(session, [one.id for one in silent], now)
        await self._tell_staff(session, alone, now)

    async def _tell_staff(
        self, session: Session, alone: Mapping[int, list[str]], now: datetime
    ) -> None:
        for community_id, names in alone.items():
            facts = {"count": len(names), "names": names[:NAMED], "days": PATIENCE.days}
            source = f"collectives-silent:{community_id}:{now.date().isoformat()}"
            settings = await read_settings(session, community_id)
            post = Post("collectives-silent", source, facts, now)
            await to_place(session, community_id, settings, Place.STAFF, post)
