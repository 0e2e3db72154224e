"""`doctor`: what is wrong with this installation, and how to mend each thing."""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from typing import Annotated, Final

import typer

from bot.settings import Settings, SettingsError, load_settings

ENOUGH_MB: Final = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `mend` says what to do; empty when it is in order."""

    what: str
    ok: bool
    found: str
    mend: str = ""


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @app.command("doctor")
    def doctor(
        as_json: Annotated[bool, typer.Option("--json", help="Eén JSON-document.")] = False,
    ) -> None:
        """Controleer instellingen, database, token, rechten en kanalen, met wat je moet doen."""
        findings = asyncio.run(_examine())
        if as_json:
            sys.stdout.write(
                json.dumps([asdict(one) for one in findings], ensure_ascii=False) + "\n"
            )
        else:
            for one in findings:
                mark = "goed" if one.ok else "FOUT"
                sys.stdout.write(f"[{mark}] {one.what}: {one.found}\n")
                if one.mend:
                    sys.stdout.write(f"       Doe dit: {one.mend}\n")
        if not all(one.ok for one in findings):
            raise typer.Exit(1)


async def _examine() -> list[Finding]:
    try:
        settings = load_settings()
    except SettingsError as error:
        return [
            Finding("Instelling", ok=False, found=line, mend="Verbeter deze regel in .env.")
            for line in error.lines
        ]
    findings = [Finding("Instellingen", ok=True, found="gelezen")]
    findings += _disk(settings)
    findings += await _database(settings)
    findings += await _discord(settings)
    return findings


def _disk(settings: Settings) -> list[Finding]:
    import shutil

    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        probe = settings.data_dir / ".doctor"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        mend = f"Maak de map {settings.data_dir} en geef de bot het recht om daar te schrijven."
        return [Finding("Map voor gegevens", ok=False, found=str(error.strerror), mend=mend)]
    free_mb = shutil.disk_usage(settings.data_dir).free // 1_000_000
    mend = "" if free_mb >= ENOUGH_MB else "Maak ruimte vrij op de schijf."
    found = f"{settings.data_dir}, {free_mb} MB vrij"
    return [Finding("Map voor gegevens", ok=not mend, found=found, mend=mend)]


async def _database(settings: Settings) -> list[Finding]:
    from data.store import Store, StoreError, schema

    store = Store(settings.database)
    try:
        found, needed = await schema.revision(store)
        drift = await schema.drift(store) if found == needed else ()
    except (StoreError, OSError) as error:
        mend = "Kijk of DATABASE_URL klopt en of de database aan staat."
        return [Finding("Database", ok=False, found=type(error).__name__, mend=mend)]
    finally:
        await store.close()
    if found is None:
        return [Finding("Database", ok=True, found="nieuw, de bot maakt hem bij de start")]
    if found != needed or drift:
        mend = "python -m bot db upgrade"
        told = f"versie {found}, nodig is {needed}" if found != needed else "; ".join(drift)
        return [Finding("Database", ok=False, found=told, mend=mend)]
    return [Finding("Database", ok=True, found=f"versie {found}")]


async def _discord(settings: Settings) -> list[Finding]:
    if settings.discord_token is None:
        mend = (
            "Maak een bot op de pagina voor ontwikkelaars van Discord. Zet DISCORD_TOKEN in .env."
        )
        return [Finding("Discord-token", ok=False, found="niet ingevuld", mend=mend)]
    from cogs._inspection import inspect_discord

    return [
        Finding(one.what, ok=one.ok, found=one.found, mend=one.mend)
        for one in await inspect_discord(settings, await _places(settings))
    ]


async def _places(settings: Settings) -> dict[str, dict[str, str]]:
    """The places of each space, by what they are for."""
    from bot.communities import read_settings
    from data.store import Store, StoreError, communities

    store = Store(settings.database)
    try:
        async with store.reading() as session:
            found: dict[str, dict[str, str]] = {}
            for space, community_id in await communities.find_spaces(session):
                known = await read_settings(session, community_id)
                found[space] = {place.value: target for place, target in known.places.items()}
            return found
    except (StoreError, OSError):
        return {}
    finally:
        await store.close()
