"""Which earlier questions ask the same: near repeats only, as a likeness of subject misleads."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search.evidence import likeness, rarity
from bot.search.words import STOP_EN, STOP_NL, grams, words

ENOUGH: Final = 0.6
"""From this likeness on two questions ask the same."""
MOST: Final = 2_000
"""The most earlier questions that are compared, the first of those given."""
LONGEST_CHARS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Alike:
    """An earlier question that asks the same. `score` is 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class _Asked:
    stems: frozenset[str]
    groups: frozenset[str]


Stems = Callable[[str], Iterable[str]]


def alike(text: str, others: Sequence[tuple[str, str]], stems: Stems) -> tuple[Alike, ...]:
    """Those of `others` (id, text) that ask what `text` asks, most alike first.

    Words that many of the questions share count for little.
    """
    own = _asked(text, stems)
    if not own.stems:
        return ()
    read = [(id_, _asked(other, stems)) for id_, other in others[:MOST]]
    counts = Counter(stem for _, asked in read for stem in asked.stems)
    scored = (Alike(id_, round(_score(own, asked, counts, len(read)), 4)) for id_, asked in read)
    return tuple(
        sorted((one for one in scored if one.score >= ENOUGH), key=lambda one: (-one.score, one.id))
    )


def _asked(text: str, stems: Stems) -> _Asked:
    cut = text[:LONGEST_CHARS]
    told = [word for word in words(cut) if word not in STOP_NL and word not in STOP_EN]
    return _Asked(frozenset(stems(cut)), frozenset(grams(told)))


def _score(own: _Asked, other: _Asked, counts: Counter[str], size: int) -> float:
    """The mean of what they share in words, by how telling those are, and in letter groups."""

    def weight(stems: Iterable[str]) -> float:
        return math.fsum(rarity(max(size, 10), counts[stem]) for stem in stems)

    both = weight(own.stems) + weight(other.stems)
    shared = 2.0 * weight(own.stems & other.stems) / both if both else 0.0
    return (shared + likeness(own.groups, other.groups)) / 2.0
