"""Working days, opening hours and promises of the help desk."""

import warnings
from datetime import UTC, date, datetime

import pytest

from bot.communities import CommunitySettings
from bot.content import Content
from bot.errors import NotAllowed
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import Ask, HelpDesk, Hours
from bot.services.helpdesk.days import goals
from bot.services.helpdesk.days.hours import HoursUnclear, PromiseUnclear, read_hours
from bot.services.setup import Setup
from data.store import questions as rows
from tests.services.conftest import Town

HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
OFFICE = CommunitySettings()


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_holidays_are_those_of_the_library_without_good_friday() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        holidays = pytest.importorskip("holidays")
    for year in range(2015, 2070):
        listed = holidays.country_holidays("NL", language="nl", years=[year]).items()
        assert {day for day, name in listed if name != "Goede vrijdag"} == goals.holidays(year)


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        (at(2026, 11, 24, 9), 2, at(2026, 11, 26, 16)),  # Tuesday: Thursday, 17.00
        (at(2026, 11, 24, 22, 59), 2, at(2026, 11, 26, 16)),  # still Tuesday there
        (at(2026, 11, 24, 23, 0), 2, at(2026, 11, 27, 16)),  # Wednesday by now
        (at(2026, 11, 28, 9), 1, at(2026, 11, 30, 16)),  # Saturday: Monday
        (at(2026, 12, 23, 9), 2, at(2026, 12, 28, 16)),  # over Christmas
        (at(2026, 4, 2, 9), 1, at(2026, 4, 3, 15)),  # Good Friday is a working day
        (at(2026, 4, 3, 9), 1, at(2026, 4, 7, 15)),  # Easter Monday is none
        (at(2026, 3, 27, 9), 1, at(2026, 3, 30, 15)),  # the clock jumps in between
    ],
)
def test_the_goal_counts_working_days_after_the_day_of_the_question(
    asked: datetime, days: int, due: datetime
) -> None:
    """Peers, row 22: a response goal in working days."""
    settings = CommunitySettings(goal_days=days)
    assert goals.due(asked, settings) == due


def test_who_is_never_open_promises_nothing() -> None:
    closed = CommunitySettings(hours={})
    assert goals.due(at(2026, 11, 24, 9), closed) is None
    assert goals.opens_at(closed, at(2026, 11, 24, 9)) is None
    assert not goals.is_open(closed, at(2026, 11, 24, 9))


def test_a_wednesday_only_desk_opens_on_wednesdays() -> None:
    desk = CommunitySettings(hours={2: (13 * 60, 24 * 60)}, goal_days=1)
    assert goals.opens_at(desk, at(2026, 11, 24, 9)) == at(2026, 11, 25, 12)
    assert goals.is_open(desk, at(2026, 11, 25, 22, 59))
    assert not goals.is_open(desk, at(2026, 11, 25, 23))
    assert goals.due(at(2026, 11, 25, 13), desk) == at(2026, 12, 2, 23)


def test_it_is_closed_on_a_holiday_and_says_when_it_opens() -> None:
    christmas = at(2026, 12, 25, 10)
    assert not goals.is_open(OFFICE, christmas)
    assert goals.opens_at(OFFICE, christmas) == at(2026, 12, 28, 8)
    assert goals.opens_at(OFFICE, at(2026, 11, 24, 9)) is None
    assert goals.is_working_day(OFFICE, date(2026, 4, 3))


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("9.00-17.00", (540, 1020)),
        ("van 9 tot 17.30 uur", (540, 1050)),
        ("13:00 – 24:00", (780, 1440)),
        ("Dicht", None),
        ("closed", None),
    ],
)
def test_hours_are_read_as_people_type_them(said: str, span: tuple[int, int] | None) -> None:
    assert read_hours(said) == span


@pytest.mark.parametrize("said", ["", "17-9", "9", "9.75-17", "9-25", "morgen", "9-17 en 19-20"])
def test_hours_that_cannot_be_are_refused(said: str) -> None:
    with pytest.raises(HoursUnclear):
        read_hours(said)


@pytest.mark.asyncio
async def test_admins_choose_hours_per_weekday_and_what_they_promise(town: Town) -> None:
    hours, setup = Hours(town.store, town.clock), Setup(town.store, town.clock, "nl")
    ada, sofie = await town.person("Ada", "admin"), await town.person("Sofie", "staff")
    await hours.put_hours(ada, [2, 5], "10-12")
    await hours.put_hours(ada, [4, 9], "dicht")
    await hours.put_promises(ada, "3", "0", calls_staff=True)
    found = await setup.look(ada)
    assert found.hours[0] == (540, 1020)
    assert (found.hours[2], found.hours[5], 4 in found.hours) == ((600, 720), (600, 720), False)
    assert (found.goal_days, found.idle_days, found.calls_staff) == (3, 0, True)
    with pytest.raises(NotAllowed):
        await hours.put_hours(sofie, [1], "dicht")
    for goal, idle in (("0", "14"), ("21", "14"), ("2", "2"), ("2", "91"), ("twee", "14")):
        with pytest.raises(PromiseUnclear):
            await hours.put_promises(ada, goal, idle, calls_staff=False)
    assert await setup.look(ada) == found


@pytest.mark.asyncio
async def test_who_waits_hears_an_honest_time_and_whether_it_is_open(town: Town) -> None:
    """X2, peers row 16 and 17: no dead end, and what is said is what staff manage."""
    content = Content.load()
    desk = HelpDesk(town.store, town.clock, content, HelpDeskSearch(content))
    hours, rosa = Hours(town.store, town.clock), await town.person("Rosa")
    asked = (await desk.ask(rosa, Ask("a", HARD))).question_id
    found = await hours.expected(asked)
    assert found is not None
    assert (found.days, found.until, found.opens_at) == (2, at(2026, 11, 26, 16), None)
    assert (found.is_past, found.is_busy) == (False, False)
    crisis = (await desk.ask(rosa, Ask("b", "ik wil dood"))).question_id
    assert await hours.expected(crisis) is None
    town.clock.move(days=3)  # a Friday; nobody answered
    for number in range(4):
        await desk.ask(rosa, Ask(f"old{number}", f"{HARD} {number}"))
    late = await hours.expected(asked)
    assert late is not None
    assert late.is_past
    async with town.store.writing() as session:
        for id_ in range(3, 7):
            question = await rows.find(session, id_)
            assert question is not None
            question.due_at = town.clock.now()
    town.clock.move(days=1)  # a Saturday
    again = (await desk.ask(await town.person("Cem"), Ask("new", HARD))).question_id
    busy = await hours.expected(again)
    assert busy is not None
    assert busy.is_busy
    assert busy.opens_at == at(2026, 11, 30, 8)
