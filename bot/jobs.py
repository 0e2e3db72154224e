"""The ticker: wakes the services; what is due is in their tables."""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import structlog

from bot.clock import Clock
from bot.moments import next_daily
from data.store import Store, jobs

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import (  # pyright: ignore[reportMissingTypeStubs]
        AsyncIOScheduler,
    )

TICK_S: Final = 5
LONGEST: Final = timedelta(minutes=15)
"""A process that works on a job for longer is taken for dead."""
AGAIN: Final = timedelta(minutes=1)
"""A job that failed is tried again after this."""
_log = structlog.get_logger("jobs")
Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Daily:
    """Work for every day at this wall time; done once after downtime, however long."""

    name: str
    hour: int
    minute: int
    work: Work


class Ticker:
    """Calls each piece of work when it is time, one after the other."""

    def __init__(
        self, store: Store, clock: Clock, *, always: Sequence[Work], daily: Sequence[Daily]
    ) -> None:
        self._store = store
        self._clock = clock
        self._always = always
        self._daily = daily
        self._scheduler: AsyncIOScheduler | None = None

    def start(self) -> None:
        """Tick from now on; a late tick is done, not dropped."""
        from apscheduler.schedulers.asyncio import (  # pyright: ignore[reportMissingTypeStubs]
            AsyncIOScheduler,
        )

        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(  # pyright: ignore[reportUnknownMemberType]
            self.tick,
            "interval",
            seconds=TICK_S,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()

    def stop(self) -> None:
        """No new tick from now on."""
        if self._scheduler is not None and self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due; what fails is logged and tried at the next tick."""
        for work in (*self._always, *(self._if_due(job) for job in self._daily)):
            try:
                await work()
            except Exception:  # noqa: BLE001 - the last stop before the scheduler swallows it
                _log.exception("job-broken", reference=secrets.token_hex(2))

    def _if_due(self, job: Daily) -> Work:
        async def work() -> None:
            if not await self._take(job.name):
                return
            try:
                await job.work()
            except BaseException:
                await self._put(job.name, self._clock.now() + AGAIN)
                raise
            now = self._clock.now()
            after = next_daily(time(job.hour, job.minute), now, self._clock.zone)
            await self._put(job.name, after, done_at=now)
            _log.info("job-done", job=job.name)

        return work

    async def _take(self, name: str) -> bool:
        """Whether this process is to do a job now; if it dies, the job comes back."""
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await jobs.hold(session, name, now)
            if row is None or row.due_at > now:
                return False
            row.due_at = now + LONGEST
            return True

    async def _put(self, name: str, due_at: datetime, *, done_at: datetime | None = None) -> None:
        async with self._store.writing() as session:
            row = await jobs.hold(session, name, due_at)
            if row is not None:
                row.due_at, row.done_at = due_at, done_at or row.done_at
