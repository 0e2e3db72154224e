"""`data`: collectives and articles in and out as files; one person's data."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import _articles, privacy
from bot.commands._lines import clean, utf8_stdout
from bot.commands._opened import stop, with_store, write_file

if TYPE_CHECKING:
    from bot.services.matching.imports import ImportReport
    from bot.settings import Settings
    from bot.spreadsheets import Table
    from data.store import Store

_Community = Annotated[
    int | None, typer.Option(help="Nummer van de community, als er meer dan één is.")
]


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        help="Gegevens: inlezen, uitvoeren, wissen en kopiëren.", no_args_is_help=True
    )
    app.add_typer(group, name="data")
    importing = typer.Typer(help="Lees een bestand in.", no_args_is_help=True)
    group.add_typer(importing, name="import")
    importing.command("collectives")(import_collectives)
    importing.command("articles")(import_articles)
    group.command("export")(export)
    privacy.add_to(group)


def import_collectives(
    file: Annotated[Path, typer.Argument(help="CSV of XLSX.")],
    community: _Community = None,
    dry_run: Annotated[bool, typer.Option(help="Alleen laten zien wat er zou gebeuren.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Het verslag als JSON.")] = False,
) -> None:
    """Lees collectieven in: alles of niets, met een verslag per regel. Nog een keer kan geen kwaad.

    Kolommen: name (moet), place, municipality, themes, context, population, phase, motives,
    methods, offers, needs, legal_form, description; en contact, contact_name, reach als je ook
    contactpersonen hebt. Meer waarden in één cel scheid je met een puntkomma.
    """
    utf8_stdout()
    table = _read(file)

    async def work(store: "Store", settings: "Settings") -> "tuple[ImportReport, str]":
        from bot.clock import Clock
        from bot.content import Content
        from bot.errors import DomainError
        from bot.services.matching.imports import Imports
        from bot.texts import Texts

        community_id = await community_of(store, community, make=not dry_run)
        imports = Imports(store, Clock(settings.timezone), Content.load())
        try:
            report = await (imports.plan if dry_run else imports.apply)(community_id, table)
        except DomainError as error:
            said = Texts.load().text(error.key, settings.language, **error.facts)
            stop(f"{file.name}: {said}")
        return report, settings.language

    report, language = with_store(work)
    typer.echo(_json(report) if as_json else _readable(report, language, dry=dry_run))
    if not report.is_good:
        raise typer.Exit(1)


def import_articles(
    folder: Annotated[Path, typer.Argument(help="Map met bestanden van Markdown (.md).")],
    community: _Community = None,
    dry_run: Annotated[bool, typer.Option(help="Alleen laten zien wat er zou gebeuren.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Het verslag als JSON.")] = False,
) -> None:
    """Lees artikelen in: alles of niets, met een verslag per bestand en regel.

    Elk bestand begint met een kop tussen twee regels +++, zoals in data/content/kennisbank.
    Dezelfde map nog een keer verandert niets.
    """
    _articles.take_in(folder, community, dry=dry_run, as_json=as_json)


def export(
    what: Annotated[
        str | None,
        typer.Argument(
            help="CSV of XLSX voor de collectieven, het woord articles voor de eigen artikelen, of "
            "een account zoals discord:123456789. Zonder iets: de collectieven op het scherm."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Argument(
            help="Bij een account: een nieuw bestand, .json of .txt; zonder: scherm. "
            "Bij articles: een map."
        ),
    ] = None,
    community: _Community = None,
) -> None:
    """Zet alle collectieven in een tabel die weer in te lezen is, zonder namen van mensen.

    Met een account erbij: alles over die ene persoon, hetzelfde als het bestand van /mijn-gegevens.
    """
    if what is not None and privacy.is_account(what):
        privacy.export_person(what, out)
        return
    if what == "articles" and out is not None:
        _articles.write_out(out, community)
        return
    if out is not None:
        stop(privacy.how_an_account_looks(what or ""))
    _export_collectives(what, community)


def _export_collectives(what: str | None, community: int | None) -> None:
    """All collectives, in a file or on the screen."""
    from bot.services.matching.imports import COLUMNS, read_rows
    from bot.spreadsheets import write_csv, write_xlsx

    async def work(store: "Store", _settings: "Settings") -> list[list[str]]:
        return await read_rows(store, await community_of(store, community, make=False))

    rows = with_store(work)
    if what is None:
        utf8_stdout()
        typer.echo(write_csv(COLUMNS, rows).decode("utf-8-sig"), nl=False)
        return
    is_sheet = what.lower().endswith(".xlsx")
    write_file(Path(what), write_xlsx(COLUMNS, rows) if is_sheet else write_csv(COLUMNS, rows))


def _read(file: Path) -> "Table":
    from bot.commands.run import read_settings
    from bot.errors import DomainError
    from bot.spreadsheets import MAX_BYTES, read_table
    from bot.texts import Texts

    try:
        with file.open("rb") as stream:
            return read_table(stream.read(MAX_BYTES + 1), file.name)
    except OSError as error:
        stop(f"{file.name}: kan niet worden gelezen / cannot be read ({error.strerror})")
    except DomainError as error:
        said = Texts.load().text(error.key, read_settings().language, **error.facts)
        stop(f"{file.name}: {said}")


async def community_of(store: "Store", wanted: int | None, *, make: bool) -> int:
    """The community that is meant; a fresh database gets its first one when `make` says so."""
    from bot.clock import Clock
    from data.store import communities

    async with store.reading() as session:
        known = await communities.find_all(session)
    if wanted is None and not known and make:
        async with store.writing() as session:
            return await communities.add_alone(session, "Bewonersbot", Clock().now())
    if wanted is None and len(known) == 1:
        return known[0][0]
    if wanted is None and not known:
        return 0
    if wanted not in {id_ for id_, _ in known}:
        there = ", ".join(f"{id_} ({name})" for id_, name in known) or "-"
        stop(f"Kies een community met --community / choose one with --community: {there}")
    return wanted or 0


def _readable(report: "ImportReport", language: str, *, dry: bool) -> str:
    from bot.services.matching.imports import Outcome
    from bot.texts import Texts

    texts = Texts.load()
    lines: list[str] = []
    for one in report.lines:
        said = texts.text(f"import-outcome-{one.outcome}", language)
        if one.problem is not None:
            said = texts.text(f"import-{one.problem}", language, what=one.what)
        if one.similar:
            said = f"{said} {texts.text('import-similar', language, name=one.similar)}"
        lines.append(
            clean(texts.text("import-line", language, line=one.line, name=one.name, said=said))
        )
    counts = {outcome.value: report.count(outcome) for outcome in Outcome}
    key = "import-plan" if dry else "import-done"
    lines.append(texts.text(key if report.is_good else "import-refused", language, **counts))
    return "\n".join(lines)


def _json(report: "ImportReport") -> str:
    from bot.services.matching.imports import Outcome

    return json.dumps(
        {
            "good": report.is_good,
            "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
            "lines": [
                {
                    "line": one.line,
                    "outcome": one.outcome.value,
                    "name": one.name,
                    "problem": one.problem.value if one.problem else None,
                    "what": one.what,
                    "similar": one.similar,
                }
                for one in report.lines
            ],
        },
        ensure_ascii=False,
    )
