"""One piece of work on the database, for the subcommands of `data`; failures in plain words."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

from bot.commands._lines import clean
from bot.commands.run import ended, read_settings

if TYPE_CHECKING:
    from bot.settings import Settings
    from data.store import Store

T = TypeVar("T")


def with_store(work: "Callable[[Store, Settings], Awaitable[T]]") -> T:
    """What the work on a database of the right version gives; status 1 or 2 when it cannot be."""
    return asyncio.run(_with_store(work))


async def _with_store(work: "Callable[[Store, Settings], Awaitable[T]]") -> T:
    from bot.app import prepare
    from bot.errors import is_away
    from bot.logs import keep_stdout_clean
    from bot.outages import database_trouble
    from bot.settings import SettingsError
    from data.store import Store, StoreError

    settings = read_settings()
    keep_stdout_clean()
    try:
        store = Store(settings.database)
        try:
            await prepare(store)
        except BaseException:
            await store.close()
            raise
    except SettingsError as error:
        raise ended(error) from None
    except (StoreError, OSError) as error:
        raise ended(database_trouble(error)) from None
    try:
        return await work(store, settings)
    except (StoreError, OSError) as error:
        if not is_away(error):
            raise
        raise ended(database_trouble(error)) from None
    finally:
        await store.close()


def write_file(file: Path, content: bytes, *, anew: bool = False) -> None:
    """Write a file, whole or not at all, that only its owner may read.

    Ends with status 1 when that cannot be, and with `anew` when there is one already.
    """
    if anew and file.exists():
        stop(f"{file.name} bestaat al. Kies een andere naam. / exists already.")
    fresh = file.with_name(f".{file.name}.new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(content)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        stop(f"{file.name}: kan niet worden geschreven / cannot be written ({error.strerror})")


def stop(text: str, status: int = 1) -> NoReturn:
    """Say on stderr why the command ends."""
    typer.echo("\n".join(clean(line) for line in text.splitlines()), err=True)
    raise typer.Exit(status)
