"""What is typed: a question in the help channel, in private or with a mention; an answer of staff.

What is urgent is told before anything that can be away.
"""

import asyncio
import contextlib
import re
from collections import deque
from typing import Final
from weakref import WeakValueDictionary

import discord
import structlog
from discord.ext import commands

from bot.communities import CommunitySettings, Place
from bot.errors import StoreError, Unavailable, Unexpected, as_domain
from bot.people import Person
from bot.services.helpdesk import Ask, Told
from bot.texts import LANGUAGES
from bot.untrusted import plain
from cogs._client import Client
from cogs._ui import TROUBLE, arrival_of, error_text, ref, split
from cogs.helpdesk.forum import hear, post_of
from cogs.helpdesk.private import origin_of_message
from cogs.helpdesk.staff.typed import CARD, answer_typed, asked_in, hear_back
from cogs.helpdesk.warning import Warned, Warner

OUTAGE: Final = re.compile(rf"\b(?:{Unavailable.code}|{Unexpected.code})-[0-9a-f]{{4}}$")
"""The code under an error that is no fault of the writer."""
REMEMBERED: Final = 500
ANSWERABLE: Final = (discord.MessageType.default, discord.MessageType.reply)
"""What people type; the rest Discord writes, as that somebody pinned something."""
_log = structlog.get_logger("helpdesk-door")


class TypedCog(commands.Cog):
    """Hears messages."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._known: dict[int, CommunitySettings] = {}
        """The settings of each server as last seen, for while the database is away."""
        self._warner = Warner(client, self._language)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._gone: deque[int] = deque(maxlen=REMEMBERED)
        """Messages that were deleted lately."""
        self.missed = False
        """Something was typed while the database was away, and is to be looked up again."""

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Hear one message; whatever goes wrong is told to the writer."""
        if message.author.bot or not isinstance(message.author, discord.Member | discord.User):
            return
        with self.client.busy():
            try:
                await self._hear(message)
            except Exception as error:  # noqa: BLE001 - discord.py would only log it
                self.missed |= isinstance(as_domain(error), Unavailable)
                text = error_text(
                    self.client, error, await self._language(message), message=message.id
                )
                await self._tell(message, text, self._warner.warned(message))

    def is_provisional(self, said: str) -> bool:
        """Whether this reply of ours stands for one that could not be given: an outage."""
        texts = self.client.services.texts
        told = (
            texts.text(key, language)
            for key in ("helpdesk-private", "helpdesk-closed-now")
            for language in LANGUAGES
        )
        return OUTAGE.search(said) is not None or said in told

    async def settings_of(self, guild: discord.Guild) -> CommunitySettings | None:
        """The settings of a server, as they were last seen while the database is away."""
        try:
            found = await self.client.services.setup.of_space(ref(guild.id))
        except (StoreError, OSError) as error:
            _log.warning("database-away", error=type(error).__name__)
            return self._known.get(guild.id)
        if found is not None:
            self._known[guild.id] = found
        return found

    async def heed(self, message: discord.Message, text: str) -> Warned:
        """Tell what is urgent to the writer alone, at once; needs no database."""
        return await self._warner.heed(message, text)

    async def overhear(self, message: discord.Message, text: str) -> Warned:
        """As `heed` for what was not said to the bot, in a post of the help forum; else nothing."""
        if not text or await self._post_of(message) is None:
            return Warned()
        return await self.heed(message, text)

    def turn_of(self, message_id: int) -> asyncio.Lock:
        """To be held while something is done with a message: hearing it, a change, its end."""
        turn = self._turns.get(message_id) or asyncio.Lock()
        self._turns[message_id] = turn
        return turn

    def forget(self, message_id: int) -> None:
        """This message is gone: it is not heard any more."""
        self._gone.append(message_id)

    async def hears(self, message: discord.Message) -> bool:
        """Whether this message is meant for the bot."""
        return message.guild is None or await self._place_of(message) is not None

    def words_of(self, message: discord.Message) -> str:
        """What somebody typed, without calling the bot."""
        return plain(self._without_mention(message.content))

    async def _hear(self, message: discord.Message) -> None:
        """What is urgent comes first, also in a post of the help forum, where nobody is called."""
        if await self._answers(message):
            return
        text, place = self.words_of(message), await self._place_of(message)
        post = await self._post_of(message) if place is None else None
        if post is not None and text:
            await self.heed(message, text)
        if await self._answers_back(message, text):
            return
        if post is not None:
            await hear(self.client, message, text, post)
        if text and (place is not None or message.guild is None):
            warned = await self.heed(message, text)
            async with self.turn_of(message.id):
                await self._ask(message, text, place, warned)
        elif not text:
            await self._wordless(message, place)

    async def _ask(
        self, message: discord.Message, text: str, place: str | None, warned: Warned
    ) -> None:
        helpdesk = self.client.services.helpdesk
        if message.id in self._gone:
            return
        if warned.told is Told.NOT_YET and not await helpdesk.asks(text):
            await self._chat(message)
            return
        found = await helpdesk.ask(
            await self._person(message),
            Ask(
                origin=origin_of_message(message.id),
                text=text,
                place=place,
                message=ref(message.id) if place else None,
                reply=True,
                told=warned.told,
            ),
        )
        _log.info("question-heard", message=message.id)
        if found.waits_for_staff and any(r.mode == "instead" for r in found.referrals):
            line = self.client.services.texts.text(
                "helpdesk-person-follows", warned.language or "nl", number=found.question_id
            )
            await warned.add(line)

    async def _chat(self, message: discord.Message) -> None:
        """Thanks or a greeting: a friendly line for who spoke to the bot, else nothing."""
        if message.guild is None or self._is_called(message):
            language = await self._language(message)
            said = self.client.services.texts.text("helpdesk-hello", language)
            await message.reply(said, mention_author=False)

    async def _wordless(self, message: discord.Message, place: str | None) -> None:
        """Pictures without a word, or only a mention: say what to do; a reply to others is left."""
        if message.attachments or message.stickers:
            talks_on = message.reference is not None and not self._is_called(message)
            if talks_on or (place is None and message.guild is not None):
                return
            key = "helpdesk-only-pictures"
        elif message.guild is None or self._is_called(message):
            key = "helpdesk-hello"
        else:
            return
        if message.type in ANSWERABLE:
            said = self.client.services.texts.text(key, await self._language(message))
            await message.reply(said, mention_author=False)

    async def _answers(self, message: discord.Message) -> bool:
        """Pass on what staff typed under a card or in its thread; False when it is no answer."""
        if message.guild is None:
            return False
        cards = _cards_of(message)
        settings = await self.settings_of(message.guild) if cards else None
        channel = message.channel
        parent = channel.parent_id if isinstance(channel, discord.Thread) else channel.id
        if settings is None or settings.places.get(Place.STAFF) != ref(parent or 0):
            return False
        for card in cards:
            source = await self.client.services.setup.source_of(ref(card))
            if found := CARD.fullmatch(source or ""):
                said = self._without_mention(message.content)
                person = await self._person(message)
                await answer_typed(self.client, person, int(found[1]), message, said)
                return True
        return False

    async def _answers_back(self, message: discord.Message, text: str) -> bool:
        """Pass on what the asker typed below a question of staff; False when it is none."""
        if not text or message.type not in ANSWERABLE:
            return False
        if message.guild is None:
            await self.heed(message, text)
        asked = await asked_in(self.client, message)
        if asked is None:
            return False
        if message.guild is not None:
            warned = await self.heed(message, text)
            if warned.told is not Told.NOT_YET and not asked[1]:
                return False  # it stands below the question of staff, and was not said to them
        return await hear_back(self.client, await self._person(message), asked, message, text)

    async def _post_of(self, message: discord.Message) -> discord.Thread | None:
        if message.guild is None:
            return None
        return await post_of(self.client, message, await self.settings_of(message.guild))

    def _without_mention(self, text: str) -> str:
        return re.sub(rf"<@!?{self._own_id}>", "", text)

    @property
    def _own_id(self) -> int:
        return self.client.user.id if self.client.user else 0

    def _is_called(self, message: discord.Message) -> bool:
        return re.search(rf"<@!?{self._own_id}>", message.content) is not None

    async def _place_of(self, message: discord.Message) -> str | None:
        """Where to reply; None in a direct message, and for what is not meant for the bot."""
        if message.guild is None:
            return None
        here = ref(message.channel.id)
        if self.client.user in message.mentions:
            return here
        settings = await self.settings_of(message.guild)
        if settings is None or message.type is not discord.MessageType.default:
            return None
        channel = message.channel
        help_place = here
        if isinstance(channel, discord.Thread) and message.id == channel.id:
            help_place = ref(channel.parent_id)
        return here if settings.places.get(Place.HELPDESK) == help_place else None

    async def _person(self, message: discord.Message) -> Person:
        author = message.author
        if message.guild is not None and not isinstance(author, discord.Member):
            author = await self.member_of(message.guild, author)
        arrival = await arrival_of(self.client, author, "")
        return await self.client.services.people.recognise(arrival)

    async def member_of(
        self, guild: discord.Guild, author: discord.User
    ) -> discord.Member | discord.User:
        """With the roles of now; who left has none."""
        with contextlib.suppress(discord.NotFound):
            return await guild.fetch_member(author.id)
        return author

    async def _language(self, message: discord.Message) -> str:
        """That of the place; of the writer's own words in private."""
        people = self.client.services.people
        if message.guild is not None:
            settings = await self.settings_of(message.guild)
            return settings.language if settings else people.language_of("")
        return self.client.services.helpdesk.spoken(message.content, people.language_of(""))

    async def _tell(self, message: discord.Message, text: str, warned: Warned) -> None:
        """Tell what went wrong; in private when what was typed is nobody else's business."""
        try:
            if warned.told is Told.PRIVATELY and message.guild is not None:
                await warned.add(text)
                language = await self._language(message)
                text = self.client.services.texts.text("helpdesk-private", language)
            for part in split(text):
                await message.reply(part, mention_author=False)
        except TROUBLE as error:
            _log.warning("error-not-told", message=message.id, error=type(error).__name__)


def _cards_of(message: discord.Message) -> list[int]:
    """The messages that this one may be about: what it replies to, and its thread's start."""
    found: list[int] = []
    if message.reference is not None and message.reference.message_id is not None:
        found.append(message.reference.message_id)
    if isinstance(message.channel, discord.Thread):
        found.append(message.channel.id)
    return found
