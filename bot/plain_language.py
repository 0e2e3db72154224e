"""How plain a Dutch text is, in figures; advice for staff and a gate for our own texts.

Level B1 has no official formula; the bounds are the project's own.
Source: domain rules on plain language; reading ease by Douma (1960).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

_FILE = Path(__file__).resolve().parent.parent / "data" / "content" / "jargon.toml"

_LEFT_OUT = re.compile(
    r"https?://\S+|<[^>\s]*>|[@#][\w.\-]+|(?<!\w)/[a-z][\w\-]*|`[^`]*`|\w*\d[\w.,:%]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTENED: Final = (
    "o.a.", "i.v.m.", "t.b.v.", "d.m.v.", "m.b.t.", "ca.", "evt.", "bijv.", "bv.", "enz.", "etc.",
    "t/m", "m.i.v.", "n.a.v.", "o.b.v.", "t.a.v.", "z.s.m.", "a.s.", "j.l.", "i.p.v.", "d.w.z.",
)  # fmt: skip
_SHORT = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _SHORTENED))})(?!\w)", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?:])[\"'”’)\]*_]*\s+|\n+")
_SYLLABLE = re.compile(
    "aai|ooi|oei|eeu|ieu|auw|ouw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáàâéèêíîóôúûëïöü]"
)
_PASSIVE = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:(?:aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?"
    r"ge\w+(?:d|t|en)|(?:ver|be|ont)\w+[dt])\b",
    re.IGNORECASE,
)
_NO_PARTICIPLE: Final = frozenset({
    "gebied", "geld", "gemeenten", "gesprekken", "gezicht", "geduld", "gedicht", "gebouwen",
    "gezinnen", "getallen", "gebeurtenissen", "geluid", "gebruiken", "genieten", "gevallen",
    "gegeven", "gevolgen", "beleid", "bericht", "besluit", "belangen", "beeld", "best", "bewust",
    "bekend", "bereid", "verband", "verstand", "verschillend", "verdriet", "ontvangst",
    "gedachten", "geheimen", "gevoelens", "gewoonten", "bewind", "bezit", "beheert", "verschilt",
})  # fmt: skip
_ITEM = re.compile(r"^\s*(?:[-*•+]|\d{1,2}[.)])\s", re.MULTILINE)
_EXPLAINS = r"\W{0,3}(?:\(|(?:dat|dit) (?:is|betekent|heet)\b|(?:betekent|noem\w*)\b)"
_COMPOUND_FROM: Final = 6
"""Letters a term needs before it is looked for inside a longer word: "motie" is in "emotie"."""


class Level(StrEnum):
    """How bad it is."""

    FAIL = "fail"
    AIM = "aim"


@dataclass(frozen=True, slots=True)
class Finding:
    """One measure beyond its bound; `where` quotes the words it is about, or is empty."""

    rule: str
    level: Level
    value: float
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hard:
    """A hard word and what it means; `pattern` finds it with its plurals and compounds."""

    term: str
    plain: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Jargon:
    """Hard words, longest first, and long words that everybody here knows."""

    hard: tuple[Hard, ...]
    known: tuple[str, ...]

    @classmethod
    def load(cls, file: Path | None = None) -> "Jargon":
        """The list in this file, or the one that ships."""
        found = tomllib.loads((file or _FILE).read_text(encoding="utf-8"))
        pairs = sorted(found["jargon"], key=lambda pair: -len(pair["term"]))
        hard = (Hard(p["term"], p["plain"], _pattern(p["term"], p.get("forms", []))) for p in pairs)
        return cls(tuple(hard), tuple(found["known"]))

    def finds(self, text: str) -> Iterator[tuple[str, Hard]]:
        """Each hard word as it stands in the text, once a stretch of text."""
        taken: list[range] = []
        for hard in self.hard:
            for found in hard.pattern.finditer(text):
                if any(found.start() in stretch for stretch in taken):
                    continue
                taken.append(range(*found.span()))
                if not self._is_ours(found.group().lower(), hard.term):
                    yield found.group(), hard

    def unexplained(self, text: str) -> Iterator[tuple[str, Hard]]:
        """The hard words that this text uses without saying what they mean."""
        for word, hard in self.finds(text):
            if not _is_explained(text, word, hard):
                yield word, hard

    def _is_ours(self, word: str, term: str) -> bool:
        """Whether it is one of the product's own words that holds the term: "beleidsbericht"."""
        return any(known in word and term in known for known in self.known)

    def is_known(self, word: str) -> bool:
        """Whether a long word is one of the product's own, alone or in a compound."""
        ends = tuple(known + end for known in self.known for end in ("", "en", "s"))
        return word.lower().startswith(self.known) or word.lower().endswith(ends)


def _pattern(term: str, forms: list[str]) -> re.Pattern[str]:
    """Whole words, plural and inflected; inside a compound when the term is long enough."""
    stem = re.escape(term)
    is_long = len(term) >= _COMPOUND_FROM and " " not in term
    before = r"(?:\w{3,}-?)?" if is_long else ""
    after = r"(?:s|en|n|e|-?\w{2,})?" if is_long else r"(?:s|en|n|e)?"
    extra = "".join("|" + re.escape(form) for form in forms)
    return re.compile(rf"\b(?:{before}{stem}{after}{extra})\b", re.IGNORECASE)


def _is_explained(text: str, word: str, hard: Hard) -> bool:
    """The plain words stand there too, or the hard word is between or before brackets or "is"."""
    if hard.plain.lower() in text.lower():
        return True
    quoted = re.escape(word)
    return bool(
        re.search(rf"\({quoted}\)|['‘]{quoted}['’]|{quoted}{_EXPLAINS}", text, re.IGNORECASE)
    )


def words(text: str) -> list[str]:
    """The words: runs of letters with inner hyphens; no numbers, mentions, links, codes."""
    return _WORD.findall(_LEFT_OUT.sub(" ", text))


def sentences(text: str) -> list[str]:
    """The sentences that have words: up to . ! ? : before a space, or the end of a line."""
    shown = _SHORT.sub(lambda found: found.group().replace(".", "\u2024"), text)
    parts = (part.replace("\u2024", ".").strip() for part in _END.split(shown))
    return [part for part in parts if words(part)]


def syllables(word: str) -> int:
    """The syllables of a Dutch word, at least one; "museum" is a known error."""
    return max(1, len(_SYLLABLE.findall(word.lower().replace("qu", "kw"))))


def reading_ease(text: str) -> float:
    """Flesch-Douma: 0-30 very hard, 60-70 normal, 90-100 very easy; 100 when there are no words."""
    said, parts = words(text), sentences(text)
    if not said or not parts:
        return 100.0
    per_word = sum(map(syllables, said)) / len(said)
    return 206.84 - 0.93 * len(said) / len(parts) - 77 * per_word


def findings(text: str, jargon: Jargon) -> tuple[Finding, ...]:
    """Every measure of this message that is beyond what we aim at or accept."""
    return tuple(
        finding
        for check in (_lengths, _long_words, _passives, _hard_words, _signs, _message)
        for finding in check(text, jargon)
    )


def label_findings(label: str) -> tuple[Finding, ...]:
    """The same for the label of a button."""
    count = len(words(label))
    return (
        *_beyond("label-words", count, (3, None), label),
        *_beyond("label-characters", len(label), (25, 34), label),
    )


def _beyond(
    rule: str, value: float, bounds: tuple[float, float | None], where: str = ""
) -> Iterator[Finding]:
    aim, fail = bounds
    if fail is not None and value > fail:
        yield Finding(rule, Level.FAIL, round(value, 1), where)
    elif value > aim:
        yield Finding(rule, Level.AIM, round(value, 1), where)


def _lengths(text: str, _: Jargon) -> Iterator[Finding]:
    parts, count = sentences(text), len(words(text))
    if not parts:
        return
    if len(parts) >= 3:  # noqa: PLR2004 - the rule says so
        yield from _beyond("sentence-mean", count / len(parts), (10, 12))
    longest = max(parts, key=lambda part: len(words(part)))
    yield from _beyond("sentence-longest", len(words(longest)), (15, 20), longest)
    if count >= 20:  # noqa: PLR2004 - the rule says so
        ease = reading_ease(text)
        for finding in _beyond("reading-ease", -ease, (-70, -60)):
            yield Finding(finding.rule, finding.level, round(ease, 1))


def _long_words(text: str, jargon: Jargon) -> Iterator[Finding]:
    """Long words as a share; in a text under 20 words one is an aim missed and two fail."""
    first_words = {words(part)[0] for part in sentences(text)}
    said = words(text)
    long = [
        word
        for word in said
        if (len(word) >= 16 or syllables(word) >= 5)  # noqa: PLR2004 - the rule says so
        and not jargon.is_known(word)
        and (word[0].islower() or word in first_words)
    ]
    if long and len(said) < 20:  # noqa: PLR2004
        yield from _beyond("long-words", len(long), (0, 1), ", ".join(long))
    elif long:
        yield from _beyond("long-words", 100 * len(long) / len(said), (3, 6), ", ".join(long))


def _passives(text: str, _: Jargon) -> Iterator[Finding]:
    parts = sentences(text)
    passive = [part for part in parts if _is_passive(part)]
    if passive:
        share = 100 * len(passive) / len(parts)
        yield from _beyond("passive", share, (10, 20), passive[0])


def _is_passive(sentence: str) -> bool:
    participles = (found.group().lower() for found in _PARTICIPLE.finditer(sentence))
    return bool(_PASSIVE.search(sentence)) and any(
        word not in _NO_PARTICIPLE for word in participles
    )


def _hard_words(text: str, jargon: Jargon) -> Iterator[Finding]:
    for word, hard in jargon.unexplained(text):
        yield Finding("jargon", Level.FAIL, 1, f"{word} ({hard.plain})")
    for found in _SHORT.finditer(text):
        yield Finding("abbreviation", Level.FAIL, 1, found.group())


def _signs(text: str, _: Jargon) -> Iterator[Finding]:
    for part in sentences(text):
        commas = len(re.findall(r",(?!\d)", part))
        yield from _beyond("commas", commas, (1, 2), part)
        yield from _beyond("brackets", part.count("("), (0, 1), part)
        yield from _beyond("semicolons", part.count(";"), (0, 0), part)


def _message(text: str, _: Jargon) -> Iterator[Finding]:
    yield from _beyond("words", len(words(text)), (80, 120))
    yield from _beyond("list-items", len(_ITEM.findall(text)), (5, 7))
    yield from _beyond("questions", sum(part.endswith("?") for part in sentences(text)), (1, 2))
