"""From a match to a meeting: a thread, moments to choose from, and whether it helped."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


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
