"""One short question back, with a button for each answer and one to skip it."""

import re
from typing import Any

import discord

from bot.services.helpdesk.facets import UNSAID
from cogs._client import Interaction, Services
from cogs._ui import Button, SafeButton, attend, language_for, reply, say


class BackButton(
    SafeButton,
    Button,
    template=r"back:(?P<id>\d{1,18}):(?P<facet>tenure|place|form):(?P<value>[a-z]{1,12})",
):
    """Tell the help desk who asks: tenant or owner, village or district, with or without form."""

    def __init__(self, question_id: int, facet: str, value: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.secondary
                if value == UNSAID
                else discord.ButtonStyle.primary,
                custom_id=f"back:{question_id}:{facet}:{value}",
            )
        )
        self.question_id, self.facet, self.value = question_id, facet, value

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "BackButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), match["facet"], match["value"])

    async def press(self, interaction: Interaction) -> None:
        """Keep it and show the answer as it is for this asker."""
        from cogs.helpdesk.replies import reply_text, reply_view  # they show this button

        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        await services.answers.contexts.tell(person, self.question_id, self.facet, self.value)
        found = await services.helpdesk.read(person, self.question_id)
        thanks = "helpdesk-back-skipped" if self.value == UNSAID else "helpdesk-back-thanks"
        said = f"{say(interaction, thanks)}\n\n{reply_text(services, found, language)}"
        await reply(interaction, said, reply_view(services, found, language))


def back_buttons(
    services: Services, question_id: int, facet: str, language: str
) -> list[discord.ui.Item[Any]]:
    """The answers to the one question back, and a way past it."""
    text = services.texts.text
    values = (*services.answers.facets.values(facet), UNSAID)
    return [
        BackButton(question_id, facet, value, text(f"helpdesk-back-{value}", language))
        for value in values
    ]
