"""The REST half: discord.py's HTTP client talks to this, faults and limits included."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import simcord
from aiohttp import web

from tests.doubles.discord_server import seams, stored
from tests.doubles.discord_server.calls import Call, read_call
from tests.doubles.discord_server.checks import Refusal, check
from tests.doubles.discord_server.faults import Effect, Fault
from tests.doubles.discord_server.gateway import app_flags
from tests.doubles.discord_server.limits import refusal_headers
from tests.doubles.discord_server.requests import Request, fits, route_of
from tests.doubles.discord_server.world import World

_SEND = "/channels/*/messages"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    payload: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Rest:
    """Answers /api/v10/** and /cdn/**."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def answer(self, request: web.Request) -> web.StreamResponse:
        call = await read_call(request, own_cdn=self._world.cdn)
        answer = await self._decide(call, request.headers.get("Authorization"))
        self._note(call, answer)
        if answer is None:
            _cut(request)
            return web.Response(status=500)
        return self._write(answer)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Attachments, at the address that the messages carry."""
        data = stored.blob(self._world.env, f"{seams.CDN_BASE}/{request.match_info['path']}")
        return web.Response(status=404) if data is None else web.Response(body=data)

    # -------------------------------------------------------------- deciding

    async def _decide(self, call: Call, authorization: str | None) -> Answer | None:
        """The answer, or None when the connection is to be cut."""
        world = self._world
        if not call.for_interaction and authorization != f"Bot {world.token}":
            return Answer(401, {"message": "401: Unauthorized", "code": 0})
        verdict = world.limits.take(
            call.method, call.path, now_s=world.now_s, interaction=call.for_interaction
        )
        if verdict.retry_after_s is not None:
            return _limited(verdict.retry_after_s, verdict.everywhere, verdict.headers)
        drawn = world.faults.draw(call.method, call.path)
        broken, answer = await self._trouble(call, drawn, verdict.headers, after=False)
        if broken:
            return answer
        done = self._commit(call, verdict.headers)
        broken, answer = await self._trouble(call, drawn, verdict.headers, after=True)
        return answer if broken else done

    async def _trouble(
        self, call: Call, drawn: tuple[Fault, ...], headers: dict[str, str], *, after: bool
    ) -> tuple[bool, Answer | None]:
        for fault in drawn:
            if fault.after is not after:
                continue
            call.fault = fault
            if fault.effect is Effect.SLOW:
                await asyncio.sleep(fault.wait_s)
            elif fault.action is not None:
                await fault.action()
            elif fault.effect is Effect.RESET:
                return True, None
            elif fault.effect is Effect.LIMITED:
                extra = headers | refusal_headers(fault.wait_s, everywhere=fault.everywhere)
                return True, _limited(fault.wait_s, fault.everywhere, extra)
            else:
                body = {"code": fault.code, "message": fault.message}
                return True, Answer(fault.status, body, headers)
        return False, None

    def _commit(self, call: Call, headers: dict[str, str]) -> Answer:
        """Let the simulated Discord do the work; every gap of simcord is loud and remembered."""
        world = self._world
        arrived_s = call.began_s
        try:
            check(world, call)
            earlier = self._earlier(call)
            payload = earlier if earlier is not None else self._dispatch(call)
        except Refusal as refusal:
            return Answer(refusal.status, refusal.payload, headers)
        except seams.Gap as gap:
            return self._gap(call, gap, headers)
        except seams.BackendRefusal as refusal:
            return Answer(refusal.status, refusal.to_json(), headers)
        except (LookupError, TypeError, ValueError, simcord.SetupError) as error:
            return self._gap(call, error, headers)
        call.committed = True
        world.note_reaction(call.path, call.body, arrived_s)
        return Answer(204 if payload is None else 200, payload, headers)

    def _gap(self, call: Call, error: Exception, headers: dict[str, str]) -> Answer:
        """What simcord cannot do: 501 for the bot, and a failed test at the end."""
        text = f"{call.method} {call.path}: {error!r}"
        self._world.gaps.append(text)
        return Answer(501, {"code": 0, "message": text}, headers)

    def _dispatch(self, call: Call) -> Any:
        world = self._world
        world.nonce_now = call.nonce if fits(call.path, _SEND) else None
        try:
            payload = seams.dispatch(
                world.env,
                call.method,
                call.path,
                json=call.body,
                params=call.params,
                files=call.files,
                reason=call.reason,
            )
        finally:
            nonce, world.nonce_now = world.nonce_now, None
        if call.path.endswith("/applications/@me"):
            return payload | {"flags": app_flags(world.intents)}
        if nonce is not None:
            payload = payload | {"nonce": nonce}
            channel_id, message_id = int(payload["channel_id"]), int(payload["id"])
            world.nonces.keep(nonce, channel_id, message_id, now_s=world.now_s)
        return payload

    def _earlier(self, call: Call) -> Any:
        """The message that this nonce made before, when the bot asked to enforce it."""
        nonce = call.nonce
        if nonce is None or not call.body.get("enforce_nonce") or not fits(call.path, _SEND):
            return None
        found = self._world.nonces.find(nonce, now_s=self._world.now_s)
        if found is None:
            return None
        payload = stored.message_payload(self._world.env, *found)
        return None if payload is None else payload | {"nonce": nonce}

    # --------------------------------------------------------------- writing

    def _write(self, answer: Answer) -> web.Response:
        if answer.payload is None:
            return web.Response(status=answer.status, headers=answer.headers)
        text = json.dumps(answer.payload).replace(seams.CDN_BASE, self._world.cdn)
        # Exactly "application/json": with a charset behind it discord.py returns the text unread.
        headers = answer.headers | {"Content-Type": "application/json"}
        return web.Response(body=text.encode(), status=answer.status, headers=headers)

    def _note(self, call: Call, answer: Answer | None) -> None:
        world = self._world
        world.log.entries.append(
            Request(
                method=call.method,
                path=call.path,
                route=route_of(call.path),
                status=0 if answer is None else answer.status,
                at=world.env.now(),
                took_s=perf_counter() - call.began_s,
                committed=call.committed,
                nonce=call.nonce,
                body=call.body,
                fault=None if call.fault is None else str(call.fault),
            )
        )
        world.pulse()


def _limited(wait_s: float, everywhere: bool, headers: dict[str, str]) -> Answer:
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(wait_s, 3),
        "global": everywhere,
    }
    return Answer(429, body, headers)


def _cut(request: web.Request) -> None:
    """Cut the connection with a TCP reset, as a failing network does."""
    if request.transport is None:
        return
    raw = request.transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
