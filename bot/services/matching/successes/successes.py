"""Sharing a success: told by a group, looked at by staff, read by everybody (X13)."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.limits import PROFILE_EDITS
from bot.people import Person, spend
from bot.pictures.photos import made_anew
from bot.posts import Post, to_person, to_place, to_target
from bot.rights import Action
from bot.services.matching.reading import Reading
from bot.services.matching.successes.stories import view_of
from bot.services.matching.successes.views import (
    EmptySuccess,
    Success,
    SuccessDraft,
    SuccessNoGroup,
    SuccessNoReason,
    SuccessNotFound,
)
from bot.services.matching.views import NoAltText
from bot.untrusted import plain
from data.store import Session, Store, audits, circles, collectives, pictures
from data.store import successes as rows

LONGEST: Final = {
    "what": 200,
    "how": 1000,
    "otherwise": 600,
    "differs": 400,
    "reason": 300,
    "alt": 300,
}
GUESSED_THEMES: Final = 3
HOME: Final = "nl"
ABROAD: Final = "buitenland"


class Successes:
    """All successes of all communities."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def share(self, person: Person, collective_id: int, draft: SuccessDraft) -> Success:
        """Keep a success of an own group, and let staff look at it; the same form twice is one.

        Themes are guessed from what was written, else taken from the group.
        Raises: EmptySuccess, SuccessNoGroup, TooMany.
        """
        fields = _fields(draft)
        guessed, _ = await self._reading.guess(f"{fields['what']}\n{fields['how']}", "")
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await collectives.find(session, person.community_id, collective_id)
            if row is None or not await collectives.is_contact(session, person.id, collective_id):
                raise SuccessNoGroup
            for known in await rows.find_of(session, [collective_id]):
                if known.state != "withdrawn" and known.what == fields["what"]:
                    return view_of(known)
            await spend(session, person, PROFILE_EDITS, self._clock)
            own = (await collectives.find_themes(session, [collective_id])).get(collective_id, ())
            themes = (guessed or own)[:GUESSED_THEMES]
            made = await rows.add(session, **_values(person, row, fields, themes, now))
            settings = await read_settings(session, person.community_id)
            post = Post("staff-success", f"success:{made.id}", {"success": made.id}, now)
            await to_place(session, person.community_id, settings, Place.STAFF, post)
            self._audit(session, "success-shared", made, person, now)
            return view_of(made)

    async def mine(self, person: Person) -> tuple[Success, ...]:
        """The successes of the groups that this person speaks for, newest first."""
        async with self._store.reading() as session:
            own = await collectives.find_of(session, person.id, person.community_id)
            found = await rows.find_of(session, [row.id for row in own])
            return tuple(view_of(row) for row in found)

    async def look(self, success_id: int) -> Success:
        """A success, for a message. Raises: SuccessNotFound."""
        async with self._store.reading() as session:
            row = await rows.get(session, success_id)
            if row is None:
                raise SuccessNotFound
            return view_of(row)

    async def read(self, person: Person, success_id: int) -> Success:
        """A published success, an own one, or for staff any. Raises: SuccessNotFound."""
        person.need(Action.READ_PUBLIC)
        async with self._store.reading() as session:
            row = await rows.find(session, person.community_id, success_id)
            if row is None:
                raise SuccessNotFound
            is_own = row.collective_id is not None and await collectives.is_contact(
                session, person.id, row.collective_id
            )
            if row.state != "published" and not is_own and not person.may(Action.WRITE_ARTICLE):
                raise SuccessNotFound
            return view_of(row)

    async def publish(self, person: Person, success_id: int) -> Success:
        """Staff let everybody read it; twice is once. Raises: SuccessNotFound, NotAllowed."""
        person.need(Action.WRITE_ARTICLE)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, success_id)
            if row.state == "withdrawn":
                raise SuccessNotFound
            if row.state != "published":
                row.state, row.reason, row.checked_by = "published", "", person.id
                row.changed_at = row.published_at = now
                await self._tell(session, row, now)
                await self._to_circles(session, row, now)
                self._audit(session, "success-published", row, person, now)
            return view_of(row)

    async def refuse(self, person: Person, success_id: int, reason: str) -> Success:
        """Staff say no, with why; who shared it reads that. Published ones are taken off again.

        Raises: SuccessNotFound, SuccessNoReason, NotAllowed.
        """
        person.need(Action.WRITE_ARTICLE)
        said = _cut(reason, "reason")
        if not said:
            raise SuccessNoReason
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, success_id)
            if row.state == "withdrawn":
                raise SuccessNotFound
            if (row.state, row.reason) != ("refused", said):
                was_shown = row.state == "published"
                row.state, row.reason, row.checked_by = "refused", said, person.id
                row.changed_at, row.published_at = now, None
                await self._tell(session, row, now)
                if was_shown:
                    await self._unsay(session, row, now)
                self._audit(session, "success-refused", row, person, now)
            return view_of(row)

    async def put_themes(self, person: Person, success_id: int, themes: tuple[str, ...]) -> Success:
        """Staff, or the group itself, say what it is about. Raises: SuccessNotFound."""
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, success_id)
            if not await self._is_own(session, person, row):
                person.need(Action.WRITE_ARTICLE)
            row.themes, row.changed_at = list(themes[:GUESSED_THEMES]), now
            await self._refresh(session, row, now)
            return view_of(row)

    async def put_picture(self, person: Person, success_id: int, data: bytes, alt: str) -> Success:
        """A picture with an own success, instead of the one before; staff look again.

        Raises: SuccessNotFound, NoAltText, PictureTooLarge, PictureUnreadable.
        """
        said = " ".join(plain(alt).split())[: LONGEST["alt"]]
        if not said:
            raise NoAltText
        made = await asyncio.to_thread(made_anew, data)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, success_id)
            if not await self._is_own(session, person, row) or row.state == "withdrawn":
                raise SuccessNotFound
            await self._drop_picture(session, row)
            row.picture_id = await pictures.add(
                session,
                community_id=row.community_id,
                by_person=person.id,
                data=made,
                alt=said,
                made_at=now,
            )
            row.state, row.changed_at, row.published_at = "waiting", now, None
            await self._refresh(session, row, now)
            return view_of(row)

    async def _drop_picture(self, session: Session, row: rows.SuccessRow) -> None:
        before, row.picture_id = row.picture_id, None
        if before is not None:
            await session.flush()
            await pictures.remove(session, before)

    async def withdraw(self, person: Person, success_id: int) -> Success:
        """The group takes it back, at once and everywhere. Raises: SuccessNotFound."""
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._hold(session, person, success_id)
            if not await self._is_own(session, person, row):
                raise SuccessNotFound
            if row.state != "withdrawn":
                was_shown = row.state == "published"
                row.state, row.changed_at, row.published_at = "withdrawn", now, None
                row.what = row.how = row.otherwise = row.differs = ""
                await self._drop_picture(session, row)
                await self._refresh(session, row, now)
                if was_shown:
                    await self._unsay(session, row, now)
                self._audit(session, "success-withdrawn", row, person, now)
            return view_of(row)

    async def _hold(self, session: Session, person: Person, success_id: int) -> rows.SuccessRow:
        row = await rows.hold(session, success_id)
        if row is None or row.community_id != person.community_id:
            raise SuccessNotFound
        return row

    async def _is_own(self, session: Session, person: Person, row: rows.SuccessRow) -> bool:
        return row.collective_id is not None and await collectives.is_contact(
            session, person.id, row.collective_id
        )

    async def _tell(self, session: Session, row: rows.SuccessRow, now: datetime) -> None:
        """Who shared it reads what became of it; the card of staff follows."""
        settings = await read_settings(session, row.community_id)
        if row.by_person is not None:
            source = f"success:{row.id}:{row.state}:{now.isoformat()}"
            post = Post("success-checked", source, {"success": row.id}, now)
            await to_person(session, row.community_id, row.by_person, settings.language, post)
        await self._refresh(session, row, now)

    async def _to_circles(self, session: Session, row: rows.SuccessRow, now: datetime) -> None:
        """The circles of its themes get it, each once; where it was taken away it comes back."""
        settings = await read_settings(session, row.community_id)
        told, facts = f"success:{row.id}:circle", {"success": row.id}
        for place in await circles.places_of(session, row.community_id, row.themes):
            post = Post("success-circle", told, facts, now)
            if not await to_target(session, row.community_id, place, settings.language, post):
                source = f"{told}:{row.state}:{now.isoformat()}"
                again = Post("success-circle", source, facts, now, edits=told)
                await to_target(session, row.community_id, place, settings.language, again)

    async def _refresh(self, session: Session, row: rows.SuccessRow, now: datetime) -> None:
        """Show the card of staff as things are now."""
        settings = await read_settings(session, row.community_id)
        source, facts = f"success:{row.id}", {"success": row.id}
        mark = f"{row.state}:{now.isoformat()}"
        post = Post("staff-success", f"{source}:{mark}", facts, now, edits=source)
        await to_place(session, row.community_id, settings, Place.STAFF, post)

    async def _unsay(self, session: Session, row: rows.SuccessRow, now: datetime) -> None:
        """What stands in circles says from now on that it was taken away."""
        settings = await read_settings(session, row.community_id)
        told, facts = f"success:{row.id}:circle", {"success": row.id}
        for place in await circles.places_of(session, row.community_id, row.themes):
            source = f"{told}:{row.state}:{now.isoformat()}"
            post = Post("success-circle", source, facts, now, edits=told)
            await to_target(session, row.community_id, place, settings.language, post)

    @staticmethod
    def _audit(
        session: Session, action: str, row: rows.SuccessRow, person: Person, at: datetime
    ) -> None:
        audits.add(
            session,
            action,
            f"success:{row.id}",
            at=at,
            community_id=person.community_id,
            actor_id=person.id,
        )


def _values(
    person: Person,
    row: collectives.CollectiveRow,
    fields: Mapping[str, Any],
    themes: Sequence[str],
    now: datetime,
) -> dict[str, Any]:
    """The columns of a new success of this group."""
    is_foreign = bool(fields["differs"])
    return {
        "community_id": person.community_id,
        "collective_id": row.id,
        "by_person": person.id,
        "checked_by": None,
        "picture_id": None,
        "name": row.name,
        "place": _shown_place(row),
        "themes": list(themes),
        "context": ABROAD if is_foreign else row.context,
        "country": "" if is_foreign else HOME,
        "language": person.language or HOME,
        "state": "waiting",
        "reason": "",
        "made_at": now,
        "changed_at": now,
        "published_at": None,
        **fields,
    }


def _shown_place(row: collectives.CollectiveRow) -> str:
    """Where the group is, as precisely as it wants to be shown."""
    if row.precision == "place":
        return row.place
    return row.municipality if row.precision == "municipality" else ""


def _fields(draft: SuccessDraft) -> dict[str, Any]:
    """The columns of a draft, cleaned. Raises: EmptySuccess."""
    fields = {
        "what": _cut(" ".join(draft.what.split()), "what"),
        "how": _cut(draft.how, "how"),
        "otherwise": _cut(draft.otherwise, "otherwise"),
        "differs": _cut(draft.abroad, "differs"),
    }
    if not fields["what"] or not fields["how"]:
        raise EmptySuccess
    return fields


def _cut(text: str, field: str) -> str:
    return plain(text).strip()[: LONGEST[field]]
