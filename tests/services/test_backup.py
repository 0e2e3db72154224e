"""Copies of the database, put back without those who were erased since."""

import asyncio
import stat
from pathlib import Path

import pytest
import typer
from sqlalchemy import update
from typer.testing import CliRunner

from bot.commands import privacy as commands
from bot.services.privacy import Privacy
from data.store import Store, backup, schema
from data.store.questions import QuestionRow
from tests.doubles.clock import SetClock
from tests.services.test_privacy import ROSA, arrive, ask, build, texts_of

pytestmark = pytest.mark.asyncio


@pytest.fixture
def privacy(store: Store, clock: SetClock, tmp_path: Path) -> Privacy:
    return build(store, clock, tmp_path)


async def test_a_copy_can_be_read_by_its_owner_only_and_never_replaces_a_file(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await arrive(store, clock)
    copy = tmp_path / "kopie"
    await backup.write(store, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        await backup.write(store, copy)


async def test_a_copy_that_is_put_back_is_the_same_and_counts_on(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await ask(store, clock, await arrive(store, clock))
    copy = tmp_path / "kopie"
    await backup.write(store, copy)
    async with store.writing() as session:
        await session.execute(update(QuestionRow).values(text="Later veranderd"))
    async with store.writing() as session:
        await backup.read(store, session, copy)
    assert await texts_of(store) == ["Een geheim"]
    assert await arrive(store, clock, "discord:9", "Nieuw") == 2


async def test_a_copy_goes_into_the_other_kind_of_database_too(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await ask(store, clock, await arrive(store, clock))
    await backup.write(store, tmp_path / "kopie")
    other = Store(f"sqlite+aiosqlite:///{tmp_path / 'other.db'}")
    try:
        await schema.upgrade(other)
        async with other.writing() as session:
            await backup.read(other, session, tmp_path / "kopie")
        assert await texts_of(other) == ["Een geheim"]
    finally:
        await other.close()


async def test_who_was_erased_after_the_copy_stays_erased_when_it_is_put_back(
    store: Store, clock: SetClock, privacy: Privacy, tmp_path: Path
) -> None:
    await ask(store, clock, await arrive(store, clock))
    await arrive(store, clock, "discord:5", "Sofie")
    await backup.write(store, tmp_path / "kopie")
    clock.move(hours=1)
    await privacy.erase(ROSA)
    async with store.writing() as session:
        await backup.read(store, session, tmp_path / "kopie")
    assert await build(store, clock, tmp_path).catch_up() == 1
    assert not await privacy.knows(ROSA)
    assert await privacy.knows("discord:5")
    assert await texts_of(store) == [""]


async def test_who_came_back_before_the_copy_is_not_erased_by_it(
    store: Store, clock: SetClock, privacy: Privacy, tmp_path: Path
) -> None:
    await arrive(store, clock)
    await privacy.erase(ROSA)
    clock.move(hours=1)
    await arrive(store, clock)
    await backup.write(store, tmp_path / "kopie")
    async with store.writing() as session:
        await backup.read(store, session, tmp_path / "kopie")
    assert await privacy.catch_up() == 0
    assert await privacy.knows(ROSA)


async def test_what_is_no_copy_changes_nothing(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    await ask(store, clock, await arrive(store, clock))
    wrong = tmp_path / "foto"
    wrong.write_bytes(b"\x89PNG no copy")
    with pytest.raises(backup.NotACopy):
        async with store.writing() as session:
            await backup.read(store, session, wrong)
    assert await texts_of(store) == ["Een geheim"]


async def test_the_shell_backs_up_erases_and_restores(
    clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'var' / 'bewonersbot.db'}")
    await schema.upgrade(store)
    await arrive(store, clock)
    await arrive(store, clock, "discord:5", "Sofie")
    copy = str(tmp_path / "kopie")
    steps = [
        (["backup", copy], 0),
        (["backup", copy], 1),
        (["erase", ROSA, "--yes"], 0),
        (["erase", ROSA, "--yes"], 1),
        (["restore", copy], 1),
        (["restore", copy, "--force"], 0),
    ]
    for words, status in steps:
        result = await asyncio.to_thread(CliRunner().invoke, shell(), words)
        assert result.exit_code == status, (words, result.output)
    privacy = build(store, clock, tmp_path / "var")
    assert (await privacy.knows(ROSA), await privacy.knows("discord:5")) == (False, True)
    await store.close()


def shell() -> typer.Typer:
    group = typer.Typer()
    commands.add_to(group)
    return group
