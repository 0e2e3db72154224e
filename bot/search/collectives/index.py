"""Ranks collectives for a question: the ones that share something with it, by fit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappush, heapreplace
from typing import Final
from zlib import crc32

from bot.search.collectives import scoring
from bot.search.collectives.cards import card_of
from bot.search.collectives.exchange import Deal, Exchange
from bot.search.collectives.fit import Fit
from bot.search.collectives.postings import Postings
from bot.search.collectives.profiles import Match, MatchQuery, Profile
from bot.search.collectives.reading import Item, Reader, Wish
from bot.search.collectives.reasons import Found, reasons_for
from bot.search.collectives.scoring import Weights
from bot.search.collectives.terms import Vocabulary
from bot.search.spots import Spot, distance_km

NEARBY_KM: Final = 60.0
"""Who asks for a place alone gets collectives within this distance."""
NEARBY_DEGREES: Final = 0.6
"""No less than that distance from south to north: a quick first look."""
NO_DEAL: Final = Deal(0.0, -1, 0.0)


class CollectiveIndex:
    """All collectives of a community, ready to be ranked; never changes after it was built.

    Building takes some 0.2 ms for each profile. Ranking is pure and safe in any thread.
    """

    def __init__(
        self, profiles: Iterable[Profile], reader: Reader, weights: Weights | None = None
    ) -> None:
        self._reader = reader
        self._weights = weights or Weights()
        self._links = scoring.links_of(reader.parents, reader.akin)
        self._cards = [card_of(profile, reader) for profile in profiles]
        self._about, self._offers, self._needs = Postings(), Exchange(), Exchange()
        self._by_theme: defaultdict[str, list[int]] = defaultdict(list)
        for number, card in enumerate(self._cards):
            for theme in sorted(card.themes):
                self._by_theme[theme].append(number)
            told = (card.profile.name, card.profile.description, *card.profile.offers)
            self._about.add(reader.terms.telling(" . ".join(told)))
            self._offers.add(number, card.offers)
            self._needs.add(number, card.needs)
        size = len(self._cards)
        self.rarities: Mapping[str, float] = {
            theme: scoring.rarity(size, len(having)) for theme, having in self._by_theme.items()
        }
        stems = {*self._about.stems, *self._needs.postings.stems}
        self._vocabulary = Vocabulary(
            stems, reader.terms, same=reader.same, spelled=reader.lexicon.stems
        )

    def __len__(self) -> int:
        return len(self._cards)

    def rank(self, query: MatchQuery, top: int = 5) -> tuple[Match, ...]:
        """The collectives that fit, best first; empty when nobody really does.

        Equal scores are in an order that differs from question to question, so that nobody
        always comes last, and is the same each time for one question.
        """
        wish = self._reader.wish(query)
        fit = Fit(wish, self._weights)
        found = self._sharing(wish) if wish.has_subject else self._around(wish)
        ordered = self._best(fit, found, top, crc32(repr(query).encode("utf-8", "replace")))
        if not ordered:
            return ()
        most = fit.most + fit.most_shared
        least = ordered[0][0] * scoring.CLOSE_TO_BEST
        return tuple(
            Match(
                id=self._cards[number].profile.id,
                name=self._cards[number].profile.name,
                score=round(min(1.0, score / most), 4),
                reasons=reasons_for(wish, self._cards[number], found[number], self._links),
            )
            for score, number in ordered
            if score >= least
        )

    def _best(
        self, fit: Fit, found: Mapping[int, Found], top: int, salt: int
    ) -> list[tuple[float, int]]:
        """(score, number) of the best, without looking at those that cannot be among them."""
        if top < 1:
            return []
        heap: list[tuple[float, int, int]] = []
        for number in sorted(found, key=lambda number: -found[number].value):
            value = found[number].value
            if len(heap) == top and value + fit.most < heap[0][0]:
                break
            profile = self._cards[number].profile
            if profile.id in fit.wish.without or profile.is_partner != fit.wish.partners:
                continue
            turn = crc32(profile.id.encode("utf-8", "replace"), salt)
            entry = (value + fit.value(self._cards[number]), turn, -number)
            if len(heap) < top:
                heappush(heap, entry)
            elif entry > heap[0]:
                heapreplace(heap, entry)
        return [(score, -number) for score, _, number in sorted(heap, reverse=True)]

    def _sharing(self, wish: Wish) -> dict[int, Found]:
        """What each collective shares with the subject of the wish, for those that share enough."""
        themes = self._theme_sums(wish)
        gets = self._offers.deals(wish.needs, self._vocabulary)
        gives = self._needs.deals(wish.offers, self._vocabulary)
        story = self._from_story(wish.needs)
        told = self._told(wish.told)
        shown = self._offers.deals(wish.told, self._vocabulary, scoring.ENOUGH_TEXT)
        is_sure = max(wish.themes.values(), default=0.0) >= scoring.SURE_OF_THEME
        found: dict[int, Found] = {}
        for number in {*themes, *gets, *gives, *story, *told}:
            deal, given = gets.get(number, NO_DEAL), gives.get(number, NO_DEAL)
            parts = (
                themes.get(number, 0.0), max(deal.value, story.get(number, 0.0)),
                given.value, told.get(number, 0.0),
            )  # fmt: skip
            kin = scoring.related(wish.themes, self._cards[number].themes, self._links)
            if _is_enough(parts) or (kin >= scoring.AKIN and is_sure):
                offer = deal if deal.which >= 0 else shown.get(number, NO_DEAL)
                found[number] = Found(self._worth(parts, kin), parts, offer, given)
        return found

    def _worth(self, parts: tuple[float, float, float, float], kin: float) -> float:
        themes, gets, gives, told = parts
        weights = self._weights
        return (
            weights.theme * scoring.theme_value(themes + kin)
            + weights.gets * gets
            + weights.gives * gives
            + weights.text * told
        )

    def _theme_sums(self, wish: Wish) -> dict[int, float]:
        """The rarities of shared themes, summed; 0 for who has only an akin theme."""
        sums: defaultdict[int, float] = defaultdict(float)
        for theme in sorted(wish.themes):
            worth = wish.themes[theme] * self.rarities.get(theme, 1.0)
            for number in self._by_theme.get(theme, ()):
                sums[number] += worth
        for (mine, theirs), strength in self._links.items():
            if mine in wish.themes and strength >= scoring.AKIN and theirs not in wish.themes:
                for number in self._by_theme.get(theirs, ()):
                    sums.setdefault(number, 0.0)
        return sums

    def _from_story(self, needs: Sequence[Item]) -> dict[int, float]:
        """How well needs are covered by what collectives tell, or by their themes."""
        covered: dict[int, float] = {}
        for item in needs:
            for number, share in self._about.cover(item, self._vocabulary).items():
                if share >= scoring.ENOUGH:
                    covered[number] = max(covered.get(number, 0.0), share * scoring.TOLD)
            for theme in item.themes:
                for number in self._by_theme.get(theme, ()):
                    covered[number] = max(covered.get(number, 0.0), scoring.KNOWS_THEME)
        return covered

    def _told(self, told: Sequence[Item]) -> dict[int, float]:
        covered: dict[int, float] = {}
        for item in told:
            for number, share in self._about.cover(item, self._vocabulary).items():
                covered[number] = max(covered.get(number, 0.0), share)
        return covered

    def _around(self, wish: Wish) -> dict[int, Found]:
        """Collectives near the place, or in such a kind of place, when nothing else was asked."""
        nothing = Found(0.0, (0.0, 0.0, 0.0, 0.0), NO_DEAL, NO_DEAL)
        if wish.spot is not None:
            return {
                number: nothing
                for number, card in enumerate(self._cards)
                if card.spot is not None and _is_near(wish.spot, card.spot)
            }
        if not wish.context or wish.context_weight < 1.0:
            return {}
        return {n: nothing for n, card in enumerate(self._cards) if card.context == wish.context}


def _is_enough(parts: tuple[float, float, float, float]) -> bool:
    """Whether something real is shared."""
    themes, gets, gives, told = parts
    return (
        themes >= scoring.ENOUGH_THEME
        or max(gets, gives) >= scoring.ENOUGH
        or told >= scoring.ENOUGH_TEXT
    )


def _is_near(one: Spot, other: Spot) -> bool:
    return abs(one.lat - other.lat) < NEARBY_DEGREES and distance_km(one, other) <= NEARBY_KM
