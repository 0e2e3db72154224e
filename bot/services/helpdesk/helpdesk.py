"""Asking, reading the reply, handing over to a person."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.clock import Clock
from bot.communities import read_settings
from bot.content import Article, Content
from bot.errors import NotAllowed, TooMany
from bot.limits import HITS_BEFORE_STAFF_KNOW, QUESTIONS
from bot.people import Person, spend
from bot.posts import Post, to_target
from bot.rights import Action
from bot.search.helpdesk import Finding, HelpDeskSearch, Outcome
from bot.search.referrals import Referral
from bot.services.helpdesk.posting import tell_staff, to_asker, warn_staff
from bot.services.helpdesk.staffdesk import LONGEST, answers_to, held
from bot.services.helpdesk.views import (
    ArticleView,
    EmptyQuestion,
    NothingAsked,
    QuestionNotFound,
    QuestionView,
    Reply,
    TooManyQuestions,
)
from bot.untrusted import PersonalKind, clean, personal_numbers, plain
from data.store import Session, Store, jobs, people
from data.store import questions as rows

SHOWN_OF_ONE: Final = 10
SEEN: Final = "helpdesk-seen"
OVERLAP: Final = timedelta(minutes=2)
"""A dead line is noticed after at most this long. Source: Discord's heartbeat of 41 s, twice."""
CALLERS: Final = 100
CALLED_LATELY: Final = timedelta(days=30)
"""Whose private messages are looked up after an outage: Discord has no list of them for bots."""
LEFT_OUT: Final = "[…]"
"""Stands where a number that points at one person was."""
REFUSALS: Final = "question-refusals"
"""Under this name it is counted how often somebody had to wait in a day."""
DAY: Final = timedelta(days=1)
STATES: Final[Mapping[Outcome, str]] = {
    Outcome.ANSWER: "suggested",
    Outcome.SUGGEST: "suggested",
    Outcome.UNSURE: "open",
    Outcome.REFER: "open",
    Outcome.OFFTOPIC: "closed",
}


class Told(StrEnum):
    """How an urgent referral reached the writer before the question was stored."""

    NOT_YET = "not-yet"
    PRIVATELY = "privately"
    BEHIND_BUTTON = "behind-button"
    """Private messages are closed: it waits behind a button where the question was typed."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it came in.

    `origin` makes a message or press one question. `place` and `message` say where everybody could
    read it; None for a question in private, which is answered with a direct message. `asked_in` is
    where a private answer is announced when no direct message arrives.
    """

    origin: str
    text: str
    anonymous: bool = False
    place: str | None = None
    message: str | None = None
    asked_in: str | None = None
    reply: bool = False
    """The reply goes through the outbox (a typed message), not back over an interaction."""
    told: Told = Told.NOT_YET


class HelpDesk:
    """Questions of residents."""

    def __init__(
        self, store: Store, clock: Clock, content: Content, search: HelpDeskSearch
    ) -> None:
        self._store = store
        self._clock = clock
        self._search = search
        self._articles = {(article.id, article.language): article for article in content.articles}
        self._themes = {theme.id: theme for theme in content.themes}

    def warm_up(self) -> None:
        """Make the search ready before the first question; for a thread beside the doors."""
        self._search.warm_up()

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
        whole = plain(ask.text)
        if not whole:
            raise EmptyQuestion
        finding = await asyncio.to_thread(self._search.look, whole, person.language)
        if finding.is_remark:
            raise NothingAsked
        try:
            async with self._store.writing() as session:
                await people.hold(session, person.id)
                known = await rows.find_by_origin(session, ask.origin)
                if known is None:
                    if not finding.referrals:
                        await spend(session, person, QUESTIONS, self._clock)
                    known = await self._add(session, person, ask, whole, finding)
                return self._reply(known, finding)
        except TooMany as refused:
            await self._note_refusal(person)
            text = clean(whole, max_length=2 * LONGEST, one_line=True)
            raise TooManyQuestions(**refused.facts, text=text) from refused

    async def _add(
        self, session: Session, person: Person, ask: Ask, whole: str, finding: Finding
    ) -> rows.QuestionRow:
        now = self._clock.now()
        private = ask.anonymous or any(referral.is_private for referral in finding.referrals)
        state = STATES[finding.outcome]
        if finding.referrals and all(referral.staff == "geen" for referral in finding.referrals):
            state = "suggested" if finding.answers else "closed"
        await rows.add(
            session,
            community_id=person.community_id,
            asked_by=person.id,
            claimed_by=None,
            origin=ask.origin,
            text=_kept(whole[:LONGEST], anonymous=ask.anonymous),
            language=finding.language,
            anonymous=ask.anonymous,
            state=state,
            outcome=finding.outcome.value,
            themes=[theme.id for theme in finding.themes],
            suggested=[answer.article for answer in finding.answers],
            referral=finding.referrals[0].id if finding.referrals else None,
            reply_place=None if private else ask.place,
            reply_message=None if private else ask.message,
            asked_place=ask.place or ask.asked_in,
            asked_message=ask.message,
            asked_at=now,
            closed_at=now if state == "closed" else None,
        )
        question = await rows.find_by_origin(session, ask.origin)
        if question is None:
            raise QuestionNotFound
        if state == "open":
            await tell_staff(session, question, now)
        if ask.reply and ask.told is not Told.BEHIND_BUTTON:
            await self._reply_later(session, question, ask, finding)
        return question

    async def _reply_later(
        self, session: Session, question: rows.QuestionRow, ask: Ask, finding: Finding
    ) -> None:
        """Queue the reply to a typed question, and the public line when that is private."""
        now = self._clock.now()
        told = ask.told is Told.PRIVATELY
        if not (told and finding.is_referral_alone):
            facts = {"question": question.id, "reply_to": question.reply_message, "told": told}
            post = Post("question-reply", f"question:{question.id}:reply", facts, now)
            await to_asker(session, question, post)
        if question.reply_place is None and ask.place is not None:
            settings = await read_settings(session, question.community_id)
            source = f"question:{question.id}:private"
            notice = Post("question-private", source, {"reply_to": ask.message}, now)
            await to_target(session, question.community_id, ask.place, settings.language, notice)

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

    async def knows(self, origin: str) -> bool:
        """Whether this message or press became a question already."""
        async with self._store.reading() as session:
            return await rows.find_by_origin(session, origin) is not None

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
            found = _own(person, row)
            answers = await answers_to(session, [found.id])
        reply = await self.reply_of(found.id)
        return replace(reply, answers=answers.get(found.id, ()))

    async def reply_of(self, question_id: int) -> Reply:
        """The first reply to a question again. Raises: QuestionNotFound."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
        if question is None:
            raise QuestionNotFound
        finding = await asyncio.to_thread(self._search.look, question.text, question.language)
        return self._reply(question, finding)

    async def accept(self, person: Person, question_id: int) -> None:
        """The answer was right: the question is closed. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.writing() as session:
            question = _own(person, await held(session, person, question_id))
            if question.state == "suggested":
                question.state, question.closed_at = "closed", self._clock.now()

    async def hand_over(self, person: Person, question_id: int) -> None:
        """The answer was not right or not enough, or a person is wanted: staff get the question.

        Raises: QuestionNotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            question = _own(person, await held(session, person, question_id))
            if question.state in ("suggested", "closed", "answered"):
                question.state, question.closed_at, question.claimed_by = "open", None, None
                await tell_staff(session, question, self._clock.now())

    async def mine(self, person: Person) -> tuple[QuestionView, ...]:
        """Own questions, newest first."""
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, SHOWN_OF_ONE)
            answers = await answers_to(session, [question.id for question in found])
        return tuple(
            QuestionView(q.id, q.text, q.state, q.asked_at, answers.get(q.id, ())) for q in found
        )

    def article(self, article_id: str, language: str) -> ArticleView | None:
        """An article in this language, or in Dutch."""
        found = self._articles.get((article_id, language)) or self._articles.get((article_id, "nl"))
        return None if found is None else _view(found)

    def theme(self, theme_id: str, language: str) -> str:
        """The name of a theme."""
        theme = self._themes.get(theme_id)
        if theme is None:
            return theme_id
        return theme.name_en if language == "en" else theme.name_nl

    async def note_seen(self) -> None:
        """Remember that everything typed until now was heard."""
        async with self._store.writing() as session:
            row = await jobs.hold(session, SEEN, self._clock.now())
            if row is not None:
                row.done_at = self._clock.now()

    async def seen_at(self) -> datetime | None:
        """When the bot last listened, a little earlier to be safe; None at the first start."""
        async with self._store.reading() as session:
            row = await jobs.find(session, SEEN)
        return None if row is None or row.done_at is None else row.done_at - OVERLAP

    async def callers(self) -> tuple[str, ...]:
        """The accounts that may have written in private while the bot was away, latest first."""
        since = self._clock.now() - CALLED_LATELY
        async with self._store.reading() as session:
            return await rows.find_callers(session, since, CALLERS)

    def _reply(self, question: rows.QuestionRow, finding: Finding) -> Reply:
        views = [self.article(a.article, finding.language) for a in finding.answers]
        return Reply(
            question_id=question.id,
            outcome=Outcome(question.outcome),
            articles=tuple(view for view in views if view is not None),
            referrals=finding.referrals,
            themes=tuple(question.themes),
            waits_for_staff=question.state in ("open", "claimed"),
            left_out=LEFT_OUT in question.text,
        )


def _own(person: Person, question: rows.QuestionRow | None) -> rows.QuestionRow:
    """The question, when it is this person's. Raises: QuestionNotFound, NotAllowed."""
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    if question.asked_by != person.id:
        raise NotAllowed(action=Action.FOLLOW_UP_ANSWER.value)
    return question


def _kept(text: str, *, anonymous: bool) -> str:
    """What is stored of a question: never a citizen service number.

    Of somebody who asks without a name no number or address that leads to them either.
    """
    for found in reversed(personal_numbers(text)):
        if anonymous or found.kind is PersonalKind.BSN:
            text = text[: found.start] + LEFT_OUT + text[found.end :]
    return text


def _view(article: Article) -> ArticleView:
    return ArticleView(
        id=article.id,
        title=article.title,
        body=article.body,
        step=article.step,
        source_name=article.source_name,
        source_url=article.source_url,
        checked_on=article.checked_on,
    )
