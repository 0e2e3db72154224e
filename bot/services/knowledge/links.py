"""Whether the sources of articles still answer: one address a minute, each once in 30 days."""

import asyncio
from datetime import timedelta
from typing import Final, Protocol

import structlog

from bot.clock import Clock
from bot.library import Library
from data.store import Store, jobs, source_links

PACE: Final = timedelta(minutes=1)
AGAIN: Final = timedelta(days=30)
AFTER_FAILURE: Final = timedelta(days=3, hours=12)
"""Three tries then span a week."""
UNTIL_TRIED: Final = timedelta(hours=1)
"""A process that dies while it looks is waited for so long."""
JOB: Final = "source-links"
GONE: Final = (404, 410)
SERVER_ERROR: Final = 500
_log = structlog.get_logger("source-links")


class Web(Protocol):
    """The way to the internet."""

    async def status_of(self, url: str) -> int | None:
        """The status of a public https address; None when it does not answer or is not public."""
        ...


class SourceLinks:
    """The addresses that articles name as their source."""

    def __init__(self, store: Store, clock: Clock, library: Library) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._looking: asyncio.Task[None] | None = None
        self.web: Web | None = None
        """The door gives it; without one nothing is looked at."""

    async def gather(self) -> None:
        """Take on addresses that are new and let go of those that no article names."""
        await self._library.refresh()
        wanted = {url for url in self._library.sources() if url.startswith("https://")}
        now = self._clock.now()
        async with self._store.writing() as session:
            known = await source_links.find_all(session)
            await source_links.remove(session, known - wanted)
            for place, url in enumerate(sorted(wanted - known)):
                await source_links.add(session, url, now + place * PACE)

    async def look_at_next(self) -> None:
        """Begin to look at the address that waits longest, when it is time; nobody waits for it."""
        if self.web is None or (self._looking is not None and not self._looking.done()):
            return
        url = await self._take()
        if url is not None:
            self._looking = asyncio.create_task(self._look_at(self.web, url))

    async def settle(self) -> None:
        """Wait for the look that was begun."""
        if self._looking is not None:
            await self._looking

    async def _look_at(self, web: Web, url: str) -> None:
        await self._note(url, await web.status_of(url))

    async def _take(self) -> str | None:
        """The next address, at most one a minute over all processes."""
        now = self._clock.now()
        async with self._store.writing() as session:
            pace = await jobs.hold(session, JOB, now)
            if pace is None or pace.due_at > now:
                return None
            row = await source_links.take_due(session, now)
            if row is None:
                return None
            pace.due_at, row.due_at = now + PACE, now + UNTIL_TRIED
            return row.url

    async def _note(self, url: str, status: int | None) -> None:
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await source_links.hold(session, url)
            if row is None:
                return
            row.status, row.checked_at = status, now
            if answers(status):
                row.failures, row.told_at, row.due_at = 0, None, now + AGAIN
            else:
                row.failures, row.due_at = row.failures + 1, now + AFTER_FAILURE
                _log.info("source-silent", status=status or 0, failures=row.failures)


def answers(status: int | None) -> bool:
    """Whether somebody is at home; a door that is closed to programs only still stands."""
    return status is not None and status not in GONE and status < SERVER_ERROR
