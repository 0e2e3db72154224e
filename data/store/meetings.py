"""From a match to a meeting: a thread, moments to choose from, and whether it helped."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ForeignKey,
    Index,
    UniqueConstraint,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert
from data.store.collectives import ContactRow


class MeetingRow(Base):
    """A meeting that comes of an introduction or a coffee round.

    `source` is `introduction:5` or `coffee:3:1` (round and group). `place` is the thread, empty for
    direct messages. `moments` are the proposed instants as ISO texts; `planned_at` the one that was
    chosen. `reminded_at`: the day before was announced; `asked_at`: it was asked whether it helped.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("source"),
        Index("ix_meetings_asked_at_made_at", "asked_at", "made_at"),
        {
            "info": keep(
                Keep(
                    "6 months after it was made",
                    Erase.NOTHING,
                    days=183,
                    since="made_at",
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    source: Mapped[str]
    place: Mapped[str]
    moments: Mapped[list[str]]
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
    reminded_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    made_at: Mapped[datetime] = mapped_column(index=True)


class AttendeeRow(Base):
    """Somebody who is to meet, for a collective. `helped` is empty, yes, no or not-yet."""

    __tablename__ = "attendees"
    __table_args__ = (
        {
            "info": keep(
                Keep("as the meeting", Erase.DELETE, person=("person_id",), ends=Ends.PARENT)
            )
        },
    )

    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    helped: Mapped[str]
    answered_at: Mapped[datetime | None]


class MeetingMomentRow(Base):
    """Whether somebody can come at a proposed moment: yes, maybe or no."""

    __tablename__ = "meeting_moments"
    __table_args__ = (
        {
            "info": keep(
                Keep("as the meeting", Erase.DELETE, person=("person_id",), ends=Ends.PARENT)
            )
        },
    )

    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    moment: Mapped[str] = mapped_column(primary_key=True)
    can: Mapped[str]


async def add(
    session: Session, *, community_id: int, source: str, moments: Sequence[str], at: datetime
) -> int | None:
    """Store a meeting and return its number; None when this source has one already."""
    values: dict[str, Any] = {"community_id": community_id, "source": source, "made_at": at}
    made = await insert_once(
        session, MeetingRow, ["source"], place="", moments=list(moments), **values
    )
    return (await find_by_source(session, source)) if made else None


async def find_by_source(session: Session, source: str) -> int | None:
    """The number of the meeting that comes of this."""
    return await session.scalar(select(MeetingRow.id).where(MeetingRow.source == source))


async def add_attendee(
    session: Session, meeting_id: int, person_id: int, collective_id: int | None
) -> None:
    """Let somebody take part; twice is once."""
    await insert_once(
        session,
        AttendeeRow,
        ["meeting_id", "person_id"],
        meeting_id=meeting_id,
        person_id=person_id,
        collective_id=collective_id,
        helped="",
    )


async def find(session: Session, meeting_id: int) -> MeetingRow | None:
    """A meeting by number."""
    return await session.get(MeetingRow, meeting_id)


async def hold(session: Session, meeting_id: int) -> MeetingRow | None:
    """A meeting, locked until the end of the block."""
    return await session.scalar(
        select(MeetingRow)
        .where(MeetingRow.id == meeting_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_attendees(session: Session, meeting_id: int) -> tuple[AttendeeRow, ...]:
    """Everybody who is to meet, in the order of their ids."""
    rows = await session.scalars(
        select(AttendeeRow)
        .where(AttendeeRow.meeting_id == meeting_id)
        .order_by(AttendeeRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_present(session: Session, meeting_id: int) -> tuple[AttendeeRow, ...]:
    """Who still takes part: not who stopped speaking for the collective they were to meet for."""
    speaks = exists().where(
        ContactRow.collective_id == AttendeeRow.collective_id,
        ContactRow.person_id == AttendeeRow.person_id,
    )
    rows = await session.scalars(
        select(AttendeeRow)
        .where(
            AttendeeRow.meeting_id == meeting_id, or_(AttendeeRow.collective_id.is_(None), speaks)
        )
        .order_by(AttendeeRow.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)


async def find_of(session: Session, person_id: int, since: datetime) -> tuple[MeetingRow, ...]:
    """The meetings of a person that were made since then, newest first."""
    rows = await session.scalars(
        select(MeetingRow)
        .join(AttendeeRow)
        .where(AttendeeRow.person_id == person_id, MeetingRow.made_at >= since)
        .order_by(MeetingRow.id.desc())
        .limit(25)
    )
    return tuple(rows)


async def put_can(session: Session, meeting_id: int, person_id: int, moment: str, can: str) -> None:
    """Whether somebody can come at a moment, replacing what they said before."""
    await upsert(
        session,
        MeetingMomentRow,
        ["meeting_id", "person_id", "moment"],
        meeting_id=meeting_id,
        person_id=person_id,
        moment=moment,
        can=can,
    )


async def find_cans(session: Session, meeting_id: int) -> dict[tuple[int, str], str]:
    """What everybody said, by person and moment."""
    rows = await session.scalars(
        select(MeetingMomentRow).where(MeetingMomentRow.meeting_id == meeting_id)
    )
    return {(row.person_id, row.moment): row.can for row in rows}


async def find_reacted(session: Session, source: str) -> frozenset[int]:
    """Who of this source's meeting gave any sign: about a moment, or whether it helped."""
    said = await session.scalars(
        select(MeetingMomentRow.person_id)
        .join(MeetingRow, MeetingRow.id == MeetingMomentRow.meeting_id)
        .where(MeetingRow.source == source)
    )
    answered = await session.scalars(
        select(AttendeeRow.person_id)
        .join(MeetingRow)
        .where(MeetingRow.source == source, AttendeeRow.answered_at.is_not(None))
    )
    return frozenset((*said, *answered))
