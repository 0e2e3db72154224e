"""The daily work: what is over its term goes, and people hear of it first."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.errors import NotFound
from bot.people import Person
from bot.posts import Post, to_person, to_place
from bot.rights import Action
from bot.services.privacy.copies import Copies
from bot.services.privacy.privacy import Privacy
from data.store import Session, Store, audits, collectives, communities, silences
from data.store import retention as rows

SILENT: Final = timedelta(days=730)
"""People are erased and collectives hidden after this long without a sign of life."""
REMIND: Final = timedelta(days=700)
REMIND_UNTIL: Final = timedelta(days=725)
NAMED: Final = 10
"""So many silent collectives are named to staff in one message."""
_log = structlog.get_logger("retention")


class Retention:
    """Applies the terms of every table."""

    def __init__(
        self, store: Store, clock: Clock, privacy: Privacy, copies: Copies | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._privacy = privacy
        self._copies = copies

    async def apply(self) -> dict[str, int]:
        """Let go of what is over its term and note the counts; safe to repeat."""
        now = self._clock.now()
        gone = await self._erase_silent(now)
        files = 0 if self._copies is None else self._copies.prune(now)
        async with self._store.writing() as session:
            await silences.carry_signs(session)
            done = await rows.apply(session, now)
            hidden = await silences.hide(session, now - SILENT)
            await self._remind(session, now)
            await self._remind_collectives(session, now)
            extra = {"people": gone, "collectives.hidden": hidden, "files": files}
            done |= {name: count for name, count in extra.items() if count}
            for table, count in sorted(done.items()):
                audits.add(
                    session,
                    "retention",
                    f"{table}:{count}",
                    at=now,
                    community_id=None,
                    actor_id=None,
                )
        await self._store.wipe()
        _log.info("retention", **{name.replace(".", "_"): count for name, count in done.items()})
        return done

    async def confirm(self, person: Person, collective_id: int) -> str:
        """A contact says that the profile is still right: it stays, visible; its name.

        Raises: NotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            own = await collectives.is_contact(session, person.id, collective_id)
            person.need(Action.EDIT_COLLECTIVE, own=own)
            held = await collectives.hold(session, [collective_id])
            if not held or held[0].community_id != person.community_id:
                raise NotFound
            held[0].changed_at, held[0].hidden = self._clock.now(), False
            return held[0].name

    async def _erase_silent(self, now: datetime) -> int:
        async with self._store.reading() as session:
            silent = await rows.idle(session, now - SILENT)
        gone = 0
        for _, identity in silent:
            try:
                await self._privacy.erase(identity)
            except NotFound:
                _log.warning("already-gone")
            else:
                gone += 1
        return gone

    async def _remind(self, session: Session, now: datetime) -> None:
        spaces = await communities.find_spaces(session)
        if not spaces:
            return
        late = {person_id for person_id, _ in await rows.idle(session, now - REMIND_UNTIL)}
        for person_id, _ in await rows.idle(session, now - REMIND):
            if person_id not in late:
                source = f"silent:{person_id}"
                post = Post("privacy-reminder", source, {"days": (SILENT - REMIND).days}, now)
                await to_person(session, spaces[0][1], person_id, "nl", post)

    async def _remind_collectives(self, session: Session, now: datetime) -> None:
        """Ask contacts whether a collective is still there; staff where it has no contact."""
        silent = await silences.find(session, after=now - REMIND_UNTIL, until=now - REMIND)
        orphans: dict[int, list[str]] = {}
        for one in silent:
            facts = {"collective": one.id, "name": one.name, "days": (SILENT - REMIND).days}
            post = Post("privacy-silent-collective", f"silent-collective:{one.id}", facts, now)
            language = (await read_settings(session, one.community_id)).language
            for person_id in one.contacts:
                await to_person(session, one.community_id, person_id, language, post)
            if not one.contacts:
                orphans.setdefault(one.community_id, []).append(one.name)
        year, week, _ = now.isocalendar()
        for community_id, names in orphans.items():
            facts = {"count": len(names), "names": names[:NAMED], "days": (SILENT - REMIND).days}
            source = f"silent-collectives:{community_id}:{year}-{week}"
            post = Post("privacy-silent-collectives", source, facts, now)
            settings = await read_settings(session, community_id)
            await to_place(session, community_id, settings, Place.STAFF, post)
