"""Signals in a message that must lead to a referral first and a person second.

Pure: needs nothing but the parsed `referrals.toml`, whose header specifies the matching.
The check runs before search and limits, also when the database is away.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from bot.search.patterns import Lookup, Pattern, parse, sentences
from bot.search.readings import Readings
from bot.search.words import STOP_EN, STOP_NL

SHOWN: Final = 2
"""The most referrals in one reply. Source: header of referrals.toml."""
EMERGENCY: Final = "112"
_GROUP: Final = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Contact:
    """A service or person to turn to; empty where nothing is known, `unchecked` wants a look."""

    id: str
    name: str
    phone: str = ""
    web: str = ""
    hours: str = ""
    cost: str = ""
    note: str = ""
    checked: str = ""
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class Referral:
    """One rule that fired: what to say and to whom it leads.

    `level`: crisis, dringend, advies or zacht. `mode`: instead, before or after the normal answer.
    `staff`: direct, vandaag, werkdag or geen. `text_en` is empty where there is no translation.
    `in_project`: the words stood only in sentences about a group's work, which softened the mode.
    """

    id: str
    level: str
    mode: str
    staff: str
    text: str
    text_en: str
    contacts: tuple[Contact, ...]
    in_project: bool = False

    def said(self, language: str) -> str:
        """The text in this language, in Dutch where there is no translation."""
        return self.text_en if language == "en" and self.text_en else self.text

    @property
    def is_private(self) -> bool:
        """Whether only the writer may read the reply."""
        return self.level in {"crisis", "dringend"}


@dataclass(frozen=True, slots=True)
class _Rule:
    referral: Referral
    priority: int
    project_mode: str


class Referrals:
    """The compiled rules of one referrals file. `raw` is the parsed TOML."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        markers = _table(raw.get("markers"))
        self._near_words = {
            "self": frozenset(_strings(markers.get("self"))),
            "near": frozenset(_strings(markers.get("near"))),
        }
        self._project = frozenset(_strings(markers.get("project")))
        contacts = {c.id: c for c in map(_contact, _tables(raw.get("contact")))}
        tables = tuple(_tables(raw.get("referral")))
        self._rules = {_text(table, "id"): _rule(table, contacts) for table in tables}
        groups = {name: _strings(words) for name, words in _table(raw.get("words")).items()}
        masks = [(p, "", "not") for p in _patterns(_table(raw.get("masks")), "not", groups)]
        own = [(p, _text(t, "id"), "not") for t in tables for p in _patterns(t, "not", groups)]
        signals = [
            (pattern, _text(table, "id"), kind)
            for table in tables
            for kind in ("strong", "self", "near")
            for pattern in _patterns(table, kind, groups)
        ]
        self._masks = Lookup([*masks, *own])
        self._signals = Lookup(signals)
        marked = frozenset[str]().union(*self._near_words.values(), self._project)
        hidden = frozenset[str]().union(*(pattern.words for pattern, _, _ in (*masks, *own)))
        ordinary = _text(_table(raw.get("ordinary")), "words").split()
        self._readings = Readings(
            frozenset[str]().union(*(pattern.words for pattern, _, _ in signals)),
            (word for words in groups.values() for word in words),
            (*marked, *hidden, *ordinary, *STOP_NL, *STOP_EN),
        )
        self.contacts: tuple[Contact, ...] = tuple(contacts.values())
        self.bot_line = _text(raw, "bot_line")
        self.bot_line_no_staff = _text(raw, "bot_line_no_staff")
        self.public_fallback = _text(raw, "public_fallback")

    def check(self, text: str) -> tuple[Referral, ...]:
        """The referrals this text calls for, most urgent first, two at most.

        Any text is accepted; of a very long one the beginning and the end are read.
        """
        fired: dict[str, bool] = {}  # rule -> every firing sentence has a project word
        for typed in sentences(text):
            for words in self._readings.of(typed):
                for rule, in_project in self._fired(words):
                    fired[rule] = in_project and fired.get(rule, True)
        rules = sorted(fired, key=lambda rule: (self._rules[rule].priority, rule))
        return tuple(self._shown(rule, in_project=fired[rule]) for rule in rules[:SHOWN])

    def _shown(self, rule: str, *, in_project: bool) -> Referral:
        known = self._rules[rule]
        if not (in_project and known.project_mode):
            return known.referral
        return replace(known.referral, mode=known.project_mode, in_project=True)

    def _fired(self, words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
        shared, own = self._blanked(words)
        for place, pattern, rule, kind in self._signals.candidates(words):
            left = own.get(rule, shared)
            if pattern.end(left, place) is None:
                continue
            in_project = not self._project.isdisjoint(left)
            if kind == "strong" or (not in_project and not self._near_words[kind].isdisjoint(left)):
                yield rule, in_project

    def _blanked(self, words: tuple[str, ...]) -> tuple[list[str], dict[str, list[str]]]:
        """The words with the shared masks hidden, and again for each rule that hides more."""
        spans: dict[str, list[range]] = {}
        for place, pattern, rule, _ in self._masks.candidates(words):
            end = pattern.end(words, place)
            if end is not None:
                spans.setdefault(rule, []).append(range(place, end))
        shared = _hide(words, spans.pop("", []))
        return shared, {rule: _hide(shared, found) for rule, found in spans.items()}


def _hide(words: Sequence[str], spans: Iterable[range]) -> list[str]:
    left = list(words)
    for span in spans:
        for place in span:
            left[place] = ""
    return left


def _patterns(
    table: Mapping[str, object], kind: str, groups: Mapping[str, Sequence[str]]
) -> Iterator[Pattern]:
    """The patterns of a kind in both languages; `@name` stands for the words of a group."""
    for source in (*_strings(table.get(kind)), *_strings(table.get(f"{kind}_en"))):
        yield parse(_GROUP.sub(lambda found: "|".join(groups[found[1]]), source))


def _rule(table: Mapping[str, object], contacts: Mapping[str, Contact]) -> _Rule:
    level = _text(table, "level")
    names = [name for name in _strings(table.get("contacts")) if name in contacts]
    if level == "crisis" and EMERGENCY not in names and EMERGENCY in contacts:
        names.append(EMERGENCY)
    priority = table.get("priority")
    referral = Referral(
        id=_text(table, "id"),
        level=level,
        mode=_text(table, "mode"),
        staff=_text(table, "staff"),
        text=_text(table, "text"),
        text_en=_text(table, "text_en"),
        contacts=tuple(contacts[name] for name in names),
    )
    return _Rule(
        referral,
        priority if isinstance(priority, int) else 100,
        _text(table, "mode_with_project_word"),
    )


def _contact(table: Mapping[str, object]) -> Contact:
    return Contact(
        id=_text(table, "id"),
        name=_text(table, "name"),
        phone=_text(table, "phone"),
        web=_text(table, "web"),
        hours=_text(table, "hours"),
        cost=_text(table, "cost"),
        note=_text(table, "note"),
        checked=_text(table, "checked"),
        unchecked=bool(_text(table, "check")),
    )


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key, "")
    return value if isinstance(value, str) else ""


def _strings(raw: object) -> tuple[str, ...]:
    items = cast("list[object]", raw) if isinstance(raw, list) else []
    return tuple(item for item in items if isinstance(item, str))


def _table(raw: object) -> Mapping[str, object]:
    return cast("dict[str, object]", raw) if isinstance(raw, dict) else {}


def _tables(raw: object) -> Iterator[Mapping[str, object]]:
    items = cast("list[object]", raw) if isinstance(raw, list) else []
    yield from (_table(item) for item in items)
