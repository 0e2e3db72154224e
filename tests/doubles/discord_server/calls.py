"""One request as the bot sent it, read from the wire."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from aiohttp import BodyPartReader, web

from tests.doubles.discord_server.faults import Fault
from tests.doubles.discord_server.seams import CDN_BASE


@dataclass(slots=True)
class File:
    fp: io.BytesIO
    filename: str
    description: str | None = None


@dataclass(slots=True)
class Call:
    """One request while it is being answered."""

    method: str
    path: str
    params: dict[str, str]
    body: Any = None
    files: list[File] = field(default_factory=list)
    reason: str | None = None
    began_s: float = field(default_factory=perf_counter)
    committed: bool = False
    fault: Fault | None = None

    @property
    def nonce(self) -> str | None:
        if not isinstance(self.body, dict) or self.body.get("nonce") is None:
            return None
        return str(self.body["nonce"])

    @property
    def for_interaction(self) -> bool:
        return self.path.startswith(("/interactions/", "/webhooks/"))


async def read_call(request: web.Request, *, own_cdn: str) -> Call:
    """Read method, path and body; addresses of our file store become simcord's again."""
    path = "/" + request.match_info["path"]
    if path == "/applications/@me" and request.method == "GET":
        path = "/oauth2/applications/@me"
    call = Call(request.method, path, dict(request.query))
    call.reason = request.headers.get("X-Audit-Log-Reason")
    if request.content_type.startswith("multipart/"):
        await _read_form(request, call)
    elif request.can_read_body:
        text = (await request.text()).replace(own_cdn, CDN_BASE)
        call.body = json.loads(text) if text else None
    return call


async def _read_form(request: web.Request, call: Call) -> None:
    plain: dict[str, str] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue  # Discord knows no forms within forms
        if part.filename:
            call.files.append(File(io.BytesIO(bytes(await part.read())), part.filename))
        else:
            plain[part.name or ""] = await part.text()
    call.body = json.loads(plain["payload_json"]) if "payload_json" in plain else plain
    described = call.body.get("attachments") if isinstance(call.body, dict) else None
    for one in described or ():
        number = int(one["id"])
        if number < len(call.files):
            call.files[number].description = one.get("description")
