"""What our bot adds to a slash command, against the smallest bots in the same run.

`pytest -q -s -m bench tests/bench/bench_commands.py` prints the figures; only people judge them.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
import simcord

from bot.clock import Clock
from bot.communities import Place
from bot.people import Arrival, People
from bot.services.polls import Draft, PollKeys, Polls
from cogs._ui import ref
from data.store import Store, communities
from tests.bench._hello import WARM_UP, Act, Baseline, baseline, time_act
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer

pytestmark = [pytest.mark.bench, pytest.mark.asyncio, pytest.mark.timeout(300)]
TIMES = 120
READY = r"\bready\b.*guilds"


@dataclass(slots=True)
class Bench:
    """A community that is set up, and our bot in its own process."""

    discord: DiscordServer
    bot: BotProcess
    square: simcord.ChannelHandle
    anna: simcord.MemberActor
    staff: simcord.MemberActor
    poll: simcord.ChannelHandle
    poll_id: int

    async def tell(self, what: str, act: Act, hello: Baseline) -> None:
        """Do it many times and print how often the bare bot fits in it."""
        before_s = self.bot.cpu_s
        ours = await time_act(self.discord, act, times=TIMES)
        cpu_ms = (self.bot.cpu_s - before_s) * 1000 / (TIMES + WARM_UP)
        bare = hello.command
        first = statistics.median(ours.first_ms) / statistics.median(bare.first_ms)
        print(
            f"\n{what}: {ours}; {cpu_ms:.1f} ms processor\n"
            f"  hello: {bare}; {hello.cpu_ms:.1f} ms processor\n"
            f"  ratios: first sign {first:.1f}, answer p50 {ours.p50_ms / bare.p50_ms:.1f}, "
            f"p95 {ours.p95_ms / bare.p95_ms:.1f}, processor {cpu_ms / hello.cpu_ms:.1f}"
        )


@asynccontextmanager
async def bench() -> AsyncIterator[Bench]:
    """Our bot with a resident, a member of staff, and one open poll."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        async with DiscordServer() as discord:
            guild = discord.create_guild()
            square = guild.create_text_channel("plein")
            place = guild.create_text_channel("peilingen")
            role = guild.create_role("Medewerker")
            anna = guild.add_member(discord.create_user("anna"))
            sofie = guild.add_member(discord.create_user("sofie"), roles=(role,))
            env = {"DATA_DIR": name}
            async with BotProcess(discord, database_url=url, env=env, ready_line=READY) as bot:
                await bot.ready()
                poll_id = await set_up(Store(url), folder, ref(guild.id), ref(place.id), role.id)
                await discord.until(lambda: discord.messages(place))
                yield Bench(discord, bot, square, anna, sofie, place, poll_id)


async def set_up(store: Store, folder: Path, space: str, place: str, role: int) -> int:
    """The channels and roles of the community, and a poll; returns its number."""
    clock = Clock("Europe/Amsterdam")
    async with store.writing() as session:
        community = await communities.add_space(session, space, "Buurt", clock.now())
        await communities.put_setting(session, community, Place.POLLS.value, {"place": place})
        roles = {"staff": [ref(role)], "admin": []}
        await communities.put_setting(session, community, "roles", roles)
    arrival = Arrival("discord:1", "Ada", space, "nl", frozenset({ref(role)}))
    ada = await People(store, clock, "nl").recognise(arrival)
    draft = Draft(
        question="Wanneer schoffelen we?",
        options=("zaterdag", "zondag", "maandag"),
        deadline="over 3 dagen",
        origin="bench:1",
        purpose="",
        multiple=False,
        anonymous=False,
    )
    card = await Polls(store, clock, PollKeys(folder / "keys")).open(ada, draft)
    await store.close()
    return card.id


async def test_a_reading_command_beside_hello() -> None:
    hello = await baseline(times=TIMES)
    async with bench() as at:
        await at.tell("/vraag mijn", lambda: at.anna.slash(at.square, "vraag mijn"), hello)


async def test_a_writing_command_beside_hello_with_an_insert() -> None:
    hello = await baseline(insert=True, times=TIMES)
    async with bench() as at:
        card = at.discord.messages(at.poll)[0]
        options = cycle((1, 2, 3))

        def vote():
            return at.anna.click(card, custom_id=f"poll:{at.poll_id}:{next(options)}")

        await at.tell("vote button", vote, hello)
        numbers = iter(range(1000))

        def ask():
            text = f"Hoe vragen we subsidie aan voor buurttuin {next(numbers)}?"
            return at.staff.slash(at.square, "vraag stel", tekst=text)

        await at.tell("/vraag stel", ask, hello)
