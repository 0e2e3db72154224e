"""Matching: which collectives fit a collective, or a wish, and why.

Pure and without language: `CollectiveIndex.rank` gives ids, scores and reasons as facts. All
weights and formulas are in `scoring`.
"""

from collections.abc import Sequence

from bot.search.collectives.index import CollectiveIndex
from bot.search.collectives.profiles import (
    Difference,
    Match,
    MatchQuery,
    Profile,
    Reason,
    ReasonKind,
    profile_of,
    query_of,
)
from bot.search.collectives.reading import Reader
from bot.search.collectives.reasons import reason_facts
from bot.search.collectives.scoring import Weights, shared_themes

__all__ = [
    "CollectiveIndex",
    "Difference",
    "Match",
    "MatchQuery",
    "Profile",
    "Reader",
    "Reason",
    "ReasonKind",
    "Weights",
    "profile_of",
    "query_of",
    "rank",
    "reason_facts",
    "shared_themes",
]


def rank(
    query: MatchQuery, collectives: Sequence[Profile], reader: Reader, *, top: int = 5
) -> tuple[Match, ...]:
    """One question over a few collectives; keep a `CollectiveIndex` for more questions."""
    return CollectiveIndex(collectives, reader).rank(query, top)
