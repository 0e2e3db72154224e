"""The versions of an article: a new one for readers, one that takes it away, and what each was."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.content import Article
from bot.library import article_of
from bot.people import Person
from bot.posts import Post, to_person
from bot.services.knowledge import wording as words
from bot.services.knowledge.views import NoConsent, State, Version
from data.store import Session, people, question_events, questions
from data.store import articles as rows


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed something, when and why; `reviewed_by` is the second pair of eyes."""

    by: int | None
    at: datetime
    why: str
    reviewed_by: int | None = None


async def withdraw(
    session: Session, key: rows.Key, change: Change, shown: Article | None = None
) -> rows.ArticleVersionRow:
    """Take an article away from readers; `shown` is what they saw when it is no row."""
    row = await rows.hold(session, key)
    kept: dict[str, Any] = {} if shown is None else words.as_json(shown)
    if row is not None:
        kept = words.as_json(article_of(row))
        kept |= {} if row.question_id is None else {"question_id": row.question_id}
        row.withdrawn, row.state, row.changed_at = True, State.WITHDRAWN.value, change.at
    return await rows.add_version(
        session,
        key,
        number=await rows.find_last_number(session, key),
        state=State.WITHDRAWN.value,
        article=kept,
        why=change.why,
        by=change.by,
        at=change.at,
    )


async def agreed(session: Session, row: rows.ArticleVersionRow) -> questions.QuestionRow | None:
    """The question that it came from, when there is one. Raises: NoConsent."""
    question_id = row.article.get("question_id")
    if question_id is None:
        return None
    question = await questions.hold(session, int(question_id))
    if question is None or question.consent != "yes" or question.referral is not None:
        raise NoConsent
    return question


async def put(
    session: Session,
    key: rows.Key,
    article: Article,
    change: Change,
    question: questions.QuestionRow | None = None,
) -> rows.ArticleVersionRow:
    """Write the article that readers get, and the version that says so."""
    number = await rows.find_last_number(session, key) + 1
    old = await rows.hold(session, key)
    before = None if old is None else old.question_id
    question_id = before if question is None else question.id
    await rows.put(
        session,
        key,
        **words.fields_of(article),
        written_by=change.by,
        reviewed_by=change.reviewed_by,
        withdrawn=False,
        state=State.PUBLISHED.value,
        number=number,
        changed_at=change.at,
        question_id=question_id,
    )
    kept = words.as_json(article)
    return await rows.add_version(
        session,
        key,
        number=number,
        state=State.PUBLISHED.value,
        article=kept if question_id is None else {**kept, "question_id": question_id},
        why=change.why,
        by=change.by,
        at=change.at,
    )


async def link(
    session: Session,
    question: questions.QuestionRow,
    article: Article,
    person: Person,
    at: datetime,
) -> None:
    """The question names its article, and its asker hears so, in private as the consent was."""
    question.article = article.id
    question_events.add(session, question.id, "published", at=at, by=person.id, slug=article.id)
    facts = {"title": article.title, "question": question.id}
    post = Post("question-published", f"question:{question.id}:published", facts, at)
    if question.asked_by is not None:
        await to_person(session, question.community_id, question.asked_by, question.language, post)


async def version_view(
    session: Session, row: rows.ArticleVersionRow, newest: dict[str, int]
) -> Version:
    """A version as its keepers see it; `newest` has the last one of each language."""
    return Version(
        id=row.id,
        number=row.number,
        language=row.language,
        state=State(row.state),
        title=str(row.article.get("title", "")),
        why=row.why,
        by="" if row.by is None else await people.name_of(session, row.by),
        at=row.at,
        is_now=newest.get(row.language) == row.id,
    )
