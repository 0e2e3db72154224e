"""A table that was read: names of columns, and lines that know where they stood."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from bot.spreadsheets.errors import (
    SheetCell,
    SheetColumns,
    SheetEmpty,
    SheetHeader,
    SheetTooLong,
    SheetTooWide,
)
from bot.untrusted import plain

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_ROWS: Final = 10_000
"""Lines below the names of the columns."""
MAX_COLUMNS: Final = 60
MAX_CELL: Final = 20_000
"""Characters in a cell."""

Cell = str | int | Decimal | date | None
"""What may be written into a cell."""

FORMULA_START: Final = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
"""What a program for tables may take for a formula."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: as many cells as there are columns; `line` counts from 1 as the file shows it."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All that was read. Cells are plain text; empty lines are left out."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def records(self) -> Iterable[tuple[int, Mapping[str, str]]]:
        """Each line with its cells by the name of the column."""
        for row in self.rows:
            yield row.line, dict(zip(self.header, row.cells, strict=True))


def to_table(lines: Iterable[tuple[int, list[str]]]) -> Table:
    """The table of these raw lines; the first line that is not empty names the columns.

    Raises: SheetEmpty, SheetHeader, SheetColumns, SheetCell, SheetTooLong, SheetTooWide.
    """
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    for line, raw in lines:
        cells = _cells(line, raw)
        if not cells:
            continue
        if not header:
            header = _header(line, cells)
            continue
        if len(cells) > len(header):
            raise SheetColumns(line=line)
        if len(rows) >= MAX_ROWS:
            raise SheetTooLong(max_rows=MAX_ROWS)
        rows.append(Row(line, tuple(cells + [""] * (len(header) - len(cells)))))
    if not header:
        raise SheetEmpty
    return Table(header, tuple(rows))


def _cells(line: int, raw: list[str]) -> list[str]:
    """The cells as plain text, without the empty ones at the end."""
    if any("\x00" in cell or len(cell) > MAX_CELL for cell in raw):
        raise SheetCell(line=line)
    cells = [plain(cell) for cell in raw]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise SheetTooWide(line=line, max_columns=MAX_COLUMNS)
    return cells


def _header(line: int, cells: list[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    for place, name in enumerate(cells, start=1):
        if not name or name.casefold() in seen:
            raise SheetHeader(line=line, column=name or str(place))
        seen.add(name.casefold())
    return tuple(cells)
