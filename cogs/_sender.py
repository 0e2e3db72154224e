"""One outbox row becomes one Discord message, with its key as nonce."""

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import aiohttp
import discord

from bot.outbox import Delivery, PlaceGone, TryLater
from cogs._client import Client
from cogs._ui import LONGEST, number, ref

DM_CLOSED: Final = 50007
TOO_MANY_REQUESTS: Final = 429
SERVER_ERROR: Final = 500
GONE: Final = "outbox-place-gone"
CLOCKS_APART: Final = timedelta(seconds=30)
"""How far our clock and Discord's may differ when an unfinished try is looked up."""
LOOKED_THROUGH: Final = 100


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a delivery looks like on Discord. `picture` is drawn off the event loop."""

    text: str
    view: Callable[[], discord.ui.View] | None = None
    picture: Callable[[], bytes] | None = None
    alt: str = ""
    publish: bool = False
    """Pass on to following servers when the channel can do that."""
    pin: bool = False
    reply_to: str | None = None
    """The message that this one answers."""


class DiscordSender:
    """The Sender for Discord."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def send(self, delivery: Delivery) -> str:
        """Send or edit, and return the message as `discord:id`."""
        rendering = await self._render(delivery)
        try:
            channel = await self._channel(delivery)
            if delivery.edits is not None:
                message = await self._edit(channel, delivery.edits, rendering)
            else:
                message = await self._post(channel, delivery.key, rendering)
            if rendering.publish and getattr(channel, "is_news", bool)():
                await message.publish()
            if rendering.pin:
                await message.pin()
        except discord.HTTPException as error:
            raise _told(error) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            raise TryLater from error
        return ref(message.id)

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        """Own messages with the same text since the delivery was queued, oldest first."""
        rendering = await self._render(delivery)
        try:
            channel = await self._channel(delivery)
            after = delivery.queued_at - CLOCKS_APART
            found = [
                ref(message.id)
                async for message in channel.history(after=after, limit=LOOKED_THROUGH)
                if message.author == self._client.user and self._same(message, delivery, rendering)
            ]
        except discord.HTTPException as error:
            raise _told(error) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            raise TryLater from error
        return tuple(found)

    @staticmethod
    def _same(message: discord.Message, delivery: Delivery, rendering: Rendering) -> bool:
        if message.nonce is not None:
            return str(message.nonce) == delivery.key
        return message.content == rendering.text[:LONGEST]

    async def _render(self, delivery: Delivery) -> Rendering:
        return await self._client.renderers[delivery.kind](self._client.services, delivery)

    async def _channel(self, delivery: Delivery) -> discord.abc.Messageable:
        id_ = number(delivery.target)
        if delivery.to_person:
            user = self._client.get_user(id_) or await self._client.fetch_user(id_)
            return user.dm_channel or await user.create_dm()
        channel = self._client.get_channel(id_) or await self._client.fetch_channel(id_)
        if not isinstance(channel, discord.abc.Messageable):
            raise PlaceGone(GONE)
        return channel

    async def _post(
        self, channel: discord.abc.Messageable, key: str, rendering: Rendering
    ) -> discord.Message:
        extra: dict[str, Any] = {}
        if rendering.view:
            extra["view"] = rendering.view()
        if rendering.picture:
            extra["files"] = [await picture_file(rendering)]
        if rendering.reply_to:
            extra["reference"] = discord.MessageReference(
                message_id=number(rendering.reply_to),
                channel_id=getattr(channel, "id", 0),
                fail_if_not_exists=False,
            )
        return await channel.send(
            rendering.text[:LONGEST], nonce=key, suppress_embeds=True, **extra
        )

    async def _edit(
        self, channel: discord.abc.Messageable, message: str, rendering: Rendering
    ) -> discord.Message:
        if not isinstance(channel, discord.TextChannel | discord.Thread | discord.DMChannel):
            raise PlaceGone(GONE)
        part = channel.get_partial_message(number(message))
        view = rendering.view() if rendering.view else None
        return await part.edit(content=rendering.text[:LONGEST], view=view)


async def picture_file(rendering: Rendering) -> discord.File:
    """The picture as a file with its text beside it."""
    assert rendering.picture is not None  # noqa: S101 - the caller looked
    png = await asyncio.to_thread(rendering.picture)
    return discord.File(io.BytesIO(png), "beeld.png", description=rendering.alt[:1024])


def _told(error: discord.HTTPException) -> Exception:
    if error.status == TOO_MANY_REQUESTS or error.status >= SERVER_ERROR:
        wait_s = getattr(error, "retry_after", 0) or 0
        return TryLater(float(wait_s))
    if error.code == DM_CLOSED:
        return PlaceGone("outbox-dm-closed")
    if isinstance(error, discord.Forbidden):
        return PlaceGone("outbox-forbidden")
    if isinstance(error, discord.NotFound):
        return PlaceGone(GONE)
    return PlaceGone("outbox-refused")
