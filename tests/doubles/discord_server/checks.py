"""Refusals of the real Discord that simcord does not know.

Source: Discord's documents on message limits, error codes and webhook tokens; not tried on Discord.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.doubles.discord_server import stored
from tests.doubles.discord_server.requests import fits

if TYPE_CHECKING:
    from tests.doubles.discord_server.calls import Call
    from tests.doubles.discord_server.world import World

MAX_NONCE = 25
MAX_FILES = 10
MAX_UPLOAD_BYTES = 10 * 1024 * 1024
MAX_NAME = 100


class Refusal(Exception):
    """A status and Discord's error body."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.payload: dict[str, Any] = {"code": code, "message": message}


def check(world: World, call: Call) -> None:
    """Raise Refusal for what Discord would not accept."""
    if call.nonce is not None and len(call.nonce) > MAX_NONCE:
        raise Refusal(400, 50035, "Invalid Form Body: nonce must be 25 or fewer in length")
    _check_files(call)
    parts = call.path.strip("/").split("/")
    if parts[0] == "webhooks" and len(parts) > 2 and stored.token_expired(world.env, parts[2]):
        raise Refusal(401, 50027, "Invalid Webhook Token")
    if call.method != "POST":
        return
    if fits(call.path, "/channels/*/messages"):
        if stored.dm_recipient(world.env, int(parts[1])) in world.closed_dms:
            raise Refusal(403, 50007, "Cannot send messages to this user")
    elif fits(call.path, "/channels/**") and parts[-1] == "threads":
        _check_thread(world, call, parts)


def _check_files(call: Call) -> None:
    if len(call.files) > MAX_FILES:
        raise Refusal(400, 50035, "Invalid Form Body: attachments must be 10 or fewer in length")
    if sum(len(one.fp.getbuffer()) for one in call.files) > MAX_UPLOAD_BYTES:
        raise Refusal(413, 40005, "Request entity too large")


def _check_thread(world: World, call: Call, parts: list[str]) -> None:
    name = call.body.get("name") if isinstance(call.body, dict) else None
    if not isinstance(name, str) or not 1 <= len(name) <= MAX_NAME:
        raise Refusal(400, 50035, "Invalid Form Body: name must be between 1 and 100 in length")
    if "messages" in parts and stored.has_channel(world.env, int(parts[3])):
        raise Refusal(400, 160004, "A thread has already been created for this message")
