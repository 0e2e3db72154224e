"""From a solved question to a draft, and what its asker says of that."""

from dataclasses import replace
from typing import Final

from bot.clock import Clock
from bot.content import Article
from bot.library import Library
from bot.people import Person
from bot.rights import Action
from bot.services.knowledge.anonymous import without_people
from bot.services.knowledge.draft_rows import draft_of, drop
from bot.services.knowledge.drafts import ArticleDrafts
from bot.services.knowledge.telling import card, tell_readers
from bot.services.knowledge.versions import Change, withdraw
from bot.services.knowledge.views import (
    ArticleNotFound,
    Draft,
    DraftOver,
    NoArticleOfThis,
    State,
)
from bot.services.knowledge.wording import LONGEST, blank
from data.store import Session, Store, audits, people, questions
from data.store import articles as rows

ENDED: Final = ("answered", "closed")


class Consents:
    """Questions that become articles, with a yes of who asked them."""

    def __init__(self, store: Store, clock: Clock, library: Library, drafts: ArticleDrafts) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._drafts = drafts

    async def begin(self, person: Person, question_id: int) -> Draft:
        """A draft of a solved question and its answer, without people in it.

        A second press gives the same draft.
        Raises: NotAllowed, ArticleNotFound, NoArticleOfThis, DraftOver.
        """
        person.need(Action.WRITE_ARTICLE)
        async with self._store.writing() as session:
            question = await questions.hold(session, question_id)
            if question is None or question.community_id != person.community_id:
                raise ArticleNotFound
            if question.article is not None or question.consent == "no":
                raise DraftOver
            for row in await rows.find_drafts(session, person.community_id):
                if row.article.get("question_id") == question.id:
                    return await draft_of(session, row)
            said = [a for a in await questions.find_answers(session, [question.id]) if a.text]
            if question.referral is not None or question.state not in ENDED or not said:
                raise NoArticleOfThis
            by = {question.asked_by, question.claimed_by, *(a.written_by for a in said)}
            names = [await people.name_of(session, one) for one in by if one is not None]
            article, removed = self._article(question, [a.text for a in said], names)
            beside = {"question_id": question.id, "removed": removed, "is_new": True}
            return await self._drafts.begin(session, person, article, beside)

    def _article(
        self, question: questions.QuestionRow, said: list[str], names: list[str]
    ) -> tuple[Article, dict[str, int]]:
        asked, removed = without_people(" ".join(question.text.split()), names)
        body, also = without_people("\n\n".join(said), names)
        known = set(self._drafts.themes)
        article = replace(
            blank(question.language, self._clock.today()),
            title=_cut(asked[:1].upper() + asked[1:], LONGEST["title"]),
            body=body[: LONGEST["body"]],
            questions=(_cut(asked, 200),) if asked else (),
            themes=tuple(theme for theme in question.themes if theme in known),
        )
        both = {kind: removed.get(kind, 0) + also.get(kind, 0) for kind in {**removed, **also}}
        return article, both

    async def preview(self, draft_id: int) -> Article:
        """What the asker is asked about. Raises: ArticleNotFound."""
        return (await self._drafts.card(draft_id)).article

    async def answer(self, person: Person, draft_id: int, *, yes: bool) -> bool:
        """The asker says yes or no, and may change that; whether it is yes now.

        No to what was published takes it back. Raises: NotAllowed, ArticleNotFound, DraftOver.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await rows.hold_version(session, draft_id)
            if row is None or "question_id" not in row.article:
                raise ArticleNotFound
            question = await questions.hold(session, int(row.article["question_id"]))
            if question is None:
                raise ArticleNotFound
            person.need(Action.PUBLISH_QUESTION, own=question.asked_by == person.id)
            if yes:
                self._agree(row, question)
            elif row.state == State.USED:
                await self._take_back(session, question)
            elif row.state != State.DROPPED:
                drop(row)
            question.consent = "yes" if yes else "no"
            await card(session, row, now)
            audits.add(
                session,
                f"article-consent-{question.consent}",
                f"question:{question.id}",
                at=now,
                community_id=row.community_id,
                actor_id=person.id,
            )
        self._library.look_again()
        return yes

    def _agree(self, row: rows.ArticleVersionRow, question: questions.QuestionRow) -> None:
        if row.state == State.ASKED:
            row.state = State.READY.value
        elif row.state == State.DROPPED or question.consent != "yes":
            raise DraftOver

    async def _take_back(self, session: Session, question: questions.QuestionRow) -> None:
        """Withdraw the article and forget every version that has the asker's words."""
        if question.article is None:
            return
        slug, question.article = question.article, None
        community_id = question.community_id
        key = (community_id, slug, question.language)
        change = Change(None, self._clock.now(), "")
        version = await withdraw(session, key, change)
        title = str(version.article.get("title", slug))
        await tell_readers(session, version, title, change.at)
        for row in await rows.find_versions(session, community_id, slug):
            if row.article.get("question_id") == question.id:
                row.article = {"question_id": question.id}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: text.rfind(" ", 1, most)].strip() or text[:most]
