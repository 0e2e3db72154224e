"""Each step is written down three ways: in the history, in the log of acts, on the card."""

from datetime import datetime
from typing import Any, Final

from bot.errors import BadInput
from bot.people import Person
from bot.services.helpdesk.posting import card_again
from bot.services.helpdesk.refusals import EmptyText
from bot.services.helpdesk.states import Step
from bot.services.helpdesk.views import AnswerTooLong
from bot.untrusted import plain
from data.store import Session, audits
from data.store import question_events as events
from data.store import questions as rows

SHORT: Final = 1000
"""Characters of a note, or of what staff and asker say in between."""


async def step(
    session: Session,
    question: rows.QuestionRow,
    kind: Step,
    at: datetime,
    *,
    by: Person | None = None,
    text: str = "",
    **facts: Any,  # noqa: ANN401 - what JSON can hold
) -> int:
    """Note what happened and show it on the card; the number of this step.

    What the bot does by itself has no `by`; what the asker does is no act of staff.
    """
    question.touched_at = at
    row = events.QuestionEventRow(
        question_id=question.id,
        by=by.id if by else None,
        kind=kind.value,
        text=text,
        facts=facts,
        at=at,
    )
    number = await events.put(session, row)
    if by is not None and kind is not Step.ANSWERED_BACK:
        audits.add(
            session,
            f"question-{kind.value}",
            f"question:{question.id}",
            at=at,
            community_id=by.community_id,
            actor_id=by.id,
        )
    await card_again(session, question, f"{kind.value}:{number}", at)
    return number


def written(text: str, longest: int = SHORT, empty: type[BadInput] = EmptyText) -> str:
    """What somebody wrote, to keep. Raises: EmptyText (or `empty`), AnswerTooLong."""
    said = plain(text)
    if not said:
        raise empty
    if len(said) > longest:
        raise AnswerTooLong(most=longest)
    return said
