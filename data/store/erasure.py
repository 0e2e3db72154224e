"""Forgetting a person: generic over the tables, by the rule (`Keep`) that each carries.

A new table needs no code here, only its rule.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Table,
    and_,
    delete,
    exists,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, insert_once, keep

OWN_NOTES: Final = frozenset({"jobs", "erasures"})
"""What the bot writes down for itself in a database that nobody used."""
GONE: Final = (Erase.DELETE, Erase.CASCADE)


class ErasureRow(Base):
    """The journal: a keyed mark of each account that was erased, for use after a restore."""

    __tablename__ = "erasures"
    __table_args__ = ({"info": keep(Keep("36 days", Erase.NOTHING, days=36, since="at"))},)

    mark: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True, index=True)


@dataclass(frozen=True, slots=True)
class Record:
    """A row about a person. `own` is False when the row is another's and only names the person.

    `since` is when its term began.
    """

    table: str
    values: Mapping[str, Any]
    own: bool
    since: datetime | None = None


def rules() -> Iterator[tuple[Table, Keep]]:
    """Every table with its rule, children before parents."""
    for table in reversed(Base.metadata.sorted_tables):
        yield table, table.info["keep"]


async def find_records(session: Session, person_id: int) -> tuple[Record, ...]:
    """Every row in every table in which this person is."""
    found: list[Record] = []
    for table, rule in reversed(tuple(rules())):
        if not rule.person:
            continue
        wanted = [table.c[name] == person_id for name in rule.person]
        mine = _is_own(table, rule, person_id)
        began = moment(table, rule) if rule.since else null()
        query = select(table, mine.label("_own"), began.label("_began")).where(or_(mine, *wanted))
        ordered = await session.execute(query.order_by(*table.primary_key))
        for row in ordered.mappings():
            values: dict[str, Any] = {str(name): value for name, value in row.items()}
            own, since = bool(values.pop("_own")), values.pop("_began")
            found.append(Record(table.name, values, own, since))
    return tuple(found)


async def erase(session: Session, person_id: int) -> dict[str, int]:
    """Take a person out of every table; returns how many rows changed per table."""
    changed: dict[str, int] = {}
    for table, rule in rules():
        if not rule.person:
            continue
        mine = _is_own(table, rule, person_id)
        if rule.erase in GONE:
            count = await _count(session, delete(table).where(mine).returning(*table.primary_key))
        else:
            owner = () if rule.via else rule.person[:1]
            count = await blank(session, table, rule, mine, people=owner)
        for name in _named_only(rule):
            done = update(table).where(table.c[name] == person_id).values({name: None})
            count += await _count(session, done.returning(*table.primary_key))
        if count:
            changed[table.name] = count
    return changed


async def blank(
    session: Session,
    table: Table,
    rule: Keep,
    where: ColumnElement[bool],
    *,
    people: tuple[str, ...] | None = None,
) -> int:
    """Empty what is of a person in these rows; each link gets a value of its own.

    `people` are the columns to empty; None: all that name somebody.
    """
    names = rule.person if people is None else people
    values: dict[str, Any] = dict.fromkeys(names)
    values |= {name: empty(table.c[name]) for name in rule.text}
    values |= {name: None for name in rule.link if table.c[name].nullable}
    keyed = [name for name in rule.link if not table.c[name].nullable]
    key = tuple(table.primary_key)
    rows = (await session.execute(select(*key).where(where))).all()
    for row in rows:
        fresh = {name: f"erased:{secrets.token_hex(10)}" for name in keyed}
        this = and_(*(column == value for column, value in zip(key, row, strict=True)))
        if values | fresh:
            await session.execute(update(table).where(this).values(values | fresh))
    return len(rows)


def is_filled(table: Table, rule: Keep) -> ColumnElement[bool]:
    """Whether a row still holds something of a person."""
    people = [table.c[name].is_not(None) for name in rule.person]
    texts = [table.c[name] != "" for name in rule.text if not isinstance(table.c[name].type, JSON)]
    return or_(*people, *texts)


async def remember(session: Session, mark: str, at: datetime) -> None:
    """Write an account in the journal."""
    await insert_once(session, ErasureRow, ["mark", "at"], mark=mark, at=at)


async def journal(session: Session) -> frozenset[tuple[str, datetime]]:
    """Every account in the journal, with the moment it was erased."""
    rows = await session.scalars(select(ErasureRow))
    return frozenset((row.mark, row.at) for row in rows)


async def is_empty(session: Session) -> bool:
    """Whether nothing but the bot's own notes is in this database."""
    for table in Base.metadata.sorted_tables:
        if table.name not in OWN_NOTES and (await session.execute(select(table).limit(1))).first():
            return False
    return True


def _is_own(table: Table, rule: Keep, person_id: int) -> ColumnElement[bool]:
    """Whether a row belongs to this person."""
    if rule.via is None:
        return table.c[rule.person[0]] == person_id
    parent = next(iter(table.c[rule.via].foreign_keys)).column
    above: Keep = parent.table.info["keep"]
    return exists().where(parent == table.c[rule.via], parent.table.c[above.person[0]] == person_id)


def _named_only(rule: Keep) -> tuple[str, ...]:
    """The columns in which a person is only named."""
    return rule.person if rule.via else rule.person[1:]


def moment(table: Table, rule: Keep) -> ColumnElement[datetime]:
    """The instant from which the days of a rule count."""
    name, _, above = (rule.since or "").partition(".")
    if not above:
        return table.c[name]
    parent = next(iter(table.c[name].foreign_keys)).column
    return select(parent.table.c[above]).where(parent == table.c[name]).scalar_subquery()


def empty(column: Column[Any]) -> object:
    """What stands in the place of something that is gone."""
    if isinstance(column.type, JSON):
        return {}
    return None if column.nullable else ""


async def _count(session: Session, statement: Any) -> int:  # noqa: ANN401 - a delete or update
    return len((await session.execute(statement)).all())
