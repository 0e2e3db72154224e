"""Circles: collectives with the same theme that talk in one thread."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep


class CircleRow(Base):
    """A circle for a theme. `state` is proposed, open or closed; `place` the thread, once open."""

    __tablename__ = "circles"
    __table_args__ = (
        UniqueConstraint("community_id", "theme"),
        {"info": keep(Keep("until it is closed", Erase.NOTHING, ends=Ends.NEVER))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    theme: Mapped[str]
    state: Mapped[str]
    place: Mapped[str]
    proposed_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]


class CircleMemberRow(Base):
    """Somebody who speaks for a collective in a circle. `state` is invited, in or out."""

    __tablename__ = "circle_members"
    __table_args__ = (
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    circle_id: Mapped[int] = mapped_column(
        ForeignKey("circles.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    collective_id: Mapped[int | None] = mapped_column(
        ForeignKey("collectives.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    at: Mapped[datetime]


async def places_of(session: Session, community_id: int, themes: Sequence[str]) -> tuple[str, ...]:
    """The threads of the open circles for these themes."""
    found = await session.scalars(
        select(CircleRow.place)
        .where(
            CircleRow.community_id == community_id,
            CircleRow.theme.in_(themes),
            CircleRow.state == "open",
            CircleRow.place != "",
        )
        .order_by(CircleRow.id)
    )
    return tuple(found)
