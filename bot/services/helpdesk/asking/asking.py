"""Asking, reading the reply, handing over to a person."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from bot.clock import Clock
from bot.content import Article, Content
from bot.errors import TooMany
from bot.library import Library
from bot.limits import HITS_BEFORE_STAFF_KNOW, QUESTIONS
from bot.people import Person, spend
from bot.search.audience import limit
from bot.search.helpdesk import Finding, HelpDeskSearch, Outcome
from bot.search.referrals import Referral
from bot.services.helpdesk.activities.announcing import Activities
from bot.services.helpdesk.activities.asked import ARTICLE, with_article, with_coming
from bot.services.helpdesk.around.around import Surroundings
from bot.services.helpdesk.around.known import Knowers, Nobody
from bot.services.helpdesk.asking.moving import go_private
from bot.services.helpdesk.asking.own import end, own, to_staff
from bot.services.helpdesk.asking.repeating import again
from bot.services.helpdesk.asking.storing import LEFT_OUT, Ask, insisted, store
from bot.services.helpdesk.cards import LONGEST, answers_to, held
from bot.services.helpdesk.posting import warn_staff
from bot.services.helpdesk.states import Reason, State, Step
from bot.services.helpdesk.views import (
    ArticleView,
    EmptyQuestion,
    NothingAsked,
    QuestionNotFound,
    Reply,
    TooManyQuestions,
)
from bot.untrusted import clean, plain
from data.store import Session, Store, audits, people, readings
from data.store import questions as rows

REFUSALS: Final = "question-refusals"
"""Under this name it is counted how often somebody had to wait in a day."""
DAY: Final = timedelta(days=1)


class HelpDesk:
    """Questions of residents."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        content: Content,
        search: HelpDeskSearch,
        library: Library | None = None,
        *,
        knowers: Knowers | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._search = search
        self._library = library or Library(store, clock, content, search)
        self._themes = {theme.id: theme for theme in content.themes}
        self._activities = Activities(store, clock)
        self._surroundings = Surroundings.over(store, content, search, knowers or Nobody())

    async def warm_up(self) -> None:
        """Make the search ready before the first question, with the articles of communities."""
        await self._library.refresh()
        await asyncio.to_thread(self._search.warm_up)

    async def keep_index(self) -> None:
        """Keep the index of many articles on disk, so that the next start need not build it."""
        await asyncio.to_thread(self._search.keep_index)

    def heed(self, text: str) -> tuple[Referral, ...]:
        """Signals in a text that need a referral first; needs no database, never waits."""
        return self._search.referrals.check(text)

    def spoken(self, text: str, otherwise: str) -> str:
        """The language that a text is clearly in; needs no database."""
        return self._search.read(text).language or otherwise

    async def asks(self, text: str) -> bool:
        """Whether somebody wants to know something, and not only thanks, greets or remarks."""
        return not (await asyncio.to_thread(self._search.look, text)).is_remark

    async def ask(self, person: Person, ask: Ask) -> Reply:
        """Store a question and say what the help desk knows; the same origin is one question.

        Raises: EmptyQuestion, NothingAsked, TooManyQuestions (never when a referral fires).
        """
        reply = await self._ask(person, ask)
        language = self.spoken(ask.text, person.language)
        reply = await self._surroundings.fresh(reply, person.community_id, ask.text, language)
        return await with_coming(reply, person.community_id, self._activities)

    async def _ask(self, person: Person, ask: Ask) -> Reply:
        ask = replace(ask, text=plain(ask.text))
        if not ask.text:
            raise EmptyQuestion
        finding = await self._look(person.community_id, ask.text, person.language)
        if ask.made_by is not None:
            finding = insisted(finding)
        if finding.is_remark:
            raise NothingAsked
        now = self._clock.now()
        try:
            async with self._store.writing() as session:
                await people.hold(session, person.id)
                known = await rows.find_by_origin(session, ask.origin)
                same = (
                    None if known or finding.referrals else await again(session, person, ask, now)
                )
                question = known or same or await self._store_new(session, person, ask, finding)
                return replace(self._reply(question, finding), is_again=same is not None)
        except TooMany as refused:
            await self._note_refusal(person)
            text = clean(ask.text, max_length=2 * LONGEST, one_line=True)
            raise TooManyQuestions(**refused.facts, text=text) from refused

    async def _store_new(
        self, session: Session, person: Person, ask: Ask, finding: Finding
    ) -> rows.QuestionRow:
        """A new question; what staff make of somebody's message is no use of that one's limit."""
        if not finding.referrals and ask.made_by in (None, person.id):
            await spend(session, person, QUESTIONS, self._clock)
        stored = await store(session, person, ask, finding, self._clock.now())
        if finding.outcome is Outcome.ANSWER:
            await readings.put(session, stored.id, finding.answers[0].article, stored.asked_at)
        if ask.made_by not in (None, person.id):
            self._audit(session, stored, ask.made_by)
        return stored

    def _audit(self, session: Session, question: rows.QuestionRow, actor: int | None) -> None:
        audits.add(
            session,
            "question-made",
            f"question:{question.id}",
            at=self._clock.now(),
            community_id=question.community_id,
            actor_id=actor,
        )

    async def _note_refusal(self, person: Person) -> None:
        """Count how often somebody was asked to wait today; staff hear of it once."""
        now = self._clock.now()
        async with self._store.writing() as session:
            await people.hold(session, person.id)
            row = await people.hold_bucket(session, person.id, REFUSALS)
            is_today = row is not None and now - row.used_at < DAY
            hits = 1 + (int(row.tokens) if row and is_today else 0)
            since = row.used_at if row and is_today else now
            await people.put_bucket(session, person.id, REFUSALS, tokens=hits, used_at=since)
            latest = await rows.find_of(session, person.id, 1)
            if hits == HITS_BEFORE_STAFF_KNOW and latest:
                await warn_staff(session, latest[0], now)

    async def number_of(self, origin: str) -> int | None:
        """The question that this message or press became; None when it is none."""
        async with self._store.reading() as session:
            found = await rows.find_by_origin(session, origin)
        return None if found is None else found.id

    async def read(self, person: Person, question: int | str) -> Reply:
        """The reply to an own question, and what people answered, by its number or origin.

        Raises: QuestionNotFound, NotAllowed.
        """
        async with self._store.reading() as session:
            row = (
                await rows.find(session, question)
                if isinstance(question, int)
                else await rows.find_by_origin(session, question)
            )
            found = own(person, row)
            answers = await answers_to(session, [found.id])
        reply = await self.reply_of(found.id)
        return replace(reply, answers=answers.get(found.id, ()))

    async def reply_of(self, question_id: int) -> Reply:
        """The first reply to a question again. Raises: QuestionNotFound."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
        if question is None:
            raise QuestionNotFound
        finding = await self._look(question.community_id, question.text, question.language)
        reply = self._reply(question, finding)
        reply = await self._surroundings.beside(reply, question.language)
        return await with_coming(reply, question.community_id, self._activities)

    async def accept(self, person: Person, question_id: int) -> None:
        """The answer was right: the question is closed. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            if question.state != State.CLOSED:
                await end(session, question, Step.ACCEPTED, self._clock)
                question.happy = True

    async def hand_over(self, person: Person, question_id: int) -> None:
        """The answer was not right or not enough, or a person is wanted: staff get the question.

        Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            await to_staff(session, question, self._clock, Step.HANDED_OVER)

    async def go_private(self, person: Person, question_id: int) -> bool:
        """Go on in private messages; what the bot said in public says nothing any more.

        False when it was private already. Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            return await go_private(session, question, self._clock.now())

    async def _look(self, community_id: int, text: str, language: str | None = None) -> Finding:
        """What the search finds now for somebody of this community."""
        await self._library.refresh()
        finding, is_about_coming = await asyncio.to_thread(self._seen, text, language)
        finding = limit(finding, partial(self._library.shows, community_id))
        if not is_about_coming:
            return finding
        article = self._library.find(community_id, ARTICLE, finding.language)
        return with_article(finding, article)

    def _seen(self, text: str, language: str | None) -> tuple[Finding, bool]:
        """What the search finds, and whether it is asked what there is to do."""
        return self._search.look(text, language), self._surroundings.asks_what_is_on(text)

    def article(self, article_id: str, language: str, community_id: int = 0) -> ArticleView | None:
        """An article as a community has it, in this language, or in Dutch.

        Without a community: as the only one has it, or as it ships when there are more.
        """
        found = self._library.find(community_id or self._library.only, article_id, language)
        return None if found is None else _view(found)

    async def open_article(
        self, person: Person, question_id: int, article_id: str
    ) -> ArticleView | None:
        """The whole article, for who asked this question or reads along; None when it is gone.

        Who asked hears it when the article is changed or withdrawn later.
        """
        await self._library.refresh()
        found = self._library.find(person.community_id, article_id, person.language)
        if found is not None:
            async with self._store.writing() as session:
                question = await rows.find(session, question_id)
                if question is not None and question.asked_by == person.id:
                    await readings.put(session, question.id, found.id, self._clock.now())
        return None if found is None else _view(found)

    def theme(self, theme_id: str, language: str) -> str:
        """The name of a theme."""
        theme = self._themes.get(theme_id)
        if theme is None:
            return theme_id
        return theme.name_en if language == "en" else theme.name_nl

    def _reply(self, question: rows.QuestionRow, finding: Finding) -> Reply:
        community_id = question.community_id
        views = [self.article(a.article, finding.language, community_id) for a in finding.answers]
        return Reply(
            question_id=question.id,
            outcome=Outcome(question.outcome),
            articles=tuple(view for view in views if view is not None),
            referrals=finding.referrals,
            themes=tuple(question.themes),
            waits_for_staff=question.state in ("open", "claimed"),
            left_out=LEFT_OUT in question.text,
            is_public=question.reply_place is not None,
            is_posted=question.reply_place is not None and question.asked_message is None,
            is_withdrawn=question.reason == Reason.WITHDRAWN,
        )


def _view(article: Article) -> ArticleView:
    return ArticleView(
        id=article.id,
        title=article.title,
        body=article.body,
        step=article.step,
        source_name=article.source_name,
        source_url=article.source_url,
        checked_on=article.checked_on,
        language=article.language,
        country=article.country,
    )
