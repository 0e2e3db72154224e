"""Finds places by the names people use for them, alone or in a sentence.

A name that stands for several places gives them all, the likeliest first: ask, or narrow by
province. Spelling counts for little: case, accents, spaces, hyphens and apostrophes are ignored,
`ij` and `y` are alike, and so are "St." and "Sint", "a/d" and "aan de(n)".
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.content import Geography, Municipality
from bot.search.spots import (
    Level,
    Spot,
    distance_km,
    is_named_after,
    key_of,
    municipality_spot,
    order_of,
    phrase_of,
    postcode_spot,
    spot_of,
    within,
)
from bot.search.words import STOP_NL, words

LONGEST: Final = 6
"""The most words in a name."""
SHORTEST_TYPO: Final = 5
TWO_TYPOS: Final = 9
"""From this many letters on, two edits are forgiven in a name."""
TWO_WORDS: Final = 2
TOO_SHORT: Final = 2
"""Names of one or two letters (Ee, Ie) need a capital or an "in"."""
WELL_KNOWN: Final = 10_000
"""People from which on "de bilt" in small letters is a place; "de wijk" is not."""

__all__ = ["Named", "Places", "Spot", "distance_km"]

_POSTCODE: Final = re.compile(r"[1-9]\d{3}(?:\s?[a-z]{2})?", re.IGNORECASE)
_QUALIFIED: Final = re.compile(r"^(?P<name>[^(,]+?)\s*[(,]\s*(?P<part>[^()]+?)\s*\)?$")
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLES: Final = frozenset({"de", "het", "t", "den"})
_COMMON_ARTICLES: Final = frozenset({"de", "het", "t"})
_BEFORE_PLACE: Final = frozenset({"in", "te", "uit"})
_SENTENCE_END: Final = frozenset(".!?:\n")
_NEVER_SMALL: Final = STOP_NL | {"heel", "oost"}
"""Names that mean the word even after "in": "in een dorp", "in heel Nederland"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in running text, with what it may stand for, the likeliest first."""

    text: str
    start: int
    end: int
    spots: tuple[Spot, ...]


class Places:
    """Looks names up. Building takes some 100 ms; share one."""

    def __init__(self, geography: Geography) -> None:
        self._names: defaultdict[str, list[tuple[Level, Spot]]] = defaultdict(list)
        self._phrases: dict[str, str] = {}
        self._postcodes: defaultdict[str, list[Spot]] = defaultdict(list)
        self._provinces: set[str] = set()
        self._words = frozenset(key_of(word) for word in geography.words)
        known: dict[tuple[str, str], Spot] = {}
        for place in geography.places:
            spot = spot_of(place)
            known[place.name, place.municipality] = spot
            self._add(Level.PLACE, place.name, spot)
            for alias in place.aliases:
                self._add(Level.ALIAS, alias, spot)
        for municipality in geography.municipalities:
            self._add_municipality(municipality)
        self._add_provinces(geography.municipalities)
        for postcode in geography.postcodes:
            self._postcodes[postcode.code].append(postcode_spot(postcode, known))
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for key in self._names:
            self._by_length[len(key)].append(key)

    def find(self, name: str, province: str | None = None) -> tuple[Spot, ...]:
        """All that this name or postcode may stand for, best first; empty when unknown.

        "Bergen (Limburg)", "Bergen, Limburg" and `province="Limburg"` narrow the answer; a
        municipality may narrow it as well.
        """
        name = name.strip()
        if _POSTCODE.fullmatch(name):
            return tuple(self._postcodes.get(name[:4], ()))
        found = self._look(name)
        if qualified := _QUALIFIED.match(name):
            if not found or found[0][1].kind != "gemeente":
                found = self._look(qualified["name"])
            province = province or qualified["part"]
        spots = [spot for _, spot in found]
        if province:
            wanted = key_of(province)
            spots = [spot for spot in spots if wanted in within(spot)]
        return tuple(dict.fromkeys(spots))

    def area(self, name: str, kind: str) -> Spot | None:
        """The municipality or province with this name, also when a town is called so too."""
        found = self._names.get(key_of(name), ())
        return next((spot for _, spot in found if spot.kind == kind), None)

    def near(self, name: str) -> tuple[Spot, ...]:
        """Like `find`, but forgives a typing error when nothing has this very name."""
        found = self.find(name)
        key = key_of(name)
        if found or len(key) < SHORTEST_TYPO or not key.isalpha():
            return found
        edits = 1 if len(key) < TWO_TYPOS else 2
        near = [
            (distance, -self._size(candidate), candidate)
            for length in range(len(key) - edits, len(key) + edits + 1)
            for candidate, distance, _ in process.extract(
                key,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=edits,
                limit=5,
            )
            if candidate[0] == key[0]
        ]
        return self._spots(min(near)[2]) if near else ()

    def in_text(self, text: str) -> tuple[Named, ...]:
        """The names in a text, in order; the longest name wins.

        Names that are also words count only after "in", "te" or "uit", or with a capital in the
        middle of a sentence.
        """
        tokens = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        folded = ["".join(words(text[start:end])) for start, end in tokens]
        found: list[Named] = []
        at = 0
        while at < len(tokens):
            size = self._longest(text, tokens, folded, at)
            if size:
                start, end = tokens[at][0], tokens[at + size - 1][1]
                spots = self._spots(self._phrases[phrase_of(folded[at : at + size])])
                found.append(Named(text[start:end], start, end, spots))
            at += size or 1
        return tuple(found)

    def _longest(self, text: str, tokens: list[tuple[int, int]], folded: list[str], at: int) -> int:
        """How many words from here on are a place's name; 0 when none."""
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            phrase = phrase_of(folded[at : at + size])
            if phrase not in self._phrases:
                continue
            if size == 1:
                is_meant = self._is_meant(text, tokens[at][0], folded, at)
            else:
                is_meant = (
                    size > TWO_WORDS
                    or folded[at] not in _COMMON_ARTICLES
                    or text[tokens[at + 1][0]].isupper()
                    or self._size(self._phrases[phrase]) >= WELL_KNOWN
                )
            if is_meant:
                return size
        return 0

    def _is_meant(self, text: str, start: int, folded: list[str], at: int) -> bool:
        """Whether a single word is meant as a place."""
        word = folded[at]
        if len(word) > TOO_SHORT and key_of(word) not in self._words:
            return True
        before = text[:start].rstrip(" \t'\"(“‘’")
        mid_sentence = bool(before) and before[-1] not in _SENTENCE_END
        capital = text[start].isupper() and mid_sentence and not text.isupper()
        return capital or (word not in _NEVER_SMALL and at > 0 and folded[at - 1] in _BEFORE_PLACE)

    def _look(self, name: str) -> list[tuple[Level, Spot]]:
        key = key_of(name)
        found = self._names.get(key, [])
        if not found:
            parts = words(name)
            if len(parts) > 1 and parts[0] in _ARTICLES:
                found = self._names.get(key_of(" ".join(parts[1:])), [])
        return self._best(key, found)

    def _best(self, key: str, found: list[tuple[Level, Spot]]) -> list[tuple[Level, Spot]]:
        """The candidates of the first level that has any; a place and its alias are one level.

        A province is added when the place is a small one of the same name (Zeeland).
        """
        if not found:
            return []
        first = min(level for level, _ in found)
        top = max(first, Level.ALIAS)
        best = sorted(
            (pair for pair in found if pair[0] <= top), key=lambda pair: order_of(key, *pair)
        )
        if is_named_after(key, best[0][1]) or best[0][1].kind == "provincie":
            return best
        return best + [pair for pair in found if pair[0] is Level.PROVINCE]

    def _spots(self, key: str) -> tuple[Spot, ...]:
        found = self._best(key, self._names[key])
        return tuple(dict.fromkeys(spot for _, spot in found))

    def _size(self, key: str) -> int:
        return max(spot.population or 0 for _, spot in self._names[key])

    def _add(self, level: Level, name: str, spot: Spot) -> None:
        key = key_of(name)
        self._names[key].append((level, spot))
        parts = words(name)
        if level is not Level.SHORT:
            self._phrases.setdefault(phrase_of(parts), key)
            self._phrases.setdefault(phrase_of(["".join(parts)]), key)
        if len(parts) > 1 and parts[0] in _ARTICLES:
            self._names[key_of(" ".join(parts[1:]))].append((Level.SHORT, spot))

    def _add_municipality(self, municipality: Municipality) -> None:
        spot = municipality_spot(municipality)
        for name in (municipality.name, *municipality.aliases):
            self._add(Level.MUNICIPALITY, name, spot)
        for name in municipality.former:
            self._add(Level.FORMER, name, spot)

    def _add_provinces(self, municipalities: Iterable[Municipality]) -> None:
        """Each province at the middle of its people."""
        members: defaultdict[str, list[Municipality]] = defaultdict(list)
        for municipality in municipalities:
            members[municipality.province].append(municipality)
        for name, inside in members.items():
            people = sum(one.population for one in inside)
            lat = sum(one.lat * one.population for one in inside) / people
            lon = sum(one.lon * one.population for one in inside) / people
            spot = Spot(name, "provincie", "", name, "Nederland", lat, lon, people)
            names = (name, "Friesland") if name == "Fryslân" else (name,)
            for one in names:
                self._add(Level.PROVINCE, one, spot)
                self._add(Level.PROVINCE, f"provincie {one}", spot)
