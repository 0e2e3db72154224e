"""The staff channel: a card for each question, to claim and to answer."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeModal,
    attend,
    field,
    numbered,
    origin_of,
    reply,
    say,
    shown,
)

LONGEST = 1500
SHOWN = 1000
"""Characters of a question on its card; who takes it on reads the rest."""


class ClaimButton(NumberButton, Button, template=numbered("question-claim")):
    """Take a question on."""

    noun = "question-claim"

    async def press(self, interaction: Interaction) -> None:
        """Claim it."""
        person = await attend(interaction)
        await interaction.client.services.staffdesk.claim(person, self.id_)
        card = await interaction.client.services.staffdesk.card(self.id_)
        said = say(interaction, "helpdesk-you-claimed", number=self.id_)
        if len(card.text) > SHOWN:
            said += f"\n> {shown(card.text, 2 * len(card.text))}"
        await reply(interaction, said)


class AnswerButton(NumberButton, Button, template=numbered("question-answer")):
    """Answer a question."""

    noun = "question-answer"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(AnswerForm(interaction, self.id_))


class AnswerForm(SafeModal):
    """The form for an answer."""

    pattern = re.compile(r"answer-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "helpdesk-answer-title", number=question_id),
            custom_id=f"answer-form:{question_id}",
        )
        self.add_item(
            field(
                "answer",
                say(interaction, "helpdesk-answer-label"),
                discord.ui.TextInput(style=discord.TextStyle.paragraph, max_length=LONGEST),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Send the answer to the asker."""
        person = await attend(interaction)
        number = int(match["id"])
        await interaction.client.services.staffdesk.answer(
            person, number, str(values.get("answer", "")), origin_of(interaction)
        )
        await reply(interaction, say(interaction, "helpdesk-you-answered", number=number))


class StaffCog(commands.Cog):
    """`/vragen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="vragen", description="command-vragen")
    async def waiting(self, interaction: Interaction) -> None:
        """Questions that wait for a person."""
        with self.client.busy():
            person = await attend(interaction)
            cards = await self.client.services.staffdesk.waiting(person)
            lines = [
                say(
                    interaction,
                    "helpdesk-waiting-line",
                    number=card.id,
                    text=shown(card.text, 120),
                    asked_at=card.asked_at,
                    by=card.claimed_by or "-",
                )
                for card in cards
            ]
            await reply(interaction, "\n".join(lines) or say(interaction, "helpdesk-waiting-none"))


async def render_staff_question(services: Services, delivery: Delivery) -> Rendering:
    """The card of a question."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    text, language = services.texts.text, delivery.language
    themes = tuple(services.helpdesk.theme(theme, language) for theme in card.themes)
    lines = [
        text(
            "helpdesk-card",
            language,
            number=card.id,
            asker=shown(card.asker, 60) or text("helpdesk-anonymous", language),
            asked_at=card.asked_at,
            themes=themes or (text("helpdesk-no-theme", language),),
        ),
        f"> {shown(card.text, SHOWN)}",
        text(
            "helpdesk-card-state",
            language,
            state=text(f"helpdesk-state-{card.state}", language),
            by=shown(card.claimed_by, 60) or "-",
        ),
    ]
    if card.referral:
        lines.append(text("helpdesk-card-referral", language, rule=card.referral))
    lines += [f"> {shown(answer, 400)}" for answer in card.answers]

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        if card.state in ("open", "claimed"):
            view.add_item(ClaimButton(card.id, text("helpdesk-claim-button", language)))
            view.add_item(AnswerButton(card.id, text("helpdesk-answer-button", language)))
        return view

    return Rendering("\n".join(lines)[:2000], view=view)


async def render_limit(services: Services, delivery: Delivery) -> Rendering:
    """The note about somebody who asks a lot."""
    card = await services.staffdesk.card(int(delivery.facts["question"]))
    text, language = services.texts.text, delivery.language
    who = shown(card.asker, 60) or text("helpdesk-anonymous", language)
    return Rendering(text("helpdesk-asks-a-lot", language, name=who, number=card.id))
