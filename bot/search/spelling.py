"""Guesses what a word that no document knows was meant to be.

The guess is searched for beside the word as typed, never in its place: a wrong guess then costs
little, and no dictionary is needed to protect real words.
"""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST: Final = 5
"""Shorter words have too many neighbours."""
LONG: Final = 8
"""From this length on, two edits are allowed."""
KEPT: Final = 40_000
"""The most frequent words that are offered as a guess."""
TRIED: Final = 8
"""The most words of one question that are looked at."""


class Speller:
    """The words of a corpus, and the nearest of them to an unknown word."""

    def __init__(self, counted: Mapping[str, int] | None = None) -> None:
        """Begin with what an earlier one had `counted`."""
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter(counted)
        self._by_length: dict[int, list[str]] | None = None

    def learn(self, words: Iterable[str]) -> None:
        """Count these words of a document."""
        with self._lock:
            self._counts.update(words)
            self._by_length = None

    def counted(self) -> dict[str, int]:
        """How often each word was learned."""
        with self._lock:
            return dict(self._counts)

    def knows(self, word: str) -> bool:
        """Whether a document has this very word."""
        return word in self._counts

    def guesses(self, words: Iterable[str]) -> list[str]:
        """One guess for each unknown word that has a near neighbour, in order."""
        unknown = [word for word in words if len(word) >= SHORTEST and not self.knows(word)]
        found = (self._nearest(word) for word in unknown[:TRIED] if not word.isdigit())
        return [guess for guess in found if guess]

    def _nearest(self, word: str) -> str:
        """The known word with the fewest edits, then the most frequent; "" when none is near."""
        edits = 1 if len(word) < LONG else 2
        known = self._known()
        near = range(len(word) - edits, len(word) + edits + 1)
        candidates = [
            (distance, -self._counts[found], found)
            for length in near
            for found, distance, _ in process.extract(
                word, known.get(length, ()), scorer=OSA.distance, score_cutoff=edits, limit=5
            )
        ]
        return min(candidates)[2] if candidates else ""

    def _known(self) -> dict[int, list[str]]:
        with self._lock:
            if self._by_length is None:
                by_length: defaultdict[int, list[str]] = defaultdict(list)
                for word, _ in self._counts.most_common(KEPT):
                    by_length[len(word)].append(word)
                self._by_length = dict(by_length)
            return self._by_length
