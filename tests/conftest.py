"""Real databases for every test: SQLite always, PostgreSQL when one answers."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from data.store import Store, schema
from tests import postgresql
from tests.doubles.clock import SetClock

NO_POSTGRESQL = "NO POSTGRESQL: this test ran on SQLite only (start one, or set TEST_POSTGRESQL)"
os.environ.setdefault("SEMANTIC", "false")
"""A test of the model of meaning asks for it itself: its vectors take a minute of processor."""


@pytest.fixture
def clock() -> SetClock:
    """A Tuesday morning in November."""
    return SetClock(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file at the newest revision, to copy: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "bot.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql_database() -> Iterator[postgresql.Database | None]:
    """The database of this process; None when no server answers."""
    with postgresql.database() as database:
        yield database


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database at the newest revision."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "bot.db")
        return f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    database: postgresql.Database | None = request.getfixturevalue("postgresql_database")
    if database is None:
        if os.environ.get("REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is required here and does not answer")
        pytest.skip(NO_POSTGRESQL)
    return database.emptied()


@pytest_asyncio.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """An empty database at the newest revision."""
    store = Store(database_url)
    yield store
    await store.close()


async def _migrate(url: str) -> None:
    store = Store(url)
    try:
        await schema.upgrade(store)
    finally:
        await store.close()
