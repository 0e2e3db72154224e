"""A wrong answer of the bot is thrown away at once ("dat klopt niet"), and a person looks."""

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.asking.own import to_staff
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.refreshing import reply_again
from bot.services.helpdesk.states import WITH_STAFF, Step
from bot.services.helpdesk.steps import step
from data.store import Session, Store
from data.store import question_events as events


class Discarding:
    """Throwing away what the bot answered."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def throw_away(self, person: Person, question_id: int) -> bool:
        """The answer is wrong: it goes from where it stood, and staff get the question; once.

        Its asker may, and staff; True when it was the asker. The card says which articles were
        wrong.
        Raises: QuestionNotFound, NotAllowed, QuestionWithdrawn.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            question = await held(session, person, question_id)
            if question.asked_by != person.id and not person.may(Action.HANDLE_QUESTION):
                raise NotAllowed(action=Action.HANDLE_QUESTION.value)
            is_asker = question.asked_by == person.id
            if await is_thrown_away(session, question.id):
                return is_asker
            if question.state not in WITH_STAFF:
                await to_staff(session, question, self._clock, Step.HANDED_OVER)
            await step(
                session, question, Step.THROWN_AWAY, now, by=person,
                articles=list(question.suggested),
            )  # fmt: skip
            await reply_again(session, question, now)
            return is_asker


async def is_thrown_away(session: Session, question_id: int) -> bool:
    """Whether the answer of the bot to this question was wrong."""
    steps = await events.find_of(session, [question_id])
    return any(one.kind == Step.THROWN_AWAY for one in steps)
