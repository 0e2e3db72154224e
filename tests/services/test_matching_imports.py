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
from data.store import Store, audits, collectives, communities, duplicates
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
    [row] = await read_rows(store, community)
    kept = dict(zip(COLUMNS, row, strict=True))
    assert (kept["name"], kept["needs"]) == ("DE ZWALUW", "hout")


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


async def test_what_a_file_does_not_speak_of_stays_as_it_was(
    imports: Imports, community: int, store: Store
) -> None:
    full = "name;place;languages;members;links;country;precision\n"
    line = "De Zwaluw;Elsloo;nl,tr;16-50;https://zwaluw.example;be;municipality\n"
    await imports.apply(community, table(full + line))
    await imports.apply(community, table("name;place;needs\nDe Zwaluw;Elsloo;hout\n"))
    [row] = await read_rows(store, community)
    assert row[-5:] == ["nl;tr", "16-50", "https://zwaluw.example", "be", "municipality"]
    again = read_table(write_xlsx(COLUMNS, [row]), "uit.xlsx")
    assert (await imports.plan(community, again)).count(Outcome.SAME) == 1


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("languages", "klingon"),
        ("members", "veel"),
        ("precision", "huisnummer"),
        ("links", "javascript:alert(1)"),
        ("country", "Nederland"),
    ],
)
async def test_a_wrong_value_in_a_further_column_is_told_by_line(
    imports: Imports, community: int, column: str, cell: str
) -> None:
    report = await imports.apply(community, table(f"name;{column}\nDe Zwaluw;{cell}\n"))
    assert [(one.line, one.problem) for one in report.lines] == [(2, Problem(column))]
    assert report.lines[0].what.casefold() == cell.casefold()


async def test_a_line_that_looks_like_a_group_that_is_there_says_so(
    imports: Imports, community: int
) -> None:
    await imports.apply(community, table("name;place\nDorpshuis De Zwaluw;Elsloo\n"))
    report = await imports.plan(
        community, table("name;place\nDorpshuis de Zwaluuw;Elsloo\nHet Anker;Elsloo\n")
    )
    assert [one.similar for one in report.lines] == ["Dorpshuis De Zwaluw", ""]


async def test_a_name_that_was_merged_leads_to_the_group_it_became(
    imports: Imports, community: int, store: Store
) -> None:
    await imports.apply(community, table("name;place\nDe Meent;Elsloo\nDe Ment;Elsloo\n"))
    async with store.writing() as session:
        await duplicates.merge(session, 1, 2)
    report = await imports.apply(community, table("name;place;needs\nDe Ment;Elsloo;hout\n"))
    assert [one.outcome for one in report.lines] == [Outcome.CHANGED]
    [row] = await read_rows(store, community)
    assert (row[0], row[10]) == ("De Meent", "hout")


async def test_two_hundred_lines_with_twenty_bad_ones_tell_of_twenty_and_change_nothing(
    imports: Imports, community: int, store: Store
) -> None:
    wrong = ("themes", "population", "phase", "name")
    lines = ["name;place;themes;population;phase"]
    for number in range(200):
        cells = {"name": f"Groep {number}", "place": "Elsloo", "themes": "energiecooperaties",
                 "population": "700", "phase": "draaien"}  # fmt: skip
        if number % 10 == 3:
            column = wrong[number // 10 % 4]
            cells[column] = "" if column == "name" else "onzin"
        lines.append(";".join(cells.values()))
    report = await imports.apply(community, table("\n".join(lines) + "\n"))
    bad = [one.line for one in report.lines if one.outcome is Outcome.BAD]
    assert bad == [number + 2 for number in range(200) if number % 10 == 3]
    assert await read_rows(store, community) == []
