"""Profiles that are the same group: found, judged, and merged without losing anything (M10)."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.content import Content
from bot.errors import NotAllowed
from bot.services.matching import Matching
from bot.services.matching.duplicates import PairNotFound
from data.store import Base, audits, collectives, introductions
from data.store import duplicates as rows
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
KEEP, GONE, THIRD = 1, 2, 3


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def matching(town: Town, content: Content) -> Matching:
    return Matching.over(town.store, town.clock, content)


async def group(town: Town, name: str, place: str = "Elsloo", **more: Any) -> int:
    values: dict[str, Any] = {
        "municipality": "", "context": "", "population": None, "phase": "", "motives": [],
        "methods": [], "offers": [], "needs": [], "legal_form": "", "description": "Wij doen iets.",
        "hidden": False, "changed_at": town.clock.now(),
    }  # fmt: skip
    themes = more.pop("themes", [])
    async with town.store.writing() as session:
        known = {"community_id": town.community_id, "name": name, "place": place}
        id_ = await collectives.add(session, **(values | known | more))
        assert id_ is not None
        await collectives.put_themes(session, id_, themes)
        return id_


async def test_staff_see_likely_pairs_and_a_no_is_kept(town: Town, matching: Matching) -> None:
    await group(town, "Dorpshuis De Meent")
    await group(town, "Dorpshuis de Ment")
    await group(town, "Dorpshuis De Zwaluw")
    sofie, rosa = await town.person("Sofie", "staff"), await town.person("Rosa")
    [pair] = await matching.duplicates.find(sofie)
    assert (pair.one.id, pair.other.id) == (KEEP, GONE)
    with pytest.raises(NotAllowed):
        await matching.duplicates.find(rosa)
    for _ in range(2):
        await matching.duplicates.say_distinct(sofie, GONE, KEEP)
    assert await matching.duplicates.find(sofie) == ()


async def test_merging_takes_over_what_the_other_knows(town: Town, matching: Matching) -> None:
    await group(
        town, "De Meent", themes=["maatschappelijk-vastgoed"], offers=["zaal"], context="dorp"
    )
    await group(
        town,
        "De Ment",
        themes=["ontmoetingsplekken"],
        offers=["zaal", "keuken"],
        context="stad",
        population=700,
        description="Met een grote keuken.",
    )
    merged = await matching.duplicates.merge(await town.person("Sofie", "staff"), KEEP, GONE)
    assert merged.name == "De Meent"
    assert merged.themes == ("maatschappelijk-vastgoed", "ontmoetingsplekken")
    assert merged.offers == ("zaal", "keuken")
    assert merged.context == "dorp"
    assert merged.description == "Wij doen iets.\nMet een grote keuken."
    async with town.store.reading() as session:
        row = await collectives.find(session, town.community_id, KEEP)
        names = await rows.find_names(session, town.community_id)
        acts = await session.scalars(select(audits.AuditRow.action))
    assert row is not None
    assert row.population == 700
    assert names == {("De Ment", "Elsloo"): KEEP}
    assert "collectives-merged" in list(acts)


async def test_everything_that_pointed_to_the_one_points_to_the_other(
    town: Town, matching: Matching
) -> None:
    """A row in every table that points to a collective: none is lost, and none is left behind."""
    for name in ("De Meent", "De Ment", "Het Anker"):
        await group(town, name)
    person = await town.person("Bart")
    other = await town.person("Cem")
    tables = dict.fromkeys(table for table, _ in rows.pointing())
    tables.pop(collectives.CollectiveThemeRow.__table__, None)
    async with town.store.writing() as session:
        for table in Base.metadata.sorted_tables:
            if table in tables or table.name in ("meetings", "circles", "coffees", "coffee_rounds"):
                await session.execute(
                    insert(table).values(sample(table, town, person.id, other.id))
                )
        before = {table.name: await count(session, table) for table in tables}
    await matching.duplicates.merge(await town.person("Sofie", "staff"), KEEP, GONE)
    async with town.store.reading() as session:
        for table, column in rows.pointing():
            left = await session.scalar(
                select(func.count()).select_from(table).where(column == GONE)
            )
            assert left == 0, (table.name, column.name)
        after = {table.name: await count(session, table) for table in tables}
        kept = {table.name: 0 for table in tables}
        for table, column in rows.pointing():
            found = select(func.count()).select_from(table).where(column == KEEP)
            kept[table.name] = kept.get(table.name, 0) + (await session.scalar(found) or 0)
        kept.pop("collective_themes")
    after["collective_names"] -= 1  # the name that was merged
    assert after == before
    assert all(kept.values()), kept


def sample(table: Any, town: Town, person: int, other: int) -> dict[str, Any]:
    """A row that points to the collective that goes, and where two are named to a third."""
    values: dict[str, Any] = {}
    for column in table.columns:
        targets = {key.column.table.name for key in column.foreign_keys}
        if "collectives" in targets:
            values[column.name] = THIRD if GONE in values.values() else GONE
        elif "people" in targets:
            values[column.name] = person
        elif "communities" in targets:
            values[column.name] = town.community_id
        elif targets:
            values[column.name] = None if column.nullable else 1
        elif column is table.autoincrement_column:
            continue
        else:
            values[column.name] = plain(column, town)
    return values


def plain(column: Any, town: Town) -> Any:
    kind = column.type.python_type if hasattr(column.type, "python_type") else object
    name = type(column.type).__name__
    if name in ("Instant", "DateTime"):
        return town.clock.now() + timedelta(days=1)
    if name == "JSON":
        return []
    if kind is bool:
        return False
    if kind is bytes:
        return b""
    return "x" if kind is str else 1


async def count(session: Any, table: Any) -> int:
    return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_a_contact_of_both_stays_once_and_their_own_requests_end(
    town: Town, matching: Matching
) -> None:
    await group(town, "De Meent")
    await group(town, "De Ment")
    bart, cem = await town.person("Bart"), await town.person("Cem")
    now = town.clock.now()
    async with town.store.writing() as session:
        await collectives.add_contact(session, KEEP, bart.id, "bel me", now)
        await collectives.add_contact(session, GONE, bart.id, "", now)
        await collectives.add_contact(session, GONE, cem.id, "", now)
        await introductions.add(
            session,
            community_id=town.community_id,
            from_id=KEEP,
            to_id=GONE,
            asked_by=bart.id,
            note="",
            asked_at=now,
            expires_at=now + timedelta(days=14),
        )
    await matching.duplicates.merge(await town.person("Sofie", "staff"), KEEP, GONE)
    async with town.store.reading() as session:
        contacts = await collectives.find_contacts(session, KEEP)
        assert [(one.person_id, one.reach) for one in contacts] == [
            (bart.id, "bel me"),
            (cem.id, ""),
        ]
        assert await count(session, introductions.IntroductionRow.__table__) == 0


async def test_twice_and_by_somebody_else_and_with_itself_is_refused_in_words(
    town: Town, matching: Matching
) -> None:
    await group(town, "De Meent")
    await group(town, "De Ment")
    sofie, rosa = await town.person("Sofie", "staff"), await town.person("Rosa")
    with pytest.raises(NotAllowed):
        await matching.duplicates.merge(rosa, KEEP, GONE)
    with pytest.raises(PairNotFound):
        await matching.duplicates.merge(sofie, KEEP, KEEP)
    await matching.duplicates.merge(sofie, KEEP, GONE)
    with pytest.raises(PairNotFound):
        await matching.duplicates.merge(sofie, KEEP, GONE)
    with pytest.raises(PairNotFound):
        await matching.duplicates.say_distinct(sofie, KEEP, 99)
