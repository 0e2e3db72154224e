"""Who can see the channel of staff, and mending that."""

from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.communities import CommunitySettings
from cogs._ui import number
from cogs.setup.places import Channel, staff_of


@dataclass(frozen=True, slots=True)
class Door:
    """Who is on the wrong side of the door; roles that administer the server are always in."""

    strangers: tuple[discord.Role, ...]
    """Roles that see the channel and are not of staff or admins; that of everyone included."""
    locked_out: tuple[discord.Role, ...]
    """Roles of staff and admins that do not see it."""

    @property
    def is_right(self) -> bool:
        """Whether staff and nobody else can come in."""
        return not self.strangers and not self.locked_out


def look(channel: Channel, settings: CommunitySettings) -> Door:
    """Who sees the channel by role; a person who was let in by name was so on purpose."""
    guild = channel.guild
    insiders = staff_of(guild, settings)
    if channel.permissions_for(guild.default_role).view_channel:
        strangers = [guild.default_role]
    else:
        others = (role for role in guild.roles if role not in insiders and not _is_above(role))
        strangers = [role for role in others if channel.permissions_for(role).view_channel]
    locked_out = [r for r in insiders if not channel.permissions_for(r).view_channel]
    return Door(tuple(strangers), tuple(locked_out))


async def let_in(channel: Channel, roles: Iterable[discord.Role]) -> None:
    """Let these roles see the channel. Raises: discord.Forbidden."""
    for role in roles:
        await _set(channel, role, sees=True)


async def shut(channel: Channel, settings: CommunitySettings) -> None:
    """Let staff and admins see the channel and nobody else; the bot stays in.

    Raises: discord.Forbidden.
    """
    guild = channel.guild
    insiders = staff_of(guild, settings)
    await _set(channel, guild.me, sees=True)
    await let_in(channel, insiders)
    roles = [one for one in channel.overwrites if isinstance(one, discord.Role)]
    others = [one for one in roles if one not in insiders and not one.managed]
    for role in others:
        if channel.overwrites_for(role).view_channel:
            await _set(channel, role, sees=None)
    await _set(channel, guild.default_role, sees=False)


async def follow(
    channel: Channel, before: CommunitySettings, after: CommunitySettings
) -> tuple[discord.Role, ...]:
    """Let new roles of staff in, and those that are no staff any more out.

    Only in a channel that is closed: an open one is closed when an admin says so.
    Returns the roles that were let in. Raises: discord.Forbidden.
    """
    guild = channel.guild
    if channel.permissions_for(guild.default_role).view_channel:
        return ()
    door = look(channel, after)
    await let_in(channel, door.locked_out)
    kept = {*after.staff_roles, *after.admin_roles}
    for id_ in {*before.staff_roles, *before.admin_roles} - kept:
        role = guild.get_role(number(id_))
        if role is not None and channel.overwrites_for(role).view_channel:
            await _set(channel, role, sees=None)
    return door.locked_out


async def _set(channel: Channel, who: discord.Role | discord.Member, *, sees: bool | None) -> None:
    overwrite = channel.overwrites_for(who)
    overwrite.view_channel = sees
    await channel.set_permissions(who, overwrite=None if overwrite.is_empty() else overwrite)


def _is_above(role: discord.Role) -> bool:
    """Roles that see everything anyhow, and those that Discord gives to bots."""
    return role.permissions.administrator or role.managed
