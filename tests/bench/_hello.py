"""How fast a bare discord.py bot is on this machine, now: the measure for our own bot.

`python -m tests.bench._hello` prints it. A benchmark of the product runs `baseline()` in the same
run and compares; `time_slash` measures any bot in the same way.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import simcord

from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

WARM_UP = 20
"""Commands before the measuring begins; they count for the processor time only."""
Act = Callable[[], Awaitable[simcord.InteractionResult]]


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds between the event leaving Discord and the bot's request arriving there."""

    first_ms: tuple[float, ...]
    answer_ms: tuple[float, ...]

    @property
    def p50_ms(self) -> float:
        return statistics.median(self.answer_ms)

    @property
    def p95_ms(self) -> float:
        return statistics.quantiles(self.answer_ms, n=20)[-1]

    def __str__(self) -> str:
        first_ms = statistics.median(self.first_ms)
        answer = f"answer p50 {self.p50_ms:.2f} ms, p95 {self.p95_ms:.2f} ms"
        return f"{answer}; first sign p50 {first_ms:.2f} ms"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a bare bot costs: one command, its start, its memory."""

    command: Timings
    ready_s: float
    rss_bytes: int
    cpu_ms: float
    """Processor time of the bot for each command."""

    def __str__(self) -> str:
        costs = f"{self.cpu_ms:.1f} ms processor; {self.rss_bytes / 2**20:.0f} MB"
        return f"{self.command}; ready in {self.ready_s:.2f} s; {costs}"


async def time_act(
    discord: DiscordServer, act: Act, *, times: int, warm_up: int = WARM_UP
) -> Timings:
    """Do the same thing `times` times, one after the other, after a warm-up that does not count."""
    first, answer = [], []
    for number in range(-warm_up, times):
        result = await discord.answered(await act())
        reaction = discord.reaction(result)
        if number >= 0:
            first.append(reaction.first_after_s * 1000)
            answer.append(reaction.answer_after_s * 1000)
    return Timings(tuple(first), tuple(answer))


async def baseline(*, insert: bool = False, times: int = 300) -> Baseline:
    """Measure the hello bot; with `insert` it writes one row to a fresh SQLite file first."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'hello.db'}"
        args = ("-m", "tests.wire.hello_bot", *(["--insert"] if insert else []))
        async with (
            DiscordServer() as discord,
            BotProcess(discord, args=args, database_url=url) as bot,
        ):
            guild = discord.create_guild()
            square = guild.create_text_channel("plein")
            anna = guild.add_member(discord.create_user("anna"))
            ready_s = await bot.ready()
            before_s = bot.cpu_s
            timings = await time_act(discord, lambda: anna.slash(square, "hallo"), times=times)
            cpu_ms = (bot.cpu_s - before_s) * 1000 / (times + WARM_UP)
            return Baseline(timings, ready_s, bot.rss_bytes, cpu_ms)


async def main() -> None:
    print("hello:         ", await baseline())
    print("hello + insert:", await baseline(insert=True))


if __name__ == "__main__":
    asyncio.run(main())
