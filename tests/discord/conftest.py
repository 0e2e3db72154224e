"""The house for each behaviour test; an ERROR in the log fails the test."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import structlog

from tests.doubles.clock import SetClock
from tests.doubles.house import House


@pytest_asyncio.fixture
async def house(tmp_path: Path, clock: SetClock) -> AsyncIterator[House]:
    """A community that is set up."""
    house = await House.open(tmp_path, clock)
    yield house
    await house.close()


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture):
    """A test that does not ask for it must not log an error."""
    structlog.configure(logger_factory=structlog.stdlib.LoggerFactory())
    yield
    if request.node.get_closest_marker("logs_errors"):
        return
    errors = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert errors == []
