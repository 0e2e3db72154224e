"""The database: `Store` opens it, `reading()` and `writing()` are the only ways in."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from data.store import (
    alerts,
    articles,
    audits,
    collectives,
    communities,
    deliveries,
    erasure,
    introductions,
    jobs,
    people,
    polls,
    questions,
    retention,
    traces,
)
from data.store.base import Base, Erase, Keep, Session

__all__ = [
    "Base",
    "Erase",
    "Keep",
    "Session",
    "Store",
    "StoreError",
    "alerts",
    "articles",
    "audits",
    "collectives",
    "communities",
    "deliveries",
    "erasure",
    "introductions",
    "jobs",
    "people",
    "polls",
    "questions",
    "retention",
    "traces",
]

StoreError = SQLAlchemyError
"""Whatever the database refuses or cannot do now."""


class Store:
    """One database, SQLite or PostgreSQL."""

    def __init__(self, url: str) -> None:
        """Prepare; nothing is opened before the first block.

        Args:
            url: `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`.
        """
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self._engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self.queued = asyncio.Event()
        """Set after a commit that put a message in the outbox."""
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Session]:
        """One transaction that may write; committed when the block ends well."""
        async with self._sessions.begin() as session:
            yield session
        if session.info.pop(deliveries.QUEUED, False):
            self.queued.set()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Session]:
        """One transaction in which the database refuses every write."""
        async with self._sessions() as session:
            options = {"begin": "READ"} if self.is_sqlite else {"postgresql_readonly": True}
            await session.connection(execution_options=options)
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncGenerator[Session]:
        """As `reading`, and every query sees the same moment."""
        async with self._sessions() as session:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            await session.connection(
                execution_options={"begin": "READ"} if self.is_sqlite else options
            )
            yield session

    async def wipe(self) -> None:
        """Let nothing that was deleted stand beside the database file."""
        if not self.is_sqlite:
            return
        async with self._engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None  # noqa: S101 - just opened
            await (await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")).close()

    async def close(self) -> None:
        """Give back all connections."""
        await self._engine.dispose()

    @property
    def engine(self) -> AsyncEngine:
        """For migrations and tests of the store itself."""
        return self._engine


def _postgresql(url: str) -> AsyncEngine:
    return create_async_engine(
        url, pool_size=5, max_overflow=5, pool_pre_ping=True, hide_parameters=True
    )


def _sqlite(url: str) -> AsyncEngine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, connect_args={"timeout": 10}, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's connection
        # The driver must not open transactions by itself: `begin` below says which kind.
        connection.isolation_level = None
        cursor = connection.cursor()
        for line in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "busy_timeout=10000",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {line}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401 - the library's connection
        kind = connection.get_execution_options().get("begin", "WRITE")
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if kind == 'READ' else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if kind == "READ" else "BEGIN IMMEDIATE")

    return engine
