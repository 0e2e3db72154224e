"""`/beleidsbericht`: write, go on, correct, take back, and the list."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.alerts import LONGEST, State
from cogs._client import Client, Interaction
from cogs._ui import attend, language_for, person_of, reply, say, shown
from cogs.alerts.approval import RetractButton
from cogs.alerts.forms import AlertForm
from cogs.alerts.preview import show_draft
from cogs.alerts.reading import until_text


class WritingCog(commands.Cog):
    """`/beleidsbericht`."""

    group = app_commands.Group(name="beleidsbericht", description="command-beleidsbericht")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="schrijf", description="command-beleidsbericht-schrijf")
    async def write(self, interaction: Interaction) -> None:
        """Write a new message."""
        with self.client.busy():
            person = await person_of(interaction)
            await self.client.services.alert_drafts.latest(person)
            await interaction.response.send_modal(AlertForm(interaction, "new"))

    @group.command(name="verder", description="command-beleidsbericht-verder")
    @app_commands.describe(nummer="option-alert-number")
    async def go_on(self, interaction: Interaction, nummer: int) -> None:
        """Go on with a draft."""
        with self.client.busy():
            person = await attend(interaction)
            await show_draft(
                interaction, await self.client.services.alert_drafts.look(person, nummer)
            )

    @group.command(name="verbeter", description="command-beleidsbericht-verbeter")
    @app_commands.describe(nummer="option-alert-number")
    async def correct(self, interaction: Interaction, nummer: int) -> None:
        """Write other words for a message, sent or not."""
        with self.client.busy():
            person = await person_of(interaction)
            alert = await self.client.services.alert_drafts.look(person, nummer)
            kind = "correct" if alert.state is State.SENT else "change"
            await interaction.response.send_modal(AlertForm(interaction, kind, alert))

    @group.command(name="trek-in", description="command-beleidsbericht-trek-in")
    @app_commands.describe(nummer="option-alert-number")
    async def retract(self, interaction: Interaction, nummer: int) -> None:
        """Ask whether this is the one to take back."""
        with self.client.busy():
            person = await attend(interaction)
            alert = await self.client.services.alert_drafts.look(person, nummer)
            title = shown(alert.wording.title, LONGEST["title"])
            view = discord.ui.View(timeout=None)
            view.add_item(RetractButton(alert.id, say(interaction, "alerts-retract-button")))
            await reply(
                interaction,
                say(interaction, "alerts-retract-sure", title=title, number=alert.id),
                view,
            )

    @group.command(name="lijst", description="command-beleidsbericht-lijst")
    async def list(self, interaction: Interaction) -> None:
        """Show the newest messages."""
        with self.client.busy():
            person = await attend(interaction)
            alerts = await self.client.services.alert_drafts.latest(person)
            language = language_for(interaction)
            lines = [
                say(
                    interaction,
                    "alerts-list-line",
                    number=alert.id,
                    title=shown(alert.wording.title, 100),
                    state=alert.state.value,
                    at=alert.since,
                    held=alert.held.value if alert.held else "none",
                    until=until_text(self.client.services, alert, language) or "none",
                )
                for alert in alerts
            ]
            await reply(interaction, "\n".join(lines) or say(interaction, "alerts-list-none"))
