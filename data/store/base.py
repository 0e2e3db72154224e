"""What every table shares: types, naming, the privacy rule, and the one upsert."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import JSON, DateTime, Dialect, MetaData, Table, TypeDecorator, bindparam
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.dml import Insert, ReturningInsert

Session = AsyncSession

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant; a naive value is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "an instant needs a time zone"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone: it was UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """All tables of the bot."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: Instant(), dict[str, Any]: JSON(), list[str]: JSON()}  # noqa: RUF012


class Erase(StrEnum):
    """What happens to a row when the person in it asks to be forgotten."""

    NOTHING = "nothing of a person in it"
    DELETE = "row deleted"
    BLANK = "person and text blanked, the rest stays"
    CASCADE = "goes with the row it belongs to"


class Ends(StrEnum):
    """What ends a row that has no number of days."""

    PARENT = "goes with the row it belongs to"
    STOPPED = "when somebody ends it, and at the latest when the person goes"
    SHARED = "when somebody takes it away; the name of a person goes before that, with the person"
    NEVER = "nothing of a person in it"


@dataclass(frozen=True, slots=True)
class Sooner:
    """A shorter term for rows in which a column has this value (None: any)."""

    days: int
    column: str
    value: str | bool | None = None

    def fits(self, values: Mapping[str, Any]) -> bool:
        """Whether a row has the shorter term."""
        found = values[self.column]
        return found is not None if self.value is None else found == self.value


@dataclass(frozen=True, slots=True)
class Keep:
    """How long a table keeps its rows and how a person disappears from it.

    `for_` is the retention in words of trust rule 1.2; `days` the same as a number after `since`:
    a column, or `column.other` for a column of the row that it points to. Without `days`, `ends`
    says what ends a row. `only` is a column that must be true before the term counts, `sooner` a
    shorter term for some rows, `text_days` one for the text alone.

    `person` lists the columns that hold a person's id: the first is whose row it is, the others are
    only named in it. `text` the columns that hold what people typed, `link` those that lead to a
    message on a platform. With `via`, a column that points to another table, the row and its text
    belong to whoever owns that row. `others` says that the text was written by others. `expire` is
    what happens when `days` are over. `untold` lists the columns by which a person would read in
    their own copy what somebody else keeps to themselves.
    """

    for_: str
    erase: Erase
    person: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    days: int | None = None
    since: str | None = None
    link: tuple[str, ...] = ()
    via: str | None = None
    others: bool = False
    expire: Erase = Erase.DELETE
    ends: Ends | None = None
    only: str | None = None
    sooner: Sooner | None = None
    text_days: int | None = None
    untold: tuple[str, ...] = ()

    def term(self, values: Mapping[str, Any]) -> int | None:
        """The days that count for a row."""
        return self.sooner.days if self.sooner and self.sooner.fits(values) else self.days


def keep(rule: Keep) -> dict[str, Keep]:
    """The `info` of a table."""
    return {"keep": rule}


async def upsert(
    session: Session,
    row: type[Base],
    keys: Sequence[str],
    **values: Any,  # noqa: ANN401 - column values
) -> None:
    """Insert a row, or change the one with the same `keys`; safe against a double press."""
    await session.execute(_upserted(_dialect(session), row, tuple(keys), tuple(values)), values)


async def upsert_all(
    session: Session, row: type[Base], keys: Sequence[str], values: Sequence[dict[str, Any]]
) -> None:
    """As `upsert`, for many rows with the same columns; a later row with the same keys wins."""
    if values:
        statement = _upserted(_dialect(session), row, tuple(keys), tuple(values[0]))
        await session.execute(statement, values)


async def insert_once(
    session: Session,
    row: type[Base],
    keys: Sequence[str],
    **values: Any,  # noqa: ANN401 - column values
) -> bool:
    """Insert a row unless one with the same `keys` is there; True when it was inserted."""
    statement = _inserted(_dialect(session), row, tuple(keys), tuple(values))
    return (await session.execute(statement, values)).first() is not None


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _upserted(
    dialect: str, row: type[Base], keys: tuple[str, ...], names: tuple[str, ...]
) -> Insert:
    """Built once for each set of columns: building it takes longer than running it."""
    insert = _insert(dialect, row, names)
    changes = {name: insert.excluded[name] for name in names if name not in keys}
    if not changes:
        return insert.on_conflict_do_nothing(index_elements=keys)
    return insert.on_conflict_do_update(index_elements=keys, set_=changes)


@cache
def _inserted(
    dialect: str, row: type[Base], keys: tuple[str, ...], names: tuple[str, ...]
) -> ReturningInsert[Any]:
    column = next(iter(row.__table__.primary_key))
    insert = _insert(dialect, row, names).on_conflict_do_nothing(index_elements=keys)
    return insert.returning(column)


def _insert(dialect: str, row: type[Base], names: tuple[str, ...]) -> sqlite.Insert:
    """An insert that knows what to do when the row is there; both databases have the same words."""
    table = cast("Table", row.__table__)
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # only where it is used: 2 MB, 30 ms

        return cast("sqlite.Insert", postgresql.insert(table).values(values))
    return sqlite.insert(table).values(values)
