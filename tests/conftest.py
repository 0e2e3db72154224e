"""Real databases for every test: SQLite always, PostgreSQL when one answers."""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from data.store import Store, schema
from tests.doubles.clock import SetClock

POSTGRESQL = os.environ.get("TEST_POSTGRESQL", "postgresql+asyncpg://postgres@127.0.0.1:5432/test")
NO_POSTGRESQL = "NO POSTGRESQL: this test ran on SQLite only (start one, or set TEST_POSTGRESQL)"
os.environ.setdefault("SEMANTIC", "false")
"""A test of the model of meaning asks for it itself: its vectors take a minute of processor."""


async def _postgresql_answers() -> bool:
    try:
        connection = await asyncpg.connect(POSTGRESQL.replace("+asyncpg", ""), timeout=3)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    await connection.close()
    return True


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
def postgresql_template() -> Iterator[str | None]:
    """The name of a migrated database to copy; None when no server answers."""
    if not asyncio.run(_postgresql_answers()):
        yield None
        return
    name = f"template_{uuid.uuid4().hex[:12]}"
    asyncio.run(_on_server(f"CREATE DATABASE {name}"))
    try:
        asyncio.run(_migrate(_address(name)))
        yield name
    finally:
        asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database at the newest revision."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "bot.db")
        yield f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
        return
    template = request.getfixturevalue("postgresql_template")
    if template is None:
        if os.environ.get("REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is required here and does not answer")
        pytest.skip(NO_POSTGRESQL)
    name = f"t_{uuid.uuid4().hex[:12]}"
    asyncio.run(_on_server(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield _address(name)
    asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest_asyncio.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """An empty database at the newest revision."""
    store = Store(database_url)
    yield store
    await store.close()


def _address(name: str) -> str:
    return f"{POSTGRESQL.rpartition('/')[0]}/{name}"


async def _on_server(statement: str) -> None:
    connection = await asyncpg.connect(POSTGRESQL.replace("+asyncpg", ""))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _migrate(url: str) -> None:
    store = Store(url)
    try:
        await schema.upgrade(store)
    finally:
        await store.close()
