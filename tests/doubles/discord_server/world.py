"""What all parts of the loopback server share: the simulated Discord and the rules on top of it."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from tests.doubles.discord_server import seams, stored
from tests.doubles.discord_server.faults import FaultPlan
from tests.doubles.discord_server.limits import Limits
from tests.doubles.discord_server.requests import NonceMemory, RequestLog

TOKEN = "loopback.token.of-the-simulated-bot"


@dataclass(slots=True)
class Reaction:
    """When the bot dealt with one interaction, in seconds of perf_counter."""

    sent_s: float
    first_s: float | None = None
    answer_s: float | None = None

    @property
    def first_after_s(self) -> float:
        """Seconds until the bot's first request about it; infinite when none came."""
        return math.inf if self.first_s is None else self.first_s - self.sent_s

    @property
    def answer_after_s(self) -> float:
        """Seconds until the request with a real answer; infinite when none came."""
        return math.inf if self.answer_s is None else self.answer_s - self.sent_s


@dataclass(slots=True)
class World:
    """State and rules; `port` is known once the server listens."""

    env: seams.RemoteEnv
    rng: random.Random
    limits: Limits
    faults: FaultPlan
    token: str = TOKEN
    locale: str = "nl"
    intents: int = ~0
    port: int = 0
    log: RequestLog = field(default_factory=RequestLog)
    nonces: NonceMemory = field(default_factory=NonceMemory)
    gaps: list[str] = field(default_factory=list)
    closed_dms: set[int] = field(default_factory=set)
    locales: dict[int, str] = field(default_factory=dict)
    reactions: dict[int, Reaction] = field(default_factory=dict)
    nonce_now: str | None = None
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.env.until = self.until

    @property
    def now_s(self) -> float:
        return self.env.now().timestamp()

    @property
    def cdn(self) -> str:
        return f"http://127.0.0.1:{self.port}/cdn"

    def pulse(self) -> None:
        """Something happened: whoever waits looks again."""
        self._changed.set()

    async def until(self, condition: Callable[[], Any], *, timeout_s: float) -> Any:
        """Wait for the condition to hold and return its value. Raises TimeoutError."""
        deadline = perf_counter() + timeout_s
        while not (value := condition()):
            left_s = deadline - perf_counter()
            if left_s <= 0:
                text = f"still not so after {timeout_s:g} s; last requests:\n" + "\n".join(
                    str(one) for one in self.log.entries[-8:]
                )
                raise TimeoutError(text)
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), min(left_s, 0.05))
            except TimeoutError:
                continue
        return value

    def dress(self, event: str, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        """Add what simcord leaves out of an event: the person's language, the echoed nonce."""
        if event == "INTERACTION_CREATE":
            person = payload.get("user") or payload["member"]["user"]
            locale = self.locales.get(int(person["id"]), self.locale)
            self.reactions[int(payload["id"])] = Reaction(perf_counter())
            dressed = dict(payload) | {"locale": locale}
            return dressed | ({"guild_locale": self.locale} if "guild_id" in payload else {})
        if event == "MESSAGE_CREATE" and self.nonce_now is not None:
            return dict(payload) | {"nonce": self.nonce_now}
        return payload

    def note_reaction(self, path: str, body: Any, arrived_s: float) -> None:
        """Time the bot's first sign of life and its real answer to an interaction."""
        parts = path.strip("/").split("/")
        if parts[0] == "interactions":
            reaction = self.reactions.get(int(parts[1]))
            deferred = isinstance(body, dict) and body.get("type") in (5, 6)
        elif parts[0] == "webhooks" and len(parts) > 2:
            number = stored.interaction_id(self.env, parts[2])
            reaction, deferred = self.reactions.get(number or 0), False
        else:
            return
        if reaction is None:
            return
        reaction.first_s = reaction.first_s or arrived_s
        if not deferred:
            reaction.answer_s = reaction.answer_s or arrived_s
