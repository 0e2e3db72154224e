"""What is told of coffee rounds, and what can go wrong with them."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, Expired, NotFound
from bot.search.pairing import Certificate


class CoffeeNotFound(NotFound):
    """No such series or round here."""

    key = "coffee-not-found"
    code = "Q1"


class CoffeeOver(Expired):
    """The series was stopped, or the round is over."""

    key = "coffee-over"
    code = "Q2"


class CoffeeUnclear(BadInput):
    """A rhythm or day that cannot be. Facts: `most`, the weeks at most."""

    key = "coffee-unclear"
    code = "Q3"


class CoffeeNotIn(BadInput):
    """Only who takes part can skip a round."""

    key = "coffee-not-in"
    code = "Q4"


@dataclass(frozen=True, slots=True)
class CoffeeCard:
    """A series as one person sees it. `theme` is empty for the open one.

    `state` is out, in, paused or skips; `collective` the name of the one they take part for, empty
    when for themselves. `round_id`: the round that was announced. `next_at` is when it is.
    """

    id: int
    theme: str
    weeks: int
    next_at: datetime | None
    state: str = "out"
    collective: str = ""
    round_id: int | None = None


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round for the message that asks whether somebody takes part. `is_open`: they may say."""

    id: int
    coffee_id: int
    theme: str
    at: datetime
    is_open: bool


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody in a preview; both texts are untrusted."""

    name: str
    collective: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Who would meet whom if the round were made now. `ages`: per group how long ago repeats were.

    Nothing is kept of it and nobody is told.
    """

    card: CoffeeCard
    groups: tuple[tuple[Sitter, ...], ...]
    ages: tuple[tuple[int, ...], ...]
    alone: tuple[Sitter, ...]
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class CoffeeFigures:
    """Figures of a series, without names: of all rounds that are still kept.

    `planned`: the groups that chose a moment.
    """

    theme: str
    weeks: int
    members: int
    paused: int
    rounds: int
    people: int
    groups: int
    planned: int
    alone: int
    repeats: int
