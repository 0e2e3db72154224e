"""The simulated Discord as one thing to hold in a test."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

import discord
import simcord
from aiohttp import web

from tests.doubles.discord_server import seams, stored
from tests.doubles.discord_server.faults import FaultPlan
from tests.doubles.discord_server.gateway import Gateway
from tests.doubles.discord_server.limits import Limits
from tests.doubles.discord_server.requests import RequestLog
from tests.doubles.discord_server.rest import Rest
from tests.doubles.discord_server.world import TOKEN, Reaction, World

_MAX_BODY = 64 * 1024 * 1024
_EXPIRE_EVERY_S = 1.0
_BEFORE_PRESSING_S = 0.1

Person = simcord.MemberActor | simcord.UserHandle


class DiscordServer:
    """A Discord on 127.0.0.1 that a bot in another process connects to.

    Builders and actors are simcord's own (`create_guild`, `add_member`, `await anna.slash(…)`);
    they return as soon as the event is on its way, so wait with `until` or `answered`.
    `locale` is what interactions carry unless `speaks` says otherwise. `intents` are the ones that
    the developer page allows. One server per event loop.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        port: int = 0,
        limits: Limits | None = None,
        locale: str = "nl",
        intents: discord.Intents | None = None,
        token: str = TOKEN,
    ) -> None:
        rng = random.Random(seed)
        self.world = World(
            env=seams.RemoteEnv(),
            rng=rng,
            limits=Limits() if limits is None else limits,
            faults=FaultPlan(rng),
            token=token,
            locale=locale,
            intents=(discord.Intents.all() if intents is None else intents).value,
            port=port,
        )
        self._rest = Rest(self.world)
        self.gateway = Gateway(self.world)
        self._runner: web.AppRunner | None = None
        self._ticker: asyncio.Task[None] | None = None

    # -------------------------------------------------------------- lifecycle

    async def __aenter__(self) -> Self:
        await self.world.env.start()
        app = web.Application(client_max_size=_MAX_BODY)
        app.router.add_get("/gateway", self.gateway.connect)
        app.router.add_get("/cdn/{path:.*}", self._rest.file)
        for version in ("v10", "v9"):
            app.router.add_get(f"/api/{version}/gateway", self._gateway_address)
            app.router.add_get(f"/api/{version}/gateway/bot", self._gateway_address)
            app.router.add_route("*", f"/api/{version}/{{path:.*}}", self._rest.answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.world.port)
        await site.start()
        self.world.port = self._runner.addresses[0][1]
        self._ticker = asyncio.create_task(self._tick())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close; a request that simcord could not answer fails the test that made it."""
        if self._ticker is not None:
            self._ticker.cancel()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
        await self.world.env.shutdown()
        if self.world.gaps and kind is None:
            raise AssertionError("the simulated Discord has a gap: " + "; ".join(self.world.gaps))

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_EXPIRE_EVERY_S)
            self.world.env.expire()

    async def _gateway_address(self, _request: web.Request) -> web.StreamResponse:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return web.json_response(
            {"url": self.gateway_url, "shards": 1, "session_start_limit": limit},
            content_type="application/json",
        )

    # --------------------------------------------------------------- settings

    @property
    def api_base(self) -> str:
        return f"http://127.0.0.1:{self.world.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.world.port}/gateway"

    @property
    def settings(self) -> dict[str, str]:
        """The environment with which a bot process finds this server."""
        return {
            "DISCORD_TOKEN": self.world.token,
            "DISCORD_API_BASE": self.api_base,
            "DISCORD_GATEWAY_URL": self.gateway_url,
        }

    # ---------------------------------------------------------------- builders

    @property
    def env(self) -> simcord.Env:
        """simcord's own environment, for builders that are not repeated here."""
        return self.world.env

    def create_guild(self, name: str = "Buurt", **options: Any) -> simcord.GuildHandle:
        return self.world.env.create_guild(name, **options)

    def create_user(
        self, name: str, *, locale: str | None = None, **options: Any
    ) -> simcord.UserHandle:
        user = self.world.env.create_user(name, **options)
        if locale is not None:
            self.speaks(user, locale)
        return user

    def speaks(self, person: Person, locale: str) -> None:
        """Let this person's interactions carry this locale, e.g. "nl" or "en-GB"."""
        self.world.locales[person.id] = locale

    def close_dm(self, person: Person) -> None:
        """This person accepts no messages from the bot any more (403, 50007)."""
        self.world.closed_dms.add(person.id)

    def open_dm(self, person: Person) -> None:
        self.world.closed_dms.discard(person.id)

    def delete_channel(self, channel: simcord.ChannelHandle) -> None:
        """Somebody removes the channel: an event, and 404 from then on."""
        stored.delete_channel(self.world.env, channel.id)

    # ----------------------------------------------------------------- reading

    @property
    def log(self) -> RequestLog:
        """Every REST request that was answered, oldest first."""
        return self.world.log

    def messages(
        self, channel: simcord.ChannelHandle, *, viewer: Person | None = None
    ) -> list[discord.Message]:
        """Messages, oldest first; ephemeral ones only for the viewer they were meant for."""
        return channel.history(viewer=viewer)

    def dm(self, person: Person) -> list[discord.Message]:
        """What stands in the bot's conversation with this person, oldest first."""
        user = person.user if isinstance(person, simcord.MemberActor) else person
        return user.dm_channel.history()

    def nonce_of(self, message: discord.Message) -> str | None:
        """The nonce with which the bot sent this message."""
        return self.world.nonces.by_message.get(message.id)

    def command_names(self, guild: simcord.GuildHandle | None = None) -> list[str]:
        """Names of the commands that the bot has synced for everybody, and for this guild."""
        return stored.command_names(self.world.env, None if guild is None else guild.id)

    def reaction(self, result: simcord.InteractionResult) -> Reaction:
        """When the bot reacted to this interaction."""
        return self.world.reactions[stored.interaction_of(result).id]

    # ----------------------------------------------------------------- waiting

    async def until(self, condition: Callable[[], Any], *, timeout_s: float = 10.0) -> Any:
        """Wait for the condition and return its value; TimeoutError tells the last requests."""
        return await self.world.until(condition, timeout_s=timeout_s)

    async def answered(
        self, result: simcord.InteractionResult, *, timeout_s: float = 10.0
    ) -> simcord.InteractionResult:
        """Wait until the person sees an answer: not "thinking…", but a message, form or change.

        Something to press costs 0.1 s more: discord.py knows a view only once its request has
        returned, and no person presses sooner.
        """
        interaction = stored.interaction_of(result)
        await self.until(
            lambda: interaction.responded and not interaction.loading, timeout_s=timeout_s
        )
        shown = result.response
        if result.modal is not None or (shown is not None and shown.components):
            await asyncio.sleep(_BEFORE_PRESSING_S)
        return result

    def skip(self, seconds: float) -> None:
        """Move this Discord's clock (nonce memory, tokens, limits); the bot's clock stays."""
        self.world.env.clock.skip(seconds)

    # ------------------------------------------------------------------ faults

    @property
    def faults(self) -> FaultPlan:
        return self.world.faults

    @property
    def rng(self) -> random.Random:
        """The seeded source, also for a test's own random moments."""
        return self.world.rng

    @asynccontextmanager
    async def gateway_down(self, *, remember: bool = True) -> AsyncIterator[None]:
        """Cut the gateway and let nobody back in until the block ends."""
        self.gateway.shut()
        self.gateway.drop(remember=remember)
        try:
            yield
        finally:
            self.gateway.reopen()
