"""Taking in a file of collectives: a report for each line, and all of them or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.clock import Clock
from bot.content import Content
from bot.errors import BadInput
from bot.search.collectives import Reader
from bot.search.places import Places
from bot.services.matching.profiles import (
    LONGEST_DESCRIPTION,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_REACH,
)
from bot.spreadsheets import Table
from bot.untrusted import plain
from data.store import Session, Store, audits, people
from data.store import collectives as rows

COLUMNS: Final = (
    "name", "place", "municipality", "themes", "context", "population", "phase", "motives",
    "methods", "offers", "needs", "legal_form", "description",
)  # fmt: skip
CONTACT_COLUMNS: Final = ("contact", "contact_name", "reach")
"""Optional: an account as `platform:id` (digits alone are Discord), a name, how to be reached."""
_FACETS: Final = {
    "context": "context",
    "phase": "fase",
    "motives": "drijfveer",
    "methods": "aanpak",
    "legal_form": "organisatievorm",
}
_MOST_PEOPLE: Final = 20_000_000
_MOST_DIGITS: Final = 8


class Outcome(StrEnum):
    """What a line does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


class Problem(StrEnum):
    """Why a line cannot be used. The text key is `import-<problem>`."""

    NO_NAME = "no-name"
    TWICE = "twice"
    THEMES = "themes"
    CONTEXT = "context"
    PHASE = "phase"
    MOTIVES = "motives"
    METHODS = "methods"
    LEGAL_FORM = "legal_form"
    POPULATION = "population"
    CONTACT = "contact"


class NoNameColumn(BadInput):
    """A file without the column that every collective needs."""

    key = "import-no-name-column"
    code = "M13"


@dataclass(frozen=True, slots=True)
class LineReport:
    """What one line does. `what` is what stood in the cell, untrusted."""

    line: int
    outcome: Outcome
    name: str
    problem: Problem | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file does, line by line; nothing was written when `is_good` is false."""

    lines: tuple[LineReport, ...]

    @property
    def is_good(self) -> bool:
        """Whether no line is bad."""
        return all(line.outcome is not Outcome.BAD for line in self.lines)

    def count(self, outcome: Outcome) -> int:
        """How many lines do this."""
        return sum(line.outcome is outcome for line in self.lines)


class _Bad(Exception):
    def __init__(self, problem: Problem, what: str = "") -> None:
        super().__init__(problem)
        self.problem, self.what = problem, what


@dataclass(frozen=True, slots=True)
class _Line:
    line: int
    fields: Mapping[str, Any]
    themes: tuple[str, ...]
    contact: str
    contact_name: str
    reach: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes two lines one collective."""
        return self.fields["name"].casefold(), self.fields["place"].casefold()


class Imports:
    """The import of collectives and their contacts. Reading the places takes some 0.2 s once."""

    def __init__(self, store: Store, clock: Clock, content: Content) -> None:
        self._store = store
        self._clock = clock
        self._reader = Reader(content, Places(content.places()))
        self._values = {
            column: {
                name.casefold(): value.id
                for value in content.facet(facet).values
                for name in (value.name_nl, value.name_en, value.id)
            }
            for column, facet in _FACETS.items()
        }

    async def plan(self, community_id: int, table: Table) -> ImportReport:
        """What this table would do; writes nothing."""
        async with self._store.reading() as session:
            lines, bad = self._read(table)
            known = await _known(session, community_id)
            return await self._compare(session, known, lines, bad)

    async def apply(self, community_id: int, table: Table) -> ImportReport:
        """Take the table in, all lines or none, in one transaction; again changes nothing."""
        now = self._clock.now()
        async with self._store.writing() as session:
            lines, bad = self._read(table)
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
            return report

    def _read(self, table: Table) -> tuple[list[_Line], list[LineReport]]:
        """The usable lines, and a report for each of the others. Raises: NoNameColumn."""
        if "name" not in {name.strip().casefold() for name in table.header}:
            raise NoNameColumn
        lines: list[_Line] = []
        bad: list[LineReport] = []
        seen: set[tuple[str, str]] = set()
        for number, record in table.records():
            cells = {name.strip().casefold(): cell.strip() for name, cell in record.items()}
            name = _one(cells.get("name", ""), LONGEST_NAME)
            try:
                line = self._line(number, cells)
            except _Bad as fault:
                bad.append(LineReport(number, Outcome.BAD, name, fault.problem, fault.what))
                continue
            if line.key in seen:
                bad.append(LineReport(number, Outcome.BAD, name, Problem.TWICE, name))
                continue
            seen.add(line.key)
            lines.append(line)
        return lines, bad

    def _line(self, number: int, cells: Mapping[str, str]) -> _Line:
        name = _one(cells.get("name", ""), LONGEST_NAME)
        if not name:
            raise _Bad(Problem.NO_NAME)
        themes, unknown = self._reader.themes_named(_several(cells.get("themes", "")))
        if unknown:
            raise _Bad(Problem.THEMES, unknown[0])
        fields: dict[str, Any] = {
            "name": name,
            "place": _one(cells.get("place", ""), LONGEST_NAME),
            "municipality": _one(cells.get("municipality", ""), LONGEST_NAME),
            "population": _people(cells.get("population", "")),
            "description": plain(cells.get("description", "")).strip()[:LONGEST_DESCRIPTION],
        }
        for column in ("offers", "needs"):
            fields[column] = [_one(one, LONGEST_ITEM) for one in _items(cells.get(column, ""))]
        for column in ("motives", "methods"):
            values = _several(cells.get(column, ""))
            fields[column] = [self._facet(column, value) for value in values]
        for column in ("context", "phase", "legal_form"):
            value = cells.get(column, "")
            fields[column] = self._facet(column, value) if value else ""
        contact = cells.get("contact", "")
        if contact.isdecimal():
            contact = f"discord:{contact}"
        if contact and ":" not in contact:
            raise _Bad(Problem.CONTACT, contact)
        return _Line(
            line=number,
            fields=fields,
            themes=tuple(sorted(themes)),
            contact=contact[:100],
            contact_name=_one(cells.get("contact_name", ""), LONGEST_NAME),
            reach=_one(cells.get("reach", ""), LONGEST_REACH),
        )

    def _facet(self, column: str, value: str) -> str:
        found = self._values[column].get(value.strip().casefold())
        if found is None:
            raise _Bad(Problem(column), value.strip())
        return found

    async def _compare(
        self, session: Session, known: "_Known", lines: list[_Line], bad: list[LineReport]
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
            reports.append(LineReport(line.line, outcome, line.fields["name"]))
        return ImportReport(tuple(sorted(reports, key=lambda one: one.line)))

    async def _change(self, session: Session, row: rows.CollectiveRow, line: _Line) -> None:
        for name, value in line.fields.items():
            setattr(row, name, value)
        row.changed_at = self._clock.now()
        await rows.put_themes(session, row.id, line.themes)
        await self._put_contact(session, row.id, line)

    async def _put_contact(self, session: Session, collective_id: int, line: _Line) -> None:
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

    def row(self, line: _Line) -> rows.CollectiveRow | None:
        """The collective of this line, written in the same capitals or else alike."""
        name, place = line.fields["name"], line.fields["place"]
        return self.exact.get((name, place)) or self.alike.get(line.key)


async def _known(session: Session, community_id: int) -> _Known:
    found = await rows.find_every(session, community_id)
    return _Known(
        exact={(row.name, row.place): row for row in found},
        alike={(row.name.casefold(), row.place.casefold()): row for row in found},
        themes=await rows.find_all_themes(session, community_id),
    )


async def _has_contact(session: Session, collective_id: int, line: _Line) -> bool:
    """Whether the contact of this line is there, or none is named."""
    if not line.contact:
        return True
    person = await people.find_by_identity(session, line.contact)
    return person is not None and await rows.is_contact(session, person.id, collective_id)


def _one(text: str, longest: int) -> str:
    return " ".join(plain(text).split())[:longest]


def _several(cell: str) -> tuple[str, ...]:
    return _items(cell.replace(",", ";"))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _people(cell: str) -> int | None:
    """A whole number, with or without the Dutch mark for thousands. Raises: _Bad."""
    digits = cell.replace(".", "").replace(" ", "")
    if not digits:
        return None
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    if not is_number or int(digits) > _MOST_PEOPLE:
        raise _Bad(Problem.POPULATION, cell)
    return int(digits)


async def read_rows(store: Store, community_id: int) -> list[list[str]]:
    """All collectives of a community as rows under `COLUMNS`, without people."""
    async with store.reading() as session:
        found = await rows.find_every(session, community_id)
        themes = await rows.find_all_themes(session, community_id)
    return [
        [
            row.name,
            row.place,
            row.municipality,
            ";".join(themes.get(row.id, ())),
            row.context,
            "" if row.population is None else str(row.population),
            row.phase,
            ";".join(row.motives),
            ";".join(row.methods),
            ";".join(row.offers),
            ";".join(row.needs),
            row.legal_form,
            row.description,
        ]
        for row in found
    ]
