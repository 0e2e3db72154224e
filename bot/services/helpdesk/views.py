"""What the help desk tells, and what can go wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import BadInput, Expired, NotFound, TooMany
from bot.search.helpdesk import Outcome
from bot.search.referrals import Referral


class QuestionNotFound(NotFound):
    """No such question for this person."""

    key = "helpdesk-not-found"
    code = "H1"


class EmptyQuestion(BadInput):
    """Nothing was asked."""

    key = "helpdesk-empty"
    code = "H2"


class AlreadyClaimed(Expired):
    """Somebody else answers this one, or it is done. Facts: `name`."""

    key = "helpdesk-claimed"
    code = "H3"


class NothingAsked(BadInput):
    """Thanks, a greeting or a remark: there is nothing to find out."""

    key = "helpdesk-nothing-asked"
    code = "H4"


class TooManyQuestions(TooMany):
    """Too many questions in a row; nothing is stored. Facts: `wait_s`, `text` (to send again)."""

    key = "helpdesk-too-many"
    code = "H5"


class EmptyAnswer(BadInput):
    """Nothing was answered."""

    key = "helpdesk-empty-answer"
    code = "H6"


class AnswerTooLong(BadInput):
    """Longer than a chat message can be. Facts: `most`, characters."""

    key = "helpdesk-answer-too-long"
    code = "H7"


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as a person reads it."""

    id: str
    title: str
    body: str
    step: str
    source_name: str
    source_url: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Reply:
    """What the asker hears. `waits_for_staff`: a person takes over.

    `left_out`: a number or address that leads to the asker was not kept.
    """

    question_id: int
    outcome: Outcome
    articles: tuple[ArticleView, ...]
    referrals: tuple[Referral, ...]
    themes: tuple[str, ...]
    waits_for_staff: bool
    left_out: bool = False
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An own question and how far it is."""

    id: int
    text: str
    state: str
    asked_at: datetime
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffCard:
    """A question as staff see it. `asker` is empty when the question is anonymous."""

    id: int
    text: str
    state: str
    asker: str
    claimed_by: str
    themes: tuple[str, ...]
    referral: str
    asked_at: datetime
    answers: tuple[str, ...]
