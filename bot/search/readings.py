"""The ways to read a sentence whose words may be short forms or mistyped.

"he's not breathng" is also read as "he is not breathing". The words as typed come first; a guess
stands beside them, never in their place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST: Final = 5
"""Shorter words have too many neighbours. One edit is allowed: with two, a sale becomes a rape."""
GUESSED: Final = 60
"""The most words of one sentence that are looked at."""

TIED: Final = 3
"""How many guesses for one word are tried when they are equally near."""
REMEMBERED: Final = 20_000

_HEARD: Final = tuple(
    (re.compile(heard), written)
    for heard, written in (
        (r"([a-z])\1+", r"\1"), (r"cht|gt", "gt"), (r"(?:dt|d|th)$", "t"), (r"ij|ei", "y"),
        (r"ou|au", "ou"), (r"ph", "f"), (r"ck|c(?=[aoukl])|q", "k"), (r"ie", "i"), (r"z", "s"),
    )
)  # fmt: skip
_AGAIN: Final = re.compile(r"([a-z])\1{2,}")
_SHORT: Final[dict[str, tuple[str, ...]]] = {
    "im": ("i", "am"), "ive": ("i", "have"), "ill": ("i", "will"), "id": ("i", "would"),
    "hes": ("he", "is"), "shes": ("she", "is"), "theyre": ("they", "are"), "were": ("we", "are"),
    "theyve": ("they", "have"), "weve": ("we", "have"), "theres": ("there", "is"),
    "isnt": ("is", "not"), "arent": ("are", "not"), "wasnt": ("was", "not"),
    "dont": ("do", "not"), "doesnt": ("does", "not"), "didnt": ("did", "not"),
    "cant": ("can", "not"), "cannot": ("can", "not"), "couldnt": ("could", "not"),
    "wont": ("will", "not"), "wouldnt": ("would", "not"), "hasnt": ("has", "not"),
    "havent": ("have", "not"), "hadnt": ("had", "not"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "noone": ("no", "one"), "u": ("you",), "r": ("are",),
    "k": ("ik",), "kben": ("ik", "ben"), "kwil": ("ik", "wil"), "kkan": ("ik", "kan"),
    "mn": ("mijn",), "zn": ("zijn",), "dr": ("haar",), "ie": ("hij",), "nie": ("niet",),
    "nooid": ("nooit",),
}  # fmt: skip
"""Short forms as they stand without their apostrophe, in English and in Dutch."""


class Readings:
    """Reads sentences with the words of some patterns in mind.

    `telling` are those words, `people` the words for persons ("mum's" is "mum is"), `ordinary`
    words that are right as they stand and no mistake for another.
    """

    def __init__(
        self, telling: Iterable[str], people: Iterable[str], ordinary: Iterable[str]
    ) -> None:
        known = frozenset(telling)
        self._people = frozenset(people)
        self._right = known | self._people | frozenset(ordinary) | _SHORT.keys()
        self._known = known
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(known):
            if len(word) >= SHORTEST and not word.isdigit():
                self._by_length[len(word)].append(word)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(known):
            if len(word) >= SHORTEST - 1:
                self._by_sound[_sound(word)].append(word)
        self._guesses: dict[str, tuple[str, ...]] = {}

    def of(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """The sentence as typed, with its short forms written out, and with typos mended."""
        typed = tuple(words)
        full = tuple(part for word in typed for part in self._written_out(word))
        guesses = [
            self._guess(word) if place < GUESSED else (word,) for place, word in enumerate(full)
        ]
        mended = (
            tuple(found[min(turn, len(found) - 1)] for found in guesses) for turn in range(TIED)
        )
        seen: set[tuple[str, ...]] = set()
        for reading in (typed, full, *mended):
            if reading not in seen:
                seen.add(reading)
                yield reading

    def _written_out(self, word: str) -> tuple[str, ...]:
        if word in _SHORT:
            return _SHORT[word]
        if word[-1:] == "s" and word[:-1] in self._people and word not in self._people:
            return (word[:-1], "is")
        return (word,)

    def _guess(self, word: str) -> tuple[str, ...]:
        """The telling words that this one may have been meant to be, or itself."""
        if word in self._right or word.isdigit():
            return (word,)
        for kept in (r"\1", r"\1\1"):
            if (once := _AGAIN.sub(kept, word)) in self._right:
                return (once,)
        if len(self._guesses) > REMEMBERED:
            self._guesses.clear()
        if word not in self._guesses:
            near = self._by_sound.get(_sound(word)) or self._nearest(word)
            self._guesses[word] = tuple(near[:TIED]) or (word,)
        return self._guesses[word]

    def _nearest(self, word: str) -> list[str]:
        """The known words one edit away; a first letter is seldom wrong."""
        return [
            known
            for length in range(max(len(word) - 1, SHORTEST), len(word) + 2)
            for known, _, _ in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=1,
                limit=TIED,
            )
            if known[0] == word[0] or known[:2] == word[1::-1]
        ]


@lru_cache(maxsize=16_384)
def _sound(word: str) -> str:
    """A word as it sounds, roughly: people write what they hear."""
    for heard, written in _HEARD:
        word = heard.sub(written, word)
    return word
