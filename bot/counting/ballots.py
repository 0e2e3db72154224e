"""What stands on a ballot, and whether it is valid, blank or spoilt."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Ranking = tuple[tuple[str, ...], ...]
"""Options from best to worst; those in one inner tuple are equal. Some may be left out."""

Scores = tuple[tuple[str, int], ...]
"""Points by option, in the order of the option's name."""

MAX_TEXT: Final = 20_000
"""Characters; a longer ballot is spoilt."""

_BLANK: Final = frozenset({"", "blanco", "blank"})
_POINTS: Final = re.compile(r"[0-9]{1,3}", re.ASCII)
_LOOKS_SCORED: Final = re.compile(r":\s*[-+]?[0-9.]*\s*$", re.ASCII)

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Ballot:
    """One way of voting and how many voted so.

    `text` is `A>B=C` (ranked), `A;B` (ticked), `A:3;B:0` (points) or `D1:ja;D2:mits` (dates); empty
    or "blanco" is blank. `is_required` is for dates: somebody without whom it cannot go on.
    """

    text: str
    count: int = 1
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Sorted(Generic[Mark]):
    """Ballots after sorting: equal valid ones merged, in an order that never depends on arrival."""

    marks: tuple[tuple[Mark, int], ...]
    options: tuple[str, ...]
    blank: int
    invalid: int

    @property
    def valid(self) -> int:
        """How many ballots are valid."""
        return sum(number for _, number in self.marks)


def sort_ballots(
    ballots: Iterable[Ballot],
    read: Callable[[str], Mark | None],
    named: Callable[[Mark], Iterable[str]],
    options: Iterable[str] = (),
) -> Sorted[Mark]:
    """Read every ballot once; `read` gives None for a spoilt one, `named` the options on a ballot.

    With `options` a ballot that names another one is spoilt; without, the valid ballots name them.
    Raises: ValueError when a count is negative.
    """
    known = frozenset(tidy(option) for option in options)
    piles: Counter[str] = Counter()
    for ballot in ballots:
        if ballot.count < 0:
            message = "a count of ballots is never negative"
            raise ValueError(message)
        piles[tidy(ballot.text)] += ballot.count
    marks: Counter[Mark] = Counter()
    blank = invalid = 0
    seen: set[str] = set()
    for text, number in piles.items():
        if text.casefold() in _BLANK:
            blank += number
            continue
        mark = read(text) if len(text) <= MAX_TEXT else None
        if mark is None or (known and not known.issuperset(named(mark))):
            invalid += number
            continue
        seen.update(named(mark))
        marks[mark] += number
    kept = sorted(((mark, number) for mark, number in marks.items() if number), key=repr)
    return Sorted(tuple(kept), tuple(sorted(known or seen)), blank, invalid)


def tidy(text: str) -> str:
    """The text without outer spaces and in one Unicode form, so that equal names compare equal."""
    return unicodedata.normalize("NFC", text).strip()


def read_ranking(text: str) -> Ranking | None:
    """`A>B=C` as levels; None when it is spoilt: an empty place, an option twice, another form."""
    if ";" in text or _LOOKS_SCORED.search(text):
        return None
    levels = tuple(
        tuple(sorted(name.strip() for name in level.split("="))) for level in text.split(">")
    )
    return levels if _are_distinct([name for level in levels for name in level]) else None


def read_ticks(text: str) -> tuple[str, ...] | None:
    """`A;B` as names in order; None when it is spoilt."""
    if ">" in text or "=" in text:
        return None
    names = sorted(name.strip() for name in text.split(";"))
    if any(_LOOKS_SCORED.search(name) for name in names):
        return None
    return tuple(names) if _are_distinct(names) else None


def read_scores(text: str, highest: int) -> Scores | None:
    """`A:3;B:0` as points from 0 to `highest`; None when it is spoilt."""
    pairs = read_pairs(text)
    if pairs is None or not all(_POINTS.fullmatch(points) for _, points in pairs):
        return None
    scores = tuple((name, int(points)) for name, points in pairs)
    return scores if all(points <= highest for _, points in scores) else None


def read_pairs(text: str) -> tuple[tuple[str, str], ...] | None:
    """`A:x;B:y` as pairs in the order of the names, split at the last colon; None when spoilt."""
    if ">" in text or "=" in text:
        return None
    parts = [part.rpartition(":") for part in text.split(";")]
    pairs = sorted((name.strip(), value.strip()) for name, _, value in parts)
    return tuple(pairs) if _are_distinct([name for name, _ in pairs]) else None


def named_in_ranking(ranking: Ranking) -> tuple[str, ...]:
    """Every option that the ranking names."""
    return tuple(name for level in ranking for name in level)


def _are_distinct(names: list[str]) -> bool:
    """Whether each name says something else, and none is empty or stands for a blank vote."""
    return len(set(names)) == len(names) and not any(name.casefold() in _BLANK for name in names)
