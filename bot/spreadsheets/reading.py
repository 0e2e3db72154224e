"""From the bytes of a file to a table; what kind of file it is, its bytes say and not its name."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from bot.spreadsheets.errors import (
    SheetBroken,
    SheetCell,
    SheetKind,
    SheetQuote,
    SheetTooLarge,
    SheetTooLong,
)
from bot.spreadsheets.tables import MAX_BYTES, MAX_ROWS, Table, to_table
from bot.spreadsheets.workbooks import read_workbook

_ZIP = b"PK\x03\x04"
_OTHER_KINDS: Final = (
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"PK\x05\x06",
)
"""Old Excel, PDF, RTF, pictures, empty zip."""
_NAMES = {".csv", ".txt", ".tsv", ".xlsx", ""}
_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MOST_LINES = 20 * MAX_ROWS


def read_table(data: bytes, filename: str) -> Table:
    """The table in this file: CSV (comma, semicolon or tab; UTF-8, UTF-16, Windows-1252) or XLSX.

    Of a workbook the first sheet is read. Numbers become their digits, days become 2026-11-06.
    Raises: SheetError, the kind of which says what is wrong and on which line.
    """
    if len(data) > MAX_BYTES:
        raise SheetTooLarge(max_mb=MAX_BYTES // (1024 * 1024))
    if PurePath(filename).suffix.lower() not in _NAMES or data.startswith(_OTHER_KINDS):
        raise SheetKind
    if data.startswith(_ZIP):
        return read_workbook(data)
    if PurePath(filename).suffix.lower() == ".xlsx":
        raise SheetBroken(line=0)
    return to_table(_csv_lines(_decoded(data)))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _strictly(data, "cp1252")


def _strictly(data: bytes, encoding: str) -> str:
    """Raises: SheetBroken with the line that cannot be read."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SheetBroken(line=line) from error


def _csv_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line on which it starts."""
    _refuse_zero(text)
    announced = _SEPARATOR_LINE.match(text)
    body = text[announced.end() :] if announced else text
    first = 1 if announced else 0
    delimiter = announced.group(1) if announced else _delimiter(body)
    if delimiter in '"\r\n ':
        raise SheetBroken(line=1)
    lines = _counted(io.StringIO(body, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    began = 1
    try:
        for record in reader:
            yield began + first, record
            began = reader.line_num + 1
    except csv.Error as error:
        raise SheetQuote(line=began + first) from error


def _counted(lines: io.StringIO) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number > _MOST_LINES:
            raise SheetTooLong(max_rows=MAX_ROWS)
        yield line


def _refuse_zero(text: str) -> None:
    place = text.find("\x00")
    if place >= 0:
        raise SheetCell(line=text.count("\n", 0, place) + 1)


def _delimiter(text: str) -> str:
    """The sign that separates the names of the columns: the most frequent one outside quotes."""
    names = _QUOTED.sub("", text.lstrip("\r\n")[:100_000]).split("\n", maxsplit=1)[0]
    return max(",;\t", key=names.count)
