"""Coffee rounds from begin to end, on both databases: M7, M8, M9 and X4.

M8: who waited comes first, and nobody is left out silently. M9: each group gets a meeting. X4: in,
out and not this time take one press, at once, without a reason.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from bot.content import Content
from bot.errors import NotAllowed
from bot.people import DataOnHold, Person
from bot.services.matching import Matching, ProfileDraft
from bot.services.matching.coffee import (
    Coffee,
    CoffeeNotFound,
    CoffeeNotIn,
    CoffeeOver,
    CoffeeUnclear,
)
from bot.services.matching.views import UnknownChoice
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from data.store import coffees, restrictions
from data.store.blocks import BlockRow
from data.store.coffees import CoffeeMemberRow, CoffeeRoundRow, CoffeeSeatRow
from data.store.deliveries import DeliveryRow
from data.store.meetings import AttendeeRow, MeetingRow
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
ZONE = ZoneInfo("Europe/Amsterdam")
NAMES = ("Rosa", "Cem", "Bart", "Fatima", "Joost")


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


class Village:
    """The community with coffee in it."""

    def __init__(self, town: Town, content: Content) -> None:
        self.town = town
        self.matching = Matching.over(town.store, town.clock, content)
        self.coffee: Coffee = self.matching.coffee
        self.people: dict[str, Person] = {}

    async def open(self, **rhythm: int) -> int:
        staff = await self.town.person("Sofie", "staff")
        return (await self.coffee.series.open(staff, **rhythm)).id

    async def join(self, coffee_id: int, *names: str) -> None:
        for name in names:
            self.people[name] = await self.town.person(name)
            await self.coffee.guests.join(self.people[name], coffee_id)

    async def tick(self, times: int = 3) -> None:
        for _ in range(times):
            await self.coffee.keeper.keep_up()

    def go_to(self, text: str) -> None:
        at = datetime.fromisoformat(text).replace(tzinfo=ZONE)
        self.town.clock.move(seconds=(at - self.town.clock.now()).total_seconds())

    async def rows(self, table: type, **wanted: object) -> list:
        async with self.town.store.reading() as session:
            query = select(table).order_by(*table.__table__.primary_key)
            for name, value in wanted.items():
                query = query.where(getattr(table, name) == value)
            return list(await session.scalars(query))

    async def told(self, kind: str) -> list[str]:
        """The names of those to whom a kind of message was queued."""
        names = {person.id: name for name, person in self.people.items()}
        sent = await self.rows(DeliveryRow, kind=kind)
        return sorted(names.get(one.person_id, "place") for one in sent)

    async def tables(self, round_id: int | None = None) -> list[set[str]]:
        names = {person.id: name for name, person in self.people.items()}
        found: dict[tuple[int, int], set[str]] = {}
        for seat in await self.rows(CoffeeSeatRow):
            if round_id in (None, seat.round_id):
                found.setdefault((seat.round_id, seat.group), set()).add(names[seat.person_id])
        return list(found.values())

    async def round(self) -> CoffeeRoundRow:
        return (await self.rows(CoffeeRoundRow))[-1]


@pytest_asyncio.fixture
async def village(town: Town, content: Content) -> Village:
    return Village(town, content)


# It is Tuesday 24 November 2026, 10:00. The first round is on Monday 7 December: a week to join,
# then the next Monday. The question comes on Thursday 3 December.


async def test_a_round_from_the_invitation_to_the_meetings(village: Village) -> None:
    coffee = await village.open(weeks=2)
    assert await village.told("coffee-open") == ["place"]
    await village.join(coffee, "Rosa", "Cem", "Bart", "Fatima")
    village.go_to("2026-12-03 09:59")
    await village.tick()
    assert await village.rows(CoffeeRoundRow) == []
    village.go_to("2026-12-03 10:00")
    await village.tick()
    assert await village.told("coffee-asked") == ["Bart", "Cem", "Fatima", "Rosa"]
    village.go_to("2026-12-07 09:59")
    await village.tick()
    assert await village.tables() == []
    village.go_to("2026-12-07 10:00")
    await village.tick()
    assert sorted(map(len, await village.tables())) == [2, 2]
    meetings = await village.rows(MeetingRow)
    row = await village.round()
    assert [one.source for one in meetings] == [f"coffee:{row.id}:1", f"coffee:{row.id}:2"]
    assert len(await village.rows(AttendeeRow)) == 4
    assert (row.state, row.people, row.alone, row.repeats) == ("held", 4, 0, 0)
    assert await village.told("coffee-made") == ["place"]
    [series] = await village.rows(coffees.CoffeeRow)
    assert series.next_at.astimezone(ZONE).isoformat()[:16] == "2026-12-21T10:00"


async def test_three_rounds_of_four_people_are_three_different_ones(village: Village) -> None:
    coffee = await village.open(weeks=1)
    await village.join(coffee, "Rosa", "Cem", "Bart", "Fatima")
    tables: list[frozenset[str]] = []
    for asked, made in (("12-03", "12-07"), ("12-10", "12-14"), ("12-17", "12-21")):
        village.go_to(f"2026-{asked} 10:00")
        await village.tick()
        village.go_to(f"2026-{made} 10:00")
        await village.tick()
        for person in village.people.values():
            await react(village, person)
        tables += map(frozenset, await village.tables((await village.round()).id))
    assert len(set(tables)) == len(tables) == 6
    assert [one.repeats for one in await village.rows(CoffeeRoundRow)] == [0, 0, 0]


async def react(village: Village, person: Person) -> None:
    """Say something about the newest meeting, when there is one."""
    for view in (await village.matching.meetings.mine(person))[:1]:
        if view.planned_at is None and view.moments[-1] > village.town.clock.now():
            meetings = village.matching.meetings
            await meetings.react(person, view.id, view.moments[-1], "yes")


async def made(village: Village) -> None:
    """Let the first round be asked for and made."""
    village.go_to("2026-12-03 10:00")
    await village.tick()
    village.go_to("2026-12-07 10:00")
    await village.tick()


async def test_who_skips_is_not_in_this_round_and_is_in_the_next(village: Village) -> None:
    coffee = await village.open(weeks=1)
    await village.join(coffee, "Rosa", "Cem", "Bart")
    village.go_to("2026-12-03 10:00")
    await village.tick()
    row = await village.round()
    card = await village.coffee.guests.skip(village.people["Bart"], row.id)
    assert card.state == "skips"
    assert (await village.coffee.guests.skip(village.people["Bart"], row.id)).state == "skips"
    await village.coffee.guests.skip(village.people["Rosa"], row.id)
    after_all = await village.coffee.guests.join(village.people["Rosa"], coffee)
    assert (after_all.state, after_all.round_id) == ("in", row.id)
    village.go_to("2026-12-07 10:00")
    await village.tick()
    assert await village.tables() == [{"Rosa", "Cem"}]
    village.go_to("2026-12-14 10:00")
    await village.tick()
    assert await village.told("coffee-asked") == ["Bart", "Bart", "Cem", "Cem", "Rosa", "Rosa"]


async def test_a_late_step_out_is_told_to_the_other_who_then_comes_first(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    await made(village)
    assert await village.coffee.guests.leave(village.people["Cem"], coffee)
    assert not await village.coffee.guests.leave(village.people["Cem"], coffee)
    village.go_to("2026-12-07 21:00")
    await village.tick()
    assert await village.told("coffee-alone") == []  # not in the evening
    village.go_to("2026-12-08 09:00")
    await village.tick()
    assert await village.told("coffee-alone") == ["Rosa"]
    waited = {one.person_id: one.waited for one in await village.rows(CoffeeMemberRow)}
    assert waited == {village.people["Rosa"].id: 1}
    assert await village.tables() == []
    assert (await village.round()).alone == 1


async def test_figures_name_nobody_and_who_skips_leaves_two_of_a_trio(
    village: Village,
) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem", "Bart")
    await made(village)
    sofie = await village.town.person("Sofie", "staff")
    [found] = await village.coffee.series.figures(sofie)
    assert (found.members, found.paused, found.rounds, found.people) == (3, 0, 1, 3)
    assert (found.groups, found.planned, found.alone, found.repeats) == (1, 0, 0, 0)
    assert not any(name in repr(found) for name in village.people)
    await village.coffee.guests.skip(village.people["Cem"], (await village.round()).id)
    await village.tick()
    assert await village.tables() == [{"Rosa", "Bart"}]
    assert await village.told("coffee-alone") == []
    assert len(await village.rows(AttendeeRow)) == 2


async def test_leaving_after_they_met_tells_nobody_and_keeps_it(
    village: Village,
) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    await made(village)
    async with village.town.store.writing() as session:
        await session.execute(update(MeetingRow).values(planned_at=village.town.clock.now()))
    village.town.clock.move(hours=2)
    await village.coffee.guests.leave(village.people["Cem"], coffee)
    await village.tick()
    assert await village.told("coffee-alone") == []
    assert await village.tables() == [{"Rosa", "Cem"}]


async def test_with_fewer_than_two_the_one_is_told_and_comes_first(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa")
    await made(village)
    [alone] = await village.rows(DeliveryRow, kind="coffee-alone")
    assert alone.facts["why"] == "few"
    assert [one.waited for one in await village.rows(CoffeeMemberRow)] == [1]
    assert (await village.round()).state == "held"


async def test_who_gave_no_sign_twice_is_on_a_pause_until_they_come_back(village: Village) -> None:
    coffee = await village.open(weeks=1)
    await village.join(coffee, "Rosa", "Cem", "Bart", "Fatima")
    for asked, done in (("12-03", "12-07"), ("12-10", "12-14"), ("12-17", "12-21")):
        village.go_to(f"2026-{asked} 10:00")
        await village.tick()
        village.go_to(f"2026-{done} 10:00")
        await village.tick()
        for name in ("Rosa", "Cem", "Bart"):
            await react(village, village.people[name])
    assert await village.told("coffee-paused") == ["Fatima"]
    assert "Fatima" not in set().union(*await village.tables((await village.round()).id))
    assert (await village.coffee.guests.mine(village.people["Fatima"]))[0].state == "paused"
    card = await village.coffee.guests.join(village.people["Fatima"], coffee)
    assert card.state == "in"


async def test_a_word_in_the_thread_is_a_sign(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    await made(village)
    async with village.town.store.writing() as session:
        await session.execute(update(MeetingRow).values(place="discord:77"))
    await village.coffee.guests.note_sign("discord:77", village.people["Cem"].identity)
    await village.coffee.guests.note_sign("discord:78", village.people["Rosa"].identity)
    signs = {one.person_id: one.reacted_at for one in await village.rows(CoffeeSeatRow)}
    assert signs[village.people["Cem"].id] == village.town.clock.now()
    assert signs[village.people["Rosa"].id] is None


async def test_a_round_that_was_missed_is_made_once_and_late(village: Village) -> None:
    coffee = await village.open(weeks=1)
    await village.join(coffee, "Rosa", "Cem")
    village.go_to("2026-12-03 10:00")
    await village.tick()
    village.go_to("2026-12-29 14:00")  # three rounds later
    await village.tick()
    assert await village.tables() == [{"Rosa", "Cem"}]
    asked = await village.rows(CoffeeRoundRow)
    assert [(one.number, one.state) for one in asked] == [(1, "held"), (2, "announced")]
    assert asked[1].at.astimezone(ZONE).isoformat()[:16] == "2027-01-04T10:00"


async def test_a_round_is_not_made_at_night_or_on_a_day_off(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    village.go_to("2026-12-03 10:00")
    await village.tick()
    village.go_to("2026-12-25 11:00")
    await village.tick()
    assert await village.tables() == []
    village.go_to("2026-12-28 08:59")
    await village.tick()
    assert await village.tables() == []
    village.go_to("2026-12-28 09:00")
    await village.tick()
    assert len(await village.tables()) == 1


async def test_a_process_that_dies_between_seats_and_meetings_loses_nothing(
    village: Village, content: Content
) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem", "Bart", "Fatima")
    village.go_to("2026-12-03 10:00")
    await village.tick()
    village.go_to("2026-12-07 10:00")
    await village.coffee.keeper._make((await village.round()).id)
    assert ((await village.round()).state, await village.rows(MeetingRow)) == ("made", [])
    again = Matching.over(village.town.store, village.town.clock, content).coffee.keeper
    await again.keep_up()
    await again.keep_up()
    assert len(await village.rows(MeetingRow)) == 2
    assert (await village.round()).state == "held"
    assert len(await village.told("coffee-made")) == 1


async def test_who_cannot_be_reached_or_is_on_hold_is_not_put_with_somebody(
    village: Village,
) -> None:
    coffee = await village.open()
    await village.join(coffee, *NAMES)
    village.go_to("2026-12-03 10:00")
    await village.tick()
    async with village.town.store.writing() as session:
        ghost = village.people["Joost"].id
        query = update(DeliveryRow).where(DeliveryRow.person_id == ghost)
        await session.execute(query.values(state="failed", reason="outbox-dm-closed"))
        await restrictions.add(
            session,
            village.people["Bart"].id,
            village.town.community_id,
            restrictions.Restriction.RESTRICT,
            village.town.clock.now(),
        )
    village.go_to("2026-12-07 10:00")
    await village.tick()
    assert set().union(*await village.tables()) == {"Rosa", "Cem", "Fatima"}
    with pytest.raises(DataOnHold):
        await village.coffee.guests.join(await village.town.person("Bart"), coffee)


async def group_of(village: Village, name: str, *draft: str) -> int:
    person = village.people[name] = await village.town.person(name)
    card = await village.matching.profiles.make(person, ProfileDraft(*draft))
    return card.id


async def test_blocked_groups_never_meet_and_groups_that_fit_do(village: Village) -> None:
    """M7: like-minded first; a block of one side is enough."""
    coffee = await village.open()
    garden = ("Wij hebben een moestuin en een pluktuin in de wijk.", ())
    hall = ("Wij beheren zelf het dorpshuis van ons dorp.", ())
    ids = {
        "Rosa": await group_of(village, "Rosa", "Tuin Noord", "Zwolle", *garden),
        "Cem": await group_of(village, "Cem", "Tuin Zuid", "Zwolle", *garden),
        "Bart": await group_of(village, "Bart", "De Meent", "Elsloo", *hall),
        "Fatima": await group_of(village, "Fatima", "De Brink", "Elsloo", *hall),
    }
    await village.join(coffee, *ids)
    sofie = await village.town.person("Sofie", "staff")
    preview = await village.coffee.series.foresee(sofie)
    met = {frozenset(one.collective for one in group) for group in preview.groups}
    assert met == {frozenset(("Tuin Noord", "Tuin Zuid")), frozenset(("De Meent", "De Brink"))}
    async with village.town.store.writing() as session:
        since = village.town.clock.now()
        blocked = BlockRow(from_id=ids["Cem"], to_id=ids["Rosa"], by_person=None, since=since)
        session.add(blocked)
    await made(village)
    assert {"Rosa", "Cem"} not in await village.tables()
    assert {one.collective_id for one in await village.rows(CoffeeSeatRow)} == set(ids.values())


async def test_a_look_ahead_is_the_round_that_comes_and_leaves_no_trace(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, *NAMES)
    village.go_to("2026-12-03 10:00")
    await village.tick()
    sofie = await village.town.person("Sofie", "staff")
    before = len(await village.rows(DeliveryRow))
    preview = await village.coffee.series.foresee(sofie)
    assert (await village.rows(CoffeeSeatRow), len(await village.rows(DeliveryRow))) == ([], before)
    assert (preview.certificate.people, preview.certificate.alone) == (5, 0)
    assert preview.certificate.is_best
    village.go_to("2026-12-07 10:00")
    await village.tick()
    expected = [{one.name for one in group} for group in preview.groups]
    assert sorted(map(len, expected)) == [2, 3]
    assert sorted(map(sorted, await village.tables())) == sorted(map(sorted, expected))


async def test_stopping_a_series_tells_who_took_part_and_makes_no_round(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    village.go_to("2026-12-03 10:00")
    await village.tick()
    row = await village.round()
    sofie = await village.town.person("Sofie", "staff")
    await village.coffee.series.stop(sofie)
    await village.coffee.series.stop(sofie)
    assert await village.told("coffee-stopped") == ["Cem", "Rosa"]
    village.go_to("2026-12-07 10:00")
    await village.tick()
    assert await village.tables() == []
    with pytest.raises(CoffeeOver):
        await village.coffee.guests.join(village.people["Rosa"], coffee)
    with pytest.raises(CoffeeNotFound):
        await village.coffee.guests.skip(village.people["Rosa"], row.id)
    assert await village.coffee.guests.mine(village.people["Rosa"]) == ()
    await village.coffee.series.open(sofie)
    assert len(await village.told("coffee-open")) == 2


async def test_only_staff_run_rounds_and_a_rhythm_must_be_possible(village: Village) -> None:
    rosa = await village.town.person("Rosa")
    sofie = await village.town.person("Sofie", "staff")
    coffee = await village.open()
    assert await village.open(weeks=6, weekday=3) == coffee
    [row] = await village.rows(coffees.CoffeeRow)
    assert (row.weeks, row.weekday) == (6, 3)
    assert row.next_at.astimezone(ZONE).isoformat()[:16] == "2026-12-03T10:00"
    assert len(await village.told("coffee-open")) == 1  # invited once
    series = village.coffee.series
    for refused in (
        series.open(rosa),
        series.stop(rosa),
        series.foresee(rosa),
        series.figures(rosa),
    ):
        with pytest.raises(NotAllowed):
            await refused
    for rhythm in ({"weeks": 0}, {"weeks": 27}, {"weekday": 5}):
        with pytest.raises(CoffeeUnclear):
            await series.open(sofie, **rhythm)
    with pytest.raises(UnknownChoice):
        await series.open(sofie, "geen-thema")
    with pytest.raises(CoffeeNotFound):
        await series.foresee(sofie, "moestuinen")


async def test_who_does_not_take_part_cannot_skip_and_an_old_round_is_over(
    village: Village,
) -> None:
    coffee = await village.open(weeks=1)
    await village.join(coffee, "Rosa", "Cem")
    await made(village)
    row = await village.round()
    bart = await village.town.person("Bart")
    with pytest.raises(CoffeeNotIn):
        await village.coffee.guests.skip(bart, row.id)
    with pytest.raises(CoffeeNotFound):
        await village.coffee.guests.skip(bart, 99)
    with pytest.raises(CoffeeNotFound):
        await village.coffee.guests.leave(bart, 99)
    village.go_to("2026-12-10 10:00")
    await village.tick()
    with pytest.raises(CoffeeOver):
        await village.coffee.guests.skip(village.people["Rosa"], row.id)


async def test_a_forgotten_person_leaves_the_table_and_the_other_is_told(village: Village) -> None:
    coffee = await village.open()
    await village.join(coffee, "Rosa", "Cem")
    await made(village)
    town = village.town
    keys, journal = PollKeys(town.folder), Journal(town.folder)
    privacy = Privacy(town.store, town.clock, keys, journal, "")
    await privacy.erase(village.people["Cem"].identity)
    await village.tick()
    assert await village.told("coffee-alone") == ["Rosa"]


async def test_two_processes_at_once_announce_and_make_a_round_once(
    village: Village, content: Content
) -> None:
    import asyncio

    coffee = await village.open()
    await village.join(coffee, *NAMES)
    keepers = [
        Matching.over(village.town.store, village.town.clock, content).coffee.keeper
        for _ in range(2)
    ]
    for at in ("2026-12-03 10:00", "2026-12-07 10:00"):
        village.go_to(at)
        for _ in range(3):
            await asyncio.gather(*(keeper.keep_up() for keeper in keepers))
    assert len(await village.rows(CoffeeRoundRow)) == 1
    assert len(await village.rows(CoffeeSeatRow)) == 5
    assert len(await village.rows(MeetingRow)) == 2
    assert len(await village.told("coffee-asked")) == 5
