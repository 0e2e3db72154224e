"""Replies that staff use again, and answers that wait for a second pair of eyes."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


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
