"""Own data on Discord: `/mijn-gegevens`, `/vergeet-mij`, `/privacy` and `/taal`."""

import io
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import DomainError
from bot.outbox import Delivery
from bot.people import NoCommunity
from bot.services.privacy import Dossier, Entry, NothingKept
from bot.services.privacy.views import HIDDEN
from bot.texts import Texts
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    PlainButton,
    person_of,
    ref,
    reply,
    say,
    think,
)

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
        await think(interaction)
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
            await think(interaction)
            services = self.client.services
            if not await services.privacy.knows(ref(interaction.user.id)):
                await reply(interaction, say(interaction, "privacy-none-now"))
                return
            person = await person_of(interaction)
            dossier = await services.privacy.look(person)
            files = [
                _file("mijn-gegevens.txt", page(services.texts, dossier, person.language)),
                _file("mijn-gegevens.json", as_json(services.texts, dossier, person.language)),
            ]
            await reply(interaction, say(interaction, "privacy-file"), files=files)

    @app_commands.command(name="vergeet-mij", description="command-vergeet-mij")
    async def forget(self, interaction: Interaction) -> None:
        """Say what goes and what stays, and ask for a yes."""
        with self.client.busy():
            await think(interaction)
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
            await think(interaction)
            try:
                await recognise_known(interaction)
            except DomainError:
                interaction.extras.pop("person", None)
            paragraphs = [say(interaction, f"privacy-notice-{part}") for part in NOTICE]
            await reply(interaction, "\n\n".join(paragraphs))

    @app_commands.command(name="taal", description="command-taal")
    @app_commands.describe(keuze="option-language")
    @app_commands.choices(
        keuze=[
            app_commands.Choice(name="language-nl", value="nl"),
            app_commands.Choice(name="language-en", value="en"),
        ]
    )
    async def language(self, interaction: Interaction, keuze: app_commands.Choice[str]) -> None:
        """Choose a language."""
        with self.client.busy():
            await think(interaction)
            services = self.client.services
            await services.people.choose_language(await person_of(interaction), keuze.value)
            await person_of(interaction)
            await reply(interaction, say(interaction, "privacy-language-set"))


async def recognise_known(interaction: Interaction) -> None:
    """Find out the language of somebody who is known; a stranger stays one."""
    if await interaction.client.services.privacy.knows(ref(interaction.user.id)):
        try:
            await person_of(interaction)
        except NoCommunity:
            # The right to be forgotten does not hang on a community.
            interaction.extras.pop("person", None)


def page(texts: Texts, dossier: Dossier, language: str) -> str:
    """Everything as a person reads it."""
    lines = [texts.text("privacy-page-title", language, at=dossier.made_at)]
    for section in dossier.sections:
        table = section.table
        lines += ["", texts.text(f"privacy-table-{table}", language).upper()]
        how = texts.text(f"privacy-keep-{table}", language)
        lines.append(texts.text("privacy-page-kept", language, how=how))
        who = texts.text(f"privacy-seen-{table}", language)
        lines.append(texts.text("privacy-page-seen", language, who=who))
        for entry in section.entries:
            lines += _entry_lines(texts, entry, language)
    return "\n".join(lines) + "\n"


def _entry_lines(texts: Texts, entry: Entry, language: str) -> list[str]:
    labels = frozenset(texts.keys("nl"))
    lines: list[str] = []
    for name, value in entry.values.items():
        key = f"privacy-field-{name}"
        if key not in labels or value is None or value == "":
            continue
        told = _said(texts, value, language)
        label = texts.text(key, language)
        lines.append("- " + texts.text("privacy-page-line", language, label=label, value=told))
    if entry.until is not None:
        lines.append("  " + texts.text("privacy-page-until", language, at=entry.until))
    return lines


def _said(texts: Texts, value: object, language: str) -> object:
    if value == HIDDEN:
        return texts.text("privacy-page-of-other", language)
    return value if isinstance(value, datetime | date | int) else str(value)


def as_json(texts: Texts, dossier: Dossier, language: str) -> str:
    """Everything for a computer: each row with its term and who sees it."""
    hidden = texts.text("privacy-page-of-other", language)

    def plain(value: object) -> object:
        if value == HIDDEN:
            return hidden
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return {str(key): plain(one) for key, one in value.items()}
        return value

    told = {
        "made_at": dossier.made_at.isoformat(),
        "tables": [
            {
                "table": section.table,
                "kept": texts.text(f"privacy-keep-{section.table}", language),
                "seen_by": texts.text(f"privacy-seen-{section.table}", language),
                "rows": [
                    {"until": plain(entry.until), "values": plain(entry.values)}
                    for entry in section.entries
                ],
            }
            for section in dossier.sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _file(name: str, text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode()), name)


async def render_erased(services: Services, delivery: Delivery) -> Rendering:
    """What stands in the place of a message about somebody who was erased."""
    return Rendering(
        services.texts.text("privacy-erased-message", delivery.language),
        view=lambda: discord.ui.View(timeout=None),
    )


async def render_reminder(services: Services, delivery: Delivery) -> Rendering:
    """The note before somebody who is silent is erased."""
    days = int(delivery.facts["days"])
    return Rendering(services.texts.text("privacy-reminder", delivery.language, days=days))


async def setup(client: Client) -> None:
    """Called by discord.py."""
    client.add_dynamic_items(EraseButton)
    client.renderers |= {"privacy-erased": render_erased, "privacy-reminder": render_reminder}
    await client.add_cog(PrivacyCog(client))
