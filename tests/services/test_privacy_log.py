"""Whatever fails, the log holds no text and no name; on both databases, which tell differently."""

import io
import secrets
from collections.abc import Iterator

import pytest
from sqlalchemy import insert, text

from bot.jobs import Daily, Ticker
from bot.outbox import Delivery, Note, Outbox
from bot.posts import Post, to_target
from data.store import people
from data.store.base import Session
from data.store.people import IdentityRow
from tests.doubles.captured_log import captured_log
from tests.doubles.clock import SetClock
from tests.services.conftest import Town

pytestmark = [pytest.mark.asyncio, pytest.mark.logs_errors]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with captured_log() as lines:
        yield lines


@pytest.fixture
def canary() -> str:
    return f"kanarie{secrets.token_hex(6)}"


async def twice(session: Session, canary: str, clock: SetClock) -> None:
    """A mistake of ours in which a database names the value: the same key twice."""
    for _ in range(2):
        await session.execute(insert(IdentityRow).values(id=canary, person_id=1))


class Broken:
    """A platform whose error repeats the text."""

    def __init__(self, canary: str) -> None:
        self._canary = canary

    async def send(self, delivery: Delivery, note: Note) -> str:
        raise RuntimeError(self._canary, delivery.facts)

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


async def test_a_job_that_breaks_is_logged_without_what_it_worked_on(
    town: Town, log: io.StringIO, canary: str
) -> None:
    async def work() -> None:
        async with town.store.writing() as session:
            await people.add(session, "discord:9", canary, town.clock.now())
            await twice(session, canary, town.clock)

    clock = town.clock
    ticker = Ticker(town.store, clock, always=(work,), daily=(Daily("night", 3, 30, work),))
    await ticker.tick()
    clock.move(days=1)
    await ticker.tick()
    assert log.getvalue().count("job-broken") == 4
    assert "IntegrityError" in log.getvalue()
    assert canary not in log.getvalue()


async def test_a_message_that_cannot_be_sent_is_logged_without_its_text(
    town: Town, log: io.StringIO, canary: str
) -> None:
    async with town.store.writing() as session:
        post = Post("staff-question", "question:1", {"text": canary}, town.clock.now())
        await to_target(session, town.community_id, "discord:7", "nl", post)
    await Outbox(town.store, town.clock, {"discord": Broken(canary)}).deliver_due()
    assert "delivery-broken" in log.getvalue()
    assert "RuntimeError" in log.getvalue()
    assert canary not in log.getvalue()


async def test_a_message_that_cannot_be_marked_is_logged_without_its_text(
    town: Town, log: io.StringIO, canary: str
) -> None:
    async with town.store.writing() as session:
        for number in (1, 2):
            post = Post("poll-card", f"poll:{number}", {"text": canary}, town.clock.now())
            await to_target(session, town.community_id, f"discord:{number}", "nl", post)
        await session.execute(text("CREATE UNIQUE INDEX one ON deliveries (message)"))

    class SameMessage(Broken):
        async def send(self, delivery: Delivery, note: Note) -> str:
            return canary

    await Outbox(town.store, town.clock, {"discord": SameMessage(canary)}).deliver_due()
    assert "delivery-not-marked" in log.getvalue()
    assert canary not in log.getvalue()


async def test_the_outbox_does_not_call_a_mistake_an_outage(town: Town, log: io.StringIO) -> None:
    async with town.store.writing() as session:
        await session.execute(text("ALTER TABLE deliveries RENAME TO elsewhere"))
    assert await Outbox(town.store, town.clock, {}).deliver_due() == 0
    assert "database-away" not in log.getvalue()
    assert "outbox-broken" in log.getvalue()
