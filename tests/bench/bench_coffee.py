"""Prints what a coffee round costs, and plays rounds one after the other to count who meets again.

Made-up collectives with the words of the examples, scored as in the bot. The least number of
repeats is what the number of different pairs forces; that it can be reached is not said.
Run with `python -m tests.bench.bench_coffee`.
"""

import asyncio
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


async def cost(index: CollectiveIndex) -> None:
    """One first round of many, with the scores worked out anew, and how long others wait."""
    for size in (60, 299, 300):
        played, done, gaps = Played(index, size), asyncio.Event(), [0.0]
        watching = asyncio.create_task(watch(done, gaps))
        await asyncio.sleep(0.1)
        gaps[:] = [0.0]
        scored, took, wall = await asyncio.to_thread(timed, played)
        done.set()
        await watching
        print(
            f"{size:>4} people: {took:.2f} s of processor, of which {scored:.2f} s for the scores "
            f"of all pairs; {wall:.2f} s by the clock; the event loop waits {max(gaps):.2f} s"
        )


def timed(played: Played) -> tuple[float, float, float]:
    """Seconds of this thread for the scores, for everything, and by the clock."""
    started, wall = time.thread_time(), time.perf_counter()
    for pair in combinations(range(len(played.guests)), 2):
        played.score(*pair)
    scored = time.thread_time() - started
    played.next("1")
    return scored, time.thread_time() - started, time.perf_counter() - wall


async def watch(done: asyncio.Event, gaps: list[float]) -> None:
    """How long the loop is held up at a time."""
    last = time.perf_counter()
    while not done.is_set():
        await asyncio.sleep(0.002)
        now = time.perf_counter()
        gaps.append(now - last - 0.002)
        last = now


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
    asyncio.run(cost(index))
    for size, rounds in PLAYED:
        play(index, size, rounds)


if __name__ == "__main__":
    main()
