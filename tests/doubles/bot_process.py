"""A bot in its own process: start, wait until it is there, kill, start again."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

import psutil

from tests.doubles.discord_server import DiscordServer

ROOT = Path(__file__).parents[2]
STOP_WITHIN_S = 10.0
_LONGEST_LINE = 4 * 1024 * 1024
_OWN_SETTINGS = ("DISCORD_", "DATABASE_URL", "DATA_DIR", "LOG_")


class BotDied(AssertionError):
    """The process ended by itself; the message holds the end of what it wrote."""


class BotProcess:
    """One bot process at a time against one loopback Discord.

    `args` is what follows the interpreter. `env` is added to the settings of the server; settings
    of the surrounding shell that would lead the bot elsewhere are left out. `ready_line` is a
    pattern in what the process writes; without it, `ready()` means that it has identified at the
    gateway and got its guilds.
    """

    def __init__(
        self,
        discord: DiscordServer,
        *,
        args: Sequence[str] = ("-m", "bot", "run"),
        database_url: str | None = None,
        env: Mapping[str, str] | None = None,
        ready_line: str | None = None,
        cwd: Path = ROOT,
    ) -> None:
        self._discord = discord
        self._args = tuple(args)
        self._env = dict(env or {})
        if database_url is not None:
            self._env["DATABASE_URL"] = database_url
        self._ready_line = re.compile(ready_line) if ready_line else None
        self._cwd = cwd
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._identified_before = 0
        self._lines_before = 0
        self.lines: list[str] = []
        self.starts = 0
        self.started_s = 0.0
        self.exit_code: int | None = None

    # -------------------------------------------------------------- lifecycle

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process; that it had died by itself fails the test, unless it failed already."""
        died = self._process is not None and not self.running
        if error is not None:
            error.add_note(f"the bot wrote last:\n{self.tail(20)}")
        if self.running and kind is None:
            await self.stop()
        else:
            await self.kill()
        if died and kind is None:
            text = f"the bot ended by itself with {self.exit_code}\n{self.tail()}"
            raise BotDied(text)

    async def start(self) -> None:
        """Start the process and return at once; `ready()` waits for it."""
        if self.running:
            text = "this bot runs already"
            raise AssertionError(text)
        self._identified_before = self._discord.gateway.identified
        self._lines_before = len(self.lines)
        self.started_s = perf_counter()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._args,
            cwd=self._cwd,
            env=self._whole_env(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
            start_new_session=True,
        )
        self.starts += 1
        self._readers = [
            asyncio.create_task(self._collect(stream))
            for stream in (self._process.stdout, self._process.stderr)
            if stream is not None
        ]

    async def ready(self, *, timeout_s: float = 20.0) -> float:
        """Wait until this start can be talked to; returns the seconds since `start()`.

        Raises: BotDied, TimeoutError.
        """
        await self._discord.until(lambda: self._is_ready() or not self.running, timeout_s=timeout_s)
        if not self.running:
            await self._ended()
            text = f"the bot ended with {self.exit_code} before it was ready\n{self.tail()}"
            raise BotDied(text)
        return perf_counter() - self.started_s

    async def restart(self, *, hard: bool = True) -> float:
        """Kill (or stop), start, and wait until ready; returns the seconds it took to be back."""
        await (self.kill() if hard else self.stop())
        await self.start()
        return await self.ready()

    async def kill(self) -> None:
        """SIGKILL: no farewell, nothing saved."""
        self._signal(signal.SIGKILL)
        await self._ended()

    async def stop(self, *, within_s: float = STOP_WITHIN_S) -> int:
        """SIGTERM; returns the exit code.

        Raises: TimeoutError, after killing it, when it takes longer.
        """
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(within_s):
                await self._ended()
        except TimeoutError:
            await self.kill()
            text = f"SIGTERM took longer than {within_s:g} s\n{self.tail()}"
            raise TimeoutError(text) from None
        return self.exit_code or 0

    async def wait(self, *, timeout_s: float = 20.0) -> int:
        """Wait until the process ends by itself and return its exit code."""
        async with asyncio.timeout(timeout_s):
            await self._ended()
        return self.exit_code or 0

    # ----------------------------------------------------------------- looking

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def rss_bytes(self) -> int:
        """Resident memory of the process, children not included."""
        return psutil.Process(self.pid).memory_info().rss

    @property
    def cpu_s(self) -> float:
        """Processor seconds that this start has used."""
        used = psutil.Process(self.pid).cpu_times()
        return used.user + used.system

    def tail(self, lines: int = 40) -> str:
        """The end of what the process wrote, all starts together."""
        return "\n".join(self.lines[-lines:])

    async def wrote(self, pattern: str, *, timeout_s: float = 10.0) -> str:
        """Wait for a line of this start that fits the pattern, and return it."""
        wanted = re.compile(pattern)
        return await self._discord.until(lambda: self._find(wanted), timeout_s=timeout_s)

    # ---------------------------------------------------------------- plumbing

    def _is_ready(self) -> bool:
        if self._ready_line is not None:
            return self._find(self._ready_line) is not None
        return self._discord.gateway.identified > self._identified_before

    def _find(self, wanted: re.Pattern[str]) -> str | None:
        return next((one for one in self.lines[self._lines_before :] if wanted.search(one)), None)

    def _whole_env(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_OWN_SETTINGS)}
        # Compiled modules are kept, as on a machine where the bot starts every day.
        kept |= {"PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": ""}
        return kept | self._discord.settings | self._env

    async def _collect(self, stream: asyncio.StreamReader) -> None:
        async for line in stream:
            self.lines.append(line.decode(errors="replace").rstrip())

    def _signal(self, number: signal.Signals) -> None:
        """To the whole group: helpers that the bot started go with it."""
        if self.running:
            with contextlib.suppress(ProcessLookupError):  # it ended a moment ago, not yet noticed
                os.killpg(self.pid, number)

    async def _ended(self) -> None:
        if self._process is None:
            return
        self.exit_code = await self._process.wait()
        await asyncio.gather(*self._readers)
        self._process = None
