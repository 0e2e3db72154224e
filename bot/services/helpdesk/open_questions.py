"""Which questions others than the asker may see and act on: public, and never about a crisis."""

from bot.errors import Expired
from bot.people import Person
from bot.services.helpdesk.cards import held
from bot.services.helpdesk.states import Reason
from bot.services.helpdesk.views import QuestionNotFound
from data.store import Session
from data.store import questions as rows


class NotHere(Expired):
    """This cannot be done with this question: it is in private, closed, or about a crisis."""

    key = "helpdesk-not-here"
    code = "H20"


def is_open_to_all(question: rows.QuestionRow) -> bool:
    """Whether everybody could read this question, and still may.

    An anonymous question that stands in public was put there by the bot, without a name.
    """
    return (
        question.reply_place is not None
        and question.referral is None
        and bool(question.text)
        and question.reason != Reason.WITHDRAWN
    )


def is_for(person: Person, question: rows.QuestionRow | None) -> bool:
    """Whether this person may do something with a question: their own, or one for everybody."""
    if question is None or question.community_id != person.community_id:
        return False
    return question.asked_by == person.id or is_open_to_all(question)


async def held_for(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """An own question or one that everybody may read, locked; never one about a crisis.

    Raises: QuestionNotFound, NotHere.
    """
    question = await held(session, person, question_id)
    if not is_for(person, question):
        raise QuestionNotFound
    if question.referral is not None or question.reason == Reason.WITHDRAWN:
        raise NotHere
    return question


async def found_for(session: Session, person: Person, question_id: int) -> rows.QuestionRow:
    """As `held_for`, to read."""
    question = await rows.find(session, question_id)
    if question is None or not is_for(person, question):
        raise QuestionNotFound
    if question.referral is not None or question.reason == Reason.WITHDRAWN:
        raise NotHere
    return question
