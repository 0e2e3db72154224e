"""`/kringen` for everybody; `/kring` for staff."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.rights import Action
from cogs._client import Client, Interaction
from cogs._ui import attend, number, reply, say
from cogs.matching.cards import theme_choices
from cogs.matching.circles.buttons import (
    CloseCircleButton,
    JoinCircleButton,
    LeaveCircleButton,
    theme_of,
)

MOST = 10


class CirclesCog(commands.Cog):
    """`/kringen` and `/kring`."""

    group = app_commands.Group(name="kring", description="command-kring")

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="kringen", description="command-kringen")
    async def all(self, interaction: Interaction) -> None:
        """The circles there are, to step in and out."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.matching.circles.all(person)
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "circle-list" if found else "circle-none")]
            for circle in found[:MOST]:
                theme = theme_of(interaction, circle)
                thread = f"<#{number(circle.place)}>" if circle.place else ""
                facts = {"theme": theme, "count": len(circle.accounts), "thread": thread}
                key = "circle-line-open" if thread else "circle-line-waits"
                lines.append(say(interaction, key, needed=circle.needed, **facts))
                if circle.mine == "in":
                    label = say(interaction, "circle-leave-named", theme=theme)
                    view.add_item(LeaveCircleButton(circle.id, label))
                else:
                    label = say(interaction, "circle-join-named", theme=theme)
                    view.add_item(JoinCircleButton(circle.id, label))
            if person.may(Action.HANDLE_QUESTION):
                for circle in found[:MOST]:
                    label = say(
                        interaction, "circle-close-named", theme=theme_of(interaction, circle)
                    )
                    view.add_item(CloseCircleButton(circle.id, label))
            await reply(interaction, "\n".join(lines), view)

    @group.command(name="begin", description="command-kring-begin")
    @app_commands.describe(thema="option-find-theme")
    async def begin(self, interaction: Interaction, thema: app_commands.Range[str, 1, 60]) -> None:
        """Propose a circle now."""
        with self.client.busy():
            person = await attend(interaction)
            count = await self.client.services.matching.proposals.begin(person, thema)
            await reply(interaction, say(interaction, "circle-begun", count=count))

    @begin.autocomplete("thema")
    async def themes(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """The themes that have these letters in their name."""
        return theme_choices(interaction, current)

    @group.command(name="vanaf", description="command-kring-vanaf")
    @app_commands.describe(aantal="option-circle-needed")
    async def needed(
        self, interaction: Interaction, aantal: app_commands.Range[int, 2, 50]
    ) -> None:
        """From how many groups on."""
        with self.client.busy():
            person = await attend(interaction)
            kept = await self.client.services.matching.proposals.set_needed(person, aantal)
            await reply(interaction, say(interaction, "circle-needed-set", count=kept))
