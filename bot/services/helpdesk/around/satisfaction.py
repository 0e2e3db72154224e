"""Whether the answer of a person helped; who was not helped gets a person again."""

from bot.clock import Clock
from bot.people import Person
from bot.services.helpdesk.asking.own import end, own, to_staff
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.states import State, Step
from data.store import Store


class Satisfaction:
    """What askers say of the answers of people. Asked with the answer itself, never again."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def judge(self, person: Person, question_id: int, *, happy: bool) -> None:
        """Keep what the asker says: happy closes the question, unhappy opens it again.

        Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        async with self._store.writing() as session:
            question = own(person, await held(session, person, question_id))
            if not happy:
                await to_staff(session, question, self._clock, Step.REOPENED)
            elif question.state != State.CLOSED:
                await end(session, question, Step.ACCEPTED, self._clock)
            question.happy = happy
