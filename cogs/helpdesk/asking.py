"""Asking with a command or a button; who may read it is chosen before anything is shown."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.communities import Place
from bot.services.helpdesk import Ask, Reply
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    PlainButton,
    SafeModal,
    field,
    language_for,
    number,
    origin_of,
    person_of,
    ref,
    reply,
    say,
    think,
)
from cogs.helpdesk.hours import with_expected
from cogs.helpdesk.mine import mine
from cogs.helpdesk.replies import reply_text, reply_view

LONGEST = 1500


class AskForm(SafeModal):
    """The form behind "Stel een vraag"."""

    pattern = re.compile(r"ask-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "helpdesk-form-title"), custom_id="ask-form")
        self.add_item(
            field(
                "question",
                say(interaction, "helpdesk-form-question"),
                discord.ui.TextInput(
                    style=discord.TextStyle.paragraph,
                    placeholder=say(interaction, "helpdesk-form-hint")[:100],
                    max_length=LONGEST,
                ),
            )
        )
        self.add_item(_choice(interaction, "reader", ("me", "all")))
        self.add_item(_choice(interaction, "name", ("yes", "no")))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask."""
        await ask(
            interaction,
            str(values.get("question", "")),
            public="all" in values.get("reader", []),
            anonymous="no" in values.get("name", []),
        )


def _choice(interaction: Interaction, name: str, values: tuple[str, ...]) -> discord.ui.Label[Any]:
    """A choice in the form; the first is chosen beforehand, and each says what it means."""
    options = [
        discord.SelectOption(
            label=say(interaction, f"helpdesk-form-{name}-{value}")[:100],
            description=say(interaction, f"helpdesk-form-{name}-{value}-hint")[:100],
            value=value,
            default=value == values[0],
        )
        for value in values
    ]
    return discord.ui.Label(
        text=say(interaction, f"helpdesk-form-{name}")[:45],
        component=discord.ui.Select(custom_id=name, options=options),
    )


class AskQuestionButton(PlainButton, Button, template=r"ask"):
    """Ask a question."""

    noun = "ask"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(AskForm(interaction))


async def ask(interaction: Interaction, text: str, *, public: bool, anonymous: bool) -> None:
    """Ask, and tell who reads it; an urgent referral is told before anything can fail."""
    services = interaction.client.services
    urgent = [r for r in services.helpdesk.heed(text) if r.is_private]
    if urgent:
        language = services.helpdesk.spoken(text, language_for(interaction))
        await reply(interaction, "\n\n".join(referral.said(language) for referral in urgent))
    else:
        think(interaction)
    person = await person_of(interaction)
    asked_in = ref(interaction.channel_id) if interaction.guild and interaction.channel_id else None
    question = Ask(
        origin=origin_of(interaction),
        text=text,
        anonymous=anonymous,
        public=public,
        asked_in=asked_in,
    )
    found = await services.helpdesk.ask(person, question)
    if found.is_posted and not found.is_again:
        await reply(interaction, await _posted(interaction, found, anonymous=anonymous))
        return
    language = services.helpdesk.spoken(text, language_for(interaction))
    rest = reply_text(services, found, language, told=bool(urgent))
    lines = [rest] if rest else []
    if found.is_again:
        waits = {"waits": found.waits_for_staff}
        lines = [say(interaction, "helpdesk-known", number=found.question_id, **waits)]
    elif public:
        lines.insert(0, say(interaction, "helpdesk-not-posted"))
    if anonymous and not urgent:
        lines.append(say(interaction, "helpdesk-without-name"))
    if lines:
        text = await with_expected(services, "\n\n".join(lines), found.question_id, language)
        await reply(interaction, text, reply_view(services, found, language))


async def _posted(interaction: Interaction, found: Reply, *, anonymous: bool) -> str:
    """What happens with a question that the bot puts in the help channel."""
    place = None
    if interaction.guild_id is not None:
        settings = await interaction.client.services.setup.of_space(ref(interaction.guild_id))
        place = settings.places.get(Place.HELPDESK) if settings else None
    lines = [
        say(
            interaction,
            "helpdesk-posted",
            number=found.question_id,
            place=f"<#{number(place)}>" if place else say(interaction, "helpdesk-help-channel"),
            anonymous=anonymous,
            waits=found.waits_for_staff,
        )
    ]
    if found.left_out:
        lines.append(say(interaction, "helpdesk-left-out"))
    if anonymous:
        lines.append(say(interaction, "helpdesk-without-name"))
    return "\n\n".join(lines)


class HelpDeskCog(commands.Cog):
    """`/vraag`."""

    group = app_commands.Group(name="vraag", description="command-vraag")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="stel", description="command-vraag-stel")
    @app_commands.describe(
        tekst="option-question", openbaar="option-public", anoniem="option-anonymous"
    )
    async def ask(
        self,
        interaction: Interaction,
        tekst: app_commands.Range[str, 1, LONGEST] | None = None,
        openbaar: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
        anoniem: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
    ) -> None:
        """Ask a question; without words the form comes, which asks for all three."""
        with self.client.busy():
            if tekst is None:
                await interaction.response.send_modal(AskForm(interaction))
                return
            await ask(interaction, tekst, public=openbaar, anonymous=anoniem)

    @group.command(name="mijn", description="command-vraag-mijn")
    async def mine(self, interaction: Interaction) -> None:
        """Own questions."""
        with self.client.busy():
            await mine(interaction)
