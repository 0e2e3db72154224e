"""The help desk: every question gets an answer, a referral or a person."""

from bot.services.helpdesk.activities import Activities, Activity, ActivityDraft, ActivityState
from bot.services.helpdesk.around.answers import Answers
from bot.services.helpdesk.around.satisfaction import Satisfaction
from bot.services.helpdesk.asking.asking import HelpDesk
from bot.services.helpdesk.asking.changing import Changes
from bot.services.helpdesk.asking.hearing import Hearing, Typed
from bot.services.helpdesk.asking.own import OwnQuestions
from bot.services.helpdesk.asking.storing import Ask, Told
from bot.services.helpdesk.cards import Answered, Details, Happened, StaffCard
from bot.services.helpdesk.days.figures import DeskFigures
from bot.services.helpdesk.days.hours import Hours
from bot.services.helpdesk.days.rounds import Rounds
from bot.services.helpdesk.experts.consulting import Consulting
from bot.services.helpdesk.experts.routing import Helpers, Helping, Routing
from bot.services.helpdesk.experts.views import Advice
from bot.services.helpdesk.forum.forum import Forum
from bot.services.helpdesk.staff.asking_back import AskedBack, AskingBack
from bot.services.helpdesk.staff.canned import CannedReplies, CannedReply
from bot.services.helpdesk.staff.draft_views import Begun, Draft
from bot.services.helpdesk.staff.drafts import AnswerDrafts
from bot.services.helpdesk.staff.staffdesk import StaffDesk
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
    "Activities",
    "Activity",
    "ActivityDraft",
    "ActivityState",
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
