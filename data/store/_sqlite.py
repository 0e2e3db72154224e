"""SQLite behind SQLAlchemy: how a file is opened, and one trip to the driver's thread a statement.

aiosqlite makes a trip for the cursor, the statement, its rows and the close: four where one does.
Measured: an empty transaction fell from 1.4 to 0.3 ms; see docs/benchmarks.md.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any, Final, Self, cast

import aiosqlite
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_WAIT_S: Final = 10.0
"""How long a statement waits for another writer."""
_SETTINGS: Final = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    f"busy_timeout={_WAIT_S * 1000:.0f}",
    "foreign_keys=ON",
    "secure_delete=ON",
)
Row = tuple[Any, ...]


class Cursor(aiosqlite.Cursor):
    """A statement and all its rows in one trip; nothing of the driver's thread is left open."""

    def __init__(self, connection: "Connection") -> None:
        self._owner = connection
        self._done = Done()

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> Self:
        """Run one statement."""
        self._done = await self._owner.run(sql, parameters or ())
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Self:
        """Run one statement for each set of values."""
        self._done = await self._owner.run_many(sql, parameters)
        return self

    async def fetchall(self) -> Any:  # noqa: ANN401 - the library promises its own kind of row
        """The rows that came with the statement."""
        return self._done.rows

    async def close(self) -> None:
        """Nothing is open any more."""

    @property
    def description(self) -> Any:  # noqa: ANN401 - as the driver has it
        """The columns; None when the statement gives no rows."""
        return self._done.description

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._done.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was inserted last."""
        return self._done.lastrowid


class Done:
    """What one statement gave."""

    __slots__ = ("description", "lastrowid", "rowcount", "rows")

    def __init__(self, cursor: sqlite3.Cursor | None = None) -> None:
        """In the driver's thread: take everything."""
        self.description = None if cursor is None else cursor.description
        self.rows: list[Row] = [] if cursor is None or not self.description else cursor.fetchall()
        self.rowcount = -1 if cursor is None else cursor.rowcount
        self.lastrowid = None if cursor is None else cursor.lastrowid
        if cursor is not None:
            cursor.close()


class Connection(aiosqlite.Connection):
    """The driver's connection with cursors of ours."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connect, iter_chunk_size=64)
        self._thread.daemon = True  # a forgotten connection must not keep the program alive

    async def ended(self) -> None:
        """When opening failed: the driver's thread still tells this loop something, then ends."""
        await asyncio.to_thread(self._thread.join, _WAIT_S)

    def cursor(self) -> Cursor:  # pyright: ignore[reportIncompatibleMethodOverride]
        """A cursor; no trip yet."""
        return Cursor(self)

    async def commit(self) -> None:
        """Commit what is open."""
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        """Give up what is open."""
        if self.in_transaction:
            await super().rollback()

    async def run(self, sql: str, parameters: Iterable[Any]) -> Done:
        """One statement in the driver's thread."""
        driver: Any = self._conn
        return await self._in_thread(lambda: Done(driver.execute(sql, parameters)))

    async def run_many(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Done:
        """One statement for each set of values, in one trip to the driver's thread."""
        driver: Any = self._conn
        return await self._in_thread(lambda: Done(driver.executemany(sql, parameters)))

    async def _in_thread(self, call: Callable[[], Done]) -> Done:
        in_thread = cast("Callable[[object], Awaitable[Done]]", self._execute)  # pyright: ignore[reportUnknownMemberType]
        return await in_thread(call)


def engine(url: str, *, reads_only: bool = False) -> AsyncEngine:
    """An engine over one file, whose folder is made when needed.

    One that writes begins every transaction with the lock for writing, so that none fails halfway.
    One that `reads_only` is refused every write by SQLite, and opens a transaction only when asked
    with the execution option `begin`.
    """
    path = Path(make_url(url).database or "")
    path.parent.mkdir(parents=True, exist_ok=True)

    def connect() -> sqlite3.Connection:
        # isolation_level: the driver must not open transactions by itself.
        driver = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
        for setting in (*_SETTINGS, f"query_only={'ON' if reads_only else 'OFF'}"):
            driver.execute(f"PRAGMA {setting}")
        return driver

    async def creator(*_: object, **__: object) -> Connection:
        connection = Connection(connect)
        try:
            await connection
        except BaseException:
            await connection.ended()
            raise
        return connection

    made = create_async_engine(url, async_creator=creator, hide_parameters=True)

    @event.listens_for(made.sync_engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401 - the library's connection
        if not reads_only:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif connection.get_execution_options().get("begin"):
            connection.exec_driver_sql("BEGIN")

    return made
