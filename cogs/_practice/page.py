"""The practice community in the browser: choose a person and a channel and do all of it by hand.

One port serves our shell (people, channels, clock) and in its frame simcord's channel page, passed
on from the room of that person and channel. Nothing is fetched from elsewhere and nothing leaves
the machine: only the own address is served, and only to pages of the own address.
"""

import asyncio
import errno
import json
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress

import simcord
from aiohttp import web

from bot.clock import Clock
from bot.errors import PortTaken
from cogs._practice import chrome
from cogs._practice._previews import Rooms
from cogs._practice.relay import Relay
from cogs._practice.stage import Stage

_HOST = "127.0.0.1"
_LONGEST_SKIP_S = 31 * 86400
_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_NUMBER = 100, 2000, 20
_log = logging.getLogger(__name__)


async def serve(
    stage: Stage,
    *,
    port: int = 8080,
    ready: Callable[[str], None] | None = None,
    stop: asyncio.Event | None = None,
    wall: Clock | None = None,
) -> None:
    """Serve the page of this started stage until `stop` is set or Ctrl-C (SIGINT, SIGTERM) comes.

    `ready` gets the address once it answers; port 0 takes a free port. `wall` is the real time.
    Raises: PortTaken.
    """
    ended = stop or asyncio.Event()
    page = Page(stage)
    runner = web.AppRunner(page.app(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        page.port = await _listen(runner, port)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError, RuntimeError):
                loop.add_signal_handler(number, ended.set)
        if ready is not None:
            ready(f"http://{_HOST}:{page.port}/")
        await _beat(page, ended, wall or Clock())
    finally:
        await page.close()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> int:
    site = web.TCPSite(runner, _HOST, port)
    try:
        await site.start()
    except OSError as problem:
        if problem.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTaken(port=str(port), other=str(port + 1)) from problem
        raise
    return int(runner.addresses[0][1])


async def _beat(page: "Page", ended: asyncio.Event, wall: Clock) -> None:
    """Let the stage live once a second until `ended`."""
    waiting = asyncio.ensure_future(ended.wait())
    try:
        while not ended.is_set():
            await page.turn(_nothing)
            pause = asyncio.ensure_future(wall.sleep(1))
            await asyncio.wait((waiting, pause), return_when=asyncio.FIRST_COMPLETED)
            pause.cancel()
    finally:
        waiting.cancel()


async def _nothing() -> None:
    """The turn of nobody: only what is due happens."""


class Page:
    """The web application around one stage."""

    def __init__(self, stage: Stage) -> None:
        self.port = 0
        self._stage = stage
        self._boot = secrets.token_hex(8)
        self._rooms = Rooms(stage.env, timezone=stage.zone)
        self._relay = Relay(self._rooms, self.turn)
        self._errors_seen = 0

    def app(self) -> web.Application:
        """The routes: the shell, its questions, the channel page and what that asks of its room."""
        app = web.Application(middlewares=[self._guard], client_max_size=27 * 2**20)
        app.router.add_get("/", self._shell)
        app.router.add_get(
            "/static/{name:shell[.]css|shell[.]js|words[.]json|icon[.]svg}", self._static
        )
        app.router.add_get("/stage/view", self._view)
        app.router.add_post("/stage/open", self._open)
        app.router.add_post("/stage/post", self._post)
        app.router.add_post("/stage/skip", self._skip)
        app.router.add_route("*", "/api/{rest:.+}", self._relay.handle)
        chrome.ChromeFiles().add_to(app)
        return app

    async def close(self) -> None:
        """Close the rooms and the connections to them."""
        await self._relay.close()
        await self._rooms.close()

    async def turn(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do one thing on the stage, then what follows from it, then show it to everybody.

        What `act` raises is raised after that; a bot that hangs is logged and left.
        """
        async with self._stage.turn():
            try:
                await act()
            except TimeoutError:
                _log.exception("practice-bot-stuck")
            finally:
                await self._follow()

    async def _follow(self) -> None:
        try:
            await self._stage.pulse()
            await self._rooms.refresh()
        except (TimeoutError, simcord.SetupError):
            _log.exception("practice-bot-stuck")
        errors = self._stage.env.errors
        for error in errors[self._errors_seen :]:
            _log.error("practice-bot-error", exc_info=error)
        self._errors_seen = len(errors)

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Answer only under our own name, and only to our own pages."""
        names = {f"{_HOST}:{self.port}", f"localhost:{self.port}"}
        origin = request.headers.get("Origin")
        foreign = origin is not None and origin.removeprefix("http://") not in names
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        unsafe = request.method not in ("GET", "HEAD") and site not in ("same-origin", "none")
        if request.headers.get("Host") not in names or foreign or unsafe:
            raise web.HTTPForbidden(text="Alleen voor deze computer.")
        return await handler(request)

    async def _shell(self, _: web.Request) -> web.FileResponse:
        headers = chrome.safe_headers(ancestors="'none'")
        headers["Content-Type"] = "text/html; charset=utf-8"
        return web.FileResponse(chrome.STATIC / "shell.html", headers=headers)

    async def _static(self, request: web.Request) -> web.FileResponse:
        headers = chrome.safe_headers(ancestors="'none'", cache="no-cache")
        return web.FileResponse(chrome.STATIC / request.match_info["name"], headers=headers)

    async def _view(self, request: web.Request) -> web.Response:
        """What one person can see: `persona` is a name; without it, that of the first."""
        personas = self._stage.community.personas
        name = request.query.get("persona", "")
        if name not in {one.name for one in personas}:
            name = personas[0].name
        async with self._stage.turn():
            spots = self._stage.spots(name)
        return _answer(
            {
                "boot": self._boot,
                "community": self._stage.community.name,
                "now": self._stage.now().isoformat(),
                "zone": self._stage.zone,
                "persona": name,
                "personas": [
                    {"name": p.name, "roles": p.roles, "about": dict(p.about)} for p in personas
                ],
                "places": [
                    {
                        "id": str(spot.id),
                        "name": spot.name,
                        "kind": spot.kind,
                        "topic": spot.topic,
                        "parent": str(spot.parent) if spot.parent else None,
                        "last": str(spot.last_other),
                    }
                    for spot in spots
                ],
            }
        )

    async def _open(self, request: web.Request) -> web.Response:
        """A room's secret for a person and a place: `{persona, place, language}`."""
        body = await _question(request)
        actor = self._actor(body)
        language = "en-GB" if body.get("language") == "en" else "nl"
        try:
            async with self._stage.turn():
                if _number(body, "place") == actor.user.dm_channel.id:
                    channel, viewer = actor.user.dm_channel, actor.user
                else:
                    channel, viewer = self._stage.place(_number(body, "place")), actor
                room = await self._rooms.open(channel, viewer, locale=language)
        except (simcord.SetupError, simcord.BackendError):
            return _answer({"error": "closed"}, status=404)
        return _answer({"capability": room.capability})

    async def _post(self, request: web.Request) -> web.Response:
        """Start a post in a forum: `{persona, place, title, text}`."""
        body = await _question(request)
        title, text = str(body.get("title", "")).strip(), str(body.get("text", "")).strip()
        if not 1 <= len(title) <= _LONGEST_TITLE or not 1 <= len(text) <= _LONGEST_TEXT:
            return _answer({"error": "length"}, status=400)
        name = self._actor(body) and str(body["persona"])
        made: list[int] = []

        async def act() -> None:
            forum = self._stage.place(_number(body, "place"))
            made.append(await self._stage.post(name, forum, title, text))

        try:
            await self.turn(act)
        except (simcord.SetupError, simcord.BackendError):
            return _answer({"error": "closed"}, status=403)
        return _answer({"place": str(made[0])} if made else {"error": "busy"})

    async def _skip(self, request: web.Request) -> web.Response:
        """Let time pass: `{seconds}`."""
        seconds = _number(await _question(request), "seconds")
        if not 0 < seconds <= _LONGEST_SKIP_S:
            raise web.HTTPBadRequest
        await self.turn(lambda: self._stage.skip(seconds))
        return _answer({"now": self._stage.now().isoformat()})

    def _actor(self, body: dict[str, object]) -> simcord.MemberActor:
        try:
            return self._stage.persona(str(body.get("persona", "")))
        except KeyError:
            raise web.HTTPNotFound from None


async def _question(request: web.Request) -> dict[str, object]:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        body = json.loads(await request.text())
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest
    return body


def _number(body: dict[str, object], key: str) -> int:
    value = str(body.get(key, ""))
    if not value.isascii() or not value.isdigit() or len(value) > _LONGEST_NUMBER:
        raise web.HTTPBadRequest
    return int(value)


def _answer(content: dict[str, object], *, status: int = 200) -> web.Response:
    return web.json_response(
        content, status=status, headers=chrome.safe_headers(ancestors="'none'")
    )
