"""Seeing and erasing everything about one person."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import structlog

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.limits import EXPORTS
from bot.people import Person, spend
from bot.rights import STAFF_ACTIONS, Action
from bot.services.polls import PollKeys
from bot.services.privacy.journal import Journal, Mark
from bot.services.privacy.messages import change_messages
from bot.services.privacy.restrictions import Restrictions
from bot.services.privacy.views import HIDDEN, Dossier, Entry, Erased, NothingKept, Section
from data.store import Keep, Session, Store, StoreError, audits, erasure, people, polls, traces

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE: Final = 8
_log = structlog.get_logger("privacy")


class Privacy:
    """The rights of everybody over their own data."""

    def __init__(
        self, store: Store, clock: Clock, keys: PollKeys, journal: Journal, contact: str = ""
    ) -> None:
        """Prepare.

        Args:
            store: where everything is.
            clock: the time.
            keys: of open anonymous polls, to find a voter's own ballot.
            journal: of who was erased.
            contact: the mail address for questions about privacy; empty when there is none.
        """
        self.contact = contact
        self._store = store
        self._clock = clock
        self._keys = keys
        self._journal = journal
        self.restrictions = Restrictions(store, clock)

    async def knows(self, identity: str) -> bool:
        """Whether anything is kept about an account; asking leaves no trace."""
        async with self._store.reading() as session:
            return await people.find_by_identity(session, identity) is not None

    async def look(self, person: Person) -> Dossier:
        """Everything that is kept about this person, and until when. Raises: TooMany."""
        person.need(Action.OWN_DATA, own=True)
        async with self._store.writing() as session:
            await spend(session, person, EXPORTS, self._clock)
            return await self._dossier(session, person.id)

    async def look_up(self, identity: str) -> Dossier:
        """As `look`, for a request from outside the chat. Raises: NothingKept."""
        async with self._store.snapshot() as session:
            person = await people.find_by_identity(session, identity)
            if person is None:
                raise NothingKept
            return await self._dossier(session, person.id)

    async def _dossier(self, session: Session, person_id: int) -> Dossier:
        found = await erasure.find_records(session, person_id)
        ballots = await self._secret_ballots(session, person_id)
        tables = {table.name: rule for table, rule in erasure.rules()}
        sections: dict[str, list[Entry]] = {}
        for record in found:
            rule = tables[record.table]
            sections.setdefault(record.table, []).append(_entry(record, rule, person_id))
        for values in ballots:
            sections.setdefault("ballots", []).append(Entry(values, None))
        return Dossier(
            self._clock.now(),
            tuple(Section(table, tuple(entries)) for table, entries in sections.items()),
        )

    async def erase(self, identity: str, *, by: Person | None = None) -> Erased:
        """Forget the person with this account in one transaction, and what came of them.

        Raises: NothingKept, also when it was done before.
        """
        async with self._store.writing() as session:
            erased, marks = await self.erase_in(session, identity, by=by)
        self._journal.write(marks, self._clock.now())
        await self._store.wipe()
        _log.info("erased", code=erased.code, rows=sum(erased.tables.values()))
        return erased

    async def erase_in(
        self, session: Session, identity: str, *, by: Person | None = None
    ) -> tuple[Erased, tuple[Mark, ...]]:
        """As `erase`, inside a transaction; the caller writes the marks after it.

        Raises: NothingKept.
        """
        now, code = self._clock.now(), _code()
        person = await people.hold_by_identity(session, identity)
        if person is None:
            raise NothingKept
        marks = [(self._journal.mark(one), now) for one in await people.identities(session, person)]
        await change_messages(session, self._keys, person, code, now)
        await traces.close_questions(session, person, now)
        changed = await erasure.erase(session, person)
        for mark, at in marks:
            await erasure.remember(session, mark, at)
        audits.add(
            session,
            "person-erased",
            f"erasure:{code}",
            at=now,
            community_id=None if by is None else by.community_id,
            actor_id=None if by is None else by.id,
        )
        return Erased(code, changed), tuple(marks)

    async def note_refusal(self, person: Person, refused: NotAllowed) -> None:
        """Write down that somebody tried what only staff or admins may do; ids only.

        Source: trust.md 4.2.
        """
        action = str(refused.facts.get("action") or refused.action)
        if action not in STAFF_ACTIONS:
            return
        try:
            async with self._store.writing() as session:
                audits.add(
                    session,
                    "refused",
                    f"action:{action}",
                    at=self._clock.now(),
                    community_id=person.community_id,
                    actor_id=person.id,
                )
        except StoreError as error:  # the person has had their answer already
            _log.warning("refusal-not-noted", action=action, error=type(error).__name__)

    async def catch_up(self) -> int:
        """Forget again who was erased after the copy that this database came from; how many.

        Call it before the first message is served; without a copy put back it does nothing.
        """
        async with self._store.writing() as session:
            count = await self.catch_up_in(session)
        if count:
            await self._store.wipe()
        return count

    async def catch_up_in(self, session: Session, extra: frozenset[Mark] = frozenset()) -> int:
        """As `catch_up`, inside a transaction; `extra` are marks of the database before."""
        known = await erasure.journal(session)
        missed = (self._journal.read() | extra) - known
        marks = {mark for mark, _ in missed}
        count = 0
        if marks:
            for identity in await people.every_identity(session):
                if self._journal.mark(identity) in marks:
                    await self.erase_in(session, identity)
                    count += 1
        for mark, at in missed:
            await erasure.remember(session, mark, at)
        self._journal.write(known | missed, self._clock.now())
        return count

    async def _secret_ballots(self, session: Session, person: int) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for poll in await traces.open_polls(session):
            voter = self._keys.pseudonym(poll.origin, person) if poll.anonymous else None
            chosen = voter and await polls.find_ballot(session, poll.id, voter)
            if chosen:
                found.append({"poll_id": poll.id, "choices": chosen})
        return found


def _entry(record: erasure.Record, rule: Keep, person_id: int) -> Entry:
    values: dict[str, object] = dict(record.values)
    for name in rule.person:
        value = record.values[name]
        if value is not None and value != person_id:
            values[name] = HIDDEN
    for name in rule.text:
        value = record.values[name]
        if value and (rule.others or not record.own):
            values[name] = _without_text(value)
    for name in rule.untold:
        values[name] = HIDDEN
    days = rule.days if rule.untold else rule.term(record.values)
    if rule.only is not None and not record.values[rule.only]:
        days = None
    until = record.since + timedelta(days=days) if record.since and days is not None else None
    return Entry(values, until)


def _without_text(value: object) -> object:
    """What others wrote is hidden; numbers in the facts of a message say nothing of them."""
    if not isinstance(value, Mapping):
        return HIDDEN
    facts: Mapping[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]
    return {str(key): HIDDEN if isinstance(one, str) else one for key, one in facts.items()}


def _code() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE))
    return f"{letters[:4]}-{letters[4:]}"
