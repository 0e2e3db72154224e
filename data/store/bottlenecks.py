"""Rules that stand in the way of people who want to do something."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, keep


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
