"""`run` in the loop of the test, against the loopback Discord: it starts, works, and ends."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import os
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import discord
import pytest
import pytest_asyncio

from bot import app
from bot.outages import OutOfReach
from bot.posts import Post, to_target
from bot.settings import Settings, SettingsError
from cogs._trouble import trouble
from data.store import Store, communities
from tests.doubles.discord_server import DiscordServer
from tests.doubles.kept_process import kept_process

pytestmark = pytest.mark.asyncio
STOP_WITHIN_S = 10.0


@pytest.fixture(autouse=True)
def own_addresses() -> Iterator[None]:
    """Put back what a start changes in the process."""
    with kept_process():
        yield


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord with one community in it."""
    async with DiscordServer() as server:
        yield server


def settings_for(server: DiscordServer, folder: Path, **more: object) -> Settings:
    told = {name.lower(): value for name, value in server.settings.items()}
    return Settings(_env_file=None, data_dir=folder, **(told | more))


@contextlib.asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """The bot as `run` starts it; simcord's context stays outside."""
    task = asyncio.create_task(app.serve(settings), context=contextvars.Context())
    try:
        yield task
    finally:
        if not task.done():
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait({task}, timeout=STOP_WITHIN_S)


async def stop(task: asyncio.Task[None]) -> float:
    """SIGTERM; the seconds until the bot has ended."""
    began = perf_counter()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(asyncio.shield(task), STOP_WITHIN_S)
    return perf_counter() - began


def database(folder: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(folder / "bewonersbot.db"))


async def test_a_bot_answers_and_ends_when_it_is_told_to(
    server: DiscordServer, tmp_path: Path
) -> None:
    guild = server.create_guild("Wijk")
    square = guild.create_text_channel("plein")
    anna = guild.add_member(server.create_user("anna"))
    async with serving(settings_for(server, tmp_path)) as task:
        await server.until(lambda: server.gateway.identified or task.done())
        shown = await anna.slash(square, "vraag mijn")
        await server.answered(shown)
        assert "Je hebt nog geen vraag gesteld" in shown.response.content
        assert await stop(task) < STOP_WITHIN_S
    with database(tmp_path) as file:
        assert file.execute("SELECT id FROM spaces").fetchall() == [(f"discord:{guild.id}",)]


async def test_the_outbox_runs_whatever_happens_when_discord_is_ready(
    server: DiscordServer, tmp_path: Path, sqlite_template: Path
) -> None:
    guild = server.create_guild("Wijk")
    square = guild.create_text_channel("plein")
    shutil.copy(sqlite_template, tmp_path / "bewonersbot.db")
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'bewonersbot.db'}")
    async with store.writing() as session:
        now = datetime.now(UTC)
        community = await communities.add_alone(session, "Wijk", now)
        await to_target(
            session, community, f"discord:{square.id}", "nl", Post("welcome", "test", {}, now)
        )
    await store.close()
    with database(tmp_path) as file:
        file.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON spaces BEGIN SELECT RAISE(FAIL, 'no'); END"
        )
    async with serving(settings_for(server, tmp_path)) as task:
        await server.until(lambda: square.history() or task.done())
        assert "Ik sta nog niet klaar" in square.history()[-1].content
        await stop(task)


async def test_a_bot_that_still_logs_in_stops_at_once(
    server: DiscordServer, tmp_path: Path
) -> None:
    server.faults.slow("GET", "/users/@me", wait_s=30)
    async with serving(settings_for(server, tmp_path)) as task:
        await asyncio.sleep(0.5)
        assert not task.done()
        assert await stop(task) < 5


async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take a connection and never answer."""
    await reader.read()
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


async def test_a_bot_that_still_looks_for_its_database_stops_at_once(
    server: DiscordServer, tmp_path: Path
) -> None:
    silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    url = f"postgresql+asyncpg://bot@127.0.0.1:{port}/bot"
    async with silent, serving(settings_for(server, tmp_path, database_url=url)) as task:
        await asyncio.sleep(0.5)
        assert not task.done()
        assert await stop(task) < 5


async def test_a_token_that_discord_does_not_know_is_a_wrong_setting(
    server: DiscordServer, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN: Discord kent dit token niet"):
        await app.serve(settings_for(server, tmp_path, discord_token="wrong.token.here"))


async def test_an_intent_that_is_off_is_a_wrong_setting(tmp_path: Path) -> None:
    async with (
        DiscordServer(intents=discord.Intents.default()) as server,
        serving(settings_for(server, tmp_path)) as task,
    ):
        with pytest.raises(SettingsError, match="MESSAGE_CONTENT=false"):
            await asyncio.wait_for(asyncio.shield(task), 20)


async def test_a_discord_that_is_away_is_out_of_reach(
    server: DiscordServer, tmp_path: Path
) -> None:
    settings = settings_for(server, tmp_path, discord_api_base="http://127.0.0.1:1")
    with pytest.raises(OutOfReach, match="Discord is niet te bereiken"):
        await app.serve(settings)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("postgresql+asyncpg://bot@127.0.0.1:1/bot", OutOfReach),
        ("sqlite+aiosqlite:////etc/passwd/bot.db", SettingsError),
    ],
)
async def test_a_database_that_is_away_ends_the_start(
    server: DiscordServer, tmp_path: Path, url: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        await app.serve(settings_for(server, tmp_path, database_url=url))


async def test_a_database_of_another_version_is_a_wrong_setting(
    server: DiscordServer, tmp_path: Path, sqlite_template: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "bewonersbot.db")
    with database(tmp_path) as file:
        file.execute("UPDATE alembic_version SET version_num = '0000'")
        file.commit()
    with pytest.raises(SettingsError, match="versie 0000, nodig is 0003"):
        await app.serve(settings_for(server, tmp_path))


class Answer:
    """What discord.py needs of a response of Discord."""

    def __init__(self, status: int) -> None:
        self.status, self.reason = status, "told so"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (discord.LoginFailure("wrong"), SettingsError),
        (discord.PrivilegedIntentsRequired(None), SettingsError),
        (discord.DiscordServerError(Answer(503), "away"), OutOfReach),
        (discord.HTTPException(Answer(429), "slow down"), OutOfReach),
        (discord.HTTPException(Answer(400), "our mistake"), discord.HTTPException),
        (discord.GatewayNotFound(), OutOfReach),
        (TimeoutError(), OutOfReach),
        (KeyError("ours"), KeyError),
    ],
)
async def test_what_is_away_is_told_from_a_mistake(error: Exception, kind: type[Exception]) -> None:
    assert isinstance(trouble(error), kind)
