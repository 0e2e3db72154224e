"""What the bot asked of Discord, for assertions; and which nonces Discord still remembers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

NONCE_MEMORY_S = 300.0
_SECRET_AFTER = {"webhooks": 2, "interactions": 2}


@dataclass(frozen=True, slots=True)
class Request:
    """One REST request. `status` 0 = the connection was cut; `committed` = Discord did the work."""

    method: str
    path: str
    route: str
    status: int
    at: datetime.datetime
    took_s: float
    committed: bool
    nonce: str | None = None
    body: Any = None
    fault: str | None = None

    def __str__(self) -> str:
        tail = f" [{self.fault}]" if self.fault else ""
        nonce = f" nonce={self.nonce}" if self.nonce else ""
        return f"{self.at:%H:%M:%S.%f} {self.method} {self.route} -> {self.status}{nonce}{tail}"


def route_of(path: str) -> str:
    """The path with every number as {id} and every token as {token}."""
    parts = path.strip("/").split("/")
    secret = _SECRET_AFTER.get(parts[0])
    names = ["{id}" if one.isdigit() else one for one in parts]
    if secret is not None and len(parts) > secret:
        names[secret] = "{token}"
    return "/" + "/".join(names)


def fits(path: str, pattern: str) -> bool:
    """Whether the path fits: `*` is one part, `**` at the end is everything that follows."""
    parts, wanted = path.strip("/").split("/"), pattern.strip("/").split("/")
    if wanted[-1] == "**":
        wanted = wanted[:-1]
        parts = parts[: len(wanted)]
    return len(parts) == len(wanted) and all(
        want in ("*", part) for part, want in zip(parts, wanted, strict=True)
    )


@dataclass(slots=True)
class RequestLog:
    """All requests in the order in which their answers left."""

    entries: list[Request] = field(default_factory=list)

    def __iter__(self) -> Iterator[Request]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def of(self, method: str, route: str) -> list[Request]:
        """Requests by method and route, e.g. `of("POST", "/channels/{id}/messages")`."""
        return [one for one in self.entries if (one.method, one.route) == (method, route)]

    @property
    def sends(self) -> list[Request]:
        """Messages sent to a channel or DM."""
        return self.of("POST", "/channels/{id}/messages")

    def with_nonce(self, nonce: str) -> list[Request]:
        return [one for one in self.entries if one.nonce == nonce]


@dataclass(slots=True)
class NonceMemory:
    """Nonce -> message, for the "past few minutes" of Discord's text (300 s is our assumption)."""

    memory_s: float = NONCE_MEMORY_S
    _seen: dict[str, tuple[float, int, int]] = field(default_factory=dict)
    by_message: dict[int, str] = field(default_factory=dict)

    def find(self, nonce: str, *, now_s: float) -> tuple[int, int] | None:
        """(channel id, message id) when this nonce is still remembered."""
        seen = self._seen.get(nonce)
        if seen is None or now_s - seen[0] > self.memory_s:
            return None
        return seen[1], seen[2]

    def keep(self, nonce: str, channel_id: int, message_id: int, *, now_s: float) -> None:
        self._seen[nonce] = (now_s, channel_id, message_id)
        self.by_message[message_id] = nonce
