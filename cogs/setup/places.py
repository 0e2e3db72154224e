"""The channels of the bot: which there are, what is missing, and making them."""

from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.communities import CommunitySettings, Place
from cogs._ui import number

NAMES: Final = {
    Place.START: "begin-hier",
    Place.HELPDESK: "vraag-het-hier",
    Place.POLLS: "peilingen",
    Place.NEWS: "beleidsnieuws",
    Place.MEETINGS: "kennismaken",
    Place.STAFF: "medewerkers",
}
READ_ONLY: Final = frozenset({Place.START, Place.NEWS, Place.MEETINGS})
"""Where only the bot writes; in threads below them everybody who is in it does."""
Channel = discord.TextChannel | discord.ForumChannel
Found = Mapping[Place, Channel]


async def find_places(guild: discord.Guild, known: Mapping[Place, str]) -> dict[Place, Channel]:
    """Channels that are set already, or that have the name we would give them."""
    found: dict[Place, Channel] = {}
    for place, name in NAMES.items():
        channel = await find_channel(guild, number(known[place])) if place in known else None
        channel = channel or discord.utils.get(guild.channels, name=name)
        if isinstance(channel, Channel):
            found[place] = channel
    return found


async def find_channel(guild: discord.Guild, id_: int) -> Channel | None:
    """The channel with this id; None when it is gone, elsewhere, or hidden from the bot.

    What was made a moment ago, Discord may not have told us yet: it is asked.
    """
    channel = guild.get_channel(id_)
    if channel is None:
        try:
            channel = await guild.fetch_channel(id_)
        except (discord.NotFound, discord.Forbidden, discord.InvalidData):
            return None
    return channel if isinstance(channel, Channel) else None


async def make_place(guild: discord.Guild, place: Place, settings: CommunitySettings) -> Channel:
    """A new channel: the help desk as a forum where the server has those; staff's hidden.

    Raises: discord.Forbidden.
    """
    overwrites = _overwrites(guild, place, settings)
    if place is Place.HELPDESK and "COMMUNITY" in guild.features:
        return await guild.create_forum(NAMES[place], overwrites=overwrites)
    return await guild.create_text_channel(NAMES[place], overwrites=overwrites)


def _overwrites(
    guild: discord.Guild, place: Place, settings: CommunitySettings
) -> dict[Any, discord.PermissionOverwrite]:
    hidden, seen = (discord.PermissionOverwrite(view_channel=sees) for sees in (False, True))
    overwrites: dict[Any, discord.PermissionOverwrite] = {}
    if place is Place.STAFF:
        insiders = staff_of(guild, settings)
        overwrites = {guild.default_role: hidden, guild.me: seen} | dict.fromkeys(insiders, seen)
    if place in READ_ONLY:
        overwrites[guild.default_role] = discord.PermissionOverwrite(send_messages=False)
        overwrites[guild.me] = discord.PermissionOverwrite(send_messages=True)
    return overwrites


def staff_of(guild: discord.Guild, settings: CommunitySettings) -> list[discord.Role]:
    """The roles of staff and admins that still exist."""
    ids = dict.fromkeys((*settings.staff_roles, *settings.admin_roles))
    return [role for id_ in ids if (role := guild.get_role(number(id_)))]


def gone_roles(guild: discord.Guild, settings: CommunitySettings) -> list[int]:
    """The ids of chosen roles that do not exist any more."""
    ids = (number(id_) for id_ in (*settings.staff_roles, *settings.admin_roles))
    return [id_ for id_ in ids if guild.get_role(id_) is None]
