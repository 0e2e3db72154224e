"""Ranks collectives for a question: the ones that share something with it, by fit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from typing import Final
from zlib import crc32

from bot.search.collectives import scoring
from bot.search.collectives.facets import context_likeness, phase_fit
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


@dataclass(frozen=True, slots=True)
class Card:
    """A profile made ready."""

    profile: Profile
    themes: frozenset[str]
    context: str
    phase: str
    spot: Spot | None
    offers: tuple[Item, ...]
    needs: tuple[Item, ...]


class CollectiveIndex:
    """All collectives of a community, ready to be ranked; never changes after it was built.

    Building takes some 0.1 ms for each profile. Ranking is pure and safe in any thread.
    """

    def __init__(
        self, profiles: Iterable[Profile], reader: Reader, weights: Weights | None = None
    ) -> None:
        self._reader = reader
        self._weights = weights or Weights()
        self._links = scoring.links_of(reader.parents, reader.akin)
        self._cards = [_card(profile, reader) for profile in profiles]
        self._about, self._offers, self._needs = Postings(), Postings(), Postings()
        self._offer_owner: list[tuple[int, int]] = []
        self._need_owner: list[tuple[int, int]] = []
        self._by_theme: defaultdict[str, list[int]] = defaultdict(list)
        for number, card in enumerate(self._cards):
            self._file(number, card)
        size = len(self._cards)
        self.rarities: Mapping[str, float] = {
            theme: scoring.rarity(size, len(having)) for theme, having in self._by_theme.items()
        }
        stems = {*self._about.stems, *self._offers.stems, *self._needs.stems}
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
        if top < 1:
            return ()
        wish = self._reader.wish(query)
        found = self._content(wish) if wish.has_subject else self._around(wish)
        ordered = self._best(wish, found, top, crc32(repr(query).encode()))
        if not ordered:
            return ()
        most = self._most(wish)
        least = ordered[0][0] * scoring.CLOSE_TO_BEST
        return tuple(
            Match(
                id=self._cards[number].profile.id,
                name=self._cards[number].profile.name,
                score=round(min(1.0, score / most), 4) if most else 0.0,
                reasons=reasons_for(wish, self._cards[number], found[number]),
            )
            for score, number in ordered
            if score >= least
        )

    def _best(
        self, wish: Wish, found: dict[int, Found], top: int, salt: int
    ) -> list[tuple[float, int]]:
        """(score, number) of the best, without looking at those that cannot be among them."""
        weights = self._weights
        room = (
            weights.context + weights.size + weights.distance + weights.phase
            + weights.motive + weights.method
        )  # fmt: skip
        heap: list[tuple[float, int, int]] = []
        by_content = sorted(found, key=lambda number: -found[number].value)
        for number in by_content:
            value = found[number].value
            if len(heap) == top and value + room < heap[0][0]:
                break
            card = self._cards[number]
            if card.profile.id in wish.without or card.profile.is_partner != wish.partners:
                continue
            score = value + self._fit(wish, card)
            entry = (score, crc32(card.profile.id.encode(), salt), -number)
            if len(heap) < top:
                heappush(heap, entry)
            elif entry > heap[0]:
                heapreplace(heap, entry)
        return [(score, -number) for score, _, number in sorted(heap, reverse=True)]

    def _content(self, wish: Wish) -> dict[int, Found]:
        """What each collective shares with the subject of the wish, for those that share enough."""
        themes = self._theme_sums(wish)
        gets, got = self._exchange(wish.needs, self._offers, self._offer_owner)
        gives, given = self._exchange(wish.offers, self._needs, self._need_owner)
        self._from_story(wish.needs, gets)
        told = self._told(wish)
        if not wish.needs:
            _, got = self._exchange(wish.told, self._offers, self._offer_owner, scoring.ENOUGH_TEXT)
        found: dict[int, Found] = {}
        is_sure = max(wish.themes.values(), default=0.0) >= scoring.SURE_OF_THEME
        for number in {*themes, *gets, *gives, *told}:
            parts = (
                themes.get(number, 0.0), gets.get(number, 0.0),
                gives.get(number, 0.0), told.get(number, 0.0),
            )  # fmt: skip
            kin = scoring.related(wish.themes, self._cards[number].themes, self._links)
            if _is_enough(parts) or (kin >= scoring.AKIN and is_sure):
                value = self._content_value(parts, kin)
                found[number] = Found(value, parts, got.get(number, -1), given.get(number, -1))
        return found

    def _content_value(self, parts: tuple[float, float, float, float], kin: float) -> float:
        themes, gets, gives, told = parts
        weights = self._weights
        return (
            weights.theme * scoring.theme_value(themes + kin)
            + weights.gets * gets
            + weights.gives * gives
            + weights.text * told
        )

    def _theme_sums(self, wish: Wish) -> dict[int, float]:
        """The rarities of shared themes, summed; of akin themes when none is shared."""
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

    def _exchange(
        self,
        wanted: Sequence[Item],
        there: Postings,
        owner: Sequence[tuple[int, int]],
        enough: float = scoring.ENOUGH,
    ) -> tuple[dict[int, float], dict[int, int]]:
        """(value, which of their items) for each collective that has some of what is wanted."""
        missed: dict[int, float] = {}
        best: dict[int, tuple[float, int]] = {}
        for item in wanted:
            cover = there.cover(item, self._vocabulary)
            for theme in sorted(item.themes):
                for number in there.on_theme(theme):
                    cover[number] = max(cover.get(number, 0.0), scoring.SAME_THEME)
            mine: dict[int, float] = {}
            for number, share in cover.items():
                card, which = owner[number]
                if share >= enough and share > mine.get(card, 0.0):
                    mine[card] = share
                    if share > best.get(card, (0.0, -1))[0]:
                        best[card] = share, which
            for card, share in mine.items():
                missed[card] = missed.get(card, 1.0) * (1.0 - share)
        values = {card: 1.0 - left for card, left in missed.items()}
        return values, {card: which for card, (_, which) in best.items()}

    def _from_story(self, needs: Sequence[Item], gets: dict[int, float]) -> None:
        """A need that no offer covers may be covered by what they tell, or by their themes."""
        for item in needs:
            for number, share in self._about.cover(item, self._vocabulary).items():
                worth = share * scoring.TOLD
                if share >= scoring.ENOUGH and worth > gets.get(number, 0.0):
                    gets[number] = worth
            for theme in sorted(item.themes):
                for number in self._by_theme.get(theme, ()):
                    gets[number] = max(gets.get(number, 0.0), scoring.KNOWS_THEME)

    def _told(self, wish: Wish) -> dict[int, float]:
        told: dict[int, float] = {}
        for item in wish.told:
            for number, share in self._about.cover(item, self._vocabulary).items():
                told[number] = max(told.get(number, 0.0), share)
        return told

    def _around(self, wish: Wish) -> dict[int, Found]:
        """Collectives near the place, or in such a kind of place, when nothing else was asked."""
        found: dict[int, Found] = {}
        if wish.spot is None and not (wish.context and wish.context_weight == 1.0):
            return found
        for number, card in enumerate(self._cards):
            if wish.spot is None:
                is_right = card.context == wish.context
            else:
                is_right = card.spot is not None and _is_near(wish.spot, card.spot)
            if is_right:
                found[number] = Found(0.0, (0.0, 0.0, 0.0, 0.0), -1, -1)
        return found

    def _fit(self, wish: Wish, card: Card) -> float:
        """The circumstances: where, how large, how far, and in what spirit."""
        weights, total = self._weights, 0.0
        if wish.context:
            alike = context_likeness(wish.context, card.context)
            total += weights.context * wish.context_weight * alike
        if wish.population:
            total += weights.size * scoring.size_value(wish.population, card.profile.population)
        if wish.spot is not None:
            km = distance_km(wish.spot, card.spot) if card.spot else None
            total += weights.distance * scoring.distance_value(km)
        if wish.has_subject or wish.phase:
            total += weights.phase * phase_fit(wish.phase, card.phase)
        if wish.motives:
            total += weights.motive * scoring.overlap(wish.motives, card.profile.motives)
        if wish.methods:
            total += weights.method * scoring.overlap(wish.methods, card.profile.methods)
        return total

    def _most(self, wish: Wish) -> float:
        """The score of somebody who is right in everything that was asked."""
        weights = self._weights
        return (
            weights.theme * bool(wish.themes)
            + weights.gets * bool(wish.needs)
            + weights.gives * bool(wish.offers)
            + weights.text * bool(wish.told)
            + weights.context * wish.context_weight
            + weights.size * bool(wish.population)
            + weights.distance * (wish.spot is not None)
            + weights.phase * (wish.has_subject or bool(wish.phase))
            + weights.motive * bool(wish.motives)
            + weights.method * bool(wish.methods)
        )

    def _file(self, number: int, card: Card) -> None:
        terms, profile = self._reader.terms, card.profile
        for theme in sorted(card.themes):
            self._by_theme[theme].append(number)
        offers = " . ".join(profile.offers)
        self._about.add(terms.telling(f"{profile.name} . {profile.description} . {offers}"))
        for which, item in enumerate(card.offers):
            self._offers.add(item.stems, item.themes)
            self._offer_owner.append((number, which))
        for which, item in enumerate(card.needs):
            self._needs.add(item.stems, item.themes)
            self._need_owner.append((number, which))


def _card(profile: Profile, reader: Reader) -> Card:
    spot = reader.spot(profile.place, profile.municipality)
    context, _ = reader.context(profile.context, spot)
    themes, _ = reader.themes_named(profile.themes)
    return Card(
        profile=profile,
        themes=frozenset(themes),
        context=context,
        phase=reader.phase(profile.phase),
        spot=spot,
        offers=tuple(map(reader.item, profile.offers)),
        needs=tuple(map(reader.item, profile.needs)),
    )


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
