"""Coffee rounds: every so many weeks two who fit and do not know each other yet meet.

Staff begin a series, everybody joins and leaves with one press, the keeper does the rest.
"""

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

__all__ = [
    "MOST_WEEKS",
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
