"""Which texts have which stems, and how much of a wish each of them covers."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from bot.search.collectives.reading import Item
from bot.search.collectives.scoring import MOST_TELLING
from bot.search.collectives.terms import Vocabulary

UNKNOWN_WEIGHT: Final = 0.8
"""A word that nobody uses weighs less than the rarest known one: it may be a slip."""
MOST_ENTRIES: Final = 30_000
"""Entries that are read for one wish; the commonest words beyond that are left out."""


class Postings:
    """Texts by number, in the order they were added."""

    def __init__(self) -> None:
        self._lists: defaultdict[str, list[int]] = defaultdict(list)
        self._themes: defaultdict[str, list[int]] = defaultdict(list)
        self._size = 0

    def add(self, stems: Iterable[str], themes: Iterable[str] = ()) -> int:
        """Add a text; returns its number."""
        number = self._size
        for stem in set(stems):
            self._lists[stem].append(number)
        for theme in themes:
            self._themes[theme].append(number)
        self._size += 1
        return number

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
        near = {stem: vocabulary.near(stem) for stem in item.stems}
        weights = {stem: self._weight(stem, found) for stem, found in near.items()}
        rarest = sorted(weights.values(), reverse=True)[:MOST_TELLING]
        total = sum(rarest)
        covered: defaultdict[int, float] = defaultdict(float)
        left = MOST_ENTRIES
        for stem in sorted(weights, key=lambda one: (-weights[one], one)):
            weight = weights[stem]
            best: dict[int, float] = {}
            for other, share in near[stem].items():
                numbers = self._lists.get(other, ())
                left -= len(numbers)
                for number in numbers:
                    if share > best.get(number, 0.0):
                        best[number] = share
            for number, share in best.items():
                covered[number] += weight * share
            if left < 0:
                break
        return {number: min(1.0, found / total) for number, found in covered.items()}

    def _weight(self, stem: str, near: dict[str, float]) -> float:
        exact = len(self._lists.get(stem, ()))
        count = exact or max((len(self._lists.get(other, ())) for other in near), default=0)
        if not count:
            return UNKNOWN_WEIGHT
        return math.log((2 + self._size) / (1 + count)) / math.log(2 + self._size) + 0.1
