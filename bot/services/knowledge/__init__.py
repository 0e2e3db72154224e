"""Keeping knowledge: good answers become articles, and articles stay right."""

from bot.services.knowledge.base import Knowledge
from bot.services.knowledge.consents import Consents
from bot.services.knowledge.drafts import ArticleDrafts
from bot.services.knowledge.gaps import KnowledgeGaps, gaps_of
from bot.services.knowledge.keeping import Keeping
from bot.services.knowledge.links import SourceLinks, Web
from bot.services.knowledge.reviews import Reviews
from bot.services.knowledge.views import (
    ArticleEmpty,
    ArticleNotFound,
    AskerGone,
    ChangedMeanwhile,
    Details,
    Doubt,
    Draft,
    DraftOver,
    Gap,
    Gaps,
    HasPersonalNumber,
    Listed,
    ManyAlike,
    NeedsColleague,
    NoArticleOfThis,
    NoConsent,
    NoSource,
    NoTheme,
    NoWords,
    Shelf,
    SourceNotSafe,
    State,
    TooLongText,
    Trend,
    Version,
    Wording,
)
from bot.services.knowledge.wording import LONGEST, LONGEST_DETAILS

__all__ = [
    "LONGEST",
    "LONGEST_DETAILS",
    "ArticleDrafts",
    "ArticleEmpty",
    "ArticleNotFound",
    "AskerGone",
    "ChangedMeanwhile",
    "Consents",
    "Details",
    "Doubt",
    "Draft",
    "DraftOver",
    "Gap",
    "Gaps",
    "HasPersonalNumber",
    "Keeping",
    "Knowledge",
    "KnowledgeGaps",
    "Listed",
    "ManyAlike",
    "NeedsColleague",
    "NoArticleOfThis",
    "NoConsent",
    "NoSource",
    "NoTheme",
    "NoWords",
    "Reviews",
    "Shelf",
    "SourceLinks",
    "SourceNotSafe",
    "State",
    "TooLongText",
    "Trend",
    "Version",
    "Web",
    "Wording",
    "gaps_of",
]
