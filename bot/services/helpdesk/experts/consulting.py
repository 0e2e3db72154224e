"""Asking somebody outside the staff for advice: who went through it themselves.

They read the question without a name; their advice comes back to staff, who decide what to do.
"""

import re
from typing import Any, Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.people import Person
from bot.posts import Post, to_person, to_place
from bot.rights import Action
from bot.services.helpdesk.experts.routing import EXPERT, others, show_expert
from bot.services.helpdesk.experts.views import (
    Advice,
    AdviceOver,
    AlreadyConsulted,
    Expert,
    ExpertNotFound,
    Experts,
    NotForOthers,
)
from bot.services.helpdesk.posting import card_again
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Step
from bot.services.helpdesk.views import AnswerTooLong, EmptyAnswer, QuestionNotFound
from bot.untrusted import plain, without_personal_numbers
from data.store import Session, Store, audits, collectives, people, routes
from data.store import question_events as events
from data.store import questions as rows

LONGEST_ADVICE: Final = 1500
LONGEST_ASKED: Final = 1000
LEFT_OUT: Final = "[…]"
SHORTEST_NAME: Final = 3
MOST_EXPERTS: Final = 25


class Consulting:
    """Questions that are put to experts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def experts(self, person: Person, question_id: int) -> Experts:
        """Who can be asked now, and the question without what leads to its asker.

        Raises: NotAllowed, QuestionNotFound, NotForOthers, ExpertNotFound.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            question = _open(person, await rows.find(session, question_id))
            asked = await routes.find_consultations(session, question.id)
            gone = {one.person_id for one in asked}
            found = await others(session, question, self._clock.now())
            experts = [one for one in found if one.kind == EXPERT and one.person_id not in gone]
            if not experts:
                raise ExpertNotFound
            shown = tuple(
                [
                    Expert(
                        one.person_id,
                        one.name,
                        await collectives.is_contact(session, one.person_id),
                    )
                    for one in experts[:MOST_EXPERTS]
                ]
            )
            return Experts(shown, await _nameless(session, question, question.text))

    async def ask(self, person: Person, question_id: int, expert_id: int, said: str) -> str:
        """Put the question to an expert in these words; returns the name of the expert.

        Numbers and addresses that lead to somebody, and the name of the asker, are left out.
        Raises: NotAllowed, QuestionNotFound, NotForOthers, ExpertNotFound, AlreadyConsulted,
        EmptyAnswer.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            question = _open(person, await rows.hold(session, question_id))
            text = await _nameless(session, question, said)
            if not text:
                raise EmptyAnswer
            asked = await self._add(session, person, question, expert_id)
            facts = {"consultation": asked.id, "text": text}
            post = Post("expert-question", f"consultation:{asked.id}", facts, now)
            sent = await to_person(
                session, question.community_id, expert_id, question.language, post
            )
            if not sent:
                raise ExpertNotFound
            events.add(session, question.id, Step.CONSULTED, at=now, by=person.id, to=asked.id)
            await card_again(session, question, f"consulted:{asked.id}", now)
            audits.add(
                session,
                "expert-asked",
                f"question:{question.id}",
                at=now,
                community_id=person.community_id,
                actor_id=person.id,
            )
            return await people.name_of(session, expert_id)

    async def _add(
        self, session: Session, person: Person, question: rows.QuestionRow, expert_id: int
    ) -> routes.ConsultationRow:
        found = await others(session, question, self._clock.now())
        if all(one.person_id != expert_id or one.kind != EXPERT for one in found):
            raise ExpertNotFound
        if not await routes.add_consultation(
            session,
            question_id=question.id,
            person_id=expert_id,
            asked_by=person.id,
            state="asked",
            text="",
            asked_at=self._clock.now(),
            answered_at=None,
        ):
            raise AlreadyConsulted
        asked = await routes.find_consultations(session, question.id)
        return next(one for one in asked if one.person_id == expert_id)

    async def advise(self, person: Person, consultation_id: int, text: str, *, named: bool) -> None:
        """Give advice, with or without one's name; it goes to staff.

        Raises: QuestionNotFound, EmptyAnswer, AnswerTooLong, AdviceOver.
        """
        text = plain(text)
        if not text:
            raise EmptyAnswer
        if len(text) > LONGEST_ADVICE:
            raise AnswerTooLong(most=LONGEST_ADVICE)
        now = self._clock.now()
        async with self._store.writing() as session:
            asked, question = await self._own(session, person, consultation_id)
            asked.state, asked.text, asked.answered_at = "answered", text, now
            facts: dict[str, Any] = {"consultation": asked.id, "named": named}
            events.add(session, question.id, Step.ADVISED, at=now, by=person.id, **facts)
            await session.flush()
            settings = await read_settings(session, question.community_id)
            advice = Post(
                "expert-advice", f"consultation:{asked.id}:advice", {"consultation": asked.id}, now
            )
            await to_place(session, question.community_id, settings, Place.STAFF, advice)
            await show_expert(session, question, asked, "answered", now)
            await card_again(session, question, f"advised:{asked.id}", now)

    async def decline(self, person: Person, consultation_id: int) -> None:
        """Not know it either; staff see that on the card. Raises: QuestionNotFound, AdviceOver."""
        now = self._clock.now()
        async with self._store.writing() as session:
            asked, question = await self._own(session, person, consultation_id)
            asked.state, asked.answered_at = "declined", now
            await session.flush()
            await show_expert(session, question, asked, "declined", now)
            await card_again(session, question, f"declined:{asked.id}", now)

    async def _own(
        self, session: Session, person: Person, consultation_id: int
    ) -> tuple[routes.ConsultationRow, rows.QuestionRow]:
        """What this person was asked and may still answer."""
        if consultation_id > rows.LARGEST:
            raise QuestionNotFound
        known = await routes.find_consultation(session, consultation_id)
        if known is None or known.person_id != person.id:
            raise QuestionNotFound
        question = await rows.hold(session, known.question_id)  # the question first, as elsewhere
        asked = await routes.hold_consultation(session, consultation_id)
        if question is None or asked is None:
            raise QuestionNotFound
        await session.refresh(asked)
        if asked.state != "asked" or question.state in ENDED:
            raise AdviceOver
        return asked, question

    async def advice(self, person: Person, consultation_id: int) -> Advice:
        """Advice that came back, to use in an answer.

        Raises: NotAllowed, QuestionNotFound, AdviceOver.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            found = await self._advice(session, consultation_id)
            question = await rows.find(session, found.question_id)
        if question is None or question.community_id != person.community_id:
            raise QuestionNotFound
        if found.state != "answered":
            raise AdviceOver
        return found

    async def look(self, consultation_id: int) -> Advice:
        """A consultation, to show it. Raises: QuestionNotFound."""
        async with self._store.reading() as session:
            return await self._advice(session, consultation_id)

    async def _advice(self, session: Session, consultation_id: int) -> Advice:
        asked = (
            None
            if consultation_id > rows.LARGEST
            else await routes.find_consultation(session, consultation_id)
        )
        question = None if asked is None else await rows.find(session, asked.question_id)
        if asked is None or question is None:
            raise QuestionNotFound
        steps = await events.find_of(session, [question.id])
        named = any(
            step.kind == Step.ADVISED and step.facts == {"consultation": asked.id, "named": True}
            for step in steps
        )
        who = asked.person_id
        return Advice(
            id=asked.id,
            question_id=question.id,
            state=asked.state,
            text=asked.text,
            name=await people.name_of(session, who) if named and who else "",
            is_contact=who is not None and await collectives.is_contact(session, who),
            is_over=question.state in ENDED,
            language=question.language,
        )


def _open(person: Person, question: rows.QuestionRow | None) -> rows.QuestionRow:
    """A question that staff may put to others. Raises: QuestionNotFound, NotForOthers."""
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    if question.referral or question.state not in WITH_STAFF:
        raise NotForOthers
    return question


async def _nameless(session: Session, question: rows.QuestionRow, text: str) -> str:
    """The text without numbers and addresses that lead to somebody, nor the asker's name."""
    shown = without_personal_numbers(plain(text), LEFT_OUT)[:LONGEST_ASKED]
    name = "" if question.asked_by is None else await people.name_of(session, question.asked_by)
    parts = (part for part in name.split() if part[0].isupper())  # not "van" and "de"
    for part in (name, *parts):
        if len(part) >= SHORTEST_NAME:
            shown = _without(shown, part)
    return shown


def _without(text: str, name: str) -> str:
    """The text without this name, in whatever capitals, where it stands as a word."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return pattern.sub(LEFT_OUT, text)
