"""Profiles of collectives: made, filled in, spoken for, kept true."""

from bot.services.matching.profiles.cards import card_of
from bot.services.matching.profiles.contacts import Contacts
from bot.services.matching.profiles.fields import (
    LONGEST_ALT,
    LONGEST_DESCRIPTION,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_REACH,
    MOST_LINKS,
    MOST_THEMES,
)
from bot.services.matching.profiles.freshness import Freshness
from bot.services.matching.profiles.pictures import Pictures
from bot.services.matching.profiles.profiles import Profiles

__all__ = [
    "LONGEST_ALT",
    "LONGEST_DESCRIPTION",
    "LONGEST_ITEM",
    "LONGEST_NAME",
    "LONGEST_REACH",
    "MOST_LINKS",
    "MOST_THEMES",
    "Contacts",
    "Freshness",
    "Pictures",
    "Profiles",
    "card_of",
]
