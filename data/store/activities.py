"""Activities that everybody may come to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, keep


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
