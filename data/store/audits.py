"""Who did what to which object; no texts, no votes."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Erase, Keep, Session, keep


class AuditRow(Base):
    """One act."""

    __tablename__ = "audits"
    __table_args__ = (
        Index("ix_audits_object", "object"),
        {"info": keep(Keep("12 months", Erase.BLANK, person=("actor_id",), days=365, since="at"))},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int | None] = mapped_column(ForeignKey("communities.id"), index=True)
    actor_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    action: Mapped[str]
    object: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


def add(
    session: Session,
    action: str,
    object_: str,
    *,
    at: datetime,
    community_id: int | None,
    actor_id: int | None,
) -> None:
    """Write down an act."""
    session.add(
        AuditRow(community_id=community_id, actor_id=actor_id, action=action, object=object_, at=at)
    )


async def find_of(session: Session, person_id: int) -> tuple[AuditRow, ...]:
    """What a person did, oldest first."""
    rows = await session.scalars(
        select(AuditRow).where(AuditRow.actor_id == person_id).order_by(AuditRow.id)
    )
    return tuple(rows)
