"""Approving, sending, retracting: readers only ever see a version that two people stand for."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.limits import FAILED_CODES
from bot.people import Person, spend
from bot.posts import Post, to_place, to_target
from bot.rights import Action
from bot.services.alerts._rows import EDIT_ONLY, alert_of, close_card, held, source_of
from bot.services.alerts.codes import read_code
from bot.services.alerts.drafts import APPROVAL_HOLDS
from bot.services.alerts.views import (
    Alert,
    AlertChanged,
    AlertLate,
    AlertNotFound,
    AlertOver,
    AlertOwn,
    ApprovalCard,
    State,
)
from data.store import Session, Store, audits, deliveries, people
from data.store import alerts as rows

SETTLES: Final = timedelta(days=2)
"""So long after a change is looked for messages that were under way at that moment; the outbox
itself tries about a day."""


class Alerts:
    """Policy messages on their way to readers, and afterwards."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def approve(self, person: Person, alert_id: int, version: int) -> Alert:
        """Stand for this version; it goes out at once or at its moment. Twice is once.

        Raises: NotAllowed, AlertNotFound, AlertOwn, AlertChanged, AlertLate, AlertOver.
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
            row.state, row.approved_by = State.APPROVED.value, person.id
            row.send_at = at = row.send_at or now
            self._audit(session, "alert-approved", row, person)
            if row.corrects_id is not None:
                await self._take_over(session, row)
            elif at <= now:
                await self._publish(session, row)
            await close_card(session, row, version, now)
            return alert_of(row)

    async def send_due(self) -> tuple[int, ...]:
        """Send what was approved for a moment that has come, each once, however late.

        Also changes messages that were under way while their alert was changed.
        """
        now = self._clock.now()
        async with self._store.reading() as session:
            due = await rows.due(session, now)
            changed = [row.id for row in await self._unsettled(session)]
        for alert_id in due:
            async with self._store.writing() as session:
                row = await rows.hold(session, alert_id)
                at = None if row is None else row.send_at
                if row is not None and at and row.state == State.APPROVED and at <= now:
                    await self._publish(session, row)
        for alert_id in changed:
            async with self._store.writing() as session:
                row = await rows.hold(session, alert_id)
                if row is not None:
                    await self._change_sent(session, row)
        return due

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
            row.state, row.version = State.RETRACTED.value, old + 1
            if was_sent:
                row.changed_at = now
                await deliveries.cancel(session, source_of(row.id), now)
                await self._change_sent(session, row)
                await self._drop_corrections(session, row.id)
            else:
                await close_card(session, row, old, now)
            self._audit(session, "alert-retracted", row, person)
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

    async def _publish(self, session: Session, row: rows.AlertRow) -> None:
        now = self._clock.now()
        row.state, row.sent_at = State.SENT.value, now
        settings = await read_settings(session, row.community_id)
        facts = {"alert": row.id}
        post = Post("alert", source_of(row.id), facts, now)
        await to_place(session, row.community_id, settings, Place.NEWS, post)
        followers = await rows.find_followers(session, row.community_id, row.themes)
        await rows.queue_mail(
            session,
            [(account, id_, own or settings.language) for id_, account, own in followers],
            community_id=row.community_id,
            kind="alert-dm",
            facts=facts,
            source=source_of(row.id),
            edits=None,
            due_at=now,
        )
        self._audit(session, "alert-sent", row, None)

    async def _take_over(self, session: Session, new: rows.AlertRow) -> None:
        """Put an approved correction in the place of the text that was sent."""
        old = await rows.hold(session, new.corrects_id or 0)
        if old is None or old.state != State.SENT:
            raise AlertOver(number=new.corrects_id or 0, state=State.RETRACTED.value)
        old.title, old.what, old.meaning = new.title, new.what, new.meaning
        old.action, old.source_url = new.action, new.source_url
        old.version, old.changed_at = old.version + 1, self._clock.now()
        new.state = State.MERGED.value
        await session.flush()
        await self._drop_corrections(session, old.id)
        await self._change_sent(session, old)
        self._audit(session, "alert-corrected", old, None)

    async def _drop_corrections(self, session: Session, alert_id: int) -> None:
        """A correction of a text that is no longer there needs new eyes: it is dropped."""
        for row in await rows.hold_corrections(session, alert_id):
            old, row.state, row.version = row.version, State.RETRACTED.value, row.version + 1
            await close_card(session, row, old, self._clock.now())

    async def _change_sent(self, session: Session, row: rows.AlertRow) -> None:
        """Queue a change for every message of this alert that has not had this version's yet."""
        first, now = source_of(row.id), self._clock.now()
        again = _again(row)
        if row.state == State.RETRACTED:
            await deliveries.cancel(session, first, now)
        outdated = await rows.find_outdated(session, first, again)
        mails = [
            (sent.target, sent.person_id, sent.language)
            for sent in outdated
            if sent.to_person and sent.person_id is not None
        ]
        facts = {"alert": row.id, EDIT_ONLY: True}
        for sent in (one for one in outdated if not one.to_person):
            post = Post(sent.kind, again, facts, now, edits=first)
            await to_target(session, sent.community_id, sent.target, sent.language, post)
        await rows.queue_mail(
            session,
            mails,
            community_id=row.community_id,
            kind="alert-dm",
            facts=facts,
            source=again,
            edits=first,
            due_at=now,
        )

    async def _unsettled(self, session: Session) -> tuple[rows.AlertRow, ...]:
        """Alerts of which a message arrived after they were changed."""
        changed = await rows.changed_since(session, self._clock.now() - SETTLES)
        found: list[rows.AlertRow] = []
        for row in changed:
            since = row.changed_at
            source = source_of(row.id)
            late = await rows.find_outdated(session, source, _again(row), since)
            stuck = row.state == State.RETRACTED and await rows.is_waiting(session, source)
            if late or stuck:
                found.append(row)
        return tuple(found)

    def _audit(
        self, session: Session, action: str, row: rows.AlertRow, person: Person | None
    ) -> None:
        audits.add(
            session,
            action,
            f"alert:{row.id}",
            at=self._clock.now(),
            community_id=row.community_id,
            actor_id=person.id if person else None,
        )


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


def _again(row: rows.AlertRow) -> str:
    return f"{source_of(row.id)}:v{row.version}"
