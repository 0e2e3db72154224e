"""From where everybody reads to a private message."""

from datetime import datetime

from bot.posts import Post
from bot.services.helpdesk.around.following import tell_gone
from bot.services.helpdesk.posting import to_asker
from bot.services.helpdesk.states import Reason, Step
from bot.services.helpdesk.views import QuestionWithdrawn
from data.store import Session, deliveries
from data.store import question_events as events
from data.store import questions as rows


async def go_private(session: Session, question: rows.QuestionRow, now: datetime) -> bool:
    """Go on in private; False when it was so already. Raises: QuestionWithdrawn."""
    if question.reason == Reason.WITHDRAWN:
        raise QuestionWithdrawn
    if question.reply_place is None:
        return False
    await hide(session, question, now)
    facts = {"question": question.id, "told": False, "moved": True}
    post = Post("question-reply", f"question:{question.id}:reply:private", facts, now)
    await to_asker(session, question, post)
    events.add(session, question.id, Step.GONE_PRIVATE, at=now, by=question.asked_by)
    question.touched_at = now
    return True


async def hide(session: Session, question: rows.QuestionRow, now: datetime) -> None:
    """The replies that stand in public say no more than that it goes on in private.

    An answer of a person stays: it may help others.
    """
    kinds = ("question-posted", "question-reply")
    for said in await deliveries.find_about(session, f"question:{question.id}:", kinds):
        if said.to_person:
            continue
        if said.state == "queued" and said.attempts == 0 and said.kind == "question-reply":
            said.state, said.ended_at = "cancelled", now
            continue
        said.kind = "question-private" if said.kind == "question-reply" else "question-withdrawn"
        facts = {"question": question.id, "reply_to": question.reply_message}
        source = f"{said.source}:hidden"
        await deliveries.add_change(session, said, said.kind, source, facts=facts, at=now)
    question.reply_place = question.reply_message = None
    await tell_gone(session, question, now)
