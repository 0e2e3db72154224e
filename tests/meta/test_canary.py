"""A marker in every column about somebody, and where it may not be: copies, exports, the log."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from bot.services.privacy import Retention, as_json, page
from bot.texts import Texts
from data.store import Store, backup, erasure, schema
from tests.doubles.captured_log import captured_log
from tests.doubles.clock import SetClock
from tests.meta.test_retention import P, Q, bytes_under, fill, markers, privacy_of, snapshot

pytestmark = pytest.mark.asyncio
IDENTITY = "mark1_identities_id_"


def found_in(everything: bytes, person: int) -> list[bytes]:
    return [mark for mark in markers(person) if mark in everything]


async def put_back(store: Store, copy: Path, clock: SetClock, folder: Path) -> int:
    """What `data restore` does; how many people were forgotten again."""
    privacy = privacy_of(store, clock, folder)
    async with store.reading() as session:
        before = await erasure.journal(session)
    async with store.writing() as session:
        await backup.read(store, session, copy)
        count = await privacy.catch_up_in(session, before)
    await store.wipe()
    return count


@pytest.mark.parametrize("journal", ["of the database", "of the folder"])
async def test_a_copy_that_comes_back_brings_no_erased_person_back(
    store: Store, clock: SetClock, tmp_path: Path, journal: str
) -> None:
    await fill(store, clock.now())
    copy = tmp_path / "copy"
    await backup.write(store, copy)
    assert found_in(copy.read_bytes(), P) == markers(P)
    await privacy_of(store, clock, tmp_path).erase(IDENTITY)
    if journal == "of the database":
        (tmp_path / "keys" / "journal.txt").unlink()
    assert await put_back(store, copy, clock, tmp_path) == 1
    copy.unlink()
    rows = repr(await snapshot(store)).encode()
    assert found_in(rows, P) == []
    assert found_in(rows, Q) == markers(Q)
    assert found_in(bytes_under(tmp_path), P) == []


async def test_a_copy_on_a_new_machine_forgets_by_the_journal_of_the_folder(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await fill(store, clock.now())
    copy = tmp_path / "copy"
    await backup.write(store, copy)
    await privacy_of(store, clock, tmp_path).erase(IDENTITY)
    new = Store(f"sqlite+aiosqlite:///{tmp_path / f'new{secrets.token_hex(2)}.db'}")
    await schema.create(new)
    assert await put_back(new, copy, clock, tmp_path) == 1
    assert found_in(repr(await snapshot(new)).encode(), P) == []
    await new.close()


async def test_an_export_holds_everything_of_its_person_and_nothing_of_another(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await fill(store, clock.now())
    dossier = await privacy_of(store, clock, tmp_path).look_up(IDENTITY)
    told = as_json(Texts.load(), dossier, "nl").encode()
    assert found_in(told, Q) == []
    read = page(Texts.load(), dossier, "nl").encode()
    assert found_in(read, Q) == []
    own = {b"mark1_people_name_", b"mark1_questions_text_", b"mark1_introductions_note_"}
    assert own <= set(found_in(told, P)) & set(found_in(read, P))
    by_others = [
        f"_{table.name}_{column}_".encode()
        for table, rule in erasure.rules()
        for column in (*(rule.text if rule.others else ()), *rule.untold)
    ]
    of_others = {
        mark
        for mark in markers(P)
        if b"deliveries_facts" in mark or any(mark.endswith(name) for name in by_others)
    }
    assert set(markers(P)) - set(found_in(told, P)) <= of_others


async def test_no_marker_is_in_the_log_of_all_work_on_own_data(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    with captured_log() as log:
        await fill(store, clock.now())
        copy = tmp_path / "copy"
        await backup.write(store, copy)
        privacy = privacy_of(store, clock, tmp_path)
        await privacy.look_up(IDENTITY)
        await privacy.erase(IDENTITY)
        await put_back(store, copy, clock, tmp_path)
        clock.move(days=400)
        await Retention(store, clock, privacy).apply()
    said = log.getvalue().encode()
    assert b"erased" in said
    assert found_in(said, P) == []
    assert found_in(said, Q) == []
