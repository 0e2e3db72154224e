"""Reading a table of collectives: what each line says, and what is wrong in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.content import Content
from bot.search.collectives import Reader
from bot.services.matching.imports.views import LineReport, NoNameColumn, Outcome, Problem
from bot.services.matching.profiles.fields import (
    LANGUAGES,
    LONGEST_DESCRIPTION,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_REACH,
    MEMBERS,
    MOST_LINKS,
    PRECISIONS,
    links_of,
)
from bot.services.matching.views import BadLink
from bot.spreadsheets import Table
from bot.untrusted import plain

COLUMNS: Final = (
    "name", "place", "municipality", "themes", "context", "population", "phase", "motives",
    "methods", "offers", "needs", "legal_form", "description", "languages", "members", "links",
    "country", "precision",
)  # fmt: skip
OPTIONAL: Final = frozenset(COLUMNS[13:])
"""Columns that a file may lack: what they say then stays as it is."""
CONTACT_COLUMNS: Final = ("contact", "contact_name", "reach")
"""Optional: an account as `platform:id` (digits alone are Discord), a name, how to be reached."""
_FACETS: Final = {
    "context": "context",
    "phase": "fase",
    "motives": "drijfveer",
    "methods": "aanpak",
    "legal_form": "organisatievorm",
}
HOME: Final = "nl"
_COUNTRY: Final = re.compile(r"[a-z]{2}")
_MOST_PEOPLE: Final = 20_000_000
_MOST_DIGITS: Final = 8


class BadCell(Exception):
    """What stands in a cell cannot be used."""

    def __init__(self, problem: Problem, what: str = "") -> None:
        super().__init__(problem)
        self.problem, self.what = problem, what


@dataclass(frozen=True, slots=True)
class Line:
    """A usable line; `fields` by column, without those that the file lacks."""

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


class Lines:
    """Reads tables with the shipped themes, facets and places."""

    def __init__(self, content: Content, reader: Reader) -> None:
        self._reader = reader
        self._values = {
            column: {
                name.casefold(): value.id
                for value in content.facet(facet).values
                for name in (value.name_nl, value.name_en, value.id)
            }
            for column, facet in _FACETS.items()
        }

    def read(self, table: Table) -> tuple[list[Line], list[LineReport]]:
        """The usable lines, and a report for each of the others. Raises: NoNameColumn."""
        if "name" not in {name.strip().casefold() for name in table.header}:
            raise NoNameColumn
        lines: list[Line] = []
        bad: list[LineReport] = []
        seen: set[tuple[str, str]] = set()
        for number, record in table.records():
            cells = {name.strip().casefold(): cell.strip() for name, cell in record.items()}
            name = _one(cells.get("name", ""), LONGEST_NAME)
            try:
                line = self._line(number, cells)
            except BadCell as fault:
                bad.append(LineReport(number, Outcome.BAD, name, fault.problem, fault.what))
                continue
            if line.key in seen:
                bad.append(LineReport(number, Outcome.BAD, name, Problem.TWICE, name))
                continue
            seen.add(line.key)
            lines.append(line)
        return lines, bad

    def _line(self, number: int, cells: Mapping[str, str]) -> Line:
        name = _one(cells.get("name", ""), LONGEST_NAME)
        if not name:
            raise BadCell(Problem.NO_NAME)
        themes, unknown = self._reader.themes_named(_several(cells.get("themes", "")))
        if unknown:
            raise BadCell(Problem.THEMES, unknown[0])
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
        fields |= {
            column: _extra(column, cells[column])
            for column in COLUMNS
            if column in OPTIONAL & cells.keys()
        }
        contact = cells.get("contact", "")
        if contact.isdecimal():
            contact = f"discord:{contact}"
        if contact and ":" not in contact:
            raise BadCell(Problem.CONTACT, contact)
        return Line(
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
            raise BadCell(Problem(column), value.strip())
        return found


def _extra(column: str, cell: str) -> Any:  # noqa: ANN401 - the value of a column
    """What a column says that a file may lack. Raises: BadCell."""
    match column:
        case "languages":
            return _known(column, _several(cell.casefold()), LANGUAGES)
        case "links":
            try:
                links = links_of(_items(cell))
            except BadLink as error:
                raise BadCell(Problem.LINKS, cell) from error
            if len(links) > MOST_LINKS:
                raise BadCell(Problem.LINKS, cell)
            return links
        case "members":
            return "".join(_known(column, _items(cell), MEMBERS)[:1])
        case "precision":
            return "".join(_known(column, _items(cell), PRECISIONS)[:1]) or PRECISIONS[0]
        case _:
            country = cell.strip().casefold() or HOME
            if not _COUNTRY.fullmatch(country):
                raise BadCell(Problem.COUNTRY, cell)
            return country


def _known(column: str, values: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    for value in values:
        if value not in known:
            raise BadCell(Problem(column), value)
    return list(dict.fromkeys(values))


def _one(text: str, longest: int) -> str:
    return " ".join(plain(text).split())[:longest]


def _several(cell: str) -> tuple[str, ...]:
    return _items(cell.replace(",", ";"))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _people(cell: str) -> int | None:
    """A whole number, with or without the Dutch mark for thousands. Raises: BadCell."""
    digits = cell.replace(".", "").replace(" ", "")
    if not digits:
        return None
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    if not is_number or int(digits) > _MOST_PEOPLE:
        raise BadCell(Problem.POPULATION, cell)
    return int(digits)
