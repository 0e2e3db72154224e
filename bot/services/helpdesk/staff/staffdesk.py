"""What staff do with a question: see it, take it on, answer it."""

from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.cards import (
    LONGEST,
    Details,
    StaffCard,
    answers_to,
    found,
    held,
    name_of,
    read_card,
    read_details,
)
from bot.services.helpdesk.refreshing import once
from bot.services.helpdesk.staff.answering import Letter, Writer, goes_along, hold_all, send
from bot.services.helpdesk.staff.asking_back import AskingBack, wake
from bot.services.helpdesk.staff.handling import Handling
from bot.services.helpdesk.staff.joining import Joining
from bot.services.helpdesk.states import State, Step
from bot.services.helpdesk.steps import step, written
from bot.services.helpdesk.views import AlreadyClaimed, EmptyAnswer, QuestionNotFound
from data.store import Store, deliveries
from data.store import question_events as events
from data.store import questions as rows

__all__ = ["LONGEST", "StaffDesk", "answers_to", "held", "name_of"]

WARNED_BEFORE: Final = timedelta(days=2)
"""So long before the end the asker hears that nobody waits much longer."""
WOKEN_AT_ONCE: Final = 50


class StaffDesk:
    """The questions of residents, as staff see and handle them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.handling = Handling(store, clock)
        self.joining = Joining(store, clock)
        self.back = AskingBack(store, clock)

    async def claim(self, person: Person, question_id: int) -> None:
        """Take a question on. Raises: QuestionNotFound, NotAllowed, AlreadyClaimed, Merged."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            if question.state == State.CLAIMED and question.claimed_by == person.id:
                return
            goes_along(question)
            if question.state != State.OPEN:
                name = await name_of(session, question.claimed_by)
                raise AlreadyClaimed(name=name, named=bool(name))
            question.state, question.claimed_by = State.CLAIMED.value, person.id
            await step(session, question, Step.CLAIMED, self._clock.now(), by=person)

    async def answer(self, person: Person, question_id: int, text: str, origin: str) -> None:
        """Answer as a person; the asker gets it where they asked. The same origin is one answer.

        A long answer goes in several messages. Who has a question that goes along gets it too.
        Raises: QuestionNotFound, NotAllowed, EmptyAnswer, AnswerTooLong, Merged.
        """
        person.need(Action.HANDLE_QUESTION)
        letter = Letter(Writer(person.id, person.name), written(text, LONGEST, EmptyAnswer), origin)
        async with self._store.writing() as session:
            group = await hold_all(session, person, question_id)
            await send(session, person, group, letter, self._clock.now())

    async def waiting(self, person: Person) -> tuple[StaffCard, ...]:
        """Questions that wait for a person, oldest first. Raises: NotAllowed."""
        person.need(Action.SEE_QUESTION)
        async with self._store.reading() as session:
            waiting = await rows.find_waiting(session, person.community_id)
            return tuple([await read_card(session, question) for question in waiting])

    async def card(self, question_id: int) -> StaffCard:
        """A question for the staff channel. Raises: QuestionNotFound."""
        async with self._store.reading() as session:
            question = await rows.find(session, question_id)
            if question is None:
                raise QuestionNotFound
            return await read_card(session, question)

    async def show_again(self, question_id: int, message: str) -> None:
        """Draw this card once more, in turn with every other change of it; for no other message.

        What it shows is read when it is sent, so that it never goes back to how it was.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            source = await deliveries.find_source(session, message)
            if source is None or source.split(":")[:2] != ["question", str(question_id)]:
                return
            for card in await deliveries.find_sent(session, source):
                again = f"{source}:shown:{once()}"
                facts = {"question": question_id}
                await deliveries.add_change(session, card, card.kind, again, facts=facts, at=now)

    async def look(self, person: Person, question_id: int) -> Details:
        """Everything about a question, notes included. Raises: QuestionNotFound, NotAllowed."""
        person.need(Action.SEE_QUESTION)
        async with self._store.reading() as session:
            return await read_details(session, await found(session, person, question_id))

    async def wake_due(self) -> int:
        """What was put away comes back; who was asked something is warned, then let go.

        Returns how many questions it was about.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            due = await events.find_to_wake(session, now, now + WARNED_BEFORE, WOKEN_AT_ONCE)
        for question_id in due:
            async with self._store.writing() as session:
                question = await rows.hold(session, question_id)
                if question is not None:
                    await wake(session, question, now, WARNED_BEFORE)
        return len(due)
