"""Reading a file of ballots: columns `ballot` and `count`, comma or semicolon."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.commands._lines import InputError
from bot.counting import Ballot

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_ROWS: Final = 200_000
MAX_COUNT_DIGITS: Final = 15

_LEADING: Final = re.compile(r"(?:[ \t]*(?:sep=.[ \t]*)?\r?\n)*", re.IGNORECASE)
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_YES: Final = frozenset({"1", "ja", "yes", "true", "x"})


def read_ballots(path: Path) -> tuple[Ballot, ...]:
    """Every row of the file as a ballot, whatever stands on it; UTF-8 or Windows-1252.

    Raises: InputError with the line when the file cannot be used.
    """
    text = _text(path)
    start = _LEADING.match(text)
    skipped = text[: start.end()].count("\n") if start else 0
    text = text[start.end() :] if start else text
    if not text.strip():
        raise InputError(path, 0, nl="het bestand is leeg", en="the file is empty")
    header = text.splitlines()[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    return tuple(_ballots(path, _numbered(path, text, separator, skipped), separator))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        nl, en = f"kan niet worden gelezen ({error.strerror})", f"cannot be read ({error.strerror})"
        raise InputError(path, 0, nl=nl, en=en) from None
    if len(raw) > MAX_BYTES:
        nl, en = "het bestand is groter dan 16 MB", "the file is larger than 16 MB"
        raise InputError(path, 0, nl=nl, en=en)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    nl, en = "dit is geen tekstbestand (CSV)", "this is no text file (CSV)"
    raise InputError(path, 0, nl=nl, en=en)


def _numbered(
    path: Path, text: str, separator: str, skipped: int
) -> Iterator[tuple[int, list[str]]]:
    """(number of the line, cells) of every row that is not blank. Raises: InputError."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error:
            nl, en = "geen geldige CSV (aanhalingstekens?)", "not valid CSV (quotes?)"
            raise InputError(path, rows.line_num + skipped, nl=nl, en=en) from None
        if row is None:
            return
        if row:
            found += 1
            if found > MAX_ROWS + 1:
                nl, en = f"meer dan {MAX_ROWS} regels", f"more than {MAX_ROWS} rows"
                raise InputError(path, 0, nl=nl, en=en)
            yield rows.line_num + skipped, row


def _ballots(path: Path, rows: Iterator[tuple[int, list[str]]], separator: str) -> Iterator[Ballot]:
    number, first = next(rows)
    header = [cell.strip().casefold() for cell in first]
    for name in ("ballot", "count"):
        if name not in header:
            nl, en = f'kolom "{name}" ontbreekt', f'column "{name}" is missing'
            raise InputError(path, number, nl=nl, en=en)
    if len(set(header)) < len(header):
        raise InputError(
            path, number, nl="een kolom staat er twee keer", en="a column is there twice"
        )
    for line, row in rows:
        cells = _fitted(row, header, separator)
        if len(cells) != len(header):
            nl, en = f"{len(row)} kolommen in plaats van {len(header)}", f"{len(row)} columns"
            raise InputError(path, line, nl=nl, en=en)
        named = dict(zip(header, cells, strict=True))
        amount = named["count"].strip()
        if not (amount.isascii() and amount.isdigit() and len(amount) <= MAX_COUNT_DIGITS):
            nl, en = "count is geen heel getal van 0 of meer", "count is no whole number from 0"
            raise InputError(path, line, nl=nl, en=en)
        is_required = named.get("required", "").strip().casefold() in _YES
        yield Ballot(named["ballot"], int(amount), is_required)


def _fitted(row: list[str], header: list[str], separator: str) -> list[str]:
    """The cells by column; `A;B;4` without quotes in a file with semicolons is ballot `A;B`."""
    if separator == ";" and len(row) > len(header):
        if header == ["ballot", "count"]:
            return [";".join(row[:-1]), row[-1]]
        if header == ["count", "ballot"]:
            return [row[0], ";".join(row[1:])]
    return row
