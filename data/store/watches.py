"""Who wants to hear of new collectives ("laat het me weten")."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


class WatchRow(Base):
    """A wish to hear of new collectives with this theme, within so many kilometres of this place.

    An empty theme is every theme, an empty place the whole country. `rhythm` is now or weekly.
    `told_id` is the newest collective that was looked at; `due_at` the next weekly message.
    """

    __tablename__ = "watches"
    __table_args__ = (
        UniqueConstraint("person_id", "community_id", "theme", "place"),
        Index("ix_watches_community_id_rhythm", "community_id", "rhythm"),
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    theme: Mapped[str]
    place: Mapped[str]
    km: Mapped[int]
    rhythm: Mapped[str]
    language: Mapped[str]
    told_id: Mapped[int]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    since: Mapped[datetime]
