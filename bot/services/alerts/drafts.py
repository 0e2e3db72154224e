"""Writing a policy message: a draft is kept after every step, and each change is a new version."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.communities import Place, read_settings
from bot.moments import parse_moment
from bot.people import Person
from bot.rights import Action
from bot.services.alerts._rows import alert_of, audit, close_card, held, post_card
from bot.services.alerts.codes import new_code
from bot.services.alerts.ends import end_of, need_ahead, need_order
from bot.services.alerts.views import (
    Alert,
    AlertNotFound,
    AlertNotYours,
    AlertOver,
    AlertThemes,
    AlertUnfinished,
    Held,
    NoNewsPlace,
    State,
    Wording,
)
from bot.untrusted import plain
from data.store import Session, Store
from data.store import alerts as rows

MOST_THEMES: Final = 5
"""A message about everything is about nothing; and it must fit in one chat message."""
LONGEST: Final = {"title": 100, "what": 400, "meaning": 300, "action": 300, "source_url": 200}
"""Characters a field; together with what stands around it, one chat message of 2000."""
LISTED: Final = 15
APPROVAL_HOLDS: Final = timedelta(hours=24)
"""How long staff may approve after it was asked. Source: trust.md 4.1."""
OPEN: Final = (State.DRAFT, State.ASKED, State.APPROVED)
"""States in which nobody outside staff has seen the text."""


class AlertDrafts:
    """What staff prepare."""

    def __init__(self, store: Store, clock: Clock, themes: Sequence[str]) -> None:
        """Prepare.

        Args:
            store: where the rows are.
            clock: the time.
            themes: the ids of all themes, in the order of the menus.
        """
        self._store = store
        self._clock = clock
        self.themes = tuple(themes)

    async def write(self, person: Person, wording: Wording, origin: str) -> Alert:
        """Keep a new draft; the same form twice is one draft. Raises: NotAllowed."""
        person.need(Action.WRITE_ALERT)
        async with self._store.writing() as session:
            return await self._add(session, person, wording, origin)

    async def change(self, person: Person, alert_id: int, wording: Wording) -> Alert:
        """Put other words in an own draft; voids what was asked or approved.

        Raises: NotAllowed, AlertNotFound, AlertNotYours, AlertOver.
        """
        kept = _kept(wording)

        def apply(row: rows.AlertRow) -> None:
            row.title, row.what, row.meaning = kept.title, kept.what, kept.meaning
            row.action, row.source_url = kept.action, kept.source_url

        return await self._change(person, alert_id, apply)

    async def choose_themes(
        self, person: Person, alert_id: int, offered: Sequence[str], picked: Sequence[str]
    ) -> Alert:
        """Of the `offered` themes take the `picked` ones; others stay as they are.

        Raises: as `change`, and AlertThemes.
        """

        def apply(row: rows.AlertRow) -> None:
            wanted = {theme for theme in row.themes if theme not in offered} | set(picked)
            chosen = [theme for theme in self.themes if theme in wanted]
            if len(chosen) > MOST_THEMES:
                raise AlertThemes(most=MOST_THEMES)
            row.themes = chosen

        return await self._change(person, alert_id, apply)

    async def plan(self, person: Person, alert_id: int, moment: str) -> Alert:
        """Send at this moment, as people say it; an empty text means: at once after approval.

        Raises: as `change`, what `parse_moment` raises, and AlertEnds.
        """
        person.need(Action.WRITE_ALERT)
        now = self._clock.now()
        at = parse_moment(moment, now, self._clock.zone).at_utc if moment.strip() else None

        def apply(row: rows.AlertRow) -> None:
            row.send_at = at
            need_order(row)

        return await self._change(person, alert_id, apply)

    async def end_at(self, person: Person, alert_id: int, moment: str) -> Alert:
        """Say until when readers can do something; an empty text means: no end.

        A day without a time counts to its end. Raises: as `plan`.
        """
        person.need(Action.WRITE_ALERT)
        until = end_of(moment, self._clock.now(), self._clock.zone)

        def apply(row: rows.AlertRow) -> None:
            row.until_at = until
            need_order(row)

        return await self._change(person, alert_id, apply)

    async def take_over(self, person: Person, alert_id: int) -> Alert:
        """Become the writer of a message whose writer may not write any more; twice is once.

        Raises: NotAllowed, AlertNotFound, AlertNotYours, AlertOver.
        """
        person.need(Action.WRITE_ALERT)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await held(session, person, alert_id)
            if row.state not in OPEN:
                raise AlertOver(number=alert_id, state=row.state)
            if row.held != Held.WRITER:
                if row.written_by == person.id:
                    return alert_of(row)
                raise AlertNotYours(number=alert_id)
            old, row.version = row.version, row.version + 1
            row.written_by, row.held = person.id, None
            await close_card(session, row, old, now)
            audit(session, "alert-taken-over", row, now, person)
            return alert_of(row)

    async def correct(self, person: Person, alert_id: int, wording: Wording, origin: str) -> Alert:
        """Keep a new text for a message that was sent; readers see it after approval.

        Raises: NotAllowed, AlertNotFound, AlertOver.
        """
        person.need(Action.WRITE_ALERT)
        async with self._store.writing() as session:
            sent = await held(session, person, alert_id)
            if sent.state != State.SENT:
                raise AlertOver(number=alert_id, state=sent.state)
            return await self._add(session, person, wording, origin, corrects=sent)

    async def ask(self, person: Person, alert_id: int) -> Alert:
        """Ask a second member of staff to approve this version; asking twice is asking once.

        Raises: NotAllowed, AlertNotFound, AlertNotYours, AlertOver, AlertUnfinished, AlertEnds,
        NoNewsPlace.
        """
        person.need(Action.WRITE_ALERT)
        now = self._clock.now()
        async with self._store.writing() as session:
            row = await self._own(session, person, alert_id)
            if row.state == State.APPROVED:
                raise AlertOver(number=alert_id, state=row.state)
            alert = alert_of(row)
            if not alert.is_complete:
                raise AlertUnfinished(themes=not alert.themes, link=alert.lacks_link)
            need_ahead(row, now)
            settings = await read_settings(session, person.community_id)
            if Place.NEWS not in settings.places or Place.STAFF not in settings.places:
                raise NoNewsPlace
            if row.state == State.ASKED:
                if now < (row.asked_at or now) + APPROVAL_HOLDS:
                    return alert
                await close_card(session, row, row.version, now)
                row.version += 1
            row.state, row.asked_at = State.ASKED.value, now
            await post_card(session, row, settings, now)
            audit(session, "alert-asked", row, now, person)
            return alert_of(row)

    async def look(self, person: Person, alert_id: int) -> Alert:
        """A message as staff see it. Raises: NotAllowed, AlertNotFound."""
        person.need(Action.WRITE_ALERT)
        async with self._store.reading() as session:
            row = await rows.find(session, alert_id)
            if row is None or row.community_id != person.community_id:
                raise AlertNotFound
            return alert_of(row)

    async def latest(self, person: Person) -> tuple[Alert, ...]:
        """The newest messages of the community, in whatever state. Raises: NotAllowed."""
        person.need(Action.WRITE_ALERT)
        async with self._store.reading() as session:
            found = await rows.find_latest(session, person.community_id, LISTED)
            return tuple(alert_of(row) for row in found)

    async def _own(self, session: Session, person: Person, alert_id: int) -> rows.AlertRow:
        row = await held(session, person, alert_id)
        if row.written_by != person.id:
            raise AlertNotYours(number=alert_id)
        if row.state not in OPEN:
            raise AlertOver(number=alert_id, state=row.state)
        return row

    async def _change(
        self, person: Person, alert_id: int, apply: Callable[[rows.AlertRow], None]
    ) -> Alert:
        person.need(Action.WRITE_ALERT)
        async with self._store.writing() as session:
            row = await self._own(session, person, alert_id)
            before, asked = _content(row), row.state != State.DRAFT
            apply(row)
            if _content(row) != before:
                old, row.version, row.state = row.version, row.version + 1, State.DRAFT.value
                row.approved_by = row.asked_at = row.held = None
                if asked:
                    await close_card(session, row, old, self._clock.now())
            return alert_of(row)

    async def _add(
        self,
        session: Session,
        person: Person,
        wording: Wording,
        origin: str,
        *,
        corrects: rows.AlertRow | None = None,
    ) -> Alert:
        kept = _kept(wording)
        await rows.add(
            session,
            community_id=person.community_id,
            written_by=person.id,
            approved_by=None,
            corrects_id=corrects.id if corrects else None,
            origin=origin,
            code=new_code(),
            title=kept.title,
            what=kept.what,
            meaning=kept.meaning,
            action=kept.action,
            source_url=kept.source_url,
            themes=list(corrects.themes) if corrects else [],
            state=State.DRAFT.value,
            version=1,
            written_at=self._clock.now(),
            asked_at=None,
            send_at=None,
            until_at=corrects.until_at if corrects else None,
            held=None,
            sent_at=None,
            changed_at=None,
        )
        row = await rows.find_by_origin(session, origin)
        if row is None or row.written_by != person.id:
            raise AlertNotFound
        return alert_of(row)


def _kept(wording: Wording) -> Wording:
    return Wording(
        title=" ".join(plain(wording.title).split())[: LONGEST["title"]],
        what=plain(wording.what).strip()[: LONGEST["what"]],
        meaning=plain(wording.meaning).strip()[: LONGEST["meaning"]],
        action=plain(wording.action).strip()[: LONGEST["action"]],
        source_url=plain(wording.source_url).strip()[: LONGEST["source_url"]],
    )


def _content(row: rows.AlertRow) -> tuple[object, ...]:
    """Everything that an approval is about."""
    words = (row.title, row.what, row.meaning, row.action, row.source_url)
    return (*words, tuple(row.themes), row.send_at, row.until_at)
