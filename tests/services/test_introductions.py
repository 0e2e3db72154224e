"""Introductions: rest, the reminder, reasons, blocks and reports.

M2: a no is never shown, and nothing tells it from silence. X4: "nu even niet" and a block take
effect at once.
"""

# ruff: noqa: F401, F811 - fixtures are named like the arguments that ask for them

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.errors import NotFound, TooMany
from bot.people import Person
from bot.services.matching import Wish
from bot.services.matching.introductions import NotOpen
from bot.services.matching.introductions.standing import Ended, lower_for
from bot.services.matching.views import IntroductionOver, UnknownChoice
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from data.store import Store, blocks, communities, duplicates, introductions
from data.store.audits import AuditRow
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from data.store.people import BucketRow
from tests.doubles.clock import SetClock
from tests.services.test_matching import Street, content, matching, others, people, street

pytestmark = pytest.mark.asyncio
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def look(store: Store, id_: int) -> IntroductionRow:
    async with store.reading() as session:
        row = await introductions.find(session, id_)
        assert row is not None
        return row


async def mail(store: Store, kind: str) -> list[DeliveryRow]:
    async with store.reading() as session:
        query = select(DeliveryRow).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
        return [row for row in await session.scalars(query) if row.edits is None]


async def acts(store: Store) -> list[str]:
    async with store.reading() as session:
        return list(await session.scalars(select(AuditRow.action).order_by(AuditRow.id)))


async def rest(street: Street, *, receives: bool) -> None:
    await street.matching.profiles.set_receives(street.bart, street.barts, receives=receives)


@ON_SQLITE
async def test_a_group_that_wants_rest_is_not_asked_and_says_so_before_the_form(
    street: Street, store: Store
) -> None:
    await rest(street, receives=False)
    with pytest.raises(NotOpen):
        await street.matching.introductions.may_ask(street.cem, street.barts)
    with pytest.raises(NotOpen):
        await street.ask()
    assert await mail(store, "introduction-request") == []
    await rest(street, receives=True)
    assert await street.ask()


async def test_one_reminder_goes_to_the_group_that_was_asked_after_a_week(
    street: Street, store: Store, clock: SetClock
) -> None:
    keeper = street.matching.introduction_keeper
    await street.ask()
    clock.move(days=7, seconds=-1)
    assert await keeper.keep_up() == 0
    clock.move(seconds=1)
    assert await keeper.keep_up() == 1
    assert await keeper.keep_up() == 0
    (told,) = await mail(store, "introduction-reminder")
    assert told.target == "discord:Bart"


@ON_SQLITE
@pytest.mark.parametrize("why", ["refused", "rest", "hidden"])
async def test_nobody_is_reminded_who_said_no_or_wants_rest(
    street: Street, store: Store, clock: SetClock, why: str
) -> None:
    asked = await street.ask()
    if why == "refused":
        await street.matching.introductions.refuse(street.bart, asked)
    elif why == "rest":
        await rest(street, receives=False)
    else:
        await street.matching.profiles.set_hidden(street.bart, street.barts, hidden=True)
    clock.move(days=7)
    await street.matching.introduction_keeper.keep_up()
    assert await mail(store, "introduction-reminder") == []


async def traces_of(
    street: Street, store: Store, clock: SetClock, *, refused: bool
) -> tuple[Any, ...]:
    """Everything an asker can get hold of, day by day, until long after the end."""
    asked = await street.ask(note="hallo")
    if refused:
        await street.matching.introductions.refuse(street.bart, asked)
        await street.matching.introductions.explain(street.bart, asked, "far")
    seen: list[object] = []
    for days in (0, 7, 7, 16, 14, 1):
        clock.move(days=days)
        await street.matching.introduction_keeper.keep_up()
        views = await street.matching.introductions.mine(street.cem)
        seen.append([(one.id, one.state, one.note, one.expires_at) for one in views])
        answer = await street.matching.introductions.answer(street.cem, asked)
        seen.append(getattr(answer, "state", answer))
        seen.append(await own_copy(store, clock, street.cem))
        found = await street.matching.finder.find(street.cem, Wish(text="dorpshuis beheren"))
        seen.append([one.card.id for one in found.found])
    row = await look(store, asked)
    told = [(one.due_at, one.target) for one in await mail(store, "introduction-ended")]
    return seen, told, (row.state, row.note == "", row.ended_at)


async def own_copy(store: Store, clock: SetClock, person: Person) -> str:
    """The rows about requests in what a person gets of their own data."""
    folder = Path("unused")  # neither keys nor marks are read for this
    privacy = Privacy(store, clock, PollKeys(folder), Journal(folder))
    dossier = await privacy.look_up(person.identity)
    rows = [one for one in dossier.sections if one.table == "introductions"]
    entries = [(sorted(e.values.items()), e.until) for one in rows for e in one.entries]
    return json.dumps(entries, default=str)


@ON_SQLITE
async def test_no_trace_of_a_refusal_differs_from_silence(
    street: Street, store: Store, clock: SetClock
) -> None:
    start = clock.now()
    silent = await traces_of(street, store, clock, refused=False)
    async with store.writing() as session:
        for table in (IntroductionRow, DeliveryRow, BucketRow):
            for row in await session.scalars(select(table)):
                await session.delete(row)
    clock.move(seconds=int((start - clock.now()).total_seconds()))
    refused = await traces_of(street, store, clock, refused=True)
    seen, told, (state, _, ended_at) = silent
    assert refused[0] == seen
    assert refused[1] == told
    assert len(told) == 1
    assert (refused[2][0], refused[2][2]) == (state, ended_at)


@ON_SQLITE
async def test_why_not_is_kept_for_a_month_and_only_while_it_was_a_no(
    street: Street, store: Store, clock: SetClock
) -> None:
    introductions_, keeper = street.matching.introductions, street.matching.introduction_keeper
    asked = await street.ask()
    with pytest.raises(IntroductionOver):
        await introductions_.explain(street.bart, asked, "far")
    await introductions_.refuse(street.bart, asked)
    with pytest.raises(UnknownChoice):
        await introductions_.explain(street.bart, asked, "boos")
    for reason in ("far", "time"):
        await introductions_.explain(street.bart, asked, reason)
    assert (await look(store, asked)).declined == "time"
    clock.move(days=14)
    await keeper.keep_up()
    with pytest.raises(IntroductionOver):
        await introductions_.explain(street.bart, asked, "far")
    assert (await look(store, asked)).declined == "time"
    clock.move(days=30)
    await keeper.expire_due()
    assert (await look(store, asked)).declined == ""


async def test_a_request_that_came_to_nothing_puts_the_two_lower_whatever_was_said() -> None:
    ended = [Ended(1, 2), Ended(1, 3, "far"), Ended(4, 1, "themes"), Ended(5, 1, "time")]
    assert lower_for(frozenset({1}), ended) == {2, 3, 4}
    assert lower_for(frozenset({5}), ended) == {1}
    assert lower_for(frozenset({1, 2}), ended[:1]) == frozenset()


async def test_after_a_block_neither_finds_the_other_and_nothing_is_asked(
    street: Street, store: Store
) -> None:
    safety, asked = street.matching.safety, await street.ask()
    for _ in range(2):
        about = await safety.block(street.bart, "introduction", asked)
    assert about.others == ((street.cems, "Het Anker"),)
    for who, other in ((street.cem, street.barts), (street.bart, street.cems)):
        found = await street.matching.finder.find(who, Wish(text="dorpshuis beheren"))
        assert other not in [one.card.id for one in found.found]
        with pytest.raises(NotOpen):
            await street.matching.introductions.may_ask(who, other)
    with pytest.raises(NotOpen):
        await street.ask()
    (seen,) = await street.matching.introductions.mine(street.cem)
    assert seen.state == "asked"
    (one,) = await safety.blocked(street.bart)
    assert (one.own_id, one.other) == (street.barts, "Het Anker")
    assert await safety.blocked(street.cem) == ()
    for _ in range(2):
        assert await safety.unblock(street.bart, street.barts, street.cems) == "Het Anker"
    await street.matching.introductions.may_ask(street.bart, street.cems)
    done = await acts(store)
    assert (done.count("collective-blocked"), done.count("collective-unblocked")) == (1, 1)


@ON_SQLITE
async def test_whoever_asked_can_block_too_and_their_own_request_is_taken_back(
    street: Street, store: Store
) -> None:
    asked = await street.ask()
    await street.matching.safety.block(street.cem, "introduction", asked)
    assert (await look(store, asked)).state == "withdrawn"


async def with_staff(street: Street, store: Store) -> None:
    async with store.writing() as session:
        value = {"place": "discord:staff"}
        await communities.put_setting(session, street.cem.community_id, "staff", value)


@ON_SQLITE
async def test_a_report_brings_staff_what_was_written(street: Street, store: Store) -> None:
    safety, asked = street.matching.safety, await street.ask(note="Stuur ons geld.")
    assert not await safety.report(street.bart, "introduction", asked, "Dit is oplichting")
    await with_staff(street, store)
    for _ in range(2):
        assert await safety.report(street.bart, "introduction", asked, "Dit is oplichting")
    (told,) = await mail(store, "introduction-report")
    assert told.target == "discord:staff"
    assert told.facts == {
        "own": "Dorpshuis De Meent",
        "others": ["Het Anker"],
        "other": street.cems,
        "note": "Stuur ons geld.",
        "words": "Dit is oplichting",
    }
    assert (await acts(store)).count("introduction-reported") == 1
    for number in range(4):
        await safety.report(street.bart, "introduction", asked, f"Nog iets {number}")
    with pytest.raises(TooMany):
        await safety.report(street.bart, "introduction", asked, "en nog iets")


@ON_SQLITE
async def test_after_a_meeting_both_can_report_and_block(street: Street, store: Store) -> None:
    await with_staff(street, store)
    asked = await street.ask()
    await street.matching.introductions.accept(street.bart, asked, "")
    (meeting,) = await street.matching.meetings.mine(street.cem)
    about = await street.matching.safety.concern(street.cem, "meeting", meeting.id)
    assert about.others == ((street.barts, "Dorpshuis De Meent"),)
    await street.matching.safety.block(street.cem, "meeting", meeting.id)
    (one,) = await street.matching.safety.blocked(street.cem)
    assert one.other_id == street.barts


@ON_SQLITE
async def test_nobody_else_blocks_or_reports(street: Street, people: dict[str, Person]) -> None:
    safety, asked, rosa = street.matching.safety, await street.ask(), people["Rosa"]
    for attempt in (
        safety.block(rosa, "introduction", asked),
        safety.report(rosa, "introduction", asked, "x"),
        safety.concern(rosa, "introduction", 999),
        safety.concern(rosa, "meeting", 999),
        safety.unblock(rosa, street.barts, street.cems),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_when_two_groups_become_one_their_requests_and_blocks_follow(
    street: Street, store: Store, people: dict[str, Person]
) -> None:
    (third,) = await others(street, people, 1)
    asked = await street.ask()
    await street.matching.safety.block(street.bart, "introduction", asked)
    async with store.writing() as session:
        await duplicates.merge(session, third, street.barts)
    row = await look(store, asked)
    assert (row.from_id, row.to_id) == (street.cems, third)
    async with store.reading() as session:
        assert await blocks.find_apart(session, [street.cems]) == {third}
    async with store.writing() as session:
        await duplicates.merge(session, street.cems, third)
        assert await introductions.find(session, asked) is None
        assert await blocks.find_apart(session, [street.cems]) == frozenset()


@pytest.mark.parametrize("turn", range(4))
async def test_a_block_and_a_yes_at_once_end_one_way(
    street: Street, store: Store, turn: int
) -> None:
    asked = await street.ask()
    calls = [
        street.matching.introductions.accept(street.bart, asked, ""),
        street.matching.safety.block(street.bart, "introduction", asked),
        street.matching.safety.block(street.cem, "introduction", asked),
    ]
    done = await asyncio.gather(*(calls if turn % 2 else calls[::-1]), return_exceptions=True)
    assert all(not isinstance(one, Exception) or isinstance(one, IntroductionOver) for one in done)
    state = (await look(store, asked)).state
    assert state in {"agreed", "refused", "withdrawn"}
    assert len(await mail(store, "meeting-opening")) == (2 if state == "agreed" else 0)
