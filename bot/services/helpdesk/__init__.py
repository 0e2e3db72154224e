"""The help desk: every question gets an answer, a referral or a person."""

from bot.services.helpdesk.answers import Answers
from bot.services.helpdesk.asking import HelpDesk
from bot.services.helpdesk.asking_back import AskedBack, AskingBack
from bot.services.helpdesk.canned import CannedReplies, CannedReply
from bot.services.helpdesk.cards import Answered, Details, Happened, StaffCard
from bot.services.helpdesk.changing import Changes
from bot.services.helpdesk.consulting import Advice, Consulting
from bot.services.helpdesk.draft_views import Begun, Draft
from bot.services.helpdesk.drafts import AnswerDrafts
from bot.services.helpdesk.figures import DeskFigures
from bot.services.helpdesk.forum import Forum
from bot.services.helpdesk.hearing import Hearing, Typed
from bot.services.helpdesk.hours import Hours
from bot.services.helpdesk.own import OwnQuestions
from bot.services.helpdesk.rounds import Rounds
from bot.services.helpdesk.routing import Helpers, Helping, Routing
from bot.services.helpdesk.satisfaction import Satisfaction
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
    "Advice",
    "AlreadyAsked",
    "AlreadyClaimed",
    "AnswerDrafts",
    "AnswerTooLong",
    "Answered",
    "Answers",
    "ArticleView",
    "Ask",
    "AskedBack",
    "AskingBack",
    "Begun",
    "CannedReplies",
    "CannedReply",
    "Changes",
    "Consulting",
    "DeskFigures",
    "Details",
    "Draft",
    "EmptyAnswer",
    "EmptyQuestion",
    "Forum",
    "Happened",
    "Hearing",
    "HelpDesk",
    "Helpers",
    "Helping",
    "Hours",
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
    "Rounds",
    "Routing",
    "Satisfaction",
    "StaffCard",
    "StaffDesk",
    "Told",
    "TooManyQuestions",
    "Typed",
]
