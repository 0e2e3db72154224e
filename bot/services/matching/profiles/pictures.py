"""The picture of a collective: made anew before it is kept, and always with words."""

import asyncio

from bot.clock import Clock
from bot.limits import PROFILE_EDITS
from bot.people import Person, spend
from bot.pictures.photos import made_anew
from bot.services.matching.profiles.cards import card_of, hold_own, note
from bot.services.matching.profiles.fields import LONGEST_ALT, line
from bot.services.matching.views import CollectiveCard, NoAltText, Picture
from data.store import Store
from data.store import pictures as rows


class Pictures:
    """The pictures of all collectives."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def put(
        self, person: Person, collective_id: int, data: bytes, alt: str
    ) -> CollectiveCard:
        """Keep this picture instead of the one that was there.

        Raises: CollectiveNotFound, NotAllowed, NoAltText, PictureTooLarge, PictureUnreadable,
        TooMany.
        """
        said = line(alt, LONGEST_ALT)
        if not said:
            raise NoAltText
        made = await asyncio.to_thread(made_anew, data)
        return await self._replace(person, collective_id, Picture(made, said))

    async def remove(self, person: Person, collective_id: int) -> CollectiveCard:
        """Keep no picture any more. Raises: CollectiveNotFound, NotAllowed, TooMany."""
        return await self._replace(person, collective_id, None)

    async def find(self, picture_id: int) -> Picture | None:
        """A picture of a card."""
        async with self._store.reading() as session:
            row = await rows.find(session, picture_id)
            return None if row is None else Picture(row.data, row.alt)

    async def _replace(
        self, person: Person, collective_id: int, picture: Picture | None
    ) -> CollectiveCard:
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await hold_own(session, person, collective_id)
            await spend(session, person, PROFILE_EDITS, self._clock)
            before, row.picture_id = row.picture_id, None
            if before is not None:
                await rows.remove(session, before)
            if picture is not None:
                row.picture_id = await rows.add(
                    session,
                    community_id=row.community_id,
                    by_person=person.id,
                    data=picture.data,
                    alt=picture.alt,
                    made_at=now,
                )
            row.changed_at = now
            note(session, "collective-picture", row.id, person, now)
            return await card_of(session, row, person.id)
