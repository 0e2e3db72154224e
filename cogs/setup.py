"""Setting the bot up from chat: channels, roles, and the start message."""

from collections.abc import Mapping
from typing import Any, Final

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.communities import Place
from bot.outbox import Delivery
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, PlainButton, number, person_of, ref, reply, say, think

NAMES: Final = {
    Place.START: "begin-hier",
    Place.HELPDESK: "vraag-het-hier",
    Place.POLLS: "peilingen",
    Place.NEWS: "beleidsnieuws",
    Place.STAFF: "medewerkers",
}
NEEDED: Final = {
    "view_channel": "setup-need-view",
    "send_messages": "setup-need-send",
    "read_message_history": "setup-need-history",
    "attach_files": "setup-need-files",
    "create_private_threads": "setup-need-threads",
    "send_messages_in_threads": "setup-need-thread-messages",
    "pin_messages": "setup-need-pin",
    "manage_channels": "setup-need-channels",
}
_log = structlog.get_logger("setup")


class BuildButton(PlainButton, Button, template=r"setup-build"):
    """Make the channels that were shown."""

    noun = "setup-build"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Make what is missing and remember it."""
        await think(interaction)
        person = await person_of(interaction)
        setup_ = interaction.client.services.setup
        settings = await setup_.look(person)
        assert interaction.guild is not None  # noqa: S101 - the command is for servers only
        found = found_places(interaction.guild, settings.places)
        for place in Place:
            if place not in found:
                found[place] = await make_place(interaction.guild, place, settings.staff_roles)
        places = {place: ref(channel.id) for place, channel in found.items()}
        await setup_.put_places(person, places)
        channels = tuple(f"<#{channel.id}>" for channel in found.values())
        await reply(interaction, say(interaction, "setup-built", channels=channels))


def found_places(
    guild: discord.Guild, known: Mapping[Place, str]
) -> dict[Place, discord.abc.GuildChannel]:
    """Channels that are set already, or that have the name we would give them."""
    found: dict[Place, discord.abc.GuildChannel] = {}
    for place, name in NAMES.items():
        channel = guild.get_channel(number(known[place])) if place in known else None
        channel = channel or discord.utils.get(guild.channels, name=name)
        if channel is not None:
            found[place] = channel
    return found


async def make_place(
    guild: discord.Guild, place: Place, staff_roles: tuple[str, ...]
) -> discord.TextChannel:
    """A new channel; the one of staff is hidden from others."""
    overwrites: dict[Any, discord.PermissionOverwrite] = {}
    if place is Place.STAFF:
        overwrites[guild.default_role] = discord.PermissionOverwrite(view_channel=False)
        overwrites[guild.me] = discord.PermissionOverwrite(view_channel=True)
        for role_id in staff_roles:
            role = guild.get_role(number(role_id))
            if role is not None:
                overwrites[role] = discord.PermissionOverwrite(view_channel=True)
    if place in (Place.START, Place.NEWS):
        overwrites[guild.default_role] = discord.PermissionOverwrite(send_messages=False)
        overwrites[guild.me] = discord.PermissionOverwrite(send_messages=True)
    return await guild.create_text_channel(NAMES[place], overwrites=overwrites)


def missing_permissions(guild: discord.Guild) -> tuple[str, ...]:
    """Text keys of what the bot may not do and needs."""
    mine = guild.me.guild_permissions
    return tuple(key for name, key in NEEDED.items() if not getattr(mine, name, True))


class SetupCog(commands.Cog):
    """`/instellingen`."""

    group = app_commands.Group(
        name="instellingen", description="command-instellingen", guild_only=True
    )

    def __init__(self, client: Client) -> None:
        self.client = client

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say in a new server how to begin."""
        if guild.system_channel is not None:
            await self.client.services.setup.welcome(
                ref(guild.id), guild.name, ref(guild.system_channel.id)
            )

    @group.command(name="toon", description="command-instellingen-toon")
    async def show(self, interaction: Interaction) -> None:
        """Show the settings, what is missing, and offer to make the channels."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            settings = await self.client.services.setup.look(person)
            assert interaction.guild is not None  # noqa: S101 - the command is for servers only
            found = found_places(interaction.guild, settings.places)
            lines = [say(interaction, "setup-head")]
            for place in Place:
                channel = found.get(place)
                lines.append(
                    say(
                        interaction,
                        "setup-place",
                        place=say(interaction, f"setup-place-{place}"),
                        channel=f"<#{channel.id}>" if channel else f"#{NAMES[place]}",
                        exists=channel is not None,
                    )
                )
            roles = (*settings.staff_roles, *settings.admin_roles)
            shown = tuple(f"<@&{number(role)}>" for role in roles)
            lines.append(say(interaction, "setup-roles", roles=shown, known=bool(shown)))
            lines += [say(interaction, key) for key in missing_permissions(interaction.guild)]
            view = discord.ui.View(timeout=None)
            view.add_item(BuildButton(say(interaction, "setup-build-button")))
            await reply(interaction, "\n".join(lines), view)

    @group.command(name="kanaal", description="command-instellingen-kanaal")
    @app_commands.describe(waarvoor="option-setup-place", kanaal="option-setup-channel")
    @app_commands.choices(
        waarvoor=[
            app_commands.Choice(name=f"setup-place-{place}", value=place.value) for place in Place
        ]
    )
    async def place(
        self,
        interaction: Interaction,
        waarvoor: app_commands.Choice[str],
        kanaal: discord.TextChannel | discord.ForumChannel,
    ) -> None:
        """Use another channel for something."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            place = Place(waarvoor.value)
            await self.client.services.setup.put_places(person, {place: ref(kanaal.id)})
            await reply(interaction, say(interaction, "setup-saved"))

    @group.command(name="rollen", description="command-instellingen-rollen")
    @app_commands.describe(medewerker="option-setup-staff", beheerder="option-setup-admin")
    async def roles(
        self,
        interaction: Interaction,
        medewerker: discord.Role | None = None,
        beheerder: discord.Role | None = None,
    ) -> None:
        """Say which roles are staff and admin."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            await self.client.services.setup.put_roles(
                person,
                staff=[ref(medewerker.id)] if medewerker else [],
                admin=[ref(beheerder.id)] if beheerder else [],
            )
            await reply(interaction, say(interaction, "setup-saved"))


async def render_welcome(services: Services, delivery: Delivery) -> Rendering:
    """The first words in a new server: how to set the bot up."""
    return Rendering(services.texts.text("setup-welcome", delivery.language))


async def render_undelivered(services: Services, delivery: Delivery) -> Rendering:
    """What could not be delivered, for staff, in plain words."""
    text = services.texts.text
    reason = text(str(delivery.facts["reason"]), delivery.language)
    return Rendering(
        text(
            "outbox-undelivered",
            delivery.language,
            what=text(f"outbox-kind-{delivery.facts['kind']}", delivery.language),
            reason=reason,
            source=str(delivery.facts["source"]),
        )
    )


async def setup(client: Client) -> None:
    """Called by discord.py."""

    async def render_start(services: Services, delivery: Delivery) -> Rendering:
        text, language = services.texts.text, delivery.language

        def view() -> discord.ui.View:
            view = discord.ui.View(timeout=None)
            for _, item, key in sorted(client.start_items, key=lambda one: one[0]):
                view.add_item(item(text(key, language)))
            return view

        return Rendering(text("start-message", language), view=view, pin=True)

    client.add_dynamic_items(BuildButton)
    client.renderers |= {
        "start-message": render_start,
        "staff-undelivered": render_undelivered,
        "welcome": render_welcome,
    }
    await client.add_cog(SetupCog(client))
