"""What happened with a question, step by step, and how questions hang together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, keep


class QuestionEventRow(Base):
    """One step: who did what (`kind`), with what they wrote about it.

    Kinds are a service's own words: claimed, handed-over, note, asked-back, snoozed, closed, ...
    """

    __tablename__ = "question_events"
    __table_args__ = (
        Index("ix_question_events_question_id_id", "question_id", "id"),
        {
            "info": keep(
                Keep(
                    "as the question",
                    Erase.BLANK,
                    person=("by",),
                    text=("text",),
                    via="question_id",
                    others=True,
                    ends=Ends.PARENT,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class QuestionLinkRow(Base):
    """Two questions that belong together; `kind`: related, split (the second came of the first)."""

    __tablename__ = "question_links"
    __table_args__ = ({"info": keep(Keep("as the question", Erase.NOTHING, ends=Ends.NEVER))},)

    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    kind: Mapped[str]


_FIND_OF: Final = (
    select(QuestionEventRow)
    .where(QuestionEventRow.question_id.in_(bindparam("ids", expanding=True)))
    .order_by(QuestionEventRow.id)
)


def add(
    session: Session,
    question_id: int,
    kind: str,
    *,
    at: datetime,
    by: int | None = None,
    text: str = "",
    **facts: Any,  # noqa: ANN401 - what JSON can hold
) -> None:
    """Note a step."""
    session.add(
        QuestionEventRow(question_id=question_id, by=by, kind=kind, text=text, facts=facts, at=at)
    )


async def find_of(session: Session, question_ids: Sequence[int]) -> tuple[QuestionEventRow, ...]:
    """The steps of these questions, oldest first."""
    if not question_ids:
        return ()
    return tuple(await session.scalars(_FIND_OF, {"ids": question_ids}))
