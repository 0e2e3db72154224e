"""What waits behind a button because somebody takes no private messages."""

import re
from typing import Any

import discord
import structlog

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    PLATFORM,
    TROUBLE,
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
    think,
)
from cogs.helpdesk.replies import reply_text, reply_view, shown_lines
from cogs.helpdesk.satisfaction import judging_person

_log = structlog.get_logger("helpdesk-door")


def origin_of_message(message_id: int) -> str:
    """What makes one message one question or answer, however often it is heard."""
    return f"{PLATFORM}:m:{message_id}"


class ReadButton(NumberButton, Button, template=numbered("read-here")):
    """Read the answer to an own question here."""

    noun = "read-here"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show what people answered, or else the first reply."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        found = await services.helpdesk.read(person, self.id_)
        if not found.answers:
            view = reply_view(services, found, language)
            await reply(interaction, reply_text(services, found, language), view)
            return
        said = say(interaction, "helpdesk-answers", number=self.id_)
        answers = "\n\n".join(map(shown_lines, found.answers))
        await reply(interaction, f"{said}\n{answers}", judging_person(services, self.id_, language))


class ReferralButton(SafeButton, Button, template=r"referral:(?P<message>\d{1,20})"):
    """Read the referral that an own message called for; works without the database."""

    def __init__(self, message_id: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.primary,
                custom_id=f"referral:{message_id}",
            )
        )
        self.message_id = message_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ReferralButton":
        """The button behind a custom_id."""
        return cls(int(match["message"]))

    async def press(self, interaction: Interaction) -> None:
        """Tell the referral to the writer alone, then what the help desk knows."""
        think(interaction)
        helpdesk = interaction.client.services.helpdesk
        message = await self._message(interaction)
        if message is not None and message.author.id != interaction.user.id:
            await reply(interaction, say(interaction, "helpdesk-not-yours"))
            return
        text = "" if message is None else message.content
        urgent = [r for r in helpdesk.heed(text) if r.is_private]
        language = helpdesk.spoken(text, language_for(interaction))
        told = "\n\n".join(referral.said(language) for referral in urgent)
        await reply(interaction, told or say(interaction, "helpdesk-referral-lost"))
        if not urgent:
            return
        person, origin = await person_of(interaction), origin_of_message(self.message_id)
        if await helpdesk.number_of(origin) is None:
            return  # it was not said to the bot
        found = await helpdesk.read(person, origin)
        services = interaction.client.services
        rest = reply_text(services, found, language, told=True)
        await reply(interaction, rest, reply_view(services, found, language))

    async def _message(self, interaction: Interaction) -> discord.Message | None:
        """What the writer typed here, when it still stands."""
        if not isinstance(interaction.channel, discord.abc.Messageable):
            return None
        try:
            return await interaction.channel.fetch_message(self.message_id)
        except TROUBLE as error:
            _log.warning("message-not-read", message=self.message_id, error=type(error).__name__)
            return None


async def render_closed(services: Services, delivery: Delivery) -> Rendering:
    """The line in a public place, without what it is about."""
    question_id = int(delivery.facts["question"])
    text = services.texts.text

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        label = text("helpdesk-read-button", delivery.language)
        view.add_item(ReadButton(question_id, label))
        return view

    return Rendering(
        text("helpdesk-closed", delivery.language, number=question_id),
        view=view,
        reply_to=delivery.facts.get("reply_to"),
    )
