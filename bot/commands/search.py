"""`search run`: the search over any corpus; `search fit`: its chances on judged questions."""

import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.commands._desk import Load, shipped_desk
from bot.commands._lines import InputError, check_id, columns, records, stop, utf8_stdout

if TYPE_CHECKING:
    from bot.search.engine import Document
    from bot.search.training import Judged


class Language(StrEnum):
    """The languages that the search knows the word endings of."""

    NL = "nl"
    EN = "en"


_JUDGED: Final = "TSV: id, question, themes, article, handling (answer, human of offtopic)."
File = Annotated[Path, typer.Option(exists=True, dir_okay=False, readable=True)]


def register(app: typer.Typer, load: Load = shipped_desk) -> None:
    """Add the `search` group to the command line; `load` brings the help desk for `fit`."""
    group = typer.Typer(no_args_is_help=True, help="Zoeken: meten en bijstellen.")
    app.add_typer(group, name="search")
    group.command("run")(run)

    @group.command("fit")
    def refit(  # the command's name in Python; typer keeps the reference
        questions: Annotated[Path, typer.Option(exists=True, dir_okay=False, help=_JUDGED)],
        out: Annotated[Path | None, typer.Option(help="Schrijf de gewichten hierin.")] = None,
    ) -> None:
        """Stel de kansen van de helpdesk bij met eigen beoordeelde vragen; toont hoe goed ze zijn.

        Alle cijfers zijn van vragen die het model niet zag. Zonder --out verandert er niets.
        """
        utf8_stdout()
        try:
            _fit(load, questions, out)
        except InputError as fault:
            stop(fault)


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


def _run(docs: Path, queries: Path, top: int, language: str) -> None:
    from bot.search.engine import Engine

    started = time.perf_counter()
    engine = Engine.build(_documents(docs), language)
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


def _documents(path: Path) -> "Iterator[Document]":
    from bot.search.engine import Document

    seen: set[str] = set()
    for number, row in records(path, ("id", "text"), ("title",)):
        id_ = check_id(path, number, row["id"])
        if id_ in seen:
            raise InputError(path, number, nl="deze id stond er al", en="this id came before")
        seen.add(id_)
        yield Document(id_, row["title"], row["text"])


def _share(ordered: list[float], share: float) -> float:
    """The value below which this share of an ordered list lies; 0 for an empty list."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def _fit(load: Load, questions: Path, out: Path | None) -> None:
    from bot.search.training import train

    judged = list(_judged(questions))
    if not judged:
        raise InputError(questions, 0, nl="er staan geen vragen in", en="it has no questions")
    desk = load()
    try:
        trained = train(desk, judged)
    except ValueError:
        nl, en = "te weinig vragen om van te leren", "too few questions to learn from"
        raise InputError(questions, 0, nl=nl, en=en) from None
    for name, value in trained.figures.items():
        typer.echo(f"{name}\t{value:g}")
    for name, value in trained.calibration.thresholds.items():
        typer.echo(f"threshold {name}\t{value:.3f}")
    if out is not None:
        trained.calibration.dump(out)


def _judged(path: Path) -> "Iterator[Judged]":
    from bot.search.training import Judged

    for _, row in columns(path, ("id", "question", "themes", "article", "handling")):
        yield Judged(
            id=row["id"],
            text=row["question"],
            themes=frozenset(filter(None, row["themes"].split(","))),
            articles=frozenset(filter(None, row["article"].split(","))),
            is_offtopic=row["handling"] == "offtopic",
        )
