"""Search: how good on a Dutch corpus, how fast on a large one. Run with `pytest -m bench -s`."""

import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from bot.search.engine import Document, Engine

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


@pytest.mark.parametrize(("count", "build_s"), [(1_000, 1.5), (10_000, 10.0), (100_000, 120.0)])
def test_a_large_corpus_is_indexed_and_searched_in_time(count: int, build_s: float) -> None:
    source = random.Random(7)
    documents = list(made_up(count, source))
    before = time.perf_counter()
    engine = Engine.build(documents)
    index_s = time.perf_counter() - before
    engine.search("eerste vraag")
    took = timed(engine, documents, source)
    print(f"\n{count} docs: index {index_s:.1f} s, p50 {took[150]:.1f} ms, p95 {took[285]:.1f} ms")
    assert [index_s <= build_s, took[285] <= 20] == [True, True]
