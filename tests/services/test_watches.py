"""Hearing of new groups, once each, at once or on Monday, until it is stopped (X4)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.content import Content
from bot.services.matching import Matching
from bot.services.matching.views import CollectiveNotFound
from bot.services.matching.watching import (
    MOST_KM,
    MOST_WATCHES,
    TooManyWatches,
    UnknownPlace,
    WatchNotFound,
    next_monday,
)
from data.store import collectives, deliveries
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
THEME, OTHER = "energiecooperaties", "buurtmoestuinen"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def matching(town: Town, content: Content) -> Matching:
    return Matching.over(town.store, town.clock, content)


async def group(
    town: Town, name: str, theme: str = THEME, place: str = "Elsloo", *, is_draft: bool = False
) -> int:
    async with town.store.writing() as session:
        id_ = await collectives.add(
            session,
            community_id=town.community_id,
            name=name,
            place=place,
            municipality="",
            context="",
            population=None,
            phase="",
            motives=[],
            methods=[],
            offers=[],
            needs=[],
            legal_form="",
            description="Wij doen iets.",
            hidden=is_draft,
            is_draft=is_draft,
            changed_at=town.clock.now(),
        )
        assert id_ is not None
        await collectives.put_themes(session, id_, [theme])
        return id_


def until(town: Town, at: datetime) -> None:
    town.clock.move(seconds=(at - town.clock.now()).total_seconds())


async def told(town: Town) -> list[list[int]]:
    async with town.store.reading() as session:
        found = await session.scalars(
            deliveries.select(deliveries.DeliveryRow)
            .where(deliveries.DeliveryRow.kind == "watch-found")
            .order_by(deliveries.DeliveryRow.id)
        )
        return [row.facts["ids"] for row in found]


async def test_who_wants_it_at_once_hears_of_each_new_group_once(
    town: Town, matching: Matching
) -> None:
    await group(town, "Oud")
    watch = matching.watches
    await watch.watch(await town.person("Rosa"), THEME, rhythm="now")
    assert await watch.tell_due() == 0
    new = await group(town, "Nieuw")
    await group(town, "Ander thema", OTHER)
    assert [await watch.tell_due() for _ in range(2)] == [1, 0]
    later = await group(town, "Later")
    await watch.tell_due()
    assert await told(town) == [[new], [later]]


async def test_once_a_week_is_one_message_on_monday_morning(town: Town, matching: Matching) -> None:
    await matching.watches.watch(await town.person("Rosa"), "")
    first, second = await group(town, "Een"), await group(town, "Twee", OTHER)
    assert await matching.watches.tell_due() == 0
    until(town, datetime(2026, 11, 30, 8, 0, tzinfo=UTC))  # Monday, 9.00 in Amsterdam
    assert [await matching.watches.tell_due() for _ in range(2)] == [1, 0]
    until(town, datetime(2026, 12, 7, 8, 0, tzinfo=UTC))
    assert await matching.watches.tell_due() == 0  # nothing new: no message
    assert await told(town) == [[first, second]]


async def test_only_what_is_near_enough_counts(town: Town, matching: Matching) -> None:
    rosa = await town.person("Rosa")
    await matching.watches.watch(rosa, "", "Maastricht", km=30, rhythm="now")
    near = await group(town, "Dichtbij", place="Sittard")
    await group(town, "Ver", place="Groningen")
    await group(town, "Zonder plaats", place="")
    await matching.watches.tell_due()
    assert await told(town) == [[near]]


async def test_nobody_hears_of_their_own_group(town: Town, matching: Matching) -> None:
    rosa = await town.person("Rosa")
    await matching.watches.watch(rosa, "", rhythm="now")
    own = await group(town, "Eigen")
    async with town.store.writing() as session:
        await collectives.add_contact(session, own, rosa.id, "", town.clock.now())
    assert await matching.watches.tell_due() == 0


async def test_a_group_that_is_still_being_made_is_passed_over_by_nobody(
    town: Town, matching: Matching
) -> None:
    await matching.watches.watch(await town.person("Rosa"), "", rhythm="now")
    slow = await group(town, "Langzaam", is_draft=True)
    quick = await group(town, "Snel")
    assert await matching.watches.tell_due() == 0
    town.clock.move(minutes=1)
    async with town.store.writing() as session:
        await session.execute(
            update(collectives.CollectiveRow)
            .where(collectives.CollectiveRow.id == slow)
            .values(is_draft=False, hidden=False, changed_at=town.clock.now())
        )
    await matching.watches.tell_due()
    assert await told(town) == [[slow, quick]]


async def test_a_draft_that_nobody_ends_holds_up_the_others_an_hour_at_most(
    town: Town, matching: Matching
) -> None:
    await matching.watches.watch(await town.person("Rosa"), "", rhythm="now")
    await group(town, "Vergeten", is_draft=True)
    quick = await group(town, "Snel")
    town.clock.move(hours=1, minutes=1)
    await matching.watches.tell_due()
    assert await told(town) == [[quick]]


async def test_stopped_is_stopped_also_for_what_is_queued(town: Town, matching: Matching) -> None:
    rosa, bart = await town.person("Rosa"), await town.person("Bart")
    watch = await matching.watches.watch(rosa, THEME, rhythm="now")
    new = await group(town, "Nieuw")
    await matching.watches.tell_due()
    with pytest.raises(WatchNotFound):
        await matching.watches.stop(bart, watch.id)
    await matching.watches.stop(rosa, watch.id)
    with pytest.raises(WatchNotFound):
        await matching.watches.stop(rosa, watch.id)
    assert (await matching.watches.news(watch.id, [new])).cards == ()
    await group(town, "Later")
    assert await matching.watches.tell_due() == 0


async def test_the_same_wish_again_changes_it_and_nonsense_is_refused(
    town: Town, matching: Matching
) -> None:
    rosa = await town.person("Rosa")
    await matching.watches.watch(rosa, THEME, "Sittard")
    again = await matching.watches.watch(rosa, THEME, "Sittard", km=99_999, rhythm="now")
    assert (again.km, again.rhythm) == (MOST_KM, "now")
    assert len(await matching.watches.mine(rosa)) == 1
    with pytest.raises(UnknownPlace):
        await matching.watches.watch(rosa, THEME, "Xqzzwk")
    with pytest.raises(CollectiveNotFound):
        await matching.watches.watch(rosa, "no-such-theme")
    for place in ("Assen", "Delft", "Ede", "Goes", "Hoorn", "Leiden", "Meppel", "Oss", "Tiel"):
        await matching.watches.watch(rosa, THEME, place)
    with pytest.raises(TooManyWatches):
        await matching.watches.watch(rosa, THEME, "Breda")
    assert len(await matching.watches.mine(rosa)) == MOST_WATCHES


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-11-24T10:00", "2026-11-30T09:00"),
        ("2026-11-30T08:59", "2026-12-07T09:00"),
        ("2026-03-28T12:00", "2026-03-30T09:00"),  # the clock goes forward in between
    ],
)
async def test_the_next_monday_is_nine_by_the_clock_on_the_wall(now: str, monday: str) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)
    assert next_monday(local) == datetime.fromisoformat(monday).replace(tzinfo=AMSTERDAM)
