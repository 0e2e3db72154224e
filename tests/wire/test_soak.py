"""The real bot, killed again and again while Discord storms: nothing lost, nothing twice.

A round: start, people ask, claim, answer, vote and open polls, `kill -9` at a random moment. Time
passes while the bot is dead, as far as leases, deadlines and Discord's memory for nonces know.
SOAK_ROUNDS sets the rounds, SOAK_SEED the course of all of them.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from time import perf_counter

import pytest

from data.store import Store
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer, Limits
from tests.wire.soak import Soak

SHORT_ROUNDS = 4
MANY_ROUNDS = 100
"""By then everything that people do has worked at least once."""

pytestmark = pytest.mark.asyncio


async def run(store: Store, folder: Path, rounds: int) -> None:
    seed = int(os.environ.get("SOAK_SEED", "1"))
    began_s = perf_counter()
    async with DiscordServer(seed=seed, limits=Limits(routes=(), overall=None)) as server:
        url = store.url
        bot = BotProcess(
            server, database_url=url, env={"DATA_DIR": str(folder), "LOG_FORMAT": "json"}
        )
        soak = Soak(server, bot, store, random.Random(seed), server.create_guild("Wijk"))
        try:
            await soak.furnish()
            for number in range(1, rounds + 1):
                await soak.round()
                if number % 10 == 0:
                    took = f"{perf_counter() - began_s:.0f} s"
                    print(f"{number}/{rounds} rounds, {soak.figures()}, {took}")
            await soak.settle()
            found = await soak.faults()
            assert not found, "\n".join(found)
            if rounds >= MANY_ROUNDS:
                assert all((soak.asked, soak.claimed, soak.answered, soak.voted, soak.opened))
        finally:
            await bot.kill()


async def test_nothing_is_lost_or_doubled_when_the_bot_is_killed(store: Store, tmp_path: Path):
    await run(store, tmp_path, SHORT_ROUNDS)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.skipif("SOAK_ROUNDS" not in os.environ, reason="long: run it with `make soak`")
async def test_nothing_is_lost_or_doubled_over_many_rounds(store: Store, tmp_path: Path):
    await run(store, tmp_path, int(os.environ["SOAK_ROUNDS"]))
