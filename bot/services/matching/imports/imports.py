"""Taking in a file of collectives: a report for each line, and all of them or none."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.content import Content
from bot.people import Person
from bot.rights import Action
from bot.search.collectives.alike import Named, likeness
from bot.services.matching.imports.lines import Line, Lines
from bot.services.matching.imports.tables import read_rows
from bot.services.matching.imports.views import ImportReport, LineReport, Outcome
from bot.services.matching.reading import Reading
from bot.spreadsheets import Table
from data.store import Session, Store, audits, duplicates, people
from data.store import collectives as rows


class Imports:
    """The import of collectives and their contacts."""

    def __init__(
        self, store: Store, clock: Clock, content: Content, reading: Reading | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._content = content
        self._reading = reading or Reading(store, content)

    async def plan(self, community_id: int, table: Table) -> ImportReport:
        """What this table would do; writes nothing. Raises: NoNameColumn."""
        lines, bad = await self._read(table)
        async with self._store.reading() as session:
            known = await _known(session, community_id)
            return await self._compare(session, known, lines, bad)

    async def apply(self, community_id: int, table: Table) -> ImportReport:
        """Take the table in, all lines or none, in one transaction; again changes nothing.

        Raises: NoNameColumn.
        """
        now = self._clock.now()
        lines, bad = await self._read(table)
        async with self._store.writing() as session:
            known = await _known(session, community_id)
            report = await self._compare(session, known, lines, bad)
            if not report.is_good:
                return report
            outcomes = {one.line: one.outcome for one in report.lines}
            new = [line for line in lines if outcomes[line.line] is Outcome.NEW]
            made = await rows.add_all(
                session,
                [
                    {"community_id": community_id, "hidden": False, "changed_at": now}
                    | dict(line.fields)
                    for line in new
                ],
                [line.themes for line in new],
            )
            for line, collective_id in zip(new, made, strict=True):
                await self._put_contact(session, collective_id, line)
            for line in lines:
                row = known.row(line)
                if row is not None and outcomes[line.line] is Outcome.CHANGED:
                    await self._change(session, row, line)
            if any(outcome is not Outcome.SAME for outcome in outcomes.values()):
                audits.add(
                    session,
                    "collectives-imported",
                    f"community:{community_id}",
                    at=now,
                    community_id=community_id,
                    actor_id=None,
                )
                self._reading.forget(community_id)
            return report

    async def table(self, person: Person) -> list[list[str]]:
        """All groups of a community as rows under `COLUMNS`, without people. Raises: NotAllowed."""
        person.need(Action.EXPORT_ALL)
        return await read_rows(self._store, person.community_id)

    async def _read(self, table: Table) -> tuple[list[Line], list[LineReport]]:
        reader = await self._reading.reader()
        return await asyncio.to_thread(Lines(self._content, reader).read, table)

    async def _compare(
        self, session: Session, known: "_Known", lines: list[Line], bad: list[LineReport]
    ) -> ImportReport:
        reports = list(bad)
        for line in lines:
            row = known.row(line)
            if row is None:
                outcome = Outcome.NEW
            elif (
                all(getattr(row, name) == value for name, value in line.fields.items())
                and known.themes.get(row.id, ()) == line.themes
                and await _has_contact(session, row.id, line)
            ):
                outcome = Outcome.SAME
            else:
                outcome = Outcome.CHANGED
            similar = known.similar(line) if outcome is Outcome.NEW else ""
            name = line.fields["name"]
            reports.append(LineReport(line.line, outcome, name, similar=similar))
        return ImportReport(tuple(sorted(reports, key=lambda one: one.line)))

    async def _change(self, session: Session, row: rows.CollectiveRow, line: Line) -> None:
        for name, value in line.fields.items():
            if name not in ("name", "place") or row.name.casefold() == line.key[0]:
                setattr(row, name, value)
        row.changed_at = self._clock.now()
        await rows.put_themes(session, row.id, line.themes)
        await self._put_contact(session, row.id, line)

    async def _put_contact(self, session: Session, collective_id: int, line: Line) -> None:
        now = self._clock.now()
        if line.contact:
            person = await people.find_by_identity(session, line.contact)
            if person is None:
                name = line.contact_name or line.contact
                person = await people.add(session, line.contact, name, now)
            await rows.add_contact(session, collective_id, person.id, line.reach, now)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is stored already."""

    exact: Mapping[tuple[str, str], rows.CollectiveRow]
    alike: Mapping[tuple[str, str], rows.CollectiveRow]
    themes: Mapping[int, tuple[str, ...]]
    by_id: Mapping[int, rows.CollectiveRow]
    by_place: Mapping[str, Sequence[rows.CollectiveRow]]
    merged: Mapping[tuple[str, str], int]

    def row(self, line: Line) -> rows.CollectiveRow | None:
        """The collective of this line, written in the same capitals or else alike."""
        name, place = line.fields["name"], line.fields["place"]
        merged = self.by_id.get(self.merged.get((name, place), 0))
        return self.exact.get((name, place)) or self.alike.get(line.key) or merged

    def similar(self, line: Line) -> str:
        """The name of a collective that may well be the same; empty when there is none."""
        wanted = Named(0, line.fields["name"], line.fields["place"], None)
        for row in self.by_place.get(wanted.place.casefold(), ()):
            if likeness(wanted, Named(row.id, row.name, row.place, None)):
                return row.name
        return ""


async def _known(session: Session, community_id: int) -> _Known:
    found = await rows.find_every(session, community_id)
    by_place: dict[str, list[rows.CollectiveRow]] = {}
    for row in found:
        by_place.setdefault(row.place.casefold(), []).append(row)
    return _Known(
        exact={(row.name, row.place): row for row in found},
        alike={(row.name.casefold(), row.place.casefold()): row for row in found},
        themes=await rows.find_all_themes(session, community_id),
        by_id={row.id: row for row in found},
        by_place=by_place,
        merged=await duplicates.find_names(session, community_id),
    )


async def _has_contact(session: Session, collective_id: int, line: Line) -> bool:
    """Whether the contact of this line is there, or none is named."""
    if not line.contact:
        return True
    person = await people.find_by_identity(session, line.contact)
    return person is not None and await rows.is_contact(session, person.id, collective_id)
