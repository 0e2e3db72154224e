"""Words that collectives use: which ones mean one thing, and which ones tell little."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bot.content.files import ContentError, Fields, read_text, read_toml


@dataclass(frozen=True, slots=True)
class Things:
    """What is known of words.

    `same` are lists of words for one thing; `weak` are words that tell little of a wish; `hints`
    are words that point to a theme, by its id.
    """

    same: tuple[tuple[str, ...], ...]
    weak: tuple[str, ...]
    hints: Mapping[str, tuple[str, ...]]


def read_things(file: Path, themes: frozenset[str]) -> Things:
    """What one collective calls a room, another calls a hall. Raises: ContentError."""
    fields = Fields(read_toml(file), file)
    hints = {key: tuple(text.split()) for key, text in fields.map("hints").items()}
    strange = hints.keys() - themes
    if strange:
        fields.fail(f"[hints] has no theme {min(strange)}")
    return Things(fields.lists("same"), fields.texts("weak"), MappingProxyType(hints))


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Ordinary words, folded: the `commonest`, and `all` of them."""

    commonest: frozenset[str]
    all: frozenset[str]


def read_common_words(file: Path) -> CommonWords:
    """One word a line, the commonest first; an empty line ends those. Raises: ContentError."""
    first, _, rest = read_text(file).partition("\n\n")
    if not rest:
        raise ContentError(file, "has no empty line after the commonest words")
    commonest = frozenset(first.split())
    return CommonWords(commonest, commonest | frozenset(rest.split()))
