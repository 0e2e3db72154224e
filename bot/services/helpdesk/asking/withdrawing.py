"""Taking a question back: its text goes everywhere, and nobody answers into the void."""

from datetime import datetime
from typing import Final

from bot.services.helpdesk.around.following import tell_gone
from bot.services.helpdesk.posting import NEWS, card_again
from bot.services.helpdesk.states import Reason, State, Step
from data.store import Session, deliveries
from data.store import question_events as events
from data.store import questions as rows

ANSWER: Final = "question-answer"
SAID: Final = ("question-posted", "question-reply", ANSWER, "staff-passed-on", *NEWS)
"""The kinds of messages of ours that say what was asked, answer it, or ask the asker something."""
UNSAID: Final = "question-withdrawn"
"""What they are from then on, also when they are tried again."""


async def withdraw(
    session: Session, question: rows.QuestionRow, now: datetime, *, by: int | None
) -> None:
    """Blank the text, close the question, and change what the bot said about it; once."""
    if question.reason == Reason.WITHDRAWN:
        return
    question.text, question.context = "", {}
    question.state, question.reason = State.CLOSED.value, Reason.WITHDRAWN.value
    question.closed_at = question.touched_at = now
    question.wakes_at = None
    for step in await events.find_of(session, [question.id]):
        if step.by == question.asked_by:
            step.text = ""
    events.add(session, question.id, Step.WITHDRAWN, at=now, by=by)
    await _unsay(session, question, now)
    await tell_gone(session, question, now)
    if await rows.find_newest_card(session, question.id):
        await card_again(session, question, "withdrawn", now)


async def _unsay(session: Session, question: rows.QuestionRow, now: datetime) -> None:
    """Stop what was not sent yet; change what was, to the same person or place."""
    for said in await deliveries.find_about(session, f"question:{question.id}:", SAID):
        if said.state == "queued" and said.attempts == 0:
            said.state, said.ended_at = "cancelled", now
            continue
        facts = {
            "question": question.id,
            "reply_to": said.facts.get("reply_to") or question.reply_message,
            "by": said.facts.get("by", "") if said.kind == ANSWER else "",
            "text": said.facts.get("text", "") if said.kind == ANSWER else "",
            "is_first": said.facts.get("is_first", True),
        }
        source, said.kind = f"{said.source}:withdrawn", UNSAID
        await deliveries.add_change(session, said, UNSAID, source, facts=facts, at=now)
