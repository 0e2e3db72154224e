"""Which earlier questions ask the same: near repeats only, as a likeness of subject misleads."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.search.evidence import likeness, rarity
from bot.search.words import STOP_EN, STOP_NL, grams, words

ENOUGH: Final = 0.55
"""From this likeness on two questions ask the same."""
SAME_MEANING: Final = 0.94
"""From this likeness on two questions mean the same. Source: measured, docs/benchmarks.md."""
TOUCHING: Final = 0.25
"""With less than this in common by words, questions are not compared by meaning."""
COMPARED: Final = 8
"""So many questions are compared by meaning, as each costs some 20 ms."""
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


class Likeness(Protocol):
    """A seam for a model of meaning."""

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """How near each of the others is to this text; empty when the model fails."""
        ...


def alike(
    text: str, others: Sequence[tuple[str, str]], stems: Stems, meanings: Likeness | None = None
) -> tuple[Alike, ...]:
    """Those of `others` (id, text) that ask what `text` asks, most alike first.

    Words that many of the questions share count for little. With `meanings` the nearest by words
    may also be near enough by what they mean.
    """
    own = _asked(text, stems)
    if not own.stems:
        return ()
    read = [(id_, _asked(other, stems)) for id_, other in others[:MOST]]
    counts = Counter(stem for _, asked in read for stem in asked.stems)
    by_words = {id_: _score(own, asked, counts, len(read)) for id_, asked in read}
    scores = {**by_words, **_by_meaning(text, dict(others[:MOST]), by_words, meanings)}
    found = (Alike(id_, round(score, 4)) for id_, score in scores.items() if score >= ENOUGH)
    return tuple(sorted(found, key=lambda one: (-one.score, one.id)))


def _by_meaning(
    text: str, others: Mapping[str, str], by_words: Mapping[str, float], meanings: Likeness | None
) -> dict[str, float]:
    """Scores that are higher by meaning than by words, of the few that may be repeats."""
    if meanings is None:
        return {}
    near = sorted(by_words, key=lambda id_: (-by_words[id_], id_))[:COMPARED]
    near = [id_ for id_ in near if TOUCHING <= by_words[id_] < ENOUGH]
    if not near:
        return {}
    likeness = meanings.likeness(text, [others[id_] for id_ in near])
    return {
        id_: ENOUGH + (value - SAME_MEANING) * (1.0 - ENOUGH) / (1.0 - SAME_MEANING)
        for id_, value in zip(near, likeness, strict=False)
        if value >= SAME_MEANING
    }


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
