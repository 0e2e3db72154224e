"""Mends typing errors in a wish, with the words that themes and collectives use."""

import re
from collections.abc import Iterable
from typing import Final

from bot.search.collectives.terms import GENERIC
from bot.search.spelling import Speller
from bot.search.words import STOP_EN, STOP_NL, words

_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_BEFORE: Final = re.compile(
    r"aan|achter|af|bij|door|in|mee|om|onder|op|over|rond|samen|uit|voor|weg"
)
MOST: Final = 8
"""Unknown words of one text that are looked at."""


class Mender:
    """Replaces a word that nobody uses by the nearest one that is used."""

    def __init__(self, texts: Iterable[str], ordinary: frozenset[str]) -> None:
        self._ordinary = ordinary
        self._speller = Speller()
        self._speller.learn(sorted((*STOP_NL, *STOP_EN, *GENERIC.split())))
        for text in texts:
            self._speller.learn(words(text))

    def learn(self, texts: Iterable[str]) -> None:
        """These words are spelled right."""
        new = [word for text in texts for word in words(text) if not self._speller.knows(word)]
        if new:
            self._speller.learn(new)

    def mend(self, text: str) -> str:
        """The text with likely typing errors mended; the first letter is taken to be right."""
        left = MOST

        def mended(match: re.Match[str]) -> str:
            nonlocal left
            folded = "".join(words(match[0]))
            if left <= 0 or self._is_right(folded):
                return match[0]
            left -= 1
            guess = next(iter(self._speller.guesses([folded])), "")
            return guess if guess[:1] == folded[:1] and guess else match[0]

        return _WORD.sub(mended, text)

    def _is_right(self, word: str) -> bool:
        """Whether this is a known word, or one with something before it ("meezingen")."""
        if word in self._ordinary or self._speller.knows(word):
            return True
        before = _BEFORE.match(word)
        return before is not None and word[before.end() :] in self._ordinary
