"""A policy message at its moment: who still stands for it, until when, and what happens at once."""

# ruff: noqa: F401, F811 - a fixture is named like the argument that asks for it

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.errors import BadInput, NotAllowed
from bot.moments import MomentPast
from bot.services.alerts import (
    AlertChanged,
    AlertEnds,
    AlertNotYours,
    AlertOver,
    AlertOwn,
    ApprovalCard,
    Held,
    State,
)
from data.store import deliveries, erasure
from data.store.deliveries import DeliveryRow
from tests.services.test_alerts import THEMES, WORDS, Office, office

pytestmark = pytest.mark.asyncio


async def planned(office: Office, until: str = ""):
    """Approved by Mo, to go out tomorrow at ten; it is now Tuesday, ten o'clock."""
    alert = await office.asked("morgen 10.00", until=until)
    return await office.alerts.approve(office.people["Mo"], alert.id, alert.version)


async def held_card(office: Office) -> ApprovalCard:
    """The newest card that staff were sent."""
    facts = (await office.rows("staff-alert"))[-1].facts
    return await office.alerts.card(int(facts["alert"]), int(facts["version"]))


async def test_after_downtime_a_planned_message_goes_once(office: Office) -> None:
    await planned(office)
    assert await office.alerts.send_due() == ()
    office.clock.move(days=1, hours=12)
    await asyncio.gather(office.alerts.send_due(), office.alerts.send_due())
    await office.alerts.send_due()
    assert len(await office.rows("alert")) == 1


async def test_a_message_whose_moment_is_long_ago_waits_for_staff_once(office: Office) -> None:
    alert = await planned(office)
    office.clock.move(days=1, hours=12, seconds=1)
    await asyncio.gather(office.alerts.send_due(), office.alerts.send_due())
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    card = await held_card(office)
    assert (card.alert.held, card.is_waiting) == (Held.LATE, True)
    assert len(await office.rows("staff-alert")) == 2
    with pytest.raises(AlertOwn):
        await office.alerts.approve(office.people["Sofie"], alert.id, card.version)
    for _ in range(2):
        done = await office.alerts.approve(office.people["Mo"], alert.id, card.version)
        assert (done.state, done.held) == (State.SENT, None)
    await office.alerts.send_due()
    assert len(await office.rows("alert")) == 1


async def test_a_message_whose_end_has_passed_does_not_go_out_by_itself(office: Office) -> None:
    alert = await planned(office, until="morgen 11.00")
    office.clock.move(days=1, hours=2)
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    card = await held_card(office)
    assert card.alert.held is Held.LATE
    await office.alerts.approve(office.people["Ada"], alert.id, card.version)
    assert len(await office.rows("alert")) == 1


@pytest.mark.parametrize("roles", [frozenset({"resident"}), None])
async def test_an_approval_of_who_is_no_longer_staff_sends_nothing(
    office: Office, roles: frozenset[str] | None
) -> None:
    alert = await planned(office)
    if roles is None:
        del office.members.roles["discord:Mo"]
    else:
        office.members.roles["discord:Mo"] = roles
    office.clock.move(days=1)
    for _ in range(2):
        await office.alerts.send_due()
    assert await office.rows("alert") == []
    card = await held_card(office)
    assert card.alert.held is Held.APPROVER
    assert (card.writer, card.approver) == ("Sofie", "")
    with pytest.raises(AlertChanged):
        await office.alerts.approve(office.people["Ada"], alert.id, alert.version)
    await office.alerts.approve(office.people["Ada"], alert.id, card.version)
    assert len(await office.rows("alert")) == 1


async def test_a_message_of_who_is_no_longer_staff_waits_for_a_new_writer(office: Office) -> None:
    alert = await planned(office)
    office.members.roles["discord:Sofie"] = frozenset()
    office.clock.move(days=1)
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    card = await held_card(office)
    assert (card.is_orphan, card.is_waiting) == (True, False)
    with pytest.raises(AlertChanged):
        await office.alerts.approve(office.people["Ada"], alert.id, card.version)
    with pytest.raises(NotAllowed):
        await office.drafts.take_over(office.people["Rosa"], alert.id)
    for _ in range(2):
        taken = await office.drafts.take_over(office.people["Mo"], alert.id)
        assert (taken.state, taken.held) == (State.DRAFT, None)
    with pytest.raises(AlertNotYours):
        await office.drafts.take_over(office.people["Ada"], alert.id)
    assert not (await held_card(office)).is_orphan
    asked = await office.drafts.ask(office.people["Mo"], alert.id)
    with pytest.raises(AlertOwn):
        await office.alerts.approve(office.people["Mo"], alert.id, asked.version)
    await office.alerts.approve(office.people["Ada"], alert.id, asked.version)
    assert len(await office.rows("alert")) == 1


async def test_two_who_take_over_at_once_become_one_writer(office: Office) -> None:
    alert = await planned(office)
    office.members.roles["discord:Sofie"] = frozenset()
    office.clock.move(days=1)
    await office.alerts.send_due()
    done = await asyncio.gather(
        *(office.drafts.take_over(office.people[name], alert.id) for name in ("Mo", "Ada")),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["Alert", "AlertNotYours"]


async def test_what_waits_for_staff_can_be_taken_back(office: Office) -> None:
    alert = await planned(office)
    office.clock.move(days=3)
    await office.alerts.send_due()
    gone = await office.alerts.retract(office.people["Ada"], alert.id)
    assert (gone.state, gone.held) == (State.RETRACTED, None)
    card = await held_card(office)
    assert not card.is_waiting
    assert not card.is_orphan


async def test_the_list_has_the_moment_that_belongs_to_each_state(office: Office) -> None:
    now = office.clock.now()
    alert = await office.asked("morgen 10.00")
    assert alert.since == now
    office.clock.move(hours=1)
    done = await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    assert done.since == done.send_at
    office.clock.move(days=3)
    await office.alerts.send_due()
    assert (await held_card(office)).alert.since == office.clock.now()


async def test_a_correction_changes_what_somebody_has_who_stopped_and_sends_nothing_new(
    office: Office,
) -> None:
    await office.following.follow_all(office.people["Rosa"])
    sent = await office.sent()
    await office.following.stop(office.people["Rosa"])
    await office.following.follow_all(office.people["Cem"])
    draft = await office.drafts.correct(
        office.people["Mo"], sent.id, replace(WORDS, title="Beter"), "o2"
    )
    asked = await office.drafts.ask(office.people["Mo"], draft.id)
    await office.alerts.approve(office.people["Sofie"], asked.id, asked.version)
    mail = [(row.target, row.edits) for row in await office.rows("alert-dm")]
    assert mail == [("discord:Rosa", None), ("discord:Rosa", f"alert:{sent.id}")]


async def test_what_is_no_longer_open_cannot_be_taken_over(office: Office) -> None:
    alert = await planned(office)
    await office.alerts.retract(office.people["Ada"], alert.id)
    with pytest.raises(AlertOver):
        await office.drafts.take_over(office.people["Mo"], alert.id)


async def test_while_nobody_can_say_who_is_staff_a_message_waits(office: Office) -> None:
    await planned(office)
    office.members.away = True
    office.clock.move(days=1)
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    office.members.away = False
    await office.alerts.send_due()
    assert len(await office.rows("alert")) == 1


async def test_a_platform_without_a_door_lets_a_message_wait(office: Office) -> None:
    await planned(office)
    office.alerts.doors.clear()
    office.clock.move(days=1)
    await office.alerts.send_due()
    assert await office.rows("alert") == []


async def test_a_writer_who_was_erased_counts_as_one_who_left(office: Office) -> None:
    await planned(office)
    async with office.store.writing() as session:
        await erasure.erase(session, office.people["Sofie"].id)
    office.clock.move(days=1)
    await office.alerts.send_due()
    assert await office.rows("alert") == []
    assert (await held_card(office)).is_orphan


async def test_a_day_without_a_time_counts_to_its_end(office: Office) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, WORDS, "o1")
    for text, hour in (("1 december", 22), ("tot en met 1 december", 22), ("1 december 17.00", 16)):
        ended = await office.drafts.end_at(sofie, draft.id, text)
        assert ended.until_at is not None
        assert (ended.until_at.day, ended.until_at.hour) == (1, hour)
    assert (await office.drafts.end_at(sofie, draft.id, " ")).until_at is None


async def test_an_end_that_is_past_or_unclear_is_refused_and_nothing_changes(
    office: Office,
) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, WORDS, "o1")
    kept = await office.drafts.end_at(sofie, draft.id, "1 december")
    for text, error in (("1 november", MomentPast), ("24-11-2025", MomentPast), ("ooit", BadInput)):
        with pytest.raises(error):
            await office.drafts.end_at(sofie, draft.id, text)
    assert await office.drafts.look(sofie, draft.id) == kept


async def test_a_message_goes_out_before_its_end(office: Office) -> None:
    sofie = office.people["Sofie"]
    draft = await office.drafts.write(sofie, WORDS, "o1")
    await office.drafts.end_at(sofie, draft.id, "vrijdag")
    with pytest.raises(AlertEnds):
        await office.drafts.plan(sofie, draft.id, "zaterdag 10.00")
    await office.drafts.plan(sofie, draft.id, "vrijdag 10.00")
    with pytest.raises(AlertEnds):
        await office.drafts.end_at(sofie, draft.id, "vrijdag 10.00")


async def test_what_is_over_is_not_asked_and_not_approved(office: Office) -> None:
    alert = await office.asked(until="vandaag 12.00")
    office.clock.move(hours=3)
    with pytest.raises(AlertEnds):
        await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    await office.drafts.change(office.people["Sofie"], alert.id, replace(WORDS, title="Anders"))
    with pytest.raises(AlertEnds):
        await office.drafts.ask(office.people["Sofie"], alert.id)
    assert await office.rows("alert") == []


async def test_another_end_needs_a_new_approval(office: Office) -> None:
    alert = await planned(office)
    changed = await office.drafts.end_at(office.people["Sofie"], alert.id, "1 december")
    assert (changed.state, changed.version) == (State.DRAFT, alert.version + 1)


async def test_a_correction_can_change_the_end_also_of_what_is_over(office: Office) -> None:
    alert = await office.asked(until="vandaag 12.00")
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    await office.deliver()
    office.clock.move(days=1)
    draft = await office.drafts.correct(office.people["Mo"], alert.id, WORDS, "o2")
    assert draft.until_at == alert.until_at
    await office.drafts.end_at(office.people["Mo"], draft.id, "1 december")
    asked = await office.drafts.ask(office.people["Mo"], draft.id)
    await office.alerts.approve(office.people["Sofie"], asked.id, asked.version)
    seen = await office.alerts.look(alert.id)
    assert seen.until_at is not None
    assert (seen.until_at.day, seen.state) == (1, State.SENT)


async def test_approving_and_retracting_at_once_never_leaves_a_message_standing(
    office: Office,
) -> None:
    await office.following.follow_all(office.people["Rosa"])
    for number in range(10):
        alert = await office.asked(origin=f"race{number}")
        calls = [
            office.alerts.approve(office.people["Mo"], alert.id, alert.version),
            office.alerts.retract(office.people["Ada"], alert.id),
        ]
        await asyncio.gather(*(calls if number % 2 else calls[::-1]), return_exceptions=True)
        assert (await office.alerts.look(alert.id)).state is State.RETRACTED
    assert "queued" not in {row.state for row in await office.rows() if row.kind != "staff-alert"}


async def test_stopping_while_a_message_goes_out_leaves_nothing_under_way(office: Office) -> None:
    for number in range(10):
        await office.following.choose(office.people["Rosa"], THEMES, THEMES[:2])
        alert = await office.asked(origin=f"race{number}")
        calls = [
            office.alerts.approve(office.people["Mo"], alert.id, alert.version),
            office.following.stop(office.people["Rosa"]),
        ]
        await asyncio.gather(*(calls if number % 2 else calls[::-1]))
    assert {row.state for row in await office.rows("alert-dm")} <= {"cancelled"}


async def test_a_correction_while_sending_reaches_what_arrives_later(office: Office) -> None:
    await office.following.follow_all(office.people["Rosa"])
    await office.following.follow_all(office.people["Cem"])
    alert = await office.asked()
    await office.alerts.approve(office.people["Mo"], alert.id, alert.version)
    async with office.store.writing() as session:
        now = office.clock.now()
        await deliveries.lease(session, now, stale_before=now, limit=9)
    await office.following.stop(office.people["Cem"])
    better = replace(WORDS, title="Betere titel")
    draft = await office.drafts.correct(office.people["Mo"], alert.id, better, "o2")
    asked = await office.drafts.ask(office.people["Mo"], draft.id)
    await office.alerts.approve(office.people["Sofie"], asked.id, asked.version)
    async with office.store.writing() as session:
        under_way = await session.scalars(select(DeliveryRow).where(DeliveryRow.state == "sending"))
        for row in under_way:
            row.state, row.message, row.ended_at = "sent", f"m{row.id}", office.clock.now()
    for _ in range(2):
        await office.alerts.send_due()
    changes = [row for row in await office.rows() if row.edits == f"alert:{alert.id}"]
    assert sorted((row.kind, row.target) for row in changes) == [
        ("alert", "discord:news"),
        ("alert-dm", "discord:Rosa"),
    ]
