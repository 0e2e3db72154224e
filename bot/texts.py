"""Every sentence a person reads, by key and language; the only reader of `data/content/texts`.

A file is cut into entries when a language is first asked for; an entry is parsed when its key is
first asked for. So the start pays for what it shows and not for every text there is.

Inside a text `{ DURATION($wait_s) }` says whole seconds as people do: "2 minuten".
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from math import ceil
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNumber, FluentType

LANGUAGES = ("nl", "en")
HOME = "nl"
"""The language that has every text; another language falls back to it."""

ZONE = ZoneInfo("Europe/Amsterdam")
_FOLDER = Path(__file__).resolve().parent.parent / "data" / "content" / "texts"
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_MOMENTS = {"nl": "EEEE d MMMM 'om' HH.mm 'uur'", "en": "EEEE d MMMM 'at' HH:mm"}
_DAYS = {"nl": "d MMMM yyyy", "en": "d MMMM yyyy"}
_UNITS = {
    "nl": (("dag", "dagen"), ("uur", "uur"), ("minuut", "minuten"), ("seconde", "seconden")),
    "en": (("day", "days"), ("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
}
_UNIT_S = (86400, 3600, 60, 1)
_AND = {"nl": " en ", "en": " and "}
_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*)[ \t]*=", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)\s*[}.(\-]")
_COMMENT = re.compile(r"^#.*\n?", re.MULTILINE)

Fact = str | FluentNumber | int | Decimal


class Texts:
    """The sentences of all languages; safe to share, holds no state that a caller can see."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        self._folder = folder
        self._zone = zone
        self._catalogues: dict[str, _Catalogue] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> "Texts":
        """The texts in this folder of `.ftl` files, or those that ship with the bot: read once."""
        return _shipped() if folder is None else cls(folder, ZONE)

    def text(self, key: str, language: str, /, **facts: object) -> str:
        """The sentence of this key in this language, or in Dutch where that language lacks it.

        Facts may be text, whole or decimal numbers, yes/no (chosen with `[yes]` and `[no]`), days,
        aware instants (shown in Amsterdam time) and tuples of those (joined with commas and "en").
        A fact that the sentence does not use is ignored, whatever it is.

        Raises: KeyError for an unknown key, and for a fact that the sentence needs and that is
        missing or of another kind.
        """
        spoken = language_of(language)
        catalogue = self._catalogue(spoken)
        if spoken != HOME and not catalogue.has(key):
            spoken, catalogue = HOME, self._catalogue(HOME)
        shown = {name: _shown(value, spoken, self._zone) for name, value in facts.items()}
        return catalogue.format(key, {n: v for n, v in shown.items() if v is not None})

    def keys(self, language: str = HOME) -> tuple[str, ...]:
        """The keys that the file of this language has, in its order."""
        return self._catalogue(language_of(language)).keys

    def source(self, language: str = HOME) -> str:
        """The file of this language as it was written, for checks."""
        return self._catalogue(language_of(language)).source

    def _catalogue(self, language: str) -> "_Catalogue":
        found = self._catalogues.get(language)
        if found is None:
            source = (self._folder / f"{language}.ftl").read_text(encoding="utf-8")
            found = self._catalogues[language] = _Catalogue(source, language)
        return found


@cache
def _shipped() -> Texts:
    return Texts(_FOLDER, ZONE)


class _Catalogue:
    """One file, cut into entries that are parsed when first used."""

    def __init__(self, source: str, language: str) -> None:
        self.source = source
        starts = [(found.group(1), found.start()) for found in _ENTRY.finditer(source)]
        ends = [start for _, start in starts[1:]] + [len(source)]
        self._entries = {
            key: source[start:end] for (key, start), end in zip(starts, ends, strict=True)
        }

        self.keys = tuple(key for key in self._entries if not key.startswith("-"))

        def spoken(seconds: float) -> FluentType:
            return _Words(duration(seconds, language))

        functions = {"DURATION": spoken}
        self._bundle = FluentBundle([_LOCALES[language]], functions, use_isolating=False)
        self._language = language

    def has(self, key: str) -> bool:
        return key in self._entries

    def format(self, key: str, facts: Mapping[str, Fact]) -> str:
        if not self._bundle.has_message(key):
            self._parse(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            msg = f"{key} has no text in {self._language}"
            raise KeyError(msg)
        result, errors = self._bundle.format_pattern(pattern, dict(facts))
        if errors:
            told = "; ".join(str(error) for error in errors)
            msg = f"{key} in {self._language}: {told}"
            raise KeyError(msg)
        return str(result)

    def _parse(self, key: str) -> None:
        """Add this entry and every entry that it mentions to the bundle."""
        wanted, seen = [key], set[str]()
        while wanted:
            name = wanted.pop()
            if name in seen or name not in self._entries:
                continue
            seen.add(name)
            source = _COMMENT.sub("", self._entries[name])
            self._bundle.add_resource(FluentResource(source))
            wanted += _REFERENCE.findall(source)
        if not self._bundle.has_message(key):
            msg = f"no readable text {key} in {self._language}"
            raise KeyError(msg)


class _Words(FluentType):
    """Words that a function of ours made, for Fluent to place."""

    def __init__(self, words: str) -> None:
        self._words = words

    def format(self, locale: object) -> str:  # noqa: ARG002 - Fluent passes it
        return self._words


def language_of(tag: str) -> str:
    """Our language for a language tag such as `en-GB`; Dutch for one that we do not speak."""
    language = re.split(r"[-_]", tag.lower(), maxsplit=1)[0]
    return language if language in LANGUAGES else HOME


def month(day: date, language: str) -> str:
    """The month of a day in words, with its year: "november 2026"."""
    return format_date(day, "LLLL y", locale=_LOCALES[language_of(language)])


def duration(seconds: float, language: str) -> str:
    """A span in one unit, rounded up so that nobody comes back too early: 61 s is "2 minuten"."""
    whole_s = max(1, ceil(seconds))
    size, names = next(
        (size, names)
        for size, names in zip(_UNIT_S, _UNITS[language], strict=True)
        if whole_s >= size
    )
    count = ceil(whole_s / size)
    return f"{count} {names[0] if count == 1 else names[1]}"


def _shown(value: object, language: str, zone: ZoneInfo) -> Fact | None:
    """What Fluent gets for a fact; None for a kind of fact that no sentence can show."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | int() | Decimal():
            return value
        case datetime() if value.tzinfo is not None:
            local = value.astimezone(zone)
            return format_datetime(local, _MOMENTS[language], locale=_LOCALES[language])
        case datetime():
            return None
        case date():
            return format_date(value, _DAYS[language], locale=_LOCALES[language])
        case tuple():
            return _joined(value, language, zone)  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return None


def _joined(values: tuple[object, ...], language: str, zone: ZoneInfo) -> str:
    parts = [str(_shown(value, language, zone)) for value in values]
    if len(parts) <= 1:
        return "".join(parts)
    return ", ".join(parts[:-1]) + _AND[language] + parts[-1]
