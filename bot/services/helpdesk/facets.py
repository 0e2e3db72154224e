"""What a question shows of who asks: their kind of place, home or group, and whether Flemish."""

import threading
from collections.abc import Iterable, Mapping
from typing import Final

from bot.content import Content, Duty
from bot.content.contexts import ASKABLE, Variant
from bot.search.patterns import Lookup, parse, sentences
from bot.search.words import words

UNSAID: Final = "unsaid"
"""What is kept when the asker skipped the question."""
BEFORE_A_TOWN: Final = "in|uit|te|bij|rond|stad"
"""A name of a town counts after one of these: many are ordinary words too ("boom", "menen")."""
SHORTEST_TOWN: Final = 4


class Facets:
    """Reads questions; pure, safe in any thread."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._values = content.contexts.values
        self._lookup = Lookup(
            (parse(pattern), value.facet, value.id)
            for value in self._values
            for pattern in value.patterns
        )
        self._variants: dict[str, list[Variant]] = {}
        for variant in content.contexts.variants:
            self._variants.setdefault(variant.article, []).append(variant)
        self._taking_over = _lookup(content.contexts.taking_over)
        self._activities = _lookup(content.contexts.activities)
        self._other = _lookup(content.contexts.other)
        self._duties = [(duty, _lookup(duty.patterns)) for duty in content.contexts.duties]
        self._flemish: Lookup | None = None
        self._one_at_a_time = threading.Lock()

    def shown(self, text: str) -> Mapping[str, frozenset[str]]:
        """The values that a text shows, by facet; a facet that does not show is left out."""
        found: dict[str, set[str]] = {}
        for sentence in sentences(text):
            for place, pattern, facet, value in self._lookup.candidates(sentence):
                if pattern.end(sentence, place) is not None:
                    found.setdefault(facet, set()).add(value)
        for value in self._values:
            if value.denies and value.id in found.get(value.facet, ()):
                found[value.facet] = {value.id}
        return {facet: frozenset(values) for facet, values in found.items()}

    def to_ask(self, article: str, text: str, told: Mapping[str, str]) -> str:
        """The one facet on which this article hangs and that nobody told yet; else empty."""
        shown = self.shown(text)
        for variant in self._variants.get(article, ()):
            if variant.facet in ASKABLE:  # the first one only: one question at most
                known = variant.facet in told or variant.facet in shown
                return "" if known else variant.facet
        return ""

    def values(self, facet: str) -> tuple[str, ...]:
        """The values that can be told of a facet that is asked back; none for another word."""
        if facet not in ASKABLE:
            return ()
        return tuple(value.id for value in self._values if value.facet == facet)

    def facet_of(self, value: str) -> str:
        """The facet that a value can be told of; empty for another word."""
        fitting = (one.facet for one in self._values if one.id == value and one.facet in ASKABLE)
        return next(fitting, "")

    def fitting(self, article: str, text: str, told: Mapping[str, str]) -> tuple[Variant, ...]:
        """What this article says besides, or instead, to who asks; what was told goes first.

        Somebody who shows both values of a facet ("huurders en eigenaars") gets neither.
        """
        shown = {facet: next(iter(v)) for facet, v in self.shown(text).items() if len(v) == 1}
        known = {**shown, **told}
        return tuple(
            variant
            for variant in self._variants.get(article, ())
            if known.get(variant.facet) == variant.value
        )

    def motive(self, article: str, text: str) -> bool:
        """Whether the text shows a motive that this article has no answer of its own for."""
        shown = self.shown(text).get("motive", frozenset())
        covered = {v.value for v in self._variants.get(article, ()) if v.facet == "motive"}
        return bool(shown) and bool(covered) and not shown & covered

    def is_flemish(self, text: str) -> bool:
        """Whether the words show that it is about Flanders."""
        return _fires(self._flanders(), text)

    def asks_what_is_on(self, text: str) -> bool:
        """Whether somebody wants to know what there is to do, or whether they may come."""
        return _fires(self._activities, text) and not _fires(self._other, text)

    def duties(self, text: str) -> tuple[Duty, ...]:
        """The duties of government that the text wants to take over."""
        if not _fires(self._taking_over, text):
            return ()
        return tuple(duty for duty, lookup in self._duties if _fires(lookup, text))

    def _flanders(self) -> Lookup:
        """The patterns and the names of towns; the places are read on the first question."""
        with self._one_at_a_time:
            if self._flemish is None:
                patterns = (*self._content.flemish.patterns, *self._towns())
                self._flemish = _lookup(patterns)
            return self._flemish

    def _towns(self) -> Iterable[str]:
        geography, least = self._content.places(), self._content.flemish.town
        dutch = {place.name.casefold() for place in geography.places if place.country != "België"}
        for place in geography.places:
            name = place.name.casefold()
            is_town = place.country == "België" and (place.population or 0) >= least
            is_word = name in dutch or name in geography.words or len(name) < SHORTEST_TOWN
            if is_town and not is_word:
                yield " ".join((BEFORE_A_TOWN, *words(place.name)))


def _lookup(patterns: Iterable[str]) -> Lookup:
    return Lookup((parse(pattern), "", "") for pattern in patterns)


def _fires(lookup: Lookup, text: str) -> bool:
    return any(
        pattern.end(sentence, place) is not None
        for sentence in sentences(text)
        for place, pattern, _, _ in lookup.candidates(sentence)
    )
