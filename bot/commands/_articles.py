"""The knowledge base as a folder: `data import articles`, `data export articles`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands._lines import clean, utf8_stdout
from bot.commands._opened import stop, with_store, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.services.knowledge.papers import PaperReport, Papers
    from bot.settings import Settings
    from data.store import Store


def take_in(folder: Path, community: int | None, *, dry: bool, as_json: bool) -> None:
    """Take in a folder of articles; status 1 when something is wrong with it."""
    utf8_stdout()
    if not folder.is_dir():
        stop(f"{folder}: is geen map / is no folder")

    async def work(store: "Store", settings: "Settings") -> "tuple[PaperReport, str]":
        from bot.commands.data import community_of

        community_id = await community_of(store, community, make=not dry)
        papers = _papers(store, settings)
        report = await (papers.plan if dry else papers.apply)(community_id, folder)
        return report, settings.language

    report, language = with_store(work)
    typer.echo(_json(report) if as_json else _readable(report, language, dry=dry))
    if not report.is_good:
        raise typer.Exit(1)


def write_out(folder: Path, community: int | None) -> None:
    """Write the community's own articles in a folder, so that they can be taken in again."""
    from bot.texts import Texts

    async def work(store: "Store", settings: "Settings") -> "tuple[Mapping[str, str], str]":
        from bot.commands.data import community_of

        community_id = await community_of(store, community, make=False)
        return await _papers(store, settings).files(community_id), settings.language

    files, language = with_store(work)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{folder}: kan niet worden gemaakt / cannot be made ({error.strerror})")
    for name, said in files.items():
        write_file(folder / name, said.encode())
    said = Texts.load().text("papers-written", language, number=len(files), folder=str(folder))
    typer.echo(clean(said), err=True)


def _papers(store: "Store", settings: "Settings") -> "Papers":
    from bot.clock import Clock
    from bot.content import Content
    from bot.library import Library
    from bot.search.helpdesk import HelpDeskSearch
    from bot.services.knowledge.papers import Papers

    content, clock = Content.load(), Clock(settings.timezone)
    library = Library(store, clock, content, HelpDeskSearch(content))
    return Papers(store, clock, library, [theme.id for theme in content.themes])


def _readable(report: "PaperReport", language: str, *, dry: bool) -> str:
    from bot.services.knowledge.papers import Outcome
    from bot.texts import Texts

    text, lines = Texts.load().text, list[str]()
    for paper in report.papers:
        said = text(f"papers-outcome-{paper.outcome}", language)
        if paper.problem is not None:
            said = text(f"papers-{paper.problem}", language, what=paper.what)
        place = f"{paper.file}:{paper.line}" if paper.line else paper.file
        lines.append(clean(f"{place}: {said}"))
    counts = {outcome.value: report.count(outcome) for outcome in Outcome}
    key = "papers-plan" if dry else "papers-done"
    lines.append(text(key if report.is_good else "papers-refused", language, **counts))
    return "\n".join(lines)


def _json(report: "PaperReport") -> str:
    from bot.services.knowledge.papers import Outcome

    return json.dumps(
        {
            "good": report.is_good,
            "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
            "files": [
                {
                    "file": paper.file,
                    "line": paper.line,
                    "outcome": paper.outcome.value,
                    "problem": paper.problem.value if paper.problem else None,
                    "what": paper.what,
                }
                for paper in report.papers
            ],
        },
        ensure_ascii=False,
    )
