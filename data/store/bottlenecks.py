"""Rules that stand in the way of people who want to do something."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep


class BottleneckRow(Base):
    """A rule in the way: which, of which layer of government, and the question it came with.

    `layer`: rijk, provincie, gemeente, waterschap, other or unknown.
    """

    __tablename__ = "bottlenecks"
    __table_args__ = (
        Index("ix_bottlenecks_community_id_at", "community_id", "at"),
        {
            "info": keep(
                Keep(
                    "text and person 12 months, theme and layer stay",
                    Erase.BLANK,
                    person=("person_id",),
                    text=("rule",),
                    days=365,
                    since="at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("questions.id", ondelete="SET NULL"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    rule: Mapped[str]
    layer: Mapped[str]
    themes: Mapped[list[str]]
    at: Mapped[datetime]


async def hold_of(session: Session, question_id: int, person_id: int) -> BottleneckRow | None:
    """What this person told with this question, locked."""
    return await session.scalar(
        select(BottleneckRow)
        .where(BottleneckRow.question_id == question_id, BottleneckRow.person_id == person_id)
        .with_for_update()
    )


async def find_of(session: Session, question_id: int, person_id: int) -> BottleneckRow | None:
    """What this person told with this question."""
    return await session.scalar(
        select(BottleneckRow).where(
            BottleneckRow.question_id == question_id, BottleneckRow.person_id == person_id
        )
    )


async def find_since(
    session: Session, community_id: int, since: datetime
) -> Sequence[BottleneckRow]:
    """What was told in a community from this moment on, oldest first."""
    rows = await session.scalars(
        select(BottleneckRow)
        .where(BottleneckRow.community_id == community_id, BottleneckRow.at >= since)
        .order_by(BottleneckRow.at, BottleneckRow.id)
    )
    return rows.all()


async def add(session: Session, **values: object) -> BottleneckRow:
    """Store what somebody told."""
    row = BottleneckRow(**values)
    session.add(row)
    await session.flush()
    return row
