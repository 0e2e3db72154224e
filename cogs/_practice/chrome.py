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
        if name is None or kind is None or name == "protocol.schema.json":
            return None
        content = (_PREVIEW / "static" / name).read_bytes()
        if name == "preview.css":
            content += (STATIC / "channel.css").read_bytes()
        if name in self.words:
            content = self._translated(name, content.decode()).encode()
        return content, kind

    def _translated(self, name: str, text: str) -> str:
        for old, new in self.words.get(name, ()):
            text = text.replace(old, new)
        return text


class ChromeFiles:
    """Serves the channel page in both languages, each file read once."""

    def __init__(self) -> None:
        self._chromes = {language: Chrome(language) for language in ("nl", "en")}
        self._cache: dict[str, tuple[bytes, str]] = {}

    def add_to(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/kanaal", self._page)
        app.router.add_get("/c/{version}-{language:nl|en}{path:/.+}", self._file)
        for path in _simcord.preview_files():
            if path.startswith(("/fonts/", "/vendor/")) or path == "/backend-diagnostics.json":
                app.router.add_get(path, self._plain)

    async def _page(self, request: web.Request) -> web.Response:
        chrome = self._chromes.get(request.query.get("taal", ""), self._chromes["nl"])
        headers = safe_headers(ancestors="'self'")
        return web.Response(text=chrome.page(), content_type="text/html", headers=headers)

    async def _file(self, request: web.Request) -> web.Response:
        chrome = self._chromes[request.match_info["language"]]
        return self._answer(request.path, chrome, request.match_info["path"])

    async def _plain(self, request: web.Request) -> web.StreamResponse:
        if request.path.startswith("/fonts/"):  # 31 MB in all: from disk, not from memory
            headers = safe_headers(ancestors="'none'", cache=_A_DAY)
            headers["Content-Type"] = _TYPES[".ttf"]
            name = _simcord.preview_files()[request.path]
            return web.FileResponse(_PREVIEW / "static" / name, headers=headers)
        return self._answer(request.path, self._chromes["en"], request.path)

    def _answer(self, key: str, chrome: Chrome, path: str) -> web.Response:
        if key not in self._cache:
            found = chrome.file(path)
            if found is None:
                raise web.HTTPNotFound
            self._cache[key] = found
        body, kind = self._cache[key]
        headers = safe_headers(ancestors="'none'", cache=_A_DAY)
        return web.Response(body=body, content_type=kind, headers=headers)
