"""What can be pressed and picked in the settings."""

import re
from typing import Any

import discord

from bot.communities import CommunitySettings, Place
from bot.errors import NotFound
from bot.people import Person
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    number,
    person_of,
    ref,
    reply,
    say,
    think,
)
from cogs.setup import staffroom
from cogs.setup.messages import start_marks
from cogs.setup.places import NAMES, Channel, find_channel, find_places, make_place
from cogs.setup.rights import MAKING, OPENING, Lack
from cogs.setup.tags import put_tags

MOST_ROLES = 25
"""Discord: so many can be picked in one menu."""


def guild_of(interaction: Interaction) -> discord.Guild:
    """The server of a door that is for servers only. Raises: NotFound."""
    if interaction.guild is None:
        raise NotFound
    return interaction.guild


def lack_text(interaction: Interaction, lack: Lack) -> str:
    """A missing permission: where, which, and what for."""
    where = f"<#{lack.channel.id}>" if lack.channel else say(interaction, "setup-whole-server")
    name = lack.need.name
    return say(
        interaction,
        "setup-lacking",
        where=where,
        right=say(interaction, f"setup-right-{name}"),
        reason=say(interaction, f"setup-for-{name}"),
    )


class BuildButton(PlainButton, Button, template=r"setup-build"):
    """Make the channels that were shown."""

    noun = "setup-build"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Make what is missing and remember it; a second press waits for the first."""
        think(interaction)
        person, guild = await person_of(interaction), guild_of(interaction)
        setup = interaction.client.services.setup
        async with setup.alone(ref(guild.id)):
            settings = await setup.look(person)
            found = await find_places(guild, settings.places)
            may_make = await _make_missing(guild, found, settings)
            staff = found.get(Place.STAFF)
            is_new = Place.STAFF not in settings.places
            is_open = staff is not None and bool(staffroom.look(staff, settings).strangers)
            if is_new and is_open:  # a channel of others with this name: not without asking
                del found[Place.STAFF]
            await _forget_lost_start(interaction, person)
            places = {place: ref(channel.id) for place, channel in found.items()}
            forum = found.get(Place.HELPDESK)
            is_forum = isinstance(forum, discord.ForumChannel)
            marks = start_marks(interaction.client)
            await setup.put_places(person, places, marks, has_forum=is_forum)
            if isinstance(forum, discord.ForumChannel):
                await put_tags(interaction.client.services, forum, settings.language)
        lines = [say(interaction, "setup-built", channels=_names(found), done=may_make)]
        if not may_make:
            lines.append(lack_text(interaction, Lack(MAKING, None)))
        view = discord.ui.View(timeout=None)
        if staff is not None and is_open:
            lines.append(_open_text(interaction, staff, settings))
            view.add_item(close_button(interaction, staff))
        await reply(interaction, "\n".join(lines), view)


def _names(found: dict[Place, Channel]) -> tuple[str, ...]:
    return tuple(f"<#{channel.id}>" for channel in found.values())


async def _make_missing(
    guild: discord.Guild, found: dict[Place, Channel], settings: CommunitySettings
) -> bool:
    """Make the channels that are not there; False when Discord does not let the bot."""
    for place in NAMES:
        if place not in found:
            try:
                found[place] = await make_place(guild, place, settings)
            except discord.Forbidden:
                return False
    return True


async def _forget_lost_start(interaction: Interaction, person: Person) -> None:
    """Notice that somebody took the start message away."""
    setup = interaction.client.services.setup
    stands = await setup.start_message(person)
    if stands is None:
        return
    place, message = stands
    channel = await find_channel(guild_of(interaction), number(place))
    if isinstance(channel, discord.TextChannel):
        try:
            await channel.fetch_message(number(message))
        except discord.NotFound:
            await setup.lose_start(person, message)
        except discord.Forbidden:  # it may not look; the settings name that permission
            return


def _open_text(interaction: Interaction, channel: Channel, settings: CommunitySettings) -> str:
    strangers = staffroom.look(channel, settings).strangers
    everyone = any(role.is_default() for role in strangers)
    return say(
        interaction,
        "setup-staff-open",
        channel=f"<#{channel.id}>",
        everyone=everyone,
        who=tuple(role.mention for role in strangers),
    )


def staff_lines(
    interaction: Interaction, channel: Channel, settings: CommunitySettings
) -> list[str]:
    """Who is on the wrong side of the door of the staff channel; nothing when that is well."""
    door, lines = staffroom.look(channel, settings), []
    if door.strangers:
        lines.append(_open_text(interaction, channel, settings))
    if door.locked_out:
        who = tuple(role.mention for role in door.locked_out)
        where = f"<#{channel.id}>"
        lines.append(say(interaction, "setup-staff-shut", channel=where, who=who))
    return lines


def close_button(interaction: Interaction, channel: Channel) -> "CloseButton":
    """The button that lets staff into this channel, and others out."""
    return CloseButton(channel.id, say(interaction, "setup-close-button", channel=channel.name))


class CloseButton(NumberButton, Button, template=r"setup-close:(?P<id>\d{1,20})"):
    """Close a channel for others and use it for staff."""

    noun = "setup-close"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Close it first, and use it only then."""
        think(interaction)
        person, guild = await person_of(interaction), guild_of(interaction)
        setup = interaction.client.services.setup
        settings = await setup.look(person)
        channel = await find_channel(guild, self.id_)
        if channel is None:
            raise NotFound
        try:
            await staffroom.shut(channel, settings)
        except discord.Forbidden:
            await reply(interaction, lack_text(interaction, Lack(OPENING, channel)))
            return
        places = {Place.STAFF: ref(channel.id)}
        await setup.put_places(person, places, start_marks(interaction.client))
        await reply(interaction, say(interaction, "setup-staff-closed", channel=channel.mention))


class RoleSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.RoleSelect[Any]],
    template=r"setup-roles:(?P<kind>staff|admin)",
):
    """Who is staff, or who is admin: the roles that are picked, and no others."""

    def __init__(self, kind: str, select: discord.ui.RoleSelect[Any] | None = None) -> None:
        super().__init__(select or discord.ui.RoleSelect(custom_id=f"setup-roles:{kind}"))
        self.kind = kind

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "RoleSelect":
        """The menu behind a custom_id."""
        return cls(match["kind"])

    async def press(self, interaction: Interaction) -> None:
        """Use these roles from now on, and let them into the channel of staff."""
        await interaction.response.defer()
        person, guild = await person_of(interaction), guild_of(interaction)
        setup = interaction.client.services.setup
        before = await setup.look(person)
        roles, lines = _picked(interaction, guild), []
        if guild.default_role in roles:
            lines.append(say(interaction, "setup-not-everyone"))
            after = before
        else:
            picked = [ref(role.id) for role in roles]
            after = await setup.put_roles(person, **{self.kind: picked})
            lines.append(say(interaction, "setup-saved"))
            lines += await _follow(interaction, before, after)
        lines.append(roles_text(interaction, after))
        await interaction.edit_original_response(
            content="\n".join(lines), view=roles_view(interaction, after)
        )


def _picked(interaction: Interaction, guild: discord.Guild) -> list[discord.Role]:
    """The roles that were picked; what is no role of this server does not count."""
    ids = (str(value) for value in (interaction.data or {}).get("values", []))
    roles = (guild.get_role(int(id_)) for id_ in ids if id_.isdecimal())
    return [role for role in roles if role is not None]


async def _follow(
    interaction: Interaction, before: CommunitySettings, after: CommunitySettings
) -> list[str]:
    """Let the roles into the channel of staff, or say what an admin does by hand."""
    target = after.places.get(Place.STAFF)
    channel = await find_channel(guild_of(interaction), number(target)) if target else None
    if channel is None:
        return []
    try:
        roles = await staffroom.follow(channel, before, after)
    except discord.Forbidden:
        lack = lack_text(interaction, Lack(OPENING, channel))
        return [lack, *staff_lines(interaction, channel, after)]
    if staffroom.look(channel, after).strangers and not roles:
        return [_open_text(interaction, channel, after)]
    who = tuple(role.mention for role in roles)
    where = channel.mention
    return [say(interaction, "setup-staff-let-in", channel=where, who=who)] if who else []


def roles_text(interaction: Interaction, settings: CommunitySettings) -> str:
    """Which roles are staff and admins now."""
    guild, lines = guild_of(interaction), []
    for kind, roles in (("staff", settings.staff_roles), ("admin", settings.admin_roles)):
        known = [role for id_ in roles if (role := guild.get_role(number(id_)))]
        who = tuple(role.mention for role in known)
        lines.append(say(interaction, f"setup-{kind}-roles", roles=who, known=bool(who)))
        if len(known) < len(roles):
            lines.append(say(interaction, "setup-role-gone"))
    return "\n".join(lines)


def roles_view(interaction: Interaction, settings: CommunitySettings) -> discord.ui.View:
    """The two menus of roles, with the roles of now."""
    guild, view = guild_of(interaction), discord.ui.View(timeout=None)
    for kind, roles in (("staff", settings.staff_roles), ("admin", settings.admin_roles)):
        known = [role for id_ in roles if (role := guild.get_role(number(id_)))]
        select: discord.ui.RoleSelect[Any] = discord.ui.RoleSelect(
            custom_id=f"setup-roles:{kind}",
            placeholder=say(interaction, f"setup-pick-{kind}")[:150],
            min_values=0,
            max_values=MOST_ROLES,
            default_values=known[:MOST_ROLES],
        )
        view.add_item(RoleSelect(kind, select))
    return view
