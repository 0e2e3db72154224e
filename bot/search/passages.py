"""The part of an article that says most about a question, for people who write the answer."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.search.evidence import cover
from bot.search.words import grams, words

LONGEST_CHARS: Final = 600
"""A longer passage is cut at a word."""
_BLOCK: Final = re.compile(r"\n\s*\n")
_HEADING: Final = re.compile(r"#{1,6}\s+(.*)")
_GROUPS_COUNT: Final = 0.5
"""What letter groups count beside words: they forgive endings, compounds and typing errors."""

_MEANING_COUNTS: Final = 10.0
"""Likenesses in meaning of paragraphs lie close together: a tenth is as much as every word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article. `text` is Markdown; `chance`: that the article answers the question."""

    article: str
    language: str
    title: str
    text: str
    source: str
    chance: float


def parts(body: str) -> tuple[str, ...]:
    """The paragraphs and lists of a Markdown text, each under its heading.

    A paragraph that ends with a colon leads in the one after it.
    """
    found: list[str] = []
    heading = lead = ""
    for block in _BLOCK.split(body.replace("\r\n", "\n")):
        lines = block.strip()
        first, _, rest = lines.partition("\n")
        if (said := _HEADING.fullmatch(first.strip())) is not None:
            heading, lines = said[1].strip(), rest.strip()
        if lines.endswith(":"):
            lead = f"{lead}{lines}\n"
        elif lines:
            told = f"{lead}{lines}"
            found.append(f"**{heading}**\n{told}" if heading else told)
            lead = ""
    return (*found, lead.strip()) if lead else tuple(found)


def best_part(
    found: Iterable[str],
    stems_of: Mapping[str, frozenset[str]],
    probe_stems: Mapping[str, float],
    near: Mapping[str, float],
) -> str:
    """The part that covers most of the question; the first of equals, "" without parts.

    `stems_of` has the stems of each part, `probe_stems` the weights of those of the question;
    `near` says how near each part is in meaning, where that is known.
    """
    groups = dict.fromkeys(grams(list(probe_stems)), 1.0)

    def fit(part: str) -> float:
        letters = frozenset(grams(words(part)))
        by_words = cover(probe_stems, stems_of[part]) + _GROUPS_COUNT * cover(groups, letters)
        return by_words + _MEANING_COUNTS * near.get(part, 0.0)

    return shortened(max(found, key=fit, default=""))


def shortened(text: str) -> str:
    """At most `LONGEST_CHARS`, cut at a word."""
    if len(text) <= LONGEST_CHARS:
        return text
    cut = text[:LONGEST_CHARS].rsplit(maxsplit=1)[0]
    return f"{cut} …"
