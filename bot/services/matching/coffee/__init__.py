"""Coffee rounds: every so many weeks two who fit and do not know each other yet meet.

Staff begin a series, everybody joins and leaves with one press, the keeper does the rest.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.clock import Clock
from bot.services.matching.coffee.keeping import CoffeeKeeper
from bot.services.matching.coffee.series import MOST_WEEKS, CoffeeSeries
from bot.services.matching.coffee.taking_part import CoffeeGuests
from bot.services.matching.coffee.views import (
    CoffeeCard,
    CoffeeFigures,
    CoffeeNotFound,
    CoffeeNotIn,
    CoffeeOver,
    CoffeeUnclear,
    Preview,
    RoundView,
    Sitter,
)
from bot.services.matching.meeting import Meetings
from bot.services.matching.reading import Reading
from data.store import Store

__all__ = [
    "MOST_WEEKS",
    "Coffee",
    "CoffeeCard",
    "CoffeeFigures",
    "CoffeeGuests",
    "CoffeeKeeper",
    "CoffeeNotFound",
    "CoffeeNotIn",
    "CoffeeOver",
    "CoffeeSeries",
    "CoffeeUnclear",
    "Preview",
    "RoundView",
    "Sitter",
]


@dataclass(frozen=True, slots=True)
class Coffee:
    """The coffee rounds: of staff, of everybody, and what happens by itself."""

    series: CoffeeSeries
    guests: CoffeeGuests
    keeper: CoffeeKeeper

    @classmethod
    def over(
        cls,
        store: Store,
        clock: Clock,
        reading: Reading,
        meetings: Meetings,
        themes: Collection[str],
    ) -> "Coffee":
        """Build them."""
        return cls(
            series=CoffeeSeries(store, clock, reading, themes),
            guests=CoffeeGuests(store, clock),
            keeper=CoffeeKeeper(store, clock, reading, meetings),
        )
