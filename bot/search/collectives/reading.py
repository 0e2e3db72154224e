"""From what somebody asks, in fields and in free words, to a wish that can be ranked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.content import Content
from bot.search.collectives.clauses import (
    asks_for_place,
    names_in,
    population_in,
    split_offers,
)
from bot.search.collectives.facets import CITY, DISTRICT, VILLAGE, context_of, contexts_in, phase_of
from bot.search.collectives.lexicon import Lexicon
from bot.search.collectives.profiles import Difference, MatchQuery
from bot.search.collectives.terms import Terms
from bot.search.places import Named, Places, Spot
from bot.search.words import STOP_NL, words

LONGEST: Final = 2000
"""Letters of a free text that are read."""
SURE: Final = 0.5
"""A theme read from words counts from this chance on."""
DUTCH: Final = "nl"
"""The language that says nothing, as nearly all speak it."""
MOST_THEMES: Final = 4
RELATIVE: Final = 0.55
"""A theme much less likely than the best one is left out."""
INFERRED: Final = {"dorp": (VILLAGE, 0.6), "wijk": (DISTRICT, 0.6), "stad": (CITY, 0.3)}
"""The kind of place that follows from the place alone, and how sure that is."""
SHORTEST_PART: Final = 3
"""The fewest letters of a word that is one with its neighbour ("warmte net")."""
ASKED_PLACE: Final = 2.0
"""How much more the distance counts when a text asks for groups in a place, not just from one."""
SMALL_TOWN: Final = 20_000


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is offered, needed or told: its telling stems and the themes it points to.

    `weak` are those of its stems that tell little.
    """

    text: str
    stems: tuple[str, ...]
    themes: frozenset[str]
    weak: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """A question made ready. Weights are how sure something is, 0 to 1.

    `told` is the free text; `has_subject` is false when groups were asked for, whatever they do.
    """

    themes: dict[str, float]
    told: tuple[Item, ...]
    needs: tuple[Item, ...]
    offers: tuple[Item, ...]
    context: str
    context_weight: float
    population: int | None
    spot: Spot | None
    place_weight: float
    phase: str
    motives: frozenset[str]
    methods: frozenset[str]
    languages: frozenset[str]
    has_subject: bool
    without: frozenset[str]
    partners: bool
    different: Difference


class Reader:
    """Understands questions and profiles with the shipped themes, facets and places."""

    def __init__(self, content: Content, places: Places) -> None:
        self.terms = Terms(content.things.weak, content.common_words)
        self.places = places
        self.lexicon = Lexicon(content.themes, self.terms, content.things.hints)
        self.same = _same(content.things.same, self.terms)
        self.common = content.common_words.all
        self._whole = self.lexicon.stems | self.same.keys()
        self._weak = self.terms.weak | (
            self.terms.commonest - self.lexicon.stems - self.same.keys()
        )
        self.texts = (
            *self.lexicon.texts,
            *(word for thing in content.things.same for word in thing),
            *(hint for facet in content.facets for v in facet.values for hint in v.hints_nl),
        )
        """Words that are spelled right."""
        self.parents = {t.id: t.parent for t in content.themes}
        self.akin = frozenset(content.akin)
        self._phases = {
            " ".join(words(name)): value.id
            for value in content.facet("fase").values
            for name in (value.name_nl, value.name_en, *value.hints_nl)
        }
        self._kinds = _theme_names(content)
        self._hints = {
            value.id: " ".join((value.id, value.name_nl, *value.hints_nl))
            for value in content.facet("vraag_aanbod").values
        }

    def themes_named(self, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(theme ids, names that are none) for ids and names of themes and of groups.

        A name with a comma in it that was cut there is put together again.
        """
        known: list[str] = []
        unknown: list[str] = []
        for name in (one.strip() for one in names):
            found = self._kinds.get(" ".join(words(name)))
            whole = self._kinds.get(" ".join(words(f"{unknown[-1]} {name}"))) if unknown else None
            if not found and whole:
                unknown.pop()
            known.extend(found or whole or ())
            if not found and not whole and name:
                unknown.append(name)
        return tuple(dict.fromkeys(known)), tuple(unknown)

    def themes_of(self, names: Iterable[str]) -> frozenset[str]:
        """Theme ids; a name that is no theme of ours stands for itself, so that equals meet."""
        known, unknown = self.themes_named(names)
        return frozenset((*known, *(" ".join(words(name)) for name in unknown))) - {""}

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of a text; two words that are one when written together count as that too."""
        pairs = pairwise(words(text))
        joined = (
            self.terms.stem(one + other)
            for one, other in pairs
            if min(len(one), len(other)) >= SHORTEST_PART and not {one, other} & STOP_NL
        )
        whole = (stem for stem in joined if stem in self._whole)
        return tuple(dict.fromkeys((*self.terms.stems(text), *whole)))

    def telling(self, text: str) -> tuple[str, ...]:
        """The stems of a text that say what it is about."""
        return tuple(stem for stem in self.stems(text) if stem not in self.terms.generic)

    def themes_told(self, text: str) -> frozenset[str]:
        """The themes that a story is surely about."""
        read = self.lexicon.read(self.stems(text))
        return frozenset(theme for theme, chance in read.items() if chance >= SURE)

    def item(self, text: str) -> Item:
        """One offer, need or sentence. A bare facet id stands for the words that point to it."""
        full = self._hints.get(text.strip().lower(), text)
        stems = self.stems(full)
        themes = self.lexicon.read(stems)
        sure = frozenset(theme for theme, chance in themes.items() if chance >= SURE)
        telling = tuple(stem for stem in stems if stem not in self.terms.generic)
        return Item(text, telling, sure, self._weak.intersection(telling))

    def spot(self, place: str, municipality: str = "") -> Spot | None:
        """The likeliest place of this name, in this municipality when that is known.

        A place that is not known there stands for the municipality, not for one elsewhere that
        is only spelled like it.
        """
        around = self.places.find(municipality) if municipality.strip() else ()
        if not place.strip():
            return self._first(around)
        inside = self.places.find(place, municipality) if around else ()
        return self._first(inside or self.places.find(place) or around or self.places.near(place))

    def context(self, value: str, spot: Spot | None) -> tuple[str, float]:
        """The kind of place and how sure that is: as given, else from the place."""
        given = context_of(value)
        if given:
            return given, 1.0
        return _inferred(spot)

    def phase(self, value: str) -> str:
        """The phase that this value means, or nothing."""
        return phase_of(value, self._phases)

    def wish(self, query: MatchQuery, repair: Callable[[str], str] = str) -> Wish:
        """Everything that the question says, in fields and in words.

        `repair` mends typing errors in a text that holds no more names of places.
        """
        text = query.text[:LONGEST]
        _, unknown = self.themes_named(query.themes)
        text = " ".join((text, *unknown)).strip()
        named = self.places.in_text(text)
        bare = _without(text, [(one.start, one.end) for one in named])
        population, bare = population_in(bare)
        bare = repair(bare)
        told, offers = self._clauses(bare)
        spot, place_weight = self._where(query, text, named)
        themes = self._themes(told, offers) | dict.fromkeys(self.themes_of(query.themes), 1.0)
        needs = tuple(self.item(repair(need)) for need in query.needs if need.strip())
        given = tuple(self.item(repair(offer)) for offer in query.offers if offer.strip())
        subject = bool(themes or needs or given or any(one.stems for one in (*told, *offers))) or (
            not set(self.terms.stems(bare)) <= self.terms.seeking
        )
        context, weight = self._context(query, text, spot, has_subject=subject)
        return Wish(
            themes=themes,
            told=tuple(one for one in told if one.weak != frozenset(one.stems)),
            needs=needs,
            offers=(*given, *(one for one in offers if one.stems)),
            context=context,
            context_weight=weight,
            population=query.population or population,
            spot=spot,
            place_weight=place_weight,
            phase=self.phase(query.phase),
            motives=frozenset(query.motives),
            methods=frozenset(query.methods),
            languages=frozenset(query.languages) - {DUTCH},
            has_subject=subject,
            without=query.without,
            partners=query.partners,
            different=query.different,
        )

    def _where(
        self, query: MatchQuery, text: str, named: Sequence[Named]
    ) -> tuple[Spot | None, float]:
        """The place as given, or as it is named in the text, and how much it counts."""
        spot = self.spot(query.place, query.municipality)
        if spot is not None or not named:
            return spot, 1.0
        weight = ASKED_PLACE if asks_for_place(text[: named[0].start]) else 1.0
        return self._first(named[0].spots), weight

    def _clauses(self, text: str) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """(what is told or sought, what is offered)."""
        told, offered = split_offers(text)
        whole = self.item(" . ".join(told))
        named = frozenset(self.terms.stems(" ".join(names_in(text)))).intersection(whole.stems)
        whole = (replace(whole, weak=whole.weak | named),) if told else ()
        return whole, tuple(map(self.item, offered))

    def _themes(self, told: Iterable[Item], offers: Iterable[Item]) -> dict[str, float]:
        stems = tuple(
            dict.fromkeys(stem for item in (*told, *offers) for stem in self.stems(item.text))
        )
        read = self.lexicon.read(stems)
        best = max(read.values(), default=0.0)
        likely = sorted(read.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_THEMES]
        return {theme: chance for theme, chance in likely if chance >= max(0.25, best * RELATIVE)}

    def _context(
        self, query: MatchQuery, text: str, spot: Spot | None, *, has_subject: bool
    ) -> tuple[str, float]:
        """The kind of place as given, as said, or as it follows from the place.

        Who asks for groups around a place, whatever they do, asks for no kind of place.
        """
        given = context_of(query.context) if query.context else ""
        if given:
            return given, 1.0
        said = contexts_in(text)
        best = max(said, key=lambda kind: (said[kind], kind)) if said else ""
        inferred, sure = _inferred(spot)
        if best and said[best] >= sure:
            return best, said[best]
        return (inferred, sure) if has_subject else ("", 0.0)

    @staticmethod
    def _first(spots: tuple[Spot, ...]) -> Spot | None:
        return spots[0] if spots else None


def _inferred(spot: Spot | None) -> tuple[str, float]:
    if spot is None or (spot.kind == "dorp" and (spot.population or 0) > SMALL_TOWN):
        return "", 0.0
    return INFERRED.get(spot.kind, ("", 0.0))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without these stretches."""
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text


def _same(things: Iterable[Iterable[str]], terms: Terms) -> dict[str, frozenset[str]]:
    same: dict[str, frozenset[str]] = {}
    for thing in things:
        stems = frozenset(found[0] for word in thing if len(found := terms.stems(word)) == 1)
        for stem in stems:
            same[stem] = same.get(stem, frozenset()) | stems - {stem}
    return same


def _theme_names(content: Content) -> dict[str, tuple[str, ...]]:
    """Folded id or name to theme ids; the name of a group stands for all its themes."""
    names: dict[str, tuple[str, ...]] = {}
    for group in content.groups:
        inside = tuple(theme.id for theme in content.themes if theme.parent == group.id)
        for name in (group.id, group.name_nl, group.name_en):
            names[" ".join(words(name))] = inside
    for theme in content.themes:
        for name in (*theme.synonyms_nl, *theme.synonyms_en):
            names.setdefault(" ".join(words(name)), (theme.id,))
    for theme in content.themes:
        for name in (theme.id, theme.name_nl, theme.name_en):
            names[" ".join(words(name))] = (theme.id,)
    return names
