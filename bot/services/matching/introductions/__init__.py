"""Introductions: asking another group to meet, answering, and staying safe."""

from bot.services.matching.introductions.introductions import Introductions
from bot.services.matching.introductions.keeping import IntroductionKeeper
from bot.services.matching.introductions.safety import Safety
from bot.services.matching.introductions.standing import Standing, standing_of
from bot.services.matching.introductions.views import Blocked, Concern, NotOpen

__all__ = [
    "Blocked",
    "Concern",
    "IntroductionKeeper",
    "Introductions",
    "NotOpen",
    "Safety",
    "Standing",
    "standing_of",
]
