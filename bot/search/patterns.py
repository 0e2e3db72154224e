"""The small pattern language of `referrals.toml`: words in order, choices, prefixes and gaps.

The header of that file is the specification.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

GAP_WORDS: Final = 3
"""The most words one `_` skips. Source: header of referrals.toml."""
HEAD_CHARS: Final = 10_000
TAIL_CHARS: Final = 2_000

_SENTENCE_END: Final = re.compile(r"[!?;\n\r\u2028\u2029\x0b\x0c\x85]|\.(?!\d)")
_WORD: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼ＇"))
_LINE_CONTROLS: Final = "\n\r\t\x0b\x0c\x85"


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a pattern: any of `exact`, or anything that starts with one of `prefixes`."""

    exact: frozenset[str]
    prefixes: tuple[str, ...]
    gap: int  # the most words that may stand before this one

    def fits(self, word: str) -> bool:
        """Whether this word may stand here."""
        return word in self.exact or (bool(self.prefixes) and word.startswith(self.prefixes))


@dataclass(frozen=True, slots=True)
class Pattern:
    """Steps in order; `end_gap` is the most words that may follow when it must end the sentence."""

    steps: tuple[Step, ...]
    at_start: bool
    at_end: bool
    end_gap: int

    @property
    def words(self) -> frozenset[str]:
        """Every word that is named, the beginnings of words too."""
        return frozenset(
            word for step in self.steps for word in (*step.exact, *step.prefixes) if word
        )

    def end(self, words: Sequence[str], at: int) -> int | None:
        """Where this pattern ends when its first word stands at `at`; None when it does not fit."""
        if not self.steps[0].fits(words[at]) or (self.at_start and at > self.steps[0].gap):
            return None
        return self._rest(words, at + 1, 1)

    def _rest(self, words: Sequence[str], at: int, number: int) -> int | None:
        if number == len(self.steps):
            return None if self.at_end and len(words) - at > self.end_gap else at
        step = self.steps[number]
        for place in range(at, min(at + step.gap + 1, len(words))):
            if step.fits(words[place]):
                end = self._rest(words, place + 1, number + 1)
                if end is not None:
                    return end
        return None


class Lookup:
    """Finds patterns by their first word."""

    def __init__(self, entries: Iterable[tuple[Pattern, str, str]]) -> None:
        self._entries = tuple(entries)
        self._by_word: dict[str, list[int]] = {}
        self._by_prefix: list[tuple[tuple[str, ...], int]] = []
        for number, (pattern, _, _) in enumerate(self._entries):
            first = pattern.steps[0]
            for word in first.exact:
                self._by_word.setdefault(word, []).append(number)
            if first.prefixes:
                self._by_prefix.append((first.prefixes, number))

    def candidates(self, words: Sequence[str]) -> Iterator[tuple[int, Pattern, str, str]]:
        """(place, pattern, rule, kind): all words of it occur, and its first stands at place."""
        seen = frozenset(words)
        possible: dict[int, bool] = {}
        for place, word in enumerate(words):
            for number in self._starting(word):
                pattern, rule, kind = self._entries[number]
                if number not in possible:
                    possible[number] = all(_occurs(step, seen) for step in pattern.steps[1:])
                if possible[number]:
                    yield place, pattern, rule, kind

    def _starting(self, word: str) -> Iterator[int]:
        yield from self._by_word.get(word, ())
        for prefixes, number in self._by_prefix:
            if word.startswith(prefixes):
                yield number


@cache
def parse(source: str) -> Pattern:
    """Compile one pattern. Raises: ValueError for a pattern without words."""
    steps: list[Step] = []
    gap, at_start, at_end = 0, False, False
    for part in source.split():
        if part == "^":
            at_start = True
        elif part == "$":
            at_end = True
        elif part == "_":
            gap += GAP_WORDS
        else:
            steps.append(_step(part, gap))
            gap = 0
    if not steps:
        message = f"pattern without words: {source!r}"
        raise ValueError(message)
    return Pattern(tuple(steps), at_start, at_end, gap)


def _step(part: str, gap: int) -> Step:
    choices = part.split("|")
    exact = frozenset(word.replace("+", "") for word in choices if word and word[-1] != "+")
    # A "+" inside a choice ("ontruiming+plan") only marks where two words were joined.
    prefixes = tuple(word[:-1] for word in choices if word.endswith("+") and len(word) > 1)
    return Step(exact, prefixes, gap)


def sentences(text: str) -> Iterator[tuple[str, ...]]:
    """The words `[a-z0-9]+` of each sentence, lower case, without accents or hidden characters.

    Of a text over 12,000 characters the first 10,000 and the last 2,000 are read.
    """
    if len(text) > HEAD_CHARS + TAIL_CHARS:
        text = text[:HEAD_CHARS] + "\n" + text[-TAIL_CHARS:]
    plain = unicodedata.normalize("NFKC", text).lower().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFD", plain)
    visible = "".join(char for char in decomposed if _is_visible(char))
    for sentence in _SENTENCE_END.split(visible):
        words = tuple(_WORD.findall(sentence))
        if words:
            yield words


def _is_visible(char: str) -> bool:
    if char.isascii():
        return char >= " " or char in _LINE_CONTROLS
    return char in _LINE_CONTROLS or unicodedata.category(char) not in {
        "Mn",
        "Me",
        "Cf",
        "Cc",
        "Cs",
    }


def _occurs(step: Step, words: frozenset[str]) -> bool:
    if not step.exact.isdisjoint(words):
        return True
    return bool(step.prefixes) and any(word.startswith(step.prefixes) for word in words)
