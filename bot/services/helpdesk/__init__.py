"""The help desk: every question gets an answer, a referral or a person."""

from bot.services.helpdesk.answers import Answers
from bot.services.helpdesk.asking import HelpDesk
from bot.services.helpdesk.cards import StaffCard
from bot.services.helpdesk.changing import Changes
from bot.services.helpdesk.figures import DeskFigures
from bot.services.helpdesk.hearing import Hearing, Typed
from bot.services.helpdesk.own import OwnQuestions
from bot.services.helpdesk.staffdesk import StaffDesk
from bot.services.helpdesk.storing import Ask, Told
from bot.services.helpdesk.views import (
    AlreadyAsked,
    AlreadyClaimed,
    AnswerTooLong,
    ArticleView,
    EmptyAnswer,
    EmptyQuestion,
    MessageOfBot,
    NothingAsked,
    NotYourMessage,
    OnlyPictures,
    OwnPage,
    OwnQuestion,
    QuestionNotFound,
    QuestionView,
    QuestionWithdrawn,
    Reply,
    TooManyQuestions,
)

__all__ = [
    "AlreadyAsked",
    "AlreadyClaimed",
    "AnswerTooLong",
    "Answers",
    "ArticleView",
    "Ask",
    "Changes",
    "DeskFigures",
    "EmptyAnswer",
    "EmptyQuestion",
    "Hearing",
    "HelpDesk",
    "MessageOfBot",
    "NotYourMessage",
    "NothingAsked",
    "OnlyPictures",
    "OwnPage",
    "OwnQuestion",
    "OwnQuestions",
    "QuestionNotFound",
    "QuestionView",
    "QuestionWithdrawn",
    "Reply",
    "StaffCard",
    "StaffDesk",
    "Told",
    "TooManyQuestions",
    "Typed",
]
