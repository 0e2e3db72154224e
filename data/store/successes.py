"""What worked: successes that collectives share."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


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
