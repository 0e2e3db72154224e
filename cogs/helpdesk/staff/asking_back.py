"""Staff ask the asker something; the asker answers with a button, or by typing below it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import discord

from bot.outbox import Delivery
from bot.services.helpdesk import AskedBack
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeModal,
    attend,
    field,
    language_for,
    numbered,
    origin_of,
    person_of,
    reply,
    say,
    shown,
    think,
)
from cogs.helpdesk.mine import MineButton
from cogs.helpdesk.replies import PersonButton, shown_lines
from cogs.helpdesk.staff._place import view_of


class AskBackForm(SafeModal):
    """What staff want to know of the asker."""

    pattern = re.compile(r"ask-back-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-ask-back-title", number=question_id),
            custom_id=f"ask-back-form:{question_id}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=1000
        )
        self.add_item(field("text", say(interaction, "staffdesk-ask-back-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask it."""
        person, number = await attend(interaction), int(match["id"])
        back = interaction.client.services.staffdesk.back
        text = str(values.get("text", ""))
        until = await back.ask(person, number, text, origin_of(interaction))
        await reply(
            interaction, say(interaction, "staffdesk-asked-back", number=number, until=until)
        )


class ReplyBackButton(NumberButton, Button, template=numbered("reply-back")):
    """The asker answers what staff asked."""

    noun = "reply-back"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form, with what was asked."""
        person = await person_of(interaction)
        asked = await interaction.client.services.staffdesk.back.read(person, self.id_)
        await interaction.response.send_modal(ReplyBackForm(interaction, asked))


class ReplyBackForm(SafeModal):
    """The answer of the asker."""

    pattern = re.compile(r"reply-back-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, asked: AskedBack) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-reply-title", number=asked.question_id),
            custom_id=f"reply-back-form:{asked.question_id}",
        )
        if asked.text:
            self.add_item(discord.ui.TextDisplay(f"> {shown(asked.text, 1500)}"))
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=1000
        )
        self.add_item(field("text", say(interaction, "staffdesk-reply-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Give it to staff; what is urgent in it is told first."""
        services, number = interaction.client.services, int(match["id"])
        text = str(values.get("text", ""))
        urgent = [one for one in services.helpdesk.heed(text) if one.is_private]
        if urgent:
            language = language_for(interaction)
            await reply(interaction, "\n\n".join(one.said(language) for one in urgent))
        else:
            think(interaction)
        person = await person_of(interaction)
        await services.staffdesk.back.reply(person, number, text, origin_of(interaction))
        await reply(interaction, say(interaction, "staffdesk-replied", number=number))


class ReadNewsButton(NumberButton, Button, template=numbered("read-news")):
    """Read what staff asked or decided here, because private messages are closed."""

    noun = "read-news"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show it to the asker alone."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        asked = await services.staffdesk.back.read(person, self.id_)
        if asked.reason:
            text = ended_text(services, language, self.id_, asked.reason, asked.line)
            await reply(interaction, text, ended_view(services, language, self.id_))
            return
        if asked.second:
            text = split_text(services, language, self.id_, asked.second)
            await reply(interaction, text, split_view(services, language))
            return
        text = asked_text(services, language, self.id_, asked.text, asked.until)
        await reply(interaction, text, asked_view(services, language, self.id_))


def asked_text(
    services: Services, language: str, number: int, text: str, until: datetime | None
) -> str:
    """What staff ask, and until when they wait."""
    return services.texts.text(
        "staffdesk-question-back",
        language,
        number=number,
        text=shown_lines(text),
        waits=until is not None,
        until=until or services.clock.now(),
    )


def asked_view(services: Services, language: str, number: int) -> discord.ui.View:
    """The button to answer it."""
    label = services.texts.text("staffdesk-reply-button", language)
    return view_of([ReplyBackButton(number, label)])


def ended_text(services: Services, language: str, number: int, reason: str, line: str) -> str:
    """That a question is done, and why."""
    said = services.texts.text("staffdesk-ended", language, number=number, reason=reason)
    return f"{said}\n{shown_lines(line)}" if line else said


def ended_view(services: Services, language: str, number: int) -> discord.ui.View:
    """The button to open it again."""
    label = services.texts.text("staffdesk-again-button", language)
    return view_of([PersonButton(number, label)])


def split_text(services: Services, language: str, number: int, second: int) -> str:
    """That one question became two, and where both stand."""
    return services.texts.text("staffdesk-split", language, number=number, second=second)


def split_view(services: Services, language: str) -> discord.ui.View:
    """The button to the own questions."""
    return view_of([MineButton(services.texts.text("start-mine-button", language))])


async def render_ask_back(services: Services, delivery: Delivery) -> Rendering:
    """What staff ask the asker."""
    return _rendering(services, delivery, "")


async def render_warning(services: Services, delivery: Delivery) -> Rendering:
    """The same once more, with the day on which nobody waits any longer."""
    return _rendering(
        services, delivery, services.texts.text("staffdesk-still-waiting", delivery.language)
    )


def _rendering(services: Services, delivery: Delivery, first: str) -> Rendering:
    number, language = int(delivery.facts["question"]), delivery.language
    until = datetime.fromisoformat(str(delivery.facts["until"]))
    text = asked_text(services, language, number, str(delivery.facts["text"]), until)
    return Rendering(
        f"{first}\n{text}".strip(),
        view=lambda: asked_view(services, language, number),
        reply_to=delivery.facts.get("reply_to"),
    )


async def render_ended(services: Services, delivery: Delivery) -> Rendering:
    """That a question is done, with the button to open it again."""
    number, language = int(delivery.facts["question"]), delivery.language
    line = str(delivery.facts.get("text") or "")
    return Rendering(
        ended_text(services, language, number, str(delivery.facts["reason"]), line),
        view=lambda: ended_view(services, language, number),
        reply_to=delivery.facts.get("reply_to"),
    )


async def render_split(services: Services, delivery: Delivery) -> Rendering:
    """That one question became two, for the asker."""
    number, language = int(delivery.facts["question"]), delivery.language
    return Rendering(
        split_text(services, language, number, int(delivery.facts["other"])),
        view=lambda: split_view(services, language),
        reply_to=delivery.facts.get("reply_to"),
    )


async def render_news(services: Services, delivery: Delivery) -> Rendering:
    """The line in a public place, without what it is about."""
    number, text = int(delivery.facts["question"]), services.texts.text
    label = text("helpdesk-read-button", delivery.language)
    return Rendering(
        text("staffdesk-news", delivery.language, number=number),
        view=lambda: view_of([ReadNewsButton(number, label)]),
        reply_to=delivery.facts.get("reply_to"),
    )
