"""Every promise of the loopback Discord, against discord.py itself in another process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
import simcord

from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer, Limit, Limits

SEND = ("POST", "/channels/*/messages")
HELLO = ("-m", "tests.wire.hello_bot")
PROBE = ("-m", "tests.wire.probe_bot")

pytestmark = pytest.mark.asyncio


@dataclass(slots=True)
class Street:
    """A server with one channel, one resident, and the probing bot in it."""

    discord: DiscordServer
    bot: BotProcess
    guild: simcord.GuildHandle
    square: simcord.ChannelHandle
    anna: simcord.MemberActor

    async def slash(self, name: str, **options: object) -> simcord.InteractionResult:
        return await self.discord.answered(await self.anna.slash(self.square, name, **options))

    async def told(self, name: str, *, timeout_s: float = 10.0, **options: object) -> str:
        """Run a command that defers and reports; returns what it reported."""
        shown = await self.anna.slash(self.square, name, **options)
        await self.discord.answered(shown, timeout_s=timeout_s)
        return shown.response.content

    def contents(self) -> list[str]:
        return [one.content for one in self.discord.messages(self.square)]


@asynccontextmanager
async def street(**options: object) -> AsyncIterator[Street]:
    async with DiscordServer(**options) as discord, BotProcess(discord, args=PROBE) as bot:
        guild = discord.create_guild()
        square = guild.create_text_channel("plein")
        anna = guild.add_member(discord.create_user("anna"))
        await bot.ready()
        yield Street(discord, bot, guild, square, anna)


# ------------------------------------------------------------------ a working Discord


async def test_a_bot_in_another_process_answers_a_command():
    async with street() as at:
        shown = await at.slash("knop")
        assert shown.response.content == "druk maar"


async def test_a_button_changes_its_message():
    async with street() as at:
        shown = await at.slash("knop")
        pressed = await at.anna.click(shown.response, label="Druk")
        await at.discord.answered(pressed)
        assert at.contents() == ["gedrukt"]


async def test_a_menu_passes_on_the_choice():
    async with street() as at:
        shown = await at.slash("knop")
        picked = await at.anna.select(shown.response, ["b"])
        await at.discord.answered(picked)
        assert picked.response.content == "gekozen: b"


async def test_a_form_goes_to_the_person_and_back():
    async with street() as at:
        shown = await at.slash("form")
        sent = await at.anna.submit_modal(shown, {"who": "Anna"})
        await at.discord.answered(sent)
        assert sent.response.content == "dag Anna"


async def test_an_ephemeral_answer_is_seen_by_the_asker_only():
    async with street() as at:
        bert = at.guild.add_member(at.discord.create_user("bert"))
        await at.slash("denk")
        seen_by_bert = at.discord.messages(at.square, viewer=bert)
        assert (len(at.discord.messages(at.square, viewer=at.anna)) > 0, seen_by_bert) == (True, [])


async def test_an_interaction_carries_the_locale_of_the_person():
    async with street() as at:
        carl = at.guild.add_member(at.discord.create_user("carl", locale="en-GB"))
        told = [
            (await at.discord.answered(await one.slash(at.square, "denk"))).response.content
            for one in (at.anna, carl)
        ]
        assert told == ["klaar, nl", "klaar, en-GB"]


async def test_a_file_comes_with_its_name_and_description():
    async with street() as at:
        shown = await at.slash("denk")
        await at.discord.until(lambda: shown.followups)
        file = shown.followups[0].attachments[0]
        assert (file.filename, file.description, file.size) == ("lijst.csv", "een lijst", 8)


async def test_the_bot_can_download_what_a_person_sends():
    async with street() as at:
        shown = await at.slash("lees", bestand=("briefje.txt", b"hoi buurt"))
        assert shown.response.content == "hoi buurt"


async def test_suggestions_come_while_a_person_types():
    async with street() as at:
        choices = await at.anna.autocomplete(at.square, "zoek", "woord", "buurt")
        assert [one["value"] for one in choices] == ["buurthuis"]


async def test_a_typed_message_reaches_the_bot_in_a_channel_and_in_a_dm():
    async with street() as at:
        await at.anna.send(at.square, "hallo plein")
        await at.anna.send_dm("hallo bot")
        assert await at.bot.wrote("heard 'hallo plein'")
        assert await at.bot.wrote("heard 'hallo bot'")


async def test_a_dm_from_the_bot_arrives():
    async with street() as at:
        assert await at.told("dm") == "gelukt"
        assert [one.content for one in at.discord.dm(at.anna)] == ["dag"]


async def test_a_thread_is_made_and_members_are_counted():
    async with street() as at:
        assert await at.told("draad") == "gelukt"
        thread = at.square.threads[0]
        members = len(at.guild.member_ids())
        assert [one.content for one in at.discord.messages(thread)] == [f"{members} leden"]


async def test_people_act_at_the_same_moment():
    async with street() as at:
        people = [at.guild.add_member(at.discord.create_user(f"buur{n}")) for n in range(20)]
        shown = await asyncio.gather(*(one.slash(at.square, "knop") for one in people))
        await asyncio.gather(*(at.discord.answered(one) for one in shown))
        assert at.contents() == ["druk maar"] * 20


async def test_a_wrong_token_is_refused():
    async with DiscordServer() as discord:
        bot = BotProcess(discord, args=PROBE, env={"DISCORD_TOKEN": "verkeerd"})
        await bot.start()
        assert await bot.wait() == 1
        assert "LoginFailure" in bot.tail()


async def test_an_intent_that_is_not_allowed_is_refused():
    import discord as library

    async with DiscordServer(intents=library.Intents.default()) as discord:
        bot = BotProcess(discord, args=PROBE)
        await bot.start()
        assert await bot.wait() == 1
        assert "PrivilegedIntentsRequired" in bot.tail()


# ------------------------------------------------------------------ nonces


async def test_a_nonce_sent_twice_gives_one_message():
    async with street() as at:
        await at.told("stuur", tekst="een", nonce="rij-1")
        await at.told("stuur", tekst="een", nonce="rij-1")
        assert at.contents() == ["een"]
        assert len(at.discord.log.with_nonce("rij-1")) == 2


async def test_a_nonce_is_forgotten_after_five_minutes():
    async with street() as at:
        await at.told("stuur", tekst="een", nonce="rij-1")
        at.discord.skip(301)
        await at.told("stuur", tekst="een", nonce="rij-1")
        assert at.contents() == ["een", "een"]


async def test_a_nonce_comes_back_with_the_event_and_the_message():
    async with street() as at:
        await at.told("stuur", tekst="een", nonce="rij-1")
        assert await at.bot.wrote("heard 'een' nonce rij-1")
        assert at.discord.nonce_of(at.discord.messages(at.square)[0]) == "rij-1"


async def test_a_nonce_longer_than_25_characters_is_refused():
    async with street() as at:
        assert await at.told("stuur", tekst="een", nonce="x" * 26) == "mislukt: HTTPException 50035"


# ------------------------------------------------------------------ faults


async def test_an_error_after_the_work_and_the_retry_of_the_library_give_one_message():
    async with street() as at:
        at.discord.faults.fail(*SEND, after=True)
        assert await at.told("stuur", tekst="een", nonce="rij-1") == "gelukt"
        assert at.contents() == ["een"]
        assert [one.status for one in at.discord.log.sends] == [500, 200]


async def test_an_error_after_the_work_without_a_nonce_gives_two_messages():
    async with street() as at:
        at.discord.faults.fail(*SEND, after=True)
        assert await at.told("kaal", tekst="een") == "gelukt"
        assert at.contents() == ["een", "een"]


async def test_an_error_before_the_work_gives_one_message():
    async with street() as at:
        at.discord.faults.fail(*SEND, status=502)
        assert await at.told("kaal", tekst="een") == "gelukt"
        assert at.contents() == ["een"]
        assert [one.committed for one in at.discord.log.sends] == [False, True]


@pytest.mark.parametrize(("after", "arrived"), [(False, []), (True, ["een"])])
async def test_a_reset_is_an_error_for_the_bot(after: bool, arrived: list[str]):
    async with street() as at:
        at.discord.faults.reset(*SEND, after=after)
        assert (await at.told("stuur", tekst="een", nonce="rij-1")).startswith("mislukt: Client")
        assert at.contents() == arrived


async def test_a_429_is_waited_out_by_the_library():
    async with street() as at:
        at.discord.faults.limit(*SEND, wait_s=0.4)
        assert await at.told("stuur", tekst="een", nonce="rij-1") == "gelukt"
        first, second = at.discord.log.sends
        assert (first.status, second.status) == (429, 200)
        assert (second.at - first.at).total_seconds() >= 0.4


async def test_a_slow_answer_comes_late():
    async with street() as at:
        at.discord.faults.slow(*SEND, wait_s=0.5, after=True)
        await at.told("stuur", tekst="een", nonce="rij-1")
        assert at.discord.log.sends[0].took_s >= 0.5


async def test_a_place_where_the_bot_may_not_write_answers_403():
    async with street() as at:
        at.discord.faults.refuse(*SEND)
        assert await at.told("stuur", tekst="een", nonce="rij-1") == "mislukt: Forbidden 50013"


async def test_a_closed_dm_answers_403_until_it_is_opened():
    async with street() as at:
        at.discord.close_dm(at.anna)
        assert await at.told("dm") == "mislukt: Forbidden 50007"
        at.discord.open_dm(at.anna)
        assert await at.told("dm") == "gelukt"


async def test_a_deleted_channel_answers_404():
    async with street() as at:
        at.discord.faults.slow(*SEND, wait_s=0.3)
        await at.anna.slash(at.square, "stuur", tekst="een", nonce="rij-1")
        await at.discord.until(lambda: at.discord.log.entries[-1].route.endswith("/callback"))
        at.discord.delete_channel(at.square)
        sent = await at.discord.until(lambda: at.discord.log.sends)
        assert (sent[0].status, sent[0].committed) == (404, False)


@pytest.mark.parametrize(("after", "arrived"), [(False, []), (True, ["een"])])
async def test_a_bot_is_killed_at_the_very_moment_of_sending(after: bool, arrived: list[str]):
    async with street() as at:
        at.discord.faults.call(*SEND, at.bot.kill, after=after)
        at.discord.faults.reset(*SEND, after=after)
        await at.anna.slash(at.square, "stuur", tekst="een", nonce="rij-1")
        await at.discord.until(lambda: at.discord.log.sends)
        assert (at.bot.running, at.contents()) == (False, arrived)
        await at.bot.start()


async def test_an_answer_after_three_seconds_is_refused():
    async with street() as at:
        await at.anna.slash(at.square, "wacht", tellen=0.2)
        at.discord.skip(3)
        assert await at.bot.wrote("refused 404 10062")


async def test_trouble_by_chance_is_the_same_with_the_same_seed():
    def drawn(seed: int) -> list[str]:
        plan = DiscordServer(seed=seed).faults
        plan.storm(*SEND, chance=0.1)
        return [str(one) for _ in range(200) for one in plan.draw("POST", "/channels/1/messages")]

    assert drawn(7) == drawn(7) != drawn(8)


# ------------------------------------------------------------------ limits


async def test_the_sixth_message_in_five_seconds_is_too_many():
    limits = Limits()
    taken = [
        limits.take("POST", "/channels/1/messages", now_s=100.0 + n, interaction=False)
        for n in (0, 0, 0, 0, 0, 1, 5)
    ]
    assert [one.retry_after_s for one in taken] == [None] * 5 + [4.0, None]


async def test_another_channel_has_its_own_limit():
    limits = Limits((Limit("POST", "/channels/*/messages", 1, 5.0),))
    first = limits.take("POST", "/channels/1/messages", now_s=100.0, interaction=False)
    other = limits.take("POST", "/channels/2/messages", now_s=100.0, interaction=False)
    assert (first.retry_after_s, other.retry_after_s) == (None, None)


async def test_fifty_requests_a_second_are_the_most_for_a_bot():
    limits = Limits()
    taken = [limits.take("GET", "/x", now_s=100.0, interaction=False) for _ in range(51)]
    answer = limits.take("POST", "/interactions/1/t/callback", now_s=100.0, interaction=True)
    assert (taken[49].everywhere, taken[50].everywhere, answer.everywhere) == (False, True, False)


async def test_the_library_keeps_to_the_limits_that_the_headers_tell():
    async with street(limits=Limits((Limit("POST", "/channels/*/messages", 2, 1.0),))) as at:
        for number in range(4):
            await at.told("stuur", tekst=str(number), nonce=f"rij-{number}")
        assert [one.status for one in at.discord.log.sends] == [200] * 4


# ------------------------------------------------------------------ the gateway


async def test_events_missed_in_a_cut_come_with_the_resume():
    async with street() as at:
        async with at.discord.gateway_down():
            await at.anna.send(at.square, "gemist?")
        assert await at.bot.wrote("heard 'gemist")
        assert (at.discord.gateway.identified, at.discord.gateway.resumed) == (1, 1)


async def test_a_forgotten_session_loses_events_and_starts_anew():
    async with street() as at:
        async with at.discord.gateway_down(remember=False):
            await at.anna.send(at.square, "gemist?")
        await at.discord.until(lambda: at.discord.gateway.identified == 2)
        await at.anna.send(at.square, "daarna")
        await at.bot.wrote("heard 'daarna")
        assert at.discord.gateway.invalidated == 1
        assert "gemist" not in at.bot.tail()


async def test_a_bot_that_is_asked_to_reconnect_resumes():
    async with street() as at:
        at.discord.gateway.ask_reconnect()
        assert await at.bot.wrote("resumed")


# ------------------------------------------------------------------ the process


async def test_a_killed_bot_comes_back_and_answers():
    async with street() as at:
        await at.bot.restart()
        shown = await at.slash("knop")
        assert (shown.response.content, at.bot.starts) == ("druk maar", 2)


async def test_a_stopped_bot_ends_in_time():
    async with street() as at:
        await at.bot.stop()
        assert not at.bot.running
        await at.bot.start()


async def test_a_bot_that_ends_before_it_is_ready_shows_what_it_wrote():
    async with DiscordServer() as discord:
        bot = BotProcess(discord, args=("-c", "raise SystemExit('geen zin')"))
        await bot.start()
        with pytest.raises(AssertionError, match="geen zin"):
            await bot.ready()


async def test_what_the_simulated_discord_cannot_do_fails_the_test():
    with pytest.raises(AssertionError, match="gap"):
        async with street() as at:
            assert (await at.told("kaal", tekst="een", extra=True)).startswith("mislukt")
