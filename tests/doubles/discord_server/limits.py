"""Discord's rate limits as fixed windows: one per route and channel, one for the whole bot.

Source: Discord's documents ("Rate Limits") and what discord.py expects to read; that a window is
fixed (it starts at the first request and ends for all at once) is our assumption.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field

from tests.doubles.discord_server.requests import fits


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` requests per `window_s` seconds for one method, path pattern and channel."""

    method: str
    pattern: str
    times: int
    window_s: float


#: The limits that matter to a bot that posts; order matters, the first that fits counts.
DISCORD = (
    Limit("POST", "/channels/*/messages/*/crosspost", 10, 3600.0),
    Limit("POST", "/channels/*/messages", 5, 5.0),
    Limit("PATCH", "/channels/*/messages/*", 5, 5.0),
    Limit("DELETE", "/channels/*/messages/*/reactions/**", 1, 0.25),
    Limit("PUT", "/channels/*/messages/*/reactions/**", 1, 0.25),
    Limit("DELETE", "/channels/*/messages/*", 5, 1.0),
    Limit("POST", "/users/@me/channels", 10, 10.0),
    Limit("POST", "/webhooks/*/*", 5, 2.0),
)
GLOBAL = Limit("*", "*", 50, 1.0)


@dataclass(slots=True)
class _Window:
    ends_at: float = 0.0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one request gets to hear: headers, and how long to wait when it came too early."""

    headers: dict[str, str]
    retry_after_s: float | None = None
    everywhere: bool = False


@dataclass(slots=True)
class Limits:
    """The limiter; `Limits(routes=(), overall=None)` limits nothing.

    Answers to interactions (callback, followup, edit) do not count for the global limit, as on
    Discord.
    """

    routes: tuple[Limit, ...] = DISCORD
    overall: Limit | None = GLOBAL
    _windows: dict[str, _Window] = field(default_factory=dict)

    def take(self, method: str, path: str, *, now_s: float, interaction: bool) -> Verdict:
        """Count one request made at `now_s` (seconds since 1970)."""
        if self.overall is not None and not interaction:
            window = self._window("global", self.overall, now_s)
            if window.used >= self.overall.times:
                wait_s = window.ends_at - now_s
                return Verdict(refusal_headers(wait_s, everywhere=True), wait_s, everywhere=True)
            window.used += 1
        limit = self._find(method, path)
        if limit is None:
            return Verdict({})
        bucket = hashlib.sha1(f"{limit.method} {limit.pattern}".encode()).hexdigest()[:16]
        window = self._window(f"{bucket} {_major(path)}", limit, now_s)
        full = window.used >= limit.times
        window.used += not full
        wait_s = max(0.0, window.ends_at - now_s)
        headers = {
            "X-RateLimit-Limit": str(limit.times),
            "X-RateLimit-Remaining": str(limit.times - window.used),
            "X-RateLimit-Reset": f"{window.ends_at:.3f}",
            "X-RateLimit-Reset-After": f"{wait_s:.3f}",
            "X-RateLimit-Bucket": bucket,
        }
        if not full:
            return Verdict(headers)
        return Verdict(headers | refusal_headers(wait_s, everywhere=False), wait_s)

    def _find(self, method: str, path: str) -> Limit | None:
        for limit in self.routes:
            if limit.method == method and fits(path, limit.pattern):
                return limit
        return None

    def _window(self, key: str, limit: Limit, now_s: float) -> _Window:
        window = self._windows.setdefault(key, _Window())
        if now_s >= window.ends_at:
            window.ends_at, window.used = now_s + limit.window_s, 0
        return window


def refusal_headers(wait_s: float, *, everywhere: bool) -> dict[str, str]:
    """The headers of a 429; without Via discord.py takes it for a ban by Cloudflare."""
    headers = {
        "Via": "1.1 google",
        "Retry-After": str(math.ceil(wait_s)),
        "X-RateLimit-Scope": "global" if everywhere else "user",
    }
    return headers | ({"X-RateLimit-Global": "true"} if everywhere else {})


def _major(path: str) -> str:
    """Channel, server, or webhook with token: what a bucket is counted by."""
    parts = path.strip("/").split("/")
    return "/".join(parts[: 3 if parts[0] == "webhooks" else 2])
