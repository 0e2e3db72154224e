"""The help desk: every question gets an answer, a referral or a person."""

from bot.services.helpdesk.helpdesk import Ask, HelpDesk
from bot.services.helpdesk.views import (
    AlreadyClaimed,
    ArticleView,
    EmptyQuestion,
    QuestionNotFound,
    QuestionView,
    Reply,
    StaffCard,
)

__all__ = [
    "AlreadyClaimed",
    "ArticleView",
    "Ask",
    "EmptyQuestion",
    "HelpDesk",
    "QuestionNotFound",
    "QuestionView",
    "Reply",
    "StaffCard",
]
