"""Every table has a privacy rule that fits it, and the rule does what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import JSON, Boolean, Date, DateTime, Table, TypeDecorator, insert, select

from bot.services.polls import PollKeys
from bot.services.privacy import Journal, NothingKept, Privacy, Retention
from bot.texts import Texts
from data.store import Base, Erase, Keep, Store, backup, erasure, retention
from data.store.base import Ends, Sooner
from tests.doubles.clock import SetClock

TABLES = {table.name: table for table in Base.metadata.sorted_tables}
PERSONAL = [name for name, table in TABLES.items() if (r := table.info.get("keep")) and r.person]
P, Q = 1, 2
WITHOUT_PEOPLE = {"communities", "spaces", "settings", "jobs", "erasures", "alembic_version"}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_rule(name: str) -> None:
    assert isinstance(TABLES[name].info.get("keep"), Keep)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_that_points_to_a_person_is_in_the_rule(name: str) -> None:
    table = TABLES[name]
    pointing = {
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "people"
    }
    if name == "people":
        pointing = {"id"}
    assert pointing == set(table.info["keep"].person)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_in_a_rule_exists(name: str) -> None:
    rule: Keep = TABLES[name].info["keep"]
    since, _, above = (rule.since or "").partition(".")
    short = rule.sooner and rule.sooner.column
    named = {
        *rule.person,
        *rule.text,
        *rule.link,
        *filter(None, (rule.via, rule.only, since, short)),
    }
    assert named <= set(TABLES[name].columns.keys())
    assert (rule.days is None) == (rule.since is None)
    assert not above or above in parent_of(TABLES[name], since).columns


def parent_of(table: Table, column: str) -> Table:
    return next(iter(table.c[column].foreign_keys)).column.table


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_promises_a_number_of_days_or_names_what_ends_a_row(name: str) -> None:
    rule: Keep = TABLES[name].info["keep"]
    assert (rule.days is None) == (rule.ends is not None)


@pytest.mark.parametrize("name", TABLES)
def test_what_never_ends_holds_nobody(name: str) -> None:
    rule: Keep = TABLES[name].info["keep"]
    assert rule.ends is not Ends.NEVER or not (rule.person or rule.text)


@pytest.mark.parametrize("name", PERSONAL)
def test_a_blanked_table_can_lose_its_people(name: str) -> None:
    rule: Keep = TABLES[name].info["keep"]
    keeps_row = rule.erase not in (Erase.DELETE, Erase.CASCADE)
    loose = rule.person if keeps_row else rule.person[1:]
    assert all(TABLES[name].c[column].nullable for column in loose)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PERSONAL)
def test_people_can_read_what_a_table_is_for_and_how_long_it_stays(
    name: str, language: str
) -> None:
    keys = Texts.load().keys(language)
    assert {f"privacy-{kind}-{name}" for kind in ("table", "keep", "seen")} <= set(keys)


def value_of(table: Table, column: Any, at: datetime, mark: str) -> Any:
    """Something that fits a column."""
    kind = column.type
    if isinstance(kind, JSON):
        return {"text": mark} if column.name in table.info["keep"].text else []
    if isinstance(kind, TypeDecorator | DateTime):
        return at
    if isinstance(kind, Date):
        return date(2026, 11, 24)
    if isinstance(kind, Boolean):
        return False
    if kind.python_type is bytes:
        return b"picture"
    return mark if kind.python_type is str else 1


def rows_for(person: int, at: datetime) -> Iterator[tuple[Table, dict[str, Any]]]:
    """A row in every table that a person can be in, each column with a marker of its own."""
    for table in Base.metadata.sorted_tables:
        if table.name in WITHOUT_PEOPLE - {"communities"}:
            continue
        row = {
            column.name: value_of(table, column, at, f"mark{person}_{table.name}_{column.name}_")
            for column in table.columns
        }
        for column in table.columns:
            for key in column.foreign_keys:
                target = key.column.table.name
                row[column.name] = person if target == "people" else 1
                if target not in ("people", "communities"):
                    row[column.name] = person
            if column.primary_key and not column.foreign_keys and column.type.python_type is int:
                row[column.name] = person
        if table.name == "communities":
            row["id"] = 1
        yield table, row


SPECIAL: dict[str, dict[str, Any]] = {
    "questions": {"state": "open", "referral": None},
    "introductions": {"state": "asked"},
    "polls": {"state": "open", "anonymous": False, "totals": None},
    "deliveries": {"state": "sent", "edits": None, "to_person": True},
}


async def fill(store: Store, at: datetime) -> None:
    """P and Q, each with a row of their own everywhere."""
    async with store.writing() as session:
        for person in (P, Q):
            for table, row in rows_for(person, at):
                if table.name == "communities" and person == Q:
                    continue
                if table.name == "collectives":
                    row["id"] = person
                await session.execute(insert(table).values(row | SPECIAL.get(table.name, {})))
        if not store.is_sqlite:
            await backup.move_counters(session)


def holds_text(column: Any) -> bool:
    kind = column.type
    return not isinstance(kind, TypeDecorator | DateTime | Date | JSON) and kind.python_type is str


def markers(person: int) -> list[bytes]:
    """What must not be found any more: every text, link and identity of a person."""
    found = [f"mark{person}_identities_id_", f"mark{person}_people_name_"]
    for name in PERSONAL:
        rule: Keep = TABLES[name].info["keep"]
        gone = TABLES[name].columns.keys() if rule.erase in GONE else (*rule.text, *rule.link)
        marked = [
            column for column in gone if column in rule.text or holds_text(TABLES[name].c[column])
        ]
        special = SPECIAL.get(name, {})
        found += [f"mark{person}_{name}_{column}_" for column in marked if column not in special]
    return [one.encode() for one in found]


GONE = (Erase.DELETE, Erase.CASCADE)


def bytes_under(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def privacy_of(store: Store, clock: SetClock, folder: Path) -> Privacy:
    keys = folder / "keys"
    return Privacy(store, clock, PollKeys(keys), Journal(keys))


async def snapshot(store: Store) -> dict[str, list[dict[str, Any]]]:
    async with store.reading() as session:
        return {
            name: [dict(row) for row in (await session.execute(select(table))).mappings()]
            for name, table in TABLES.items()
        }


@pytest.mark.asyncio
async def test_no_marker_of_an_erased_person_is_left_in_any_byte(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    if not store.is_sqlite:
        pytest.skip("PostgreSQL keeps its files elsewhere")
    await fill(store, clock.now())
    await store.wipe()
    before = bytes_under(tmp_path)
    assert [mark for mark in markers(P) if mark not in before] == []
    await privacy_of(store, clock, tmp_path).erase("mark1_identities_id_")
    left = bytes_under(tmp_path)
    assert [mark for mark in markers(P) if mark in left] == []
    assert [mark for mark in markers(Q) if mark not in left] == []


@pytest.mark.asyncio
async def test_an_erased_person_is_in_no_column_and_the_other_is_untouched(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await fill(store, clock.now())
    before = await snapshot(store)
    await privacy_of(store, clock, tmp_path).erase("mark1_identities_id_")
    after = await snapshot(store)
    for name in PERSONAL:
        rule: Keep = TABLES[name].info["keep"]
        for row in after[name]:
            assert P not in [row[column] for column in rule.person], name
        theirs = [row for row in before[name] if row[rule.person[0]] == Q]
        assert theirs, name
        assert all(row in after[name] for row in theirs), name


@pytest.mark.asyncio
async def test_erasing_twice_says_that_nothing_is_left_and_changes_nothing(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await fill(store, clock.now())
    privacy = privacy_of(store, clock, tmp_path)
    await privacy.erase("mark1_identities_id_")
    before = await snapshot(store)
    with pytest.raises(NothingKept):
        await privacy.erase("mark1_identities_id_")
    assert await snapshot(store) == before


def rules_where(fits: Callable[[Keep], object]) -> list[str]:
    return [name for name, table in TABLES.items() if fits(table.info["keep"])]


class Aging:
    """A filled store in which one row after another gets old."""

    def __init__(self, store: Store, clock: SetClock, folder: Path) -> None:
        self.store, self.clock = store, clock
        self._work = Retention(store, clock, privacy_of(store, clock, folder))

    async def grow_old(self, name: str, days: float) -> None:
        """Let the term of all rows of a table have begun so many days ago."""
        table, rule = TABLES[name], TABLES[name].info["keep"]
        since, _, above = rule.since.partition(".")
        table = parent_of(table, since) if above else table
        at = self.clock.now() - timedelta(days=days)
        async with self.store.writing() as session:
            await session.execute(table.update().values({above or since: at}))
            if name == "collectives":  # whose requests are signs of life
                await session.execute(TABLES["introductions"].update().values(asked_at=at))
            if rule.only:
                await session.execute(table.update().values({rule.only: True}))

    async def is_there(self, name: str) -> bool:
        """Whether anything is left after the work of a night."""
        await self._work.apply()
        table, rule = TABLES[name], TABLES[name].info["keep"]
        query = select(table)
        if rule.expire is Erase.BLANK or rule.via is not None:
            query = query.where(retention.is_filled(table, rule))
        elif name == "audits":
            query = query.where(table.c.action.startswith("mark"))
        async with self.store.reading() as session:
            return bool((await session.execute(query)).all())


@pytest_asyncio.fixture
async def aging(store: Store, clock: SetClock, tmp_path: Path) -> Aging:
    await fill(store, clock.now())
    async with store.writing() as session:
        await erasure.remember(session, "mark", clock.now())
    return Aging(store, clock, tmp_path)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.days is not None))
async def test_a_row_stays_until_its_term_and_not_a_day_longer(aging: Aging, name: str) -> None:
    days = TABLES[name].info["keep"].days
    await aging.grow_old(name, days - 0.01)
    assert await aging.is_there(name)
    await aging.grow_old(name, days)
    assert not await aging.is_there(name)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.sooner))
async def test_a_row_with_a_shorter_term_goes_then(aging: Aging, name: str) -> None:
    sooner: Sooner = TABLES[name].info["keep"].sooner
    values = {sooner.column: sooner.value or "113"}
    async with aging.store.writing() as session:
        await session.execute(TABLES[name].update().values(values))
    await aging.grow_old(name, sooner.days - 0.01)
    assert await aging.is_there(name)
    await aging.grow_old(name, sooner.days)
    assert not await aging.is_there(name)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.text_days is not None))
async def test_a_text_with_a_term_of_its_own_goes_then(aging: Aging, name: str) -> None:
    rule: Keep = TABLES[name].info["keep"]
    for days, is_empty in ((rule.text_days - 0.01, False), (rule.text_days, True)):
        await aging.grow_old(name, days)
        await aging.is_there(name)
        rows = (await snapshot(aging.store))[name]
        marked = [row for row in rows if row["kind"].startswith("mark")]
        assert all(is_empty is not any(row[text] for text in rule.text) for row in marked)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.ends is Ends.PARENT))
async def test_a_row_goes_with_the_row_it_belongs_to(aging: Aging, name: str) -> None:
    assert await aging.is_there(name)
    table, rule = TABLES[name], TABLES[name].info["keep"]
    above = {
        key.column.table.name
        for column in table.columns
        for key in column.foreign_keys
        if key.ondelete == "CASCADE"
    }
    [parent] = above - {"people"} or above
    await aging.grow_old(parent, TABLES[parent].info["keep"].days)
    assert rule.via is None or parent_of(table, rule.via).name == parent
    assert not await aging.is_there(name)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.ends is Ends.STOPPED))
async def test_what_a_person_must_end_goes_with_the_person_at_last(aging: Aging, name: str) -> None:
    assert await aging.is_there(name)
    await aging.grow_old("people", 730)
    assert not await aging.is_there(name)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", rules_where(lambda rule: rule.ends is Ends.SHARED))
async def test_what_was_shared_stays_without_who_shared_it(aging: Aging, name: str) -> None:
    await aging.grow_old("people", 730)
    await aging.is_there(name)
    rows = (await snapshot(aging.store))[name]
    assert rows
    assert all(row[column] is None for row in rows for column in TABLES[name].info["keep"].person)
