"""`/succes`: a group tells what worked, in three short questions; everybody reads it."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.matching import CollectiveCard, SuccessDraft, SuccessNoGroup
from cogs._client import Client, Interaction
from cogs._ui import Button, PlainButton, SafeModal, attend, person_of, reply, say, shown
from cogs.matching.cards import theme_choices
from cogs.matching.groups import MakeButton
from cogs.matching.successes.photos import SuccessPhotoButton
from cogs.matching.successes.reading import ReadSuccessButton, WithdrawSuccessButton, line_of

FIELDS = (
    ("what", 200, True),
    ("how", 1000, True),
    ("otherwise", 600, False),
    ("abroad", 400, False),
)
MOST_SHOWN = 5


class SuccessForm(SafeModal):
    """The form of a success: three questions, and one for an example from abroad."""

    pattern = re.compile(r"success-form")

    def __init__(self, interaction: Interaction, own: tuple[CollectiveCard, ...]) -> None:
        super().__init__(title=say(interaction, "success-title"), custom_id="success-form")
        options = [
            discord.SelectOption(label=card.name[:100], value=str(card.id), default=place == 0)
            for place, card in enumerate(own[:25])
        ]
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "matching-request-from")[:45],
                component=discord.ui.Select(custom_id="from", options=options),
            )
        )
        for name, longest, needed in FIELDS:
            style = discord.TextStyle.short if name == "what" else discord.TextStyle.paragraph
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, f"success-form-{name}")[:45],
                    description=say(interaction, f"success-form-{name}-hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, max_length=longest, required=needed
                    ),
                )
            )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it for staff to look at."""
        person = await attend(interaction)
        chosen = [str(one) for one in values.get("from", [])]
        if len(chosen) != 1 or not re.fullmatch(r"\d{1,18}", chosen[0]):
            raise SuccessNoGroup
        draft = SuccessDraft(**{name: str(values.get(name, "")) for name, _, _ in FIELDS})
        successes = interaction.client.services.matching.successes
        shared = await successes.share(person, int(chosen[0]), draft)
        view = discord.ui.View(timeout=None)
        view.add_item(SuccessPhotoButton(shared.id, say(interaction, "success-photo-button")))
        view.add_item(WithdrawSuccessButton(shared.id, say(interaction, "success-withdraw-button")))
        await reply(interaction, say(interaction, "success-shared", what=shown(shared.what)), view)


class ShareSuccessButton(PlainButton, Button, template=r"success-share"):
    """Tell what worked."""

    noun = "success-share"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await share(interaction)


async def share(interaction: Interaction) -> None:
    """Show the form to who speaks for a group; others read how they come that far."""
    person = await person_of(interaction)
    own = await interaction.client.services.matching.profiles.mine(person)
    if own:
        await interaction.response.send_modal(SuccessForm(interaction, own))
        return
    view = discord.ui.View(timeout=None)
    view.add_item(MakeButton(say(interaction, "matching-make-button")))
    await reply(interaction, say(interaction, "success-no-group"), view)


class SuccessCog(commands.Cog):
    """`/succes`."""

    group = app_commands.Group(name="succes", description="command-succes")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="deel", description="command-succes-deel")
    async def share(self, interaction: Interaction) -> None:
        """Show the form."""
        with self.client.busy():
            await share(interaction)

    @group.command(name="lijst", description="command-succes-lijst")
    @app_commands.describe(thema="option-find-theme")
    async def newest(
        self, interaction: Interaction, thema: app_commands.Range[str, 1, 60] = ""
    ) -> None:
        """The newest successes."""
        with self.client.busy():
            person = await attend(interaction)
            matching = self.client.services.matching
            found = await matching.stories.newest(person.community_id, thema)
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "success-list" if found else "success-none")]
            for place, one in enumerate(found[:MOST_SHOWN], start=1):
                lines.append(f"{place}. {line_of(one)}")
                view.add_item(
                    ReadSuccessButton(one.id, say(interaction, "groups-show", number=place))
                )
            view.add_item(ShareSuccessButton(say(interaction, "success-share-button")))
            await reply(interaction, "\n\n".join(lines), view)

    @newest.autocomplete("thema")
    async def themes(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """The themes that have these letters in their name."""
        return theme_choices(interaction, current)

    @group.command(name="mijn", description="command-succes-mijn")
    async def mine(self, interaction: Interaction) -> None:
        """The successes of the own groups, to take back."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.matching.successes.mine(person)
            there = [one for one in found if one.state != "withdrawn"]
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "success-mine" if there else "success-none-own")]
            for place, one in enumerate(there[:MOST_SHOWN], start=1):
                state = say(interaction, f"success-state-{one.state}", reason=shown(one.reason))
                lines.append(f"{place}. {line_of(one)}\n{state}")
                label = say(interaction, "success-withdraw-number", number=place)
                view.add_item(WithdrawSuccessButton(one.id, label))
            view.add_item(ShareSuccessButton(say(interaction, "success-share-button")))
            await reply(interaction, "\n\n".join(lines), view)
