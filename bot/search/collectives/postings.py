"""Which texts have which stems, and how much of a wish each of them covers."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.search.collectives.reading import Item
from bot.search.collectives.scoring import MOST_TELLING
from bot.search.collectives.terms import Vocabulary

UNKNOWN_WEIGHT: Final = 0.9
"""What a word that nobody uses counts for of the rarest known one: it may be a slip."""
BACKWARDS: Final = 0.8
"""A short offer ("zaal") within a long need is worth this much."""
WEAK: Final = 0.35
"""A word that tells little counts for so much of another one."""
MOST_ENTRIES: Final = 30_000
"""Entries that are read for one wish; the commonest words beyond that are left out."""


class Postings:
    """Texts by number."""

    def __init__(self) -> None:
        self._lists: defaultdict[str, list[int]] = defaultdict(list)
        self._themes: defaultdict[str, list[int]] = defaultdict(list)
        self._texts: dict[int, tuple[str, ...]] = {}
        self._pointing: dict[int, tuple[str, ...]] = {}

    def add(self, number: int, stems: Iterable[str], themes: Iterable[str] = ()) -> None:
        """Add a text."""
        self._texts[number] = tuple(dict.fromkeys(stems))
        for stem in self._texts[number]:
            self._lists[stem].append(number)
        pointing = tuple(themes)
        if pointing:
            self._pointing[number] = pointing
        for theme in pointing:
            self._themes[theme].append(number)

    def remove(self, number: int) -> None:
        """Forget a text."""
        for stem in self._texts.pop(number):
            self._lists[stem].remove(number)
            if not self._lists[stem]:
                del self._lists[stem]
        for theme in self._pointing.pop(number, ()):
            self._themes[theme].remove(number)

    def __contains__(self, stem: str) -> bool:
        return stem in self._lists

    @property
    def stems(self) -> Iterable[str]:
        """All stems of all texts."""
        return self._lists.keys()

    def on_theme(self, theme: str) -> Sequence[int]:
        """The texts that point to a theme."""
        return self._themes.get(theme, ())

    def cover(self, item: Item, vocabulary: Vocabulary) -> dict[int, float]:
        """Number of each text that covers some of the item: the share of it, 0 to 1.

        Words count by rarity; a long item is measured by its rarest words.
        """
        covered, _ = self._covered(item, vocabulary)
        return covered

    def agree(self, item: Item, vocabulary: Vocabulary) -> dict[int, float]:
        """Like `cover`, or nearly as good: the item covers all of a shorter text."""
        covered, words = self._covered(item, vocabulary)
        for number, count in words.items():
            back = BACKWARDS * count / len(self._texts[number])
            covered[number] = max(covered[number], back)
        return covered

    def measure(self, item: Item, vocabulary: Vocabulary) -> "Measure":
        """The item's words, each with its share of the whole, to be held against any text."""
        near = {stem: vocabulary.near(stem) for stem in item.stems}
        weights = {stem: self._weight(stem, found, item) for stem, found in near.items()}
        total = sum(sorted(weights.values(), reverse=True)[:MOST_TELLING])
        ordered = sorted(weights, key=lambda one: (-weights[one], one))
        return Measure(tuple((weights[stem] / total, near[stem]) for stem in ordered))

    def _covered(
        self, item: Item, vocabulary: Vocabulary
    ) -> tuple[dict[int, float], dict[int, float]]:
        """(share of the item, number of its words) for each text that has any of them."""
        covered: dict[int, float] = {}
        counted: dict[int, float] = {}
        left = MOST_ENTRIES
        for worth, near in self.measure(item, vocabulary).words:
            best: dict[int, float] = {}
            for other, share in reversed(near.items()):
                numbers = self._lists.get(other, ())
                left -= len(numbers)
                best.update(dict.fromkeys(numbers, share))
            for number, share in best.items():
                covered[number] = covered.get(number, 0.0) + worth * share
                counted[number] = counted.get(number, 0.0) + share
            if left < 0:
                break
        if len(item.stems) > MOST_TELLING:
            covered = {number: min(1.0, share) for number, share in covered.items()}
        return covered, counted

    def _weight(self, stem: str, near: dict[str, float], item: Item) -> float:
        """How much this word says: the rarer, the more."""
        exact = len(self._lists.get(stem, ()))
        count = exact or max((len(self._lists.get(other, ())) for other in near), default=0)
        size = len(self._texts)
        rarity = math.log((2 + size) / (1 + max(1, count))) / math.log(2 + size) + 0.1
        if stem in item.weak:
            return rarity * WEAK
        return rarity if count else rarity * UNKNOWN_WEIGHT


@dataclass(frozen=True, slots=True)
class Measure:
    """(share of the whole, the stems near it) for each word of an item, the rarest first.

    The stems that are nearest come first.
    """

    words: tuple[tuple[float, dict[str, float]], ...]

    @property
    def near(self) -> Iterable[str]:
        """All stems that cover some of the item."""
        return (stem for _, near in self.words for stem in near)

    def cover(self, stems: Set[str]) -> float:
        """How much of the item one text covers: as `Postings.cover`."""
        return min(1.0, self._cover(stems)[0])

    def agree(self, stems: Set[str]) -> float:
        """As `Postings.agree`, for one text."""
        covered, count = self._cover(stems)
        return max(min(1.0, covered), BACKWARDS * count / len(stems)) if count else 0.0

    def _cover(self, stems: Set[str]) -> tuple[float, float]:
        covered = counted = 0.0
        for worth, near in self.words:
            here = near.keys() & stems
            if here:
                best = max(near[stem] for stem in here)
                covered += worth * best
                counted += best
        return covered, counted
