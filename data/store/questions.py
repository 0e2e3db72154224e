"""Questions to the help desk and the answers to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, bindparam, false, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, Sooner, insert_once, keep
from data.store.deliveries import DeliveryRow
from data.store.people import IdentityRow, PersonRow

LARGEST: Final = 2**31 - 1
"""The largest number that a row can have; a forged button may name any."""


class QuestionRow(Base):
    """What somebody asked, and how far it is.

    `state`: suggested (the asker looks at an answer), open (a person takes over), claimed, waiting
    (for the asker), snoozed (both until `wakes_at`), answered, closed. `reason` says why it closed:
    solved, duplicate (of `merged_into`), withdrawn, silent, elsewhere or other.

    `origin` makes one message or press one question. `reply_place` is where the answer goes (None:
    a direct message); `asked_place` where it was asked, for when no direct message arrives.
    `themes_judged`: a person said what it is about. `context` has what the asker told when asked,
    by facet. `due_at` is until when staff want to have answered; `raised` how far it was told that
    nobody did: 0, 1 in the list of a morning, 2 to all staff. `touched_at` is the last sign of
    anybody. `solved_by` is article or person. `consent`: whether it may become an article: asked,
    yes or no; `article` is that article. `solution` is the message that was the answer.
    """

    __tablename__ = "questions"
    __table_args__ = (
        UniqueConstraint("origin"),
        Index("ix_questions_community_id_state", "community_id", "state"),
        {
            "info": keep(
                Keep(
                    "90 days after closing; with a referral 30 days",
                    Erase.BLANK,
                    person=("asked_by", "claimed_by"),
                    text=("text",),
                    days=90,
                    since="closed_at",
                    sooner=Sooner(30, "referral"),
                    link=(
                        "origin",
                        "reply_place",
                        "reply_message",
                        "asked_place",
                        "asked_message",
                        "solution",
                    ),
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    asked_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    claimed_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    origin: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    anonymous: Mapped[bool]
    state: Mapped[str]
    outcome: Mapped[str]
    themes: Mapped[list[str]]
    suggested: Mapped[list[str]]
    referral: Mapped[str | None]
    reply_place: Mapped[str | None]
    reply_message: Mapped[str | None]
    asked_place: Mapped[str | None]
    asked_message: Mapped[str | None]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    context: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    themes_judged: Mapped[bool] = mapped_column(server_default=false())
    reason: Mapped[str | None]
    merged_into: Mapped[int | None] = mapped_column(
        ForeignKey("questions.id", ondelete="SET NULL"), index=True
    )
    due_at: Mapped[datetime | None]
    raised: Mapped[int] = mapped_column(server_default="0")
    wakes_at: Mapped[datetime | None] = mapped_column(index=True)
    touched_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    solved_by: Mapped[str | None]
    happy: Mapped[bool | None]
    consent: Mapped[str | None]
    article: Mapped[str | None]
    solution: Mapped[str | None]


class AnswerRow(Base):
    """An answer of a person or an article to a question."""

    __tablename__ = "answers"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "as the question",
                    Erase.BLANK,
                    person=("written_by",),
                    text=("text",),
                    via="question_id",
                    others=True,
                    ends=Ends.PARENT,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), index=True
    )
    written_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    article: Mapped[str | None]
    text: Mapped[str]
    written_at: Mapped[datetime]


# Built once: building a query takes longer than running it.
_FIND_BY_ORIGIN: Final = select(QuestionRow).where(QuestionRow.origin == bindparam("origin"))
_FIND_OF: Final = (
    select(QuestionRow)
    .where(QuestionRow.asked_by == bindparam("person_id"))
    .order_by(QuestionRow.id.desc())
    .limit(bindparam("most"))
)
_FIND_ANSWERS: Final = (
    select(AnswerRow)
    .where(AnswerRow.question_id.in_(bindparam("ids", expanding=True)))
    .order_by(AnswerRow.id)
)


async def add(session: Session, **values: object) -> bool:
    """Store a question once per `origin`; False when it was there already."""
    return await insert_once(session, QuestionRow, ["origin"], **values)


async def find_by_origin(session: Session, origin: str) -> QuestionRow | None:
    """The question that came from this message or press."""
    return await session.scalar(_FIND_BY_ORIGIN, {"origin": origin})


async def find(session: Session, question_id: int) -> QuestionRow | None:
    """A question by number."""
    return await session.get(QuestionRow, question_id) if question_id <= LARGEST else None


async def hold(session: Session, question_id: int) -> QuestionRow | None:
    """A question, locked until the end of the block."""
    if question_id > LARGEST:
        return None
    return await session.scalar(
        select(QuestionRow).where(QuestionRow.id == question_id).with_for_update()
    )


async def find_of(session: Session, person_id: int, limit: int) -> tuple[QuestionRow, ...]:
    """The questions of a person, newest first."""
    return tuple(await session.scalars(_FIND_OF, {"person_id": person_id, "most": limit}))


async def find_waiting(session: Session, community_id: int) -> tuple[QuestionRow, ...]:
    """Questions that wait for a person, oldest first."""
    rows = await session.scalars(
        select(QuestionRow)
        .where(QuestionRow.community_id == community_id, QuestionRow.state.in_(("open", "claimed")))
        .order_by(QuestionRow.id)
        .limit(25)
    )
    return tuple(rows)


async def find_answers(session: Session, question_ids: Sequence[int]) -> tuple[AnswerRow, ...]:
    """The answers to these questions, oldest first."""
    if not question_ids:
        return ()
    return tuple(await session.scalars(_FIND_ANSWERS, {"ids": question_ids}))


async def find_card(session: Session, question_id: int) -> str:
    """The source of the newest card that staff got for a question."""
    first = f"question:{question_id}"
    found = await session.scalar(
        select(DeliveryRow.source)
        .where(DeliveryRow.source.startswith(f"{first}:again:", autoescape=True))
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )
    return found or first


async def find_callers(session: Session, since: datetime, limit: int) -> tuple[str, ...]:
    """The accounts of who was here since then, latest first."""
    rows = await session.scalars(
        select(IdentityRow.id)
        .join(PersonRow)
        .where(PersonRow.seen_at >= since)
        .order_by(PersonRow.seen_at.desc(), IdentityRow.id)
        .limit(limit)
    )
    return tuple(rows)


async def find_typed(
    session: Session, since: datetime, limit: int
) -> tuple[tuple[str, str | None, str], ...]:
    """Origin, place and account of questions that stand as a message, newest first."""
    found = await session.execute(
        select(QuestionRow.origin, QuestionRow.asked_place, IdentityRow.id)
        .join(IdentityRow, IdentityRow.person_id == QuestionRow.asked_by)
        .where(
            QuestionRow.asked_at >= since,
            QuestionRow.text != "",
            QuestionRow.origin.contains(":m:", autoescape=True),
        )
        .order_by(QuestionRow.id.desc())
        .limit(limit)
    )
    return tuple((origin, place, account) for origin, place, account in found)


async def count_of(session: Session, person_id: int, community_id: int) -> int:
    """How many questions somebody asked in a community."""
    query = select(func.count()).select_from(QuestionRow)
    mine = (QuestionRow.asked_by == person_id, QuestionRow.community_id == community_id)
    return await session.scalar(query.where(*mine)) or 0


async def find_page(
    session: Session, person_id: int, community_id: int, page: int, size: int
) -> tuple[QuestionRow, ...]:
    """A page of somebody's questions in a community, newest first; pages count from 0."""
    rows = await session.scalars(
        select(QuestionRow)
        .where(QuestionRow.asked_by == person_id, QuestionRow.community_id == community_id)
        .order_by(QuestionRow.id.desc())
        .offset(page * size)
        .limit(size)
    )
    return tuple(rows)


async def find_newest_card(session: Session, question_id: int) -> str | None:
    """The source of the newest card that staff got, as long as it is remembered."""
    first = f"question:{question_id}"
    again = DeliveryRow.source.startswith(f"{first}:again:", autoescape=True)
    return await session.scalar(
        select(DeliveryRow.source)
        .where(or_(DeliveryRow.source == first, again))
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )


async def find_public(session: Session, community_id: int, limit: int) -> tuple[QuestionRow, ...]:
    """Questions that stand where everybody reads them, without a crisis, newest first."""
    rows = await session.scalars(
        select(QuestionRow)
        .where(
            QuestionRow.community_id == community_id,
            QuestionRow.reply_place.is_not(None),
            QuestionRow.referral.is_(None),
            QuestionRow.merged_into.is_(None),
            QuestionRow.text != "",
        )
        .order_by(QuestionRow.id.desc())
        .limit(limit)
    )
    return tuple(rows)
