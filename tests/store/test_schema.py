"""A new database is what all migrations together make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.app import prepare
from data.store import Store, StoreError, schema


def shape(connection: Connection) -> set[tuple[str, ...]]:
    """Every table, index and constraint of a SQLite file, in the words of SQLite."""
    rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master"))
    return {(kind, name, *sorted(_lines(sql))) for kind, name, sql in rows}


def _lines(sql: str | None) -> list[str]:
    """The parts between commas: SQLite quotes a table made anew, and adds a column on no line."""
    parts = re.split(r"[,\n]", (sql or "").replace('"', ""))
    return [part.strip(" ()\t") for part in parts if part.strip(" ()\t")]


async def made(path: Path, how: str) -> set[tuple[str, ...]]:
    store = Store(f"sqlite+aiosqlite:///{path}")
    await (schema.create(store) if how == "create" else schema.upgrade(store))
    async with store.engine.connect() as connection:
        found = await connection.run_sync(shape)
    await store.close()
    return found


@pytest.mark.asyncio
async def test_a_new_database_is_the_same_as_an_upgraded_one(tmp_path: Path) -> None:
    created = await made(tmp_path / "created.db", "create")
    upgraded = await made(tmp_path / "upgraded.db", "upgrade")
    assert created == upgraded


@pytest.mark.asyncio
async def test_a_new_database_has_the_newest_revision(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
    await prepare(store)
    newest = ScriptDirectory(str(schema.MIGRATIONS)).get_current_head()
    found = await schema.revision(store)
    drift = await schema.drift(store)
    await store.close()
    assert (found, drift) == ((newest, newest), ())


@pytest.mark.asyncio
async def test_an_empty_database_has_no_revision(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}")
    found, _ = await schema.revision(store)
    await store.close()
    assert found is None


@pytest.mark.asyncio
async def test_tables_are_never_made_twice(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'twice.db'}")
    await schema.create(store)
    with pytest.raises(StoreError):
        await schema.create(store)
    await store.close()


def test_a_migration_is_named_after_its_revision() -> None:
    script = ScriptDirectory.from_config(_config())
    revisions = {Path(one.path).stem.partition("_")[0]: one.revision for one in _all(script)}
    assert all(name == revision for name, revision in revisions.items())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    return config


def _all(script: ScriptDirectory):
    return list(script.walk_revisions())
