"""Prints what a coffee round costs, and plays rounds one after the other to count who meets again.

Made-up collectives with the words of the examples, scored as in the bot. The least number of
repeats is what the number of different pairs forces; that it can be reached is not said.
Run with `python -m tests.bench.bench_coffee`.
"""

import random
import time
from itertools import combinations

from bot.content import Content
from bot.search.collectives import CollectiveIndex, Reader
from bot.search.pairing import Guest, Pasts, Seating, seat
from bot.search.places import Places
from tests.bench.bench_match import profiles

PLAYED = ((60, 8), (61, 8), (60, 70), (9, 12))
"""How many take part, and how many rounds."""


class Played:
    """A row of rounds with the same people."""

    def __init__(self, index: CollectiveIndex, size: int) -> None:
        self._index = index
        self._scores: dict[tuple[int, int], float] = {}
        self.guests = [Guest(number, frozenset({number})) for number in range(size)]
        self.ages: dict[tuple[int, int], int] = {}

    def score(self, one: int, other: int) -> float:
        """Of two collectives, worked out once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._scores:
            self._scores[pair] = self._index.score(str(one), str(other))
        return self._scores[pair]

    def next(self, seed: str) -> Seating:
        """The next round."""
        found = seat(self.guests, self.score, Pasts(dict(self.ages)), seed)
        self.ages = {pair: age + 1 for pair, age in self.ages.items()}
        for group in found.groups:
            self.ages |= dict.fromkeys(combinations(group.guests, 2), 1)
        return found


def cost(index: CollectiveIndex) -> None:
    """One first round of many, with the scores worked out anew."""
    for size in (60, 299, 300):
        played = Played(index, size)
        started = time.perf_counter()
        pairs = combinations(range(size), 2)
        for pair in pairs:
            played.score(*pair)
        scored = time.perf_counter() - started
        played.next("1")
        took = time.perf_counter() - started
        print(
            f"{size:>4} people: {took:.2f} s, of which {scored:.2f} s for the scores of all pairs"
        )


def play(index: CollectiveIndex, size: int, rounds: int) -> None:
    """Rounds one after the other; what a draw by lot would give stands beside it."""
    played, drawn = Played(index, size), random.Random(1)
    known: set[tuple[int, int]] = set()
    repeats = by_lot = used = alone = 0
    newest: list[int] = []
    scores: list[float] = []
    for number in range(rounds):
        figures = played.next(str(number)).certificate
        repeats += len(figures.ages)
        newest += figures.ages[:1]
        alone += figures.alone
        scores.append(figures.score)
        used += figures.pairs + 3 * figures.trios
        order = drawn.sample(range(size), size)
        pairs = {tuple(sorted(order[place : place + 2])) for place in range(0, size - 1, 2)}
        by_lot += len(pairs & known)
        known |= pairs
    least = max(0, used - size * (size - 1) // 2)
    print(
        f"{size:>4} people, {rounds} rounds: {repeats} repeats of {used} pairs (least possible "
        f"{least}; by lot, with one left over when odd, {by_lot}), "
        f"{f'again after {min(newest)} rounds at the soonest, ' if newest else ''}{alone} alone; "
        f"fit {scores[0]:.2f} at first, {scores[-1]:.2f} at last"
    )


def main() -> None:
    """Print a line for each size."""
    content = Content.load()
    reader = Reader(content, Places(content.places()))
    index = CollectiveIndex(profiles(content, 300, random.Random(1)), reader)
    cost(index)
    for size, rounds in PLAYED:
        play(index, size, rounds)


if __name__ == "__main__":
    main()
