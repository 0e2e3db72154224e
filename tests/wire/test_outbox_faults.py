"""What goes wrong between the outbox of the real bot and Discord, one fault at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
import simcord
from sqlalchemy import select, update

from bot.communities import Place
from cogs._ui import ref
from data.store import Store, communities, deliveries
from data.store.deliveries import DeliveryRow
from tests.doubles.bot_process import BotProcess
from tests.doubles.discord_server import DiscordServer, Limits

SEND = ("POST", "/channels/*/messages")
TOLD = "Ik heb je een privébericht gestuurd."

pytestmark = pytest.mark.asyncio


@dataclass
class Street:
    """A community with a square and a staff channel, a resident, and the bot with its rows."""

    server: DiscordServer
    bot: BotProcess
    store: Store
    square: simcord.ChannelHandle
    staff: simcord.ChannelHandle
    rosa: simcord.MemberActor
    community_id: int = 0
    queued: int = 0

    async def queue(self, target: int | None = None, *, to_person: bool = False) -> None:
        """Put a message in the outbox; the bot in its process finds it within a second."""
        self.queued += 1
        async with self.store.writing() as session:
            await deliveries.add(
                session,
                community_id=self.community_id,
                kind="question-private",
                facts={"reply_to": None},
                source=f"test:{self.queued}",
                target=ref(target or self.square.id),
                to_person=to_person,
                person_id=None,
                language="nl",
                edits=None,
                due_at=datetime.now(UTC),
            )

    async def rows(self) -> list[DeliveryRow]:
        async with self.store.reading() as session:
            found = select(DeliveryRow).order_by(DeliveryRow.id)
            return list(await session.scalars(found))

    async def ended(self, *, timeout_s: float = 15) -> list[DeliveryRow]:
        """The rows, once each is sent or failed."""
        async with asyncio.timeout(timeout_s):
            while not all(row.ended_at for row in await self.rows()):  # noqa: ASYNC110 - a row tells nobody
                await asyncio.sleep(0.05)
        return await self.rows()

    def on_the_square(self) -> list[str]:
        return [one.content for one in self.server.messages(self.square)]

    def told_to_staff(self) -> list[str]:
        return [one.content for one in self.server.messages(self.staff)]


@asynccontextmanager
async def street(store: Store, folder: Path) -> AsyncIterator[Street]:
    async with DiscordServer(limits=Limits(routes=(), overall=None)) as server:
        guild = server.create_guild("Wijk")
        square, staff = guild.create_text_channel("plein"), guild.create_text_channel("staf")
        rosa = guild.add_member(server.create_user("Rosa"))
        bot = BotProcess(
            server, database_url=store.url, env={"DATA_DIR": str(folder)}, ready_line="ready"
        )
        async with store.writing() as session:
            community = await communities.add_space(
                session, ref(guild.id), "Wijk", datetime.now(UTC)
            )
            for place, channel in ((Place.NEWS, square), (Place.STAFF, staff)):
                value = {"place": ref(channel.id)}
                await communities.put_setting(session, community, place.value, value)
        async with bot:
            await bot.ready()
            server.log.entries.clear()
            yield Street(server, bot, store, square, staff, rosa, community)


async def test_a_closed_dm_is_told_to_staff_once(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.close_dm(at.rosa)
        await at.queue(at.rosa.id, to_person=True)
        await at.server.until(at.told_to_staff)
        row, notice = await at.ended()
        assert (row.state, row.reason, notice.state) == ("failed", "outbox-dm-closed", "sent")
        [told] = at.told_to_staff()
        assert "Deze persoon krijgt geen privéberichten." in told


async def test_a_deleted_channel_is_told_to_staff_once(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.delete_channel(at.square)
        await at.queue()
        await at.server.until(at.told_to_staff)
        row = (await at.ended())[0]
        assert (row.state, row.reason) == ("failed", "outbox-place-gone")
        assert "bestaat niet meer" in at.told_to_staff()[0]


async def test_a_place_where_the_bot_may_not_write_is_told_to_staff_once(
    store: Store, tmp_path: Path
):
    async with street(store, tmp_path) as at:
        at.server.faults.refuse("POST", f"/channels/{at.square.id}/messages")
        await at.queue()
        await at.server.until(at.told_to_staff)
        assert (await at.ended())[0].reason == "outbox-forbidden"
        assert len(at.server.log.of(*("POST", "/channels/{id}/messages"))) == 2


@pytest.mark.parametrize("after", [False, True])
async def test_a_502_gives_one_message(store: Store, tmp_path: Path, after: bool):
    async with street(store, tmp_path) as at:
        at.server.faults.fail(*SEND, status=502, after=after)
        await at.queue()
        await at.ended()
        assert at.on_the_square() == [TOLD]


@pytest.mark.parametrize("after", [False, True])
async def test_a_cut_line_gives_one_message(store: Store, tmp_path: Path, after: bool):
    async with street(store, tmp_path) as at:
        at.server.faults.reset(*SEND, after=after)
        await at.queue()
        [row] = await at.ended()
        assert (at.on_the_square(), row.attempts) == ([TOLD], 2)


async def test_a_cut_line_gives_one_message_when_discord_forgot_the_nonce(
    store: Store, tmp_path: Path
):
    async with street(store, tmp_path) as at:
        at.server.faults.reset(*SEND, after=True)
        await at.queue()
        await at.server.until(lambda: at.server.log.sends)
        at.server.skip(301)
        [row] = await at.ended()
        message = at.server.messages(at.square)[0]
        assert (at.on_the_square(), row.message) == ([TOLD], ref(message.id))
        assert len(at.server.log.sends) == 1


async def test_two_same_messages_of_which_one_is_unsure_stay_two(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.faults.reset(*SEND, after=True)
        await at.queue()
        await at.queue()
        rows = await at.ended()
        assert at.on_the_square() == [TOLD, TOLD]
        assert len({row.message for row in rows}) == 2


async def test_a_429_is_waited_out(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.faults.limit(*SEND, wait_s=1.2)
        await at.queue()
        await at.ended()
        first, second = at.server.log.sends
        assert (first.status, at.on_the_square()) == (429, [TOLD])
        assert (second.at - first.at).total_seconds() >= 1.2


async def test_a_long_429_goes_back_to_the_outbox_with_its_wait(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.faults.limit(*SEND, wait_s=300)
        await at.queue()
        await at.server.until(lambda: at.server.log.sends)
        async with asyncio.timeout(5):
            while (await at.rows())[0].state != "queued":  # noqa: ASYNC110 - a row tells nobody
                await asyncio.sleep(0.05)
        [row] = await at.rows()
        assert row.due_at - datetime.now(UTC) > timedelta(seconds=280)


async def test_messages_of_a_killed_bot_are_sent_by_the_next_one_once(store: Store, tmp_path: Path):
    async with street(store, tmp_path) as at:
        at.server.faults.call(*SEND, at.bot.kill, after=True)
        at.server.faults.reset(*SEND, after=True)
        await at.queue()
        await at.server.until(lambda: not at.bot.running)
        async with store.writing() as session:
            earlier = datetime.now(UTC) - timedelta(hours=1)
            await session.execute(update(DeliveryRow).values(leased_at=earlier))
        await at.bot.start()
        await at.bot.ready()
        await at.ended()
        assert at.on_the_square() == [TOLD]


async def test_a_stop_in_the_middle_of_thirty_messages_loses_and_doubles_nothing(
    store: Store, tmp_path: Path
):
    async with street(store, tmp_path) as at:
        at.server.faults.slow(*SEND, wait_s=0.15, after=True)
        for _ in range(30):
            await at.queue()
        await at.server.until(lambda: len(at.on_the_square()) >= 5)
        began_s = perf_counter()
        assert await at.bot.stop() == 0
        assert perf_counter() - began_s < 10
        states = {row.state for row in await at.rows()}
        assert (states, len(at.on_the_square()) < 30) == ({"sent", "queued"}, True)
        at.server.faults.clear()
        await at.bot.start()
        await at.bot.ready()
        await at.ended()
        assert at.on_the_square() == [TOLD] * 30
        nonces = {at.server.nonce_of(one) for one in at.server.messages(at.square)}
        assert nonces == {row.key for row in await at.rows()}
