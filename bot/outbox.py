"""Every message that goes out: leased, sent outside the transaction, then marked.

A row is written in the transaction that caused it (`data.store.deliveries.add`). After a crash
between sending and marking, the sender looks for the message before it sends again.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, Protocol

import structlog

from bot.clock import Clock
from bot.errors import is_away
from data.store import Session, Store, StoreError, communities, deliveries

LEASE: Final = timedelta(minutes=1)
"""A sender that says nothing for this long is taken for dead."""
LONGEST_TRY_S: Final = 45
"""A try ends before its lease does."""
BATCH: Final = 50
ATTEMPTS: Final = 12
"""About a day of trying, see `_wait`; given up only when that day has passed as well."""
DAY: Final = timedelta(days=1)
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
    looks: str | None
    """The mark of the text that an earlier try noted."""


Note = Callable[[str], Awaitable[None]]


class Sender(Protocol):
    """The door of a platform for messages that go out."""

    async def send(self, delivery: Delivery, note: Note) -> str:
        """Send and return the message's id on the platform.

        `note` keeps a mark of the text before it leaves: facts may read otherwise at a next try.
        Raises: PlaceGone, TryLater.
        """
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
        """Deliver until `stop` is set; messages under way are finished first."""
        under_way: set[asyncio.Task[None]] = set()
        try:
            while not stop.is_set():
                self._store.queued.clear()
                leased = await self._lease(BATCH - len(under_way))
                under_way |= {asyncio.create_task(self._deliver(one)) for one in leased}
                if not leased:
                    await self._rest(under_way, stop)
                under_way = {one for one in under_way if not one.done()}
            if under_way:
                await asyncio.wait(under_way)
        finally:
            for task in under_way:
                task.cancel()

    async def _rest(self, under_way: set[asyncio.Task[None]], stop: asyncio.Event) -> None:
        """Until something may be due."""
        events = {asyncio.ensure_future(e.wait()) for e in (stop, self._store.queued)}
        await asyncio.wait({*under_way, *events}, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        for event in events:
            event.cancel()

    async def deliver_due(self) -> int:
        """Send what is due now, one message a target; returns how many rows were handled."""
        leased = await self._lease(BATCH)
        await asyncio.gather(*(self._deliver(delivery) for delivery in leased))
        return len(leased)

    async def _lease(self, most: int) -> list[Delivery]:
        """Take what is due, at most one for each target; nothing while the database is away."""
        now = self._clock.now()
        leased: list[Delivery] = []
        try:
            async with self._store.writing() as session:
                while not leased:
                    rows = await deliveries.lease(
                        session, now, stale_before=now - LEASE, limit=most
                    )
                    if not rows:
                        break
                    leased = [one for row in rows if (one := await _taken(session, row, now))]
        except (StoreError, OSError) as error:
            if is_away(error):
                _log.warning("database-away", error=type(error).__name__)
            else:
                _log.exception("outbox-broken", reference=secrets.token_hex(2))
            return []
        return leased

    async def _deliver(self, delivery: Delivery) -> None:
        """Send one message and keep what became of it; a lease that stays open runs out."""
        try:
            await self._try(delivery)
        except Exception:  # noqa: BLE001 - the last stop before a task would swallow it
            reference = secrets.token_hex(2)
            _log.exception("delivery-not-marked", delivery=delivery.id, reference=reference)

    async def _try(self, delivery: Delivery) -> None:
        sender = self._senders.get(delivery.target.partition(":")[0])
        if sender is None:
            await self._give_up(delivery, "outbox-no-platform")
            return
        try:
            async with asyncio.timeout(LONGEST_TRY_S):
                message = await self._arrived(sender, delivery) or await sender.send(
                    delivery, partial(self._note, delivery)
                )
        except PlaceGone as gone:
            await self._give_up(delivery, gone.reason)
        except TryLater as later:
            await self._try_again(delivery, later.wait_s)
        except TimeoutError:
            await self._try_again(delivery, 0)
        except Exception:  # noqa: BLE001 - what breaks one message must not stop the others
            reference = secrets.token_hex(2)
            _log.exception("delivery-broken", delivery=delivery.id, reference=reference)
            await self._try_again(delivery, 0)
        else:
            await self._mark(delivery, message)

    async def _note(self, delivery: Delivery, looks: str) -> None:
        async with self._store.writing() as session:
            row = await deliveries.hold(session, delivery.id)
            if row is not None:
                row.looks = looks

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
        age = self._clock.now() - delivery.queued_at
        if delivery.attempts >= ATTEMPTS and age >= DAY:  # many crashes in an hour are no day
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
            if await _instead(session, row, now):
                return
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


async def _instead(session: Session, row: deliveries.DeliveryRow, now: datetime) -> bool:
    """Queue what goes out when this message is not taken; False when its facts name nothing."""
    other = row.facts.get("if_closed")
    if other is None:
        return False
    kind, facts, source, target, language = (
        other[name] for name in ("kind", "facts", "source", "target", "language")
    )
    await deliveries.add(
        session,
        community_id=row.community_id,
        kind=kind,
        facts=facts,
        source=source,
        target=target,
        to_person="person" in other,
        person_id=other.get("person"),
        language=language,
        edits=None,
        due_at=now,
    )
    _log.warning("delivery-replaced", delivery=row.id, reason=row.reason)
    return True


async def _taken(session: Session, row: deliveries.DeliveryRow, now: datetime) -> Delivery | None:
    """A row as facts; None, and cancelled, when it only changes a message that is not there.

    `reply_to` in its facts may name the source of another message to the same target: then it is
    that message, and this one waits for it.
    """
    edits = await deliveries.find_message(session, row.edits, row.target) if row.edits else None
    if edits is None and row.facts.get("edit_only"):
        row.state, row.ended_at = "cancelled", now
        return None
    facts = dict(row.facts)
    platform, answers = row.target.partition(":")[0], row.facts.get("reply_to")
    if answers and not str(answers).startswith(f"{platform}:"):
        facts["reply_to"] = await deliveries.find_message(session, answers, row.target)
        if facts["reply_to"] is None and await deliveries.is_waiting(session, answers, row.target):
            row.state, row.due_at = "queued", now + LEASE
            return None
    return _delivery(row, edits, facts)


def _delivery(row: deliveries.DeliveryRow, edits: str | None, facts: Mapping[str, Any]) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.key,
        kind=row.kind,
        facts=facts,
        target=row.target,
        to_person=row.to_person,
        language=row.language,
        edits=edits,
        attempts=row.attempts,
        queued_at=row.queued_at,
        looks=row.looks,
    )


def _wait(attempts: int) -> float:
    """Seconds before the next try: doubling from 2 s, with up to half more at random."""
    wait = min(2.0**attempts, LONGEST_WAIT_S)
    return wait + wait * secrets.randbelow(1000) / 2000
