"""Replies that staff use again, and answers that wait for a second pair of eyes."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep
from data.store.questions import LARGEST


class CannedReplyRow(Base):
    """A reply with places to fill in ({naam}, {thema}), under a name of its community."""

    __tablename__ = "canned_replies"
    __table_args__ = (
        UniqueConstraint("community_id", "name"),
        {
            "info": keep(
                Keep(
                    "text as long as it is used; names of staff 24 months",
                    Erase.BLANK,
                    person=("changed_by",),
                    days=730,
                    since="changed_at",
                    expire=Erase.BLANK,
                )
            )
        },
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"))
    name: Mapped[str]
    text: Mapped[str]
    changed_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    changed_at: Mapped[datetime]


class AnswerDraftRow(Base):
    """An answer that is not sent yet. `state`: kept, review, sent, dropped.

    `origin` makes one form one draft. `seen` is how many answers the writer knew of.
    """

    __tablename__ = "answer_drafts"
    __table_args__ = (
        UniqueConstraint("origin"),
        {
            "info": keep(
                Keep(
                    "as the question",
                    Erase.BLANK,
                    person=("written_by", "reviewed_by"),
                    text=("text",),
                    link=("origin",),
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
    reviewed_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    origin: Mapped[str]
    text: Mapped[str]
    state: Mapped[str]
    seen: Mapped[int]
    at: Mapped[datetime]


async def find_canned(session: Session, community_id: int) -> tuple[CannedReplyRow, ...]:
    """The replies of a community by name."""
    rows = await session.scalars(
        select(CannedReplyRow)
        .where(CannedReplyRow.community_id == community_id)
        .order_by(func.lower(CannedReplyRow.name), CannedReplyRow.id)
    )
    return tuple(rows)


async def hold_canned(session: Session, reply_id: int) -> CannedReplyRow | None:
    """A reply, locked until the end of the block."""
    if reply_id > LARGEST:
        return None
    return await session.scalar(
        select(CannedReplyRow).where(CannedReplyRow.id == reply_id).with_for_update()
    )


async def add_canned(session: Session, **values: object) -> bool:
    """Store a reply once per name; False when there is one of this name."""
    return await insert_once(session, CannedReplyRow, ["community_id", "name"], **values)


async def add_draft(session: Session, **values: object) -> AnswerDraftRow:
    """Store a draft once per `origin`; the one that is there, locked."""
    await insert_once(session, AnswerDraftRow, ["origin"], **values)
    found = await session.scalars(
        select(AnswerDraftRow).where(AnswerDraftRow.origin == values["origin"]).with_for_update()
    )
    return found.one()


async def find_draft(session: Session, draft_id: int) -> AnswerDraftRow | None:
    """A draft by number."""
    return await session.get(AnswerDraftRow, draft_id) if draft_id <= LARGEST else None


async def find_draft_of(session: Session, origin: str) -> AnswerDraftRow | None:
    """The draft of this form or message."""
    return await session.scalar(select(AnswerDraftRow).where(AnswerDraftRow.origin == origin))


async def hold_draft(session: Session, draft_id: int) -> AnswerDraftRow | None:
    """A draft, locked until the end of the block."""
    if draft_id > LARGEST:
        return None
    return await session.scalar(
        select(AnswerDraftRow)
        .where(AnswerDraftRow.id == draft_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def find_kept_drafts(
    session: Session, question_id: int, person_id: int
) -> tuple[AnswerDraftRow, ...]:
    """What somebody wrote for a question and did not send, newest first."""
    rows = await session.scalars(
        select(AnswerDraftRow)
        .where(
            AnswerDraftRow.question_id == question_id,
            AnswerDraftRow.written_by == person_id,
            AnswerDraftRow.state == "kept",
        )
        .order_by(AnswerDraftRow.id.desc())
    )
    return tuple(rows)
