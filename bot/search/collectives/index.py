"""Ranks collectives for a question: the ones that share something with it, by fit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from typing import Final
from zlib import crc32

from bot.search.collectives import scoring
from bot.search.collectives.cards import card_of
from bot.search.collectives.exchange import Exchange
from bot.search.collectives.fit import Fit
from bot.search.collectives.mending import Mender
from bot.search.collectives.pairs import Side, fit_of_two, side_of
from bot.search.collectives.postings import Postings
from bot.search.collectives.profiles import Match, MatchQuery, Profile, Reason, query_of
from bot.search.collectives.reading import Item, Reader, Wish
from bot.search.collectives.reasons import reasons_for
from bot.search.collectives.scoring import Weights
from bot.search.collectives.shared import Parts, Shared
from bot.search.collectives.terms import Vocabulary
from bot.search.spots import Spot, distance_km

NEARBY_KM: Final = 60.0
"""Who asks for a place alone gets collectives within this distance."""
NEARBY_DEGREES: Final = 0.6
"""No less than that distance from south to north: a quick first look."""


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
            self._about.add(reader.telling(" . ".join(card.texts)))
            self._offers.add(number, card.offers)
            self._needs.add(number, card.needs)
        size = len(self._cards)
        self.rarities: Mapping[str, float] = {
            theme: scoring.rarity(size, len(having)) for theme, having in self._by_theme.items()
        }
        self._kind_of = [(card.context, card.phase) for card in self._cards]
        self._kinds = frozenset(self._kind_of)
        self._partners = frozenset(
            number for number, card in enumerate(self._cards) if card.profile.is_partner
        )
        self._mender = Mender(
            (*reader.texts, *(text for card in self._cards for text in card.texts)), reader.common
        )
        self._numbers = {card.profile.id: n for n, card in enumerate(self._cards)}
        self._sides: dict[str, Side] = {}
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
        wish = self._reader.wish(query, self._mender.mend)
        fit = Fit(wish, self._weights)
        shared = self._shared(wish)
        salt = crc32(repr(query).encode("utf-8", "replace"))
        numbers = shared.enough() if wish.has_subject else self._around(wish)
        if wish.different:
            numbers = frozenset(n for n in numbers if self._is_other(fit, shared, n))
        ordered = self._best(fit, shared, self._hopes(fit, shared, numbers), top, salt)
        if wish.has_subject and not wish.different and self._leaves_room(fit, ordered, top):
            hopes = self._hopes(fit, shared, numbers | shared.akin())
            ordered = self._best(fit, shared, hopes, top, salt)
        if not ordered:
            return ()
        least = ordered[0][0] * scoring.CLOSE_TO_BEST
        return tuple(
            Match(
                id=self._cards[number].profile.id,
                name=self._cards[number].profile.name,
                score=round(min(1.0, score / fit.most), 4),
                reasons=reasons_for(wish, self._cards[number], shared.found(number), self._links),
            )
            for score, number in ordered
            if score >= least
        )

    def neighbours(self, id_: str, top: int = 5) -> tuple[Match, ...]:
        """The collectives that fit this one, best first, with reasons; never itself."""
        return self.rank(query_of(self._cards[self._numbers[id_]].profile), top)

    def score(self, one: str, other: str) -> float:
        """How well two collectives fit each other, 0 to 1; the same from both sides."""
        first, second = map(self._side, sorted((one, other)))
        return fit_of_two(first, second, self._weights, self.rarities, self._links)

    def reasons(self, one: str, other: str) -> tuple[Reason, ...]:
        """Why the second fits the first, the weightiest first; empty when nothing is alike."""
        wish = self._reader.wish(query_of(self._cards[self._numbers[one]].profile))
        number = self._numbers[other]
        found = self._shared(wish).found(number)
        return reasons_for(wish, self._cards[number], found, self._links)

    def _side(self, id_: str) -> Side:
        """Made once for each collective: some 0.3 ms."""
        side = self._sides.get(id_)
        if side is None:
            card = self._cards[self._numbers[id_]]
            side = self._sides[id_] = side_of(
                card, self._reader, self._vocabulary, self._offers.postings, self._about
            )
        return side

    def _best(
        self, fit: Fit, shared: Shared, hopes: Mapping[int, float], top: int, salt: int
    ) -> list[tuple[float, int]]:
        """(score, number) of the best, without looking at those that cannot be among them."""
        if top < 1:
            return []
        heap: list[tuple[float, int, int]] = []
        real = shared.enough()
        waiting = [(-hope, number) for number, hope in hopes.items()]
        heapify(waiting)
        while waiting:
            hope, number = heappop(waiting)
            if len(heap) == top and fit.room - hope < heap[0][0]:
                break
            card = self._cards[number]
            if card.profile.id in fit.wish.without:
                continue
            kin = scoring.related(fit.wish.themes, card.themes, self._links)
            around = fit.by_kind(card.context, card.phase) + fit.by_place_and_spirit(card)
            parts = shared.parts(number)
            if fit.wish.has_subject and number not in real:
                around, parts = around * scoring.AKIN_FIT, (0.0, 0.0, 0.0, parts[3])
            score = self._worth(parts, kin) + around
            turn = crc32(card.profile.id.encode("utf-8", "replace"), salt)
            entry = (score, turn, -number)
            if len(heap) < top:
                heappush(heap, entry)
            elif entry > heap[0]:
                heapreplace(heap, entry)
        return [(score, -number) for score, _, number in sorted(heap, reverse=True)]

    def _shared(self, wish: Wish) -> Shared:
        """What each collective shares with the subject of the wish."""
        return Shared(
            themes=self._theme_sums(wish),
            gets=self._offers.deals(wish.needs, self._vocabulary),
            gives=self._needs.deals(wish.offers, self._vocabulary),
            story=self._from_story(wish.needs),
            told=self._told(wish.told),
            shown=self._offers.deals(wish.told, self._vocabulary, scoring.ENOUGH_TEXT),
        )

    def _leaves_room(self, fit: Fit, ordered: Sequence[tuple[float, int]], top: int) -> bool:
        """Whether somebody who only does something akin could still come among the best."""
        if not ordered:
            return True
        last = ordered[-1][0] if len(ordered) == top else 0.0
        least = max(last, ordered[0][0] * scoring.CLOSE_TO_BEST)
        return fit.most_akin >= least

    def _hopes(self, fit: Fit, shared: Shared, numbers: frozenset[int]) -> dict[int, float]:
        """The most each of these collectives can score before place and spirit."""
        kinds = {kind: fit.by_kind(*kind) for kind in self._kinds}
        kept = numbers & self._partners if fit.wish.partners else numbers - self._partners
        kind_of = self._kind_of
        worth = shared.worth(kept, self._weights)
        return {number: value + kinds[kind_of[number]] for number, value in worth}

    def _worth(self, parts: Parts, kin: float) -> float:
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
            sure = wish.themes.get(mine, 0.0) >= scoring.SURE_OF_THEME
            if sure and strength >= scoring.AKIN and theirs not in wish.themes:
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

    def _is_other(self, fit: Fit, shared: Shared, number: int) -> bool:
        """Whether this one has the theme, and differs in what was asked to be different."""
        themes, *_ = shared.parts(number)
        return themes > 0.0 and fit.differs(self._cards[number])

    def _around(self, wish: Wish) -> frozenset[int]:
        """Collectives near the place, or in such a kind of place, when nothing else was asked."""
        cards = enumerate(self._cards)
        if wish.spot is not None:
            return frozenset(n for n, card in cards if _is_near(wish.spot, card.spot))
        if wish.context and wish.context_weight == 1.0:
            return frozenset(n for n, card in cards if card.context == wish.context)
        return frozenset()


def _is_near(one: Spot, other: Spot | None) -> bool:
    return (
        other is not None
        and abs(one.lat - other.lat) < NEARBY_DEGREES
        and distance_km(one, other) <= NEARBY_KM
    )
