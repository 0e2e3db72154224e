"""From a match to a meeting: opened once, a moment for all, a reminder, and whether it helped.

M9: a match aims at a meeting, and asks once whether it helped. X4: who stops is left alone. X14:
whether it helped is counted for all together, and shown from five answers on.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
import pytest_asyncio

from bot.content import Content
from bot.people import Person
from bot.services.matching import Matching
from bot.services.matching.meeting import (
    Attendee,
    MeetingNotFound,
    MeetingPlanned,
    Meetings,
    MomentGone,
    MomentUnfit,
    NoMoments,
    Opening,
)
from data.store import collectives, communities, due_meetings, duplicates, meetings
from data.store.deliveries import DeliveryRow, select
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
THREAD = "discord:900"
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What no second database could do otherwise."""


@dataclass
class Table:
    """Cem of the centre and Bart of the hall, who are to meet."""

    town: Town
    matching: Matching
    cem: Person
    bart: Person
    groups: tuple[int, int]
    id: int = 0

    @property
    def meetings(self) -> Meetings:
        return self.matching.meetings

    async def open(self, source: str = "introduction:5") -> int:
        who = (Attendee(self.cem.id, self.groups[0]), Attendee(self.bart.id, self.groups[1]))
        async with self.town.store.writing() as session:
            self.id = await self.meetings.open(
                session, self.town.community_id, Opening(source, who)
            )
        return self.id

    async def moments(self) -> tuple[datetime, ...]:
        return (await self.meetings.look(self.id)).moments

    async def both(self, can: str, place: int = 0) -> datetime:
        at = (await self.moments())[place]
        for person in (self.cem, self.bart):
            await self.meetings.react(person, self.id, at, can)
        return at

    async def leave(self, person: Person, group: int) -> None:
        async with self.town.store.writing() as session:
            await collectives.remove_contact(session, group, person.id)

    async def fail(self, kind: str, target: str = "") -> None:
        """Discord takes no message of this kind."""
        async with self.town.store.writing() as session:
            for row in await session.scalars(select(DeliveryRow).where(DeliveryRow.kind == kind)):
                if target in ("", row.target) and row.state == "queued":
                    row.state, row.ended_at = "failed", self.town.clock.now()

    async def mail(self, kind: str) -> list[DeliveryRow]:
        async with self.town.store.reading() as session:
            query = select(DeliveryRow).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
            return [row for row in await session.scalars(query) if row.edits is None]

    async def targets(self, kind: str) -> list[str]:
        return [row.target for row in await self.mail(kind)]


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest_asyncio.fixture
async def table(town: Town, content: Content) -> Table:
    cem, bart = await town.person("Cem"), await town.person("Bart")
    ids = [
        await group(town, name, person, theme, phase)
        for name, person, theme, phase in (
            ("Het Anker", cem, "energiecooperaties", "plan-maken"),
            ("De Meent", bart, "energiecooperaties", "draaien"),
        )
    ]
    matching = Matching.over(town.store, town.clock, content)
    return Table(town, matching, cem, bart, (ids[0], ids[1]))


async def group(town: Town, name: str, person: Person, theme: str, phase: str) -> int:
    now = town.clock.now()
    texts = dict.fromkeys(("municipality", "context", "legal_form"), "")
    lists = {name: [] for name in ("motives", "methods", "offers", "needs")}
    async with town.store.writing() as session:
        made = await collectives.add(
            session,
            community_id=town.community_id,
            name=name,
            place="Elsloo",
            phase=phase,
            population=None,
            description="Wij wekken samen stroom op.",
            hidden=False,
            changed_at=now,
            **texts,
            **lists,
        )
        assert made is not None
        await collectives.put_themes(session, made, [theme])
        await collectives.add_contact(session, made, person.id, f"{person.name}@x.nl", now)
    return made


async def with_place(town: Town) -> None:
    async with town.store.writing() as session:
        value = {"place": "discord:77"}
        await communities.put_setting(session, town.community_id, "meetings", value)


async def test_the_same_source_is_one_meeting_with_one_set_of_messages(table: Table) -> None:
    first = await table.open()
    assert await table.open() == first
    assert await table.targets("meeting-opening") == [table.cem.identity, table.bart.identity]
    assert len(await table.moments()) == 3


@ON_SQLITE
async def test_where_staff_set_a_place_a_thread_is_asked_for_and_nothing_else(
    table: Table,
) -> None:
    await with_place(table.town)
    await table.open()
    assert await table.targets("meeting-thread") == ["discord:77"]
    assert await table.targets("meeting-opening") == []
    for _ in range(2):
        await table.meetings.place(table.id, THREAD)
    await table.meetings.place(table.id, "discord:901")
    assert await table.targets("meeting-opening") == [THREAD]
    assert await table.targets("meeting-moments") == [THREAD]


async def test_a_thread_that_cannot_be_made_becomes_direct_messages_once(table: Table) -> None:
    await with_place(table.town)
    await table.open()
    await table.fail("meeting-thread")
    assert await table.matching.keeper.keep_up() == 1
    assert await table.matching.keeper.keep_up() == 0
    both = [table.cem.identity, table.bart.identity]
    assert await table.targets("meeting-opening") == both
    assert await table.targets("meeting-moments") == both


@ON_SQLITE
async def test_after_a_deleted_thread_everything_goes_by_direct_message(table: Table) -> None:
    await with_place(table.town)
    await table.open()
    await table.meetings.place(table.id, THREAD)
    at = await table.both("yes")
    await table.meetings.plan(table.cem, table.id, at)
    await table.fail("meeting-planned")
    await table.matching.keeper.keep_up()
    both = [table.cem.identity, table.bart.identity]
    assert await table.targets("meeting-planned") == [THREAD, *both]
    table.town.clock.move(days=(at - table.town.clock.now()).days)
    await table.matching.keeper.keep_up()
    assert await table.targets("meeting-tomorrow") == both


async def test_who_gets_no_direct_messages_is_written_to_by_the_other(table: Table) -> None:
    await table.open()
    await table.fail("meeting-opening", table.cem.identity)
    assert await table.matching.keeper.keep_up() == 1
    assert await table.matching.keeper.keep_up() == 0
    (told,) = await table.mail("meeting-unreached")
    assert (told.target, told.facts["person"]) == (table.bart.identity, table.cem.id)


@ON_SQLITE
async def test_who_meets_reads_why_and_two_questions_about_what_they_share(
    table: Table, content: Content
) -> None:
    known = await table.meetings.acquaint(await table.open())
    assert [guest.reach for guest in known.meeting.guests] == ["Cem@x.nl", "Bart@x.nl"]
    assert any("energiecooperaties" in reason.ids for reason in known.reasons)
    first, second = known.questions
    assert first in content.openings.themes["energie"]
    assert second in content.openings.phases["plan-maken"]


@ON_SQLITE
async def test_a_coffee_round_gives_no_contact_away(table: Table) -> None:
    known = await table.meetings.acquaint(await table.open("coffee:3:1"))
    assert known.meeting.word == "coffee"
    assert [guest.reach for guest in known.meeting.guests] == ["", ""]


@ON_SQLITE
async def test_the_first_moment_that_suits_both_is_settled_with_one_press(table: Table) -> None:
    await table.open()
    moments = await table.moments()
    await table.both("maybe", 0)
    at = await table.both("yes", 1)
    assert (await table.meetings.look(table.id)).fit == moments[1] == at
    with pytest.raises(MomentUnfit):
        await table.meetings.plan(table.cem, table.id, moments[0])
    for person in (table.cem, table.cem, table.bart):
        assert (await table.meetings.plan(person, table.id, at)).planned_at == at
    assert len(await table.mail("meeting-planned")) == 2
    with pytest.raises(MeetingPlanned):
        await table.meetings.react(table.cem, table.id, moments[0], "no")
    with pytest.raises(MeetingPlanned):
        await table.meetings.plan(table.cem, table.id, moments[0])


async def test_the_last_word_about_a_moment_counts(table: Table) -> None:
    await table.open()
    at = await table.both("yes")
    await table.meetings.react(table.bart, table.id, at, "no")
    view = await table.meetings.look(table.id)
    assert (view.fit, view.cans[table.bart.id, at]) == (None, "no")
    async with table.town.store.reading() as session:
        reacted = await meetings.find_reacted(session, "introduction:5")
    assert reacted == {table.cem.id, table.bart.id}


@ON_SQLITE
async def test_every_card_of_the_moments_changes_after_each_word(table: Table) -> None:
    await table.open()
    await table.both("yes")
    async with table.town.store.reading() as session:
        query = select(DeliveryRow).where(DeliveryRow.edits == f"meeting:{table.id}:moments")
        changes = [row.target for row in await session.scalars(query)]
    assert sorted(changes) == sorted([table.cem.identity, table.bart.identity] * 2)


@ON_SQLITE
async def test_when_nothing_fits_others_are_proposed_and_a_settled_moment_is_let_go(
    table: Table,
) -> None:
    await table.open()
    at = await table.both("yes")
    for place in (1, 2):
        await table.both("no", place)
    await table.meetings.plan(table.cem, table.id, at)
    further = await table.meetings.suggest(table.cem, table.id)
    assert min(further) > max(await table.moments())
    for _ in range(2):
        view = await table.meetings.propose(
            table.cem, table.id, ["vrijdag 20.00", "", "donderdag 19 uur"]
        )
    assert view.planned_at is None
    assert len(view.moments) == 2
    assert view.moments == tuple(sorted(view.moments))
    assert len(await table.mail("meeting-moments")) == 4
    with pytest.raises(MomentGone):
        await table.meetings.react(table.cem, table.id, at, "yes")
    with pytest.raises(NoMoments):
        await table.meetings.propose(table.cem, table.id, ["", " "])


@ON_SQLITE
async def test_moments_that_passed_suit_nobody_any_more(table: Table) -> None:
    await table.open()
    at = await table.both("yes")
    table.town.clock.move(days=15)
    view = await table.meetings.look(table.id)
    assert (view.fit, view.is_hopeless) == (None, True)
    with pytest.raises(MomentGone):
        await table.meetings.react(table.cem, table.id, at, "no")


async def test_the_day_before_everybody_is_reminded_once(table: Table) -> None:
    await table.open()
    at = await table.both("yes")
    await table.meetings.plan(table.cem, table.id, at)
    assert await table.matching.keeper.keep_up() == 0
    table.town.clock.move(seconds=int((at - table.town.clock.now()).total_seconds()) - 86_400)
    assert await table.matching.keeper.keep_up() == 1
    assert await table.matching.keeper.keep_up() == 0
    assert len(await table.mail("meeting-tomorrow")) == 2


@ON_SQLITE
async def test_who_agreed_for_tomorrow_needs_no_reminder(table: Table) -> None:
    await table.open()
    await table.meetings.propose(table.cem, table.id, ["morgen 9.00"])
    await table.meetings.plan(table.cem, table.id, await table.both("yes"))
    assert await table.matching.keeper.keep_up() == 0


@ON_SQLITE
async def test_a_moment_that_passed_while_the_bot_was_away_is_not_announced(table: Table) -> None:
    await table.open()
    await table.meetings.plan(table.cem, table.id, await table.both("yes"))
    table.town.clock.move(days=16)
    await table.matching.keeper.keep_up()
    assert await table.mail("meeting-tomorrow") == []


async def test_after_three_weeks_both_are_asked_once_whether_it_helped(table: Table) -> None:
    await table.open()
    with pytest.raises(MeetingNotFound):
        await table.meetings.note_help(table.cem, table.id, "yes")
    table.town.clock.move(days=21)
    assert await table.matching.keeper.keep_up() == 1
    assert await table.matching.keeper.keep_up() == 0
    assert len(await table.mail("meeting-helped")) == 2
    for helped in ("no", "yes"):
        await table.meetings.note_help(table.cem, table.id, helped)
    async with table.town.store.reading() as session:
        since = table.town.clock.now() - timedelta(days=90)
        counted = await due_meetings.count_helped(session, table.town.community_id, since)
    assert counted == {"yes": 1}


@ON_SQLITE
async def test_a_late_appointment_is_asked_about_on_the_day_after_it(table: Table) -> None:
    await table.open()
    await table.meetings.propose(table.cem, table.id, ["over 30 dagen"])
    await table.meetings.plan(table.cem, table.id, await table.both("yes"))
    table.town.clock.move(days=28)
    await table.matching.keeper.keep_up()
    assert await table.mail("meeting-helped") == []
    table.town.clock.move(days=3, hours=23)
    await table.matching.keeper.keep_up()
    assert len(await table.mail("meeting-helped")) == 2


async def test_who_stopped_speaking_for_the_group_gets_nothing_any_more(table: Table) -> None:
    await table.open()
    at = await table.both("yes")
    await table.meetings.plan(table.cem, table.id, at)
    await table.leave(table.bart, table.groups[1])
    assert [one.name for one in (await table.meetings.look(table.id)).guests] == ["Cem"]
    with pytest.raises(MeetingNotFound):
        await table.meetings.react(table.bart, table.id, at, "no")
    table.town.clock.move(days=(at - table.town.clock.now()).days)
    await table.matching.keeper.keep_up()
    assert await table.mail("meeting-tomorrow") == []
    assert await table.targets("meeting-alone") == [table.cem.identity]
    table.town.clock.move(days=30)
    await table.matching.keeper.keep_up()
    assert await table.targets("meeting-helped") == [table.cem.identity]


async def test_a_group_that_was_merged_or_hidden_still_meets(table: Table) -> None:
    await table.open()
    async with table.town.store.writing() as session:
        await duplicates.merge(session, table.groups[0], table.groups[1])
        for row in await collectives.hold(session, table.groups):
            row.hidden = True
    known = await table.meetings.acquaint(table.id)
    assert [one.collective for one in known.meeting.guests] == ["Het Anker", "Het Anker"]
    assert known.reasons == ()
    assert (await table.both("yes")) == (await table.meetings.look(table.id)).fit


async def test_two_presses_at_once_are_both_counted_and_settle_once(table: Table) -> None:
    await table.open()
    at = (await table.moments())[0]
    react, plan = table.meetings.react, table.meetings.plan
    await asyncio.gather(
        *(react(person, table.id, at, "yes") for person in (table.cem, table.bart) * 2)
    )
    await asyncio.gather(*(plan(person, table.id, at) for person in (table.cem, table.bart) * 2))
    assert (await table.meetings.look(table.id)).planned_at == at
    assert len(await table.mail("meeting-planned")) == 2


@ON_SQLITE
async def test_staff_read_totals_and_whether_it_helped_from_five_answers_on(table: Table) -> None:
    staff = await table.town.person("Sofie", "staff")
    assert await table.matching.figures.look(table.cem) is None
    for place, source in enumerate(("introduction:5", "coffee:3:1", "introduction:6")):
        await table.open(source)
        table.town.clock.move(days=21)
        await table.matching.keeper.keep_up()
        figures = await table.matching.figures.look(staff)
        assert figures is not None
        assert (figures.meetings, figures.helped) == (place + 1, {})
        for person in (table.cem, table.bart) if place < 2 else (table.cem,):
            await table.meetings.note_help(person, table.id, "yes" if place else "not-yet")
    figures = await table.matching.figures.look(staff)
    assert figures is not None
    assert figures.helped == {"yes": 3, "not-yet": 2}


@ON_SQLITE
async def test_nobody_else_sees_or_touches_a_meeting(table: Table) -> None:
    await table.open()
    at = (await table.moments())[0]
    rosa = await table.town.person("Rosa")
    for attempt in (
        table.meetings.react(rosa, table.id, at, "yes"),
        table.meetings.plan(rosa, table.id, at),
        table.meetings.propose(rosa, table.id, ["vrijdag"]),
        table.meetings.suggest(rosa, table.id),
        table.meetings.open_one(rosa, table.id),
        table.meetings.note_help(rosa, table.id, "yes"),
        table.meetings.look(999),
        table.meetings.acquaint(999),
        table.meetings.react(table.cem, 999, at, "yes"),
    ):
        with pytest.raises(MeetingNotFound):
            await attempt
    assert await table.meetings.mine(rosa) == ()
    assert [one.id for one in await table.meetings.mine(table.cem)] == [table.id]
