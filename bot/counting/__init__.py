"""Counting ballots: pure, exact (integers and fractions), whatever the order of anything."""

from bot.counting.ballots import Ballot
from bot.counting.pairs import TooManyOptions
from bot.counting.results import Count, Duel, Round, Total
from bot.counting.rules import Majority, has_majority, is_quorum_met
from bot.counting.tally import Method, count

__all__ = [
    "Ballot",
    "Count",
    "Duel",
    "Majority",
    "Method",
    "Round",
    "TooManyOptions",
    "Total",
    "count",
    "has_majority",
    "is_quorum_met",
]
