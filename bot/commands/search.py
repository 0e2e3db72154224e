"""`search run`: the search engine over any corpus."""

import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands._lines import InputError, check_id, columns, records, stop, utf8_stdout


class Language(StrEnum):
    """The languages that the search knows the word endings of."""

    NL = "nl"
    EN = "en"


File = Annotated[Path, typer.Option(exists=True, dir_okay=False, readable=True)]


def register(app: typer.Typer) -> None:
    """Add the `search` group to the command line."""
    group = typer.Typer(no_args_is_help=True, help="Zoeken meten en bijstellen.")
    group.command("run")(run)
    group.command("fit")(refit)
    app.add_typer(group, name="search")


def run(
    docs: File,
    queries: File,
    top: Annotated[int, typer.Option(min=1, max=1000, help="Hoeveel treffers per vraag.")] = 10,
    language: Annotated[Language, typer.Option(help="De taal van de teksten.")] = Language.NL,
) -> None:
    """Zoek elke vraag in de documenten: vraag, document, rang en score, met tabs.

    DOCS heeft per regel {"id","title","text"}, QUERIES {"id","text"}. De tijden staan op stderr.
    """
    utf8_stdout()
    try:
        _run(docs, queries, top, language)
    except InputError as fault:
        stop(fault)


def refit(
    questions: Annotated[
        Path,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="TSV met id, question, themes, article, handling (offtopic, human of answer).",
        ),
    ],
    out: Annotated[Path | None, typer.Option(help="Schrijf de gewichten naar dit bestand.")] = None,
) -> None:
    """Stel de kansen van de helpdesk bij met eigen beoordeelde vragen, en toon hoe goed ze zijn.

    Alle cijfers zijn van vragen die het model niet zag. Zonder --out verandert er niets.
    """
    utf8_stdout()
    try:
        _refit(questions, out)
    except InputError as fault:
        stop(fault)


def _refit(questions: Path, out: Path | None) -> None:
    from bot.commands.ask import load_desk
    from bot.search.training import Judged, train

    judged = [
        Judged(
            id=row["id"],
            text=row["question"],
            themes=frozenset(filter(None, row["themes"].split(","))),
            articles=frozenset(filter(None, row["article"].split(","))),
            is_offtopic=row["handling"] == "offtopic",
        )
        for _, row in columns(questions, ("id", "question", "themes", "article", "handling"))
    ]
    if not judged:
        raise InputError(questions, 0, nl="er staan geen vragen in", en="it has no questions")
    trained = train(load_desk(), judged)
    for name, value in trained.figures.items():
        typer.echo(f"{name}\t{value:g}")
    for name, value in trained.calibration.thresholds.items():
        typer.echo(f"threshold {name}\t{value:.3f}")
    if out is not None:
        trained.calibration.dump(out)


def _run(docs: Path, queries: Path, top: int, language: str) -> None:
    from bot.search.engine import Document, Engine

    def documents() -> Iterator[Document]:
        seen: set[str] = set()
        for number, row in records(docs, ("id", "text"), ("title",)):
            id_ = check_id(docs, number, row["id"])
            if id_ in seen:
                raise InputError(docs, number, nl="deze id stond er al", en="this id came before")
            seen.add(id_)
            yield Document(id_, row["title"], row["text"])

    started = time.perf_counter()
    engine = Engine.build(documents(), language)
    indexed_s = time.perf_counter() - started
    took_ms: list[float] = []
    for number, row in records(queries, ("id", "text")):
        id_ = check_id(queries, number, row["id"])
        asked = time.perf_counter()
        hits = engine.search(row["text"], top)
        took_ms.append((time.perf_counter() - asked) * 1000)
        for rank, hit in enumerate(hits, start=1):
            typer.echo(f"{id_}\t{hit.id}\t{rank}\t{hit.score:.4f}")
    took_ms.sort()
    typer.echo(
        f"index {len(engine)} docs {indexed_s:.2f} s; {len(took_ms)} queries, "
        f"p50 {_share(took_ms, 0.5):.2f} ms, p95 {_share(took_ms, 0.95):.2f} ms",
        err=True,
    )


def _share(ordered: list[float], share: float) -> float:
    """The value below which this share of an ordered list lies; 0 for an empty list."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0
