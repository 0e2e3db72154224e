"""What happened with a question, step by step, and how questions hang together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, bindparam, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep
from data.store.questions import QuestionRow


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


async def put(session: Session, row: QuestionEventRow) -> int:
    """Note a step; its number."""
    session.add(row)
    await session.flush()
    return row.id


async def link(session: Session, question_id: int, other_id: int, kind: str) -> bool:
    """Let two questions belong together; False when they did already."""
    return await insert_once(
        session,
        QuestionLinkRow,
        ["question_id", "other_id"],
        question_id=question_id,
        other_id=other_id,
        kind=kind,
    )


async def find_linked(session: Session, question_id: int) -> tuple[int, ...]:
    """The numbers of the questions that belong with this one, lowest first."""
    one, other = QuestionLinkRow.question_id, QuestionLinkRow.other_id
    pairs = await session.execute(
        select(one, other).where(or_(one == question_id, other == question_id))
    )
    return tuple(sorted({a if b == question_id else b for a, b in pairs}))


async def find_to_wake(
    session: Session, now: datetime, warn_until: datetime, limit: int
) -> tuple[int, ...]:
    """Questions whose wait ends now, and those of which the asker is to be warned; oldest first.

    Who waits for the asker is warned once for each time that something was asked.
    """
    asked, warned = (
        select(func.coalesce(func.max(QuestionEventRow.id), 0))
        .where(QuestionEventRow.question_id == QuestionRow.id, QuestionEventRow.kind == kind)
        .scalar_subquery()
        for kind in ("asked-back", "warned")
    )
    is_quiet = (QuestionRow.state == "waiting") & (QuestionRow.wakes_at <= warn_until)
    found = await session.scalars(
        select(QuestionRow.id)
        .where(
            QuestionRow.state.in_(("waiting", "snoozed")),
            or_(QuestionRow.wakes_at <= now, is_quiet & (warned < asked)),
        )
        .order_by(QuestionRow.wakes_at, QuestionRow.id)
        .limit(limit)
    )
    return tuple(found)
