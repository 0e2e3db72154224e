"""One PostgreSQL database for each test process, empty again for each test.

Making a database for each test took a second of copying and of waiting for the disk; deleting the
rows takes some milliseconds.
"""

from __future__ import annotations

import asyncio
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import asyncpg

from data.store import Base, Store, schema

POSTGRESQL: Final = os.environ.get(
    "TEST_POSTGRESQL", "postgresql+asyncpg://postgres@127.0.0.1:5432/test"
)
_OTHERS: Final = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""What a test left open holds locks."""
_SHAPE: Final = """
SELECT md5(string_agg(part, ',' ORDER BY part)) FROM (
    SELECT version_num AS part FROM alembic_version
    UNION ALL SELECT oid || relname FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT oid || tgenabled::text FROM pg_trigger
    UNION ALL SELECT oid || proname FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT oid || conname FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT attrelid || attname || atttypid || attnotnull || atthasdef
        FROM pg_attribute WHERE attrelid >= 16384
) AS parts
"""
"""Every table, column, key, trigger and function, and the revision."""
_NEW_NUMBERS: Final = (
    "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND oid >= 16384"
)
_NO_ROWS: Final = ";".join(
    f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)
)


class Database:
    """A migrated database that is made empty for each test, and anew when its tables changed."""

    def __init__(self) -> None:
        mark = uuid.uuid4().hex[:12]
        self._name, self._template = f"t_{mark}", f"template_{mark}"
        self._shape: str | None = None

    def emptied(self) -> str:
        """The address of the database, without a row in it and with nobody connected."""
        asyncio.run(self._empty())
        return address(self._name)

    async def make(self) -> None:
        """Make what is copied, and the first copy."""
        await on_server(f"CREATE DATABASE {self._template}")
        store = Store(address(self._template))
        try:
            await schema.upgrade(store)
        finally:
            await store.close()
        await self._copy()

    async def drop(self) -> None:
        """Nothing stays on the server."""
        for name in (self._name, self._template):
            await on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    async def _copy(self) -> None:
        await on_server(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")
        await on_server(f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
        # What a server that loses power would lose is no part of any test; JIT takes its time.
        await on_server(f"ALTER DATABASE {self._name} SET synchronous_commit = off")
        await on_server(f"ALTER DATABASE {self._name} SET jit = off")
        connection = await connect(self._name)
        try:
            self._shape = await connection.fetchval(_SHAPE)
        finally:
            await connection.close()

    async def _empty(self) -> None:
        connection = await connect(self._name)
        try:
            await connection.execute(_OTHERS)
            try:
                same = await connection.fetchval(_SHAPE) == self._shape
            except asyncpg.UndefinedTableError:
                same = False
            if same:
                await connection.execute(f"{_NO_ROWS};{_NEW_NUMBERS}")
        finally:
            await connection.close()
        if not same:
            await self._copy()


@contextmanager
def database() -> Iterator[Database | None]:
    """The database of this process; None when no server answers."""
    if not asyncio.run(_answers()):
        yield None
        return
    made = Database()
    try:
        asyncio.run(made.make())
        yield made
    finally:
        asyncio.run(made.drop())


def address(name: str) -> str:
    """Where a database of the server is."""
    return f"{POSTGRESQL.rpartition('/')[0]}/{name}"


async def connect(name: str = "") -> asyncpg.Connection:
    """A connection to a database; without a name, to the one that is always there."""
    url = address(name) if name else POSTGRESQL
    return await asyncpg.connect(url.replace("+asyncpg", ""), timeout=10)


async def on_server(statement: str) -> None:
    """Run one statement beside the databases of tests."""
    connection = await connect()
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _answers() -> bool:
    try:
        connection = await connect()
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    await connection.close()
    return True
