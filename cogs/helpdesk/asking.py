"""The ways to ask: button, `/vraag`, direct message, mention, or typing in the help channel."""

import re
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands, tasks

from bot.communities import Place
from bot.errors import StoreError
from bot.services.helpdesk import Ask
from cogs._client import Client, Interaction
from cogs._ui import (
    TROUBLE,
    Button,
    PlainButton,
    SafeModal,
    arrival_of,
    error_text,
    field,
    language_for,
    number,
    origin_of,
    person_of,
    ref,
    reply,
    say,
    shown,
    think,
)
from cogs.helpdesk.replies import reply_text, reply_view

LONGEST = 1500
_log = structlog.get_logger("helpdesk-door")


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
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "helpdesk-form-name")[:45],
                component=discord.ui.Select(
                    custom_id="anonymous",
                    required=False,
                    min_values=0,
                    options=[
                        discord.SelectOption(
                            label=say(interaction, "helpdesk-form-anonymous")[:100], value="yes"
                        )
                    ],
                ),
            )
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask."""
        anonymous = "yes" in values.get("anonymous", [])
        await ask(interaction, str(values["question"]), anonymous=anonymous)


class AskButton(PlainButton, Button, template=r"ask"):
    """Ask a question."""

    noun = "ask"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(AskForm(interaction))


class MineButton(PlainButton, Button, template=r"mine"):
    """See the own questions."""

    noun = "mine"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """List them."""
        await mine(interaction)


async def ask(interaction: Interaction, text: str, *, anonymous: bool) -> None:
    """Ask in private; an urgent referral is told before anything can fail."""
    services = interaction.client.services
    urgent = [r for r in services.helpdesk.heed(text) if r.is_private]
    if urgent:
        told = "\n\n".join(referral.said(language_for(interaction)) for referral in urgent)
        await reply(interaction, told)
    else:
        await think(interaction)
    person = await person_of(interaction)
    found = await services.helpdesk.ask(
        person, Ask(origin=origin_of(interaction), text=text, anonymous=anonymous)
    )
    if urgent and found.waits_for_staff:
        await reply(
            interaction, say(interaction, "helpdesk-person-follows", number=found.question_id)
        )
    elif not urgent:
        language = language_for(interaction)
        view = reply_view(services, found, language)
        await reply(interaction, reply_text(services, found, language), view)


async def mine(interaction: Interaction) -> None:
    """Own questions with their state and answers."""
    await think(interaction)
    person = await person_of(interaction)
    questions = await interaction.client.services.helpdesk.mine(person)
    lines = [
        say(
            interaction,
            "helpdesk-mine-line",
            number=question.id,
            text=shown(question.text, 120),
            state=say(interaction, f"helpdesk-state-{question.state}"),
            asked_at=question.asked_at,
        )
        + "".join(f"\n> {shown(answer, 400)}" for answer in question.answers)
        for question in questions
    ]
    await reply(interaction, "\n\n".join(lines) or say(interaction, "helpdesk-mine-none"))


class HelpDeskCog(commands.Cog):
    """`/vraag` and typed questions."""

    group = app_commands.Group(name="vraag", description="command-vraag")

    def __init__(self, client: Client) -> None:
        self.client = client
        self.connected = False
        self.catching_up = 0
        """How many times somebody still looks back at what was typed."""

    async def cog_load(self) -> None:
        """Begin to note until when everything was heard."""
        self.listen.start()

    async def cog_unload(self) -> None:
        """Stop noting."""
        self.listen.cancel()

    @group.command(name="stel", description="command-vraag-stel")
    @app_commands.describe(tekst="option-question", anoniem="option-anonymous")
    async def ask(
        self,
        interaction: Interaction,
        tekst: app_commands.Range[str, 1, LONGEST],
        anoniem: bool = False,  # noqa: FBT001, FBT002 - Discord fills it
    ) -> None:
        """Ask a question."""
        with self.client.busy():
            await ask(interaction, tekst, anonymous=anoniem)

    @group.command(name="mijn", description="command-vraag-mijn")
    async def mine(self, interaction: Interaction) -> None:
        """Own questions."""
        with self.client.busy():
            await mine(interaction)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A direct message, a mention, or a message in the help channel is a question."""
        with self.client.busy():
            try:
                await self.hear(message)
            except Exception as error:  # noqa: BLE001 - discord.py would only log it
                text = error_text(self.client, error, "nl", message=message.id)
                await message.reply(text, mention_author=False)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Hear what was typed in the help channel while the bot was away."""
        self.connected = True
        self.catching_up += 1
        after = await self.client.services.helpdesk.seen_at()
        for guild in self.client.guilds:
            if after is None:
                break
            settings = await self.client.services.setup.of_space(ref(guild.id))
            place = settings.places.get(Place.HELPDESK) if settings else None
            wait_s = 0.5
            while place and not await self._catch_up(guild, number(place), after):
                await self.client.services.clock.sleep(wait_s)
                wait_s = min(2 * wait_s, 60.0)
        self.catching_up -= 1
        await self.note_heard()

    async def _catch_up(self, guild: discord.Guild, place: int, after: datetime) -> bool:
        """Hear what was typed since then; False when Discord does not tell all of it now."""
        if guild.unavailable:  # Discord names a server before it tells what is in it
            return False
        try:
            async for message in _typed(self.client.get_channel(place), after):
                if not await self.client.services.helpdesk.knows(f"discord:m:{message.id}"):
                    await self.on_message(message)
        except (discord.Forbidden, discord.NotFound) as error:
            _log.warning("cannot-look-back", channel=place, code=error.code)
        except TROUBLE as error:
            _log.warning("look-back-waits", error=type(error).__name__)
            return False
        return True

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
            await self.client.services.helpdesk.note_seen()

    async def hear(self, message: discord.Message) -> None:
        """Ask what was typed, when it is meant for the bot."""
        if message.author.bot or not isinstance(message.author, discord.Member | discord.User):
            return
        place = await self._place_of(message)
        if place is None and message.guild is not None:
            return
        text = re.sub(
            rf"<@!?{self.client.user.id if self.client.user else 0}>", "", message.content
        )
        if not text.strip():
            return
        arrival = await arrival_of(self.client, message.author, "nl")
        person = await self.client.services.people.recognise(arrival)
        await self.client.services.helpdesk.ask(
            person,
            Ask(
                origin=f"discord:m:{message.id}",
                text=text,
                place=place,
                message=ref(message.id) if place else None,
                reply=True,
            ),
        )
        _log.info("question-heard", message=message.id)

    async def _place_of(self, message: discord.Message) -> str | None:
        """Where to reply; None in a direct message, and for what is not meant for the bot."""
        if message.guild is None:
            return None
        here = ref(message.channel.id)
        if self.client.user in message.mentions:
            return here
        settings = await self.client.services.setup.of_space(ref(message.guild.id))
        if settings is None or message.type is not discord.MessageType.default:
            return None
        channel = message.channel
        help_place = here
        if isinstance(channel, discord.Thread) and message.id == channel.id:
            help_place = ref(channel.parent_id)
        return here if settings.places.get(Place.HELPDESK) == help_place else None


async def _typed(channel: object, after: datetime) -> AsyncIterator[discord.Message]:
    """What was typed in the help channel since then; of a forum, the post that began each."""
    if isinstance(channel, discord.TextChannel):
        async for message in channel.history(after=after, limit=None):
            yield message
    elif isinstance(channel, discord.ForumChannel):
        for post in channel.threads:
            if post.created_at is not None and post.created_at >= after:
                yield await post.fetch_message(post.id)
