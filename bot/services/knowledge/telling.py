"""Who hears of an article: staff, whose question it was, and readers when it changes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from bot.communities import Place, read_settings
from bot.posts import Post, to_person, to_place, to_target
from bot.services.knowledge.views import AskerGone, NoArticleOfThis
from data.store import Session, questions, readings, restrictions
from data.store import articles as rows

TOLD_FOR: Final = timedelta(days=90)
"""Who got an article this long ago or less hears that it was changed."""


async def card(session: Session, draft: rows.ArticleVersionRow, at: datetime) -> None:
    """A card of this draft for staff; a later one takes the place of the first."""
    first = f"article-draft:{draft.id}"
    post = Post("staff-article", first, {"draft": draft.id}, at)
    if not await to_staff(session, draft.community_id, post):
        again = f"{first}:{draft.state}"
        facts = {"draft": draft.id, "edit_only": True}
        await to_staff(
            session, draft.community_id, Post("staff-article", again, facts, at, edits=first)
        )


async def ask_asker(
    session: Session, row: rows.ArticleVersionRow, question_id: int, at: datetime
) -> None:
    """Ask whose question it was whether it may be published.

    Raises: NoArticleOfThis, AskerGone.
    """
    question = await questions.hold(session, question_id)
    if question is None or question.referral is not None:
        raise NoArticleOfThis
    if question.asked_by is None or await restrictions.is_on_hold(session, question.asked_by):
        raise AskerGone
    facts = {"draft": row.id, "question": question.id}
    post = Post("question-consent", f"article-consent:{row.id}", facts, at)
    if not await to_person(session, row.community_id, question.asked_by, question.language, post):
        raise AskerGone
    question.consent = "asked"


async def to_staff(session: Session, community_id: int, post: Post) -> bool:
    """Queue for the place of staff; False when it was queued before or there is no such place."""
    settings = await read_settings(session, community_id)
    return await to_place(session, community_id, settings, Place.STAFF, post)


async def tell_readers(
    session: Session, version: rows.ArticleVersionRow, title: str, at: datetime
) -> int:
    """Tell everybody who lately got this article that it was changed or withdrawn, once each.

    In private, or in the place where they asked so that everybody could read it; and who follows
    such a question, for they got the same answer. Returns how many.
    """
    facts: Mapping[str, Any] = {
        "slug": version.slug,
        "title": title,
        "withdrawn": version.state == "withdrawn",
    }
    source = f"article-changed:{version.id}"
    told, community_id = 0, version.community_id
    readers = await readings.find_readers(session, community_id, version.slug, at - TOLD_FOR)
    for reader in readers:
        question = reader.question
        if question.reply_place is not None:
            post = Post(
                "article-changed",
                f"{source}:{question.id}",
                {**facts, "question": question.id, "reply_to": question.reply_message},
                at,
            )
            told += await to_target(
                session, community_id, question.reply_place, question.language, post
            )
        elif question.asked_by is not None and not reader.wants_none:
            post = Post("article-changed", source, {**facts, "question": question.id}, at)
            told += await to_person(
                session, community_id, question.asked_by, question.language, post
            )
    ids = [reader.question.id for reader in readers]
    for follower in await readings.find_followers(session, ids):
        post = Post("article-changed", source, facts, at)
        told += await to_person(session, community_id, follower.person_id, follower.language, post)
    return told
