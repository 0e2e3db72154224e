"""Asking, handing over, answering."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.communities import CommunitySettings, Place, read_settings
from bot.content import Article, Content
from bot.errors import NotAllowed
from bot.limits import QUESTIONS
from bot.people import Person, spend
from bot.posts import Post, to_person, to_place, to_target
from bot.rights import Action
from bot.search.helpdesk import Finding, HelpDeskSearch, Outcome
from bot.search.referrals import Referral
from bot.services.helpdesk.views import (
    AlreadyClaimed,
    ArticleView,
    EmptyQuestion,
    QuestionNotFound,
    QuestionView,
    Reply,
    StaffCard,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, jobs, people
from data.store import questions as rows

LONGEST: Final = 1500
SHOWN_OF_ONE: Final = 10
SEEN: Final = "helpdesk-seen"
OVERLAP: Final = timedelta(minutes=2)
"""A dead line is noticed after at most this long. Source: Discord's heartbeat of 41 s, twice."""
STATES: Final[Mapping[Outcome, str]] = {
    Outcome.ANSWER: "suggested",
    Outcome.SUGGEST: "suggested",
    Outcome.UNSURE: "open",
    Outcome.REFER: "open",
    Outcome.OFFTOPIC: "closed",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it came in.

    `origin` makes a message or press one question. `place` and `message` say where everybody could
    read it; None for a question in private, which is answered with a direct message.
    """

    origin: str
    text: str
    anonymous: bool = False
    place: str | None = None
    message: str | None = None
    reply: bool = False
    """The reply goes through the outbox (a typed message), not back over an interaction."""


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

    async def ask(self, person: Person, ask: Ask) -> Reply:
        """Store a question and say what the help desk knows; the same origin is one question.

        Raises: EmptyQuestion, TooMany (never when a referral fires).
        """
        text = plain(ask.text)[:LONGEST]
        if not text:
            raise EmptyQuestion
        finding = await asyncio.to_thread(self._search.look, text, person.language)
        async with self._store.writing() as session:
            await people.hold(session, person.id)
            known = await rows.find_by_origin(session, ask.origin)
            if known is None:
                if not finding.referrals:
                    await spend(session, person, QUESTIONS, self._clock)
                known = await self._add(session, person, ask, text, finding)
            return self._reply(known, finding)

    async def _add(
        self, session: Session, person: Person, ask: Ask, text: str, finding: Finding
    ) -> rows.QuestionRow:
        now = self._clock.now()
        private = any(referral.is_private for referral in finding.referrals)
        state = STATES[finding.outcome]
        if finding.referrals and all(referral.staff == "geen" for referral in finding.referrals):
            state = "suggested" if finding.answers else "closed"
        await rows.add(
            session,
            community_id=person.community_id,
            asked_by=person.id,
            claimed_by=None,
            origin=ask.origin,
            text=text,
            language=finding.language,
            anonymous=ask.anonymous,
            state=state,
            outcome=finding.outcome.value,
            themes=[theme.id for theme in finding.themes],
            suggested=[answer.article for answer in finding.answers],
            referral=finding.referrals[0].id if finding.referrals else None,
            reply_place=None if private or ask.anonymous else ask.place,
            reply_message=None if private or ask.anonymous else ask.message,
            asked_at=now,
            closed_at=now if state == "closed" else None,
        )
        question = await rows.find_by_origin(session, ask.origin)
        if question is None:
            raise QuestionNotFound
        settings = await read_settings(session, person.community_id)
        if state == "open":
            await self._tell_staff(session, question, settings)
        if ask.reply:
            facts = {"question": question.id, "reply_to": question.reply_message}
            post = Post("question-reply", f"question:{question.id}:reply", facts, now)
            await self._to_asker(session, question, post)
            if private and ask.place is not None:
                notice = Post(
                    "question-private",
                    f"question:{question.id}:private",
                    {"reply_to": ask.message},
                    now,
                )
                await to_target(session, person.community_id, ask.place, settings.language, notice)
        return question

    async def knows(self, origin: str) -> bool:
        """Whether this message or press became a question already."""
        async with self._store.reading() as session:
            return await rows.find_by_origin(session, origin) is not None

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
            question = await self._own(session, person, question_id)
            if question.state == "suggested":
                question.state, question.closed_at = "closed", self._clock.now()

    async def hand_over(self, person: Person, question_id: int) -> None:
        """The answer was not right, or a person is wanted: staff get the question.

        Raises: QuestionNotFound, NotAllowed.
        """
        async with self._store.writing() as session:
            question = await self._own(session, person, question_id)
            if question.state in ("suggested", "closed"):
                question.state, question.closed_at = "open", None
                settings = await read_settings(session, question.community_id)
                await self._tell_staff(session, question, settings)

    async def claim(self, person: Person, question_id: int) -> None:
        """Take a question on. Raises: QuestionNotFound, NotAllowed, AlreadyClaimed."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await self._held(session, person, question_id)
            if question.claimed_by == person.id:
                return
            if question.state != "open":
                name = await _name(session, question.claimed_by)
                raise AlreadyClaimed(name=name, named=bool(name))
            question.state, question.claimed_by = "claimed", person.id
            await self._card_again(session, question, f"claimed:{person.id}")
            self._audit(session, person, "question-claimed", question.id)

    async def answer(self, person: Person, question_id: int, text: str, origin: str) -> None:
        """Answer as a person; the asker gets it where they asked. The same origin is one answer.

        Raises: QuestionNotFound, NotAllowed, EmptyQuestion.
        """
        person.need(Action.HANDLE_QUESTION)
        text = plain(text)[:LONGEST]
        if not text:
            raise EmptyQuestion
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await self._held(session, person, question_id)
            facts = {
                "question": question.id,
                "text": text,
                "by": person.name,
                "reply_to": question.reply_message,
            }
            post = Post("question-answer", f"question:{question.id}:answer:{origin}", facts, now)
            if not await self._to_asker(session, question, post):
                return
            session.add(
                rows.AnswerRow(
                    question_id=question.id,
                    written_by=person.id,
                    article=None,
                    text=text,
                    written_at=now,
                )
            )
            question.state, question.closed_at = "answered", now
            question.claimed_by = question.claimed_by or person.id
            await session.flush()
            await self._card_again(session, question, f"answered:{origin}")
            self._audit(session, person, "question-answered", question.id)

    async def mine(self, person: Person) -> tuple[QuestionView, ...]:
        """Own questions, newest first."""
        async with self._store.reading() as session:
            found = await rows.find_of(session, person.id, SHOWN_OF_ONE)
            answers = await _answers(session, [question.id for question in found])
        return tuple(
            QuestionView(q.id, q.text, q.state, q.asked_at, answers.get(q.id, ())) for q in found
        )

    async def waiting(self, person: Person) -> tuple[StaffCard, ...]:
        """Questions that wait for a person, oldest first. Raises: NotAllowed."""
        person.need(Action.SEE_QUESTION)
        async with self._store.reading() as session:
            found = await rows.find_waiting(session, person.community_id)
            return tuple([await self._card(session, question) for question in found])

    async def card(self, question_id: int) -> StaffCard:
        """A question for the staff channel. Raises: QuestionNotFound."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None:
                raise QuestionNotFound
            return await self._card(session, question)

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

    async def _own(self, session: Session, person: Person, question_id: int) -> rows.QuestionRow:
        question = await rows.hold(session, question_id)
        if question is None or question.community_id != person.community_id:
            raise QuestionNotFound
        if question.asked_by != person.id:
            raise NotAllowed(action=Action.FOLLOW_UP_ANSWER.value)
        return question

    async def _held(self, session: Session, person: Person, question_id: int) -> rows.QuestionRow:
        question = await rows.hold(session, question_id)
        if question is None or question.community_id != person.community_id:
            raise QuestionNotFound
        return question

    async def _to_asker(self, session: Session, question: rows.QuestionRow, post: Post) -> bool:
        if question.reply_place is not None:
            return await to_target(
                session, question.community_id, question.reply_place, question.language, post
            )
        if question.asked_by is None:
            return False
        return await to_person(
            session, question.community_id, question.asked_by, question.language, post
        )

    async def _tell_staff(
        self, session: Session, question: rows.QuestionRow, settings: CommunitySettings
    ) -> None:
        facts = {"question": question.id}
        post = Post("staff-question", f"question:{question.id}", facts, self._clock.now())
        await to_place(session, question.community_id, settings, Place.STAFF, post)

    async def _card_again(self, session: Session, question: rows.QuestionRow, why: str) -> None:
        settings = await read_settings(session, question.community_id)
        first = f"question:{question.id}"
        facts: Mapping[str, Any] = {"question": question.id}
        post = Post("staff-question", f"{first}:{why}", facts, self._clock.now(), edits=first)
        await to_place(session, question.community_id, settings, Place.STAFF, post)

    async def _card(self, session: Session, question: rows.QuestionRow) -> StaffCard:
        answers = await _answers(session, [question.id])
        return StaffCard(
            id=question.id,
            text=question.text,
            state=question.state,
            asker="" if question.anonymous else await _name(session, question.asked_by),
            claimed_by=await _name(session, question.claimed_by),
            themes=tuple(question.themes),
            referral=question.referral or "",
            asked_at=question.asked_at,
            answers=answers.get(question.id, ()),
        )

    def _reply(self, question: rows.QuestionRow, finding: Finding) -> Reply:
        views = [self.article(a.article, finding.language) for a in finding.answers]
        return Reply(
            question_id=question.id,
            outcome=Outcome(question.outcome),
            articles=tuple(view for view in views if view is not None),
            referrals=finding.referrals,
            themes=tuple(question.themes),
            waits_for_staff=question.state in ("open", "claimed"),
        )

    def _audit(self, session: Session, person: Person, action: str, question_id: int) -> None:
        audits.add(
            session,
            action,
            f"question:{question_id}",
            at=self._clock.now(),
            community_id=person.community_id,
            actor_id=person.id,
        )


async def _answers(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for answer in await rows.find_answers(session, ids):
        found[answer.question_id] = (*found.get(answer.question_id, ()), answer.text)
    return found


async def _name(session: Session, person_id: int | None) -> str:
    person = None if person_id is None else await people.find(session, person_id)
    return "" if person is None else person.name


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
