"""Activities that everybody may come to."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep


class ActivityRow(Base):
    """An activity. `state` is proposed, posted, refused or cancelled.

    `posted_source` is the source of the delivery that announced it.
    """

    __tablename__ = "activities"
    __table_args__ = (
        Index("ix_activities_community_id_state_starts_at", "community_id", "state", "starts_at"),
        {
            "info": keep(
                Keep(
                    "a year after it was",
                    Erase.BLANK,
                    person=("by_person",),
                    days=365,
                    since="starts_at",
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    by_person: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str]
    about: Mapped[str]
    place: Mapped[str]
    link: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime | None]
    state: Mapped[str]
    created_at: Mapped[datetime]
    posted_source: Mapped[str]


async def add(session: Session, **values: Any) -> ActivityRow:  # noqa: ANN401 - column values
    """Store an activity."""
    row = ActivityRow(**values)
    session.add(row)
    await session.flush()
    return row


async def find(session: Session, activity_id: int) -> ActivityRow | None:
    """An activity by number, whatever the community."""
    return await session.get(ActivityRow, activity_id)


async def hold(session: Session, activity_id: int) -> ActivityRow | None:
    """An activity, locked until the end of the block."""
    return await session.scalar(
        select(ActivityRow)
        .where(ActivityRow.id == activity_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_same(
    session: Session, person_id: int, title: str, starts_at: datetime
) -> ActivityRow | None:
    """What this person announced by this name for this moment, and still stands."""
    return await session.scalar(
        select(ActivityRow)
        .where(
            ActivityRow.by_person == person_id,
            ActivityRow.title == title,
            ActivityRow.starts_at == starts_at,
            ActivityRow.state.in_(("proposed", "posted")),
        )
        .order_by(ActivityRow.id)
        .limit(1)
    )


async def find_coming(
    session: Session, community_id: int, now: datetime, limit: int
) -> tuple[ActivityRow, ...]:
    """The posted activities that are not over, the first one first."""
    rows = await session.scalars(
        select(ActivityRow)
        .where(
            ActivityRow.community_id == community_id,
            ActivityRow.state == "posted",
            or_(ActivityRow.starts_at >= now, ActivityRow.ends_at >= now),
        )
        .order_by(ActivityRow.starts_at, ActivityRow.id)
        .limit(limit)
    )
    return tuple(rows)
