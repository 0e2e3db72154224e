"""Against abuse: blocking another group, and reporting to staff what was written.

A block is told to nobody: the two do not find each other, a request gets the same sentence as one
to a group that wants rest, and a request that was open ends as silence does.
"""

import hashlib
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.errors import NotFound
from bot.limits import REPORTS
from bot.people import Person, spend
from bot.posts import Post, to_place
from bot.rights import Action
from bot.services.matching.introductions.telling import refresh
from bot.services.matching.introductions.views import Blocked, Concern
from bot.untrusted import plain
from data.store import Session, Store, audits, blocks, collectives, meetings, people
from data.store import introductions as rows

LONGEST_WORDS: Final = 500


class Safety:
    """Blocks and reports. `what` is introduction or meeting, `id_` its number."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def concern(self, person: Person, what: str, id_: int) -> Concern:
        """Whom a report or block would be about. Raises: NotFound."""
        async with self._store.reading() as session:
            return await _concern(session, person, what, id_)

    async def block(self, person: Person, what: str, id_: int) -> Concern:
        """Hear no more of the other groups of a request or a meeting. Twice is once.

        Raises: NotFound, NotAllowed.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            about = await _concern(session, person, what, id_)
            person.need(Action.INTRODUCE, own=True)
            other_ids = [id_ for id_, _ in about.others if id_ not in (0, about.own_id)]
            if not about.own_id or not other_ids:
                raise NotFound
            await collectives.hold(session, [about.own_id, *other_ids])
            for other_id in other_ids:
                if await blocks.add(session, about.own_id, other_id, person.id, now):
                    about_both = f"collective:{about.own_id}:{other_id}"
                    self._audit(session, "collective-blocked", about_both, person)
                for asked in await rows.hold_between(session, about.own_id, other_id):
                    if asked.from_id == about.own_id:
                        asked.state, asked.ended_at, asked.note = "withdrawn", now, ""
                    else:
                        asked.state = "refused"
                    await refresh(session, asked, now)
            return about

    async def unblock(self, person: Person, own_id: int, other_id: int) -> str:
        """Hear of a group again; the name of that group. Twice is once.

        Raises: NotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            if not await collectives.is_contact(session, person.id, own_id):
                raise NotFound
            person.need(Action.INTRODUCE, own=True)
            if await blocks.remove(session, own_id, other_id):
                about_both = f"collective:{own_id}:{other_id}"
                self._audit(session, "collective-unblocked", about_both, person)
            return await collectives.find_name(session, other_id) or ""

    async def blocked(self, person: Person) -> tuple[Blocked, ...]:
        """What the groups of this person blocked."""
        async with self._store.reading() as session:
            own = await collectives.find_of(session, person.id, person.community_id)
            names = {one.id: one.name for one in own}
            return tuple(
                [
                    Blocked(
                        one.from_id,
                        names[one.from_id],
                        one.to_id,
                        await collectives.find_name(session, one.to_id) or "",
                    )
                    for one in await blocks.find_of(session, list(names))
                ]
            )

    async def report(self, person: Person, what: str, id_: int, words: str) -> bool:
        """Tell staff, with what was written in the request; False when staff have no place.

        The same words twice are one report. Raises: NotFound, TooMany.
        """
        now = self._clock.now()
        told = plain(words).strip()[:LONGEST_WORDS]
        async with self._store.writing() as session:
            about = await _concern(session, person, what, id_)
            asked = await rows.find(session, id_) if what == "introduction" else None
            note = asked.note if asked is not None and asked.to_id == about.own_id else ""
            settings = await read_settings(session, person.community_id)
            mark = hashlib.sha256(told.encode()).hexdigest()[:12]
            source = f"{what}:{id_}:report:{about.own_id}:{mark}"
            facts = {
                "own": about.own,
                "others": [name for _, name in about.others],
                "other": about.others[0][0] if about.others else 0,
                "note": note,
                "words": told,
            }
            if Place.STAFF not in settings.places:
                return False
            post = Post("introduction-report", source, facts, now)
            if await to_place(session, person.community_id, settings, Place.STAFF, post):
                await spend(session, person, REPORTS, self._clock)
                self._audit(session, "introduction-reported", f"{what}:{id_}", person)
            return True

    def _audit(self, session: Session, action: str, object_: str, person: Person) -> None:
        audits.add(
            session,
            action,
            object_,
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


async def _concern(session: Session, person: Person, what: str, id_: int) -> Concern:
    """The own group and the others of a request or a meeting. Raises: NotFound."""
    if what == "meeting":
        return await _met(session, person, id_)
    asked = await rows.find(session, id_)
    for own_id, other_id in (
        ((asked.to_id, asked.from_id), (asked.from_id, asked.to_id)) if asked else ()
    ):
        if await collectives.is_contact(session, person.id, own_id):
            own, other = [
                await collectives.find_name(session, one) or "" for one in (own_id, other_id)
            ]
            return Concern(own_id, own, ((other_id, other),))
    raise NotFound


async def _met(session: Session, person: Person, meeting_id: int) -> Concern:
    """Who were to meet; somebody who came for themselves goes by their own name, as number 0."""
    own: tuple[int, str] | None = None
    others: list[tuple[int, str]] = []
    for one in await meetings.find_attendees(session, meeting_id):
        name = await collectives.find_name(session, one.collective_id or 0)
        told = one.collective_id or 0, name or await people.name_of(session, one.person_id)
        if one.person_id == person.id:
            own = told
        else:
            others.append(told)
    if own is None:
        raise NotFound
    return Concern(*own, tuple(others))
