"""What the outbox promises, on both databases, with a sender that does as it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.outbox import ATTEMPTS, LEASE, PlaceGone, TryLater
from data.store import Store, deliveries
from tests.doubles.clock import SetClock
from tests.doubles.wall import CORNER, STAFF, open_post

pytestmark = pytest.mark.asyncio


# ------------------------------------------------------------------ leases and crashes


async def test_a_message_is_sent_once_and_marked(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.deliver_all()
    [row] = await post.rows()
    assert (post.wall.texts(), row.state, row.message) == (["een"], "sent", "test:m0")


async def test_the_same_source_and_target_are_queued_once(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.queue("een")
    await post.queue("een", CORNER)
    await post.deliver_all()
    assert (post.wall.texts(), post.wall.texts(CORNER)) == (["een"], ["een"])


async def test_a_message_of_a_dead_sender_waits_until_its_lease_is_over(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.crash()
    clock.move(seconds=LEASE.total_seconds() - 1)
    assert await post.outbox.deliver_due() == 0
    clock.move(seconds=1)
    assert await post.outbox.deliver_due() == 1


async def test_what_arrived_before_a_crash_is_found_and_not_sent_again(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.crash()
    clock.move(hours=2)
    await post.deliver_all()
    [row] = await post.rows()
    assert (post.wall.texts(), row.message, post.wall.sends) == (["een"], "test:m0", 1)


async def test_what_did_not_arrive_before_a_crash_is_sent(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.crash()
    post.wall.hanging.clear()
    clock.move(hours=2)
    await post.deliver_all()
    assert (post.wall.texts(), post.wall.sends) == (["een"], 2)


async def test_looking_back_does_not_take_the_message_of_another_delivery(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    await post.queue("hetzelfde", source="a")
    await post.deliver_all()
    await post.queue("hetzelfde", source="b")
    post.wall.trouble = [TryLater()]
    await post.deliver_all()
    clock.move(minutes=1)
    await post.deliver_all()
    messages = [row.message for row in await post.rows()]
    assert messages == ["test:m0", "test:m1"]


async def test_an_unsure_message_is_found_by_the_text_that_was_sent_not_the_one_of_now(
    store: Store, clock: SetClock
):
    post = await open_post(store, clock)
    await post.queue("open tot 20.00", source="poll")
    await post.crash()
    async with store.writing() as session:
        row = await session.scalar(select(deliveries.DeliveryRow))
        assert row is not None
        row.facts = {"text": "gesloten"}
    clock.move(hours=2)
    await post.deliver_all()
    assert post.wall.texts() == ["open tot 20.00"]


async def test_a_first_try_does_not_look_back(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    await post.deliver_all()
    assert post.wall.looked == 0


# ------------------------------------------------------------------ trying again


async def test_waits_double_with_something_at_random(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    for number in range(12):
        await post.queue(str(number), f"test:{100 + number}")
    post.wall.trouble = [TryLater() for _ in range(12)]
    await post.outbox.deliver_due()
    first = [(row.due_at - clock.now()).total_seconds() for row in await post.rows()]
    assert all(2 <= wait <= 3 for wait in first)
    assert len(set(first)) > 1
    clock.move(seconds=3)
    post.wall.trouble = [TryLater() for _ in range(12)]
    await post.outbox.deliver_due()
    second = [(row.due_at - clock.now()).total_seconds() for row in await post.rows()]
    assert all(4 <= wait <= 6 for wait in second)


async def test_retry_after_is_waited_out(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    post.wall.trouble = [TryLater(600)]
    await post.deliver_all()
    clock.move(seconds=599)
    assert await post.outbox.deliver_due() == 0
    clock.move(seconds=1)
    await post.deliver_all()
    assert post.wall.texts() == ["een"]


async def test_trying_ends_after_about_a_day_with_a_note_for_staff(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    began = clock.now()
    while (await post.states())[0] != "failed":
        post.wall.trouble = [TryLater()]
        await post.outbox.deliver_due()
        row = (await post.rows())[0]
        clock.move(seconds=max(0.0, (row.due_at - clock.now()).total_seconds()))
    [row, notice] = await post.rows()
    assert row.attempts >= ATTEMPTS
    assert row.reason == "outbox-too-often"
    assert (notice.kind, notice.target) == ("staff-undelivered", STAFF)
    assert timedelta(days=1) <= clock.now() - began < timedelta(days=2)


async def test_many_crashes_in_a_row_are_no_reason_to_give_up(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    for _ in range(2 * ATTEMPTS):
        await post.outbox._lease(1)
        clock.move(seconds=LEASE.total_seconds())
    post.wall.trouble = [TryLater()]
    await post.outbox.deliver_due()
    assert await post.states() == ["queued"]
    clock.move(hours=7)
    await post.deliver_all()
    assert post.wall.texts() == ["een"]


async def test_a_message_that_breaks_us_is_tried_again(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    post.wall.trouble = [KeyError("stuk")]
    await post.deliver_all()
    clock.move(minutes=1)
    await post.deliver_all()
    assert post.wall.texts() == ["een"]


# ------------------------------------------------------------------ a place that is gone


async def test_a_place_that_is_gone_gives_one_note_for_staff(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een")
    post.wall.trouble = [PlaceGone("outbox-dm-closed")]
    await post.outbox.deliver_due()
    [row, notice] = await post.rows()
    assert (row.state, row.reason) == ("failed", "outbox-dm-closed")
    assert notice.facts == {"kind": "note", "reason": "outbox-dm-closed", "source": "een"}
    assert (notice.target, notice.state) == (STAFF, "queued")


async def test_a_note_for_staff_that_fails_gives_no_other_note(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een", kind="staff-undelivered")
    post.wall.trouble = [PlaceGone("outbox-forbidden")]
    await post.outbox.deliver_due()
    assert await post.states() == ["failed"]


async def test_a_platform_that_is_off_is_told_to_staff(store: Store, clock: SetClock):
    post = await open_post(store, clock)
    await post.queue("een", "elders:1")
    await post.outbox.deliver_due()
    assert [row.reason for row in await post.rows()] == ["outbox-no-platform", None]
