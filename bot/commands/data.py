"""`data`: collectives in and out as files."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.commands import privacy
from bot.commands._lines import clean, utf8_stdout
from bot.commands.run import read_settings

if TYPE_CHECKING:
    from bot.services.matching.imports import ImportReport
    from bot.spreadsheets import Table
    from data.store import Store

_File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV of XLSX.")]
_Community = Annotated[
    int | None, typer.Option(help="Nummer van de community, als er meer dan één is.")
]


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Gegevens: inlezen en uitvoeren.", no_args_is_help=True)
    app.add_typer(group, name="data")
    importing = typer.Typer(help="Lees een bestand in.", no_args_is_help=True)
    group.add_typer(importing, name="import")
    importing.command("collectives")(import_collectives)
    group.command("export")(export)
    privacy.add_to(group)


def import_collectives(
    file: _File,
    community: _Community = None,
    dry_run: Annotated[bool, typer.Option(help="Alleen laten zien wat er zou gebeuren.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Het verslag als JSON.")] = False,
) -> None:
    """Lees collectieven in: alles of niets, met een verslag per regel. Nog een keer kan geen kwaad.

    Kolommen: name (moet), place, municipality, themes, context, population, phase, motives,
    methods, offers, needs, legal_form, description; en contact, contact_name, reach als je ook
    contactpersonen hebt. Meer waarden in één cel scheid je met een puntkomma.
    """
    from bot.errors import DomainError
    from bot.spreadsheets import MAX_BYTES, read_table
    from bot.texts import Texts

    utf8_stdout()
    settings = read_settings()
    try:
        with file.open("rb") as stream:
            table = read_table(stream.read(MAX_BYTES + 1), file.name)
        report = asyncio.run(_import(settings.database, table, community, dry_run=dry_run))
    except OSError as error:
        _stop(f"{file.name}: kan niet worden gelezen / cannot be read ({error.strerror})")
    except DomainError as error:
        _stop(f"{file.name}: {Texts.load().text(error.key, settings.language, **error.facts)}")
    typer.echo(_json(report) if as_json else _readable(report, settings.language, dry=dry_run))
    if not report.is_good:
        raise typer.Exit(1)


def export(
    out: Annotated[Path | None, typer.Argument(help="CSV of XLSX; zonder naam op het scherm.")] = (
        None
    ),
    community: _Community = None,
) -> None:
    """Zet alle collectieven in een tabel die weer in te lezen is. Zonder namen van mensen."""
    from bot.services.matching.imports import COLUMNS
    from bot.spreadsheets import write_csv, write_xlsx

    settings = read_settings()
    rows = asyncio.run(_export(settings.database, community))
    if out is not None and out.suffix.lower() == ".xlsx":
        out.write_bytes(write_xlsx(COLUMNS, rows))
    elif out is not None:
        out.write_bytes(write_csv(COLUMNS, rows))
    else:
        utf8_stdout()
        typer.echo(write_csv(COLUMNS, rows).decode("utf-8-sig"), nl=False)


async def _import(
    url: str, table: "Table", community: int | None, *, dry_run: bool
) -> "ImportReport":
    from bot.clock import Clock
    from bot.content import Content
    from bot.services.matching.imports import Imports
    from data.store import Store

    store = Store(url)
    try:
        community_id = await _community(store, community, make=not dry_run)
        imports = Imports(store, Clock(), Content.load())
        work = imports.plan if dry_run else imports.apply
        return await work(community_id, table)
    finally:
        await store.close()


async def _export(url: str, community: int | None) -> list[list[str]]:
    from bot.services.matching.imports import read_rows
    from data.store import Store

    store = Store(url)
    try:
        return await read_rows(store, await _community(store, community, make=False))
    finally:
        await store.close()


async def _community(store: "Store", wanted: int | None, *, make: bool) -> int:
    """The community that is meant; a fresh database gets its first one when `make` says so."""
    from bot.app import prepare
    from bot.clock import Clock
    from bot.settings import SettingsError
    from data.store import StoreError, communities

    try:
        await prepare(store)
        async with store.reading() as session:
            known = await communities.find_all(session)
        if not known and make:
            async with store.writing() as session:
                return await communities.add_alone(session, "Bewonersbot", Clock().now())
    except SettingsError as error:
        _stop("\n".join(error.lines))
    except (StoreError, OSError) as error:
        _stop(f"De database antwoordt niet / the database does not answer: {error}")
    if wanted is None and len(known) == 1:
        return known[0][0]
    if wanted is None and not known:
        return 0
    if wanted not in {id_ for id_, _ in known}:
        there = ", ".join(f"{id_} ({name})" for id_, name in known)
        _stop(f"Kies een community met --community / choose one with --community: {there}")
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
                }
                for one in report.lines
            ],
        },
        ensure_ascii=False,
    )


def _stop(text: str) -> NoReturn:
    typer.echo("\n".join(clean(line) for line in text.splitlines()), err=True)
    raise typer.Exit(1)
