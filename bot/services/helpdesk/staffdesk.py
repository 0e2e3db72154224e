"""What staff do with a question: see it, take it on, answer it."""

from collections.abc import Sequence
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.posts import Post
from bot.rights import Action
from bot.services.helpdesk.posting import card_again, parts, to_asker
from bot.services.helpdesk.views import (
    AlreadyClaimed,
    AnswerTooLong,
    EmptyAnswer,
    QuestionNotFound,
    StaffCard,
)
from bot.untrusted import plain
from data.store import Session, Store, audits, people
from data.store import questions as rows

LONGEST: Final = 4000
"""Characters of a question or an answer. Source: Discord, the longest message anybody can type."""


class StaffDesk:
    """The questions of residents, as staff see and handle them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def claim(self, person: Person, question_id: int) -> None:
        """Take a question on. Raises: QuestionNotFound, NotAllowed, AlreadyClaimed."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            if question.state == "claimed" and question.claimed_by == person.id:
                return
            if question.state != "open":
                name = await name_of(session, question.claimed_by)
                raise AlreadyClaimed(name=name, named=bool(name))
            question.state, question.claimed_by = "claimed", person.id
            answered = len(await rows.find_answers(session, [question.id]))
            why = f"claimed:{person.id}:{answered}"
            await card_again(session, question, why, self._clock.now())
            self._audit(session, person, "question-claimed", question.id)

    async def answer(self, person: Person, question_id: int, text: str, origin: str) -> None:
        """Answer as a person; the asker gets it where they asked. The same origin is one answer.

        A long answer goes in several messages.
        Raises: QuestionNotFound, NotAllowed, EmptyAnswer, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        text = plain(text)
        if not text:
            raise EmptyAnswer
        if len(text) > LONGEST:
            raise AnswerTooLong(most=LONGEST)
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            if not await self._send(session, question, person, text, origin):
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
            await card_again(session, question, f"answered:{origin}", now)
            self._audit(session, person, "question-answered", question.id)

    async def _send(
        self, session: Session, question: rows.QuestionRow, person: Person, text: str, origin: str
    ) -> bool:
        """Queue each part for the asker; False when it was queued before or nobody is there."""
        pieces = parts(text)
        for number, piece in enumerate(pieces, start=1):
            facts = {
                "question": question.id,
                "text": piece,
                "by": person.name,
                "reply_to": question.reply_message,
                "is_first": number == 1,
                "is_last": number == len(pieces),
            }
            source = f"question:{question.id}:answer:{origin}"
            source += f":{number}" if number > 1 else ""
            post = Post("question-answer", source, facts, self._clock.now())
            if not await to_asker(session, question, post):
                return False
        return True

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

    async def _card(self, session: Session, question: rows.QuestionRow) -> StaffCard:
        answers = await answers_to(session, [question.id])
        return StaffCard(
            id=question.id,
            text=question.text,
            state=question.state,
            asker="" if question.anonymous else await name_of(session, question.asked_by),
            claimed_by=await name_of(session, question.claimed_by),
            themes=tuple(question.themes),
            referral=question.referral or "",
            asked_at=question.asked_at,
            answers=answers.get(question.id, ()),
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


async def held(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """A question of this person's community, locked. Raises: QuestionNotFound."""
    question = await rows.hold(session, question_id)
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    return question


async def answers_to(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The texts of the answers to each question, oldest first."""
    found: dict[int, tuple[str, ...]] = {}
    for answer in await rows.find_answers(session, ids):
        found[answer.question_id] = (*found.get(answer.question_id, ()), answer.text)
    return found


async def name_of(session: Session, person_id: int | None) -> str:
    """The name of somebody; empty when they are gone."""
    return "" if person_id is None else await people.name_of(session, person_id)
