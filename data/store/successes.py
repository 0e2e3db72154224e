"""What worked: successes that collectives share."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep

MOST: Final = 25
"""Successes in one list."""


class SuccessRow(Base):
    """A success. `state` is waiting, published, refused or withdrawn.

    `what`, `how` and `otherwise` are the three answers. `country` is that of the example; abroad
    `differs` says what is different in the Netherlands. `name` and `place` are those of the
    collective at the time: the story stays when the collective goes.
    """

    __tablename__ = "successes"
    __table_args__ = (
        Index("ix_successes_community_id_state", "community_id", "state"),
        Index("ix_successes_community_id_changed_at", "community_id", "changed_at"),
        {
            "info": keep(
                Keep(
                    "until it is withdrawn",
                    Erase.BLANK,
                    person=("by_person", "checked_by"),
                    ends=Ends.SHARED,
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
    checked_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    picture_id: Mapped[int | None] = mapped_column(
        ForeignKey("pictures.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    place: Mapped[str]
    what: Mapped[str]
    how: Mapped[str]
    otherwise: Mapped[str]
    themes: Mapped[list[str]]
    context: Mapped[str]
    country: Mapped[str]
    differs: Mapped[str]
    language: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    published_at: Mapped[datetime | None]


async def add(session: Session, **values: Any) -> SuccessRow:  # noqa: ANN401 - column values
    """Store a success."""
    row = SuccessRow(**values)
    session.add(row)
    await session.flush()
    return row


async def find(session: Session, community_id: int, success_id: int) -> SuccessRow | None:
    """A success of this community."""
    return await session.scalar(
        select(SuccessRow).where(
            SuccessRow.id == success_id, SuccessRow.community_id == community_id
        )
    )


async def get(session: Session, success_id: int) -> SuccessRow | None:
    """A success by number, whatever the community."""
    return await session.get(SuccessRow, success_id)


async def hold(session: Session, success_id: int) -> SuccessRow | None:
    """A success, locked until the end of the block."""
    return await session.scalar(
        select(SuccessRow)
        .where(SuccessRow.id == success_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_published(session: Session, community_id: int) -> tuple[SuccessRow, ...]:
    """All published successes of a community, oldest first."""
    rows = await session.scalars(
        select(SuccessRow)
        .where(SuccessRow.community_id == community_id, SuccessRow.state == "published")
        .order_by(SuccessRow.id)
    )
    return tuple(rows)


async def find_of(session: Session, collective_ids: Sequence[int]) -> tuple[SuccessRow, ...]:
    """The newest successes of these collectives, whatever their state."""
    rows = await session.scalars(
        select(SuccessRow)
        .where(SuccessRow.collective_id.in_(collective_ids))
        .order_by(SuccessRow.id.desc())
        .limit(MOST)
    )
    return tuple(rows)


async def stamp(session: Session, community_id: int) -> tuple[int, int, datetime | None]:
    """What differs after any change: how many there are, and are published, and the last change."""
    row = (
        await session.execute(
            select(
                func.count(SuccessRow.id),
                func.count(SuccessRow.id).filter(SuccessRow.state == "published"),
                func.max(SuccessRow.changed_at),
            ).where(SuccessRow.community_id == community_id)
        )
    ).one()
    return row[0], row[1], row[2]
