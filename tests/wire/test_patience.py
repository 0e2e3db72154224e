"""A quick answer is one message; a slow one is announced before Discord gives up on it."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from cogs import _ui
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

pytestmark = pytest.mark.asyncio
GIVES_UP_S = 3.0
"""Discord shows "did not respond" after this long without a sign."""


async def test_only_a_slow_answer_is_announced(tmp_path: Path) -> None:
    """Somebody else writes to the database for longer than a person should see nothing."""
    file = tmp_path / "bot.db"
    async with DiscordServer() as discord:
        square = discord.create_guild().create_text_channel("plein")
        rosa = square.guild.add_member(discord.create_user("rosa"))
        env = {"DATA_DIR": str(tmp_path)}
        url = f"sqlite+aiosqlite:///{file}"
        async with BotProcess(
            discord, database_url=url, env=env, ready_line=r"\bready\b.*guilds"
        ) as bot:
            await bot.ready()
            quick = await discord.answered(await rosa.slash(square, "taal", keuze="nl"))
            other = sqlite3.connect(file, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            asyncio.get_running_loop().call_later(_ui.SLOW_S + 1, other.close)
            slow = await discord.answered(await rosa.slash(square, "taal", keuze="en"))
            other.close()
    at_once, late = discord.reaction(quick), discord.reaction(slow)
    assert "Nederlands" in quick.response.content
    assert at_once.first_after_s == at_once.answer_after_s
    assert "English" in slow.response.content
    assert _ui.SLOW_S <= late.first_after_s < GIVES_UP_S
    assert late.answer_after_s > late.first_after_s
