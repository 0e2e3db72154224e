"""`db`: migrations, and whether the tables are what the code expects."""

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import typer

from bot.commands.run import ended, read_settings
from bot.outages import database_trouble

if TYPE_CHECKING:
    from data.store import Store


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

    try:
        async with _opened(Store(url)) as store:
            await schema.upgrade(store)
            found, _ = await schema.revision(store)
    except (StoreError, OSError) as error:
        raise ended(database_trouble(error)) from None
    sys.stdout.write(f"Database bijgewerkt / database upgraded: {found}\n")


async def _check(url: str) -> None:
    from data.store import Store, StoreError, schema

    try:
        async with _opened(Store(url)) as store:
            found, needed = await schema.revision(store)
            problems = list(await schema.drift(store)) if found == needed else []
    except (StoreError, OSError) as error:
        raise ended(database_trouble(error)) from None
    if found != needed:
        problems.append(f"versie / revision {found}, nodig / needed {needed}")
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if problems:
        sys.stderr.write("Doe / do: python -m bot db upgrade\n")
        raise typer.Exit(1)
    sys.stdout.write(f"In orde / in order: {found}\n")


@asynccontextmanager
async def _opened(store: "Store") -> AsyncGenerator["Store"]:
    try:
        yield store
    finally:
        await store.close()
