"""Who wants questions about which theme, who is away, and whose advice was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Ends, Erase, Keep, Session, insert_once, keep, upsert
from data.store.people import PersonRow
from data.store.question_events import QuestionEventRow
from data.store.questions import QuestionRow
from data.store.restrictions import RestrictionRow

EVERYTHING: Final = "*"


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


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who chose a theme. `name` is that of now."""

    person_id: int
    name: str
    kind: str


async def find_chosen(session: Session, person_id: int, community_id: int) -> tuple[RouteRow, ...]:
    """What somebody chose to help with."""
    rows = await session.scalars(
        select(RouteRow)
        .where(RouteRow.person_id == person_id, RouteRow.community_id == community_id)
        .order_by(RouteRow.theme)
    )
    return tuple(rows)


async def put(session: Session, *, kind: str, **values: object) -> None:
    """Let somebody help with a theme: `person_id`, `community_id`, `theme` and `since`."""
    keys = ["person_id", "community_id", "theme"]
    await insert_once(session, RouteRow, keys, kind=kind, **values)


async def put_kind(session: Session, person_id: int, community_id: int, kind: str) -> None:
    """As what somebody helps, with every theme."""
    await session.execute(
        update(RouteRow)
        .where(RouteRow.person_id == person_id, RouteRow.community_id == community_id)
        .values(kind=kind)
    )


async def drop(
    session: Session, person_id: int, community_id: int, themes: Sequence[str] | None = None
) -> None:
    """Stop helping with these themes, or with all."""
    query = delete(RouteRow).where(
        RouteRow.person_id == person_id, RouteRow.community_id == community_id
    )
    await session.execute(query if themes is None else query.where(RouteRow.theme.in_(themes)))


async def find_helpers(
    session: Session, community_id: int, themes: Sequence[str], at: datetime
) -> tuple[Helper, ...]:
    """Who chose one of these themes or all of them, and is here; by name.

    Not who is away, and not who asked not to use their data now.
    """
    away = select(AbsenceRow.person_id).where(AbsenceRow.until > at)
    on_hold = select(RestrictionRow.person_id)
    found = await session.execute(
        select(PersonRow.id, PersonRow.name, func.min(RouteRow.kind))
        .join(RouteRow, RouteRow.person_id == PersonRow.id)
        .where(
            RouteRow.community_id == community_id,
            RouteRow.theme.in_((*themes, EVERYTHING)),
            PersonRow.id.not_in(away),
            PersonRow.id.not_in(on_hold),
        )
        .group_by(PersonRow.id, PersonRow.name)
        .order_by(PersonRow.name, PersonRow.id)
    )
    return tuple(Helper(id_, name, kind) for id_, name, kind in found)


async def put_absence(session: Session, person_id: int, until: datetime) -> None:
    """Somebody is away until then; a later word replaces an earlier one."""
    await upsert(session, AbsenceRow, ["person_id"], person_id=person_id, until=until)


async def drop_absence(session: Session, person_id: int) -> None:
    """Somebody is back."""
    await session.execute(delete(AbsenceRow).where(AbsenceRow.person_id == person_id))


async def find_absence(session: Session, person_id: int, at: datetime) -> datetime | None:
    """Until when somebody is away; None when they are here."""
    return await session.scalar(
        select(AbsenceRow.until).where(AbsenceRow.person_id == person_id, AbsenceRow.until > at)
    )


async def count_claimed(session: Session, people: Sequence[int]) -> dict[int, int]:
    """How many questions each of these people has now."""
    found = await session.execute(
        select(QuestionRow.claimed_by, func.count())
        .where(QuestionRow.claimed_by.in_(people), QuestionRow.state == "claimed")
        .group_by(QuestionRow.claimed_by)
    )
    return {person: count for person, count in found if person is not None}


async def find_called(session: Session, people: Sequence[int], kind: str) -> dict[int, datetime]:
    """When each of these people was last called (`kind`) to a question."""
    found = await session.execute(
        select(QuestionEventRow.by, func.max(QuestionEventRow.at))
        .where(QuestionEventRow.by.in_(people), QuestionEventRow.kind == kind)
        .group_by(QuestionEventRow.by)
    )
    return {person: at for person, at in found if person is not None}


async def add_consultation(session: Session, **values: object) -> bool:
    """Put a question to an expert, once; False when it was put to them before."""
    return await insert_once(session, ConsultationRow, ["question_id", "person_id"], **values)


async def hold_consultation(session: Session, consultation_id: int) -> ConsultationRow | None:
    """A consultation, locked until the end of the block."""
    return await session.scalar(
        select(ConsultationRow).where(ConsultationRow.id == consultation_id).with_for_update()
    )


async def find_consultation(session: Session, consultation_id: int) -> ConsultationRow | None:
    """A consultation by number."""
    return await session.get(ConsultationRow, consultation_id)


async def find_consultations(session: Session, question_id: int) -> tuple[ConsultationRow, ...]:
    """Whose advice was asked about a question, in that order."""
    rows = await session.scalars(
        select(ConsultationRow)
        .where(ConsultationRow.question_id == question_id)
        .order_by(ConsultationRow.id)
    )
    return tuple(rows)
