"""The cards that follow the count, at most once a second.

Only those of polls by name: a change of an anonymous card right after a vote would show who voted.
"""

import asyncio

import structlog
from discord.ext import commands

from bot.errors import NotFound, StoreError
from bot.services.polls import Card
from cogs._client import Client
from cogs._ui import TROUBLE, number
from cogs.polls.cards import card_text, card_view

_log = structlog.get_logger("discord-door")


class LiveCards(commands.Cog):
    """Draws the card of a poll again when its count changed."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.stale: set[int] = set()
        self._drawing: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Finish what the last process left; counts may have changed after its last card."""
        self._draw_again(*await self.client.services.polls.resume())

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
                try:
                    await self._redraw(poll_id)
                except (NotFound, StoreError, *TROUBLE) as error:
                    # The result goes out through the outbox; this card is only older.
                    _log.warning("card-not-drawn", poll=poll_id, error=type(error).__name__)
            await self.client.services.clock.sleep(1)

    async def _redraw(self, poll_id: int) -> None:
        services = self.client.services
        card = await services.polls.look(poll_id)
        if card.anonymous or not card.is_open:
            return
        place = await services.setup.message_of(f"poll:{poll_id}")
        if place is None:
            return
        await self._edit(place, card)
        # The outbox may have shown the end of the poll while this edit was on its way.
        after = await services.polls.look(poll_id)
        if not after.is_open:
            await self._edit(place, after)

    async def _edit(self, place: tuple[str, str], card: Card) -> None:
        texts = self.client.services.texts
        channel = self.client.get_partial_messageable(number(place[0]))
        await channel.get_partial_message(number(place[1])).edit(
            content=card_text(texts, card, card.language),
            view=card_view(texts, card, card.language),
        )
