"""The stage of the practice community: real bot, simulated Discord, people to act as."""

import asyncio
from io import BytesIO

import discord
import pytest
import simcord
from PIL import Image

from cogs._practice import _simcord
from cogs._practice.portraits import portrait
from cogs._practice.stage import Community, Persona, Place, Stage
from tests.doubles.toy_client import COMMUNITY, ToyClient

pytestmark = pytest.mark.asyncio


async def test_a_persona_speaks_its_own_language():
    async with Stage(ToyClient, COMMUNITY, runs=False) as stage:
        start = stage.channel("start")
        await stage.persona("Fatima").slash(start, "start")
        answers = [
            (await stage.persona(name).click(start.last_message, label="Bedankt")).response.content
            for name in ("Fatima", "Sarah")
        ]
    assert answers == ["Graag gedaan (3)", "You are welcome (3)"]


async def test_a_button_works_after_the_bot_restarts():
    async with Stage(ToyClient, COMMUNITY, runs=False) as stage:
        start = stage.channel("start")
        await stage.persona("Fatima").slash(start, "start")
        await stage.restart_bot()
        answer = await stage.persona("Fatima").click(start.last_message, label="Bedankt")
    assert answer.response.content == "Graag gedaan (3)"


async def test_the_language_stays_after_the_bot_restarts():
    async with Stage(ToyClient, COMMUNITY, runs=False) as stage:
        start = stage.channel("start")
        await stage.persona("Fatima").slash(start, "start")
        await stage.restart_bot()
        answer = await stage.persona("Sarah").click(start.last_message, label="Bedankt")
    assert answer.response.content == "You are welcome (3)"


async def test_people_roles_and_channels_keep_their_ids_over_starts():
    seen = []
    for _ in range(2):
        async with Stage(ToyClient, COMMUNITY) as stage:
            fatima = stage.persona("Fatima")
            seen.append(
                (
                    stage.guild.id,
                    fatima.id,
                    fatima.user.dm_channel.id,
                    *(channel.id for channel in stage.guild.channels.values()),
                    *(role.id for name, role in stage.guild.roles.items() if name == "medewerker"),
                )
            )
    assert seen[0] == seen[1]


async def test_all_ids_of_the_community_differ():
    async with Stage(ToyClient, COMMUNITY) as stage:
        ids = [
            stage.guild.id,
            *(stage.persona(p.name).id for p in COMMUNITY.personas),
            *(stage.persona(p.name).user.dm_channel.id for p in COMMUNITY.personas),
            *(channel.id for channel in stage.guild.channels.values()),
        ]
    assert len(set(ids)) == len(ids)


async def test_only_readers_see_a_closed_channel():
    async with Stage(ToyClient, COMMUNITY) as stage:
        seen = {name: [spot.name for spot in stage.spots(name)] for name in ("Piet", "Marieke")}
    assert ("medewerkers" in seen["Piet"], "medewerkers" in seen["Marieke"]) == (False, True)


async def test_only_writers_write_in_the_news_channel():
    async with Stage(ToyClient, COMMUNITY) as stage:
        await stage.persona("Marieke").send(stage.channel("beleidsnieuws"), "Nieuws")
        with pytest.raises(simcord.BackendError):
            await stage.persona("Piet").send(stage.channel("beleidsnieuws"), "Ik ook")


async def test_a_skip_moves_the_clock_of_the_services():
    async with Stage(ToyClient, COMMUNITY, runs=False) as stage:
        before = stage.clock.now()
        await stage.skip(86400)
        assert (stage.clock.now() - before).total_seconds() == pytest.approx(86400, abs=0.001)


async def test_the_clock_runs_by_itself():
    async with Stage(ToyClient, COMMUNITY) as stage:
        before = stage.clock.now()
        await asyncio.sleep(0.05)
        assert 0.04 < (stage.clock.now() - before).total_seconds() < 5


class SleepyClient(ToyClient):
    """Says something an hour after the start, and again each hour."""

    def __init__(self, clock):
        super().__init__()
        self.clock, self.rounds = clock, []

    async def setup_hook(self):
        await super().setup_hook()
        self.task = asyncio.create_task(self.work())

    async def work(self):
        while True:
            await self.clock.sleep(3600)
            self.rounds.append(self.clock.now())


async def test_work_that_sleeps_on_the_clock_wakes_in_a_skip():
    made = []

    def make():
        made.append(SleepyClient(stage.clock))
        return made[-1]

    stage = Stage(make, COMMUNITY, runs=False)
    async with stage:
        await stage.skip(3 * 3600 + 60)
    assert len(made[0].rounds) == 3


async def test_work_that_sleeps_a_second_does_not_hold_up_an_action():
    class Impatient(SleepyClient):
        async def work(self):
            while True:
                await self.clock.sleep(1)

    stage = Stage(lambda: Impatient(stage.clock), COMMUNITY, settle_timeout_s=2)
    async with stage, asyncio.timeout(1.5):
        await stage.persona("Fatima").slash(stage.channel("start"), "start")
        assert stage.channel("start").last_message is not None


async def test_what_is_due_is_sent_after_each_pulse():
    sent = []

    async def send():
        sent.append(stage.now())

    stage = Stage(ToyClient, COMMUNITY, runs=False)
    stage.after = send
    async with stage:
        before = len(sent)
        await stage.skip(1800)
    assert len(sent) - before == 2


async def test_a_bot_that_is_invited_later_hears_of_it():
    class Guest(ToyClient):
        joined = ()

        async def on_guild_join(self, guild):
            self.joined += (guild.name,)

    client = Guest()
    async with Stage(lambda: client, COMMUNITY, arrives=True):
        assert client.joined == (COMMUNITY.name,)


async def test_a_post_in_a_forum_reaches_the_bot():
    client = ToyClient()
    async with Stage(lambda: client, COMMUNITY) as stage:
        await stage.post("Fatima", stage.channel("vragen"), "Buurtbus?", "Wie weet iets?")
        assert client.posts == ["Buurtbus?"]


async def test_a_community_may_have_no_channels_yet():
    bare = Community("Leeg", (Persona("Ans"),), (Place("welkom"),))
    async with Stage(ToyClient, bare) as stage:
        assert [spot.kind for spot in stage.spots("Ans")] == ["text", "dm"]


async def test_simcord_is_the_version_that_we_looked_into():
    assert simcord.__version__ == "3.2.1", _simcord.__doc__


async def test_people_look_different():
    with Image.open(BytesIO(portrait(0))) as one, Image.open(BytesIO(portrait(1))) as other:
        assert (one.size, one.getpixel((0, 0))) != (other.size, other.getpixel((0, 0)))


async def test_the_bot_may_do_only_what_it_was_given():
    few = discord.Permissions(view_channel=True, send_messages=True)
    community = Community("Klein", (Persona("Ans"),), (Place("hal"),), bot_permissions=few)
    async with Stage(ToyClient, community) as stage:
        await stage.persona("Ans").slash(stage.channel("hal"), "start")
        hal = stage.env.bot.get_channel(stage.channel("hal").id)
        assert not hal.permissions_for(hal.guild.me).manage_messages
