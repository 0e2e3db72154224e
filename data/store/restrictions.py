"""What people asked us not to do with their data: restriction and objection.

Source: trust.md 1.3; AVG art. 18 and 21.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, delete, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep


class Restriction(StrEnum):
    """Both put the use of the data on hold; an objection also waits for a decision of staff."""

    RESTRICT = "restrict"
    OBJECT = "object"


class RestrictionRow(Base):
    """A restriction that holds: the person takes it back, or it is decided upon."""

    __tablename__ = "restrictions"
    __table_args__ = (
        UniqueConstraint("person_id", "kind"),
        {
            "sqlite_autoincrement": True,  # a number never stands for another restriction later
            "info": keep(
                Keep("until taken back", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED)
            ),
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), index=True)
    kind: Mapped[str]
    since: Mapped[datetime]


async def add(
    session: Session, person_id: int, community_id: int, kind: Restriction, at: datetime
) -> bool:
    """Write it down; False when it holds already."""
    return await insert_once(
        session,
        RestrictionRow,
        ["person_id", "kind"],
        person_id=person_id,
        community_id=community_id,
        kind=kind.value,
        since=at,
    )


async def find(session: Session, restriction_id: int) -> RestrictionRow | None:
    """A restriction by number."""
    return await session.get(RestrictionRow, restriction_id)


async def hold(session: Session, restriction_id: int) -> RestrictionRow | None:
    """A restriction, locked until the end of the block."""
    return await session.scalar(
        select(RestrictionRow).where(RestrictionRow.id == restriction_id).with_for_update()
    )


async def find_of(session: Session, person_id: int) -> dict[Restriction, int]:
    """The restrictions of a person that hold, each with its number."""
    rows = await session.execute(
        select(RestrictionRow.kind, RestrictionRow.id).where(RestrictionRow.person_id == person_id)
    )
    return {Restriction(kind): id_ for kind, id_ in rows}


async def remove(session: Session, restriction_id: int) -> None:
    """A restriction holds no longer."""
    await session.execute(delete(RestrictionRow).where(RestrictionRow.id == restriction_id))


async def is_on_hold(session: Session, person_id: int) -> bool:
    """Whether the data of a person may not be used now."""
    return (
        await session.scalar(select(exists().where(RestrictionRow.person_id == person_id))) or False
    )
