"""How much one may do in a while: token buckets as arithmetic on a state that a row can hold.

Nothing is kept here. Read the state, `take`, write the state back in the same transaction; then a
limit survives a restart.
Source: domain rules on trust, "Limits".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import Final

_ROUNDING: Final = 1e-6


class Holder(StrEnum):
    """Who has a bucket of their own."""

    PERSON = "person"
    COMMUNITY = "community"
    COLLECTIVE = "collective"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` times in `window_s` seconds; what was used comes back evenly in that time.

    `name` is stable: it is stored. `is_late_only` means that what comes too much is done later and
    never refused.
    """

    name: str
    count: int
    window_s: int
    holder: Holder = Holder.PERSON
    is_late_only: bool = False


@dataclass(frozen=True, slots=True)
class Bucket:
    """What a holder has left of a limit, as of an aware instant."""

    tokens: float
    updated_at: datetime


QUESTIONS: Final = (Limit("questions", 5, 600), Limit("questions-day", 30, 86_400))
SEARCHES: Final = (Limit("searches", 20, 60),)
NEW_POLLS: Final = (Limit("new-polls", 3, 86_400),)
NEW_POLLS_COMMUNITY: Final = (Limit("new-polls-community", 20, 86_400, Holder.COMMUNITY),)
INTRODUCTIONS: Final = (Limit("introductions", 10, 604_800, Holder.COLLECTIVE),)
PROFILE_EDITS: Final = (Limit("profile-edits", 20, 3600),)
VOTES: Final = (Limit("votes", 30, 60, is_late_only=True),)
EXPORTS: Final = (Limit("exports", 3, 86_400),)
REPORTS: Final = (Limit("reports", 5, 86_400),)
"""Not in the source: a report goes to people at once, so a bored person is slowed down."""
FAILED_CODES: Final = (Limit("failed-codes", 10, 3600),)
SPACE_ACTIONS: Final = (Limit("space-actions", 120, 60, Holder.SPACE),)
ALL_LIMITS: Final = (
    *QUESTIONS, *SEARCHES, *NEW_POLLS, *NEW_POLLS_COMMUNITY, *INTRODUCTIONS, *PROFILE_EDITS,
    *VOTES, *EXPORTS, *REPORTS, *FAILED_CODES, *SPACE_ACTIONS,
)  # fmt: skip

MOST_OPEN_INTRODUCTIONS: Final = 3
"""Open introductions per collective; a count of rows, not a bucket."""

HITS_BEFORE_STAFF_KNOW: Final = 5
"""Limits hit by one person in a day before staff gets a note; the first gets a friendly line."""


def take(state: Bucket | None, limit: Limit, now: datetime) -> tuple[Bucket, int]:
    """Use the limit once: the state to store, and 0, or the whole seconds to wait when it is spent.

    No state yet means a full bucket. A refusal uses nothing up. A clock that went back gives
    nothing and takes nothing.
    """
    filled = refilled(state, limit, now)
    if filled.tokens >= 1 - _ROUNDING:
        return Bucket(max(0.0, filled.tokens - 1), filled.updated_at), 0
    missing_s = (1 - filled.tokens) * limit.window_s / limit.count
    behind_s = max(0.0, (filled.updated_at - now).total_seconds())
    return filled, max(1, ceil(missing_s + behind_s - _ROUNDING))


def take_all(
    states: Sequence[Bucket | None], limits: Sequence[Limit], now: datetime
) -> tuple[tuple[Bucket, ...], int]:
    """Use several limits at once, or none of them: the states to store and the longest wait."""
    taken = [take(state, limit, now) for state, limit in zip(states, limits, strict=True)]
    wait_s = max((wait for _, wait in taken), default=0)
    if wait_s == 0:
        return tuple(bucket for bucket, _ in taken), 0
    kept = zip(states, limits, strict=True)
    return tuple(refilled(state, limit, now) for state, limit in kept), wait_s


def refilled(state: Bucket | None, limit: Limit, now: datetime) -> Bucket:
    """The state at this instant, with what came back since; never more than full."""
    if state is None:
        return Bucket(float(limit.count), now)
    passed_s = max(0.0, (now - state.updated_at).total_seconds())
    tokens = min(float(limit.count), state.tokens + passed_s * limit.count / limit.window_s)
    return Bucket(tokens, max(now, state.updated_at))


def is_full_at(state: Bucket, limit: Limit) -> datetime:
    """The instant from which this state says nothing any more, so that its row may go."""
    missing = max(0.0, limit.count - state.tokens)
    return state.updated_at + timedelta(seconds=missing * limit.window_s / limit.count)


def is_free_of(limit: Limit, *, is_staff: bool) -> bool:
    """Whether this limit does not count for the one who acts: staff is free of personal limits."""
    return is_staff and limit.holder is Holder.PERSON
