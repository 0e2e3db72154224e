"""What a question puts in the outbox: for the asker, and for staff."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.communities import Place, read_settings
from bot.posts import Post, to_person, to_place, to_target
from bot.untrusted import clean
from data.store import Session
from data.store import questions as rows

PART: Final = 1400
"""The most characters of a text in one message, as shown; the rest of the 2,000 is around it."""


def parts(text: str, longest: int = PART) -> tuple[str, ...]:
    """The text in pieces that each fit when made harmless, cut at a line or a space; none lost."""
    found: list[str] = []
    while text:
        size = len(text)
        while size > 1 and len(clean(text[:size], max_length=2 * longest)) > longest:
            size = min(size - 1, longest) if size > longest else size * 3 // 4
        if size < len(text):
            cut = max(text.rfind("\n", 1, size), text.rfind(" ", 1, size))
            size = cut if cut > size // 2 else size
        found.append(text[:size].strip())
        text = text[size:].strip()
    return tuple(found)


async def to_asker(session: Session, question: rows.QuestionRow, post: Post) -> bool:
    """Queue for the asker, where they asked or in private; False when there is nobody any more.

    A private message that somebody does not take waits behind a button where they asked.
    """
    if question.reply_place is not None:
        return await to_target(
            session, question.community_id, question.reply_place, question.language, post
        )
    if question.asked_by is None:
        return False
    settings = await read_settings(session, question.community_id)
    place = question.asked_place or settings.places.get(Place.HELPDESK)
    if place is not None:
        answered = len(await rows.find_answers(session, [question.id]))
        closed = Post(
            "question-closed",
            f"question:{question.id}:closed:{post.kind}:{answered}",
            {"question": question.id, "reply_to": question.asked_message},
            post.due_at,
        )
        post = replace(post, facts={**post.facts, **_if_closed(closed, place, settings.language)})
    return await to_person(
        session, question.community_id, question.asked_by, question.language, post
    )


def _if_closed(post: Post, place: str, language: str) -> Mapping[str, Any]:
    """What the outbox does when a private message is not taken."""
    instead = {
        "kind": post.kind,
        "source": post.source,
        "facts": dict(post.facts),
        "target": place,
        "language": language,
    }
    return {"if_closed": instead}


async def tell_staff(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """A new card for staff, also for a question that had one before."""
    answered = len(await rows.find_answers(session, [question.id]))
    first = f"question:{question.id}"
    source = f"{first}:again:{answered}" if answered else first
    post = Post("staff-question", source, {"question": question.id}, at)
    settings = await read_settings(session, question.community_id)
    await to_place(session, question.community_id, settings, Place.STAFF, post)


async def card_again(session: Session, question: rows.QuestionRow, why: str, at: datetime) -> None:
    """The newest card shows how it stands now."""
    card = await rows.find_card(session, question.id)
    facts = {"question": question.id}
    post = Post("staff-question", f"question:{question.id}:{why}", facts, at, edits=card)
    settings = await read_settings(session, question.community_id)
    await to_place(session, question.community_id, settings, Place.STAFF, post)


async def warn_staff(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """Somebody, known by their latest question, was asked to wait many times today."""
    post = Post("staff-limit", f"question:{question.id}:limit", {"question": question.id}, at)
    settings = await read_settings(session, question.community_id)
    await to_place(session, question.community_id, settings, Place.STAFF, post)
