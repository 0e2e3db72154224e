"""What polls tell, and what can go wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, DomainError, Expired, NotFound


class PollNotFound(NotFound):
    """No such poll here."""

    key = "polls-not-found"
    code = "P2"


class PollClosed(Expired):
    """Voting is over. Facts: `closes_at`."""

    key = "polls-closed"
    code = "P3"


class OptionTexts(BadInput):
    """Too few, too many or equal options. Facts: `count`."""

    key = "polls-options"
    code = "P4"


class NoPollPlace(DomainError):
    """The community has no place for polls yet."""

    key = "polls-no-place"
    code = "P5"


class TooSoon(BadInput):
    """A deadline that leaves no time to vote."""

    key = "polls-too-soon"
    code = "P6"


class Choice(BadInput):
    """A vote for options that this poll does not have, or for more than one where one is asked."""

    key = "polls-choice"
    code = "P7"


@dataclass(frozen=True, slots=True)
class Draft:
    """A poll as somebody wants it; the deadline as they typed it."""

    origin: str
    question: str
    options: Sequence[str]
    deadline: str
    multiple: bool = False
    anonymous: bool = True
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What everybody may see of a poll. `counts` is empty while an anonymous poll is open."""

    id: int
    question: str
    purpose: str
    options: tuple[str, ...]
    multiple: bool
    anonymous: bool
    is_open: bool
    closes_at: datetime
    voters: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the voter hears."""

    poll: Card
    choices: tuple[int, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome. `too_few` hides the numbers of a small anonymous poll."""

    card: Card
    winners: tuple[str, ...]
    too_few: bool
