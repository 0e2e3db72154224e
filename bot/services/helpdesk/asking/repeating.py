"""The same question a moment later is the same question."""

from datetime import datetime, timedelta
from typing import Final

from bot.people import Person
from bot.posts import Post, to_target
from bot.services.helpdesk.asking.storing import Ask, kept
from bot.services.helpdesk.posting import to_asker
from bot.services.helpdesk.states import ENDED, Step
from data.store import Session
from data.store import question_events as events
from data.store import questions as rows

AGAIN: Final = timedelta(minutes=10)
"""The same words of the same person in the same place within this time are one question."""
LATEST: Final = 5


async def again(
    session: Session, person: Person, ask: Ask, now: datetime
) -> rows.QuestionRow | None:
    """The question that this repeats; who typed it gets a line that says so. None: a new one."""
    texts = {kept(ask.text, strict=strict) for strict in (False, True)}
    for question in await rows.find_of(session, person.id, LATEST):
        if (
            question.text in texts
            and question.community_id == person.community_id
            and question.asked_place == (ask.place or ask.asked_in)
            and question.anonymous == ask.anonymous
            and question.state not in ENDED
            and now - question.asked_at <= AGAIN
        ):
            if ask.reply:
                await _tell(session, question, ask, now)
            return question
    return None


async def _tell(session: Session, question: rows.QuestionRow, ask: Ask, now: datetime) -> None:
    """Under the second message, once."""
    facts = {"question": question.id, "reply_to": ask.message}
    post = Post("question-known", f"question:{question.id}:known:{ask.origin}", facts, now)
    if ask.place is not None:
        community, language = question.community_id, question.language
        added = await to_target(session, community, ask.place, language, post)
    else:
        added = await to_asker(session, question, post)
    if added:
        events.add(
            session,
            question.id,
            Step.ASKED_AGAIN,
            at=now,
            by=question.asked_by,
            origin=ask.origin,
            message=ask.message,
        )
