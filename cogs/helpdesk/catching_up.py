"""What was typed while the bot was away is looked up and heard once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

import discord
import structlog
from discord.ext import commands, tasks

from bot.communities import Place
from bot.errors import StoreError
from cogs._client import Client
from cogs._ui import PLATFORM, TROUBLE, number, ref, since
from cogs.helpdesk.changed import ChangedCog
from cogs.helpdesk.private import origin_of_message
from cogs.helpdesk.typed import TypedCog

Found = TypeVar("Found")
AWAY: Final = (StoreError, *TROUBLE)
LONGEST_WAIT_S: Final = 60.0
_log = structlog.get_logger("helpdesk-door")


class Unavailable(OSError):
    """Discord does not tell what is in this server now."""


class CatchingUpCog(commands.Cog):
    """Keeps until when everything was heard, and looks back after an outage."""

    def __init__(self, client: Client, typed: TypedCog, changed: ChangedCog) -> None:
        self.client = client
        self.typed = typed
        self.changed = changed
        self.connected = False
        self.catching_up = 0
        """How many times somebody still looks back at what was typed."""

    async def cog_load(self) -> None:
        """Begin to note until when everything was heard."""
        self.listen.start()

    async def cog_unload(self) -> None:
        """Stop noting."""
        self.listen.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Hear what was typed while the bot was away."""
        self.connected = True
        self.catching_up += 1
        try:
            await self._look_back()
        finally:
            self.catching_up -= 1
        await self.listen()

    async def _look_back(self) -> None:
        """Everywhere at once: what cannot be read now is tried again until it can."""
        hearing = self.client.services.hearing
        after = await self._patiently(hearing.seen_at)
        if after is None:
            return
        places = [partial(self._in_guild, guild, after) for guild in self.client.guilds]
        looks = (*places, partial(self._in_private, after), partial(self._changed, after))
        done = await asyncio.gather(
            *(self._patiently(look) for look in looks), return_exceptions=True
        )
        for error in done:
            if isinstance(error, BaseException):
                raise error

    async def _patiently(self, look: Callable[[], Awaitable[Found]]) -> Found | None:
        """Look, and again while it cannot be told now; None when it is refused for good."""
        wait_s = 0.5
        while not self.client.is_closed():
            try:
                return await look()
            except (discord.Forbidden, discord.NotFound) as error:
                _log.warning("cannot-look-back", code=error.code)
                return None
            except AWAY as error:
                _log.warning("look-back-waits", error=type(error).__name__)
            await self.client.services.clock.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
        return None

    async def _in_guild(self, guild: discord.Guild, after: datetime) -> None:
        """Questions in the help channel and answers in the staff channel."""
        if guild.unavailable:  # Discord names a server before it tells what is in it
            raise Unavailable
        settings = await self.client.services.setup.of_space(ref(guild.id))
        for place in (Place.HELPDESK, Place.STAFF):
            target = settings.places.get(place) if settings else None
            if target is not None:
                channel = self.client.get_channel(number(target))
                await self._patiently(partial(self._in_channel, channel, after))

    async def _in_channel(self, channel: object, after: datetime) -> None:
        for readable in _readable(channel, after):
            await self._hear(readable, after)

    async def _in_private(self, after: datetime) -> None:
        """Direct messages of who used the bot lately."""
        for account in await self.client.services.hearing.callers():
            if account.startswith(f"{PLATFORM}:"):
                await self._patiently(partial(self._of_one, number(account), after))

    async def _of_one(self, account: int, after: datetime) -> None:
        await self._hear(await self.client.create_dm(discord.Object(account)), after)

    async def _hear(self, channel: discord.abc.Messageable, after: datetime) -> None:
        """Hear each message that is no question yet and that the bot said nothing to."""
        messages = await since(channel, after)
        answered = {
            message.reference.message_id
            for message in messages
            if message.author == self.client.user
            and message.reference is not None
            and not self.typed.is_provisional(message.content)
        }
        for message in messages:
            origin = origin_of_message(message.id)
            number_of = self.client.services.helpdesk.number_of
            if message.id not in answered and await number_of(origin) is None:
                await self.typed.on_message(message)

    async def _changed(self, after: datetime) -> None:
        """Questions whose message was changed or deleted."""
        for question in await self.client.services.hearing.typed_lately():
            await self._patiently(partial(self.changed.look_up, question, after))

    @commands.Cog.listener()
    async def on_disconnect(self) -> None:
        """What is typed from now on is not heard yet."""
        self.connected = False

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        """Discord told what was missed."""
        self.connected = True

    @tasks.loop(seconds=60)
    async def listen(self) -> None:
        """Note again and again until when everything was heard."""
        try:
            await self.note_heard()
        except (StoreError, OSError) as error:
            _log.warning("database-away", error=type(error).__name__)

    async def note_heard(self) -> None:
        """Remember that everything until now was heard, if that is so."""
        if self.connected and not self.catching_up:
            if self.typed.missed:
                self.typed.missed = False
                await self._look_back()
            await self.client.services.hearing.note_seen()


def _readable(channel: object, after: datetime) -> Iterator[discord.abc.Messageable]:
    """A channel with its threads; of a forum, the posts that were begun since then."""
    if isinstance(channel, discord.TextChannel):
        yield channel
        yield from channel.threads
    elif isinstance(channel, discord.ForumChannel):
        yield from (post for post in channel.threads if (post.created_at or after) >= after)
