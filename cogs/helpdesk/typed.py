"""What is typed: a question in the help channel, in private or with a mention; an answer of staff.

What is urgent is told before anything that can be away.
"""

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import discord
import structlog
from discord.ext import commands

from bot.communities import CommunitySettings, Place
from bot.errors import StoreError, Unavailable, Unexpected, as_domain
from bot.people import Person
from bot.search.referrals import Referral
from bot.services.helpdesk import Ask, Told
from bot.texts import LANGUAGES
from bot.untrusted import plain
from cogs._client import Client
from cogs._ui import TROUBLE, arrival_of, error_text, ref, split
from cogs.helpdesk.private import ReferralButton, origin_of_message

CARD: Final = re.compile(r"question:(\d+)(?::again:\d+)?")
"""The source of a card in the staff channel."""
OUTAGE: Final = re.compile(rf"\b(?:{Unavailable.code}|{Unexpected.code})-[0-9a-f]{{4}}$")
"""The code under an error that is no fault of the writer."""
REMEMBERED: Final = 500
LATE_S: Final = 60.0
"""A message this old is heard after a restart."""
_log = structlog.get_logger("helpdesk-door")


@dataclass(frozen=True, slots=True)
class Warned:
    """Whether what is urgent was told, and the private message that tells it."""

    told: Told = Told.NOT_YET
    mail: discord.Message | None = None
    language: str = ""

    async def add(self, line: str) -> None:
        """Add a line to it; what was told stays told when that does not work."""
        if self.mail is not None and line not in self.mail.content:
            try:
                await self.mail.edit(content=f"{self.mail.content}\n\n{line}")
            except TROUBLE as error:
                _log.warning("line-not-added", error=type(error).__name__)


class TypedCog(commands.Cog):
    """Hears messages."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._known: dict[int, CommunitySettings] = {}
        """The settings of each server as last seen, for while the database is away."""
        self._warned: dict[int, Warned] = {}
        """What was told lately, by the message that called for it."""
        self.missed = False
        """Something was typed while the database was away, and is to be looked up again."""

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Hear one message; whatever goes wrong is told to the writer."""
        if message.author.bot or not isinstance(message.author, discord.Member | discord.User):
            return
        with self.client.busy():
            warned = Warned()
            try:
                if await self._answers(message):
                    return
                text = self._question(message)
                place = await self._place_of(message)
                if text and (place is not None or message.guild is None):
                    warned = await self.heed(message, text)
                    await self._ask(message, text, place, warned)
            except Exception as error:  # noqa: BLE001 - discord.py would only log it
                self.missed |= isinstance(as_domain(error), Unavailable)
                text = error_text(
                    self.client, error, await self._language(message), message=message.id
                )
                await self._tell(message, text, warned)

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
        helpdesk = self.client.services.helpdesk
        urgent = [referral for referral in helpdesk.heed(text) if referral.is_private]
        if not urgent:
            return Warned()
        if message.id not in self._warned:
            warned = await self._warn(message, text, urgent)
            if warned.told is Told.NOT_YET:
                return warned
            if len(self._warned) >= REMEMBERED:
                self._warned.clear()
            self._warned[message.id] = warned
        return self._warned[message.id]

    async def _warn(
        self, message: discord.Message, text: str, urgent: Sequence[Referral]
    ) -> Warned:
        helpdesk = self.client.services.helpdesk
        language = helpdesk.spoken(text, await self._language(message))
        said = "\n\n".join(referral.said(language) for referral in urgent)
        try:
            channel = message.author.dm_channel or await message.author.create_dm()
            mail = await self._told_before(channel, said, message) or await channel.send(
                said, nonce=f"u{message.id}", suppress_embeds=True
            )
        except discord.Forbidden:
            return Warned(await self._behind_button(message, language))
        except TROUBLE as error:
            _log.warning("referral-waits", message=message.id, error=type(error).__name__)
            return Warned()
        _log.info("referral-told", message=message.id, rules=[r.id for r in urgent])
        return Warned(Told.PRIVATELY, mail, language)

    async def _told_before(
        self, channel: discord.DMChannel, said: str, message: discord.Message
    ) -> discord.Message | None:
        """What an earlier try told, before a restart."""
        age = discord.utils.utcnow() - message.created_at
        if age.total_seconds() >= LATE_S:
            async for other in channel.history(after=message.created_at, limit=50):
                if other.author == self.client.user and other.content.startswith(said):
                    return other
        return None

    async def _behind_button(self, message: discord.Message, language: str) -> Told:
        """Where it was typed, without a word of what it is about."""
        if message.guild is None:
            return Told.NOT_YET
        text = self.client.services.texts.text
        view = discord.ui.View(timeout=None)
        view.add_item(ReferralButton(message.id, text("helpdesk-read-button", language)))
        try:
            await message.reply(
                text("helpdesk-closed-now", language),
                view=view,
                allowed_mentions=discord.AllowedMentions(replied_user=True),
            )
        except TROUBLE as error:
            _log.warning("referral-waits", message=message.id, error=type(error).__name__)
            return Told.NOT_YET
        return Told.BEHIND_BUTTON

    async def _ask(
        self, message: discord.Message, text: str, place: str | None, warned: Warned
    ) -> None:
        helpdesk = self.client.services.helpdesk
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
            if found := CARD.match(source or ""):
                await self.client.services.staffdesk.answer(
                    await self._person(message),
                    int(found[1]),
                    self._without_mention(message.content),
                    origin_of_message(message.id),
                )
                return True
        return False

    def _question(self, message: discord.Message) -> str:
        return plain(self._without_mention(message.content))

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
            with contextlib.suppress(discord.NotFound):  # gone: then without roles
                author = await message.guild.fetch_member(author.id)
        arrival = await arrival_of(self.client, author, "")
        return await self.client.services.people.recognise(arrival)

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
