"""The database: `Store` opens it, `reading()` and `writing()` are the only ways in."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from data.store import (
    _sqlite,
    activities,
    alerts,
    articles,
    audits,
    blocks,
    bottlenecks,
    circles,
    coffee_guests,
    coffee_rounds,
    coffees,
    collectives,
    communities,
    contact_offers,
    deliveries,
    due_introductions,
    due_meetings,
    duplicates,
    erasure,
    followers,
    introductions,
    isolated,
    jobs,
    meetings,
    people,
    pictures,
    polls,
    question_events,
    question_figures,
    question_rounds,
    questions,
    replies,
    restrictions,
    retention,
    routes,
    silences,
    successes,
    traces,
    watches,
)
from data.store.base import Base, Erase, Keep, Session

__all__ = [
    "Base",
    "Erase",
    "Keep",
    "Session",
    "Store",
    "StoreError",
    "activities",
    "alerts",
    "articles",
    "audits",
    "blocks",
    "bottlenecks",
    "circles",
    "coffee_guests",
    "coffee_rounds",
    "coffees",
    "collectives",
    "communities",
    "contact_offers",
    "deliveries",
    "due_introductions",
    "due_meetings",
    "duplicates",
    "erasure",
    "followers",
    "introductions",
    "isolated",
    "jobs",
    "meetings",
    "people",
    "pictures",
    "polls",
    "question_events",
    "question_figures",
    "question_rounds",
    "questions",
    "replies",
    "restrictions",
    "retention",
    "routes",
    "silences",
    "successes",
    "traces",
    "watches",
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
        self._engine = _sqlite.engine(url) if self.is_sqlite else _postgresql(url)
        self._reader = _sqlite.engine(url, reads_only=True) if self.is_sqlite else self._engine
        self.queued = asyncio.Event()
        """Set after a commit that put a message in the outbox."""
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._readings = async_sessionmaker(self._reader, expire_on_commit=False)

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Session]:
        """One transaction that may write; committed when the block ends well."""
        async with self._sessions.begin() as session:
            yield session
        if session.info.pop(deliveries.QUEUED, False):
            self.queued.set()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Session]:
        """Queries, each as of its own moment; the database refuses every write."""
        async with self._readings() as session:
            if not self.is_sqlite:
                await session.connection(execution_options={"postgresql_readonly": True})
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncGenerator[Session]:
        """As `reading`, and every query sees the same moment."""
        async with self._readings() as session:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            await session.connection(
                execution_options={"begin": True} if self.is_sqlite else options
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
        await self._reader.dispose()
        await self._engine.dispose()

    @property
    def engine(self) -> AsyncEngine:
        """For migrations and tests of the store itself."""
        return self._engine


def _postgresql(url: str) -> AsyncEngine:
    return create_async_engine(
        url, pool_size=5, max_overflow=5, pool_pre_ping=True, hide_parameters=True
    )
