"""Real databases for every test: SQLite always, PostgreSQL when one answers."""

import os
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from data.store import Store, schema
from tests.doubles.clock import SetClock

POSTGRESQL = os.environ.get("TEST_POSTGRESQL", "postgresql+asyncpg://postgres@127.0.0.1:5432/test")
NO_POSTGRESQL = "NO POSTGRESQL: this test ran on SQLite only (start one, or set TEST_POSTGRESQL)"


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


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty database at the newest revision."""
    if request.param == "sqlite":
        store = Store(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
        await schema.upgrade(store)
        yield store
        await store.close()
        return
    if not await _postgresql_answers():
        if os.environ.get("REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is required here and does not answer")
        pytest.skip(NO_POSTGRESQL)
    name = f"t_{uuid.uuid4().hex[:12]}"
    admin = await asyncpg.connect(POSTGRESQL.replace("+asyncpg", ""))
    await admin.execute(f"CREATE DATABASE {name}")
    store = Store(f"{POSTGRESQL.rpartition('/')[0]}/{name}")
    try:
        await schema.upgrade(store)
        yield store
    finally:
        await store.close()
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()
