"""How well two collectives fit each other, whoever asks: for rounds, and for the reasons of a pair.

The parts and weights are those of `scoring`. Offers against needs count in both directions at
once; a phase counts for whichever of the two can help the other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.search.collectives import scoring
from bot.search.collectives.cards import Card
from bot.search.collectives.facets import UNKNOWN, context_likeness, phase_fit
from bot.search.collectives.postings import Measure, Postings
from bot.search.collectives.reading import Reader
from bot.search.collectives.scoring import Weights
from bot.search.collectives.terms import Vocabulary
from bot.search.spots import distance_km


@dataclass(frozen=True, slots=True)
class Wanted:
    """A need: its words measured against offers and against stories, and its themes."""

    in_offers: Measure
    in_stories: Measure
    themes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two collectives, made ready to be held against many others."""

    card: Card
    sure: dict[str, float]
    needs: tuple[Wanted, ...]
    near: frozenset[str]
    wished: frozenset[str]
    offers: tuple[tuple[frozenset[str], frozenset[str]], ...]
    offered: frozenset[str]
    leads: frozenset[str]
    story: frozenset[str]


def side_of(
    card: Card, reader: Reader, vocabulary: Vocabulary, offers: Postings, about: Postings
) -> Side:
    """Everything about a collective that does not depend on the other."""
    needs = tuple(
        Wanted(offers.measure(one, vocabulary), about.measure(one, vocabulary), one.themes)
        for one in card.needs
    )
    return Side(
        card=card,
        sure=dict.fromkeys(card.themes, 1.0),
        needs=needs,
        near=frozenset(stem for one in needs for stem in one.in_offers.near),
        wished=frozenset(theme for one in needs for theme in one.themes),
        offers=tuple((frozenset(one.stems), one.themes) for one in card.offers),
        offered=frozenset(stem for one in card.offers for stem in one.stems),
        leads=card.themes.union(*(one.themes for one in card.offers)),
        story=frozenset(reader.telling(" . ".join(card.texts))),
    )


def fit_of_two(
    one: Side,
    other: Side,
    weights: Weights,
    rarities: Mapping[str, float],
    links: Mapping[tuple[str, str], float],
) -> float:
    """0 to 1: the same from both sides."""
    mine, theirs = one.card, other.card
    there, back = _received(one, other), _received(other, one)
    km = distance_km(mine.spot, theirs.spot) if mine.spot and theirs.spot else None
    phase = max(phase_fit(mine.phase, theirs.phase), phase_fit(theirs.phase, mine.phase))
    profile, second = mine.profile, theirs.profile
    value = (
        weights.theme * scoring.shared_themes(one.sure, theirs.themes, rarities, links)
        + (weights.gets + weights.gives) * (1.0 - (1.0 - there) * (1.0 - back))
        + weights.context * context_likeness(mine.context, theirs.context)
        + weights.size * scoring.size_value(profile.population, second.population)
        + weights.distance * scoring.distance_value(km)
        + weights.phase * phase
        + weights.motive * _alike(profile.motives, second.motives)
        + weights.method * _alike(profile.methods, second.methods)
        + weights.language * _alike(profile.languages, second.languages)
    )
    return value / weights.between_two


def _received(one: Side, other: Side) -> float:
    """How well the other covers what the first needs: by offers, by its story or by its themes."""
    if not one.needs or (
        one.near.isdisjoint(other.offered)
        and one.near.isdisjoint(other.story)
        and one.wished.isdisjoint(other.leads)
    ):
        return 0.0
    missing = 1.0
    told = 0.0
    for need in one.needs:
        share = max((_agreement(need, *offer) for offer in other.offers), default=0.0)
        missing *= 1.0 - share
        if not need.themes.isdisjoint(other.card.themes):
            told = max(told, scoring.KNOWS_THEME)
        covered = need.in_stories.cover(other.story)
        if covered >= scoring.ENOUGH_WORDS:
            told = max(told, covered * scoring.TOLD)
    return max(1.0 - missing, told)


def _agreement(need: Wanted, stems: frozenset[str], themes: frozenset[str]) -> float:
    alike = 0.0 if need.themes.isdisjoint(themes) else scoring.SAME_THEME
    agreed = need.in_offers.agree(stems)
    return max(alike, agreed if agreed >= scoring.ENOUGH_WORDS else 0.0)


def _alike(mine: Iterable[str], theirs: Iterable[str]) -> float:
    one, other = set(mine), set(theirs)
    return len(one & other) / len(one | other) if one and other else UNKNOWN
