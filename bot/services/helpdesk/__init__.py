"""The help desk: every question gets an answer, a referral or a person."""

from bot.services.helpdesk.figures import DeskFigures
from bot.services.helpdesk.helpdesk import Ask, HelpDesk, Told
from bot.services.helpdesk.staffdesk import StaffDesk
from bot.services.helpdesk.views import (
    AlreadyClaimed,
    AnswerTooLong,
    ArticleView,
    EmptyAnswer,
    EmptyQuestion,
    NothingAsked,
    QuestionNotFound,
    QuestionView,
    Reply,
    StaffCard,
    TooManyQuestions,
)

__all__ = [
    "AlreadyClaimed",
    "AnswerTooLong",
    "ArticleView",
    "Ask",
    "DeskFigures",
    "EmptyAnswer",
    "EmptyQuestion",
    "HelpDesk",
    "NothingAsked",
    "QuestionNotFound",
    "QuestionView",
    "Reply",
    "StaffCard",
    "StaffDesk",
    "Told",
    "TooManyQuestions",
]
