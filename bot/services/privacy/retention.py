"""The daily work: what is over its term goes, and people hear of it first."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.clock import Clock
from bot.errors import NotFound
from bot.posts import Post, to_person
from bot.services.privacy.copies import Copies
from bot.services.privacy.privacy import Privacy
from data.store import Session, Store, audits, communities, silences
from data.store import retention as rows

SILENT: Final = timedelta(days=730)
"""People are erased after this long without a sign of life."""
REMIND: Final = timedelta(days=700)
REMIND_UNTIL: Final = timedelta(days=725)
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
            await self._remind(session, now)
            extra = {"people": gone, "files": files}
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
