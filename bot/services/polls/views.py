"""What polls tell, and what can go wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, DomainError, Expired, NotAllowed, NotFound


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


class NoQuestion(BadInput):
    """A question without a word that can be read."""

    key = "polls-no-question"
    code = "P8"


class NotAStarter(NotAllowed):
    """This person may not start polls; says who may."""

    key = "polls-not-a-starter"
    code = "P9"


class PollStopped(Expired):
    """Somebody ended the poll before its time."""

    key = "polls-is-stopped"
    code = "P10"


class PollLost(Expired):
    """The key of an anonymous poll is gone, so nobody can be recognised: it cannot go on."""

    key = "polls-is-lost"
    code = "P11"


class VotesAreSecret(NotAllowed):
    """The poll is anonymous: nobody sees who chose what."""

    key = "polls-secret"
    code = "P12"


class NamesComeLater(NotAllowed):
    """Names are shown when voting is over. Facts: `closes_at`."""

    key = "polls-names-later"
    code = "P13"


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
    """What everybody may see of a poll.

    While an anonymous poll is open `counts` is empty, and `voters` is how many there were some
    minutes ago, in steps; 0 when that is not known.
    """

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
    language: str
    """Of the place where the card stands."""


@dataclass(frozen=True, slots=True)
class OpenPoll:
    """A poll in a list."""

    id: int
    question: str
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the voter hears. `choices` are the texts of the options."""

    choices: tuple[str, ...]
    changed: bool
    anonymous: bool
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome. `winners` are places counted from 1; `too_few` hides a small anonymous poll."""

    card: Card
    winners: tuple[int, ...]
    too_few: bool


@dataclass(frozen=True, slots=True)
class Supporters:
    """Who chose an option, by name; `unnamed` are those whose name was erased since."""

    option: str
    names: tuple[str, ...]
    unnamed: int


@dataclass(frozen=True, slots=True)
class Roll:
    """Who chose what in a poll by name that is over."""

    question: str
    options: tuple[Supporters, ...]
