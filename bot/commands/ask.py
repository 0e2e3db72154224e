"""`ask`: what the help desk would say to a question; stores nothing."""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.commands._desk import Load, shipped_desk
from bot.commands._lines import InputError, clean, columns, stop, utf8_stdout

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.search.helpdesk import Finding, HelpDeskSearch

_SAID: Final = {
    "answer": "Antwoord",
    "suggest": "Bedoel je een van deze?",
    "unsure": "Dit weet de bot niet zeker. Een medewerker neemt het over.",
    "refer": "Doorverwijzing",
    "offtopic": "Hier is de helpdesk niet voor.",
}


def register(app: typer.Typer, load: Load = shipped_desk) -> None:
    """Add `ask` to the command line; `load` brings the help desk."""

    @app.command("ask")
    def ask(
        text: Annotated[str | None, typer.Argument(help="De vraag, in aanhalingstekens.")] = None,
        batch: Annotated[
            Path | None,
            typer.Option(exists=True, dir_okay=False, help="TSV met kolommen id en question."),
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help="JSON, bij --batch per regel.")
        ] = False,
        lexical: Annotated[
            bool, typer.Option("--lexical", help="Alleen op woorden, zonder het taalmodel.")
        ] = False,
    ) -> None:
        """Laat zien wat de helpdesk op een vraag zou zeggen. Er wordt niets bewaard."""
        utf8_stdout()
        if text is not None and batch is None:
            finding = load(lexical=lexical).look(text)
            typer.echo(_json(shape(finding)) if as_json else _readable(finding))
        elif batch is not None and text is None:
            _answer_all(partial(load, lexical=lexical), batch, as_json=as_json)
        else:
            message = "een vraag of --batch / a question or --batch"
            raise typer.BadParameter(message)


def shape(finding: "Finding") -> dict[str, object]:
    """A finding as other programs read it."""
    referral = finding.referral
    said = {"id": referral.id, "text": referral.said(finding.language)} if referral else None
    return {
        "outcome": finding.outcome.value,
        "themes": [{"id": theme.id, "score": theme.score} for theme in finding.themes],
        "answers": [
            {"article": a.article, "title": a.title, "score": a.score, "source": a.source}
            for a in finding.answers
        ],
        "referral": said,
    }


def _answer_all(load: "Callable[[], HelpDeskSearch]", batch: Path, *, as_json: bool) -> None:
    desk: HelpDeskSearch | None = None
    try:
        for _, row in columns(batch, ("id", "question")):
            desk = desk or load()
            finding = desk.look(row["question"])
            if as_json:
                typer.echo(_json({"id": row["id"], "question": row["question"], **shape(finding)}))
            else:
                first = finding.answers[0].title if finding.answers else ""
                typer.echo(clean(f"{row['id']}  {finding.outcome.value:9}{first}"))
    except InputError as fault:
        stop(fault)


def _readable(finding: "Finding") -> str:
    lines = [_SAID[finding.outcome.value]]
    lines += [f"  {referral.said(finding.language)}" for referral in finding.referrals]
    lines += [f"  {a.title} ({a.score:.2f}) {a.source}".rstrip() for a in finding.answers]
    if finding.themes:
        lines.append("Thema: " + ", ".join(f"{t.id} ({t.score:.2f})" for t in finding.themes))
    return "\n".join(lines)


def _json(value: object) -> str:
    """One line, also for programs that break lines at the rarer Unicode marks."""
    line = json.dumps(value, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
