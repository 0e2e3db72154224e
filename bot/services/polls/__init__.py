"""Polls: ask the community something and get a result that people can trust."""

from bot.services.polls.keys import PollKeys
from bot.services.polls.polls import (
    Card,
    Draft,
    OptionTexts,
    PollClosed,
    PollNotFound,
    Polls,
    Receipt,
    Result,
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
]
