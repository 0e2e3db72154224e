"""What happens to a draft, whoever does it: kept, sent, shown to staff, and measured."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final

from bot.communities import Place, read_settings
from bot.people import Person
from bot.plain_language import Jargon, findings
from bot.posts import Post, to_place
from bot.services.helpdesk.cards import name_of
from bot.services.helpdesk.staff.answering import Letter, Writer, send, was_sent
from bot.services.helpdesk.staff.draft_views import Draft, version_of
from data.store import Session, deliveries, replies
from data.store import questions as rows

RULES: Final = (
    "sentence-longest",
    "sentence-mean",
    "long-words",
    "jargon",
    "abbreviation",
    "passive",
)
"""The measures that help somebody who writes an answer."""


class Measures:
    """What makes a text hard to read; the list of hard words is read once."""

    @cached_property
    def _jargon(self) -> Jargon:
        return Jargon.load()

    async def of(self, draft: Draft) -> Draft:
        """The draft with what makes it hard to read; only Dutch is measured."""
        if draft.language != "nl" or draft.state in ("sent", "dropped"):
            return draft
        measured = await asyncio.to_thread(lambda: findings(draft.text, self._jargon))
        return replace(draft, findings=tuple(one for one in measured if one.rule in RULES))


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote: `origin` makes it one draft, `seen` answers were known to them."""

    text: str
    origin: str
    seen: int


async def keep(
    session: Session,
    person: Person,
    question: rows.QuestionRow,
    said: Said,
    at: datetime,
) -> replies.AnswerDraftRow:
    """The draft of this form or message; what its writer kept before makes place for it."""
    row = await replies.add_draft(
        session,
        question_id=question.id,
        written_by=person.id,
        reviewed_by=None,
        origin=said.origin,
        text=said.text,
        state="kept",
        seen=said.seen,
        at=at,
    )
    for older in await replies.find_kept_drafts(session, question.id, person.id):
        if older.id < row.id and row.state == "kept":
            older.state = "dropped"
    return row


async def is_done(session: Session, question: rows.QuestionRow, origin: str) -> bool:
    """Whether this message was sent before, itself or as the draft that was kept of it."""
    kept = await replies.find_draft_of(session, origin)
    is_over = kept is not None and kept.state in ("sent", "dropped")
    return is_over or await was_sent(session, question.id, origin)


async def send_draft(
    session: Session,
    person: Person,
    group: tuple[rows.QuestionRow, tuple[rows.QuestionRow, ...]],
    row: replies.AnswerDraftRow,
    *,
    seen: int,
    at: datetime,
) -> bool:
    """Send a draft unless its reader does not know of every answer; whether it is done."""
    answers = await rows.find_answers(session, [row.question_id])
    if len(answers) > seen:
        return False
    writer = Writer(row.written_by, await name_of(session, row.written_by))
    letter = Letter(writer, row.text, f"draft:{row.id}")
    reached = await send(session, person, group, letter, at)
    row.state = "sent" if reached else "dropped"
    return True


async def show_card(
    session: Session, question: rows.QuestionRow, row: replies.AnswerDraftRow, at: datetime
) -> None:
    """Show the draft to staff; what was shown before is changed in its place."""
    version = await version_of(session, row)
    settings = await read_settings(session, question.community_id)
    place = settings.places.get(Place.STAFF)
    first = f"question:{question.id}:draft:{row.id}"
    facts = {"question": question.id, "draft": row.id}
    if row.state == "review":
        card = await rows.find_newest_card(session, question.id)
        facts |= {"reply_to": await deliveries.find_message(session, card or "", place or "")}
        post = Post("staff-draft", f"{first}:{version}", facts, at)
    else:
        source = f"{first}:{version}:{row.state}"
        post = Post("staff-draft", source, facts | {"edit_only": True}, at, f"{first}:{version}")
    await to_place(session, question.community_id, settings, Place.STAFF, post)
