"""Who wants questions about which theme, who is away, and whose advice was asked."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, keep


class RouteRow(Base):
    """Somebody who chose to help with questions about a theme; the theme `*` stands for all.

    `kind`: staff, or expert for a resident or collective that went through it.
    """

    __tablename__ = "routes"
    __table_args__ = (
        Index("ix_routes_community_id_theme", "community_id", "theme"),
        {"info": keep(Keep("until off", Erase.DELETE, person=("person_id",), ends=Ends.STOPPED))},
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id"), primary_key=True)
    theme: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    since: Mapped[datetime]


class AbsenceRow(Base):
    """Somebody who is away until a moment and gets no new questions."""

    __tablename__ = "absences"
    __table_args__ = (
        {
            "info": keep(
                Keep(
                    "30 days after it ended",
                    Erase.DELETE,
                    person=("person_id",),
                    days=30,
                    since="until",
                )
            )
        },
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    until: Mapped[datetime] = mapped_column(index=True)


class ConsultationRow(Base):
    """A question that was put to an expert in private. `state`: asked, answered, declined."""

    __tablename__ = "consultations"
    __table_args__ = (
        UniqueConstraint("question_id", "person_id"),
        {
            "info": keep(
                Keep(
                    "as the question",
                    Erase.BLANK,
                    person=("person_id", "asked_by"),
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
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    asked_by: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    text: Mapped[str]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
