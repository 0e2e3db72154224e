"""Polls: ask the community something and get a result that people can trust."""

from bot.services.polls.keys import PollKeys
from bot.services.polls.polls import Polls
from bot.services.polls.views import (
    Card,
    Draft,
    OptionTexts,
    PollClosed,
    PollNotFound,
    Receipt,
    Result,
    Roll,
    Supporters,
)

__all__ = [
    "Card",
    "Draft",
    "OptionTexts",
    "PollClosed",
    "PollKeys",
    "PollNotFound",
    "Polls",
    "Receipt",
    "Result",
    "Roll",
    "Supporters",
]
