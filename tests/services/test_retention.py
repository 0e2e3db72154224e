"""Terms that depend on what happened: answers nobody judged, and files."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.services.privacy import COPY_KEPT, Copies, Retention
from data.store import Store
from data.store.questions import QuestionRow
from tests.doubles.clock import SetClock
from tests.services.conftest import Town
from tests.services.test_privacy import arrive, ask, build, kinds, texts_of

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
