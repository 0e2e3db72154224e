"""What may go wrong at Discord, on order or by chance with a seed."""

from __future__ import annotations

import enum
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.doubles.discord_server.requests import fits


class Effect(enum.Enum):
    """What the bot sees."""

    STATUS = "status"
    RESET = "reset"
    LIMITED = "limited"
    SLOW = "slow"
    CALL = "call"

    @property
    def goes_on(self) -> bool:
        """Whether the request is still answered as usual."""
        return self in (Effect.SLOW, Effect.CALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong with requests that fit.

    `path` is a pattern on the path after /api/v10 (see `requests.fits`). `after` = Discord did what
    was asked and then failed to say so. `times` None = for ever. `chance` is drawn from the
    server's seed.
    """

    method: str
    path: str
    effect: Effect
    after: bool = False
    status: int = 500
    code: int = 0
    message: str = "Internal Server Error"
    wait_s: float = 0.0
    everywhere: bool = False
    times: int | None = 1
    chance: float = 1.0
    action: Callable[[], Awaitable[object]] | None = None

    def __str__(self) -> str:
        what = str(self.status) if self.effect is Effect.STATUS else self.effect.value
        return f"{what} {'after' if self.after else 'before'}"


@dataclass(slots=True)
class _Standing:
    fault: Fault
    left: int | None


@dataclass(slots=True)
class FaultPlan:
    """The faults in force, in the order they were ordered."""

    rng: random.Random
    _standing: list[_Standing] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        self._standing.append(_Standing(fault, fault.times))
        return fault

    def remove(self, fault: Fault) -> None:
        self._standing = [one for one in self._standing if one.fault is not fault]

    def clear(self) -> None:
        self._standing.clear()

    def draw(self, method: str, path: str) -> tuple[Fault, ...]:
        """What happens to this request: at most one fault that replaces the answer."""
        drawn: list[Fault] = []
        for one in list(self._standing):
            fault = one.fault
            if not fault.effect.goes_on and any(not other.effect.goes_on for other in drawn):
                continue
            if fault.method not in (method, "*") or not fits(path, fault.path):
                continue
            if fault.chance < 1.0 and self.rng.random() >= fault.chance:
                continue
            drawn.append(fault)
            if one.left is not None:
                one.left -= 1
                if one.left <= 0:
                    self._standing.remove(one)
        return tuple(drawn)

    # ------------------------------------------------------------- in words

    def fail(
        self, method: str, path: str, *, status: int = 500, after: bool = False, **more: Any
    ) -> Fault:
        """Answer with `status`; with `after=True` only when the work has been done."""
        return self.add(Fault(method, path, Effect.STATUS, after=after, status=status, **more))

    def refuse(
        self, method: str, path: str, *, code: int = 50013, times: int | None = None
    ) -> Fault:
        """Answer 403, by default for ever."""
        text = "Missing Permissions" if code == 50013 else "Cannot send messages to this user"
        return self.fail(method, path, status=403, code=code, message=text, times=times)

    def reset(self, method: str, path: str, *, after: bool = False, **more: Any) -> Fault:
        """Cut the connection (TCP reset) before or after the work has been done."""
        return self.add(Fault(method, path, Effect.RESET, after=after, **more))

    def limit(self, method: str, path: str, *, wait_s: float = 1.0, **more: Any) -> Fault:
        """Answer 429 with this Retry-After, whatever was used."""
        return self.add(Fault(method, path, Effect.LIMITED, wait_s=wait_s, **more))

    def slow(
        self,
        method: str,
        path: str,
        *,
        wait_s: float,
        after: bool = False,
        times: int | None = None,
        chance: float = 1.0,
    ) -> Fault:
        """Wait before, or after, doing the work; by default for ever."""
        return self.add(
            Fault(method, path, Effect.SLOW, after=after, wait_s=wait_s, times=times, chance=chance)
        )

    def call(
        self,
        method: str,
        path: str,
        action: Callable[[], Awaitable[object]],
        *,
        after: bool = False,
    ) -> Fault:
        """Do something at this very moment, once: `call(*SEND, bot.kill, after=True)`."""
        return self.add(Fault(method, path, Effect.CALL, after=after, action=action))

    def storm(self, method: str, path: str, *, chance: float = 0.05) -> None:
        """Every kind of trouble, each with this chance per request, until `clear()`."""
        for status, after in ((500, False), (502, False), (500, True), (502, True)):
            self.fail(method, path, status=status, after=after, chance=chance, times=None)
        for after in (False, True):
            self.reset(method, path, after=after, chance=chance, times=None)
            self.slow(method, path, wait_s=0.3, after=after, chance=chance)
        self.limit(method, path, wait_s=0.5, chance=chance, times=None)

    @contextmanager
    def during(self, fault: Fault) -> Iterator[Fault]:
        """This fault inside the block, and gone after it."""
        self.add(fault)
        try:
            yield fault
        finally:
            self.remove(fault)
