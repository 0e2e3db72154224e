"""Staff ask the asker something; the wait for an answer ends by itself, after a warning."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.people import Person
from bot.posts import Post
from bot.rights import Action
from bot.services.helpdesk.asking.storing import kept
from bot.services.helpdesk.cards import found, held
from bot.services.helpdesk.posting import point_staff, to_asker
from bot.services.helpdesk.refusals import NothingAskedBack, NotNow
from bot.services.helpdesk.staff.answering import goes_along
from bot.services.helpdesk.staff.handling import end, open_again, tell_ended
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Reason, State, Step
from bot.services.helpdesk.steps import step, written
from data.store import Session, Store
from data.store import question_events as events
from data.store import questions as rows

PATIENCE: Final = timedelta(days=7)
"""So long staff wait for the asker."""


@dataclass(frozen=True, slots=True)
class AskedBack:
    """What staff want to know of the asker of a question, and until when they wait.

    `waits`: they still do. `reason` and `line`: why the question closed, and what staff said.
    `second`: the question that was made of a part of it since; 0 when none was.
    """

    question_id: int
    text: str
    waits: bool
    until: datetime | None
    reason: str
    line: str
    second: int = 0


class AskingBack:
    """The short talk between staff and the asker, before there is an answer."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def ask(self, person: Person, question_id: int, text: str, origin: str) -> datetime:
        """Ask the asker something; until when staff wait (UTC). The same origin asks once.

        Raises: QuestionNotFound, NotAllowed, NotNow, Merged, EmptyText, AnswerTooLong.
        """
        person.need(Action.HANDLE_QUESTION)
        said, now = written(text), self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            goes_along(question)
            if question.state not in WITH_STAFF:
                raise NotNow(number=question.id, state=question.state)
            until = now + PATIENCE
            facts = {
                "question": question.id,
                "text": said,
                "until": until.isoformat(),
                "reply_to": question.reply_message,
            }
            source = f"question:{question.id}:ask-back:{origin}"
            if await to_asker(session, question, Post("question-ask-back", source, facts, now)):
                question.state, question.wakes_at = State.WAITING.value, until
                question.claimed_by = question.claimed_by or person.id
                await step(session, question, Step.ASKED_BACK, now, by=person, text=said)
        return until

    async def reply(self, person: Person, question_id: int, text: str, origin: str) -> None:
        """The asker answers; staff go on. What comes late opens the question again.

        The same origin is one answer.
        Raises: QuestionNotFound, NotAllowed, NothingAskedBack, EmptyText, AnswerTooLong.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            question = _own(person, await held(session, person, question_id))
            steps = await events.find_of(session, [question.id])
            if not any(one.kind == Step.ASKED_BACK for one in steps):
                raise NothingAskedBack
            if any(one.facts.get("origin") == origin for one in steps):
                return
            said = kept(written(text), strict=question.anonymous)
            if question.reason == Reason.WITHDRAWN:
                raise NotNow(number=question.id, state=question.state)
            if question.state in ENDED or question.state == State.WAITING:
                open_again(question, question.claimed_by)
            number = await step(
                session, question, Step.ANSWERED_BACK, now, by=person, text=said, origin=origin
            )
            await point_staff(session, question, "answered-back", number, now)

    async def awaits(
        self, person: Person, question_id: int, origin: str, *, late: bool = False
    ) -> bool:
        """Whether this may be an answer of this person to what staff asked.

        Staff still wait for it, this very answer came before, or it may come `late`.
        """
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None or question.asked_by != person.id:
                return False
            if question.state == State.WAITING or late:
                return True
            steps = await events.find_of(session, [question.id])
            return any(one.facts.get("origin") == origin for one in steps)

    async def read(self, person: Person, question_id: int) -> AskedBack:
        """What staff last asked the asker or did with the question, and how it stands.

        Raises: QuestionNotFound, NotAllowed, NothingAskedBack.
        """
        async with self._store.reading() as session:
            question = _own(person, await found(session, person, question_id))
            steps = await events.find_of(session, [question.id])
        asked = [one.text for one in steps if one.kind == Step.ASKED_BACK]
        lines = [one.text for one in steps if one.kind == Step.CLOSED and one.by != person.id]
        news = [one for one in steps if one.kind in (Step.ASKED_BACK, Step.SPLIT)][-1:]
        if not news and question.state != State.CLOSED:
            raise NothingAskedBack
        return AskedBack(
            question_id=question.id,
            text=asked[-1] if asked else "",
            waits=question.state == State.WAITING,
            until=question.wakes_at,
            reason=question.reason or "" if question.state == State.CLOSED else "",
            line=lines[-1] if lines else "",
            second=next((int(one.facts["other"]) for one in news if one.kind == Step.SPLIT), 0),
        )


async def wake(
    session: Session, question: rows.QuestionRow, now: datetime, warned_before: timedelta
) -> None:
    """Do what is due for a question that waits or was put away; nothing when that changed."""
    if question.wakes_at is None:
        return
    if question.state == State.SNOOZED and question.wakes_at <= now:
        open_again(question, question.claimed_by)
        number = await step(session, question, Step.WOKEN, now)
        await point_staff(session, question, "woken", number, now)
    elif question.state == State.WAITING and not await _is_warned(session, question):
        if question.wakes_at - warned_before <= now:
            await _warn(session, question, now, warned_before)
    elif question.state == State.WAITING and question.wakes_at <= now:
        end(question, Reason.SILENT, now)
        number = await step(session, question, Step.CLOSED, now, reason=Reason.SILENT.value)
        await tell_ended(session, question, number, "", now)


async def _warn(
    session: Session, question: rows.QuestionRow, now: datetime, warned_before: timedelta
) -> None:
    """Tell the asker once; nobody is let go before there was time to answer."""
    until = max(question.wakes_at or now, now + warned_before)
    question.wakes_at = until
    steps = await events.find_of(session, [question.id])
    asked = [one.text for one in steps if one.kind == Step.ASKED_BACK]
    number = await step(session, question, Step.WARNED, now)
    facts = {
        "question": question.id,
        "text": asked[-1] if asked else "",
        "until": until.isoformat(),
        "reply_to": question.reply_message,
    }
    source = f"question:{question.id}:ask-back-warning:{number}"
    await to_asker(session, question, Post("question-ask-back-warning", source, facts, now))


async def _is_warned(session: Session, question: rows.QuestionRow) -> bool:
    steps = await events.find_of(session, [question.id])
    last = [one.kind for one in steps if one.kind in (Step.ASKED_BACK, Step.WARNED)]
    return last[-1:] == [Step.WARNED]


def _own(person: Person, question: rows.QuestionRow) -> rows.QuestionRow:
    """The question, when it is this person's. Raises: NotAllowed."""
    if question.asked_by != person.id:
        raise NotAllowed(action=Action.FOLLOW_UP_ANSWER.value)
    return question
