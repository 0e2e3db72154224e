"""The thread of a circle: made once, and who steps in or out comes and goes."""

from typing import Final

import discord

from bot.outbox import Delivery, PlaceGone
from bot.services.matching import CircleNotFound
from cogs._client import Services
from cogs._sender import Channel, Rendering
from cogs._ui import number, ref
from cogs.matching.circles.letters import theme_in
from cogs.matching.meeting.threads import NO_THREADS

WEEK_MINUTES: Final = 7 * 24 * 60
LONGEST_NAME: Final = 100


async def render_thread(services: Services, delivery: Delivery) -> Rendering:
    """No message: a private thread with everybody in it, which may be made twice without harm."""
    circle_id = int(delivery.facts["circle"])

    async def work(channel: Channel) -> None:
        circles = services.matching.circles
        try:
            circle = await circles.look(circle_id)
        except CircleNotFound:
            return
        if circle.place or circle.state != "open":
            return
        if not isinstance(channel, discord.TextChannel):
            raise PlaceGone(NO_THREADS)
        mine = channel.permissions_for(channel.guild.me)
        if not (mine.create_private_threads and mine.send_messages_in_threads):
            raise PlaceGone(NO_THREADS)
        theme = theme_in(services, circle, delivery.language)
        name = services.texts.text("circle-thread-name", delivery.language, theme=theme)
        thread = await _made_before(channel, name[:LONGEST_NAME])
        if thread is None:
            thread = await channel.create_thread(
                name=name[:LONGEST_NAME],
                type=discord.ChannelType.private_thread,
                auto_archive_duration=WEEK_MINUTES,
                invitable=False,
            )
        for account in circle.accounts:
            await _add(thread, account)
        await circles.place(circle_id, ref(thread.id))

    return Rendering("", work=work)


async def render_in(_services: Services, delivery: Delivery) -> Rendering:
    """No message: somebody steps into the thread."""
    account = str(delivery.facts["account"])

    async def work(channel: Channel) -> None:
        if isinstance(channel, discord.Thread) and account:
            await _add(channel, account)

    return Rendering("", work=work)


async def render_out(_services: Services, delivery: Delivery) -> Rendering:
    """No message: somebody steps out of the thread."""
    account = str(delivery.facts["account"])

    async def work(channel: Channel) -> None:
        if isinstance(channel, discord.Thread) and account:
            await channel.remove_user(discord.Object(number(account)))

    return Rendering("", work=work)


async def _add(thread: discord.Thread, account: str) -> None:
    """Let somebody in; who left the server or cannot see the channel stays out."""
    try:
        await thread.add_user(discord.Object(number(account)))
    except (discord.NotFound, discord.Forbidden):
        return


async def _made_before(channel: discord.TextChannel, name: str) -> discord.Thread | None:
    """The thread of an earlier, unfinished try."""
    for thread in await channel.guild.active_threads():
        is_ours = thread.owner_id == channel.guild.me.id and thread.parent_id == channel.id
        if is_ours and thread.name == name and not thread.message_count:
            return thread
    return None
