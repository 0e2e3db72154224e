"""The Discord client: its services, its cogs, and the ways in that discord.py leaves open."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import discord
import structlog
from discord import app_commands, http
from discord.ext import commands

from bot.clock import Clock
from bot.people import People
from bot.services.alerts import AlertDrafts, AlertFollowing, Alerts
from bot.services.helpdesk import (
    Activities,
    AnswerDrafts,
    Answers,
    CannedReplies,
    Changes,
    Consulting,
    DeskFigures,
    Forum,
    Hearing,
    HelpDesk,
    Hours,
    OwnQuestions,
    Rounds,
    Routing,
    Satisfaction,
    StaffDesk,
)
from bot.services.knowledge import Knowledge
from bot.services.matching import Matching
from bot.services.polls import Polls
from bot.services.privacy import Privacy, Retention
from bot.services.setup import Setup
from bot.settings import Settings
from bot.texts import Texts

COGS: Final = ("setup", "helpdesk", "knowledge", "polls", "matching", "alerts", "privacy")
LONGEST_PAUSE_S: Final = 30.0
"""A longer wait that Discord asks for goes back to the outbox; the library takes no shorter one."""
_log = structlog.get_logger("discord-door")


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a door may call."""

    texts: Texts
    clock: Clock
    people: People
    setup: Setup
    helpdesk: HelpDesk
    own: OwnQuestions
    changes: Changes
    hearing: Hearing
    staffdesk: StaffDesk
    answer_drafts: AnswerDrafts
    canned_replies: CannedReplies
    answers: Answers
    satisfaction: Satisfaction
    figures: DeskFigures
    routing: Routing
    consulting: Consulting
    hours: Hours
    rounds: Rounds
    forum: Forum
    activities: Activities
    knowledge: Knowledge
    polls: Polls
    alert_drafts: AlertDrafts
    alerts: Alerts
    following: AlertFollowing
    matching: Matching
    privacy: Privacy
    retention: Retention


class Client(commands.Bot):
    """discord.py's client with our services on it."""

    def __init__(self, services: Services, settings: Settings) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        intents.message_content = settings.message_content
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.2,
            max_ratelimit_timeout=LONGEST_PAUSE_S,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            tree_cls=Tree,
        )
        self.services = services
        self.renderers: dict[str, Render] = {}
        """How each kind of delivery looks; the cogs add theirs."""
        self.start_items: list[tuple[int, Callable[[str], discord.ui.Item[Any]], str]] = []
        """Buttons of the start message: order, button by its label, key of the label."""
        self.doors_open = asyncio.Event()
        self._busy = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._synced: dict[int | None, str] = {}

    async def setup_hook(self) -> None:
        """Load the doors and tell Discord our commands."""
        from cogs._commands import Words, speak

        for name in COGS:
            await self.load_extension(f"cogs.{name}")
        speak(self.tree, self.services.texts)
        await self.tree.set_translator(Words(self.services.texts))
        await self.sync()

    async def sync(self) -> None:
        """Send the commands when they differ from what this process sent before."""
        words = self.tree.translator
        assert words is not None  # noqa: S101 - set in setup_hook
        payload = [
            await command.get_translated_payload(self.tree, words)
            for command in self.tree.get_commands()
        ]
        mark = sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()
        if self._synced.get(None) != mark:
            await self.tree.sync()
            self._synced[None] = mark

    async def on_ready(self) -> None:
        """Discord knows us; the outbox may begin, whatever the cogs still do at this moment."""
        self.doors_open.set()
        _log.info("ready", guilds=len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """There are no text commands: cogs listen for themselves."""

    async def on_interaction(self, interaction: "Interaction") -> None:
        """Handle every form here: discord.py forgets open forms at a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            from cogs._ui import SafeModal, guard, values_of

            custom_id = str((interaction.data or {}).get("custom_id", ""))
            for form in SafeModal.__subclasses__():
                if match := form.pattern.fullmatch(custom_id):
                    filled = form.submit(interaction, values_of(interaction), match)
                    await guard(interaction, filled)
                    return

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Mark that something is under way, so that stopping waits for it."""
        self._busy += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._busy -= 1
            if not self._busy:
                self._idle.set()

    async def finish(self, timeout_s: float) -> None:
        """Wait until nothing is under way, at most this long."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), timeout_s)


class Tree(app_commands.CommandTree[Client]):
    """The slash commands, with the one handler of errors."""

    async def on_error(
        self, interaction: "Interaction", error: app_commands.AppCommandError
    ) -> None:
        """Every error of a command ends here."""
        from cogs._ui import answer_error

        await answer_error(interaction, error)


Interaction = discord.Interaction[Client]
Render = Callable[[Services, Any], Awaitable[Any]]


def point_at(settings: Settings) -> None:
    """Let discord.py talk to the addresses of the settings."""
    import yarl
    from discord.gateway import DiscordWebSocket

    http.Route.BASE = settings.discord_api_base
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
