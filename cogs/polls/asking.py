"""Asking the community on Discord: the form, its button, and the commands."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.polls import Draft
from cogs._client import Client, Interaction
from cogs._ui import Button, PlainButton, SafeModal, attend, origin_of, person_of, reply, say, shown


class PollForm(SafeModal):
    """The form behind the button "Start een peiling"."""

    pattern = re.compile(r"poll-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "polls-form-title"), custom_id="poll-form")
        for name, style, longest, needed in (
            ("question", discord.TextStyle.short, 300, True),
            ("options", discord.TextStyle.paragraph, 2000, True),
            ("deadline", discord.TextStyle.short, 60, True),
            ("purpose", discord.TextStyle.short, 300, False),
        ):
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, f"polls-form-{name}"),
                    description=say(interaction, f"polls-form-{name}-hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, max_length=longest, required=needed
                    ),
                )
            )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "polls-form-kind"),
                component=discord.ui.Select(
                    custom_id="kind",
                    max_values=2,
                    min_values=0,
                    required=False,
                    options=[
                        discord.SelectOption(
                            label=say(interaction, "polls-form-multiple"), value="m"
                        ),
                        discord.SelectOption(label=say(interaction, "polls-form-named"), value="n"),
                    ],
                ),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: dict[str, Any], match: re.Match[str]
    ) -> None:
        """Open the poll."""
        await open_poll(
            interaction,
            Draft(
                origin=origin_of(interaction),
                question=values["question"],
                options=options_in(values["options"]),
                deadline=values["deadline"],
                multiple="m" in values.get("kind", []),
                anonymous="n" not in values.get("kind", []),
                purpose=values.get("purpose", ""),
            ),
        )


class StartPollButton(PlainButton, Button, template=r"poll-start"):
    """The button on the start message."""

    noun = "poll-start"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await show_form(interaction)


async def show_form(interaction: Interaction) -> None:
    """Show the form to who may start a poll; others hear who may before they fill anything in."""
    person = await person_of(interaction)
    interaction.client.services.polls.check_starter(person)
    await interaction.response.send_modal(PollForm(interaction))


def options_in(text: str) -> list[str]:
    """The choices that somebody typed, each on a line of its own or with a sign in between."""
    return [part for part in re.split(r"[;\n|]", text) if part.strip()]


async def open_poll(interaction: Interaction, draft: Draft) -> None:
    """Open a poll and say what was understood."""
    person = await attend(interaction)
    card = await interaction.client.services.polls.open(person, draft)
    await reply(
        interaction,
        say(
            interaction,
            "polls-opened",
            question=shown(card.question),
            closes_at=card.closes_at,
            options=len(card.options),
            number=card.id,
        ),
    )


class PollsCog(commands.Cog):
    """The commands of polls."""

    group = app_commands.Group(name="peiling", description="command-peiling")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="nieuw", description="command-peiling-nieuw")
    @app_commands.describe(
        vraag="option-poll-question",
        keuzes="option-poll-options",
        tot="option-poll-deadline",
        meer="option-poll-multiple",
        op_naam="option-poll-named",
    )
    async def new(
        self,
        interaction: Interaction,
        vraag: app_commands.Range[str, 5, 300],
        keuzes: app_commands.Range[str, 3, 2000],
        tot: app_commands.Range[str, 1, 60],
        meer: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
        op_naam: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Open a poll in one line."""
        with self.client.busy():
            draft = Draft(
                origin=origin_of(interaction),
                question=vraag,
                options=options_in(keuzes),
                deadline=tot,
                multiple=meer,
                anonymous=not op_naam,
            )
            await open_poll(interaction, draft)

    @group.command(name="formulier", description="command-peiling-formulier")
    async def form(self, interaction: Interaction) -> None:
        """Open a poll with a form."""
        with self.client.busy():
            await show_form(interaction)

    @group.command(name="lijst", description="command-peiling-lijst")
    async def list(self, interaction: Interaction) -> None:
        """Show what is open."""
        with self.client.busy():
            person = await attend(interaction)
            cards = await self.client.services.polls.current(person)
            lines = [
                say(
                    interaction,
                    "polls-list-line",
                    number=card.id,
                    question=shown(card.question, 100),
                    closes_at=card.closes_at,
                )
                for card in cards
            ]
            await reply(interaction, "\n".join(lines) or say(interaction, "polls-none-open"))

    @group.command(name="stop", description="command-peiling-stop")
    @app_commands.describe(nummer="option-poll-number")
    async def stop(self, interaction: Interaction, nummer: int) -> None:
        """End a poll without a result."""
        with self.client.busy():
            person = await attend(interaction)
            await self.client.services.polls.stop(person, nummer)
            await reply(interaction, say(interaction, "polls-stopped", number=nummer))
