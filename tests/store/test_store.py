"""What every block on the database promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text

from data.store import (
    Session,
    Store,
    StoreError,
    ballots,
    communities,
    deliveries,
    jobs,
    people,
    polls,
)
from data.store.deliveries import DeliveryRow
from data.store.jobs import JobRow
from data.store.polls import BallotRow

pytestmark = pytest.mark.asyncio
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
VOTERS = 200


async def put_job(session: Session, name: str = "night") -> None:
    row = await jobs.hold(session, name, AT)
    assert row is not None


async def break_after(store: Store, work: Callable[[Session], Awaitable[object]]) -> None:
    async with store.writing() as session:
        await work(session)
        raise RuntimeError


async def names(store: Store) -> list[str]:
    async with store.reading() as session:
        return list(await session.scalars(select(JobRow.name).order_by(JobRow.name)))


# ------------------------------------------------------------------ blocks


async def test_a_block_that_ends_well_is_kept(store: Store):
    async with store.writing() as session:
        await put_job(session)
    assert await names(store) == ["night"]


async def test_a_block_that_breaks_leaves_nothing(store: Store):
    with pytest.raises(RuntimeError):
        await break_after(store, put_job)
    assert await names(store) == []


async def test_a_block_that_is_cancelled_leaves_nothing(store: Store):
    started = asyncio.Event()

    async def work() -> None:
        async with store.writing() as session:
            await put_job(session)
            started.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(work())
    await started.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await names(store) == []


async def test_reading_refuses_a_row(store: Store):
    async with store.reading() as session:
        session.add(JobRow(name="night", due_at=AT, done_at=None))
        with pytest.raises(StoreError):
            await session.flush()
    assert await names(store) == []


@pytest.mark.parametrize(
    "words",
    ["delete from jobs", "update jobs set name = 'x'", "create table x (y integer)"],
)
async def test_reading_refuses_words_that_write(store: Store, words: str):
    async with store.writing() as session:
        await put_job(session)
    with pytest.raises(StoreError):
        async with store.reading() as session:
            await session.execute(text(words))
    assert await names(store) == ["night"]


async def test_writing_works_after_reading_on_the_same_connection(store: Store):
    for number in range(3):
        assert len(await names(store)) == number
        async with store.writing() as session:
            await put_job(session, f"job-{number}")
    assert len(await names(store)) == 3


async def test_a_reader_is_not_held_up_by_a_writer(store: Store):
    async with store.writing() as session:
        await put_job(session)
        async with asyncio.timeout(2):
            assert await names(store) == []


async def test_a_message_in_a_committed_block_wakes_the_outbox(store: Store):
    async with store.writing() as session:
        await queue(session, await communities.add_space(session, "test:1", "Dorp", AT))
        assert not store.queued.is_set()
    assert store.queued.is_set()


async def test_a_message_in_a_broken_block_wakes_nobody(store: Store):
    async with store.writing() as session:
        community = await communities.add_space(session, "test:1", "Dorp", AT)
    with pytest.raises(RuntimeError):
        await break_after(store, lambda session: queue(session, community))
    assert not store.queued.is_set()


async def queue(session: Session, community_id: int, source: str = "een") -> bool:
    return await deliveries.add(
        session,
        community_id=community_id,
        kind="note",
        facts={},
        source=source,
        target="test:1",
        to_person=False,
        person_id=None,
        language="nl",
        edits=None,
        due_at=AT,
    )


async def test_the_key_of_a_message_fits_the_nonce_of_discord(store: Store):
    async with store.writing() as session:
        await queue(session, await communities.add_space(session, "test:1", "Dorp", AT))
    async with store.reading() as session:
        key = await session.scalar(select(DeliveryRow.key))
    assert key is not None
    assert 16 <= len(key) <= 25


async def test_a_row_that_points_nowhere_is_refused(store: Store):
    with pytest.raises(StoreError):
        async with store.writing() as session:
            await queue(session, 404)


# ------------------------------------------------------------------ instants


async def test_an_instant_without_a_zone_is_refused(store: Store):
    with pytest.raises(StoreError, match="time zone"):
        async with store.writing() as session:
            await jobs.hold(session, "night", datetime(2026, 11, 24, 9, 0))  # noqa: DTZ001
    assert await names(store) == []


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1))),
        datetime(2026, 1, 1, 0, 0, 0, 123456, tzinfo=UTC),
    ],
)
async def test_an_instant_comes_back_as_the_same_one_in_utc(store: Store, at: datetime):
    async with store.writing() as session:
        await jobs.hold(session, "night", at)
    async with store.reading() as session:
        row = await jobs.find(session, "night")
    assert row is not None
    assert (row.due_at, row.due_at.utcoffset()) == (at, timedelta())


async def test_instants_of_other_zones_are_compared_as_instants(store: Store):
    east = timezone(timedelta(hours=9))
    async with store.writing() as session:
        await jobs.hold(session, "early", datetime(2026, 11, 24, 9, 0, tzinfo=east))
        await jobs.hold(session, "late", datetime(2026, 11, 24, 1, 0, tzinfo=UTC))
    async with store.reading() as session:
        found = list(await session.scalars(select(JobRow.name).order_by(JobRow.due_at)))
        before = await session.scalar(
            select(func.count()).where(JobRow.due_at < datetime(2026, 11, 24, 0, 30, tzinfo=UTC))
        )
    assert (found, before) == (["early", "late"], 1)


# ------------------------------------------------------------------ many at once


async def open_poll(store: Store) -> int:
    async with store.writing() as session:
        community = await communities.add_space(session, "test:1", "Dorp", AT)
        poll = await polls.add(
            session,
            ["Ja", "Nee"],
            community_id=community,
            opened_by=None,
            origin="o1",
            question="Meedoen?",
            purpose="",
            multiple=False,
            anonymous=True,
            state="open",
            place="test:1",
            opened_at=AT,
            closes_at=AT + timedelta(days=1),
            closed_at=None,
            totals=None,
        )
    return poll.id


async def vote(store: Store, poll_id: int, voter: str, choice: str) -> None:
    async with store.writing() as session:
        await ballots.hold_polls(session, {poll_id})
        await ballots.put(session, {(poll_id, voter): (None, choice)})


async def test_two_hundred_votes_at_once_are_all_counted(store: Store):
    poll_id = await open_poll(store)
    voting = [vote(store, poll_id, f"v{n}", str(1 + n % 2)) for n in range(VOTERS)]
    await asyncio.gather(*voting)
    async with store.reading() as session:
        counted = await polls.count_ballots(session, poll_id)
    assert counted == {"1": VOTERS // 2, "2": VOTERS // 2}


async def test_fifty_presses_of_one_voter_at_once_are_one_vote(store: Store):
    poll_id = await open_poll(store)
    await asyncio.gather(*(vote(store, poll_id, "v", str(1 + n % 2)) for n in range(50)))
    async with store.reading() as session:
        assert await session.scalar(select(func.count()).select_from(BallotRow)) == 1


async def test_a_space_met_by_many_at_once_is_one_community(store: Store):
    async def meet() -> int:
        async with store.writing() as session:
            return await communities.add_space(session, "test:1", "Dorp", AT)

    met = await asyncio.gather(*(meet() for _ in range(8)))
    async with store.reading() as session:
        count = await session.scalar(select(func.count()).select_from(communities.CommunityRow))
    assert (len(set(met)), count) == (1, 1)


async def test_a_person_met_by_many_at_once_is_one_person(store: Store):
    async def meet() -> int:
        async with store.writing() as session:
            row = await people.find_by_identity(session, "test:7")
            row = row or await people.add(session, "test:7", "Rosa", AT)
            return row.id

    met = await asyncio.gather(*(meet() for _ in range(8)))
    async with store.reading() as session:
        count = await session.scalar(select(func.count()).select_from(people.PersonRow))
    assert (len(set(met)), count) == (1, 1)


async def test_readers_and_writers_together_never_meet_a_lock(store: Store):
    poll_id = await open_poll(store)

    async def look() -> int:
        async with store.reading() as session:
            return sum((await polls.count_ballots(session, poll_id)).values())

    work = [vote(store, poll_id, f"v{n}", "1") for n in range(60)]
    seen = await asyncio.gather(*work, *(look() for _ in range(60)))
    assert all(one is None or 0 <= one <= 60 for one in seen)
    assert await look() == 60
