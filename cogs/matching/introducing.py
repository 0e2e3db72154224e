"""`/kennismakingen`: the own requests to meet, and what can be done with each."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.matching import IntroductionView
from cogs._client import Client, Interaction
from cogs._ui import attend, reply, say, shown
from cogs.matching.answering import AgainButton, NoButton, YesButton
from cogs.matching.asking import WithdrawButton


class IntroductionsCog(commands.Cog):
    """`/kennismakingen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="kennismakingen", description="command-kennismakingen")
    async def mine(self, interaction: Interaction) -> None:
        """The own requests with their state, and a button for what can be done."""
        with self.client.busy():
            person = await attend(interaction)
            views = await self.client.services.matching.introductions.mine(person)
            lines = [
                say(
                    interaction,
                    "matching-line",
                    number=one.id,
                    mine=shown(one.mine, 80),
                    other=shown(one.other, 80),
                    asker=one.is_asker,
                    state=say(interaction, f"matching-state-{one.state}", until=one.expires_at),
                )
                for one in views
            ]
            text = "\n".join(lines) or say(interaction, "matching-none-introductions")
            await reply(interaction, text, _list_view(interaction, views))


def _list_view(
    interaction: Interaction, views: tuple[IntroductionView, ...]
) -> discord.ui.View | None:
    """A button for each request that waits, as many as fit."""
    items: list[discord.ui.Item[Any]] = []
    for one in views:
        name = {"name": shown(one.other, 50)}
        if one.state == "asked" and one.is_asker:
            items.append(
                WithdrawButton(one.id, say(interaction, "matching-withdraw-named", **name))
            )
        elif one.state == "asked":
            items.append(YesButton(one.id, say(interaction, "matching-yes-named", **name)))
            items.append(NoButton(one.id, say(interaction, "matching-no-named", **name)))
        elif one.state == "agreed":
            items.append(AgainButton(one.id, say(interaction, "matching-contact-named", **name)))
    if not items:
        return None
    view = discord.ui.View(timeout=None)
    for item in items[:25]:
        view.add_item(item)
    return view
