"""The two private seams of simcord on which the loopback server stands; see also `stored`.

simcord 3.2.1 is an in-process double: it replaces discord.py's HTTP client and gateway. For a bot
in another process we need what lies behind those two: the route table (REST in) and the subscribers
of the backend (gateway out). Both are marked internal, so simcord is pinned; when a new version
moves one of them, this file is the only one to mend.

What we change, and why:
* `begin`/`end` of an operation do nothing: several people may act at the same moment.
* settling waits for nothing (the idle client has no work), except that an autocomplete waits until
  the bot answered, because its actor verb returns the choices at once.
* the clock is the real one (plus what `skip()` added): 3 s to answer, 15 min for a token.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
from collections.abc import Awaitable, Callable, Mapping
from time import perf_counter
from typing import Any

import discord
import simcord
from simcord import _clock, gateway
from simcord.backend import cdn, serializers
from simcord.backend.errors import BackendError
from simcord.enums import InteractionType
from simcord.http import RouteNotImplemented, UnsupportedField, router

CDN_BASE = cdn.CDN_BASE
AUTOCOMPLETE_PATIENCE_S = 3.0

BackendRefusal = BackendError
Gap = (RouteNotImplemented, UnsupportedField)
Send = Callable[[str, Mapping[str, Any]], None]


class RealClock(_clock.Clock):
    """Real UTC plus what was skipped; perf_counter, because simcord replaces time.monotonic."""

    def __init__(self) -> None:
        self._epoch = datetime.datetime.now(datetime.UTC)
        self._started = perf_counter()
        self._skipped = 0.0

    @property
    def elapsed(self) -> float:
        return perf_counter() - self._started + self._skipped

    def now(self) -> datetime.datetime:
        return self._epoch + datetime.timedelta(seconds=self.elapsed)

    def advance(self, seconds: float) -> None:
        """Only `skip()` moves this clock; simcord's own steps follow real time."""

    def skip(self, seconds: float) -> None:
        self._skipped += seconds


class RemoteEnv(simcord.Env):
    """A simcord world whose bot runs elsewhere; its own client only keeps the handles alive."""

    def __init__(self) -> None:
        client = discord.Client(intents=discord.Intents.all(), chunk_guilds_at_startup=False)
        super().__init__(client, check_errors=False)
        self.clock = RealClock()
        self.backend.clock = self.clock
        self._remote = False
        self._typing_ahead: Any = None
        self.until: Callable[..., Awaitable[Any]] | None = None

    async def start(self) -> None:
        await super().start()
        self._remote = True

    def tap(self, feed: Send) -> None:
        """Let `feed` see every gateway event from now on."""
        self._register_dispatch_observer(self._notice)
        self.backend.subscribers.append(feed)

    def _notice(self, interaction: Any) -> None:
        if interaction.type == InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE:
            self._typing_ahead = interaction

    def _begin_operation(self, label: str) -> None:
        if not self._remote:
            super()._begin_operation(label)

    def _end_operation(self) -> None:
        if not self._remote:
            super()._end_operation()

    async def _settle_internal(self, **options: Any) -> None:
        if not self._remote:
            await super()._settle_internal(**options)
            return
        waiting, self._typing_ahead = self._typing_ahead, None
        await asyncio.sleep(0)
        if waiting is None or self.until is None:
            return
        # Nobody sees an error when no choices come: the list simply stays empty.
        with contextlib.suppress(TimeoutError):
            await self.until(lambda: waiting.responded, timeout_s=AUTOCOMPLETE_PATIENCE_S)

    async def shutdown(self) -> None:
        self._remote = False
        await super().shutdown()

    def expire(self) -> None:
        """End Discord's own polls and start its events when their moment has come."""
        self._process_resource_deadlines()


class Filter:
    """One connection's view: drops, censors and prunes events as its intents demand."""

    def __init__(self, env: RemoteEnv, intents: int, send: Send) -> None:
        self.intents = discord.Intents._from_value(intents)
        self.parsers = _EveryParser(send)
        self._gateway = gateway.FakeGateway(env.backend, self)
        self._socket = gateway.FakeWebSocket(env.backend, self._gateway)

    def feed(self, event: str, payload: Mapping[str, Any]) -> None:
        self._gateway.feed(event, payload)

    async def send_members(self, wish: Mapping[str, Any]) -> None:
        """Answer an op 8 (request guild members) with chunks."""
        await self._socket.request_chunks(
            int(wish["guild_id"]),
            wish.get("query"),
            limit=int(wish.get("limit") or 0),
            user_ids=[int(one) for one in wish.get("user_ids") or ()] or None,
            presences=bool(wish.get("presences")),
            nonce=wish.get("nonce"),
        )


class _EveryParser:
    """Stands where simcord expects discord.py's table of event parsers."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def __getitem__(self, event: str) -> Callable[[Mapping[str, Any]], None]:
        return lambda payload: self._send(event, payload)

    get = __getitem__


def dispatch(env: RemoteEnv, method: str, path: str, **parts: Any) -> Any:
    """Let simcord's route table answer one request. Raises BackendRefusal or one of Gap."""
    env.backend.http_requests.clear()
    env.backend.transcript.clear()
    return router.dispatch(env.backend, method, path, **parts)


def ready_parts(env: RemoteEnv) -> dict[str, Any]:
    """Who the bot is and where it is, as READY says it."""
    return {
        "user": dict(serializers.user_payload(env.backend.bot_user)),
        "guilds": [{"id": str(one), "unavailable": True} for one in env.backend.guilds],
        "application_id": str(env.backend.application_id),
    }


def guild_payloads(env: RemoteEnv) -> list[Mapping[str, Any]]:
    backend = env.backend
    return [serializers.guild_create_payload(backend, one) for one in backend.guilds.values()]
