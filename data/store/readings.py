"""Who got which article, and what readers say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from data.store.articles import LARGEST, DoubtRow, ReadingRow
from data.store.base import Session, insert_once
from data.store.followers import FollowerRow
from data.store.people import PersonRow
from data.store.questions import AnswerRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Reader:
    """A question that an article was given to; `wants_none`: the asker wants no such messages."""

    question: QuestionRow
    wants_none: bool


@dataclass(frozen=True, slots=True)
class Written:
    """An answer that a person wrote to a question of a community."""

    question_id: int
    community_id: int
    text: str
    written_at: datetime


async def put(session: Session, question_id: int, slug: str, at: datetime) -> None:
    """An article was given to a question; the first time counts."""
    await insert_once(
        session,
        ReadingRow,
        ["question_id", "slug"],
        question_id=question_id,
        slug=slug,
        at=at,
    )


async def find_answers(session: Session, since: datetime) -> tuple[Written, ...]:
    """What people answered since then, without a crisis in the question, oldest first."""
    rows = await session.execute(
        select(
            AnswerRow.question_id, QuestionRow.community_id, AnswerRow.text, AnswerRow.written_at
        )
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .where(
            AnswerRow.written_at >= since,
            AnswerRow.article.is_(None),
            AnswerRow.text != "",
            QuestionRow.referral.is_(None),
        )
        .order_by(AnswerRow.id)
    )
    return tuple(Written(*row) for row in rows)


async def find_readers(
    session: Session, community_id: int, slug: str, since: datetime
) -> tuple[Reader, ...]:
    """The questions in a community that got this article since then, without a crisis in them."""
    rows = await session.execute(
        select(QuestionRow, PersonRow.no_changes)
        .join(ReadingRow, ReadingRow.question_id == QuestionRow.id)
        .outerjoin(PersonRow, PersonRow.id == QuestionRow.asked_by)
        .where(
            ReadingRow.slug == slug,
            ReadingRow.at >= since,
            QuestionRow.community_id == community_id,
            QuestionRow.referral.is_(None),
        )
        .order_by(QuestionRow.id)
    )
    return tuple(Reader(question, bool(none)) for question, none in rows)


async def find_followers(session: Session, question_ids: Sequence[int]) -> tuple[FollowerRow, ...]:
    """Who has one of these questions too and wants to hear of changes, each with one question."""
    rows = await session.scalars(
        select(FollowerRow)
        .join(PersonRow)
        .where(FollowerRow.question_id.in_(question_ids), PersonRow.no_changes.is_(False))
        .order_by(FollowerRow.person_id, FollowerRow.question_id)
    )
    return tuple({row.person_id: row for row in reversed(tuple(rows))}.values())


async def spare(session: Session, person_id: int) -> None:
    """Tell this person no more that an article they got was changed."""
    await session.execute(
        update(PersonRow).where(PersonRow.id == person_id).values(no_changes=True)
    )


async def find_doubt_of(
    session: Session, community_id: int, slug: str, person_id: int
) -> DoubtRow | None:
    """The doubt of a person about an article that nobody looked at yet."""
    return await session.scalar(
        select(DoubtRow).where(
            DoubtRow.community_id == community_id,
            DoubtRow.slug == slug,
            DoubtRow.person_id == person_id,
            DoubtRow.handled_at.is_(None),
        )
    )


async def add_doubt(session: Session, row: DoubtRow) -> None:
    """Write down a doubt; its id is known afterwards."""
    session.add(row)
    await session.flush()


async def find_doubt(session: Session, doubt_id: int) -> DoubtRow | None:
    """A doubt by number."""
    return await session.get(DoubtRow, doubt_id) if doubt_id <= LARGEST else None


async def find_doubts(session: Session, community_id: int, slug: str) -> tuple[DoubtRow, ...]:
    """What readers doubt of an article and nobody looked at yet, oldest first."""
    rows = await session.scalars(
        select(DoubtRow)
        .where(
            DoubtRow.community_id == community_id,
            DoubtRow.slug == slug,
            DoubtRow.handled_at.is_(None),
        )
        .order_by(DoubtRow.id)
        .limit(50)
    )
    return tuple(rows)


async def end_doubts(
    session: Session, community_id: int, slugs: Sequence[str], at: datetime
) -> int:
    """Somebody looked at what was doubted of these articles; how many doubts that were."""
    done = await session.execute(
        update(DoubtRow)
        .where(
            DoubtRow.community_id == community_id,
            DoubtRow.slug.in_(slugs),
            DoubtRow.handled_at.is_(None),
        )
        .values(handled_at=at)
        .returning(DoubtRow.id)
    )
    return len(done.all())
