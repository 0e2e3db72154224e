"""`ask`: what the help desk would say to a question; stores nothing."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands._lines import InputError, clean, columns, stop, utf8_stdout

if TYPE_CHECKING:
    from bot.search.helpdesk import Finding, HelpDeskSearch

_WORDS = {
    "answer": "Antwoord",
    "suggest": "Bedoel je een van deze?",
    "unsure": "Dit weet de bot niet zeker. Een medewerker neemt het over.",
    "refer": "Doorverwijzing",
    "offtopic": "Hier is de helpdesk niet voor.",
}


def register(app: typer.Typer) -> None:
    """Add `ask` to the command line."""
    app.command("ask")(ask)


def ask(
    text: Annotated[str | None, typer.Argument(help="De vraag, tussen aanhalingstekens.")] = None,
    batch: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="TSV met de kolommen id en question."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, bij --batch per regel.")] = False,
) -> None:
    """Laat zien wat de helpdesk op een vraag zou zeggen. Er wordt niets bewaard."""
    if (text is None) == (batch is None):
        message = "geef een vraag of --batch / give a question or --batch"
        raise typer.BadParameter(message)
    utf8_stdout()
    desk = load_desk()
    if text is not None:
        finding = desk.look(text)
        typer.echo(_json(shape(finding)) if as_json else _readable(finding))
    elif batch is not None:
        try:
            _answer_all(desk, batch, as_json=as_json)
        except InputError as fault:
            stop(fault)


def load_desk() -> "HelpDeskSearch":
    """The help desk over the content that ships."""
    from bot.content import load_content
    from bot.search.helpdesk import HelpDeskSearch

    return HelpDeskSearch(load_content())


def shape(finding: "Finding") -> dict[str, object]:
    """A finding as other programs read it."""
    referral = finding.referral
    return {
        "outcome": finding.outcome.value,
        "themes": [{"id": theme.id, "score": theme.score} for theme in finding.themes],
        "answers": [
            {"article": a.article, "title": a.title, "score": a.score, "source": a.source}
            for a in finding.answers
        ],
        "referral": {"id": referral.id, "text": referral.said(finding.language)}
        if referral
        else None,
    }


def _answer_all(desk: "HelpDeskSearch", batch: Path, *, as_json: bool) -> None:
    for _, row in columns(batch, ("id", "question")):
        finding = desk.look(row["question"])
        if as_json:
            typer.echo(_json({"id": row["id"], "question": row["question"], **shape(finding)}))
        else:
            first = finding.answers[0].title if finding.answers else ""
            typer.echo(clean(f"{row['id']}  {finding.outcome.value:9}{first}"))


def _readable(finding: "Finding") -> str:
    lines = [_WORDS[finding.outcome.value]]
    lines += [f"  {referral.said(finding.language)}" for referral in finding.referrals]
    lines += [f"  {a.title} ({a.score:.2f}) {a.source}".rstrip() for a in finding.answers]
    if finding.themes:
        lines.append("Thema: " + ", ".join(f"{t.id} ({t.score:.2f})" for t in finding.themes))
    return "\n".join(lines)


def _json(value: object) -> str:
    """One line, also for programs that break lines at the rarer Unicode marks."""
    line = json.dumps(value, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
