"""Ranks collectives for a question: the ones that share something with it, by fit."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import heapify, heappop
from typing import Final
from zlib import crc32

from bot.search.collectives import scoring
from bot.search.collectives.catalogue import Catalogue
from bot.search.collectives.exchange import Deal
from bot.search.collectives.fit import Fit
from bot.search.collectives.pairs import Side, fit_of_two, side_of
from bot.search.collectives.picking import Best
from bot.search.collectives.profiles import Match, MatchQuery, Profile, Reason, query_of
from bot.search.collectives.reading import Item, Reader, Wish
from bot.search.collectives.reasons import reasons_for
from bot.search.collectives.scoring import Weights
from bot.search.collectives.shared import Found, Parts, Shared
from bot.search.spots import Spot, distance_km

MOST_CHANGES: Final = 50
"""From this many changed profiles on it is quicker to begin anew."""
MOST_TURN: Final = 2**32
NEARBY_KM: Final = 60.0
"""Who asks for a place alone gets collectives within this distance."""
NEARBY_DEGREES: Final = 0.6
"""No less than that distance from south to north: a quick first look."""


class CollectiveIndex:
    """All collectives of a community, ready to be ranked. Safe in any thread.

    Building takes some 0.2 ms for each profile; a change of one profile takes a few milliseconds.
    """

    def __init__(
        self, profiles: Iterable[Profile], reader: Reader, weights: Weights | None = None
    ) -> None:
        self._reader = reader
        self._weights = weights or Weights()
        self._links = scoring.links_of(reader.parents, reader.akin)
        self._all = Catalogue(profiles, reader)
        self._sides: dict[str, Side] = {}
        self._one_at_a_time = threading.RLock()

    def __len__(self) -> int:
        return len(self._all)

    def put(self, profile: Profile) -> None:
        """Add a collective, or take over its changed profile."""
        with self._one_at_a_time:
            self._all.put(profile)
            self._sides.clear()

    def remove(self, id_: str) -> None:
        """Forget a collective; an unknown id is no error."""
        with self._one_at_a_time:
            self._all.remove(id_)
            self._sides.clear()

    def update(self, profiles: Sequence[Profile]) -> int:
        """Hold these collectives and no others; returns how many were put in or taken out."""
        with self._one_at_a_time:
            gone = set(self._all.ids) - {profile.id for profile in profiles}
            changed = [one for one in profiles if self._all.get(one.id) != one]
            if len(gone) + len(changed) > MOST_CHANGES:
                self._all = Catalogue(profiles, self._reader)
                self._sides.clear()
            else:
                for id_ in gone:
                    self.remove(id_)
                for profile in changed:
                    self.put(profile)
            return len(gone) + len(changed)

    def rank(self, query: MatchQuery, top: int = 5) -> tuple[Match, ...]:
        """The collectives that fit, best first; empty when nobody really does.

        Below the first place it is somebody else's turn for each question to get a little extra:
        those whose profile tells little. Equal scores are in an order that differs as well, so
        that nobody always comes last. For one question it is the same each time.
        """
        with self._one_at_a_time:
            return self._rank(query, top)

    def _rank(self, query: MatchQuery, top: int) -> tuple[Match, ...]:
        wish = self._reader.wish(query, self._all.mend)
        fit = Fit(wish, self._weights)
        shared = self._shared(wish)
        salt = _salt(query)
        numbers = shared.enough if wish.has_subject else self._around(wish)
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
                id=self._all[number].profile.id,
                name=self._all[number].profile.name,
                score=round(min(1.0, score / fit.most), 4),
                reasons=reasons_for(
                    wish, self._all[number], self._found(wish, shared, number), self._links
                ),
            )
            for score, number in ordered
            if score >= least
        )

    def neighbours(self, id_: str, top: int = 5) -> tuple[Match, ...]:
        """The collectives that fit this one, best first, with reasons; never itself."""
        profile = self._all.get(id_)
        return self.rank(query_of(profile), top) if profile else ()

    def score(self, one: str, other: str) -> float:
        """How well two collectives fit each other, 0 to 1; the same from both sides.

        Somebody who is not here fits nobody.
        """
        if one not in self._all or other not in self._all:
            return 0.0
        with self._one_at_a_time:
            first, second = map(self._side, sorted((one, other)))
            return fit_of_two(first, second, self._weights, self._all.rarities, self._links)

    def reasons(self, one: str, other: str) -> tuple[Reason, ...]:
        """Why the second fits the first, the weightiest first; empty when nothing is alike."""
        if one not in self._all or other not in self._all:
            return ()
        with self._one_at_a_time:
            wish = self._reader.wish(query_of(self._all[self._all.number(one)].profile))
            number = self._all.number(other)
            found = self._found(wish, self._shared(wish), number)
            return reasons_for(wish, self._all[number], found, self._links)

    def _side(self, id_: str) -> Side:
        """Made once for each collective: some 0.3 ms."""
        side = self._sides.get(id_)
        if side is None:
            card = self._all[self._all.number(id_)]
            side = self._sides[id_] = side_of(
                card, self._reader, self._all.vocabulary, self._all.offers.postings, self._all.about
            )
        return side

    def _best(
        self, fit: Fit, shared: Shared, hopes: Mapping[int, float], top: int, salt: int
    ) -> list[tuple[float, int]]:
        """(score, number) of the best, without looking at those that cannot be among them."""
        if top < 1:
            return []
        best = Best(top)
        real = shared.enough
        waiting = [(-hope, number) for number, hope in hopes.items()]
        heapify(waiting)
        while waiting:
            hope, number = heappop(waiting)
            if best.is_beyond(fit.room - hope):
                break
            card = self._all[number]
            if card.profile.id in fit.wish.without:
                continue
            kin = scoring.related(fit.wish.themes, card.themes, self._links)
            around = fit.by_kind(card.context, card.phase) + fit.by_place_and_spirit(card)
            parts = shared.parts(number)
            if fit.wish.has_subject and number not in real:
                around, parts = around * scoring.AKIN_FIT, (0.0, 0.0, 0.0, parts[3])
            turn = crc32(card.profile.id.encode("utf-8", "replace"), salt)
            extra = fit.by_turn(card, self._all.least_gaps, turn / MOST_TURN)
            best.add(number, self._worth(parts, kin) + around, extra, turn)
        return best.ordered()

    def _shared(self, wish: Wish) -> Shared:
        """What each collective shares with the subject of the wish."""
        return Shared(
            themes=self._theme_sums(wish),
            solid=frozenset[int]().union(
                *(
                    self._all.on_theme(theme)
                    for theme, chance in wish.themes.items()
                    if chance >= scoring.SOLID_THEME
                )
            ),
            gets=self._all.offers.deals(wish.needs, self._all.vocabulary),
            gives=self._all.needs.deals(wish.offers, self._all.vocabulary),
            story=self._from_story(wish.needs),
            told=self._told(wish.told),
        )

    def _found(self, wish: Wish, shared: Shared, number: int) -> Found:
        """What a collective shares, with the offer that covers the free text when nothing else."""
        found = shared.found(number)
        if found.offer.which >= 0 or not wish.told:
            return found
        card, about = self._all[number], self._all.offers.postings
        measures = [about.measure(item, self._all.vocabulary) for item in wish.told]
        shares = [
            max(one.agree(frozenset(offer.stems)) for one in measures) for offer in card.offers
        ]
        best = max(shares, default=0.0)
        if best < scoring.ENOUGH_TEXT:
            return found
        return replace(found, offer=Deal(best, shares.index(best), best))

    def _leaves_room(self, fit: Fit, ordered: Sequence[tuple[float, int]], top: int) -> bool:
        """Whether somebody who only does something akin could still come among the best."""
        if not ordered:
            return True
        last = ordered[-1][0] if len(ordered) == top else 0.0
        least = max(last, ordered[0][0] * scoring.CLOSE_TO_BEST)
        return fit.most_akin >= least

    def _hopes(self, fit: Fit, shared: Shared, numbers: frozenset[int]) -> dict[int, float]:
        """The most each of these collectives can score before place and spirit."""
        kinds = {kind: fit.by_kind(*kind) for kind in self._all.kinds()}
        partners = self._all.partners
        kept = numbers & partners if fit.wish.partners else numbers - partners
        return shared.hopes(kept, self._weights, self._all.kind_of, kinds)

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
            worth = scoring.guessed(wish.themes[theme]) * self._all.rarities.get(theme, 1.0)
            for number in self._all.on_theme(theme):
                sums[number] += worth
        for (mine, theirs), strength in self._links.items():
            sure = wish.themes.get(mine, 0.0) >= scoring.SURE_OF_THEME
            if sure and strength >= scoring.AKIN and theirs not in wish.themes:
                for number in self._all.on_theme(theirs):
                    sums.setdefault(number, 0.0)
        return sums

    def _from_story(self, needs: Sequence[Item]) -> dict[int, float]:
        """How well needs are covered by what collectives tell, or by their themes."""
        covered: dict[int, float] = {}
        for item in needs:
            for number, share in self._all.about.cover(item, self._all.vocabulary).items():
                if share >= scoring.ENOUGH_WORDS:
                    covered[number] = max(covered.get(number, 0.0), share * scoring.TOLD)
            for theme in item.themes:
                for number in self._all.on_theme(theme):
                    covered[number] = max(covered.get(number, 0.0), scoring.KNOWS_THEME)
        return covered

    def _told(self, told: Sequence[Item]) -> dict[int, float]:
        covered: dict[int, float] = {}
        for item in told:
            for number, share in self._all.about.cover(item, self._all.vocabulary).items():
                covered[number] = max(covered.get(number, 0.0), share)
        return covered

    def _is_other(self, fit: Fit, shared: Shared, number: int) -> bool:
        """Whether this one has the theme, and differs in what was asked to be different."""
        themes, *_ = shared.parts(number)
        return themes > 0.0 and fit.differs(self._all[number])

    def _around(self, wish: Wish) -> frozenset[int]:
        """Collectives near the place, or in such a kind of place, when nothing else was asked."""
        cards = self._all
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


def _salt(query: MatchQuery) -> int:
    """Another number for another question; the same for one question, in any process."""
    asked = repr(replace(query, without=frozenset())), sorted(query.without)
    return crc32(repr(asked).encode("utf-8", "replace"))
