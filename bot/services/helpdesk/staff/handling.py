"""Giving a question to somebody, a note, putting it away, closing it and opening it again."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.clock import Clock
from bot.errors import BadInput
from bot.moments import at_wall_time, parse_moment
from bot.people import Person
from bot.posts import Post
from bot.rights import Action
from bot.services.helpdesk.around import following
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.posting import to_asker
from bot.services.helpdesk.refusals import LineNeeded, NotNow, NotStaff
from bot.services.helpdesk.staff.answering import goes_along
from bot.services.helpdesk.staff.passing import tell_colleague, was_just_told
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Reason, State, Step
from bot.services.helpdesk.steps import SHORT, step, written
from bot.untrusted import plain
from data.store import Session, Store
from data.store import questions as rows

MORNING: Final = time(9, 0)
"""When a question that was put away till a day comes back."""
BY_STAFF: Final = (Reason.SOLVED, Reason.ELSEWHERE, Reason.OTHER)
"""Why staff may close a question; the other reasons come about by themselves."""
NEEDS_LINE: Final = (Reason.ELSEWHERE, Reason.OTHER)
"""The asker reads why: nobody is left without an outcome."""


class Handling:
    """What staff do with one question, beside answering it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def hand_over(self, person: Person, question_id: int, to: Person) -> None:
        """A colleague has it from now on and hears so; once when given twice within a minute.

        Raises: QuestionNotFound, NotAllowed, NotStaff, NotNow, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        if to.community_id != person.community_id or not to.may(Action.HANDLE_QUESTION):
            raise NotStaff(name=to.name)
        async with self._store.writing() as session:
            question = await _with_staff(session, person, question_id)
            if question.claimed_by == to.id:
                return
            now = self._clock.now()
            is_told = to.id == person.id or await was_just_told(session, question, to, now)
            question.claimed_by = to.id
            if question.state == State.OPEN:
                question.state = State.CLAIMED.value
            number = await step(session, question, Step.PASSED_ON, now, by=person, to=to.id)
            if not is_told:
                await tell_colleague(session, question, to, number, now)

    async def release(self, person: Person, question_id: int) -> None:
        """Everybody can take the question on again.

        Raises: QuestionNotFound, NotAllowed, NotNow, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await _with_staff(session, person, question_id)
            if question.claimed_by is None:
                return
            question.claimed_by = None
            if question.state == State.CLAIMED:
                question.state = State.OPEN.value
            await step(session, question, Step.LET_GO, self._clock.now(), by=person)

    async def note(self, person: Person, question_id: int, text: str) -> None:
        """Write something for colleagues only.

        Raises: QuestionNotFound, NotAllowed, EmptyText, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said = written(text)
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            await step(session, question, Step.NOTE, self._clock.now(), by=person, text=said)

    async def snooze(self, person: Person, question_id: int, until: str) -> datetime:
        """Put the question away; it comes back by itself at the moment that is returned (UTC).

        A day without a time of day is its morning.
        Raises: QuestionNotFound, NotAllowed, NotNow, Merged, MomentUnclear, MomentPast, …
        """
        person.need(Action.HANDLE_QUESTION)
        now, zone = self._clock.now(), self._clock.zone
        moment = parse_moment(until, now, zone)
        at = moment.at_utc
        if moment.assumed_time:
            morning = datetime.combine(at.astimezone(zone).date(), MORNING)
            at = max(at_wall_time(morning, zone), now + timedelta(minutes=1))
        async with self._store.writing() as session:
            question = await _with_staff(session, person, question_id)
            question.state, question.wakes_at = State.SNOOZED.value, at
            await step(session, question, Step.SNOOZED, now, by=person, until=at.isoformat())
        return at

    async def close(self, person: Person, question_id: int, reason: str, line: str) -> None:
        """End a question; the asker reads why, unless an answer came before.

        Raises: QuestionNotFound, NotAllowed, NotNow, Merged, LineNeeded, AnswerTooLong, BadInput.
        """
        person.need(Action.HANDLE_QUESTION)
        if reason not in BY_STAFF:
            raise BadInput
        said = written(line, SHORT) if plain(line) else ""
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            if question.state not in (*WITH_STAFF, State.ANSWERED):
                raise NotNow(number=question.id, state=question.state)
            had_answer = question.state == State.ANSWERED
            if reason in NEEDS_LINE and not said and not had_answer:
                raise LineNeeded
            end(question, Reason(reason), now)
            number = await step(
                session, question, Step.CLOSED, now, by=person, text=said, reason=reason
            )
            if said or not had_answer:
                await tell_ended(session, question, number, said, now)

    async def reopen(self, person: Person, question_id: int) -> None:
        """A question that was done waits for a person again.

        Raises: QuestionNotFound, NotAllowed, NotNow, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            if question.state not in ENDED or question.reason == Reason.WITHDRAWN:
                raise NotNow(number=question.id, state=question.state)
            open_again(question)
            await step(session, question, Step.REOPENED, self._clock.now(), by=person)


def open_again(question: rows.QuestionRow, claimed_by: int | None = None) -> None:
    """It waits for a person, or for the one who has it."""
    question.state = (State.CLAIMED if claimed_by else State.OPEN).value
    question.claimed_by = claimed_by
    question.closed_at = question.reason = question.merged_into = question.wakes_at = None


def end(question: rows.QuestionRow, reason: Reason, now: datetime) -> None:
    """It is done, for this reason."""
    question.state, question.reason = State.CLOSED.value, reason.value
    question.closed_at, question.wakes_at = now, None


async def tell_ended(
    session: Session, question: rows.QuestionRow, number: int, line: str, now: datetime
) -> None:
    """Tell the asker that the question is done, why, and how to open it again."""
    facts = {
        "question": question.id,
        "reason": question.reason,
        "text": line,
        "reply_to": question.reply_message,
    }
    source = f"question:{question.id}:ended:{number}"
    await to_asker(session, question, Post("question-ended", source, facts, now))
    await following.tell_closed(session, question, now)


async def _with_staff(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """A question that staff owe something, locked. Raises: QuestionNotFound, Merged, NotNow."""
    question = await held(session, person, question_id)
    goes_along(question)
    if question.state not in WITH_STAFF:
        raise NotNow(number=question.id, state=question.state)
    return question
