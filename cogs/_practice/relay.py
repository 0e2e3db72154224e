"""Passes on what the channel page asks to simcord's own server of that room, and back."""

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress

import aiohttp
from aiohttp import web

from cogs._practice._previews import Room, Rooms
from cogs._practice.chrome import safe_headers

_PASSED_ON = ("X-Simcord-Capability", "X-Simcord-Context", "Content-Type")
_PASSED_BACK = ("Content-", "X-Display-", "X-Media-", "X-Simcord-")
_NOT_BACK = ("Content-Length", "Content-Security-Policy", "Content-Encoding")


class Relay:
    """Between the channel pages in browsers and the rooms that they look into."""

    def __init__(
        self, rooms: Rooms, turn: Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]
    ) -> None:
        self._rooms = rooms
        self._turn = turn
        self._http: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.close()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one question; an action is a turn on the stage."""
        room = self._rooms.find(request.headers.get("X-Simcord-Capability"))
        if room is None:
            raise web.HTTPGone
        _, found, asset = request.path.partition("/api/assets/")
        context = request.headers.get("X-Simcord-Context")
        if found and (png := self._rooms.portrait(room, context, asset)) is not None:
            headers = safe_headers(ancestors="'none'")
            return web.Response(body=png, content_type="image/png", headers=headers)
        data = await request.read()
        if request.path != "/api/action":
            return await self._pass_on(request, room, data)
        answers: list[web.StreamResponse] = []

        async def act() -> None:
            answers.append(await self._pass_on(request, room, self._admitted(request, room, data)))

        await self._turn(act)
        if not answers:
            raise web.HTTPServiceUnavailable
        return answers[0]

    def _admitted(self, request: web.Request, room: Room, data: bytes) -> bytes:
        context = request.headers.get("X-Simcord-Context")
        body: object = None
        if request.content_type == "application/json":
            with suppress(ValueError):
                body = json.loads(data)
        if not isinstance(body, dict):
            self._rooms.admit(room, context, {})
            return data
        return json.dumps(self._rooms.admit(room, context, body)).encode()

    async def _pass_on(self, request: web.Request, room: Room, data: bytes) -> web.Response:
        if self._http is None:
            self._http = aiohttp.ClientSession(auto_decompress=False)
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        url = room.origin + request.path_qs
        async with self._http.request(
            request.method, url, data=data or None, headers=headers
        ) as answer:
            back = safe_headers(ancestors="'none'")
            for name, value in answer.headers.items():
                if name.startswith(_PASSED_BACK) and name not in _NOT_BACK:
                    back[name] = value
            return web.Response(body=await answer.read(), status=answer.status, headers=back)
