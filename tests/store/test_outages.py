"""What counts as a database that is away, on the real databases."""

import asyncio
import errno
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from bot.errors import Unavailable, Unexpected, as_domain
from data.store import Store, StoreError
from data.store.communities import CommunityRow
from data.store.outages import is_away
from tests.doubles.clock import SetClock

pytestmark = pytest.mark.asyncio
SECRET = "kwartelfanfare"


async def failure(store: Store, statement: object, **values: object) -> StoreError:
    with pytest.raises(StoreError) as caught:
        async with store.writing() as session:
            await session.execute(statement, values)  # type: ignore[call-overload]
    return caught.value


async def test_a_table_that_is_missing_is_a_mistake_of_ours(store: Store) -> None:
    error = await failure(store, text("SELECT * FROM nowhere WHERE name = :name"), name=SECRET)
    assert not is_away(error)
    assert isinstance(as_domain(error), Unexpected)


async def test_a_broken_rule_is_a_mistake_of_ours_and_hides_its_values(
    store: Store, clock: SetClock
) -> None:
    row = {"id": 1, "name": SECRET, "created_at": clock.now()}
    async with store.writing() as session:
        await session.execute(insert(CommunityRow).values(row))
    error = await failure(store, insert(CommunityRow), **row)
    assert isinstance(error, IntegrityError)
    assert not is_away(error)
    assert SECRET not in str(error)


async def test_a_value_of_the_wrong_kind_is_a_mistake_of_ours(store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("SQLite takes any kind")
    statement = text("SELECT * FROM communities WHERE id = :id")
    error = await failure(store, statement, id=SECRET)
    assert not is_away(error)


async def test_a_locked_database_is_away(store: Store, database_url: str) -> None:
    if not store.is_sqlite:
        pytest.skip("PostgreSQL locks rows, and waits")
    other = sqlite3.connect(database_url.removeprefix("sqlite+aiosqlite:///"))
    other.execute("BEGIN IMMEDIATE")
    try:
        async with store.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            await raw.driver_connection.execute("PRAGMA busy_timeout=1")  # type: ignore[union-attr]
        error = await failure(store, text("SELECT 1"))
    finally:
        other.close()
    assert is_away(error)
    assert isinstance(as_domain(error), Unavailable)


async def test_a_connection_that_was_cut_is_away(store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("SQLite has no connection that can be cut")
    cut = text("SELECT pg_terminate_backend(pg_backend_pid())")
    assert is_away(await failure(store, cut))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_database_that_cannot_be_reached_is_away(tmp_path: Path, kind: str) -> None:
    a_folder = f"sqlite+aiosqlite:///{tmp_path}"
    store = Store(a_folder if kind == "sqlite" else "postgresql+asyncpg://me@127.0.0.1:1/none")
    with pytest.raises((StoreError, OSError)) as caught:
        async with store.reading() as session:
            await session.execute(text("SELECT 1"))
    await store.close()
    for thread in threading.enumerate():
        if "_connection_worker" in thread.name:  # the driver's thread still tells this loop
            await asyncio.to_thread(thread.join, 5)
    assert is_away(caught.value)


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (OSError("Multiple exceptions: …"), True),
        (OSError(errno.ENETUNREACH, "network"), True),
        (TimeoutError(), True),
        (OSError(errno.ENOSPC, "no space"), False),
        (FileNotFoundError("x"), False),
        (ValueError(SECRET), False),
    ],
)
async def test_a_host_that_does_not_answer_is_away_and_other_trouble_is_not(
    error: Exception, *, away: bool
) -> None:
    assert is_away(error) is away
