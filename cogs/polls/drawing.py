"""The cards that follow the count, at most once a second."""

import asyncio

from discord.ext import commands

from cogs._client import Client
from cogs._ui import TROUBLE, number
from cogs.polls.cards import card_text, card_view


class LiveCards(commands.Cog):
    """Draws the card of a poll again when its count changed."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.stale: set[int] = set()
        self._drawing: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Draw the cards of open polls anew: a count may have changed before a restart."""
        self._draw_again(*await self.client.services.polls.open_cards())

    @commands.Cog.listener()
    async def on_poll_changed(self, poll_id: int) -> None:
        """A vote came or went."""
        self._draw_again(poll_id)

    async def cog_unload(self) -> None:
        """Stop drawing."""
        if self._drawing is not None:
            self._drawing.cancel()

    def _draw_again(self, *polls: int) -> None:
        self.stale.update(polls)
        if polls and (self._drawing is None or self._drawing.done()):
            self._drawing = asyncio.create_task(self._draw())

    async def _draw(self) -> None:
        """Change each card at most once a second, however many votes came."""
        await self.client.wait_until_ready()
        while self.stale:
            stale, self.stale = self.stale, set()
            for poll_id in sorted(stale):
                await self._redraw(poll_id)
            await self.client.services.clock.sleep(1)

    async def _redraw(self, poll_id: int) -> None:
        message = await self.client.services.setup.message_of(f"poll:{poll_id}")
        if message is None:
            return
        services = self.client.services
        card = await services.polls.look(poll_id)
        if not card.is_open:
            return
        channel = self.client.get_partial_messageable(number(message[0]))
        try:
            await channel.get_partial_message(number(message[1])).edit(
                content=card_text(services, card, "nl"), view=card_view(services, card, "nl")
            )
        except TROUBLE:
            # The result goes out through the outbox; a card that cannot be changed is only older.
            self.stale.discard(poll_id)
