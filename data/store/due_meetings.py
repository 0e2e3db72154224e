"""Meetings of which something is due: a reminder, a question, a message that did not arrive."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, String, and_, cast, exists, func, or_, select
from sqlalchemy.orm import aliased

from data.store.base import Session
from data.store.deliveries import DeliveryRow
from data.store.meetings import AttendeeRow, MeetingRow

INSTEAD: Final = "instead"
"""What follows the source of a message for a thread, in what goes to each person instead."""
UNREACHED: Final = "unreached"
"""What follows the source of a message that did not arrive, in what others are told of it."""


def _tomorrow(at: datetime, until: datetime) -> ColumnElement[bool]:
    return and_(
        MeetingRow.reminded_at.is_(None),
        MeetingRow.planned_at > at,
        MeetingRow.planned_at <= until,
    )


def _to_ask(made_before: datetime, planned_before: datetime) -> ColumnElement[bool]:
    return and_(
        MeetingRow.asked_at.is_(None),
        MeetingRow.made_at <= made_before,
        or_(MeetingRow.planned_at.is_(None), MeetingRow.planned_at <= planned_before),
    )


async def find_tomorrow(session: Session, at: datetime, until: datetime) -> tuple[MeetingRow, ...]:
    """Meetings planned between these moments that nobody was reminded of, locked."""
    return await _held(session, _tomorrow(at, until))


async def find_to_ask(
    session: Session, made_before: datetime, planned_before: datetime
) -> tuple[MeetingRow, ...]:
    """Meetings that it is time to ask about, whether they helped, locked."""
    return await _held(session, _to_ask(made_before, planned_before))


async def is_any_due(
    session: Session,
    at: datetime,
    *,
    until: datetime,
    made_before: datetime,
    planned_before: datetime,
) -> bool:
    """Whether anybody is to be reminded or asked: a look without a lock."""
    due = or_(_tomorrow(at, until), _to_ask(made_before, planned_before))
    return await session.scalar(select(MeetingRow.id).where(due).limit(1)) is not None


async def _held(session: Session, which: ColumnElement[bool]) -> tuple[MeetingRow, ...]:
    rows = await session.scalars(
        select(MeetingRow)
        .where(which)
        .order_by(MeetingRow.id)
        .limit(100)
        .with_for_update(skip_locked=True)
    )
    return tuple(rows)


async def find_lost(session: Session, since: datetime) -> tuple[DeliveryRow, ...]:
    """What did not arrive in the thread of a meeting, and what nothing replaces yet."""
    instead = aliased(DeliveryRow)
    rows = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.state == "failed",
            DeliveryRow.kind.startswith("meeting-"),
            DeliveryRow.to_person.is_(False),
            DeliveryRow.ended_at >= since,
            ~exists().where(instead.source == DeliveryRow.source + f":{INSTEAD}"),
        )
        .order_by(DeliveryRow.id)
        .limit(50)
    )
    return tuple(rows)


async def find_unreached(session: Session, since: datetime) -> tuple[DeliveryRow, ...]:
    """Beginnings of meetings that one person did not get, and that the others were not told of."""
    told = aliased(DeliveryRow)
    rows = await session.scalars(
        select(DeliveryRow)
        .where(
            DeliveryRow.state == "failed",
            DeliveryRow.kind == "meeting-opening",
            DeliveryRow.to_person.is_(True),
            DeliveryRow.edits.is_(None),
            DeliveryRow.ended_at >= since,
            ~exists().where(
                told.source == DeliveryRow.source + f":{UNREACHED}:" + cast(DeliveryRow.id, String),
            ),
        )
        .order_by(DeliveryRow.id)
        .limit(50)
    )
    return tuple(rows)


async def count(session: Session, community_id: int, since: datetime) -> tuple[int, int]:
    """How many meetings were made since then, and for how many of those a moment was chosen."""
    row = (
        await session.execute(
            select(func.count(MeetingRow.id), func.count(MeetingRow.planned_at)).where(
                MeetingRow.community_id == community_id, MeetingRow.made_at >= since
            )
        )
    ).one()
    return row[0], row[1]


async def count_helped(session: Session, community_id: int, since: datetime) -> dict[str, int]:
    """How often each answer was given to whether it helped, by all together."""
    rows = await session.execute(
        select(AttendeeRow.helped, func.count())
        .join(MeetingRow)
        .where(
            MeetingRow.community_id == community_id,
            MeetingRow.made_at >= since,
            AttendeeRow.helped != "",
        )
        .group_by(AttendeeRow.helped)
    )
    return {helped: number for helped, number in rows}  # noqa: C416 - rows are not pairs
