"""Introductions when people act at the same moment, and when somebody cannot be reached."""

# ruff: noqa: F401, F811 - fixtures are named like the arguments that ask for them

import asyncio

import pytest
from sqlalchemy import select

from bot.people import Person
from bot.services.matching import ContactShared, IntroductionView
from bot.services.matching.views import IntroductionNotFound, IntroductionOver
from data.store import Store, collectives, communities
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from tests.doubles.clock import SetClock
from tests.services.test_matching import (
    Street,
    as_now,
    content,
    matching,
    messages,
    people,
    street,
)

pytestmark = pytest.mark.asyncio
ROUNDS = 6


async def with_helper(street: Street, store: Store, clock: SetClock, rosa: Person) -> Person:
    """Rosa speaks for the group of Bart too."""
    async with store.writing() as session:
        await collectives.add_contact(session, street.barts, rosa.id, "rosa@tuin", clock.now())
    return await as_now(store, clock, rosa)


async def requests(store: Store) -> list[IntroductionRow]:
    async with store.reading() as session:
        return list(await session.scalars(select(IntroductionRow).order_by(IntroductionRow.id)))


async def mail(store: Store, kind: str) -> list[DeliveryRow]:
    async with store.reading() as session:
        found = await session.scalars(
            select(DeliveryRow).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
        )
        return list(found)


async def fail(store: Store, clock: SetClock, kind: str, target: str = "") -> None:
    """Discord refuses these messages for good."""
    async with store.writing() as session:
        found = await session.scalars(select(DeliveryRow).where(DeliveryRow.kind == kind))
        for row in found:
            row.state, row.ended_at = "sent", clock.now()
            if target in {"", row.target}:
                row.state, row.reason = "failed", "outbox-dm-closed"


async def test_two_groups_that_ask_each_other_at_once_make_one_request_and_tell_nothing(
    street: Street, store: Store
) -> None:
    introductions_ = street.matching.introductions
    first, second = await asyncio.gather(
        introductions_.request(street.cem, street.cems, street.barts, reach="cem@anker"),
        introductions_.request(street.bart, street.barts, street.cems, reach="bart@meent"),
    )
    assert first.id == second.id
    assert sorted((first.is_theirs, second.is_theirs)) == [False, True]
    assert len(await requests(store)) == 1
    assert await mail(store, "meeting-opening") == []


async def test_two_contacts_who_say_yes_at_once_share_the_contact_of_one(
    street: Street,
    store: Store,
    clock: SetClock,
    people: dict[str, Person],
) -> None:
    rosa = await with_helper(street, store, clock, people["Rosa"])
    asked = await street.ask(reach="cem@anker")
    done = await asyncio.gather(
        street.matching.introductions.accept(street.bart, asked, "bart@meent"),
        street.matching.introductions.accept(rosa, asked, "rosa@tuin"),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["ContactShared", "IntroductionOver"]
    first = done[0] if isinstance(done[0], ContactShared) else done[1]
    assert isinstance(first, ContactShared)
    seen = await street.matching.introductions.answer(street.cem, asked)
    assert isinstance(seen, ContactShared)
    assert seen.name == ("Bart" if done[0] is first else "Rosa")
    assert len(await mail(store, "meeting-opening")) == 2


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_yes_and_taking_back_at_once_end_one_way(
    street: Street, store: Store, turn: int
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask()
    calls = [
        introductions_.accept(street.bart, asked, ""),
        introductions_.withdraw(street.cem, asked),
    ]
    done = await asyncio.gather(*(calls if turn % 2 else calls[::-1]), return_exceptions=True)
    assert [isinstance(one, IntroductionOver) for one in done].count(True) == 1
    (row,) = await requests(store)
    assert len(await mail(store, "meeting-opening")) == (2 if row.state == "agreed" else 0)


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_yes_and_no_at_once_end_one_way(
    street: Street,
    store: Store,
    clock: SetClock,
    people: dict[str, Person],
    turn: int,
) -> None:
    rosa = await with_helper(street, store, clock, people["Rosa"])
    introductions_ = street.matching.introductions
    asked = await street.ask()
    calls = [introductions_.accept(street.bart, asked, ""), introductions_.refuse(rosa, asked)]
    done = await asyncio.gather(*(calls if turn % 2 else calls[::-1]), return_exceptions=True)
    assert [isinstance(one, IntroductionOver) for one in done].count(True) == 1
    (row,) = await requests(store)
    assert len(await mail(store, "meeting-opening")) == (2 if row.state == "agreed" else 0)


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_a_yes_in_the_second_that_the_time_ends_is_too_late_or_counts_whole(
    street: Street, store: Store, clock: SetClock, turn: int
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask()
    clock.move(days=14, seconds=-(turn % 2))

    async def end() -> None:
        clock.move(seconds=1)
        await street.matching.introduction_keeper.expire_due()

    calls = [introductions_.accept(street.bart, asked, ""), end()]
    done = await asyncio.gather(*(calls if turn % 4 < 2 else calls[::-1]), return_exceptions=True)
    # what was being answered waits for the next tick
    await street.matching.introduction_keeper.expire_due()
    assert not [one for one in done if isinstance(one, Exception) and not _is_over(one)]
    (row,) = await requests(store)
    assert row.state in {"agreed", "expired"}
    is_agreed = row.state == "agreed"
    assert len(await mail(store, "meeting-opening")) == (2 if is_agreed else 0)
    assert len(await mail(store, "introduction-ended")) == (0 if is_agreed else 1)


def _is_over(error: Exception) -> bool:
    return isinstance(error, IntroductionOver)


async def test_a_yes_after_a_no_and_a_no_after_a_yes_change_nothing(
    street: Street, store: Store
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask()
    await introductions_.refuse(street.bart, asked)
    await introductions_.refuse(street.bart, asked)
    for attempt in (
        introductions_.accept(street.bart, asked, ""),
        introductions_.may_answer(street.bart, asked),
    ):
        with pytest.raises(IntroductionOver):
            await attempt
    assert await mail(store, "meeting-opening") == []


async def test_a_no_after_a_yes_changes_nothing(street: Street) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask()
    await introductions_.accept(street.bart, asked, "")
    with pytest.raises(IntroductionOver):
        await introductions_.refuse(street.bart, asked)
    await introductions_.may_answer(street.bart, asked)
    assert isinstance(await introductions_.answer(street.cem, asked), ContactShared)


@pytest.mark.parametrize("refused", [True, False])
async def test_the_asker_sees_no_difference_between_no_and_silence(
    street: Street, clock: SetClock, refused: bool
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask(note="hallo")
    if refused:
        await introductions_.refuse(street.bart, asked)
    seen = await introductions_.answer(street.cem, asked)
    assert isinstance(seen, IntroductionView)
    assert (seen.state, seen.note) == ("asked", "")
    clock.move(days=14)
    await street.matching.introduction_keeper.expire_due()
    seen = await introductions_.answer(street.cem, asked)
    assert isinstance(seen, IntroductionView)
    assert seen.state == "ended"


async def test_a_request_that_reaches_nobody_is_brought_to_staff_once(
    street: Street,
    store: Store,
    clock: SetClock,
    people: dict[str, Person],
) -> None:
    await with_helper(street, store, clock, people["Rosa"])
    async with store.writing() as session:
        await communities.put_setting(
            session, street.cem.community_id, "staff", {"place": "discord:staff"}
        )
    await street.ask()
    await fail(store, clock, "introduction-request", "discord:Bart")
    assert await street.matching.introduction_keeper.tell_unreached() == 0
    await fail(store, clock, "introduction-request")
    assert await street.matching.introduction_keeper.tell_unreached() == 2
    assert await street.matching.introduction_keeper.tell_unreached() == 0
    (told,) = await mail(store, "introduction-unseen")
    assert (told.target, told.facts) == ("discord:staff", {"collective": street.barts})


async def test_a_request_that_is_over_is_brought_to_nobody(
    street: Street, store: Store, clock: SetClock
) -> None:
    asked = await street.ask()
    await street.matching.introductions.withdraw(street.cem, asked)
    await fail(store, clock, "introduction-request")
    await street.matching.introduction_keeper.tell_unreached()
    assert await mail(store, "introduction-unseen") == []
