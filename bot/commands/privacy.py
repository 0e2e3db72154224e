"""`data erase`, `data backup` and `data restore`: own data and copies, from the shell."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.commands.run import read_settings

if TYPE_CHECKING:
    from bot.services.privacy import Privacy
    from data.store import Store

_Work = Callable[["Store", "Privacy"], Awaitable[str]]
_Person = Annotated[str, typer.Argument(help="Het account, zoals discord:123456789.")]
_New = Annotated[Path, typer.Argument(help="Een nieuw bestand voor de kopie.")]
_Copy = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="De kopie.")]


def add_to(group: typer.Typer) -> None:
    """Add the subcommands to the group `data`."""
    group.command("erase")(erase)
    group.command("backup")(backup)
    group.command("restore")(restore)


def erase(
    person: _Person,
    yes: Annotated[bool, typer.Option("--yes", help="Niet eerst vragen.")] = False,
) -> None:
    """Wis alles over één persoon, zoals /vergeet-mij dat doet. Dit kan niet terug."""
    if not yes:
        typer.confirm(f"Alles over {person} wissen? / erase everything about them?", abort=True)

    async def work(_store: "Store", privacy: "Privacy") -> str:
        from bot.services.privacy import NothingKept

        try:
            done = await privacy.erase(person)
        except NothingKept:
            _stop(f"Over {person} staat hier niets. / nothing is kept about this account.")
        return f"Gewist / erased. Code: {done.code}"

    _run(work)


def backup(file: _New) -> None:
    """Schrijf een kopie van de database. De sleutels zitten er niet in. Bewaar hem op slot."""

    async def work(store: "Store", _privacy: "Privacy") -> str:
        from data.store import backup as copies

        try:
            await copies.write(store, file)
        except FileExistsError:
            _stop(f"{file.name} bestaat al. Kies een andere naam. / exists already.")
        except OSError as error:
            _stop(f"{file.name}: kan niet worden geschreven / not writable ({error.strerror})")
        return f"Kopie gemaakt / copy made: {file.name}"

    _run(work)


def restore(
    file: _Copy,
    force: Annotated[
        bool, typer.Option("--force", help="Vervang ook een database die niet leeg is.")
    ] = False,
) -> None:
    """Zet een kopie terug, alles of niets. Zet de bot eerst uit. Wie gewist was, blijft gewist."""

    async def work(store: "Store", privacy: "Privacy") -> str:
        from data.store import backup as copies
        from data.store import erasure

        async with store.reading() as session:
            if not force and not await erasure.is_empty(session):
                _stop(
                    "De database is niet leeg. Er is niets veranderd. Wil je hem vervangen? "
                    "Gebruik --force. / the database is not empty; use --force to replace it."
                )
            before = await erasure.journal(session)
        try:
            async with store.writing() as session:
                done = await copies.read(store, session, file)
                gone = await privacy.catch_up_in(session, before)
        except copies.NotACopy as error:
            found = f" (versie / version {error.found})" if error.found else ""
            _stop(f"{file.name} is geen kopie voor deze versie / no copy for this version{found}")
        await store.wipe()
        return f"Teruggezet / restored: {sum(done.values())}. Opnieuw gewist / erased again: {gone}"

    _run(work)


def _run(work: _Work) -> None:
    typer.echo(asyncio.run(_with_store(work)))


async def _with_store(work: _Work) -> str:
    from bot.app import prepare
    from bot.clock import Clock
    from bot.services.polls import PollKeys
    from bot.services.privacy import Journal, Privacy
    from bot.settings import SettingsError
    from data.store import Store, StoreError

    settings = read_settings()
    store, keys = Store(settings.database), settings.data_dir / "keys"
    try:
        await prepare(store)
        privacy = Privacy(store, Clock(settings.timezone), PollKeys(keys), Journal(keys))
        return await work(store, privacy)
    except SettingsError as error:
        _stop("\n".join(error.lines))
    except (StoreError, OSError) as error:
        kind = type(error).__name__
        _stop(f"De database antwoordt niet / the database does not answer ({kind})")
    finally:
        await store.close()


def _stop(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(1)
