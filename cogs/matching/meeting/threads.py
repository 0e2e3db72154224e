"""A private thread for those who meet."""

from datetime import timedelta
from typing import Final

import discord

from bot.outbox import Delivery, PlaceGone
from bot.services.matching import MeetingNotFound, MeetingView
from cogs._client import Services
from cogs._sender import Channel, Rendering
from cogs._ui import number, ref, shown

WEEK_MINUTES: Final = 7 * 24 * 60
"""A thread goes out of sight after a week of silence; a message brings it back."""
LONGEST_NAME: Final = 100
CLOCKS_APART: Final = timedelta(seconds=30)
NO_THREADS: Final = "outbox-no-threads"


async def render_thread(services: Services, delivery: Delivery) -> Rendering:
    """No message: a thread with everybody in it, which may be made twice without harm."""
    meeting_id = int(delivery.facts["meeting"])

    async def work(channel: Channel) -> None:
        try:
            meeting = await services.matching.meetings.look(meeting_id)
        except MeetingNotFound:
            return
        if meeting.has_thread:
            return
        if not isinstance(channel, discord.TextChannel):
            raise PlaceGone(NO_THREADS)
        await _need_all(channel, meeting)
        thread = await _made_before(channel, delivery, meeting)
        if thread is None:
            thread = await channel.create_thread(
                name=name_of(services, meeting, delivery.language),
                type=discord.ChannelType.private_thread,
                auto_archive_duration=WEEK_MINUTES,
                invitable=False,
            )
        for guest in meeting.guests:
            await thread.add_user(discord.Object(number(guest.identity)))
        await services.matching.meetings.place(meeting_id, ref(thread.id))

    return Rendering("", work=work)


def name_of(services: Services, meeting: MeetingView, language: str) -> str:
    """What the thread is called; the number at its begin tells threads apart."""
    names = tuple(shown(one.collective or one.name, 35) for one in meeting.guests)
    text = services.texts.text("meeting-thread-name", language, number=meeting.id, names=names)
    return text[:LONGEST_NAME]


async def _need_all(channel: discord.TextChannel, meeting: MeetingView) -> None:
    """Look whether everybody can be in a thread here. Raises: PlaceGone."""
    mine = channel.permissions_for(channel.guild.me)
    if not (mine.create_private_threads and mine.send_messages_in_threads):
        raise PlaceGone(NO_THREADS)
    for guest in meeting.guests:
        try:
            member = await channel.guild.fetch_member(number(guest.identity))
        except discord.NotFound:
            raise PlaceGone(NO_THREADS) from None
        theirs = channel.permissions_for(member)
        if not (theirs.view_channel and theirs.send_messages_in_threads):
            raise PlaceGone(NO_THREADS)


async def _made_before(
    channel: discord.TextChannel, delivery: Delivery, meeting: MeetingView
) -> discord.Thread | None:
    """The thread of an earlier, unfinished try."""
    if delivery.attempts == 1:
        return None
    after, begin = delivery.queued_at - CLOCKS_APART, f"{meeting.id}. "
    for thread in await channel.guild.active_threads():
        is_ours = thread.owner_id == channel.guild.me.id and thread.parent_id == channel.id
        is_new = thread.created_at is None or thread.created_at >= after
        if is_ours and is_new and thread.name.startswith(begin):
            return thread
    return None
