"""`db`: migrations, and whether the tables are what the code expects."""

import asyncio
import sys
from typing import NoReturn

import typer

from bot.commands.run import read_settings


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Database: bijwerken en controleren.", no_args_is_help=True)
    app.add_typer(group, name="db")

    @group.command("upgrade")
    def upgrade() -> None:
        """Werk de database bij naar deze versie."""
        asyncio.run(_upgrade(read_settings().database))

    @group.command("check")
    def check() -> None:
        """Controleer of de database bij deze versie past; status 1 als dat niet zo is."""
        asyncio.run(_check(read_settings().database))

    @group.command("revision", hidden=True)
    def revision(message: str) -> None:
        """Write a migration from the difference (developers)."""
        from data.store import Store, schema

        asyncio.run(schema.write_revision(Store(read_settings().database), message))


async def _upgrade(url: str) -> None:
    from data.store import Store, StoreError, schema

    store = Store(url)
    try:
        await schema.upgrade(store)
        found, _ = await schema.revision(store)
        sys.stdout.write(f"Database bijgewerkt / database upgraded: {found}\n")
    except (StoreError, OSError) as error:
        _unreachable(error)
    finally:
        await store.close()


async def _check(url: str) -> None:
    from data.store import Store, StoreError, schema

    store = Store(url)
    try:
        found, needed = await schema.revision(store)
        problems = list(await schema.drift(store)) if found == needed else []
        if found != needed:
            problems.append(f"versie / revision {found}, nodig / needed {needed}")
    except (StoreError, OSError) as error:
        _unreachable(error)
    finally:
        await store.close()
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if problems:
        sys.stderr.write("Doe / do: python -m bot db upgrade\n")
        raise typer.Exit(1)
    sys.stdout.write(f"In orde / in order: {found}\n")


def _unreachable(error: Exception) -> NoReturn:
    sys.stderr.write(
        "De database is niet te bereiken. Kijk of DATABASE_URL klopt en of hij aan staat. / "
        f"The database cannot be reached. ({type(error).__name__})\n"
    )
    raise typer.Exit(1)
