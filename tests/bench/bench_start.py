"""How fast the bot is there and how much it holds, beside a bare discord.py bot in the same run.

`pytest -q -s -m bench tests/bench/bench_start.py` prints the figures; only people judge them.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

pytestmark = [pytest.mark.bench, pytest.mark.asyncio, pytest.mark.timeout(300)]
STARTS = 5
REST_S = 1.0
"""After this long the bot has done what it does at the start."""
READY = r"\bready\b.*guilds"
HELLO = ("-m", "tests.wire.hello_bot")
OURS = ("-m", "bot", "run")


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to ready, of them processor time, and what is resident at rest."""

    ready_s: float
    cpu_s: float
    rss_mb: float

    def __str__(self) -> str:
        return f"ready {self.ready_s:.2f} s, processor {self.cpu_s:.2f} s, {self.rss_mb:.0f} MB"


async def start(discord: DiscordServer, folder: str, args: tuple[str, ...]) -> Start:
    """Start once and stop."""
    url = f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}"
    line = READY if args == OURS else None
    env = {"DATA_DIR": folder}
    async with BotProcess(
        discord, args=args, database_url=url, env=env, ready_line=line
    ) as process:
        ready_s = await process.ready()
        cpu_s = process.cpu_s
        await asyncio.sleep(REST_S)
        return Start(ready_s, cpu_s, process.rss_bytes / 2**20)


def middle(starts: list[Start]) -> Start:
    """The median of each figure."""
    return Start(
        statistics.median(one.ready_s for one in starts),
        statistics.median(one.cpu_s for one in starts),
        statistics.median(one.rss_mb for one in starts),
    )


async def test_the_start_beside_hello() -> None:
    """In turns, so that a busy moment of the machine counts for both."""
    with tempfile.TemporaryDirectory() as folder:
        async with DiscordServer() as discord:
            discord.create_guild().create_text_channel("plein")
            first = await start(discord, folder, OURS)
            ours, bare = [], []
            for _ in range(STARTS):
                bare.append(await start(discord, folder, HELLO))
                ours.append(await start(discord, folder, OURS))
    print(f"\nempty database: {first}")
    print(f"ours: {middle(ours)} (fastest {min(o.ready_s for o in ours):.2f} s)")
    print(f"hello: {middle(bare)} (fastest {min(b.ready_s for b in bare):.2f} s)")
    ratio = middle(ours).ready_s / middle(bare).ready_s
    print(f"ready: {ratio:.1f} x hello")
