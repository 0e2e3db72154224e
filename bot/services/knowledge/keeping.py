"""Publishing, withdrawing, going back, and the list of what there is."""

from typing import Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library
from bot.people import Person
from bot.rights import Action
from bot.services.knowledge import wording as words
from bot.services.knowledge.draft_rows import article_in, draft_of
from bot.services.knowledge.quotes import Quotes
from bot.services.knowledge.telling import card, tell_readers
from bot.services.knowledge.titles import find
from bot.services.knowledge.versions import Change, agreed, link, put, version_view, withdraw
from bot.services.knowledge.views import (
    ArticleEmpty,
    ArticleNotFound,
    ChangedMeanwhile,
    DraftOver,
    Listed,
    NeedsColleague,
    NoWords,
    Shelf,
    State,
    Version,
)
from bot.texts import LANGUAGES
from bot.untrusted import plain
from data.store import Session, Store, audits, readings
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
        quotes: Quotes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
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
            question = await agreed(session, draft)
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
                await link(session, question, article, person, now)
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
        slug, now = find(self._library, person, said), self._clock.now()
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
                slug = find(self._library, person, said)
                found = await rows.find_versions(session, person.community_id, slug)
            newest: dict[str, int] = {}
            for row in found:
                newest.setdefault(row.language, row.id)
            return tuple([await version_view(session, row, newest) for row in found])

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
            article, question = article_in(old), await agreed(session, old)
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
        slug = find(self._library, person, said)
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
