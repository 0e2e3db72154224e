"""Asking another group to meet: the button, the form, and taking the request back."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.services.matching import CollectiveCard, IntroductionNotFound
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeModal,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.matching.answering import AgainButton, answer_view, reach_field


class IntroduceForm(SafeModal):
    """The form of a request: for which own group, a few words, and how to be reached."""

    pattern = re.compile(r"introduce-form:(?P<id>\d{1,18})")

    def __init__(
        self, interaction: Interaction, to_id: int, own: tuple[CollectiveCard, ...], reach: str
    ) -> None:
        super().__init__(
            title=say(interaction, "matching-request-title"), custom_id=f"introduce-form:{to_id}"
        )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "matching-request-from")[:45],
                component=discord.ui.Select(
                    custom_id="from",
                    options=[
                        discord.SelectOption(
                            label=card.name[:100], value=str(card.id), default=place == 0
                        )
                        for place, card in enumerate(own[:25])
                    ],
                ),
            )
        )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "matching-request-note")[:45],
                description=say(interaction, "matching-request-note-hint")[:100],
                component=discord.ui.TextInput(
                    custom_id="note",
                    style=discord.TextStyle.paragraph,
                    max_length=300,
                    required=False,
                ),
            )
        )
        self.add_item(reach_field(interaction, reach))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask."""
        person = await attend(interaction)
        chosen = [str(one) for one in values.get("from", [])]
        if len(chosen) != 1 or not re.fullmatch(r"\d{1,18}", chosen[0]):
            raise IntroductionNotFound
        asked = await interaction.client.services.matching.introductions.request(
            person,
            int(chosen[0]),
            int(match["id"]),
            note=str(values.get("note", "")),
            reach=str(values.get("reach", "")),
        )
        name = shown(asked.to.name, 80)
        if asked.is_theirs:
            view = answer_view(interaction.client.services, asked.id, language_for(interaction))
            await reply(interaction, say(interaction, "matching-they-asked", name=name), view)
            return
        key = "matching-requested" if asked.to.has_contact else "matching-requested-no-contact"
        view = discord.ui.View(timeout=None)
        view.add_item(AgainButton(asked.id, say(interaction, "matching-answer-button")))
        await reply(interaction, say(interaction, key, name=name, until=asked.expires_at), view)


class IntroduceButton(NumberButton, Button, template=numbered("introduce")):
    """Ask a group to meet."""

    noun = "introduce"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Show the form to who speaks for a group."""
        person = await person_of(interaction)
        matching = interaction.client.services.matching
        await matching.introductions.may_ask(person, self.id_)
        own = await matching.profiles.mine(person)
        reach = await matching.profiles.reach(person, own[0].id) if own else ""
        await interaction.response.send_modal(IntroduceForm(interaction, self.id_, own, reach))


class WithdrawButton(NumberButton, Button, template=numbered("introduction-withdraw")):
    """Take a request back."""

    noun = "introduction-withdraw"

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        person = await attend(interaction)
        await interaction.client.services.matching.introductions.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "matching-withdrawn"))
