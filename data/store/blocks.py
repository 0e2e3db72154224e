"""Collectives that do not want to be introduced to one another."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep


class BlockRow(Base):
    """A collective that does not want to hear from another; the other is never told."""

    __tablename__ = "collective_blocks"
    __table_args__ = (
        {
            "info": keep(
                Keep("as the collective", Erase.BLANK, person=("by_person",), ends=Ends.PARENT)
            )
        },
    )

    from_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True
    )
    to_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    by_person: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    since: Mapped[datetime]


async def add(
    session: Session, from_id: int, to_id: int, person_id: int | None, at: datetime
) -> bool:
    """Let the first collective hear nothing of the second; False when it was so already."""
    return await insert_once(
        session,
        BlockRow,
        ["from_id", "to_id"],
        from_id=from_id,
        to_id=to_id,
        by_person=person_id,
        since=at,
    )


async def remove(session: Session, from_id: int, to_id: int) -> bool:
    """Let the first collective hear of the second again; False when it did already."""
    done = await session.execute(
        delete(BlockRow)
        .where(BlockRow.from_id == from_id, BlockRow.to_id == to_id)
        .returning(BlockRow.to_id)
    )
    return done.first() is not None


async def find_of(session: Session, collective_ids: Sequence[int]) -> tuple[BlockRow, ...]:
    """What these collectives blocked themselves, oldest first."""
    rows = await session.scalars(
        select(BlockRow)
        .where(BlockRow.from_id.in_(collective_ids))
        .order_by(BlockRow.since, BlockRow.to_id)
    )
    return tuple(rows)


async def find_apart(session: Session, collective_ids: Sequence[int]) -> frozenset[int]:
    """Whom these collectives do not find and who do not find them, whoever of the two blocked."""
    rows = await session.scalars(
        select(BlockRow).where(
            or_(BlockRow.from_id.in_(collective_ids), BlockRow.to_id.in_(collective_ids))
        )
    )
    ends = {end for row in rows for end in (row.from_id, row.to_id)}
    return frozenset(ends - set(collective_ids))
