"""Search: how good on a Dutch corpus, how fast on a large one. Run with `pytest -m bench -s`."""

import json
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from bot.search.articles import Articles, Entry
from bot.search.engine import Document, Engine
from bot.search.kept import Kept

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "retrieval"
_SYLLABLES = """
ba be bo buur dak de dorp eer fiets ga geld ge groen ha huis in ka kelder koe la leer li licht
ma meen mo na nood o plein pa pen ra raad recht ri sa school se so stad straat ta ten ti tuin va
ver vo wa water we werk wijk wo zaal zo zorg
"""
SYLLABLES = _SYLLABLES.split()


def jsonl(name: str) -> list[dict[str, str]]:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def relevant() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in (SAMPLES / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, _ = line.split("\t")
        found[query].add(document)
    return found


def recall(
    engine: Engine, queries: list[dict[str, str]], right: dict[str, set[str]]
) -> list[float]:
    """R@1 and R@3 over the queries that have an answer."""
    asked = [query for query in queries if query["id"] in right]
    found = [[hit.id for hit in engine.search(query["text"], 3)] for query in asked]
    wanted = [right[query["id"]] for query in asked]
    first = sum(not ids.isdisjoint(hits[:1]) for ids, hits in zip(wanted, found, strict=True))
    three = sum(not ids.isdisjoint(hits) for ids, hits in zip(wanted, found, strict=True))
    return [first / len(asked), three / len(asked)]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the Dutch corpus is not on this machine")
def test_the_right_document_is_among_the_first_three() -> None:
    engine = Engine.build(Document(d["id"], d["title"], d["text"]) for d in jsonl("docs.jsonl"))
    clean = recall(engine, jsonl("queries.jsonl"), relevant())
    typos = recall(engine, jsonl("queries-typo.jsonl"), relevant())
    print(f"\nR@1/R@3 clean {clean[0]:.3f}/{clean[1]:.3f}, typos {typos[0]:.3f}/{typos[1]:.3f}")
    assert [clean[1] >= 0.75, typos[1] >= 0.72] == [True, True]


def made_up(count: int, source: random.Random) -> Iterator[Document]:
    """Documents of some 150 words out of 60,000 compounds, as unevenly spread as in a language."""
    compounds = [
        "".join(source.choices(SYLLABLES, k=source.choice((1, 2, 2, 3, 3)))) for _ in range(60_000)
    ]
    spread = list(accumulate(1 / (rank + 10) for rank in range(len(compounds))))
    for number in range(count):
        drawn = source.choices(compounds, cum_weights=spread, k=155)
        yield Document(str(number), " ".join(drawn[:5]), " ".join(drawn[5:]))


def timed(engine: Engine, documents: list[Document], source: random.Random) -> list[float]:
    """Milliseconds of 300 questions of seven words, one of them misspelled, in order of size."""
    took = []
    for _ in range(300):
        drawn = source.sample(source.choice(documents).text.split(), 7)
        drawn[0] = drawn[0][:-2] + drawn[0][-1:]
        before = time.perf_counter()
        engine.search(" ".join(drawn), 10)
        took.append((time.perf_counter() - before) * 1000)
    return sorted(took)


def resident_mb() -> float:
    """What this process holds now."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 2**20


def told(engine: Engine, documents: list[Document], source: random.Random) -> tuple[str, float]:
    """The times of an engine, in words, and the p95 after its first question."""
    before = time.perf_counter()
    engine.search("eerste vraag")
    first_ms = (time.perf_counter() - before) * 1000
    took = timed(engine, documents, source)
    line = f"first {first_ms:.0f} ms, p50 {took[150]:.1f} ms, p95 {took[285]:.1f} ms"
    return line, took[285]


def one_start(folder: Path, count: int) -> None:
    """What a process meets: build and keep, or open; for `--start`."""
    source = random.Random(7)
    documents, kept = list(made_up(count, source)), Kept(folder)
    held, before = resident_mb(), time.perf_counter()
    found = kept.open(documents)
    engine = found[0] if found else kept.build(lambda: documents)
    took = time.perf_counter() - before
    if not found:
        kept.keep(engine, kept.mark(documents), {}, engine.version)
    what = "open" if found else "build on disk"
    line, _ = told(engine, documents, source)
    print(f"{count} docs: {what} {took:.2f} s, {line}, {resident_mb() - held:.0f} MB more")


@pytest.mark.parametrize(("count", "build_s"), [(1_000, 1.5), (10_000, 10.0), (100_000, 120.0)])
def test_a_large_corpus_is_indexed_and_searched_in_time(count: int, build_s: float) -> None:
    source = random.Random(7)
    documents = list(made_up(count, source))
    held, before = resident_mb(), time.perf_counter()
    engine = Engine.build(documents)
    index_s = time.perf_counter() - before
    (line, p95), more = told(engine, documents, source), resident_mb() - held
    print(f"\n{count} docs: build in memory {index_s:.2f} s, {line}, {more:.0f} MB more")
    assert [index_s <= build_s, p95 <= 20] == [True, True]


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_a_start_opens_the_index_of_an_earlier_one(count: int, tmp_path: Path) -> None:
    """In a process each, so that memory and files are those of a start."""
    start = [sys.executable, "-m", "tests.bench.bench_search", str(tmp_path), str(count)]
    lines = [subprocess.run(start, capture_output=True, check=True, text=True) for _ in "12"]
    print("", *(line.stdout.splitlines()[-1] for line in lines), sep="\n")
    assert "open" in lines[1].stdout


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_the_articles_of_a_help_desk_are_there_in_time(count: int, tmp_path: Path) -> None:
    """The index and what Python counts beside it."""
    entries = [
        Entry(one.id, "nl", one.title, one.text, (), (one.title, one.text[:40]))
        for one in made_up(count, random.Random(7))
    ]
    took: list[float] = []
    for _ in range(2):
        before = time.perf_counter()
        articles = Articles(entries, kept=Kept(tmp_path))
        took.append(time.perf_counter() - before)
        keep = articles.to_keep()
        if keep is not None:
            keep()
    print(f"\n{count} articles: build {took[0]:.2f} s, open {took[1]:.2f} s")
    assert took[1] < took[0]


if __name__ == "__main__":
    one_start(Path(sys.argv[1]), int(sys.argv[2]))
