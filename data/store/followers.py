"""Who has the same question as somebody else, and hears the answer too."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, bindparam, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep


class FollowerRow(Base):
    """Somebody who has this question too."""

    __tablename__ = "question_followers"
    __table_args__ = (
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    language: Mapped[str]
    since: Mapped[datetime]


_COUNT: Final = (
    select(FollowerRow.question_id, func.count())
    .where(FollowerRow.question_id.in_(bindparam("ids", expanding=True)))
    .group_by(FollowerRow.question_id)
)


async def add(
    session: Session, question_id: int, person_id: int, *, language: str, since: datetime
) -> bool:
    """Let somebody follow a question; False when they did already."""
    return await insert_once(
        session,
        FollowerRow,
        ["question_id", "person_id"],
        question_id=question_id,
        person_id=person_id,
        language=language,
        since=since,
    )


async def remove(session: Session, question_id: int, person_id: int) -> bool:
    """Let somebody stop; False when they did not follow."""
    gone = await session.scalar(
        delete(FollowerRow)
        .where(FollowerRow.question_id == question_id, FollowerRow.person_id == person_id)
        .returning(FollowerRow.person_id)
    )
    return gone is not None


async def is_following(session: Session, question_id: int, person_id: int) -> bool:
    """Whether somebody follows a question."""
    return await session.get(FollowerRow, (question_id, person_id)) is not None


async def find_of(session: Session, question_id: int) -> tuple[FollowerRow, ...]:
    """Who follows a question, who came first first."""
    rows = await session.scalars(
        select(FollowerRow)
        .where(FollowerRow.question_id == question_id)
        .order_by(FollowerRow.since, FollowerRow.person_id)
    )
    return tuple(rows)


async def count(session: Session, question_ids: Sequence[int]) -> dict[int, int]:
    """How many follow each of these questions; a question without any is left out."""
    if not question_ids:
        return {}
    found = await session.execute(_COUNT, {"ids": question_ids})
    return dict(found.all())
