"""Collectives that do not want to be introduced to one another."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


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
