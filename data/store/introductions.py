"""Requests of one collective to meet another, and what both sides said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ForeignKey,
    Index,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, Sooner, keep

UNTOLD: Final = ("asked", "refused")
"""States that look the same to who asked, as long as `ended_at` is empty."""


class IntroductionRow(Base):
    """A wish to meet. `state` is asked, agreed, refused, withdrawn or expired.

    A refusal is told to nobody: `ended_at` stays empty until the request would have expired, and
    then it becomes expired as silence does, so that no trace tells them apart. `declined` is why,
    when the group said so: far, themes, time or other. It only counts in what that group itself
    finds, is shown to nobody, and is emptied 30 days after the end. `reminded_at` is when the group
    that was asked was reminded.
    """

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
                    sooner=Sooner(30, "state", "refused"),
                    untold=("state", "declined", "reminded_at"),
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
    declined: Mapped[str] = mapped_column(server_default="")
    reminded_at: Mapped[datetime | None]


async def hold(session: Session, introduction_id: int) -> IntroductionRow | None:
    """An introduction, locked until the end of the block."""
    return await session.scalar(
        select(IntroductionRow)
        .where(IntroductionRow.id == introduction_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find(session: Session, introduction_id: int) -> IntroductionRow | None:
    """An introduction by number."""
    return await session.get(IntroductionRow, introduction_id)


async def add(session: Session, **values: Any) -> int:  # noqa: ANN401 - column values
    """Store a request and return its number."""
    row = IntroductionRow(answered_by=None, state="asked", ended_at=None, **values)
    session.add(row)
    await session.flush()
    return row.id


async def find_last(session: Session, from_id: int, to_id: int) -> IntroductionRow | None:
    """The newest request of one collective to another."""
    return await session.scalar(
        select(IntroductionRow)
        .where(IntroductionRow.from_id == from_id, IntroductionRow.to_id == to_id)
        .order_by(IntroductionRow.id.desc())
        .limit(1)
    )


async def count_open(session: Session, from_id: int) -> int:
    """How many requests of this collective seem open to it: a refused one does until it expires."""
    found = await session.scalar(
        select(func.count()).where(
            IntroductionRow.from_id == from_id,
            IntroductionRow.state.in_(UNTOLD),
            IntroductionRow.ended_at.is_(None),
        )
    )
    return found or 0


async def asked_since(session: Session, from_id: int, since: datetime) -> tuple[datetime, ...]:
    """When this collective asked, oldest first."""
    rows = await session.scalars(
        select(IntroductionRow.asked_at)
        .where(IntroductionRow.from_id == from_id, IntroductionRow.asked_at > since)
        .order_by(IntroductionRow.asked_at)
    )
    return tuple(rows)


async def find_open_to(session: Session, to_id: int) -> tuple[IntroductionRow, ...]:
    """The requests that wait for an answer of this collective, oldest first."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(IntroductionRow.to_id == to_id, IntroductionRow.state == "asked")
        .order_by(IntroductionRow.id)
    )
    return tuple(rows)


async def hold_open_by(
    session: Session, from_id: int, person_id: int
) -> tuple[IntroductionRow, ...]:
    """The requests that a person made for a collective and that are not over, locked."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(
            IntroductionRow.from_id == from_id,
            IntroductionRow.asked_by == person_id,
            IntroductionRow.state.in_(UNTOLD),
            IntroductionRow.ended_at.is_(None),
        )
        .order_by(IntroductionRow.id)
        .with_for_update()
    )
    return tuple(rows)


async def find_of(
    session: Session, collective_id: int, since: datetime
) -> tuple[IntroductionRow, ...]:
    """Requests from and to a collective, newest first: open, agreed, or ended since then."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(
            or_(IntroductionRow.from_id == collective_id, IntroductionRow.to_id == collective_id),
            or_(
                IntroductionRow.state == "agreed",
                IntroductionRow.ended_at.is_(None),
                IntroductionRow.ended_at > since,
            ),
        )
        .order_by(IntroductionRow.id.desc())
        .limit(25)
    )
    return tuple(rows)


async def find_ended(
    session: Session, collective_ids: Sequence[int], since: datetime
) -> tuple[IntroductionRow, ...]:
    """Requests from or to these collectives that ended since then without two times yes."""
    rows = await session.scalars(
        select(IntroductionRow).where(
            or_(
                IntroductionRow.from_id.in_(collective_ids),
                IntroductionRow.to_id.in_(collective_ids),
            ),
            IntroductionRow.state != "agreed",
            IntroductionRow.ended_at > since,
        )
    )
    return tuple(rows)


async def hold_between(session: Session, one: int, other: int) -> tuple[IntroductionRow, ...]:
    """The requests of two collectives to each other that are not over, locked."""
    rows = await session.scalars(
        select(IntroductionRow)
        .where(
            or_(
                and_(IntroductionRow.from_id == one, IntroductionRow.to_id == other),
                and_(IntroductionRow.from_id == other, IntroductionRow.to_id == one),
            ),
            IntroductionRow.state.in_(UNTOLD),
            IntroductionRow.ended_at.is_(None),
        )
        .order_by(IntroductionRow.id)
        .with_for_update()
    )
    return tuple(rows)


async def count(session: Session, community_id: int, since: datetime) -> tuple[int, int]:
    """How many requests were made since then, and how many of those both wanted."""
    row = (
        await session.execute(
            select(
                func.count(IntroductionRow.id),
                func.count().filter(IntroductionRow.state == "agreed"),
            ).where(IntroductionRow.community_id == community_id, IntroductionRow.asked_at >= since)
        )
    ).one()
    return row[0], row[1]
