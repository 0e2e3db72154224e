"""Prints what one match costs over 300, 10,000 and 100,000 collectives.

The measure is a plain loop over the same profiles that only counts shared themes: the least that
any ranking without an index does. Run with `python -m tests.bench.bench_match`.
"""

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from bot.content import Content
from bot.search.collectives import CollectiveIndex, MatchQuery, Profile, Reader
from bot.search.places import Places

SIZES = (300, 10_000, 100_000)
QUERIES = 200


def profiles(content: Content, size: int, source: random.Random) -> list[Profile]:
    """Made-up collectives with the words of the examples, in real places."""
    places = content.places().places
    texts = [one.description.split() for one in content.collectives]
    wishes = [item for one in content.collectives for item in (*one.offers, *one.needs)]
    themes = [theme.id for theme in content.themes]
    made: list[Profile] = []
    for number in range(size):
        place = source.choice(places)
        like = source.choice(content.collectives)
        words = source.sample(source.choice(texts), 8) + source.sample(source.choice(texts), 8)
        made.append(
            Profile(
                id=str(number),
                name=f"Collectief {number}",
                place=place.name,
                municipality=place.municipality,
                themes=tuple(source.sample(themes, source.randint(1, 3))),
                context=source.choice(("dorp", "stadswijk", "stad", "")),
                population=source.randint(300, 30_000),
                phase=like.phase,
                motives=like.motives,
                methods=like.methods,
                offers=tuple(source.sample(wishes, 2)),
                needs=tuple(source.sample(wishes, 2)),
                description=" ".join(words),
            )
        )
    return made


def queries(content: Content, source: random.Random) -> list[MatchQuery]:
    """Wishes in words, in fields and in both."""
    stories = [one.description for one in content.collectives]
    made: list[MatchQuery] = []
    for number in range(QUERIES):
        like = source.choice(content.collectives)
        text = source.choice(stories) if number % 2 else ""
        made.append(
            MatchQuery(
                text=text,
                themes=like.themes if number % 4 < 2 or not text else (),
                place=like.place,
                context=like.context,
                offers=like.offers,
                needs=like.needs,
                phase=like.phase,
            )
        )
    return made


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of this thread."""
    started = time.thread_time()
    call()
    return (time.thread_time() - started) * 1000


def most_in_common(sets: list[frozenset[str]], wanted: frozenset[str]) -> int:
    """The plain loop: who shares most themes."""
    return max(range(len(sets)), key=lambda number: len(sets[number] & wanted))


def main() -> None:
    """Print a line for each size."""
    source = random.Random(1)
    content = Content.load()
    reader = Reader(content, Places(content.places()))
    wishes = queries(content, source)
    for size in SIZES if "--all" in sys.argv else SIZES[:2]:
        made = profiles(content, size, source)
        started = time.perf_counter()
        index = CollectiveIndex(made, reader)
        built = time.perf_counter() - started
        took = sorted(timed(partial(index.rank, wish)) for wish in wishes)
        sets = [frozenset(one.themes) for one in made]
        wanted = frozenset(wishes[0].themes)
        plain = median(timed(partial(most_in_common, sets, wanted)) for _ in range(9))
        p50, p95 = median(took), took[int(len(took) * 0.95)]
        print(
            f"{size:>7} collectives: built in {built:.1f} s; p50 {p50:.1f} ms, p95 {p95:.1f} ms, "
            f"max {took[-1]:.1f} ms; p95 is {p95 / plain:.1f} x a plain loop ({plain:.1f} ms)"
        )


if __name__ == "__main__":
    main()
