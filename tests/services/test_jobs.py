"""What happens by itself: once a day, also after downtime, and again when it failed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.jobs import AGAIN, LONGEST, Daily, Ticker
from bot.services.polls import Draft, PollKeys, Polls
from data.store import Store, deliveries, jobs
from tests.doubles.clock import SetClock
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio


@dataclass
class Work:
    """Counts how often it was done; `trouble` is raised by the next calls."""

    clock: SetClock
    done: list[datetime] = field(default_factory=list)
    trouble: list[BaseException] = field(default_factory=list)

    async def __call__(self) -> None:
        if self.trouble:
            raise self.trouble.pop(0)
        self.done.append(self.clock.now())
        await asyncio.sleep(0)


@pytest.fixture
def work(clock: SetClock) -> Work:
    return Work(clock)


def ticker_of(store: Store, clock: SetClock, work: Work) -> Ticker:
    return Ticker(store, clock, always=(), daily=(Daily("night", 3, 30, work),))


@pytest_asyncio.fixture
async def ticker(store: Store, clock: SetClock, work: Work) -> AsyncIterator[Ticker]:
    """The job was done already today; it is 09.00 in UTC."""
    ticker = ticker_of(store, clock, work)
    await ticker.tick()
    work.done.clear()
    yield ticker


@pytest.fixture
def logged() -> Iterator[list[dict[str, object]]]:
    with capture_logs() as lines:
        yield lines


async def test_a_daily_job_waits_for_its_hour(clock: SetClock, work: Work, ticker: Ticker):
    clock.move(hours=17, minutes=29)
    await ticker.tick()
    assert work.done == []
    clock.move(minutes=1)
    await ticker.tick()
    await ticker.tick()
    assert len(work.done) == 1


async def test_a_job_missed_for_days_is_done_once(clock: SetClock, work: Work, ticker: Ticker):
    clock.move(days=5)
    for _ in range(3):
        await ticker.tick()
        clock.move(minutes=1)
    assert len(work.done) == 1


async def test_a_job_keeps_its_hour_when_the_clocks_change(store: Store, work: Work):
    clock = SetClock(datetime.fromisoformat("2026-10-24T12:00:00+00:00"))
    work.clock = clock
    ticker = ticker_of(store, clock, work)
    await ticker.tick()
    for _ in range(2 * 24 * 12):
        clock.move(minutes=5)
        await ticker.tick()
    local = [f"{at.astimezone(clock.zone):%d %H:%M}" for at in work.done[1:]]
    assert local == ["25 03:30", "26 03:30"]


@pytest.mark.logs_errors
async def test_a_job_that_failed_is_logged_and_done_at_a_later_tick(
    clock: SetClock, work: Work, ticker: Ticker, logged: list[dict[str, object]]
):
    clock.move(days=1)
    work.trouble = [RuntimeError("stuk")]
    await ticker.tick()
    assert [line["event"] for line in logged] == ["job-broken"]
    clock.move(seconds=AGAIN.total_seconds())
    await ticker.tick()
    await ticker.tick()
    assert len(work.done) == 1


@pytest.mark.logs_errors
async def test_a_job_that_failed_does_not_stop_the_others(store: Store, clock: SetClock):
    first, second = Work(clock, trouble=[RuntimeError("stuk")]), Work(clock)
    await Ticker(store, clock, always=(first, second), daily=()).tick()
    assert (first.done, len(second.done)) == ([], 1)


async def test_a_job_of_a_killed_process_is_done_after_a_while(
    clock: SetClock, work: Work, ticker: Ticker, store: Store
):
    clock.move(days=1)
    async with store.writing() as session:
        row = await jobs.hold(session, "night", clock.now())
        assert row is not None
        row.due_at = clock.now() + LONGEST  # as the killed process left it
    await ticker.tick()
    assert work.done == []
    clock.move(seconds=LONGEST.total_seconds())
    await ticker.tick()
    assert len(work.done) == 1


async def test_two_processes_do_a_job_once(
    store: Store, clock: SetClock, work: Work, ticker: Ticker
):
    clock.move(days=1)
    second_store = Store(store.url)
    other = ticker_of(second_store, clock, work)
    await asyncio.gather(ticker.tick(), other.tick(), ticker.tick(), other.tick())
    await second_store.close()
    assert len(work.done) == 1


async def test_when_a_job_was_done_is_kept(
    store: Store, clock: SetClock, work: Work, ticker: Ticker
):
    clock.move(days=1)
    await ticker.tick()
    async with store.reading() as session:
        row = await jobs.find(session, "night")
    assert row is not None
    assert row.done_at == clock.now()


async def test_a_poll_that_ended_while_the_bot_was_away_gives_its_result_once(
    town: Town, tmp_path: Path
):
    polls = Polls(town.store, town.clock, PollKeys(tmp_path / "keys"))
    staff = await town.person("Sofie", "staff")
    draft = Draft(origin="o1", question="Meedoen?", options=["Ja", "Nee"], deadline="morgen 20.00")
    card = await polls.open(staff, draft)
    town.clock.move(days=9)
    ticker = Ticker(town.store, town.clock, always=(polls.close_due,), daily=())
    await asyncio.gather(ticker.tick(), ticker.tick())
    await ticker.tick()
    async with town.store.reading() as session:
        found = await session.execute(
            select(deliveries.DeliveryRow.kind).order_by(deliveries.DeliveryRow.id)
        )
    kinds = list(found.scalars())
    assert kinds == ["poll-card", "poll-card", "poll-result"]
    assert not (await polls.look(card.id)).is_open
