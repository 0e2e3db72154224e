"""The whole bot, built but not connected: to look at, not to use."""

import asyncio
import importlib
import pkgutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import discord
import pytest
import pytest_asyncio

import bot
import cogs
import data
from bot import app
from bot.clock import Clock
from bot.settings import Settings
from cogs._client import COGS, Client
from cogs._commands import speak
from data.store import Store, schema
from tests.doubles.clock import SetClock
from tests.doubles.house import House

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "cogs", "data")


def sources() -> tuple[Path, ...]:
    """Every Python file of the product, without migrations."""
    found = (file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    return tuple(sorted(file for file in found if "migrations" not in file.parts))


def module_names() -> tuple[str, ...]:
    """Every module that can be imported without doing anything."""
    return tuple(
        module.name
        for room in (bot, cogs, data)
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
        if not module.name.endswith("__main__") and ".migrations." not in module.name
    )


@pytest.fixture(scope="session")
def modules() -> tuple[ModuleType, ...]:
    """All modules, imported."""
    return tuple(importlib.import_module(name) for name in module_names())


@dataclass(frozen=True)
class Built:
    """What the doors registered."""

    client: Client
    commands: tuple[discord.app_commands.Command, ...]
    items: dict[str, type[discord.ui.DynamicItem]]
    """The class behind each template of a custom_id."""
    menus: tuple[discord.app_commands.ContextMenu, ...] = ()
    """The menus on a message and on a person."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The client with all doors loaded."""
    folder = tmp_path_factory.mktemp("built")
    return asyncio.run(_build(folder))


async def _build(folder: Path) -> Built:
    settings = Settings(_env_file=None, data_dir=folder)
    store = Store(settings.database)
    try:
        await schema.upgrade(store)
        client = app.build_client(settings, store, Clock(settings.timezone))
        for name in COGS:
            await client.load_extension(f"cogs.{name}")
        speak(client.tree, client.services.texts)
    finally:
        await store.close()
    found = client._connection._view_store._dynamic_items
    return Built(
        client,
        tuple(
            c for c in client.tree.walk_commands() if isinstance(c, discord.app_commands.Command)
        ),
        {template.pattern: item for template, item in found.items()},
        tuple(
            menu
            for kind in (discord.AppCommandType.message, discord.AppCommandType.user)
            for menu in client.tree.walk_commands(type=kind)
        ),
    )


@pytest_asyncio.fixture
async def house(tmp_path: Path, clock: SetClock) -> AsyncIterator[House]:
    """A community that is set up."""
    house = await House.open(tmp_path, clock)
    yield house
    await house.close()
