"""One table and one insert, written as plainly as SQLAlchemy allows: the baseline for a write."""

from __future__ import annotations

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Its own metadata: nothing of the product."""


class Greeting(Base):
    """Who was greeted."""

    __tablename__ = "hello_greetings"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Greetings:
    """Writes greetings; on SQLite with WAL and synchronous=NORMAL, as is usual."""

    def __init__(self, url: str) -> None:
        self._engine: AsyncEngine = create_async_engine(url)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        if url.startswith("sqlite"):
            event.listen(self._engine.sync_engine, "connect", _pragmas)

    async def prepare(self) -> None:
        async with self._engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)

    async def greet(self, name: str) -> None:
        async with self._sessions.begin() as session:
            session.add(Greeting(name=name))


def _pragmas(connection: object, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
