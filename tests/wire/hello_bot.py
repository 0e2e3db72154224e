"""The smallest bots against which ours is measured: one command, and one command with one insert.

`python -m tests.wire.hello_bot` answers `/hallo`. With `--insert` it first writes one row through
SQLAlchemy to the database of DATABASE_URL.
"""

from __future__ import annotations

import os
import sys

import discord
import yarl
from discord import app_commands


class HelloBot(discord.Client):
    """discord.py with as little as possible around it."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.2)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        await self.tree.sync()


def reading_bot() -> HelloBot:
    """The baseline for a command that writes nothing."""
    bot = HelloBot(discord.Intents.default())

    @bot.tree.command(name="hallo", description="Zegt hallo")
    async def hallo(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hallo")

    return bot


def writing_bot(url: str) -> HelloBot:
    """The baseline for a command that writes one row before it answers."""
    from tests.wire.hello_rows import Greetings  # the reading bot does not pay for SQLAlchemy

    greetings = Greetings(url)

    class WritingBot(HelloBot):
        async def setup_hook(self) -> None:
            await greetings.prepare()
            await super().setup_hook()

    bot = WritingBot(discord.Intents.default())

    @bot.tree.command(name="hallo", description="Zegt hallo en schrijft het op")
    async def hallo(interaction: discord.Interaction) -> None:
        await greetings.greet(interaction.user.name)
        await interaction.response.send_message("hallo")

    return bot


def run(bot: discord.Client) -> None:
    """Run against the Discord that the environment names."""
    discord.http.Route.BASE = os.environ["DISCORD_API_BASE"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    bot.run(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    run(writing_bot(os.environ["DATABASE_URL"]) if "--insert" in sys.argv else reading_bot())
