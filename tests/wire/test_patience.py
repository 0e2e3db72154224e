"""A quick answer is one message; a slow one is announced; one on a cut line arrives once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import simcord

from cogs import _ui
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer, Effect, Fault
from tests.doubles.discord_server.requests import fits

pytestmark = pytest.mark.asyncio
CALLBACK = "/interactions/*/*/callback"
GIVES_UP_S = 3.0
"""Discord shows "did not respond" after this long without a sign."""


@asynccontextmanager
async def square(folder: Path) -> AsyncIterator[tuple[DiscordServer, simcord.ChannelHandle]]:
    """A channel, and the bot in its own process."""
    url, env = f"sqlite+aiosqlite:///{folder / 'bot.db'}", {"DATA_DIR": str(folder)}
    async with DiscordServer() as discord:
        channel = discord.create_guild().create_text_channel("plein")
        ready = r"\bready\b.*guilds"
        async with BotProcess(discord, database_url=url, env=env, ready_line=ready) as bot:
            await bot.ready()
            yield discord, channel


def callbacks(discord: DiscordServer) -> list[object]:
    return [one for one in discord.log if fits(one.path, CALLBACK)]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_an_answer_on_a_cut_line_arrives_once(tmp_path: Path, after: bool) -> None:
    async with square(tmp_path) as (discord, channel):
        rosa = channel.guild.add_member(discord.create_user("rosa"))
        cut = Fault("POST", CALLBACK, Effect.RESET, after=after)
        discord.faults.add(cut)
        told = await discord.answered(await rosa.slash(channel, "taal", keuze="en"))
        await discord.until(lambda: len(callbacks(discord)) == 2)
    assert "English" in told.response.content
    assert told.followups == []


async def test_only_a_slow_answer_is_announced(tmp_path: Path) -> None:
    """Somebody else writes to the database for longer than a person should see nothing."""
    async with square(tmp_path) as (discord, channel):
        rosa = channel.guild.add_member(discord.create_user("rosa"))
        quick = await discord.answered(await rosa.slash(channel, "taal", keuze="nl"))
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(_ui.SLOW_S + 1, other.close)
        slow = await discord.answered(await rosa.slash(channel, "taal", keuze="en"))
        other.close()
    at_once, late = discord.reaction(quick), discord.reaction(slow)
    assert "Nederlands" in quick.response.content
    assert at_once.first_after_s == at_once.answer_after_s
    assert "English" in slow.response.content
    assert _ui.SLOW_S <= late.first_after_s < GIVES_UP_S
    assert late.answer_after_s > late.first_after_s
