"""`/vragen`: what waits for a person, and any question by its number, with the keyboard."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from cogs._client import Client, Interaction
from cogs._ui import SafeButton, attend, language_for, reply, say, shown
from cogs.helpdesk.staff._place import view_of
from cogs.helpdesk.staff.cards import card_text, card_view


class StaffCog(commands.Cog):
    """`/vragen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="vragen", description="command-vragen")
    @app_commands.describe(nummer="option-question-number")
    async def waiting(
        self, interaction: Interaction, nummer: app_commands.Range[int, 1, 10**9] | None = None
    ) -> None:
        """Questions that wait for a person, or the card of one."""
        with self.client.busy():
            if nummer is not None:
                await open_card(interaction, nummer)
                return
            await _list(interaction)


async def _list(interaction: Interaction) -> None:
    person = await attend(interaction)
    services, now = interaction.client.services, interaction.client.services.clock.now()
    cards = await services.staffdesk.waiting(person)
    if not cards:
        await reply(interaction, say(interaction, "helpdesk-waiting-none"))
        return
    lines = [
        say(
            interaction,
            "staffdesk-list-line",
            number=card.id,
            text=shown(card.text, 60),
            age_s=max(60, (now - card.asked_at).total_seconds()),
            state=card.state,
            by=shown(card.claimed_by, 30) or "-",
        )
        for card in cards
    ]
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id="question-pick",
        placeholder=say(interaction, "staffdesk-list-pick")[:150],
        options=[
            discord.SelectOption(
                label=say(interaction, "staffdesk-list-label", number=card.id)[:100],
                description=shown(card.text, 100)[:100] or None,
                value=str(card.id),
            )
            for card in cards
        ],
    )
    await reply(interaction, "\n".join(lines), view_of([QuestionSelect(menu)]))


class QuestionSelect(
    SafeButton, discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"question-pick"
):
    """One of the questions that wait."""

    def __init__(self, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id="question-pick"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> "QuestionSelect":
        """The menu behind a custom_id."""
        return cls()

    async def press(self, interaction: Interaction) -> None:
        """Show its card."""
        values = [str(value) for value in (interaction.data or {}).get("values", [])]
        number = int(values[0]) if values and re.fullmatch(r"\d{1,18}", values[0]) else 0
        await open_card(interaction, number)


async def open_card(interaction: Interaction, question_id: int) -> None:
    """The card of a question for this person alone, with the same buttons."""
    person = await attend(interaction)
    services, language = interaction.client.services, language_for(interaction)
    card = (await services.staffdesk.look(person, question_id)).card
    text, view = card_text(services, card, language), card_view(services, card, language)
    await reply(interaction, text, view)
