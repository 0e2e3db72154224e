"""Builds everything once, opens the doors, and closes them in order."""

import asyncio
import signal
from typing import Final

import structlog

from bot.clock import Clock
from bot.content import load_content
from bot.jobs import Ticker
from bot.outbox import Outbox
from bot.people import People
from bot.services.polls import PollKeys, Polls
from bot.services.setup import Setup
from bot.settings import Settings, SettingsError
from bot.texts import Texts
from cogs._client import Client, Services
from data.store import Store, schema

FINISH_S: Final = 6
"""What is under way gets this long after SIGTERM; a container is killed after 10 s."""
_log = structlog.get_logger("app")


def build_services(settings: Settings, store: Store, clock: Clock) -> Services:
    """All services over one database."""
    return Services(
        texts=Texts.load(),
        clock=clock,
        people=People(store, clock, settings.language),
        setup=Setup(store, clock),
        polls=Polls(store, clock, PollKeys(settings.data_dir / "keys")),
    )


def build_client(settings: Settings, store: Store, clock: Clock) -> Client:
    """The Discord client with everything behind it."""
    return Client(build_services(settings, store, clock), settings)


async def prepare(store: Store) -> None:
    """Make a new database, or see that an existing one fits. Raises: SettingsError."""
    found, needed = await schema.revision(store)
    if found is None:
        await schema.upgrade(store)
    elif found != needed:
        line = f"DATABASE_URL: versie {found}, nodig is {needed}. Doe: python -m bot db upgrade"
        raise SettingsError((line,))
