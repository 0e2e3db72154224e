"""The circumstances of a match: where, how large, how far, how far along, in what spirit."""

from dataclasses import dataclass

from bot.search.collectives import scoring
from bot.search.collectives.cards import Card
from bot.search.collectives.facets import context_likeness, phase_fit
from bot.search.collectives.profiles import Difference
from bot.search.collectives.reading import Wish
from bot.search.collectives.scoring import Weights
from bot.search.spots import distance_km


@dataclass(frozen=True, slots=True)
class Fit:
    """What the circumstances are worth for one wish."""

    wish: Wish
    weights: Weights

    def by_kind(self, context: str, phase: str) -> float:
        """The part that follows from the kind of place and the phase alone."""
        wish, weights, total = self.wish, self.weights, 0.0
        if wish.context:
            alike = context_likeness(wish.context, context)
            value = 1.0 - alike if wish.different is Difference.CONTEXT else alike
            total += weights.context * wish.context_weight * value
        if self._asks_phase:
            total += weights.phase * phase_fit(wish.phase, phase)
        return total

    def by_place_and_spirit(self, card: Card) -> float:
        """All other parts."""
        wish, weights, total = self.wish, self.weights, 0.0
        if wish.population:
            total += weights.size * scoring.size_value(wish.population, card.profile.population)
        if wish.spot is not None:
            km = distance_km(wish.spot, card.spot) if card.spot else None
            total += weights.distance * scoring.distance_value(km)
        if wish.motives and wish.different is Difference.MOTIVE:
            total += weights.motive
        elif wish.motives:
            total += weights.motive * scoring.overlap(wish.motives, card.profile.motives)
        if wish.methods:
            total += weights.method * scoring.overlap(wish.methods, card.profile.methods)
        return total

    def differs(self, card: Card) -> bool:
        """Whether this collective is different in what the wish asks to be different."""
        wish = self.wish
        if wish.different is Difference.MOTIVE:
            theirs = card.profile.motives
            return bool(wish.motives and theirs) and wish.motives.isdisjoint(theirs)
        known = bool(wish.context and card.context)
        return known and context_likeness(wish.context, card.context) < scoring.ANOTHER_WORLD

    @property
    def most(self) -> float:
        """What somebody gets who is right in everything that was asked."""
        wish, weights = self.wish, self.weights
        kinds = weights.context * wish.context_weight + weights.phase * self._asks_phase
        return self.most_shared + kinds + self.room

    @property
    def room(self) -> float:
        """The most that place and spirit can add."""
        wish, weights = self.wish, self.weights
        return (
            weights.size * bool(wish.population)
            + weights.distance * (wish.spot is not None)
            + weights.motive * bool(wish.motives)
            + weights.method * bool(wish.methods)
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
    def _asks_phase(self) -> bool:
        return self.wish.has_subject or bool(self.wish.phase)
