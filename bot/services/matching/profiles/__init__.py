"""Profiles of collectives: made, filled in, spoken for, kept true."""

from bot.services.matching.profiles.profiles import (
    LONGEST_DESCRIPTION,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_REACH,
    MOST_THEMES,
    Profiles,
    card_of,
)

__all__ = [
    "LONGEST_DESCRIPTION",
    "LONGEST_ITEM",
    "LONGEST_NAME",
    "LONGEST_REACH",
    "MOST_THEMES",
    "Profiles",
    "card_of",
]
