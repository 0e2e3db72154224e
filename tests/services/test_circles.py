"""Circles: proposed once there are enough, in and out at once, each person asked once (X4, M9)."""

import asyncio

import pytest

from bot.content import Content
from bot.errors import NotAllowed
from bot.services.matching import Matching
from bot.services.matching.circles import CircleNotFound, NoCirclePlace
from bot.services.matching.circles.circles import OPENS_AT
from bot.services.matching.circles.proposing import MOST, NEEDED
from data.store import collectives, communities, deliveries
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
THEME, OTHER = "energiecooperaties", "buurtmoestuinen"


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def matching(town: Town, content: Content) -> Matching:
    return Matching.over(town.store, town.clock, content)


async def with_place(town: Town) -> None:
    async with town.store.writing() as session:
        value = {"place": "discord:15"}
        await communities.put_setting(session, town.community_id, "meetings", value)


async def group(town: Town, number: int, theme: str = THEME, *, hidden: bool = False) -> int:
    """A group with this theme and one contact, `Contact <number>`."""
    person = await town.person(f"Contact {number}")
    async with town.store.writing() as session:
        id_ = await collectives.add(
            session,
            community_id=town.community_id,
            name=f"Groep {number}",
            place="Elsloo",
            municipality="",
            context="dorp",
            population=None,
            phase="",
            motives=[],
            methods=[],
            offers=[],
            needs=[],
            legal_form="",
            description="Wij doen iets.",
            hidden=hidden,
            changed_at=town.clock.now(),
        )
        assert id_ is not None
        await collectives.put_themes(session, id_, [theme])
        await collectives.add_contact(session, id_, person.id, "", town.clock.now())
        return id_


async def groups(town: Town, count: int, theme: str = THEME) -> None:
    for number in range(count):
        await group(town, number, theme)


async def queued(town: Town, kind: str) -> list[deliveries.DeliveryRow]:
    async with town.store.reading() as session:
        found = await session.scalars(
            deliveries.select(deliveries.DeliveryRow)
            .where(deliveries.DeliveryRow.kind == kind)
            .order_by(deliveries.DeliveryRow.id)
        )
        return list(found)


async def say_yes(town: Town, matching: Matching, count: int) -> None:
    for number in range(count):
        await matching.circles.join(await town.person(f"Contact {number}"), 1)


async def test_a_circle_is_proposed_from_the_fifth_group_on_and_each_is_asked_once(
    town: Town, matching: Matching
) -> None:
    await with_place(town)
    await groups(town, NEEDED - 1)
    assert await matching.proposals.propose_due() == 0
    await group(town, NEEDED)
    assert await matching.proposals.propose_due() == NEEDED
    assert await matching.proposals.propose_due() == 0
    assert len(await queued(town, "circle-invitation")) == NEEDED


async def test_without_a_place_for_threads_nothing_is_proposed(
    town: Town, matching: Matching
) -> None:
    await groups(town, NEEDED)
    assert await matching.proposals.propose_due() == 0
    with pytest.raises(NoCirclePlace):
        await matching.proposals.begin(await town.person("Sofie", "staff"), THEME)


async def test_hidden_groups_and_themes_that_are_none_count_for_nothing(
    town: Town, matching: Matching
) -> None:
    await with_place(town)
    await groups(town, NEEDED - 1)
    await group(town, 77, hidden=True)
    for number in range(100, 100 + NEEDED):
        await group(town, number, "no-such-theme")
    assert await matching.proposals.propose_due() == 0


async def test_one_circle_a_day_the_largest_first(town: Town, matching: Matching) -> None:
    await with_place(town)
    await groups(town, NEEDED)
    for number in range(100, 101 + NEEDED):
        await group(town, number, OTHER)
    await matching.proposals.propose_due()
    rosa = await town.person("Rosa")
    assert [one.theme for one in await matching.circles.all(rosa)] == [OTHER]
    await matching.proposals.propose_due()
    assert [one.theme for one in await matching.circles.all(rosa)] == [OTHER, THEME]


async def test_the_third_yes_opens_the_thread_once(town: Town, matching: Matching) -> None:
    await with_place(town)
    await groups(town, NEEDED)
    await matching.proposals.propose_due()
    await say_yes(town, matching, OPENS_AT - 1)
    assert await queued(town, "circle-thread") == []
    [before] = await matching.circles.all(await town.person("Rosa"))
    assert (before.state, before.needed) == ("proposed", 1)
    await say_yes(town, matching, OPENS_AT)
    await say_yes(town, matching, NEEDED)
    [thread] = await queued(town, "circle-thread")
    assert thread.target == "discord:15"
    await matching.circles.place(1, "discord:99")
    await matching.circles.place(1, "discord:98")
    [opening] = await queued(town, "circle-opening")
    assert opening.target == "discord:99"


async def test_two_at_once_open_one_thread(town: Town, matching: Matching) -> None:
    await with_place(town)
    await groups(town, NEEDED)
    await matching.proposals.propose_due()
    people = [await town.person(f"Contact {number}") for number in range(NEEDED)]
    await asyncio.gather(*(matching.circles.join(one, 1) for one in people * 2))
    assert len(await queued(town, "circle-thread")) == 1
    [circle] = await matching.circles.all(people[0])
    assert len(circle.accounts) == NEEDED


async def test_in_and_out_of_the_thread_at_once_and_nobody_is_asked_again(
    town: Town, matching: Matching
) -> None:
    await with_place(town)
    await groups(town, NEEDED)
    await matching.proposals.propose_due()
    await say_yes(town, matching, OPENS_AT)
    await matching.circles.place(1, "discord:99")
    rosa = await town.person("Rosa")  # speaks for no group, and is welcome
    for _ in range(2):
        assert (await matching.circles.join(rosa, 1)).mine == "in"
    for _ in range(2):
        assert (await matching.circles.leave(rosa, 1)).mine == "out"
    assert [one.target for one in await queued(town, "circle-in")] == ["discord:99"]
    assert [one.target for one in await queued(town, "circle-out")] == ["discord:99"]
    no = await town.person(f"Contact {NEEDED - 1}")
    await matching.circles.leave(no, 1)
    assert await matching.proposals.propose_due() == 0


async def test_a_later_group_is_invited_once(town: Town, matching: Matching) -> None:
    await with_place(town)
    await groups(town, NEEDED)
    await matching.proposals.propose_due()
    await group(town, 50)
    assert [await matching.proposals.propose_due() for _ in range(2)] == [1, 0]


async def test_staff_begin_close_and_set_from_how_many_on(town: Town, matching: Matching) -> None:
    await with_place(town)
    await groups(town, 2)
    sofie, rosa = await town.person("Sofie", "staff"), await town.person("Rosa")
    with pytest.raises(NotAllowed):
        await matching.proposals.begin(rosa, THEME)
    with pytest.raises(CircleNotFound):
        await matching.proposals.begin(sofie, "no-such-theme")
    assert [await matching.proposals.begin(sofie, THEME) for _ in range(2)] == [2, 0]
    with pytest.raises(NotAllowed):
        await matching.circles.close(rosa, 1)
    await matching.circles.close(sofie, 1)
    with pytest.raises(CircleNotFound):
        await matching.circles.join(rosa, 1)
    assert await matching.circles.all(rosa) == ()
    assert await matching.proposals.begin(sofie, THEME) == 2
    assert await matching.proposals.set_needed(sofie, 9999) == MOST
    with pytest.raises(NotAllowed):
        await matching.proposals.set_needed(rosa, 2)
    assert await matching.proposals.set_needed(sofie, 2) == 2
    await group(town, 60, OTHER)
    await group(town, 61, OTHER)
    assert await matching.proposals.propose_due() == 2
