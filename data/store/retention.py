"""What is over its term goes, by the rule of each table.

Source: trust.md 1.2.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, and_, delete, or_, select, update

from data.store.base import Erase, Keep, Session
from data.store.deliveries import DeliveryRow
from data.store.erasure import blank, empty, is_filled, moment, rules
from data.store.people import IdentityRow, PersonRow
from data.store.polls import PollRow
from data.store.questions import QuestionRow

UNJUDGED: Final = timedelta(days=30)
"""An answer that nobody judged for so long has done its work."""
AT_ONCE: Final = 500
"""Rows in one statement: a database takes some thousands of values."""
ELSEWHERE: Final = frozenset({"people"})
"""Not by this rule alone: a person goes with everything that hangs on them."""


async def apply(session: Session, now: datetime) -> dict[str, int]:
    """Let go of everything that is over its term; how many rows per table."""
    done: dict[str, int] = {}
    await _settle(session, now)
    for table, rule in rules():
        if rule.text_days is not None:
            await _silence(session, table, rule, now, done)
        if rule.days is None or table.name in ELSEWHERE:
            continue
        over = _is_over(table, rule, now)
        if table.name == DeliveryRow.__tablename__:
            for ids in await _over_messages(session, and_(over, await _may_go(session))):
                await _delete(session, table, DeliveryRow.id.in_(ids), done)
            continue
        if rule.expire is Erase.BLANK:
            await _end(session, table, rule, over, done)
        else:
            await _delete(session, table, over, done)
    return done


async def idle(session: Session, before: datetime) -> tuple[tuple[int, str], ...]:
    """People who were last here before this moment, each with one account."""
    rows = await session.execute(
        select(PersonRow.id, IdentityRow.id)
        .outerjoin(IdentityRow, IdentityRow.person_id == PersonRow.id)
        .where(PersonRow.seen_at <= before)
        .order_by(PersonRow.id, IdentityRow.id)
    )
    found: dict[int, str] = {}
    for person_id, identity in rows:
        found.setdefault(person_id, identity or "")
    return tuple(found.items())


def _is_over(table: Table, rule: Keep, now: datetime) -> ColumnElement[bool]:
    """Whether the term of a row is over."""
    began = moment(table, rule)
    over = began <= now - timedelta(days=rule.days or 0)
    if rule.sooner is not None:
        column = table.c[rule.sooner.column]
        value = rule.sooner.value
        short = column.is_not(None) if value is None else column == value
        over = or_(over, and_(short, began <= now - timedelta(days=rule.sooner.days)))
    return over if rule.only is None else and_(over, table.c[rule.only].is_(True))


async def _settle(session: Session, now: datetime) -> None:
    """The term of a question that an article answered begins with that answer."""
    await session.execute(
        update(QuestionRow)
        .where(QuestionRow.state == "suggested", QuestionRow.asked_at <= now - UNJUDGED)
        .values(state="closed", closed_at=QuestionRow.asked_at)
    )


async def _silence(
    session: Session, table: Table, rule: Keep, now: datetime, done: dict[str, int]
) -> None:
    """Empty the text of rows that stay for their other columns, and the marks of that text."""
    key = tuple(table.primary_key)
    over = moment(table, rule) <= now - timedelta(days=rule.text_days or 0)
    found = await session.execute(select(*key, *(table.c[name] for name in rule.text)).where(over))
    values = {name: empty(table.c[name]) for name in rule.text}
    if table.name == DeliveryRow.__tablename__:
        values["looks"] = None
    for row in found:
        if any(row[len(key) :]):
            this = and_(*(column == value for column, value in zip(key, row, strict=False)))
            await session.execute(update(table).where(this).values(values))
            name = f"{table.name}.{rule.text[0]}"
            done[name] = done.get(name, 0) + 1


async def _end(
    session: Session, table: Table, rule: Keep, over: ColumnElement[bool], done: dict[str, int]
) -> None:
    """Blank these rows, and what hangs on them by its own rule, children first."""
    where = and_(over, is_filled(table, rule))
    for child, below in rules():
        if below.via is None or not child.c[below.via].references(_key(table)):
            continue
        ids = select(_key(table)).where(where)
        filled = and_(child.c[below.via].in_(ids), is_filled(child, below))
        _add(done, child, await blank(session, child, below, filled))
    _add(done, table, await blank(session, table, rule, where))


async def _delete(
    session: Session, table: Table, over: ColumnElement[bool], done: dict[str, int]
) -> None:
    rows = await session.execute(delete(table).where(over).returning(*table.primary_key))
    _add(done, table, len(rows.all()))


async def _may_go(session: Session) -> ColumnElement[bool]:
    """Deliveries that nothing needs: not an open poll's card, a start message, or an alert."""
    open_ids: Sequence[int] = (
        await session.scalars(select(PollRow.id).where(PollRow.state == "open"))
    ).all()
    needed = or_(
        DeliveryRow.source.in_([f"poll:{id_}" for id_ in open_ids]),
        DeliveryRow.source.startswith("alert:"),
        DeliveryRow.source.startswith("start:"),
    )
    return or_(DeliveryRow.to_person, ~needed)


async def _over_messages(session: Session, over: ColumnElement[bool]) -> list[list[int]]:
    """The deliveries that go, some at a time.

    What stands in a place about a question stays as long as the question has its text: when that is
    taken back, the message has to be found.
    """
    said = DeliveryRow.source.startswith("question:") & DeliveryRow.edits.is_(None)
    stands = said & DeliveryRow.message.is_not(None) & DeliveryRow.to_person.is_(False)
    found = await session.execute(select(DeliveryRow.id, DeliveryRow.source, stands).where(over))
    told = frozenset(await session.scalars(select(QuestionRow.id).where(QuestionRow.text != "")))
    ids = [id_ for id_, source, is_there in found if not is_there or _question(source) not in told]
    return [ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE)]


def _question(source: str) -> int:
    """The number of the question that a delivery is about; 0 for another."""
    number = source.split(":")[1]
    return int(number) if number.isdecimal() else 0


def _key(table: Table) -> Column[Any]:
    return next(iter(table.primary_key))


def _add(done: dict[str, int], table: Table, count: int) -> None:
    if count:
        done[table.name] = done.get(table.name, 0) + count
