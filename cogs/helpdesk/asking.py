"""The ways to ask with a command or a button, and the own questions."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.helpdesk import Ask
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    PlainButton,
    SafeModal,
    attend,
    field,
    language_for,
    origin_of,
    person_of,
    ref,
    reply,
    say,
    shown,
    think,
)
from cogs.helpdesk.replies import reply_text, reply_view

LONGEST = 1500


class AskForm(SafeModal):
    """The form behind "Stel een vraag"."""

    pattern = re.compile(r"ask-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "helpdesk-form-title"), custom_id="ask-form")
        self.add_item(
            field(
                "question",
                say(interaction, "helpdesk-form-question"),
                discord.ui.TextInput(
                    style=discord.TextStyle.paragraph,
                    placeholder=say(interaction, "helpdesk-form-hint")[:100],
                    max_length=LONGEST,
                ),
            )
        )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "helpdesk-form-name")[:45],
                component=discord.ui.Select(
                    custom_id="anonymous",
                    required=False,
                    min_values=0,
                    options=[
                        discord.SelectOption(
                            label=say(interaction, "helpdesk-form-anonymous")[:100], value="yes"
                        )
                    ],
                ),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask."""
        anonymous = "yes" in values.get("anonymous", [])
        await ask(interaction, str(values.get("question", "")), anonymous=anonymous)


class AskQuestionButton(PlainButton, Button, template=r"ask"):
    """Ask a question."""

    noun = "ask"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(AskForm(interaction))


class MineButton(PlainButton, Button, template=r"mine"):
    """See the own questions."""

    noun = "mine"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """List them."""
        await mine(interaction)


async def ask(interaction: Interaction, text: str, *, anonymous: bool) -> None:
    """Ask in private; an urgent referral is told before anything can fail."""
    services = interaction.client.services
    urgent = [r for r in services.helpdesk.heed(text) if r.is_private]
    if urgent:
        language = services.helpdesk.spoken(text, language_for(interaction))
        await reply(interaction, "\n\n".join(referral.said(language) for referral in urgent))
    else:
        think(interaction)
    person = await person_of(interaction)
    asked_in = ref(interaction.channel_id) if interaction.guild and interaction.channel_id else None
    found = await services.helpdesk.ask(
        person,
        Ask(origin=origin_of(interaction), text=text, anonymous=anonymous, asked_in=asked_in),
    )
    language = services.helpdesk.spoken(text, language_for(interaction))
    view = reply_view(services, found, language)
    rest = reply_text(services, found, language, told=bool(urgent))
    if rest:
        await reply(interaction, rest, view)


async def mine(interaction: Interaction) -> None:
    """Own questions with their state and answers."""
    person = await attend(interaction)
    questions = (await interaction.client.services.own.mine(person)).questions
    lines = [
        say(
            interaction,
            "helpdesk-mine-line",
            number=question.id,
            text=shown(question.text, 120),
            state=say(interaction, f"helpdesk-state-{question.state}"),
            asked_at=question.asked_at,
        )
        + "".join(f"\n> {shown(answer, 400)}" for answer in question.answers)
        for question in questions
    ]
    await reply(interaction, "\n\n".join(lines) or say(interaction, "helpdesk-mine-none"))


class HelpDeskCog(commands.Cog):
    """`/vraag`."""

    group = app_commands.Group(name="vraag", description="command-vraag")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="stel", description="command-vraag-stel")
    @app_commands.describe(tekst="option-question", anoniem="option-anonymous")
    async def ask(
        self,
        interaction: Interaction,
        tekst: app_commands.Range[str, 1, LONGEST],
        anoniem: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
    ) -> None:
        """Ask a question."""
        with self.client.busy():
            await ask(interaction, tekst, anonymous=anoniem)

    @group.command(name="mijn", description="command-vraag-mijn")
    async def mine(self, interaction: Interaction) -> None:
        """Own questions."""
        with self.client.busy():
            await mine(interaction)
