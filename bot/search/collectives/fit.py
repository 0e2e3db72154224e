"""The circumstances of a match: where, how large, how far, how far along, in what spirit."""

from dataclasses import dataclass

from bot.search.collectives import scoring
from bot.search.collectives.cards import MOST_GAPS, Card
from bot.search.collectives.facets import context_likeness, phase_fit
from bot.search.collectives.profiles import Difference
from bot.search.collectives.reading import Wish
from bot.search.collectives.scoring import Weights
from bot.search.spots import Spot, distance_km


@dataclass(frozen=True, slots=True)
class Fit:
    """What the circumstances are worth for one wish."""

    wish: Wish
    weights: Weights

    def by_kind(self, context: str, phase: str) -> float:
        """The part that follows from the kind of place and the phase alone."""
        wish, total = self.wish, 0.0
        if wish.context:
            alike = context_likeness(wish.context, context)
            value = 1.0 - alike if wish.different is Difference.CONTEXT else alike
            total += self._context_weight * value
        if self._asks_phase:
            total += self.weights.phase * phase_fit(wish.phase, phase)
        return total

    def by_place_and_spirit(self, card: Card) -> float:
        """All other parts."""
        wish, weights, total = self.wish, self.weights, 0.0
        if wish.population:
            total += weights.size * scoring.size_value(wish.population, card.profile.population)
        if wish.spot is not None:
            value = scoring.distance_value(how_far(wish.spot, card.spot))
            total += weights.distance * wish.place_weight * value
        if wish.motives:
            theirs = card.profile.motives
            is_other = wish.different is Difference.MOTIVE
            alike = (scoring.newness if is_other else scoring.overlap)(wish.motives, theirs)
            total += self._motive_weight * alike
        if wish.methods:
            total += weights.method * scoring.overlap(wish.methods, card.profile.methods)
        if wish.languages:
            total += weights.language * scoring.overlap(wish.languages, card.profile.languages)
        return total

    def by_turn(self, card: Card, least_gaps: int, turn: float) -> float:
        """What a profile with more gaps than the fullest one gets when it is its turn, 0 to 1."""
        return self.weights.turn * turn * (card.gaps - least_gaps) / MOST_GAPS

    def differs(self, card: Card) -> bool:
        """Whether this collective is different in what the wish asks to be different."""
        wish = self.wish
        if wish.different is Difference.MOTIVE:
            return bool(wish.motives) and not wish.motives.issuperset(card.profile.motives)
        known = bool(wish.context and card.context)
        return known and context_likeness(wish.context, card.context) < scoring.ANOTHER_WORLD

    @property
    def most(self) -> float:
        """What somebody gets who is right in everything that was asked."""
        kinds = self._context_weight + self.weights.phase * self._asks_phase
        return self.most_shared + kinds + self.room

    @property
    def room(self) -> float:
        """The most that place and spirit can add."""
        wish, weights = self.wish, self.weights
        return (
            weights.size * bool(wish.population)
            + weights.distance * wish.place_weight * (wish.spot is not None)
            + self._motive_weight * bool(wish.motives)
            + weights.method * bool(wish.methods)
            + weights.language * bool(wish.languages)
            + weights.turn
        )

    @property
    def most_shared(self) -> float:
        """What somebody gets who shares all of the subject."""
        wish, weights = self.wish, self.weights
        return (
            weights.theme * bool(wish.themes)
            + weights.gets * bool(wish.needs)
            + weights.gives * bool(wish.offers)
            + weights.text * bool(wish.told)
        )

    @property
    def most_akin(self) -> float:
        """The most that somebody gets who only does something akin."""
        told = self.weights.text * scoring.ENOUGH_TEXT * bool(self.wish.told)
        theme = self.weights.theme * scoring.theme_value(scoring.AKIN)
        return theme + told + scoring.AKIN_FIT * (self.most - self.most_shared)

    @property
    def _context_weight(self) -> float:
        weights, wish = self.weights, self.wish
        is_other = wish.different is Difference.CONTEXT
        return (weights.different if is_other else weights.context) * wish.context_weight

    @property
    def _motive_weight(self) -> float:
        is_other = self.wish.different is Difference.MOTIVE
        return self.weights.different if is_other else self.weights.motive

    @property
    def _asks_phase(self) -> bool:
        return self.wish.has_subject or bool(self.wish.phase)


def how_far(one: Spot, other: Spot | None) -> float | None:
    """Kilometres; none at all within the province or municipality that was asked for."""
    if other is None:
        return None
    if (one.kind == "provincie" and one.province == other.province) or (
        one.kind == "gemeente" and one.municipality == other.municipality
    ):
        return 0.0
    return distance_km(one, other)
