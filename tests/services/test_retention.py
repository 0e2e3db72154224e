"""Terms that depend on what happened: answers nobody judged, silent groups, files."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from bot.errors import NotAllowed, NotFound
from bot.services.privacy import COPY_KEPT, Copies, Retention
from data.store import Store, collectives
from data.store.collectives import CollectiveRow
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from data.store.questions import QuestionRow
from tests.doubles.clock import SetClock
from tests.services.conftest import Town
from tests.services.test_privacy import arrive, ask, build, collective, kinds, texts_of

pytestmark = pytest.mark.asyncio


def retention(store: Store, clock: SetClock, folder: Path) -> Retention:
    return Retention(store, clock, build(store, clock, folder), Copies(folder))


@pytest.mark.parametrize(("referral", "days"), [("113", 30), (None, 90)])
async def test_a_question_that_an_article_answered_loses_its_text_too(
    town: Town, *, referral: str | None, days: int
) -> None:
    store, clock = town.store, town.clock
    person = await arrive(store, clock)
    await ask(store, clock, person, state="suggested", closed_at=None, referral=referral)
    work = retention(store, clock, town.folder)
    clock.move(days=days - 0.1)
    await work.apply()
    assert await texts_of(store) == ["Een geheim"]
    clock.move(days=0.2)
    await work.apply()
    assert await texts_of(store) == [""]


async def test_an_answer_that_nobody_judged_for_a_month_is_taken_as_read(town: Town) -> None:
    await ask(
        town.store, town.clock, await arrive(town.store, town.clock), state="suggested",
        closed_at=None,
    )  # fmt: skip
    town.clock.move(days=31)
    await retention(town.store, town.clock, town.folder).apply()
    async with town.store.reading() as session:
        row = (await session.scalars(select(QuestionRow))).one()
    assert (row.state, row.closed_at) == ("closed", row.asked_at)


# ------------------------------------------------------------------ silent groups


async def add_group(town: Town, *contacts: int) -> None:
    values = collective(1, town.clock) | {"community_id": town.community_id}
    async with town.store.writing() as session:
        await session.execute(insert(CollectiveRow).values(values))
        for person in contacts:
            await collectives.add_contact(session, 1, person, "bel mij", town.clock.now())


async def group(town: Town) -> CollectiveRow | None:
    async with town.store.reading() as session:
        return await session.get(CollectiveRow, 1)


async def test_a_silent_group_is_hidden_after_two_years_and_gone_half_a_year_later(
    town: Town,
) -> None:
    await add_group(town)
    work = retention(town.store, town.clock, town.folder)
    seen = []
    for days in (729, 1.1, 182, 1.1):
        town.clock.move(days=days)
        await work.apply()
        found = await group(town)
        seen.append("gone" if found is None else "hidden" if found.hidden else "there")
    assert seen == ["there", "hidden", "hidden", "gone"]


async def test_asking_another_group_is_a_sign_of_life(town: Town) -> None:
    await add_group(town)
    other = collective(2, town.clock) | {"community_id": town.community_id}
    town.clock.move(days=600)
    async with town.store.writing() as session:
        await session.execute(insert(CollectiveRow).values(other))
        session.add(
            IntroductionRow(
                community_id=town.community_id, from_id=1, to_id=2, asked_by=None, note="",
                answered_by=None, state="asked", asked_at=town.clock.now(), ended_at=None,
                expires_at=town.clock.now() + timedelta(days=14),
            )
        )  # fmt: skip
    town.clock.move(days=200)
    await retention(town.store, town.clock, town.folder).apply()
    found = await group(town)
    assert found is not None
    assert not found.hidden


async def mail(town: Town) -> list[tuple[str, str, dict[str, object]]]:
    async with town.store.reading() as session:
        rows = await session.scalars(select(DeliveryRow).order_by(DeliveryRow.id))
        return [(row.kind, row.target, dict(row.facts)) for row in rows]


async def test_a_contact_is_asked_once_a_month_before_the_group_is_hidden(town: Town) -> None:
    rosa = await town.person("Rosa")
    await add_group(town, rosa.id)
    town.clock.move(days=701)
    await town.person("Rosa")
    work = retention(town.store, town.clock, town.folder)
    for _ in range(2):
        await work.apply()
    facts = {"collective": 1, "name": "Groep 1", "days": 30}
    assert await mail(town) == [("privacy-silent-collective", rosa.identity, facts)]


async def test_staff_hear_of_silent_groups_that_have_nobody_to_ask(town: Town) -> None:
    await add_group(town)
    town.clock.move(days=701)
    await retention(town.store, town.clock, town.folder).apply()
    facts = {"count": 1, "names": ["Groep 1"], "days": 30}
    assert await mail(town) == [("privacy-silent-collectives", "discord:14", facts)]


async def test_a_group_that_a_contact_confirms_stays_two_more_years(town: Town) -> None:
    rosa = await town.person("Rosa")
    await add_group(town, rosa.id)
    work = retention(town.store, town.clock, town.folder)
    town.clock.move(days=731)
    rosa = await town.person("Rosa")
    await work.apply()
    for _ in range(2):
        assert await work.confirm(rosa, 1) == "Groep 1"
    await work.apply()
    found = await group(town)
    assert found is not None
    assert (found.hidden, found.changed_at) == (False, town.clock.now())


async def test_only_a_contact_or_staff_confirms_a_group_of_their_own_community(town: Town) -> None:
    await add_group(town)
    work = retention(town.store, town.clock, town.folder)
    with pytest.raises(NotAllowed):
        await work.confirm(await town.person("Rosa"), 1)
    with pytest.raises(NotFound):
        await work.confirm(await town.person("Sofie", "staff"), 404)
    async with town.store.writing() as session:
        await session.execute(update(CollectiveRow).values(hidden=True))
    assert await work.confirm(await town.person("Sofie", "staff"), 1) == "Groep 1"


async def test_nobody_is_reminded_before_there_is_a_space(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    work = retention(store, clock, tmp_path)
    clock.move(days=701)
    assert await work.apply() == {}
    assert await kinds(store) == []


# ------------------------------------------------------------------ files


def make(folder: Path, name: str = "kopie.db") -> Path:
    file = folder / name
    file.write_text("alles")
    return file


async def test_a_copy_goes_after_35_days_with_the_work_of_the_night(town: Town) -> None:
    file, copies = make(town.folder), Copies(town.folder)
    copies.note(file, town.clock.now(), COPY_KEPT)
    work = retention(town.store, town.clock, town.folder)
    town.clock.move(days=34.9)
    await work.apply()
    assert file.exists()
    town.clock.move(days=0.2)
    assert (await work.apply())["files"] == 1
    assert not file.exists()


async def test_a_file_that_somebody_changed_or_took_away_is_left_alone(
    tmp_path: Path, clock: SetClock
) -> None:
    changed, gone, other = make(tmp_path), make(tmp_path, "weg.db"), make(tmp_path, "ander.db")
    copies = Copies(tmp_path)
    for file in (changed, gone):
        copies.note(file, clock.now(), COPY_KEPT)
    changed.write_text("iets van een mens zelf")
    gone.unlink()
    assert copies.prune(clock.now() + COPY_KEPT) == 0
    assert changed.exists()
    assert other.exists()
    assert copies.prune(clock.now() + COPY_KEPT) == 0


async def test_the_newest_copy_under_a_name_counts(tmp_path: Path, clock: SetClock) -> None:
    file, copies = make(tmp_path), Copies(tmp_path)
    copies.note(file, clock.now(), timedelta(days=1))
    copies.note(file, clock.now(), COPY_KEPT)
    assert copies.prune(clock.now() + timedelta(days=2)) == 0
    assert file.exists()
