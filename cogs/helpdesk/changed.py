"""A typed question that is changed or deleted: what the bot did about it follows."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import discord
import structlog
from discord.ext import commands

from bot.errors import StoreError
from bot.services.helpdesk import Told, Typed
from cogs._client import Client
from cogs._ui import TROUBLE, number, ref
from cogs.helpdesk.private import origin_of_message
from cogs.helpdesk.typed import TypedCog

AWAY: Final = (StoreError, *TROUBLE)
NO_MESSAGE: Final = 10008
"""Discord: unknown message."""
LATELY: Final = timedelta(minutes=15)
"""So long after it was typed a message that was no question may still be changed into one."""
_log = structlog.get_logger("helpdesk-door")


class ChangedCog(commands.Cog):
    """Hears that a message was changed or deleted; what was missed is looked up later."""

    def __init__(self, client: Client, typed: TypedCog) -> None:
        self.client = client
        self.typed = typed

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Hear one change; Discord also sends one when it adds a preview of a link."""
        message = event.message
        if message.edited_at is not None and not message.author.bot:
            await self._patiently(lambda: self.changed(message))

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Hear that a message is gone."""
        await self._patiently(lambda: self.gone(event.message_id))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Hear that many messages are gone."""
        for message_id in event.message_ids:
            await self._patiently(lambda id_=message_id: self.gone(id_))

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A post in a forum goes with its first message, which has the same number."""
        await self._patiently(lambda: self.gone(event.thread_id))

    async def _patiently(self, hear: Callable[[], Awaitable[None]]) -> None:
        """Hear it now, or look it up when the database or Discord is back."""
        with self.client.busy():
            try:
                await hear()
            except AWAY as error:
                self.typed.missed = True
                _log.warning("change-waits", error=type(error).__name__)

    async def changed(self, message: discord.Message) -> None:
        """What a message says now; what is urgent in it is told first, to the writer alone."""
        text = self.typed.words_of(message)
        async with self.typed.turn_of(message.id):
            known = await self._known(message)
            if not known and not await self.typed.hears(message):
                await self.typed.overhear(message, text)
                return
            warned = await self.typed.heed(message, text) if text else None
            told = warned.told if warned else Told.NOT_YET
            at = message.edited_at or message.created_at
            if known:
                origin = origin_of_message(message.id)
                await self.client.services.changes.edited(origin, text, at, told)
                _log.info("question-changed", message=message.id)
                return
        age = discord.utils.utcnow() - message.created_at
        if age <= LATELY or told is not Told.NOT_YET:
            await self.typed.on_message(message)

    async def _known(self, message: discord.Message) -> bool:
        """Whether it is a question; while the database is away what is urgent is told all the same.

        Raises: whatever keeps the database away.
        """
        try:
            origin = origin_of_message(message.id)
            return await self.client.services.helpdesk.number_of(origin) is not None
        except (StoreError, OSError):
            text = self.typed.words_of(message)
            if text and await self.typed.hears(message):
                await self.typed.heed(message, text)
            else:
                await self.typed.overhear(message, text)
            raise

    async def gone(self, message_id: int) -> None:
        """A message is not there any more, now or when it is about to be heard."""
        self.typed.forget(message_id)
        async with self.typed.turn_of(message_id):
            done = await self.client.services.changes.gone(origin_of_message(message_id))
        if done is not None:
            _log.info("question-gone", message=message_id)

    async def look_up(self, question: Typed, after: datetime) -> None:
        """See what became of a question while the bot was away."""
        message_id = int(question.origin.rpartition(":")[2])
        try:
            place = await self._place(question)
            message = await place.fetch_message(message_id)
        except discord.NotFound as error:
            if error.code != NO_MESSAGE and question.place != ref(message_id):
                raise  # the whole channel is gone
            await self.gone(message_id)
            return
        if message.edited_at is not None and message.edited_at >= after:
            await self.changed(message)

    async def _place(self, question: Typed) -> discord.abc.Messageable:
        """Where it was typed. Raises: discord.NotFound, discord.Forbidden."""
        if question.place is None:
            return await self.client.create_dm(discord.Object(number(question.account)))
        channel = self.client.get_channel(number(question.place))
        channel = channel or await self.client.fetch_channel(number(question.place))
        assert isinstance(channel, discord.abc.Messageable)  # noqa: S101 - it was typed there
        return channel
