"""Approving, sending, retracting: readers only ever see a version that two people stand for."""

from datetime import datetime

import structlog

from bot.clock import Clock
from bot.limits import FAILED_CODES
from bot.people import Person, spend
from bot.rights import Action
from bot.services.alerts._rows import alert_of, audit, close_card, held, source_of
from bot.services.alerts.codes import read_code
from bot.services.alerts.drafts import APPROVAL_HOLDS
from bot.services.alerts.ends import need_ahead
from bot.services.alerts.rights import Door, PlatformAway, Standing, standing_of, who_fell_out
from bot.services.alerts.sending import (
    change_sent,
    drop_corrections,
    hold_back,
    is_stale,
    publish,
    unsettled,
)
from bot.services.alerts.views import (
    Alert,
    AlertChanged,
    AlertLate,
    AlertNotFound,
    AlertOver,
    AlertOwn,
    ApprovalCard,
    Held,
    State,
)
from data.store import Session, Store, deliveries, people
from data.store import alerts as rows

_log = structlog.get_logger("alerts")


class Alerts:
    """Policy messages on their way to readers, and afterwards."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.doors: dict[str, Door] = {}
        """Who asks each platform for the roles of this moment; the cogs add theirs."""

    async def approve(self, person: Person, alert_id: int, version: int) -> Alert:
        """Stand for this version; it goes out at once or at its moment. Twice is once.

        Raises: NotAllowed, AlertNotFound, AlertOwn, AlertChanged, AlertLate, AlertOver, AlertEnds.
        """
        now = self._clock.now()
        async with self._store.writing() as session:
            await _hold_first(session, alert_id)
            row = await held(session, person, alert_id)
            person.need(Action.APPROVE_ALERT)
            if row.written_by in (None, person.id):
                raise AlertOwn(number=alert_id)
            if row.version != version or row.state == State.DRAFT:
                raise AlertChanged(number=alert_id)
            if row.state != State.ASKED and row.approved_by == person.id:
                return alert_of(row)
            _need_waiting(row, now)
            row.state, row.approved_by, row.held = State.APPROVED.value, person.id, None
            row.send_at = at = row.send_at or now
            audit(session, "alert-approved", row, now, person)
            if row.corrects_id is not None:
                await _merge(session, row, now)
            elif at <= now:
                await publish(session, row, now)
            await close_card(session, row, version, now)
            return alert_of(row)

    async def send_due(self) -> tuple[int, ...]:
        """Send what was approved for a moment that has come, each once.

        It waits, and staff are told, when the moment is long ago or when the writer or the approver
        may not stand for it any more. Also changes messages that were under way while their alert
        was changed. Returns what was due.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            due = await rows.due(session, now)
            changed = await unsettled(session, now)
        for alert_id in due:
            await self._send(alert_id)
        for alert_id in changed:
            async with self._store.writing() as session:
                row = await rows.hold(session, alert_id)
                if row is not None:
                    await change_sent(session, row, now)
        return due

    async def _send(self, alert_id: int) -> None:
        """Send one message whose moment has come, or let it wait for staff."""
        now = self._clock.now()
        async with self._store.reading() as session:
            row = await rows.find(session, alert_id)
            if row is None:
                return
            standing, stale = await standing_of(session, row), is_stale(row, now)
        try:
            why = Held.LATE if stale else await who_fell_out(standing, self.doors)
        except PlatformAway:
            _log.warning("roles-unknown", alert=alert_id)
            return
        async with self._store.writing() as session:
            row = await rows.hold(session, alert_id)
            if row is None or not _is_due(row, standing, now):
                return
            if why is None:
                await publish(session, row, now)
            else:
                await hold_back(session, row, why, now)

    async def retract(self, person: Person, alert_id: int) -> Alert:
        """Take a message back everywhere it went, or drop one that did not leave yet.

        Raises: NotAllowed, AlertNotFound, AlertOver.
        """
        person.need(Action.RETRACT_ALERT)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await held(session, person, alert_id)
            if row.state == State.RETRACTED:
                return alert_of(row)
            was_sent, old = row.state == State.SENT, row.version
            row.state, row.version, row.held = State.RETRACTED.value, old + 1, None
            if was_sent:
                row.changed_at = now
                await deliveries.cancel(session, source_of(row.id), now)
                await change_sent(session, row, now)
                await drop_corrections(session, row.id, now)
            else:
                await close_card(session, row, old, now)
            audit(session, "alert-retracted", row, now, person)
            return alert_of(row)

    async def look(self, alert_id: int) -> Alert:
        """A message as its readers see it now. Raises: AlertNotFound."""
        async with self._store.reading() as session:
            row = await rows.find(session, alert_id)
            if row is None:
                raise AlertNotFound
            return alert_of(row)

    async def card(self, alert_id: int, version: int) -> ApprovalCard:
        """What staff see of one version that they were asked about. Raises: AlertNotFound."""
        async with self._store.reading() as session:
            row = await rows.find(session, alert_id)
            if row is None:
                raise AlertNotFound
            names: list[str] = []
            for person_id in (row.written_by, row.approved_by):
                known = await people.find(session, person_id) if person_id else None
                names.append(known.name if known else "")
            return ApprovalCard(alert_of(row), version, writer=names[0], approver=names[1])

    async def check_code(self, person: Person, typed: str) -> Alert | None:
        """The message that really carries this code; None when no message does.

        Only what went out has a code that counts. Raises: TooMany, after many wrong codes.
        """
        code = read_code(typed)
        async with self._store.writing() as session:
            row = await rows.find_by_code(session, code)
            if row is not None and row.sent_at is not None:
                return alert_of(row)
            await spend(session, person, FAILED_CODES, self._clock)
            return None


async def _merge(session: Session, new: rows.AlertRow, now: datetime) -> None:
    """Put an approved correction in the place of the text that was sent."""
    old = await rows.hold(session, new.corrects_id or 0)
    if old is None or old.state != State.SENT:
        raise AlertOver(number=new.corrects_id or 0, state=State.RETRACTED.value)
    old.title, old.what, old.meaning = new.title, new.what, new.meaning
    old.action, old.source_url, old.until_at = new.action, new.source_url, new.until_at
    old.version, old.changed_at = old.version + 1, now
    new.state = State.MERGED.value
    await session.flush()
    await drop_corrections(session, old.id, now)
    await change_sent(session, old, now)
    audit(session, "alert-corrected", old, now)


def _is_due(row: rows.AlertRow, standing: Standing, now: datetime) -> bool:
    """Whether this is still the version that was looked at."""
    is_ready = row.state == State.APPROVED and row.version == standing.version
    return is_ready and row.send_at is not None and row.send_at <= now


async def _hold_first(session: Session, alert_id: int) -> None:
    """Lock the message before its correction, as `retract` does: nobody waits in a ring."""
    row = await rows.find(session, alert_id)
    if row is not None and row.corrects_id is not None:
        await rows.hold(session, row.corrects_id)


def _need_waiting(row: rows.AlertRow, now: datetime) -> None:
    if row.state != State.ASKED:
        raise AlertOver(number=row.id, state=row.state)
    if row.asked_at is None or now >= row.asked_at + APPROVAL_HOLDS:
        raise AlertLate(number=row.id, hours=int(APPROVAL_HOLDS.total_seconds() // 3600))
    if row.held is None:
        need_ahead(row, now)
