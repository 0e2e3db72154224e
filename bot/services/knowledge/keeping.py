"""Publishing, withdrawing, going back, and the list of what there is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library, article_of
from bot.people import Person
from bot.posts import Post, to_person
from bot.rights import Action
from bot.services.knowledge import wording as words
from bot.services.knowledge.drafts import ArticleDrafts, article_in, draft_of
from bot.services.knowledge.quotes import Quotes
from bot.services.knowledge.telling import card, tell_readers
from bot.services.knowledge.views import (
    ArticleEmpty,
    ArticleNotFound,
    ChangedMeanwhile,
    DraftOver,
    Listed,
    NeedsColleague,
    NoConsent,
    NoWords,
    Shelf,
    State,
    Version,
)
from bot.texts import LANGUAGES
from bot.untrusted import plain
from data.store import Session, Store, audits, people, question_events, questions, readings
from data.store import articles as rows

SHOWN_DRAFTS: Final = 10
LONGEST_WORDS: Final = 100


class Keeping:
    """The knowledge base of a community, for who keeps it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        library: Library,
        drafts: ArticleDrafts,
        quotes: Quotes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._drafts = drafts
        self._quotes = quotes

    async def publish(self, person: Person, draft_id: int, *, tell: bool) -> Article:
        """Let readers have a draft of a colleague; with `tell` those who got an older one hear it.

        Raises: NotAllowed, ArticleNotFound, DraftOver, NeedsColleague, NoConsent, ChangedMeanwhile,
        and what an article lacks.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._quotes.note()
        now = self._clock.now()
        async with self._store.writing() as session:
            draft = await rows.hold_version(session, draft_id)
            if draft is None or draft.community_id != person.community_id:
                raise ArticleNotFound
            if draft.state != State.READY:
                raise DraftOver
            if draft.by == person.id:
                raise NeedsColleague
            article = article_in(draft)
            words.check(article, of_question="question_id" in draft.article)
            question = await _agreed(session, draft)
            key = (draft.community_id, draft.slug, draft.language)
            if await rows.find_last_number(session, key) != draft.number - 1:
                raise ChangedMeanwhile
            change = Change(draft.by, now, draft.why, reviewed_by=person.id)
            version = await put(session, key, article, change, question)
            draft.state = State.USED.value
            draft.article = {} if question is None else {"question_id": question.id}
            await card(session, draft, now)
            await readings.end_doubts(session, draft.community_id, [draft.slug], now)
            if question is not None:
                await _link(session, question, article, person, now)
            if tell:
                await tell_readers(session, version, article.title, now)
            self._audit(session, person, "article-published", draft.slug)
        self._library.look_again()
        return article

    async def withdraw(self, person: Person, said: str, why: str) -> str:
        """Let nobody see an article any more, in any language, from now on; its title.

        Who got it lately hears so. Raises: NotAllowed, ArticleNotFound, ManyAlike.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._quotes.note()
        slug, now = self._drafts.find(person, said), self._clock.now()
        title, change = "", Change(person.id, now, why)
        async with self._store.writing() as session:
            for language in self._library.languages(person.community_id, slug):
                shown = self._library.exact(person.community_id, slug, language)
                key = (person.community_id, slug, language)
                version = await withdraw(session, key, change, shown)
                if not title:
                    title = shown.title if shown else slug
                    await tell_readers(session, version, title, now)
            self._audit(session, person, "article-withdrawn", slug)
        self._library.look_again()
        return title

    async def versions(self, person: Person, said: str) -> tuple[Version, ...]:
        """What readers had of an article, newest first; also of a withdrawn one by its short name.

        Raises: NotAllowed, ArticleNotFound, ManyAlike.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._library.refresh()
        async with self._store.reading() as session:
            found = await rows.find_versions(session, person.community_id, said.strip().lower())
            if not found:
                slug = self._drafts.find(person, said)
                found = await rows.find_versions(session, person.community_id, slug)
            newest: dict[str, int] = {}
            for row in found:
                newest.setdefault(row.language, row.id)
            return tuple([await _version(session, row, newest) for row in found])

    async def restore(self, person: Person, version_id: int) -> Article:
        """Go back to how an article was; it was approved then.

        Raises: NotAllowed, ArticleNotFound, ArticleEmpty, NoConsent.
        """
        person.need(Action.WRITE_ARTICLE)
        now = self._clock.now()
        async with self._store.writing() as session:
            old = await rows.hold_version(session, version_id)
            if old is None or old.community_id != person.community_id or old.state not in rows.SAID:
                raise ArticleNotFound
            if not old.article.get("body"):
                raise ArticleEmpty
            article, question = article_in(old), await _agreed(session, old)
            newest = await rows.find_versions(session, old.community_id, old.slug)
            last = next(row for row in newest if row.language == old.language)
            if last.state != State.PUBLISHED or last.article != old.article:
                key = (old.community_id, old.slug, old.language)
                change = Change(person.id, now, f"v{old.number}", reviewed_by=person.id)
                await put(session, key, article, change, question)
                self._audit(session, person, "article-restored", old.slug)
        self._library.look_again()
        return article

    async def shelf(self, person: Person) -> Shelf:
        """What there is, what is their own, what waits, and what is in one language only.

        Raises: NotAllowed.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._library.refresh()
        known = self._library.all(person.community_id)
        own = self._library.own(person.community_id)
        slugs = sorted({article.id for article in known})
        async with self._store.reading() as session:
            found = await rows.find_drafts(session, person.community_id)
            drafts = tuple([await draft_of(session, row) for row in found[:SHOWN_DRAFTS]])
        return Shelf(
            count=len(slugs),
            own=tuple(Listed(a.id, a.title, a.review_on, self._lacks(person, a.id)) for a in own),
            drafts=drafts,
            untranslated=tuple(slug for slug in slugs if self._lacks(person, slug)),
        )

    async def add_words(self, person: Person, said: str, words_: str) -> str:
        """Let an article be found by these words too, within a second everywhere; its title.

        Raises: NotAllowed, ArticleNotFound, ManyAlike, NoWords.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._library.refresh()
        slug = self._drafts.find(person, said)
        lines = [" ".join(plain(line).split())[:LONGEST_WORDS] for line in words_.splitlines()]
        lines = [line for line in lines if any(map(str.isalpha, line))]
        if not lines:
            raise NoWords
        async with self._store.writing() as session:
            for line in lines[:10]:
                await rows.add_words(
                    session, person.community_id, slug, line, by=person.id, at=self._clock.now()
                )
            self._audit(session, person, "article-words-added", slug)
        self._library.look_again()
        await self._library.refresh()
        found = self._library.find(person.community_id, slug, person.language)
        return found.title if found else slug

    def _lacks(self, person: Person, slug: str) -> tuple[str, ...]:
        there = self._library.languages(person.community_id, slug)
        return tuple(language for language in LANGUAGES if language not in there)

    def _audit(self, session: Session, person: Person, action: str, slug: str) -> None:
        audits.add(
            session,
            action,
            f"article:{slug}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


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


async def _agreed(session: Session, row: rows.ArticleVersionRow) -> questions.QuestionRow | None:
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


async def _link(
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


async def _version(
    session: Session, row: rows.ArticleVersionRow, newest: dict[str, int]
) -> Version:
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
