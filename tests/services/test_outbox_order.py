"""The order of the outbox, and how it lives beside others, without a database, and to its end."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.outbox import Outbox, TryLater
from data.store import Store, deliveries
from tests import postgresql
from tests.doubles.clock import SetClock
from tests.doubles.wall import CORNER, open_post, until

pytestmark = pytest.mark.asyncio


# ------------------------------------------------------------------ order


async def test_messages_to_one_target_arrive_in_order_also_when_the_first_waits(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    for words in ("een", "twee", "drie"):
        await post.queue(words)
    post.wall.trouble = [TryLater()]
    await post.deliver_all()
    assert post.wall.texts() == []
    clock.move(minutes=1)
    await post.deliver_all()
    assert post.wall.texts() == ["een", "twee", "drie"]


async def test_a_target_that_waits_does_not_hold_up_another(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.queue("elders", CORNER)
    post.wall.trouble = [TryLater(600)]
    await post.deliver_all()
    assert post.wall.texts(CORNER) == ["elders"]


async def test_a_message_that_keeps_failing_lets_others_pass_in_the_end(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.queue("twee")
    for _ in range(deliveries.PATIENT + 1):
        post.wall.trouble = [TryLater()]
        await post.outbox.deliver_due()
        first = (await post.rows())[0]
        clock.move(seconds=(first.due_at - clock.now()).total_seconds() - 0.5)
        await post.deliver_all() if first.attempts > deliveries.PATIENT else None
        clock.move(seconds=0.5)
    assert post.wall.texts() == ["twee"]


async def test_a_message_for_later_does_not_hold_up_one_for_now(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("straks", due_at=clock.now() + timedelta(hours=1))
    await post.queue("nu")
    await post.deliver_all()
    assert post.wall.texts() == ["nu"]


async def test_a_change_waits_for_the_message_that_it_changes(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("vraag", source="q")
    await post.crash()
    await post.queue("vraag, opgepakt", source="q:claimed", edits="q")
    assert await post.outbox.deliver_due() == 0
    clock.move(hours=1)
    await post.deliver_all()
    assert post.wall.texts() == ["vraag, opgepakt"]


# ------------------------------------------------------------------ more than one, and none


async def test_two_senders_at_once_send_each_message_once_and_in_order(
    store: Store, clock: SetClock
):
    if store.is_sqlite:
        pytest.skip("SQLite lets one write at a time: there is nothing to skip")
    post = await open_post(store, clock)
    for number in range(40):
        await post.queue(f"{number:02}", f"test:{100 + number % 4}")
    other = Outbox(Store(store.url), clock, {"test": post.wall})

    async def work(outbox: Outbox) -> None:
        idle = 0
        while idle < 5:
            idle = 0 if await outbox.deliver_due() else idle + 1
            await asyncio.sleep(0.01)

    await asyncio.gather(work(post.outbox), work(other), work(post.outbox))
    await other._store.close()
    sent = [post.wall.texts(f"test:{100 + place}") for place in range(4)]
    assert sent == [[f"{n:02}" for n in range(40) if n % 4 == place] for place in range(4)]


async def test_stopping_finishes_what_is_under_way_and_begins_nothing(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    begun, go, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def linger() -> None:
        begun.set()
        await go.wait()

    post.wall.trouble = [linger]
    await post.queue("een")
    await post.queue("twee")
    running = asyncio.create_task(post.outbox.run(stop))
    await begun.wait()
    stop.set()
    go.set()
    await running
    assert await post.states() == ["sent", "queued"]


async def test_a_slow_target_does_not_stop_the_rest(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    go, stop = asyncio.Event(), asyncio.Event()

    async def linger() -> None:
        await go.wait()

    post.wall.trouble = [linger]
    await post.queue("traag")
    running = asyncio.create_task(post.outbox.run(stop))
    await until(lambda: post.wall.sends)
    await post.queue("snel", CORNER)
    await until(lambda: post.wall.texts(CORNER))
    stop.set()
    go.set()
    await running
    assert post.wall.texts() == ["traag"]


async def test_the_outbox_lives_on_when_the_database_was_away(store: Store, clock: SetClock):
    if store.is_sqlite:
        pytest.skip("a file does not go away")
    post = await open_post(store, clock)
    stop = asyncio.Event()
    name = store.url.rpartition("/")[2]
    admin = await postgresql.connect()
    running = asyncio.create_task(post.outbox.run(stop))
    await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name
    )
    await asyncio.sleep(1.5)
    assert not running.done()
    await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    await admin.close()
    await post.queue("daarna")
    await until(post.wall.texts)
    stop.set()
    await running
