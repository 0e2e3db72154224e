"""Files with collectives: all or nothing, and twice is once."""

from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import func, select

from bot.content import Content
from bot.people import Arrival, People
from bot.services.matching.imports import (
    COLUMNS,
    Imports,
    NoNameColumn,
    Outcome,
    Problem,
    read_rows,
)
from bot.spreadsheets import Table, read_table, write_xlsx
from data.store import Store, audits, collectives, communities
from tests.doubles.clock import SetClock

pytestmark = pytest.mark.asyncio


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def imports(store: Store, clock: SetClock, content: Content) -> Imports:
    return Imports(store, clock, content)


@pytest_asyncio.fixture
async def community(store: Store, clock: SetClock) -> int:
    async with store.writing() as session:
        return await communities.add_alone(session, "Buurt", clock.now())


def table(text: str) -> Table:
    return read_table(text.encode(), "lijst.csv")


@pytest.fixture
def examples(content: Content) -> Table:
    return read_table(Path(content.root / "collectives.csv").read_bytes(), "voorbeelden.csv")


async def test_the_same_file_twice_changes_nothing(
    imports: Imports, community: int, examples: Table, store: Store, clock: SetClock
) -> None:
    first = await imports.apply(community, examples)
    assert first.count(Outcome.NEW) == len(examples.rows)
    before = await read_rows(store, community)
    async with store.reading() as session:
        stamp = await collectives.stamp(session, community)
    clock.move(hours=1)
    second = await imports.apply(community, examples)
    assert second.count(Outcome.SAME) == len(examples.rows)
    assert await read_rows(store, community) == before
    async with store.reading() as session:
        assert await collectives.stamp(session, community) == stamp
        assert await session.scalar(select(func.count(audits.AuditRow.id))) == 1


async def test_one_bad_line_and_nothing_is_written(
    imports: Imports, community: int, store: Store
) -> None:
    report = await imports.apply(
        community, table("name;place;themes\nA;B;energiecooperaties\nC;D;zwemmen\n;E;\n")
    )
    assert [(one.line, one.problem, one.what) for one in report.lines] == [
        (2, None, ""),
        (3, Problem.THEMES, "zwemmen"),
        (4, Problem.NO_NAME, ""),
    ]
    assert await read_rows(store, community) == []


async def test_a_plan_tells_the_same_and_writes_nothing(
    imports: Imports, community: int, store: Store, examples: Table
) -> None:
    plan = await imports.plan(community, examples)
    assert await read_rows(store, community) == []
    assert await imports.apply(community, examples) == plan


async def test_a_changed_line_updates_the_collective_that_is_there(
    imports: Imports, community: int, store: Store
) -> None:
    await imports.apply(community, table("name;place;needs\nDe Zwaluw;Elsloo;verf\n"))
    report = await imports.apply(community, table("name;place;needs\nDE ZWALUW;elsloo;hout\n"))
    assert [one.outcome for one in report.lines] == [Outcome.CHANGED]
    ((name, *_, needs, _, _),) = await read_rows(store, community)
    assert (name, needs) == ("DE ZWALUW", "hout")


async def test_one_group_twice_in_a_file_is_refused(imports: Imports, community: int) -> None:
    report = await imports.apply(community, table("name;place\nA;B\na;b\n"))
    assert [one.problem for one in report.lines] == [None, Problem.TWICE]


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("population", "veel", Problem.POPULATION),
        ("population", "99999999999", Problem.POPULATION),
        ("phase", "ooit", Problem.PHASE),
        ("context", "maan", Problem.CONTEXT),
        ("contact", "cem", Problem.CONTACT),
    ],
)
async def test_a_cell_that_cannot_be_used_is_named(
    imports: Imports, community: int, column: str, cell: str, problem: Problem
) -> None:
    report = await imports.apply(community, table(f"name;{column}\nA;{cell}\n"))
    assert [(one.problem, one.what) for one in report.lines] == [(problem, cell)]


async def test_names_of_facets_and_dutch_numbers_are_understood(
    imports: Imports, community: int, store: Store
) -> None:
    text = "Name;Population;Context;Themes\nA;1.200;Dorp;Energiecoöperaties\n"
    assert (await imports.apply(community, table(text))).is_good
    (row,) = await read_rows(store, community)
    assert (row[3], row[4], row[5]) == ("energiecooperaties", "dorp", "1200")


async def test_a_file_without_names_is_refused(imports: Imports, community: int) -> None:
    with pytest.raises(NoNameColumn):
        await imports.apply(community, table("naam\nA\n"))


async def test_what_goes_out_comes_in_again_unchanged(
    imports: Imports, community: int, store: Store, examples: Table
) -> None:
    await imports.apply(community, examples)
    sheet = write_xlsx(COLUMNS, await read_rows(store, community))
    report = await imports.apply(community, read_table(sheet, "uit.xlsx"))
    assert report.count(Outcome.SAME) == len(examples.rows)


async def test_a_contact_in_the_file_speaks_for_the_group_and_the_first_server_takes_over(
    imports: Imports, community: int, store: Store, clock: SetClock
) -> None:
    await imports.apply(community, table("name;contact;contact_name\nA;42;Cem\n"))
    cem = await People(store, clock, "nl").recognise(
        Arrival("discord:42", "Cem", "discord:1", "nl")
    )
    assert cem.community_id == community
    async with store.reading() as session:
        assert await collectives.is_contact(session, cem.id)
