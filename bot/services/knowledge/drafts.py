"""Writing an article from chat: a new one, another version, or a translation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library
from bot.people import Person
from bot.rights import Action
from bot.services.knowledge import wording as words
from bot.services.knowledge.draft_rows import (
    FROM,
    article_in,
    draft_of,
    drop,
    held_draft,
    untranslated,
)
from bot.services.knowledge.telling import ask_asker, card
from bot.services.knowledge.titles import find
from bot.services.knowledge.views import (
    ArticleNotFound,
    Details,
    Draft,
    State,
    Wording,
)
from data.store import Session, Store, audits, people, questions
from data.store import articles as rows

PATIENCE: Final = timedelta(days=30)


class ArticleDrafts:
    """Articles that readers do not see yet."""

    def __init__(self, store: Store, clock: Clock, library: Library, themes: Sequence[str]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            library: what readers see now.
            themes: the ids of all themes, in the order of the menus.
        """
        self._store = store
        self._clock = clock
        self._library = library
        self.themes = tuple(themes)

    async def write(self, person: Person, wording: Wording, language: str) -> Draft:
        """Begin an article; the same words of the same writer again are the same draft.

        What it lacks is seen when somebody is asked about it: nothing that was typed is lost.
        Raises: NotAllowed, ArticleEmpty, TooLongText.
        """
        person.need(Action.WRITE_ARTICLE)
        article = words.worded(words.blank(language, self._clock.today()), wording)
        words.check_words(article)
        async with self._store.writing() as session:
            await people.hold(session, person.id)
            for row in await rows.find_drafts(session, person.community_id):
                same = (article.title, article.body) == (
                    row.article.get("title"),
                    row.article.get("body"),
                )
                if same and row.by == person.id:
                    return await draft_of(session, row)
            slug = await self._free_slug(session, article.title)
            article = replace(article, id=slug)
            return await self._add(session, person, article, why="", beside={"is_new": True})

    async def edit(self, person: Person, said: str, language: str, why: str = "") -> Draft:
        """Begin another version of an article, or its translation into this language.

        `said` is its short name or a part of its title. Who began one already goes on with that.
        Raises: NotAllowed, ArticleNotFound, ManyAlike.
        """
        person.need(Action.WRITE_ARTICLE)
        await self._library.refresh()
        slug = find(self._library, person, said)
        async with self._store.writing() as session:
            await people.hold(session, person.id)
            for row in await rows.find_versions(
                session, person.community_id, slug, (State.DRAFT.value,)
            ):
                if row.by == person.id and row.language == language:
                    return await draft_of(session, row)
            article = self._library.exact(person.community_id, slug, language)
            if article is None:
                known = self._library.find(person.community_id, slug, language)
                article = untranslated(known, language) if known else None
            if article is None:
                raise ArticleNotFound
            return await self._add(session, person, article, why=why, beside={})

    def need(self, person: Person) -> None:
        """See that somebody may write at all, before a form is shown. Raises: NotAllowed."""
        person.need(Action.WRITE_ARTICLE)

    def suggest(self, person: Person, said: str) -> tuple[tuple[str, str], ...]:
        """Short names and titles that fit what somebody types; none for who may not write."""
        if not person.may(Action.WRITE_ARTICLE):
            return ()
        wanted = " ".join(said.lower().split())
        found = {a.id: a.title for a in self._library.all(person.community_id)}
        return tuple(
            (id_, title) for id_, title in found.items() if wanted in f"{id_} {title.lower()}"
        )

    async def look(self, person: Person, draft_id: int) -> Draft:
        """A draft as it is now. Raises: NotAllowed, ArticleNotFound."""
        person.need(Action.WRITE_ARTICLE)
        async with self._store.reading() as session:
            row = await rows.find_version(session, draft_id)
            if row is None or row.community_id != person.community_id:
                raise ArticleNotFound
            return await draft_of(session, row)

    async def card(self, draft_id: int) -> Draft:
        """A draft for the place of staff. Raises: ArticleNotFound."""
        async with self._store.reading() as session:
            row = await rows.find_version(session, draft_id)
            if row is None:
                raise ArticleNotFound
            return await draft_of(session, row)

    async def rewrite(self, person: Person, draft_id: int, wording: Wording) -> Draft:
        """Other words. Who was asked about the old ones has to be asked anew.

        Raises: NotAllowed, ArticleNotFound, DraftOver, ArticleEmpty, TooLongText.
        """
        async with self._store.writing() as session:
            row = await held_draft(session, person, draft_id)
            article = words.worded(article_in(row), wording)
            words.check_words(article)
            return await self._renew(session, person, row, article)

    async def detail(self, person: Person, draft_id: int, details: Details) -> Draft:
        """Who can help, where an example comes from, words to find it by, and why it changes.

        Raises: NotAllowed, ArticleNotFound, DraftOver.
        """
        async with self._store.writing() as session:
            row = await held_draft(session, person, draft_id)
            article = words.detailed(article_in(row), details)
            why = " ".join(details.why.split())[: words.LONGEST_DETAILS["why"]]
            return await self._renew(session, person, row, article, why=why)

    async def choose_themes(
        self, person: Person, draft_id: int, offered: Sequence[str], picked: Sequence[str]
    ) -> Draft:
        """Of the `offered` themes take the `picked` ones; others stay as they are.

        Raises: NotAllowed, ArticleNotFound, DraftOver.
        """
        async with self._store.writing() as session:
            row = await held_draft(session, person, draft_id)
            article = article_in(row)
            kept = [theme for theme in article.themes if theme not in offered]
            added = [theme for theme in self.themes if theme in picked and theme in offered]
            article = replace(article, themes=(*kept, *added))
            return await self._renew(session, person, row, article)

    async def ask(self, person: Person, draft_id: int) -> Draft:
        """Ask the one whose question it was, and else a colleague, whether it may be published.

        Raises: NotAllowed, ArticleNotFound, DraftOver, AskerGone, and what an article lacks.
        """
        async with self._store.writing() as session:
            row = await held_draft(session, person, draft_id)
            if row.state != State.DRAFT:
                return await draft_of(session, row)
            words.check(article_in(row), of_question="question_id" in row.article)
            question_id = row.article.get("question_id")
            if question_id is None:
                row.state = State.READY.value
                await card(session, row, self._clock.now())
            else:
                await ask_asker(session, row, int(question_id), self._clock.now())
                row.state = State.ASKED.value
            return await draft_of(session, row)

    async def drop(self, person: Person, draft_id: int) -> None:
        """Throw a draft away, with its text. Raises: NotAllowed, ArticleNotFound, DraftOver."""
        async with self._store.writing() as session:
            row = await held_draft(session, person, draft_id)
            was_shown = row.state == State.READY
            drop(row)
            if was_shown:
                await card(session, row, self._clock.now())
            audits.add(
                session,
                "article-draft-dropped",
                f"article:{row.slug}",
                at=self._clock.now(),
                community_id=person.community_id,
                actor_id=person.id,
            )

    async def tidy(self) -> int:
        """Let go of drafts with a resident's words that nobody agreed to; how many.

        After 30 days, and as soon as that resident is gone.
        """
        before = self._clock.now() - PATIENCE
        gone = 0
        async with self._store.writing() as session:
            for row in await rows.find_drafts(session):
                if row.state == State.READY or "question_id" not in row.article:
                    continue
                question = await questions.find(session, int(row.article["question_id"]))
                if row.at < before or question is None or question.asked_by is None:
                    drop(row)
                    gone += 1
        return gone

    async def begin(
        self, session: Session, person: Person, article: Article, beside: dict[str, Any]
    ) -> Draft:
        """A draft of a new article, inside the block of a caller; its short name is chosen here."""
        article = replace(article, id=await self._free_slug(session, article.title))
        return await self._add(session, person, article, why="", beside=beside)

    async def _add(
        self,
        session: Session,
        person: Person,
        article: Article,
        *,
        why: str,
        beside: dict[str, Any],
    ) -> Draft:
        key = (person.community_id, article.id, article.language)
        row = await rows.add_version(
            session,
            key,
            number=await rows.find_last_number(session, key) + 1,
            state=State.DRAFT.value,
            article={**words.as_json(article), **beside},
            why=why,
            by=person.id,
            at=self._clock.now(),
        )
        return await draft_of(session, row)

    async def _renew(
        self,
        session: Session,
        person: Person,
        row: rows.ArticleVersionRow,
        article: Article,
        why: str | None = None,
    ) -> Draft:
        """Change a draft; one that others were asked about is replaced by a new one."""
        beside = {name: row.article[name] for name in FROM if name in row.article}
        why = row.why if why is None else why
        if beside.get("is_new") and article.title != row.article.get("title"):
            article = replace(article, id=await self._free_slug(session, article.title))
        if row.state == State.DRAFT:
            row.slug = article.id
            row.article, row.by, row.why = {**words.as_json(article), **beside}, person.id, why
            return await draft_of(session, row)
        if row.state == State.ASKED and "question_id" in beside:
            question = await questions.hold(session, int(beside["question_id"]))
            if question is not None:
                question.consent = None
        was_shown = row.state == State.READY
        drop(row)
        if was_shown:
            await card(session, row, self._clock.now())
        return await self._add(session, person, article, why=why, beside=beside)

    async def _free_slug(self, session: Session, title: str) -> str:
        first = slug = words.slug_of(title)
        number = 1
        shipped = {slug for slug, _ in self._library.shipped}
        while slug in shipped or await rows.is_taken(session, slug):
            number += 1
            slug = f"{first}-{number}"
        return slug
