"""How a post of the help forum is marked: its tags, and whether it is put away."""

from datetime import datetime
from typing import Final

from bot.communities import read_settings
from bot.posts import Post, to_target
from bot.services.helpdesk.states import WITH_STAFF, Reason, State
from data.store import Session
from data.store import questions as rows

OPEN: Final = "open"
ANSWERED: Final = "answered"
SOLVED: Final = "solved"


def is_post(question: rows.QuestionRow) -> bool:
    """Whether a question can have a post of its own.

    Somebody typed it: then place and first message have one number. Or the bot asked it in public
    for somebody: then the first message is named by its source, and whether that became a post is
    known where it was sent.
    """
    begun = f"question:{question.id}:posted"
    return question.reply_place is not None and (
        question.reply_message in (question.reply_place, begun)
    )


def state_tag(question: rows.QuestionRow) -> str:
    """The tag that says how far a question is; empty when none fits."""
    if question.state in WITH_STAFF:
        return OPEN
    if question.state in (State.SUGGESTED, State.ANSWERED):
        return ANSWERED
    if question.reason == Reason.SOLVED:
        return SOLVED
    return ANSWERED if question.reason == Reason.SILENT else ""


async def mark(
    session: Session, question: rows.QuestionRow, at: datetime, *, put_away: bool = False
) -> None:
    """Queue that the post of a question shows how it stands now; nothing for other questions.

    `put_away`: archive it too. Marking twice does no harm.
    """
    if not is_post(question):
        return
    assert question.reply_place is not None  # noqa: S101 - `is_post` looked
    settings = await read_settings(session, question.community_id)
    facts = {
        "question": question.id,
        "state": state_tag(question),
        "themes": [] if question.referral else list(question.themes),
        "put_away": put_away,
        "reply_to": question.reply_message,
    }
    source = f"question:{question.id}:marks:{facts['state']}:{at:%Y%m%dT%H%M%S%f}"
    source += ":away" if put_away else ""
    post = Post("question-marks", source, facts, at)
    await to_target(session, question.community_id, question.reply_place, settings.language, post)
