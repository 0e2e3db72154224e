"""A copy of all tables in one file, and back; either database reads the other's copy.

SQLite makes a database file (`VACUUM INTO`), PostgreSQL one JSON object a line. Keys and pictures
are not in it.
"""

import base64
import json
import os
import sqlite3
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Date,
    DateTime,
    Table,
    TypeDecorator,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from data.store import Store
from data.store.base import Base, Session
from data.store.deliveries import DeliveryRow
from data.store.schema import revision

CHUNK: Final = 500
MAGIC: Final = b"SQLite format 3\0"
Row = tuple[str, dict[str, Any]]


class NotACopy(Exception):
    """A file that this program did not write, or another version did. `found` is its version."""

    def __init__(self, found: str = "") -> None:
        super().__init__(found)
        self.found = found


async def write(store: Store, file: Path) -> None:
    """Copy all tables as of one moment into a new file that only its owner may read.

    Nothing is left of a copy that fails halfway. Raises: FileExistsError, OSError.
    """
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        await _fill(store, file)
    except BaseException:
        _discard(file)
        raise


def _discard(file: Path) -> None:
    file.unlink(missing_ok=True)


async def _fill(store: Store, file: Path) -> None:
    if store.is_sqlite:
        async with store.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None  # noqa: S101 - just opened
            await (await driver.execute("VACUUM INTO ?", (str(file),))).close()
        return
    found, _ = await revision(store)
    with file.open("w", encoding="utf-8") as lines:
        lines.write(json.dumps({"revision": found}) + "\n")
        async with store.snapshot() as session:
            for table in Base.metadata.sorted_tables:
                async with aclosing(_rows(session, table)) as rows:
                    async for row in rows:
                        lines.write(json.dumps([table.name, row], default=_told) + "\n")


async def read(store: Store, session: Session, file: Path) -> dict[str, int]:
    """Replace everything in the tables by what is in the copy; how many rows per table.

    Messages that waited when the copy was made are looked up before they are sent again.
    Raises: NotACopy, OSError.
    """
    _, needed = await revision(store)
    for table in reversed(Base.metadata.sorted_tables):
        await session.execute(delete(table))
    done: dict[str, int] = {}
    chunk: list[dict[str, Any]] = []
    current = ""
    for name, values in (*_copied(file, str(needed)), ("", {})):
        if chunk and (name != current or len(chunk) >= CHUNK):
            await session.execute(insert(Base.metadata.tables[current]), chunk)
            done[current] = done.get(current, 0) + len(chunk)
            chunk = []
        current = name
        chunk.append(values)
    await session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.state.in_(("queued", "sending")), DeliveryRow.attempts < 1)
        .values(attempts=1)
    )
    if not store.is_sqlite:
        await move_counters(session)
    return done


async def _rows(session: Session, table: Table) -> AsyncGenerator[dict[str, Any]]:
    stream = await session.stream(select(table).order_by(*table.primary_key))
    async for row in stream.mappings():
        yield {str(name): value for name, value in row.items()}


def _copied(file: Path, needed: str) -> Iterator[Row]:
    with file.open("rb") as opened:
        is_database = opened.read(len(MAGIC)) == MAGIC
    return _from_database(file, needed) if is_database else _from_lines(file, needed)


def _from_database(file: Path, needed: str) -> Iterator[Row]:
    """The rows of a SQLite file, read only."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if found is None or found[0] != needed:
            raise NotACopy(found[0] if found else "")
        for table in Base.metadata.sorted_tables:
            order = ", ".join(f'"{column.name}"' for column in table.primary_key)
            query = f'SELECT * FROM "{table.name}" ORDER BY {order}'  # noqa: S608 - our own names
            for row in connection.execute(query):
                yield table.name, _typed(table, dict(row), from_json=True)
    except sqlite3.DatabaseError as error:
        raise NotACopy from error
    finally:
        connection.close()


def _from_lines(file: Path, needed: str) -> Iterator[Row]:
    try:
        with file.open(encoding="utf-8") as lines:
            found = str(json.loads(next(lines, "{}")).get("revision", ""))
            if found != needed:
                raise NotACopy(found)
            for line in lines:
                name, values = json.loads(line)
                yield name, _typed(Base.metadata.tables[name], values, from_json=False)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise NotACopy from error


def _typed(table: Table, values: dict[str, Any], *, from_json: bool) -> dict[str, Any]:
    """Values as the tables want them; dates and instants are text in a copy."""
    typed = dict(values)
    for column in table.columns:
        value, kind = typed.get(column.name), column.type
        if value is None:
            continue
        if isinstance(kind, TypeDecorator | DateTime):
            instant = datetime.fromisoformat(value)
            typed[column.name] = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        elif isinstance(kind, Date):
            typed[column.name] = date.fromisoformat(value)
        elif kind.python_type is bytes and isinstance(value, str):
            typed[column.name] = base64.b64decode(value)
        elif from_json and kind.python_type is dict:
            typed[column.name] = json.loads(value)
        elif from_json and kind.python_type is bool:
            typed[column.name] = bool(value)
    return typed


def _told(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(type(value).__name__)


async def move_counters(session: Session) -> None:
    """Let PostgreSQL count on from the highest number."""
    for table in Base.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        name = f"pg_get_serial_sequence('{table.name}', '{column.name}')"
        last = await session.scalar(select(func.max(column))) or 0
        await session.execute(text(f"SELECT setval({name}, :next, false)"), {"next": last + 1})
