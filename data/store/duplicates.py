"""Profiles that look alike: names that were merged, and pairs that are no duplicates."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


class CollectiveNameRow(Base):
    """A name and place under which a collective was known before it was merged."""

    __tablename__ = "collective_names"
    __table_args__ = (
        UniqueConstraint("community_id", "name", "place"),
        {"info": keep(Keep("as the collective", Erase.NOTHING, ends=Ends.PARENT))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    collective_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    place: Mapped[str]


class DistinctRow(Base):
    """Two collectives that look alike and are not the same, as staff said; the lower id first."""

    __tablename__ = "distinct_collectives"
    __table_args__ = ({"info": keep(Keep("as the collective", Erase.NOTHING, ends=Ends.PARENT))},)

    one_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("collectives.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime]
