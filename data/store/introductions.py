"""Requests of one collective to meet another, and what both sides said."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep


class IntroductionRow(Base):
    """A wish to meet. `state` is asked, agreed, refused, withdrawn or expired."""

    __tablename__ = "introductions"
    __table_args__ = (
        Index("ix_introductions_from_id_state", "from_id", "state"),
        Index("ix_introductions_to_id_state", "to_id", "state"),
        Index("ix_introductions_state_expires_at", "state", "expires_at"),
        {
            "info": keep(
                Keep(
                    "6 months after the end; refused: 30 days",
                    Erase.DELETE,
                    person=("asked_by", "answered_by"),
                    text=("note",),
                    days=183,
                    since="ended_at",
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    from_id: Mapped[int] = mapped_column(ForeignKey("collectives.id", ondelete="CASCADE"))
    to_id: Mapped[int] = mapped_column(ForeignKey("collectives.id", ondelete="CASCADE"))
    asked_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    answered_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    note: Mapped[str]
    state: Mapped[str]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


async def hold(session: Session, introduction_id: int) -> IntroductionRow | None:
    """An introduction, locked until the end of the block."""
    return await session.scalar(
        select(IntroductionRow).where(IntroductionRow.id == introduction_id).with_for_update()
    )


async def find_open_between(session: Session, one: int, other: int) -> IntroductionRow | None:
    """The open request between two collectives, whoever asked."""
    return await session.scalar(
        select(IntroductionRow)
        .where(
            IntroductionRow.state == "asked",
            or_(
                (IntroductionRow.from_id == one) & (IntroductionRow.to_id == other),
                (IntroductionRow.from_id == other) & (IntroductionRow.to_id == one),
            ),
        )
        .limit(1)
    )


async def count_open(session: Session, collective_id: int) -> int:
    """How many requests of this collective wait for an answer."""
    found = await session.scalar(
        select(func.count()).where(
            IntroductionRow.from_id == collective_id, IntroductionRow.state == "asked"
        )
    )
    return found or 0


async def find_of(session: Session, collective_id: int) -> tuple[IntroductionRow, ...]:
    """Requests from and to a collective, newest first."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(
            or_(IntroductionRow.from_id == collective_id, IntroductionRow.to_id == collective_id)
        )
        .order_by(IntroductionRow.id.desc())
        .limit(25)
    )
    return tuple(rows)


async def due(session: Session, at: datetime) -> tuple[IntroductionRow, ...]:
    """Requests nobody answered in time, locked."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(IntroductionRow.state == "asked", IntroductionRow.expires_at <= at)
        .limit(100)
        .with_for_update(skip_locked=True)
    )
    return tuple(rows)
