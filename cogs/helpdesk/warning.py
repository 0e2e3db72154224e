"""What is urgent is told at once, to the writer alone, before anything that can be away."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

import discord
import structlog

from bot.search.referrals import Referral
from bot.services.helpdesk import Told
from cogs._client import Client
from cogs._ui import TROUBLE, since
from cogs.helpdesk.private import ReferralButton

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
    rules: frozenset[str] = frozenset()
    """Which referrals were told."""

    async def add(self, line: str) -> None:
        """Add a line to it; what was told stays told when that does not work."""
        if self.mail is not None and line not in self.mail.content:
            try:
                await self.mail.edit(content=f"{self.mail.content}\n\n{line}")
            except TROUBLE as error:
                _log.warning("line-not-added", error=type(error).__name__)


class Warner:
    """Tells referrals; remembers what it told lately, by the message that called for it."""

    def __init__(
        self, client: Client, language: Callable[[discord.Message], Awaitable[str]]
    ) -> None:
        self._client = client
        self._language = language
        self._warned: dict[int, Warned] = {}

    def warned(self, message: discord.Message) -> Warned:
        """What the writer of this message was told lately."""
        return self._warned.get(message.id, Warned())

    async def heed(self, message: discord.Message, text: str) -> Warned:
        """Tell what is urgent to the writer alone, at once; needs no database.

        A message that was changed is told again only when it calls for something else.
        """
        helpdesk = self._client.services.helpdesk
        urgent = [referral for referral in helpdesk.heed(text) if referral.is_private]
        if not urgent:
            return Warned()
        before = self.warned(message)
        if not {referral.id for referral in urgent} <= before.rules:
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
        language = self._client.services.helpdesk.spoken(text, await self._language(message))
        said = "\n\n".join(referral.said(language) for referral in urgent)
        rules = frozenset(referral.id for referral in urgent)
        again = "e" if message.id in self._warned or message.edited_at else ""
        try:
            channel = message.author.dm_channel or await message.author.create_dm()
            mail = await self._told_before(channel, said, message) or await channel.send(
                said, nonce=f"u{message.id}{again}", suppress_embeds=True
            )
        except discord.Forbidden:
            return Warned(await self._behind_button(message, language), rules=rules)
        except TROUBLE as error:
            _log.warning("referral-waits", message=message.id, error=type(error).__name__)
            return Warned()
        _log.info("referral-told", message=message.id, rules=sorted(rules))
        return Warned(Told.PRIVATELY, mail, language, rules)

    async def _told_before(
        self, channel: discord.DMChannel, said: str, message: discord.Message
    ) -> discord.Message | None:
        """What an earlier try told, before a restart."""
        age = discord.utils.utcnow() - message.created_at
        if age.total_seconds() >= LATE_S:
            for other in await since(channel, message.created_at):
                if other.author == self._client.user and other.content.startswith(said):
                    return other
        return None

    async def _behind_button(self, message: discord.Message, language: str) -> Told:
        """Where it was typed, without a word of what it is about."""
        if message.guild is None:
            return Told.NOT_YET
        text = self._client.services.texts.text
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
