"""The questions of one person: how far they are, and what the asker does with them."""

from collections.abc import Sequence
from typing import Final

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.around import following
from bot.services.helpdesk.asking.withdrawing import withdraw
from bot.services.helpdesk.cards import answers_to, held
from bot.services.helpdesk.forum.marks import mark
from bot.services.helpdesk.open_questions import is_open_to_all
from bot.services.helpdesk.posting import card_again, tell_staff
from bot.services.helpdesk.refreshing import reply_again
from bot.services.helpdesk.states import WITH_STAFF, Reason, State, Step
from bot.services.helpdesk.views import (
    OwnPage,
    OwnQuestion,
    QuestionNotFound,
    QuestionView,
    QuestionWithdrawn,
    StepView,
)
from data.store import Session, Store
from data.store import question_events as events
from data.store import questions as rows

PAGE: Final = 10
TOLD: Final = frozenset(
    {
        Step.ASKED,
        Step.HANDED_OVER,
        Step.CLAIMED,
        Step.ASKED_BACK,
        Step.ANSWERED_BACK,
        Step.ANSWERED,
        Step.ACCEPTED,
        Step.EDITED,
        Step.GONE_PRIVATE,
        Step.CLOSED,
        Step.REOPENED,
        Step.WITHDRAWN,
        Step.PUBLISHED,
        Step.SPLIT,
    }
)
"""What the asker reads of the history: no notes of staff, and never who did it."""


class OwnQuestions:
    """What somebody sees of their own questions and does with them, anonymous ones too."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def mine(self, person: Person, page: int = 0) -> OwnPage:
        """Own questions, newest first, ten on a page; a page too far is the last one."""
        async with self._store.reading() as session:
            total = await rows.count_of(session, person.id, person.community_id)
            page = max(0, min(page, (total - 1) // PAGE))
            found = await rows.find_page(session, person.id, person.community_id, page, PAGE)
            answers = await answers_to(session, [question.id for question in found])
        views = tuple(
            QuestionView(
                id=q.id,
                text=q.text,
                state=_state(q),
                asked_at=q.asked_at,
                answers=answers.get(q.id, ()),
            )
            for q in found
        )
        return OwnPage(views, page=page, pages=max(1, -(-total // PAGE)))

    async def one(self, person: Person, question_id: int) -> OwnQuestion:
        """An own question with its history. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.reading() as session:
            question = own(person, await rows.find(session, question_id))
            answers = await answers_to(session, [question.id])
            steps = await events.find_of(session, [question.id])
        return OwnQuestion(
            id=question.id,
            text=question.text,
            state=_state(question),
            asked_at=question.asked_at,
            anonymous=question.anonymous,
            is_public=question.reply_place is not None,
            is_typed=question.asked_message is not None,
            answers=answers.get(question.id, ()),
            steps=_told(steps),
            can_close=question.state != State.CLOSED,
            can_reopen=_can_reopen(question),
            can_hand_over=question.state == State.SUGGESTED,
            can_withdraw=question.reason != Reason.WITHDRAWN,
        )

    async def close(self, person: Person, question_id: int) -> None:
        """The asker needs nothing more; staff see that. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            if question.state != State.CLOSED:
                await end(session, question, Step.CLOSED, self._clock)

    async def reopen(self, person: Person, question_id: int) -> None:
        """Staff get the question again, after it was closed or answered.

        Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            await to_staff(session, question, self._clock, Step.REOPENED)

    async def withdraw(self, person: Person, question_id: int) -> None:
        """Nothing of the text stays, and nobody answers. Raises: QuestionNotFound, NotAllowed."""
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            await withdraw(session, question, self._clock.now(), by=person.id)


def own(person: Person, question: rows.QuestionRow | None) -> rows.QuestionRow:
    """The question, when it is this person's. Raises: QuestionNotFound, NotAllowed."""
    if question is None or question.community_id != person.community_id:
        raise QuestionNotFound
    if question.asked_by != person.id:
        raise NotAllowed(action=Action.FOLLOW_UP_ANSWER.value)
    return question


async def to_staff(session: Session, question: rows.QuestionRow, clock: Clock, step: Step) -> None:
    """Give the question to staff, unless they have it. Raises: QuestionWithdrawn."""
    if question.reason == Reason.WITHDRAWN:
        raise QuestionWithdrawn
    if question.state in WITH_STAFF:
        return
    now = clock.now()
    question.state, question.claimed_by, question.touched_at = State.OPEN.value, None, now
    question.closed_at = question.reason = question.merged_into = question.wakes_at = None
    question.due_at, question.raised, question.solved_by = None, 0, None
    events.add(session, question.id, step, at=now, by=question.asked_by)
    await tell_staff(session, question, now)
    if is_open_to_all(question):  # others can follow it from now on
        await reply_again(session, question, now)


async def end(session: Session, question: rows.QuestionRow, step: Step, clock: Clock) -> None:
    """The asker says that it is done: with `ACCEPTED` because the answer helped."""
    now = clock.now()
    was = question.state
    if step is Step.ACCEPTED or was == State.ANSWERED:
        answered = await rows.find_answers(session, [question.id])
        question.reason = Reason.SOLVED
        question.solved_by = "person" if answered else "article"
        question.answered_at = question.answered_at or now
    else:
        question.reason = Reason.OTHER
    question.state, question.closed_at, question.touched_at = State.CLOSED.value, now, now
    question.wakes_at = None
    events.add(session, question.id, step, at=now, by=question.asked_by)
    await following.tell_closed(session, question, now)
    if await rows.find_newest_card(session, question.id):
        steps = len(await events.find_of(session, [question.id]))
        await card_again(session, question, f"ended:{steps}", now)
    else:
        await mark(session, question, now)


def _state(question: rows.QuestionRow) -> str:
    return "withdrawn" if question.reason == Reason.WITHDRAWN else question.state


def _can_reopen(question: rows.QuestionRow) -> bool:
    ended = question.state in (State.ANSWERED, State.CLOSED)
    return ended and question.reason != Reason.WITHDRAWN


def _told(steps: Sequence[events.QuestionEventRow]) -> tuple[StepView, ...]:
    return tuple(StepView(step.kind, step.at) for step in steps if step.kind in TOLD)
