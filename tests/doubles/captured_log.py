"""The real log of the bot, written to memory: what an operator would read."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import structlog

from bot.logs import start_log
from bot.settings import LogFormat


@contextmanager
def captured_log(form: LogFormat = LogFormat.JSON) -> Iterator[io.StringIO]:
    """Everything that is logged at the chattiest level until the block ends."""
    root, lines = logging.getLogger(), io.StringIO()
    before, level = root.handlers, root.level
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stderr", lines)
        start_log(form, "DEBUG")
        try:
            yield lines
        finally:
            root.handlers = before
            root.setLevel(level)
            structlog.reset_defaults()
            structlog.configure(logger_factory=structlog.stdlib.LoggerFactory())
