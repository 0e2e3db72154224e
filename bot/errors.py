"""Everything that can go wrong on purpose, as one tree.

    DomainError
    ├── NotAllowed            the person may not do this
    ├── NotFound              unknown, withdrawn, or not for you
    ├── Expired               the thing existed, its time is over
    ├── BadInput              what was typed cannot be used; says what can
    ├── TooMany               a limit for this person; says when to try again
    └── Unavailable           a part of the bot is away; nothing was lost

A class carries a text key (a sentence per language in `data/content/texts`) and a short code. What
happened is told by facts, never by prose: `raise PollClosed(closes_at=poll.closes_at)`.
"""

from typing import ClassVar

from data.store import StoreError
from data.store.outages import is_away

__all__ = [
    "BadInput",
    "DomainError",
    "Expired",
    "NotAllowed",
    "NotFound",
    "PortTaken",
    "StoreError",
    "TooMany",
    "Unavailable",
    "Unexpected",
    "as_domain",
    "is_away",
]


class DomainError(Exception):
    """A refusal that a person can read in their own language.

    `key` names the text, `code` is short, stable and in the log too; `facts` fill the text.
    """

    key: ClassVar[str] = "error-unexpected"
    code: ClassVar[str] = "X0"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.key, facts)
        self.facts = facts


class NotAllowed(DomainError):
    """The person's role does not permit this. Facts: `action`, or the class names it."""

    key = "error-not-allowed"
    code = "R1"
    action: ClassVar[str] = ""


class NotFound(DomainError):
    """Unknown, withdrawn, or hidden from this person: all three look alike."""

    key = "error-not-found"
    code = "N1"


class Expired(DomainError):
    """A button or offer whose time is over."""

    key = "error-expired"
    code = "E1"


class BadInput(DomainError):
    """What was typed cannot be used as it is."""

    key = "error-bad-input"
    code = "I1"


class TooMany(DomainError):
    """A limit per person was reached. Facts: `wait_s`, whole seconds until it works again."""

    key = "error-too-many"
    code = "L1"


class Unavailable(DomainError):
    """A part of the bot is away for now."""

    key = "error-unavailable"
    code = "U1"


class PortTaken(DomainError):
    """Another program listens there. Facts, as text: `port`, `other` (a port to try)."""

    key = "practice-port-taken"
    code = "P1"


class Unexpected(DomainError):
    """A mistake of ours."""


def as_domain(error: BaseException) -> DomainError:
    """The refusal to show: itself, `Unavailable` while the database is away, or `Unexpected`."""
    if isinstance(error, DomainError):
        return error
    if is_away(error):
        return Unavailable()
    return Unexpected()
