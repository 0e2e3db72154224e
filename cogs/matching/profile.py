"""`/collectief`: make, change and show the profile of a group, and who speaks for it."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.matching import CollectiveCard
from cogs._client import Client, Interaction
from cogs._ui import NumberButton, arrival_of, attend, person_of, reply, say, shown
from cogs.matching.editing import ProfileForm
from cogs.matching.groups import EditButton, ShowButton, edit, show_card


class ProfileCog(commands.Cog):
    """`/collectief`."""

    group = app_commands.Group(name="collectief", description="command-collectief")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="maak", description="command-collectief-maak")
    async def make(self, interaction: Interaction) -> None:
        """Show the form for a new group."""
        await interaction.response.send_modal(ProfileForm(interaction))

    @group.command(name="wijzig", description="command-collectief-wijzig")
    @app_commands.describe(groep="option-collective")
    async def change(
        self, interaction: Interaction, groep: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        """Show the form with what is there."""
        with self.client.busy():
            person = await person_of(interaction)
            profiles = self.client.services.matching.profiles
            if groep is None:
                cards = await profiles.mine(person)
            else:
                cards = await profiles.named(person, groep)
            if len(cards) == 1:
                await edit(interaction, person, cards[0])
            else:
                await self._choose(interaction, cards, EditButton, by_name=groep is not None)

    @group.command(name="toon", description="command-collectief-toon")
    @app_commands.describe(groep="option-collective")
    async def show(
        self, interaction: Interaction, groep: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        """Show the own group, or one with this name."""
        with self.client.busy():
            person = await attend(interaction)
            profiles = self.client.services.matching.profiles
            if groep is None:
                cards = await profiles.mine(person)
            else:
                cards = await profiles.named(person, groep)
            if len(cards) == 1:
                await show_card(interaction, person, cards[0])
            else:
                await self._choose(interaction, cards, ShowButton, by_name=groep is not None)

    @group.command(name="contact", description="command-collectief-contact")
    @app_commands.describe(wie="option-collective-person", groep="option-collective")
    @app_commands.guild_only()
    async def contact(
        self,
        interaction: Interaction,
        wie: discord.Member,
        groep: app_commands.Range[str, 1, 80] | None = None,
    ) -> None:
        """Let somebody else speak for the group too."""
        with self.client.busy():
            person = await attend(interaction)
            services = self.client.services
            profiles = services.matching.profiles
            cards = (
                await profiles.mine(person)
                if groep is None
                else await profiles.named(person, groep)
            )
            if wie.bot:
                await reply(interaction, say(interaction, "matching-contact-bot"))
                return
            if len(cards) != 1:
                await self._choose(interaction, cards, ShowButton, by_name=groep is not None)
                return
            arrival = await arrival_of(self.client, wie, str(interaction.guild_locale or "nl"))
            other = await services.people.recognise(arrival)
            card = await profiles.add_contact(person, cards[0].id, other)
            name = shown(card.name, 80)
            text = say(interaction, "matching-contact-done", name=name, who=shown(other.name, 60))
            await reply(interaction, text)

    async def _choose(
        self,
        interaction: Interaction,
        cards: tuple[CollectiveCard, ...],
        button: type[NumberButton],
        *,
        by_name: bool = False,
    ) -> None:
        if not cards:
            key = "matching-none-named" if by_name else "matching-none-own"
            await reply(interaction, say(interaction, key))
            return
        view = discord.ui.View(timeout=None)
        for card in cards:
            item: Any = button(card.id, shown(card.name, 70))
            view.add_item(item)
        await reply(interaction, say(interaction, "matching-choose"), view)
