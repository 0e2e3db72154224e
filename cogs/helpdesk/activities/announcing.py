"""`/activiteit`: announcing one with a form, and the list of what is coming."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.rights import Action
from bot.services.helpdesk import ActivityDraft
from cogs._client import Client, Interaction
from cogs._ui import SafeModal, attend, language_for, person_of, reply, say
from cogs.helpdesk.activities.cards import activity_text, coming_lines, deciding

FIELDS = (
    ("title", 100, True, "activities-form-name", "activities-form-name-hint"),
    ("when", 100, True, "activities-form-when", "activities-form-when-hint"),
    ("place", 150, True, "activities-form-place", "activities-form-place-hint"),
    ("about", 600, True, "activities-form-about", "activities-form-about-hint"),
    ("link", 200, False, "activities-form-link", "activities-form-link-hint"),
)
"""Each with its most characters, whether it is needed, its label and its hint."""


class ActivityForm(SafeModal):
    """The form of an activity."""

    pattern = re.compile(r"activity-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "activities-form-title"), custom_id="activity-form")
        for name, longest, needed, label, hint in FIELDS:
            style = discord.TextStyle.paragraph if name == "about" else discord.TextStyle.short
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, label)[:45],
                    description=say(interaction, hint)[:100],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, max_length=longest, required=needed
                    ),
                )
            )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it for staff to look at; staff themselves can post it at once."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        draft = ActivityDraft(**{name: str(values.get(name, "")) for name, *_ in FIELDS})
        activity = await services.activities.propose(person, draft)
        is_staff = person.may(Action.HANDLE_QUESTION)
        head = say(interaction, "activities-ready" if is_staff else "activities-with-staff")
        text = f"{activity_text(services, activity, language)}\n\n{head}"
        view = deciding(services, activity, language) if is_staff else None
        await reply(interaction, text, view)


class ActivitiesCog(commands.Cog):
    """`/activiteit`."""

    group = app_commands.Group(name="activiteit", description="command-activiteit")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="nieuw", description="command-activiteit-nieuw")
    async def new(self, interaction: Interaction) -> None:
        """Show the form to who may announce something."""
        with self.client.busy():
            person = await person_of(interaction)
            self.client.services.activities.check_announcer(person)
            await interaction.response.send_modal(ActivityForm(interaction))

    @group.command(name="lijst", description="command-activiteit-lijst")
    async def list_coming(self, interaction: Interaction) -> None:
        """What everybody may come to."""
        with self.client.busy():
            person = await attend(interaction)
            services = self.client.services
            found = await services.activities.coming(person.community_id)
            lines = coming_lines(services, found, language_for(interaction))
            await reply(interaction, "\n\n".join(lines))
