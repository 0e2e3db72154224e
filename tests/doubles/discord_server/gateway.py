"""The gateway half: sessions that outlive their connection, so that RESUME can replay."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import discord
from aiohttp import WSMsgType, web

from tests.doubles.discord_server import seams
from tests.doubles.discord_server.world import World

HEARTBEAT_MS = 41_250
REMEMBERED_EVENTS = 20_000
REMEMBERED_SESSIONS = 2
FORGOTTEN_AFTER_S = 180.0
_PRIVILEGED = (
    discord.Intents(members=True).value
    | discord.Intents(presences=True).value
    | discord.Intents(message_content=True).value
)


@dataclass(slots=True)
class Session:
    """What Discord keeps of one IDENTIFY."""

    id: str
    filter: seams.Filter = field(init=False)
    seq: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED_EVENTS))
    wire: Wire | None = None
    left_at_s: float | None = None

    def replay(self, after: int) -> list[str] | None:
        """Events after this number, or None when some of them are no longer known."""
        if after > self.seq or (self.sent and self.sent[0][0] > after + 1):
            return None
        return [text for number, text in self.sent if number > after]


class Wire:
    """One websocket; sends in order, from a queue, so that events never wait for the network."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self._request = request
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def send(self, text: str) -> None:
        self._queue.put_nowait(text)

    def op(self, op: int, d: Any = None) -> None:
        self.send(json.dumps({"op": op, "d": d, "s": None, "t": None}))

    async def _write(self) -> None:
        while (text := await self._queue.get()) is not None:
            try:
                await self.socket.send_str(text)
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        """Send what is queued, then close."""
        self._queue.put_nowait(None)
        await self._writer
        await self.socket.close(code=code)

    def quiet(self) -> None:
        """Send nothing more."""
        self._queue.put_nowait(None)

    def abort(self) -> None:
        """Cut the line: the bot hears nothing any more and gets no close code."""
        self._writer.cancel()
        if self._request.transport is not None:
            self._request.transport.abort()


class Gateway:
    """Accepts connections and hands every event of the simulated Discord to every session."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._open = asyncio.Event()
        self._open.set()
        self._wires: set[Wire] = set()
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.resumed = 0
        self.invalidated = 0
        world.env.tap(self.feed)

    # ---------------------------------------------------------------- events

    def feed(self, event: str, payload: Mapping[str, Any]) -> None:
        dressed = self._world.dress(event, payload)
        for session in list(self.sessions.values()):
            session.filter.feed(event, dressed)
        self._world.pulse()

    def _forget(self) -> None:
        """Forget sessions that nobody will resume: old ones, and all but the last few left."""
        left = [one for one in self.sessions.values() if one.left_at_s is not None]
        for place, session in enumerate(sorted(left, key=lambda one: -(one.left_at_s or 0))):
            age_s = perf_counter() - (session.left_at_s or 0)
            if place >= REMEMBERED_SESSIONS or age_s > FORGOTTEN_AFTER_S:
                del self.sessions[session.id]

    def _push(self, session: Session, event: str, payload: Mapping[str, Any]) -> None:
        session.seq += 1
        text = json.dumps({"op": 0, "t": event, "s": session.seq, "d": payload})
        text = text.replace(seams.CDN_BASE, self._world.cdn)
        session.sent.append((session.seq, text))
        if session.wire is not None:
            session.wire.send(text)

    # ----------------------------------------------------------- connections

    async def connect(self, request: web.Request) -> web.StreamResponse:
        await self._open.wait()
        socket = web.WebSocketResponse(max_msg_size=0, compress=False)
        await socket.prepare(request)
        wire = Wire(request, socket)
        self._wires.add(wire)
        wire.op(10, {"heartbeat_interval": HEARTBEAT_MS})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._hear(wire, json.loads(message.data))
        finally:
            self._leave(wire)
        return socket

    def _leave(self, wire: Wire) -> None:
        wire.quiet()
        self._wires.discard(wire)
        for session in self.sessions.values():
            if session.wire is wire:
                session.wire, session.left_at_s = None, perf_counter()

    async def _hear(self, wire: Wire, message: dict[str, Any]) -> None:
        match message["op"]:
            case 1:
                wire.op(11)
            case 2:
                await self._identify(wire, message["d"])
            case 6:
                await self._resume(wire, message["d"])
            case 8:
                session = next((one for one in self.sessions.values() if one.wire is wire), None)
                if session is not None:
                    await session.filter.send_members(message["d"])
            case _:
                pass  # presence and voice: accepted, shown to nobody

    async def _identify(self, wire: Wire, wish: dict[str, Any]) -> None:
        world = self._world
        if wish["token"] != world.token:
            await wire.close(4004)
            return
        if wish["intents"] & _PRIVILEGED & ~world.intents:
            await wire.close(4014)
            return
        self._forget()
        session = Session(secrets.token_hex(8), wire=wire)
        session.filter = seams.Filter(
            world.env, wish["intents"], lambda event, payload: self._push(session, event, payload)
        )
        parts = seams.ready_parts(world.env)
        session.filter.feed(
            "READY",
            {
                "v": 10,
                "user": parts["user"],
                "guilds": parts["guilds"],
                "session_id": session.id,
                "resume_gateway_url": f"ws://127.0.0.1:{world.port}/gateway",
                "shard": wish.get("shard", [0, 1]),
                "application": {"id": parts["application_id"], "flags": app_flags(world.intents)},
            },
        )
        for guild in seams.guild_payloads(world.env):
            session.filter.feed("GUILD_CREATE", guild)
        self.sessions[session.id] = session
        self.identified += 1
        world.pulse()

    async def _resume(self, wire: Wire, wish: dict[str, Any]) -> None:
        session = self.sessions.get(wish["session_id"])
        missed = None if session is None else session.replay(wish["seq"] or 0)
        if session is None or missed is None:
            self.invalidated += 1
            wire.op(9, False)
            return
        for text in missed:
            wire.send(text)
        session.wire, session.left_at_s = wire, None
        self.resumed += 1
        session.filter.feed("RESUMED", {})
        self._world.pulse()

    # ----------------------------------------------------------------- faults

    def drop(self, *, remember: bool = True) -> int:
        """Cut every connection; without `remember` the sessions are forgotten too.

        Returns how many connections were cut.
        """
        if not remember:
            self.sessions.clear()
        wires = list(self._wires)
        for wire in wires:
            self._leave(wire)
            wire.abort()
        return len(wires)

    def ask_reconnect(self) -> None:
        """Send op 7: the bot is to reconnect and resume by itself."""
        for wire in self._wires:
            wire.op(7)

    def shut(self) -> None:
        """Let new connections wait until `reopen`."""
        self._open.clear()

    def reopen(self) -> None:
        self._open.set()

    async def close(self) -> None:
        self._open.set()
        for wire in list(self._wires):
            await wire.close(1001)


def app_flags(intents: int) -> int:
    """The application flags that say which privileged intents the developer page allows."""
    pairs = ((1 << 12, "presences"), (1 << 14, "members"), (1 << 18, "message_content"))
    return sum(flag for flag, name in pairs if intents & discord.Intents(**{name: True}).value)
