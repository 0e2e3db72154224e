"""What a question puts in the outbox: for the asker, and for staff."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.communities import Place, read_settings
from bot.posts import Post, to_person, to_place, to_target
from bot.services.helpdesk.experts.routing import reach, settle
from bot.services.helpdesk.forum.marks import mark
from bot.untrusted import clean
from data.store import Session, deliveries, people
from data.store import questions as rows

PART: Final = 1400
"""The most characters of a text in one message, as shown; the rest of the 2,000 is around it."""
NEWS: Final = ("question-ask-back", "question-ask-back-warning", "question-ended", "question-split")
"""Kinds that tell the asker something that is no answer."""


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
        if question.asked_message is None and question.asked_by is not None:
            post = replace(post, facts={**post.facts, **await _if_refused(session, question, post)})
        return await to_target(
            session, question.community_id, question.reply_place, question.language, post
        )
    if question.asked_by is None:
        return False
    settings = await read_settings(session, question.community_id)
    place = question.asked_place or settings.places.get(Place.HELPDESK)
    if place is not None:
        closed = await _closed(session, question, post)
        post = replace(post, facts={**post.facts, **_if_closed(closed, place, settings.language)})
    return await to_person(
        session, question.community_id, question.asked_by, question.language, post
    )


async def _closed(session: Session, question: rows.QuestionRow, post: Post) -> Post:
    """The line in public for when somebody takes no private messages: it names no subject."""
    facts = {"question": question.id, "reply_to": question.asked_message}
    if post.kind in NEWS:
        return Post("question-news", f"{post.source}:closed", facts, post.due_at)
    answered = len(await rows.find_answers(session, [question.id]))
    source = f"question:{question.id}:closed:{post.kind}:{answered}"
    return Post("question-closed", source, facts, post.due_at)


async def _if_refused(
    session: Session, question: rows.QuestionRow, post: Post
) -> Mapping[str, Any]:
    """What the outbox does when the bot may not write where it was to ask: the asker gets it."""
    accounts = await people.identities(session, question.asked_by or 0)
    if not accounts:
        return {}
    instead = {
        "kind": post.kind,
        "source": f"{post.source}:mail",
        "facts": {**post.facts, "reply_to": None},
        "target": accounts[0],
        "language": question.language,
        "person": question.asked_by,
    }
    return {"if_closed": instead}


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
    first, newest = f"question:{question.id}", await rows.find_newest_card(session, question.id)
    again = 0 if newest is None else 1
    if newest is not None and newest != first:
        again += int(newest.rpartition(":")[2])
    source = f"{first}:again:{again}" if again else first
    post = Post("staff-question", source, {"question": question.id}, at)
    settings = await read_settings(session, question.community_id)
    await reach(session, question, settings, at)
    await to_place(session, question.community_id, settings, Place.STAFF, post)


async def card_again(session: Session, question: rows.QuestionRow, why: str, at: datetime) -> None:
    """The newest card shows how it stands now; a card nobody remembers any more comes anew."""
    await settle(session, question, at)
    await mark(session, question, at)
    card = await rows.find_newest_card(session, question.id)
    if card is None:
        await tell_staff(session, question, at)
        return
    facts = {"question": question.id}
    post = Post("staff-question", f"question:{question.id}:{why}", facts, at, edits=card)
    settings = await read_settings(session, question.community_id)
    await to_place(session, question.community_id, settings, Place.STAFF, post)


async def point_staff(
    session: Session, question: rows.QuestionRow, what: str, number: int, at: datetime
) -> None:
    """A short line under the newest card, so that staff see what came in; once per `number`."""
    settings = await read_settings(session, question.community_id)
    place = settings.places.get(Place.STAFF)
    if place is not None:
        line = await pointer(session, question, place, what=what, number=number, at=at)
        await to_target(session, question.community_id, place, settings.language, line)


async def pointer(
    session: Session,
    question: rows.QuestionRow,
    place: str,
    *,
    what: str,
    number: int,
    at: datetime,
) -> Post:
    """The line that `point_staff` queues, for this place of staff."""
    card = await rows.find_newest_card(session, question.id)
    below = await deliveries.find_message(session, card, place) if card else None
    facts = {"question": question.id, "what": what, "reply_to": below}
    return Post("staff-pointer", f"question:{question.id}:pointer:{number}", facts, at)


async def warn_staff(session: Session, question: rows.QuestionRow, at: datetime) -> None:
    """Somebody, known by their latest question, was asked to wait many times today."""
    post = Post("staff-limit", f"question:{question.id}:limit", {"question": question.id}, at)
    settings = await read_settings(session, question.community_id)
    await to_place(session, question.community_id, settings, Place.STAFF, post)
