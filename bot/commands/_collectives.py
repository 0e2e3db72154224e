"""Collectives from a CSV file, and a wish in the same fields, for `match`."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands._lines import InputError

if TYPE_CHECKING:
    from bot.search.collectives import Profile


def profiles(path: Path) -> "Iterator[Profile]":
    """The collectives of a CSV file; equal names get a number in their id. Raises: InputError."""
    seen: dict[str, int] = {}
    for number, row in _rows(path):
        name = row.get("name", "").strip()
        if not name:
            raise InputError(path, number, nl='"name" is leeg', en='"name" is empty')
        seen[name] = seen.get(name, 0) + 1
        yield profile(name if seen[name] == 1 else f"{name}#{seen[name]}", name, row)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, cells by column) of a CSV with commas or semicolons, UTF-8 or Windows-1252."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        nl, en = f"kan niet worden gelezen ({error.strerror})", f"cannot be read ({error.strerror})"
        raise InputError(path, 0, nl=nl, en=en) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    try:
        header = [cell.strip().lower() for cell in next(reader, list[str]())]
        if "name" not in header:
            raise InputError(path, 1, nl='kolom "name" ontbreekt', en='column "name" is missing')
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise InputError(
                    path, reader.line_num, nl="te veel kolommen", en="too many columns"
                )
            yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error:
        nl, en = "geen geldige CSV", "not valid CSV"
        raise InputError(path, reader.line_num, nl=nl, en=en) from None


def profile(id_: str, name: str, row: Mapping[str, str]) -> "Profile":
    """A collective, or a wish, from the cells of a row; what is absent is empty."""
    from bot.search.collectives import Profile

    def cell(column: str) -> str:
        return row.get(column, "").strip()

    return Profile(
        id=id_,
        name=name,
        place=cell("place"),
        municipality=cell("municipality"),
        themes=_list(cell("themes").replace(",", ";")),
        context=cell("context"),
        population=_people(cell("population")),
        phase=cell("phase"),
        motives=_list(cell("motives").replace(",", ";")),
        methods=_list(cell("methods").replace(",", ";")),
        offers=_list(cell("offers")),
        needs=_list(cell("needs")),
        legal_form=cell("legal_form"),
        description=cell("description"),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _people(cell: str) -> int | None:
    """The number in a cell ("1.200", "ca. 1200"), or nothing."""
    digits = "".join(char for char in cell.replace(",", ".").split("-")[0] if char.isdecimal())
    return int(digits[:9]) if digits else None
