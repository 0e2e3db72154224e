"""`doctor`: what is wrong with this installation, what that is for, and how to mend each thing."""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Final

import typer

from bot.findings import Finding
from bot.settings import Settings, SettingsError, load_settings, odd_names

WRONG_SETTINGS: Final = 2


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("doctor")
    def doctor(
        as_json: Annotated[bool, typer.Option("--json", help="Eén JSON-document.")] = False,
    ) -> None:
        """Controleer instellingen, database, token, rechten en kanalen, met wat je moet doen."""
        try:
            settings, findings = load_settings(), list[Finding]()
        except SettingsError as error:
            settings, findings = None, [*map(_wrong, error.lines), *_odd()]
        if settings is not None:
            findings = asyncio.run(_examine(settings))
        _tell(findings, as_json=as_json)
        if settings is None:
            raise typer.Exit(WRONG_SETTINGS)
        if not all(one.ok for one in findings):
            raise typer.Exit(1)


def _wrong(line: str) -> Finding:
    why = "Zonder goede instellingen begint de bot niet."
    mend = "Verbeter deze regel in .env. In .env.example staat wat elke regel betekent."
    return Finding("Instelling", ok=False, found=line, why=why, mend=mend)


def _tell(findings: Sequence[Finding], *, as_json: bool) -> None:
    if as_json:
        document = json.dumps([asdict(one) for one in findings], ensure_ascii=False)
        sys.stdout.write(f"{document}\n")
        return
    for one in findings:
        sys.stdout.write(f"[{'goed' if one.ok else 'FOUT'}] {one.what}: {one.found}\n")
        if one.why:
            sys.stdout.write(f"       Waarvoor: {one.why}\n")
        if one.mend:
            sys.stdout.write(f"       Doe dit: {one.mend}\n")


async def _examine(settings: Settings) -> list[Finding]:
    from bot.clock import Clock
    from bot.commands import _examining as examining

    findings = [Finding("Instellingen", ok=True, found=f"gelezen, taal: {settings.language}")]
    findings += _odd()
    findings += [examining.data_folder(settings), examining.keys(settings)]
    seen, spaces = await examining.database(settings, Clock(settings.timezone))
    findings += seen
    if settings.discord_token is None:
        return [*findings, _without_token()]
    from cogs._inspection import inspect_discord

    return [*findings, *await inspect_discord(settings, spaces)]


def _odd() -> list[Finding]:
    """Names that are no setting, as far as `.env` can be read."""
    from bot.commands import _examining as examining

    try:
        return list(examining.odd_settings(odd_names()))
    except (OSError, UnicodeDecodeError):
        return []


def _without_token() -> Finding:
    return Finding(
        "Discord-token",
        ok=False,
        found="niet ingevuld",
        why="Met het token meldt de bot zich bij Discord.",
        mend="Maak een bot op de pagina voor ontwikkelaars van Discord. Zet DISCORD_TOKEN in .env.",
    )
