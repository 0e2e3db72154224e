"""What is over its term goes: the rule of each table, and the terms that one rule cannot say.

Source: trust.md 1.2.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, and_, delete, or_, select

from data.store.alerts import AlertRow
from data.store.base import Base, Erase, Keep, Session
from data.store.deliveries import DeliveryRow
from data.store.erasure import blank, is_filled, rules
from data.store.introductions import IntroductionRow
from data.store.people import IdentityRow, PersonRow
from data.store.polls import BallotRow, PollRow
from data.store.questions import QuestionRow

REFERRED: Final = timedelta(days=30)
REFUSED: Final = timedelta(days=30)
NAMED_BALLOTS: Final = timedelta(days=365)
STAFF_NAMES: Final = timedelta(days=730)
BODIES: Final = timedelta(hours=24)
ELSEWHERE: Final = frozenset({"people"})
"""Not by this rule alone: a person goes with everything that hangs on them."""


async def apply(session: Session, now: datetime) -> dict[str, int]:
    """Let go of everything that is over its term; how many rows per table."""
    done: dict[str, int] = {}
    await _end_early(session, now, done)
    for table, rule in rules():
        if rule.days is None or rule.since is None or table.name in ELSEWHERE:
            continue
        over = table.c[rule.since] <= now - timedelta(days=rule.days)
        if table.name == DeliveryRow.__tablename__:
            over = and_(over, await _may_go(session))
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


async def _end_early(session: Session, now: datetime, done: dict[str, int]) -> None:
    tables = Base.metadata.tables
    questions, alerts = tables["questions"], tables["alerts"]
    referred = and_(QuestionRow.referral.is_not(None), QuestionRow.closed_at <= now - REFERRED)
    await _end(session, questions, questions.info["keep"], referred, done)
    refused = and_(IntroductionRow.state == "refused", IntroductionRow.ended_at <= now - REFUSED)
    await _delete(session, tables["introductions"], refused, done)
    closed = select(PollRow.id).where(PollRow.closed_at <= now - NAMED_BALLOTS)
    await _delete(session, tables["ballots"], BallotRow.poll_id.in_(closed), done)
    written = AlertRow.written_at <= now - STAFF_NAMES
    await _end(session, alerts, alerts.info["keep"], written, done)
    bodies = await session.scalars(select(DeliveryRow).where(DeliveryRow.ended_at <= now - BODIES))
    for row in bodies:
        if row.facts:
            row.facts, row.looks = {}, None
            done["deliveries.facts"] = done.get("deliveries.facts", 0) + 1
    await session.flush()


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
    """Deliveries that nothing needs: not the card of an open poll, nor where an alert stands."""
    open_ids: Sequence[int] = (
        await session.scalars(select(PollRow.id).where(PollRow.state == "open"))
    ).all()
    needed = or_(
        DeliveryRow.source.in_([f"poll:{id_}" for id_ in open_ids]),
        DeliveryRow.source.startswith("alert:"),
    )
    return or_(DeliveryRow.to_person, ~needed)


def _key(table: Table) -> Column[Any]:
    return next(iter(table.primary_key))


def _add(done: dict[str, int], table: Table, count: int) -> None:
    if count:
        done[table.name] = done.get(table.name, 0) + count
