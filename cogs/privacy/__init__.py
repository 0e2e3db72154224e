"""Own data on Discord: `/mijn-gegevens`, `/vergeet-mij`, `/privacy` and `/taal`."""

import io
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import DomainError
from bot.services.privacy import NothingKept, as_json, page
from cogs._client import Client, Interaction
from cogs._commands import language_choices
from cogs._ui import Button, PlainButton, person_of, ref, reply, say, think
from cogs.privacy.holding import (
    DecideButton,
    HoldButton,
    hold_view,
    render_decided,
    render_restriction,
)
from cogs.privacy.recognising import recognise_known
from cogs.privacy.reminding import render_erased, render_reminder

NOTICE: Final = (
    "who",
    "what",
    "why",
    "basis",
    "long",
    "seen",
    "discord",
    "votes",
    "rights",
    "young",
    "complain",
)


class EraseButton(PlainButton, Button, template=r"privacy-erase"):
    """The confirmation under `/vergeet-mij`."""

    noun = "privacy-erase"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Erase whoever presses."""
        think(interaction)
        await recognise_known(interaction)
        done = await interaction.client.services.privacy.erase(ref(interaction.user.id))
        await reply(interaction, say(interaction, "privacy-done", code=done.code))


class PrivacyCog(commands.Cog):
    """The commands."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="mijn-gegevens", description="command-mijn-gegevens")
    async def look(self, interaction: Interaction) -> None:
        """Give everything that is kept, as two files."""
        with self.client.busy():
            think(interaction)
            services = self.client.services
            if not await services.privacy.knows(ref(interaction.user.id)):
                await reply(interaction, say(interaction, "privacy-none-now"))
                return
            person = await person_of(interaction)
            dossier = await services.privacy.look(person)
            restrictions = await services.privacy.restrictions.of(person)
            files = [
                _file("mijn-gegevens.txt", page(services.texts, dossier, person.language)),
                _file("mijn-gegevens.json", as_json(services.texts, dossier, person.language)),
            ]
            view = hold_view(services.texts, restrictions, person.language)
            await reply(interaction, say(interaction, "privacy-file"), view, files)

    @app_commands.command(name="vergeet-mij", description="command-vergeet-mij")
    async def forget(self, interaction: Interaction) -> None:
        """Say what goes and what stays, and ask for a yes."""
        with self.client.busy():
            think(interaction)
            if not await self.client.services.privacy.knows(ref(interaction.user.id)):
                raise NothingKept
            await recognise_known(interaction)
            view = discord.ui.View(timeout=None)
            view.add_item(EraseButton(say(interaction, "privacy-erase-button")))
            await reply(interaction, say(interaction, "privacy-ask"), view)

    @app_commands.command(name="privacy", description="command-privacy")
    async def notice(self, interaction: Interaction) -> None:
        """Show the notice; works without a database."""
        with self.client.busy():
            think(interaction)
            try:
                await recognise_known(interaction)
            except DomainError:
                interaction.extras.pop("person", None)
            contact = self.client.services.privacy.contact or "none"
            paragraphs = [
                say(interaction, f"privacy-notice-{part}", contact=contact) for part in NOTICE
            ]
            await reply(interaction, "\n\n".join(paragraphs))

    @app_commands.command(name="taal", description="command-taal")
    @app_commands.describe(keuze="option-language")
    @app_commands.choices(keuze=language_choices())
    async def language(self, interaction: Interaction, keuze: app_commands.Choice[str]) -> None:
        """Choose a language."""
        with self.client.busy():
            think(interaction)
            services = self.client.services
            await services.people.choose_language(await person_of(interaction), keuze.value)
            await person_of(interaction)
            await reply(interaction, say(interaction, "privacy-language-set"))


def _file(name: str, text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode()), name)


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(EraseButton, HoldButton, DecideButton)
    client.renderers |= {
        "privacy-erased": render_erased,
        "privacy-reminder": render_reminder,
        "privacy-restriction": render_restriction,
        "privacy-decided": render_decided,
    }
    await client.add_cog(PrivacyCog(client))
