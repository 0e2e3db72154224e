"""Requests to meet of which something is due: their end, a reminder, a message that failed."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import aliased

from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.introductions import UNTOLD, IntroductionRow

UNREACHED: Final = "unreached"
"""What follows the source of a message that did not arrive, in what others are told of it."""


def _is_over(at: datetime) -> ColumnElement[bool]:
    """Time is over, unanswered or refused."""
    return and_(
        IntroductionRow.state.in_(UNTOLD),
        IntroductionRow.ended_at.is_(None),
        IntroductionRow.expires_at <= at,
    )


def _to_remind(at: datetime, asked_before: datetime) -> ColumnElement[bool]:
    return and_(
        IntroductionRow.state == "asked",
        IntroductionRow.reminded_at.is_(None),
        IntroductionRow.asked_at <= asked_before,
        IntroductionRow.expires_at > at,
    )


async def due(session: Session, at: datetime) -> tuple[IntroductionRow, ...]:
    """Requests whose time is over, unanswered or refused, locked."""
    return await _held(session, _is_over(at))


async def to_remind(
    session: Session, at: datetime, asked_before: datetime
) -> tuple[IntroductionRow, ...]:
    """Requests that wait since then and of which nobody was reminded, locked."""
    return await _held(session, _to_remind(at, asked_before))


async def is_due(session: Session, at: datetime, asked_before: datetime) -> bool:
    """Whether the time of any request is over, or anybody is to be reminded: without a lock."""
    which = or_(_is_over(at), _to_remind(at, asked_before))
    return await session.scalar(select(IntroductionRow.id).where(which).limit(1)) is not None


async def _held(session: Session, which: ColumnElement[bool]) -> tuple[IntroductionRow, ...]:
    rows = await session.scalars(
        select(IntroductionRow)
        .where(which)
        .order_by(IntroductionRow.id)
        .limit(100)
        .with_for_update(skip_locked=True)
    )
    return tuple(rows)


async def forget_reasons(session: Session, ended_before: datetime) -> int:
    """Empty why a group said no, where the request ended before then; how many."""
    done = await session.execute(
        update(IntroductionRow)
        .where(IntroductionRow.declined != "", IntroductionRow.ended_at <= ended_before)
        .values(declined="")
        .returning(IntroductionRow.id)
    )
    return len(done.all())


async def find_unreached(session: Session, since: datetime) -> tuple[DeliveryRow, ...]:
    """Requests that none of the contacts got, and that nobody was told of."""
    told, arrives = aliased(DeliveryRow), aliased(DeliveryRow)
    found = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.state == "failed",
            DeliveryRow.kind == "introduction-request",
            DeliveryRow.edits.is_(None),
            DeliveryRow.ended_at >= since,
            ~exists().where(told.source == DeliveryRow.source + f":{UNREACHED}"),
            ~exists().where(arrives.source == DeliveryRow.source, arrives.state != "failed"),
        )
        .order_by(DeliveryRow.id)
        .limit(50)
    )
    return tuple(found)
