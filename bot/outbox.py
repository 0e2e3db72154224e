"""Every message that goes out: leased, sent outside the transaction, then marked.

A row is written in the transaction that caused it (`data.store.deliveries.add`). After a crash
between sending and marking, the sender looks for the message before it sends again.
"""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from bot.clock import Clock
from data.store import Store, communities, deliveries

LEASE: Final = timedelta(minutes=2)
"""A sender that says nothing for this long is taken for dead."""
BATCH: Final = 50
ATTEMPTS: Final = 12
"""About a day of trying, see `_wait`."""
LONGEST_WAIT_S: Final = 4 * 3600
_log = structlog.get_logger("outbox")


class PlaceGone(Exception):
    """The platform will never take this message. `reason` is a text key for staff."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryLater(Exception):
    """The platform cannot take it now."""

    def __init__(self, wait_s: float = 0) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one target, as facts. `edits` is the message that it changes, if it does."""

    id: int
    key: str
    kind: str
    facts: Mapping[str, Any]
    target: str
    to_person: bool
    language: str
    edits: str | None
    attempts: int
    queued_at: datetime


class Sender(Protocol):
    """The door of a platform for messages that go out."""

    async def send(self, delivery: Delivery) -> str:
        """Send and return the message's id on the platform. Raises: PlaceGone, TryLater."""
        ...

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        """What an earlier, unfinished try may have left, oldest first. Raises: as `send`."""
        ...


class Outbox:
    """Delivers what is due, in order for each target."""

    def __init__(self, store: Store, clock: Clock, senders: Mapping[str, Sender]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            senders: a sender for each platform, the part of a target before the colon.
        """
        self._store = store
        self._clock = clock
        self._senders = senders

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set; a message under way is finished first."""
        while not stop.is_set():
            self._store.queued.clear()
            if await self.deliver_due():
                continue
            waits = [asyncio.ensure_future(e.wait()) for e in (stop, self._store.queued)]
            await asyncio.wait(waits, timeout=1, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()

    async def deliver_due(self) -> int:
        """Send everything that is due now; returns how many rows were handled."""
        now = self._clock.now()
        async with self._store.writing() as session:
            rows = await deliveries.lease(session, now, stale_before=now - LEASE, limit=BATCH)
            batch: dict[str, list[Delivery]] = {}
            for row in rows:
                edits = (
                    await deliveries.find_message(session, row.edits, row.target)
                    if row.edits
                    else None
                )
                if edits is None and row.facts.get("edit_only"):
                    row.state, row.ended_at = "cancelled", now
                    continue
                batch.setdefault(row.target, []).append(_delivery(row, edits))
        await asyncio.gather(*(self._deliver_all(queue) for queue in batch.values()))
        return len(rows)

    async def _deliver_all(self, queue: list[Delivery]) -> None:
        for delivery in queue:
            await self._deliver(delivery)

    async def _deliver(self, delivery: Delivery) -> None:
        sender = self._senders.get(delivery.target.partition(":")[0])
        if sender is None:
            await self._give_up(delivery, "outbox-no-platform")
            return
        try:
            message = await self._arrived(sender, delivery) or await sender.send(delivery)
        except PlaceGone as gone:
            await self._give_up(delivery, gone.reason)
        except TryLater as later:
            await self._try_again(delivery, later.wait_s)
        except Exception:  # noqa: BLE001 - the last stop before a task would swallow it
            reference = secrets.token_hex(2)
            _log.exception("delivery-broken", delivery=delivery.id, reference=reference)
            await self._try_again(delivery, 0)
        else:
            await self._mark(delivery, message)

    async def _arrived(self, sender: Sender, delivery: Delivery) -> str | None:
        """The message of an earlier try that did arrive and belongs to no other delivery."""
        if delivery.attempts == 1 or delivery.edits:
            return None
        found = await sender.look_up(delivery)
        async with self._store.reading() as session:
            for message in found:
                if not await deliveries.is_known_message(session, message):
                    return message
        return None

    async def _mark(self, delivery: Delivery, message: str) -> None:
        async with self._store.writing() as session:
            row = await deliveries.hold(session, delivery.id)
            if row is not None:
                row.state, row.message, row.ended_at = "sent", message, self._clock.now()
        _log.info("sent", delivery=delivery.id, kind=delivery.kind)

    async def _try_again(self, delivery: Delivery, wait_s: float) -> None:
        if delivery.attempts >= ATTEMPTS:
            await self._give_up(delivery, "outbox-too-often")
            return
        wait = timedelta(seconds=max(wait_s, _wait(delivery.attempts)))
        async with self._store.writing() as session:
            row = await deliveries.hold(session, delivery.id)
            if row is not None and row.state == "sending":
                row.state, row.due_at = "queued", self._clock.now() + wait
        _log.warning("delivery-waits", delivery=delivery.id, seconds=wait.total_seconds())

    async def _give_up(self, delivery: Delivery, reason: str) -> None:
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await deliveries.hold(session, delivery.id)
            if row is None:
                return
            row.state, row.reason, row.ended_at = "failed", reason, now
            staff = (await communities.find_settings(session, row.community_id)).get("staff")
            if staff and delivery.kind != "staff-undelivered":
                await deliveries.add(
                    session,
                    community_id=row.community_id,
                    kind="staff-undelivered",
                    facts={"kind": row.kind, "reason": reason, "source": row.source},
                    source=f"undelivered:{row.id}",
                    target=staff["place"],
                    to_person=False,
                    person_id=None,
                    language=row.language,
                    edits=None,
                    due_at=now,
                )
        _log.warning("delivery-failed", delivery=delivery.id, reason=reason)


def _delivery(row: deliveries.DeliveryRow, edits: str | None) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.key,
        kind=row.kind,
        facts=row.facts,
        target=row.target,
        to_person=row.to_person,
        language=row.language,
        edits=edits,
        attempts=row.attempts,
        queued_at=row.queued_at,
    )


def _wait(attempts: int) -> float:
    """Seconds before the next try: doubling from 2 s, with up to half more at random."""
    wait = min(2.0**attempts, LONGEST_WAIT_S)
    return wait + wait * secrets.randbelow(1000) / 2000
