"""A draft as a row: what it holds, who may change it, and what stays when it is dropped."""

from dataclasses import replace
from typing import Final

from bot.content import Article
from bot.people import Person
from bot.rights import Action
from bot.services.knowledge import wording as words
from bot.services.knowledge.views import ArticleNotFound, Draft, DraftOver, State
from data.store import Session, people
from data.store import articles as rows

FROM: Final = ("question_id", "removed", "is_new")
"""What a version keeps beside the article."""


async def held_draft(session: Session, person: Person, draft_id: int) -> rows.ArticleVersionRow:
    """A draft of this community that may still be published, locked.

    Raises: NotAllowed, ArticleNotFound, DraftOver.
    """
    person.need(Action.WRITE_ARTICLE)
    row = await rows.hold_version(session, draft_id)
    if row is None or row.community_id != person.community_id:
        raise ArticleNotFound
    if row.state not in rows.OPEN:
        raise DraftOver
    return row


def drop(row: rows.ArticleVersionRow) -> None:
    """Nothing of a draft stays but that there was one."""
    kept = {name: row.article[name] for name in ("question_id",) if name in row.article}
    row.state, row.article, row.why = State.DROPPED.value, kept, ""


def article_in(row: rows.ArticleVersionRow) -> Article:
    """The article that a version holds."""
    return words.from_json(row.slug, row.language, row.article)


async def draft_of(session: Session, row: rows.ArticleVersionRow) -> Draft:
    """A version as its keepers see it."""
    article = article_in(row)
    return Draft(
        id=row.id,
        article=article,
        state=State(row.state),
        writer="" if row.by is None else await people.name_of(session, row.by),
        why=row.why,
        is_new=bool(row.article.get("is_new")),
        question_id=row.article.get("question_id"),
        removed=row.article.get("removed", {}),
        measures=words.measures(article),
    )


def untranslated(known: Article, language: str) -> Article:
    """The start of a translation: the same subject and source, no words yet."""
    return replace(known, language=language, title="", body="", step="", questions=(), keywords=())
