"""Whether somebody may read where a question stands: a place is not always for everybody."""

import discord
import structlog

from bot.people import Person
from bot.services.helpdesk import QuestionNotFound
from cogs._client import Client, Interaction
from cogs._ui import TROUBLE, number

_log = structlog.get_logger("helpdesk-door")


async def need_to_read(interaction: Interaction, person: Person, question_id: int) -> None:
    """See that this person can read this question where it stands. Raises: QuestionNotFound."""
    following = interaction.client.services.answers.following
    place = await following.place_of(person, question_id)
    if place is not None and not await _may_read(interaction, place):
        raise QuestionNotFound


async def _may_read(interaction: Interaction, place: str) -> bool:
    client, user = interaction.client, interaction.user
    if interaction.channel_id == number(place):
        return True
    try:
        channel = await _channel(client, number(place))
        if channel is None or (isinstance(channel, discord.Thread) and channel.is_private()):
            return False  # who is in a private thread presses there
        member = user if isinstance(user, discord.Member) else None
        if member is None or member.guild.id != channel.guild.id:
            member = await channel.guild.fetch_member(user.id)
    except TROUBLE as error:
        _log.warning("place-not-read", place=place, error=type(error).__name__)
        return False
    return channel.permissions_for(member).view_channel


async def _channel(client: Client, id_: int) -> discord.abc.GuildChannel | discord.Thread | None:
    channel = client.get_channel(id_) or await client.fetch_channel(id_)
    is_known = isinstance(channel, discord.abc.GuildChannel | discord.Thread)
    return channel if is_known else None
