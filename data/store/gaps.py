"""Questions as they are counted for what the knowledge base lacks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from data.store.base import Session
from data.store.question_events import QuestionEventRow
from data.store.questions import QuestionRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What is needed of a question to count it; `is_found`: an article was the answer."""

    asked_by: int | None
    text: str
    themes: tuple[str, ...]
    asked_at: datetime
    is_found: bool


async def find(session: Session, community_id: int, since: datetime) -> tuple[Asked, ...]:
    """The questions since then, oldest first: none with a referral, none that is off topic."""
    thrown_away = (
        select(QuestionEventRow.id)
        .where(
            QuestionEventRow.question_id == QuestionRow.id, QuestionEventRow.kind == "thrown-away"
        )
        .exists()
    )
    is_missed = or_(QuestionRow.outcome == "unsure", QuestionRow.solved_by == "person", thrown_away)
    rows = await session.execute(
        select(
            QuestionRow.asked_by,
            QuestionRow.text,
            QuestionRow.themes,
            QuestionRow.asked_at,
            is_missed,
        )
        .where(
            QuestionRow.community_id == community_id,
            QuestionRow.asked_at >= since,
            QuestionRow.referral.is_(None),
            QuestionRow.outcome.in_(("answer", "suggest", "unsure")),
        )
        .order_by(QuestionRow.id)
    )
    return tuple(
        Asked(asked_by, text, tuple(themes), asked_at, is_found=not missed)
        for asked_by, text, themes, asked_at, missed in rows
    )
