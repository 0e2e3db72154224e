"""Circles: groups with the same theme talk in one thread; in and out with a button (X4, M9)."""

from bot.services.matching.circles.circles import Circles
from bot.services.matching.circles.proposing import CircleProposals
from bot.services.matching.circles.views import CircleNotFound, CircleView, NoCirclePlace

__all__ = ["CircleNotFound", "CircleProposals", "CircleView", "Circles", "NoCirclePlace"]
