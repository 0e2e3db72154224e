"""Prints what one match costs, how good the matches are, and whom they leave out.

Cost: over 300 and 10,000 collectives, with `--all` over 100,000 too; the measure is a plain loop
over the same profiles that only counts shared themes, the least that any ranking without an index
does. Quality: `cases_match.jsonl`, see `_judged`. Exposure: the share of collectives that come
among the first five for any other, against the same ranking without turns.
Run with `python -m tests.bench.bench_match`; `--quality` leaves the cost out.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from statistics import median

from bot.content import Content
from bot.search.collectives import CollectiveIndex, MatchQuery, Profile, Reader, Weights
from bot.search.places import Places
from tests.bench._judged import Verdict, judge, read_cases, read_groups

SIZES = (300, 10_000, 100_000)
QUERIES = 200
CHANGES = 50
FIRST = 5


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


def uneven(content: Content, size: int, source: random.Random) -> list[Profile]:
    """The same, with a few themes that many have, and every third profile hardly filled in."""
    themes = [theme.id for theme in content.themes]
    weights = [1 / (1 + place) for place in range(len(themes))]
    made: list[Profile] = []
    for number, one in enumerate(profiles(content, size, source)):
        chosen = dict.fromkeys(source.choices(themes, weights, k=source.randint(1, 3)))
        profile = replace(one, themes=tuple(chosen))
        if number % 3 == 0:
            profile = Profile(
                profile.id, profile.name, profile.place, profile.municipality, profile.themes
            )
        made.append(profile)
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


def hold_all(index: CollectiveIndex, ids: Sequence[str]) -> None:
    """Score every pair, as a round does."""
    for one, other in combinations(ids, 2):
        index.score(one, other)


def print_cost(content: Content, reader: Reader) -> None:
    """A line for each size, and one for changes of single profiles."""
    source = random.Random(1)
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
        changed = [replace(one, description=one.description[::-1]) for one in made[:CHANGES]]
        puts = sorted(timed(partial(index.put, one)) for one in changed)
        print(f"        one changed profile: p50 {median(puts):.1f} ms, max {puts[-1]:.1f} ms")
        if size == SIZES[0]:
            took_all = timed(partial(hold_all, index, [one.id for one in made]))
            print(f"        all pairs held against each other: {took_all:.0f} ms")


def print_quality(verdicts: Sequence[Verdict], name: str) -> None:
    """One line: how often somebody good is among three, and how often the first is wrong."""
    fitting = [one for one in verdicts if one.case.good]
    nothing = [one for one in verdicts if not one.case.good]
    hits, wrong = sum(one.is_hit for one in fitting), sum(one.is_wrong for one in verdicts)
    silly = sum(bool(one.found) for one in nothing)
    print(
        f"{name:>7}: {len(verdicts)} cases; good among three {hits / len(fitting):.1%}; "
        f"wrong first {wrong / len(verdicts):.1%}; something for nothing {silly} of {len(nothing)}"
    )


def exposure(group: Sequence[Profile], reader: Reader, weights: Weights) -> str:
    """The share that comes among somebody's first five, and what the most shown tenth gets."""
    index = CollectiveIndex(group, reader, weights)
    asking = [one.id for one in group if not one.is_partner]
    shown = Counter(match.id for one in asking for match in index.neighbours(one, FIRST))
    top = sum(count for _, count in shown.most_common(len(asking) // 10))
    return f"{len(shown) / len(asking):.1%} (a tenth gets {top / shown.total():.0%} of all places)"


def main() -> None:
    """Print everything."""
    content = Content.load()
    reader = Reader(content, Places(content.places()))
    if "--quality" not in sys.argv:
        print_cost(content, reader)
    verdicts = list(judge(read_cases(), reader))
    for part in dict.fromkeys(one.case.part for one in verdicts):
        print_quality([one for one in verdicts if one.case.part == part], part)
    for verdict in verdicts if "--wrong" in sys.argv else ():
        if verdict.is_wrong or not verdict.is_hit:
            case = verdict.case
            print(f"  {case.id} {case.query.text or case.query} -> {verdict.found}")
    groups = {
        **read_groups(),
        "uneven 300": uneven(content, 300, random.Random(5)),
        "uneven 1000": uneven(content, 1000, random.Random(6)),
    }
    for name, group in groups.items():
        with_turns = exposure(group, reader, Weights())
        without = exposure(group, reader, Weights(turn=0.0))
        print(f"{name}: among somebody's first five {with_turns}; by score alone {without}")


if __name__ == "__main__":
    main()
