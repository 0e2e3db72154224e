"""What the help desk tells, and what can go wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import BadInput, Expired, NotFound, TooMany
from bot.search.helpdesk import Outcome
from bot.search.referrals import Referral
from bot.services.helpdesk.around.beside import NOTHING_AROUND, Around


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


class QuestionWithdrawn(Expired):
    """The asker took it back: there is no text any more."""

    key = "helpdesk-is-withdrawn"
    code = "H10"


class AlreadyAsked(Expired):
    """A question was made of this message before. Facts: `number`."""

    key = "helpdesk-already-asked"
    code = "H11"


class NotYourMessage(BadInput):
    """Only staff and the writer make a question of a message."""

    key = "helpdesk-not-your-message"
    code = "H12"


class MessageOfBot(BadInput):
    """Nobody asked this: a bot wrote it."""

    key = "helpdesk-message-of-bot"
    code = "H13"


class OnlyPictures(BadInput):
    """Pictures, films or sound without a word."""

    key = "helpdesk-only-pictures"
    code = "H14"


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
    language: str = "nl"
    country: str = ""
    """Where the example comes from, when that is not the Netherlands."""


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
    is_again: bool = False
    """The same was asked a moment ago, and that question counts."""
    is_public: bool = False
    """The reply stands where everybody reads it."""
    is_posted: bool = False
    """The bot asks it in the help channel, and the reply comes there."""
    is_withdrawn: bool = False
    around: Around = NOTHING_AROUND


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An own question and how far it is; `state` may also be "withdrawn"."""

    id: int
    text: str
    state: str
    asked_at: datetime
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Some own questions; pages count from 0."""

    questions: tuple[QuestionView, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class StepView:
    """Something that happened with a question, without who did it."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """An own question with all that the asker may know and do."""

    id: int
    text: str
    state: str
    asked_at: datetime
    anonymous: bool
    is_public: bool
    is_typed: bool
    """It stands as a message of the asker where others read it."""
    answers: tuple[str, ...]
    steps: tuple[StepView, ...]
    can_close: bool
    can_reopen: bool
    can_hand_over: bool
    can_withdraw: bool
