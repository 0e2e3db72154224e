"""What is told of requests to meet beside the request itself."""

from dataclasses import dataclass

from bot.errors import DomainError


class NotOpen(DomainError):
    """The group is not open to new requests now: its own wish, or a block, which look the same."""

    key = "matching-not-open"
    code = "M24"


@dataclass(frozen=True, slots=True)
class Blocked:
    """A group that one of the own groups does not want to hear from. Names are untrusted."""

    own_id: int
    own: str
    other_id: int
    other: str


@dataclass(frozen=True, slots=True)
class Concern:
    """Whom a report or a block is about: the own group, and the others. Names are untrusted.

    The number is 0 for somebody without a group.
    """

    own_id: int
    own: str
    others: tuple[tuple[int, str], ...]
