"""What a start of the bot changes in its process, put back when tests run there too."""

import contextlib
import gc
import logging
import sys
from collections.abc import Iterator

import structlog
from discord import http
from discord.gateway import DiscordWebSocket

QUIETENED = ("discord", "apscheduler", "aiosqlite", "alembic")


@contextlib.contextmanager
def kept_process() -> Iterator[None]:
    """Put back where Discord is, the log, the collector, and rich."""
    addresses = http.Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    root, log = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in QUIETENED}
    rich = {name: part for name, part in sys.modules.items() if name.partition(".")[0] == "rich"}
    try:
        yield
    finally:
        http.Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = addresses
        root.handlers = handlers
        root.setLevel(level)
        for name, before in levels.items():
            logging.getLogger(name).setLevel(before)
        structlog.configure(**log)
        if sys.modules.get("rich", rich) is None:
            del sys.modules["rich"]
        sys.modules.update(rich)
        gc.unfreeze()
        gc.enable()
