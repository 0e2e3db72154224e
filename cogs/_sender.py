"""One outbox row becomes one Discord message, with its key as nonce."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

import discord
import structlog

from bot.outbox import Delivery, Note, PlaceGone, TryLater
from cogs._client import Client
from cogs._ui import LONGEST, TROUBLE, number, ref, since

DM_CLOSED: Final = 50007
TOO_MANY_REQUESTS: Final = 429
SERVER_ERROR: Final = 500
GONE: Final = "outbox-place-gone"
CLOCKS_APART: Final = timedelta(seconds=30)
"""How far our clock and Discord's may differ when an unfinished try is looked up."""
LOOKED_THROUGH: Final = 1000
LONGEST_TITLE: Final = 100
"""Discord's limit for the name of a post."""
_log = structlog.get_logger("discord-sender")


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a delivery looks like on Discord. `picture` is drawn off the event loop."""

    text: str
    view: Callable[[], discord.ui.View] | None = None
    picture: Callable[[], bytes] | None = None
    alt: str = ""
    file_name: str = "beeld.png"
    """What the picture, or whatever the file is, is called."""
    publish: bool = False
    """Pass on to following servers when the channel can do that."""
    pin: bool = False
    reply_to: str | None = None
    """The message that this one answers."""
    title: str = ""
    """What a post in a forum is called."""
    mentions: tuple[int, ...] = ()
    """The accounts that the message mentions; all others stay unmentioned."""
    roles: tuple[int, ...] = ()
    """The roles that the message mentions."""
    work: "Callable[[Channel], Awaitable[None]] | None" = None
    """No message: something else to do with the place, which may be done twice without harm."""


Channel = discord.abc.Messageable | discord.ForumChannel
"""Where a message goes; in a forum it begins a post of its own."""


class DiscordSender:
    """The Sender for Discord."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def send(self, delivery: Delivery, note: Note) -> str:
        """Send or edit, and return the message as `discord:id`."""
        rendering = await self._render(delivery)
        with _telling():
            channel = await self._channel(delivery)
            if rendering.work is not None:
                await rendering.work(channel)
                return ""
            was_away = await _open_again(channel)
            if delivery.edits is not None:
                edited = await self._edit(channel, delivery.edits, rendering)
                if was_away:
                    await _put_away(channel)
                return ref(edited.id)
            await note(_looks(rendering.text))
            message = await self._post(channel, delivery.key, rendering)
        await _finish(message, channel, rendering)
        return ref(message.id)

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        """Own messages that read as the earlier try, the likeliest first, then the oldest."""
        if delivery.looks is None:
            return ()
        rendering = await self._render(delivery)
        answers = None if rendering.reply_to is None else number(rendering.reply_to)
        found: list[tuple[bool, int]] = []
        with _telling():
            channel = await self._channel(delivery)
            after = delivery.queued_at - CLOCKS_APART
            async for message in _history(channel, after):
                if message.author == self._client.user and self._same(message, delivery):
                    reference = message.reference and message.reference.message_id
                    found.append((reference != answers, message.id))
        return tuple(ref(id_) for _, id_ in sorted(found))

    @staticmethod
    def _same(message: discord.Message, delivery: Delivery) -> bool:
        if message.nonce is not None:
            return str(message.nonce) == delivery.key
        return _looks(message.content) == delivery.looks

    async def _render(self, delivery: Delivery) -> Rendering:
        return await self._client.renderers[delivery.kind](self._client.services, delivery)

    async def _channel(self, delivery: Delivery) -> Channel:
        id_ = number(delivery.target)
        if delivery.to_person:
            user = self._client.get_user(id_) or await self._client.fetch_user(id_)
            return user.dm_channel or await user.create_dm()
        channel = self._client.get_channel(id_) or await self._client.fetch_channel(id_)
        post = delivery.facts.get("reply_to")
        if isinstance(channel, discord.ForumChannel) and post:  # a post has the id of its start
            id_ = number(post)
            channel = channel.get_thread(id_) or await self._client.fetch_channel(id_)
        if not isinstance(channel, discord.abc.Messageable | discord.ForumChannel):
            raise PlaceGone(GONE)
        return channel

    async def _post(self, channel: Channel, key: str, rendering: Rendering) -> discord.Message:
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
        if rendering.mentions or rendering.roles:
            extra["allowed_mentions"] = _only(rendering)
        if isinstance(channel, discord.ForumChannel):
            return await _begin(channel, rendering, extra)
        return await channel.send(
            rendering.text[:LONGEST], nonce=key, suppress_embeds=True, **extra
        )

    async def _edit(self, channel: Channel, message: str, rendering: Rendering) -> discord.Message:
        if not isinstance(channel, discord.TextChannel | discord.Thread | discord.DMChannel):
            raise PlaceGone(GONE)
        part = channel.get_partial_message(number(message))
        view = rendering.view() if rendering.view else None
        edited = await part.edit(content=rendering.text[:LONGEST], view=view)
        if isinstance(channel, discord.Thread) and rendering.title and channel.id == edited.id:
            await _rename(channel, rendering.title[:LONGEST_TITLE])
        return edited


async def _begin(
    forum: discord.ForumChannel, rendering: Rendering, extra: dict[str, Any]
) -> discord.Message:
    """Begin a post; where a tag is a must it gets the first. Raises: PlaceGone."""
    if not rendering.title:
        raise PlaceGone(GONE)
    extra.pop("reference", None)
    tags = forum.available_tags[:1] if forum.flags.require_tag else []
    post = await forum.create_thread(
        name=rendering.title[:LONGEST_TITLE],
        content=rendering.text[:LONGEST],
        suppress_embeds=True,
        applied_tags=tags,
        **extra,
    )
    return post.message


async def _rename(post: discord.Thread, title: str) -> None:
    """A post is called after its first message; Discord changes only what reads otherwise."""
    if post.name != title:
        await post.edit(name=title)


async def _open_again(channel: Channel) -> bool:
    """A post that was put away takes messages and changes again; whether it was put away."""
    if not isinstance(channel, discord.Thread) or not channel.archived:
        return False
    await channel.edit(archived=False)
    return True


async def _put_away(channel: Channel) -> None:
    """As it was before a message in it changed; without the permission it stays open."""
    if isinstance(channel, discord.Thread):
        try:
            await channel.edit(archived=True)
        except discord.Forbidden:
            _log.info("post-stays-open", post=channel.id)


def _only(rendering: Rendering) -> discord.AllowedMentions:
    """Mention exactly these."""
    users = [discord.Object(id_) for id_ in rendering.mentions]
    roles = [discord.Object(id_) for id_ in rendering.roles]
    return discord.AllowedMentions(everyone=False, users=users, roles=roles, replied_user=False)


async def _history(channel: Channel, after: datetime) -> AsyncIterator[discord.Message]:
    """What stands there since then, oldest first; of a forum the first message of each post."""
    if not isinstance(channel, discord.ForumChannel):
        for message in await since(channel, after, LOOKED_THROUGH):
            yield message
        return
    for post in channel.threads:
        if (post.created_at or after) >= after:
            with contextlib.suppress(discord.NotFound):  # only its first message is gone
                yield await post.fetch_message(post.id)


async def picture_file(rendering: Rendering) -> discord.File:
    """The picture as a file with its text beside it."""
    assert rendering.picture is not None  # noqa: S101 - the caller looked
    png = await asyncio.to_thread(rendering.picture)
    return discord.File(io.BytesIO(png), rendering.file_name, description=rendering.alt[:1024])


def _looks(text: str) -> str:
    """A mark of a text as Discord keeps it: cut, and without space around it."""
    return sha256(text[:LONGEST].strip().encode()).hexdigest()[:24]


async def _finish(message: discord.Message, channel: Channel, rendering: Rendering) -> None:
    """Publish and pin; a message that arrived stays sent when Discord refuses these."""
    try:
        if rendering.publish and getattr(channel, "is_news", bool)():
            await message.publish()
        if rendering.pin:
            await message.pin()
    except TROUBLE as error:
        status = getattr(error, "status", 0)
        _log.warning("not-published-or-pinned", message=message.id, status=status)


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """Every trouble with Discord as what the outbox knows. Raises: PlaceGone, TryLater."""
    try:
        yield
    except discord.RateLimited as error:
        raise TryLater(error.retry_after) from error
    except discord.HTTPException as error:
        raise _told(error) from error
    except TROUBLE as error:
        raise TryLater from error


def _told(error: discord.HTTPException) -> Exception:
    if error.status == TOO_MANY_REQUESTS or error.status >= SERVER_ERROR:
        return TryLater(_seconds(error.response.headers.get("Retry-After", "")))
    if error.code == DM_CLOSED:
        return PlaceGone("outbox-dm-closed")
    if isinstance(error, discord.Forbidden):
        return PlaceGone("outbox-forbidden")
    if isinstance(error, discord.NotFound):
        return PlaceGone(GONE)
    return PlaceGone("outbox-refused")


def _seconds(header: str) -> float:
    return float(header) if header.replace(".", "", 1).isdecimal() else 0.0
