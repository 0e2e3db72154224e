"""What a pair is worth: all goals of a round in one whole number, the first goal outweighing all.

The goals, from the first to the last:

    seat       everybody sits with somebody.
    same       no two of the same collective.
    repeat     nobody meets somebody again.
    ages       where it must be again, the newest repeat is as old as possible; then the next one.
    waited     who waited longest is there.
    score      the pairs fit as well as possible, in units of 1 / `STEPS`.

Each goal counts in a unit that is larger than all that later goals can add up to, so that a sum of
worths is compared goal by goal. A trio counts all that goes against it in its three pairs, and how
well its two best pairs fit: so three are not preferred for being more pairs.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

from bot.search.pairing.guests import Guest, Pasts, pair_of

STEPS: Final = 10_000
LONGEST_WAIT: Final = 63
"""Rounds; who waited longer than this is as far in front."""
ROOM: Final = 1 << 118
"""The library that matches counts in 128 bits, and needs some of them for itself."""
Score = Callable[[int, int], float]


class Worth:
    """The worths of all pairs of some guests, by their place in the row; never changes."""

    def __init__(self, guests: Sequence[Guest], score: Score, pasts: Pasts) -> None:
        self.guests = guests
        self._pasts = pasts
        size = len(guests)
        self._weigh(size)
        self._waits = [self._waited * min(LONGEST_WAIT, guest.waited) for guest in guests]
        self._fits = [[0] * size for _ in guests]
        self._against: list[list[int | None]] = [[None] * size for _ in guests]
        for two in range(size):
            for one in range(two):
                self._put(one, two, score)

    def _weigh(self, size: int) -> None:
        """The unit of each goal. Ages get one from the newest on, as far as there is room."""
        most = size // 2 + 4
        self._waited = STEPS * most + 1
        unit = self._waited * (LONGEST_WAIT * size + 1)
        numbers = {guest.id for guest in self.guests}
        found = {age for pair, age in self._pasts.ages.items() if numbers.issuperset(pair)}
        room = ROOM // (unit * most**2 * (size + 2))
        ages = sorted(found)
        while ages and most ** len(ages) > room:
            ages.pop()
        self._ages: dict[int, int] = {}
        for age in reversed(ages):
            self._ages[age] = unit
            unit *= most
        self._repeat = unit
        self._same = unit * most
        self.seat = self._same * most

    def _put(self, one: int, two: int, score: Score) -> None:
        first, second = self.guests[one], self.guests[two]
        pair = pair_of(first.id, second.id)
        if pair in self._pasts.blocked:
            return
        age = self._pasts.ages.get(pair)
        against = 0 if age is None else self._repeat + self._ages.get(age, 0)
        if not first.collectives.isdisjoint(second.collectives):
            against += self._same
        fits = round(min(1.0, max(0.0, score(*pair))) * STEPS)
        self._against[one][two] = self._against[two][one] = against
        self._fits[one][two] = self._fits[two][one] = fits

    def against(self, one: int, two: int) -> int | None:
        """What goes against these two: they met before, or are of one collective.

        None: they may not meet.
        """
        return self._against[one][two]

    def joining(self, one: int, other: int) -> int:
        """The worth of `one` who comes to sit with `other`, whose own seat is counted elsewhere."""
        against = self._against[one][other] or 0
        return self.seat + self._waits[one] + self._fits[one][other] - against

    def pair(self, one: int, two: int) -> int:
        """The worth of two who meet."""
        return self.joining(one, two) + self.seat + self._waits[two]

    def trio(self, one: int, two: int, three: int) -> int:
        """The worth of three who meet."""
        return max(
            self.pair(middle, side) + self.joining(last, middle) - (self.against(side, last) or 0)
            for middle, side, last in ((one, two, three), (two, three, one), (three, one, two))
        )

    def pairs(self) -> list[tuple[int, int, int]]:
        """Each pair that may meet, with its worth."""
        return [
            (one, two, self.pair(one, two))
            for two, row in enumerate(self._against)
            for one in range(two)
            if row[one] is not None
        ]

    def score(self, *places: int) -> float:
        """How well a group fits, 0 to 1; of three the mean of the best two pairs."""
        pairs = (self._fits[one][two] for one, two in combinations(places, 2))
        best = sorted(pairs, reverse=True)[: len(places) - 1]
        return sum(best) / len(best) / STEPS
