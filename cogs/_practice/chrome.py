"""simcord's preview page dressed as a plain chat page: Dutch words, no developer tools, cached."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import simcord
from aiohttp import web

from cogs._practice import _simcord

STATIC = Path(__file__).with_name("static")
_PREVIEW = Path(simcord.__file__).with_name("preview")
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".ttf": "font/ttf",
}
_PLAIN_HTML = 'href="/preview.css"', 'src="/app.js"', "<title>SimCord Preview</title>"
_A_DAY = "public, max-age=86400, immutable"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "connect-src 'self' blob:; img-src 'self' blob:; media-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
)


def safe_headers(*, ancestors: str, cache: str = "no-store") -> dict[str, str]:
    """The headers of every answer; `ancestors` says which pages may frame it, as in a policy."""
    return {
        "Cache-Control": cache,
        "Content-Security-Policy": POLICY.format(ancestors=ancestors),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


@dataclass(frozen=True)
class Chrome:
    """The files of the channel page in one language, `nl` or `en`."""

    language: str

    @property
    def prefix(self) -> str:
        """Where these files are served; changes with simcord's version, so that caches do too."""
        return f"/c/{simcord.__version__}-{self.language}"

    @cached_property
    def words(self) -> dict[str, list[list[str]]]:
        """Per file: what stands there and what must stand there in this language."""
        path = STATIC / f"chrome.{self.language}.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else {}

    def page(self) -> str:
        """The page that goes in the frame; opened with a room's capability after the `#`."""
        text = (_PREVIEW / "static" / "index.html").read_text("utf-8")
        style, script, title = _PLAIN_HTML
        text = text.replace(style, f'href="{self.prefix}/preview.css"')
        text = text.replace(script, f'src="{self.prefix}/app.js"')
        text = text.replace(title, "<title>Kanaal</title>")
        text = text.replace('<html lang="en">', f'<html lang="{self.language}">')
        return self._translated("index.html", text)

    def file(self, path: str) -> tuple[bytes, str] | None:
        """Content and type of one of simcord's files, or None when there is no such file."""
        name = _simcord.preview_files().get(path)
        kind = _TYPES.get(Path(name).suffix) if name else None
        if name is None or kind is None or "/" in name or name == "protocol.schema.json":
            return None
        text = (_PREVIEW / "static" / name).read_text("utf-8")
        if name == "preview.css":
            text += (STATIC / "channel.css").read_text("utf-8")
        return self._translated(name, text).encode(), kind

    def _translated(self, name: str, text: str) -> str:
        for old, new in self.words.get(name, ()):
            text = text.replace(old, new)
        return text


def add_routes(app: web.Application) -> None:
    """Serve the channel page in both languages, and simcord's own fonts and libraries."""
    chromes = {language: Chrome(language) for language in ("nl", "en")}
    cache: dict[str, tuple[bytes, str]] = {}

    async def page(request: web.Request) -> web.Response:
        chrome = chromes.get(request.query.get("taal", "nl"), chromes["nl"])
        return web.Response(
            text=chrome.page(),
            content_type="text/html",
            headers=safe_headers(ancestors="'self'"),
        )

    async def dressed(request: web.Request) -> web.Response:
        found = cache.get(request.path)
        chrome = chromes[request.match_info["language"]]
        if found is None and request.path.startswith(f"{chrome.prefix}/"):
            found = chrome.file(request.path.removeprefix(chrome.prefix))
        if found is None:
            raise web.HTTPNotFound
        cache[request.path] = found
        headers = safe_headers(ancestors="'none'", cache=_A_DAY)
        return web.Response(body=found[0], content_type=found[1], headers=headers)

    async def plain(request: web.Request) -> web.StreamResponse:
        name = _simcord.preview_files()[request.path]
        headers = safe_headers(ancestors="'none'", cache=_A_DAY)
        if (kind := _TYPES.get(Path(name).suffix)) is not None:
            headers["Content-Type"] = kind
        return web.FileResponse(_PREVIEW / "static" / name, headers=headers)

    app.router.add_get("/kanaal", page)
    app.router.add_get("/c/{version}-{language:nl|en}/{name}", dressed)
    for path, name in _simcord.preview_files().items():
        if "/" in name or path == "/backend-diagnostics.json":
            app.router.add_get(path, plain)
