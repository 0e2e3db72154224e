"""The log: one event per action, with ids; never a text, a name or a secret."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Final, cast

import structlog

from bot.settings import LogFormat
from bot.tracebacks import format_exc_info

SECRETS: Final = re.compile(
    r"([\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})"  # a Discord bot token
    r"|(/(?:webhooks|interactions)/\d+/)[\w-]+"
    r"|(://[^:/@\s]+:)[^@\s]+(?=@)"
)

WAITS_BY_ITSELF: Final = "discord.client"
OUTAGES: Final = ("aiohttp.", "discord.errors")
"""Where the errors of a connection come from."""


def hide_secrets(text: str) -> str:
    """The same line without tokens and passwords."""
    return SECRETS.sub(lambda found: f"{found[2] or found[3] or ''}[geheim]", text)


def keep_stdout_clean() -> None:
    """For commands that print an answer: nothing of the log but warnings, and those on stderr."""
    structlog.configure(logger_factory=structlog.stdlib.LoggerFactory())


def start_log(form: LogFormat, level: str) -> None:
    """Send every line, also those of libraries, to stderr in one form."""
    shared = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_repr,
        _without_secrets,
    ]
    last = (
        structlog.processors.JSONRenderer()
        if form is LogFormat.JSON
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _one_line_for_an_outage,
                structlog.processors.ExceptionRenderer(format_exc_info),
                _without_secrets,
                last,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("discord", "apscheduler", "aiosqlite", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def _without_secrets(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = hide_secrets(value)
    return event


def _without_repr(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Asyncio shows the task that broke, with the message of its error: only its first line."""
    if event.get("logger") == "asyncio":
        event["event"] = str(event.get("event", "")).partition("\n")[0]
    return event


def _one_line_for_an_outage(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """discord.py waits until Discord is back: that it is away says enough, without the place."""
    if event.get("logger") == WAITS_BY_ITSELF and isinstance(event.get("exc_info"), tuple):
        error = cast("tuple[object, BaseException]", event["exc_info"])[1]
        if isinstance(error, OSError) or type(error).__module__.startswith(OUTAGES):
            event["error"] = type(error).__name__
            del event["exc_info"]
    return event
