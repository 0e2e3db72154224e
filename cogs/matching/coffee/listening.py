"""Hearing that people of a round talk: a word in their thread is a sign, whatever it says."""

import discord
from discord.ext import commands

from cogs._client import Client
from cogs._ui import error_text, ref


class CoffeeListener(commands.Cog):
    """Looks at who writes in private threads of the bot, never at what."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Note the sign when it is the thread of a round."""
        thread, own = message.channel, self.client.user
        if message.author.bot or not isinstance(thread, discord.Thread) or own is None:
            return
        if thread.type is not discord.ChannelType.private_thread or thread.owner_id != own.id:
            return
        with self.client.busy():
            try:
                guests = self.client.services.matching.coffee.guests
                await guests.note_sign(ref(thread.id), ref(message.author.id))
            except Exception as error:  # noqa: BLE001 - discord.py would swallow it
                error_text(self.client, error, "nl", message=message.id)  # only the log hears
