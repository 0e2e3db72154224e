"""Pictures that people put with a profile or a success, without anything else in the file."""

from datetime import datetime

from sqlalchemy import ForeignKey, delete, exists
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep
from data.store.collectives import CollectiveRow
from data.store.successes import SuccessRow


class PictureRow(Base):
    """A picture as PNG or JPEG, made anew from what was sent; `alt` tells what is on it."""

    __tablename__ = "pictures"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "as long as what it stands with",
                    Erase.BLANK,
                    person=("by_person",),
                    ends=Ends.SHARED,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    by_person: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    data: Mapped[bytes]
    alt: Mapped[str]
    made_at: Mapped[datetime]


async def add(
    session: Session, *, community_id: int, by_person: int, data: bytes, alt: str, made_at: datetime
) -> int:
    """Store a picture and return its number."""
    row = PictureRow(
        community_id=community_id, by_person=by_person, data=data, alt=alt, made_at=made_at
    )
    session.add(row)
    await session.flush()
    return row.id


async def find(session: Session, picture_id: int) -> PictureRow | None:
    """A picture by number."""
    return await session.get(PictureRow, picture_id)


async def remove(session: Session, picture_id: int) -> None:
    """Keep a picture no more."""
    await session.execute(delete(PictureRow).where(PictureRow.id == picture_id))


async def remove_loose(session: Session, before: datetime) -> None:
    """Keep no pictures from before this moment that stand with nothing any more."""
    await session.execute(
        delete(PictureRow)
        .where(
            PictureRow.made_at < before,
            ~exists().where(CollectiveRow.picture_id == PictureRow.id),
            ~exists().where(SuccessRow.picture_id == PictureRow.id),
        )
        .execution_options(synchronize_session=False)
    )
