"""Questions as figures: when, about what and how it ended; never who or what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from data.store.base import Session
from data.store.questions import QuestionRow


@dataclass(frozen=True, slots=True)
class Counted:
    """One question without its person and text. `solved_by` is article, person or nothing."""

    asked_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None
    state: str
    solved_by: str | None
    happy: bool | None
    themes: Sequence[str]


_COLUMNS: Final = (
    QuestionRow.asked_at,
    QuestionRow.answered_at,
    QuestionRow.closed_at,
    QuestionRow.state,
    QuestionRow.solved_by,
    QuestionRow.happy,
    QuestionRow.themes,
)
# A question with a referral is nobody's figure; one that was a double is counted with its first.
_FIND_SINCE: Final = select(*_COLUMNS).where(
    QuestionRow.community_id == bindparam("community_id"),
    QuestionRow.asked_at >= bindparam("since"),
    QuestionRow.referral.is_(None),
    QuestionRow.merged_into.is_(None),
)
_FIND_OPEN: Final = select(QuestionRow.asked_at).where(
    QuestionRow.community_id == bindparam("community_id"),
    QuestionRow.state.in_(bindparam("states", expanding=True)),
    QuestionRow.referral.is_(None),
)


async def find_since(session: Session, community_id: int, since: datetime) -> tuple[Counted, ...]:
    """Every question since then that may be counted."""
    rows = await session.execute(_FIND_SINCE, {"community_id": community_id, "since": since})
    return tuple(Counted(*row) for row in rows)


async def find_open(
    session: Session, community_id: int, states: Sequence[str]
) -> tuple[datetime, ...]:
    """When each question was asked that is now in one of these states."""
    values = {"community_id": community_id, "states": list(states)}
    return tuple(await session.scalars(_FIND_OPEN, values))
