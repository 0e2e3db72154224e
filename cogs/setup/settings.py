"""`/instellingen`, and the first words in a new server."""

from collections.abc import Iterable

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.communities import CommunitySettings, Place
from bot.errors import StoreError, is_away
from bot.people import Arrival
from cogs._client import Client, Interaction
from cogs._commands import language_choices
from cogs._ui import attend, person_of, ref, reply, say, think
from cogs.setup import staffroom
from cogs.setup.controls import (
    BuildButton,
    close_button,
    guild_of,
    lack_text,
    roles_text,
    roles_view,
    staff_lines,
)
from cogs.setup.hours import show_hours
from cogs.setup.messages import start_marks
from cogs.setup.places import NAMES, Found, find_places
from cogs.setup.rights import lacking
from cogs.setup.tags import put_tags

_log = structlog.get_logger("setup")


class SetupCog(commands.Cog):
    """`/instellingen`."""

    group = app_commands.Group(
        name="instellingen", description="command-instellingen", guild_only=True
    )

    def __init__(self, client: Client) -> None:
        self.client = client

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Let each server follow what changed in `.env` and in the texts while the bot was away."""
        marks = start_marks(self.client)
        for guild in self.client.guilds:
            try:
                await self.client.services.setup.open(ref(guild.id), guild.name, marks)
            except (StoreError, OSError) as error:
                if not is_away(error):
                    raise
                _log.warning("database-away", error=type(error).__name__)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say in a new server how to begin: in a channel, or else to the owner."""
        setup = self.client.services.setup
        channel = _first_channel(guild)
        if channel is not None:
            await setup.welcome(ref(guild.id), guild.name, ref(channel.id))
            return
        if guild.owner_id is None:
            return
        owner = await guild.fetch_member(guild.owner_id)
        arrival = Arrival(
            identity=ref(owner.id),
            name=owner.display_name,
            space=ref(guild.id),
            space_name=guild.name,
            locale=str(guild.preferred_locale),
        )
        person = await self.client.services.people.recognise(arrival)
        await setup.welcome_person(ref(guild.id), person)

    @group.command(name="toon", description="command-instellingen-toon")
    async def show(self, interaction: Interaction) -> None:
        """Show the settings, what is missing, and offer to make the channels."""
        with self.client.busy():
            think(interaction)
            person, guild = await person_of(interaction), guild_of(interaction)
            settings = await self.client.services.setup.look(person)
            found = await find_places(guild, settings.places)
            lines = [say(interaction, "setup-head"), *_place_lines(interaction, found)]
            lines.append(roles_text(interaction, settings))
            key = "language-en" if settings.language == "en" else "language-nl"
            language = say(interaction, key)
            lines.append(say(interaction, "setup-language", language=language))
            view = discord.ui.View(timeout=None)
            view.add_item(BuildButton(say(interaction, "setup-build-button")))
            staff = found.get(Place.STAFF)
            if staff is not None and not staffroom.look(staff, settings).is_right:
                lines += staff_lines(interaction, staff, settings)
                view.add_item(close_button(interaction, staff))
            lines += [lack_text(interaction, one) for one in lacking(guild.me, found, settings)]
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
        """Use another channel for something; for staff only one that is closed for others."""
        with self.client.busy():
            think(interaction)
            person, guild = await person_of(interaction), guild_of(interaction)
            setup, place = self.client.services.setup, Place(waarvoor.value)
            settings = await setup.look(person)
            if place is not Place.HELPDESK and isinstance(kanaal, discord.ForumChannel):
                await reply(interaction, say(interaction, "setup-no-forum"))
                return
            if place is Place.STAFF and staffroom.look(kanaal, settings).strangers:
                view = discord.ui.View(timeout=None)
                view.add_item(close_button(interaction, kanaal))
                lines = [
                    say(interaction, "setup-not-saved"),
                    *staff_lines(interaction, kanaal, settings),
                ]
                await reply(interaction, "\n".join(lines), view)
                return
            is_forum = isinstance(kanaal, discord.ForumChannel)
            places = {place: ref(kanaal.id)}
            await setup.put_places(person, places, start_marks(self.client), has_forum=is_forum)
            if isinstance(kanaal, discord.ForumChannel):
                await put_tags(self.client.services, kanaal, settings.language)
            found = {place: kanaal}
            lines = [say(interaction, "setup-saved"), *_closed_lines(interaction, found, settings)]
            missing = (one for one in lacking(guild.me, found, settings) if one.channel)
            lines += [lack_text(interaction, one) for one in missing]
            await reply(interaction, "\n".join(lines))

    @group.command(name="rollen", description="command-instellingen-rollen")
    async def roles(self, interaction: Interaction) -> None:
        """Say which roles are staff and admin."""
        with self.client.busy():
            person = await attend(interaction)
            settings = await self.client.services.setup.look(person)
            text = f"{say(interaction, 'setup-roles-how')}\n{roles_text(interaction, settings)}"
            await reply(interaction, text, roles_view(interaction, settings))

    @group.command(name="tijden", description="command-instellingen-tijden")
    async def hours(self, interaction: Interaction) -> None:
        """Show when the help desk is open and what it promises, and offer to change that."""
        with self.client.busy():
            await show_hours(interaction)

    @group.command(name="taal", description="command-instellingen-taal")
    @app_commands.describe(taal="option-setup-language")
    @app_commands.choices(taal=language_choices())
    async def language(self, interaction: Interaction, taal: app_commands.Choice[str]) -> None:
        """Choose the language of what everybody reads."""
        with self.client.busy():
            person = await attend(interaction)
            marks = start_marks(self.client)
            await self.client.services.setup.put_language(person, taal.value, marks)
            await reply(interaction, say(interaction, "setup-language-saved"))


def _place_lines(interaction: Interaction, found: Found) -> Iterable[str]:
    for place in Place:
        channel = found.get(place)
        yield say(
            interaction,
            "setup-place",
            place=say(interaction, f"setup-place-{place}"),
            channel=channel.mention if channel else f"#{NAMES[place]}",
            exists=channel is not None,
        )


def _closed_lines(
    interaction: Interaction, found: Found, settings: CommunitySettings
) -> Iterable[str]:
    staff = found.get(Place.STAFF)
    return staff_lines(interaction, staff, settings) if staff else ()


def _first_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel for system messages, or the first one where the bot may write."""
    ordered = [guild.system_channel, *sorted(guild.text_channels, key=lambda one: one.position)]
    return next((one for one in ordered if one is not None and _may_write(one)), None)


def _may_write(channel: discord.TextChannel) -> bool:
    mine = channel.permissions_for(channel.guild.me)
    return mine.view_channel and mine.send_messages
