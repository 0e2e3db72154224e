"""XLSX files: a zip of XML, looked through before a library may open it."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from bot.spreadsheets.errors import (
    SheetBroken,
    SheetEmpty,
    SheetFormula,
    SheetKind,
    SheetTooLong,
    SheetUnsafe,
)
from bot.spreadsheets.tables import MAX_COLUMNS, MAX_ROWS, Table, to_table

MAX_PARTS: Final = 200
MAX_UNPACKED: Final = 50 * 1024 * 1024
MAX_RATIO: Final = 100
_SMALL: Final = 64 * 1024
"""A part of this size may be packed as tightly as it likes."""
_MAX_TAGS: Final = MAX_ROWS * MAX_COLUMNS * 7
"""Signs `<` in all parts: a cell has up to six, a line or a style some more."""
_CHUNK: Final = 64 * 1024
_FORBIDDEN: Final = (b"<!DOCTYPE", b"<!ENTITY", b"macroEnabled")
_ENCRYPTED: Final = 0x1

_FAILURES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ParseError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
)
"""What the libraries raise on damaged files; seen by changing bytes at random."""


def read_workbook(data: bytes) -> Table:
    """The first sheet of this workbook.

    Raises: SheetUnsafe, SheetKind, SheetBroken, SheetFormula, and what `to_table` raises.
    """
    from openpyxl.utils.exceptions import InvalidFileException  # the start does without

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_through(archive)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return to_table(_lines(data))
    except (InvalidFileException, *_FAILURES) as error:
        raise SheetBroken(line=0) from error


def _look_through(archive: zipfile.ZipFile) -> None:
    """Raises: SheetUnsafe, SheetKind, SheetTooLong, before anything was unpacked in memory."""
    parts = archive.infolist()
    names = {part.filename.lower() for part in parts}
    if "xl/workbook.xml" not in names:
        raise SheetKind
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MAX_PARTS or len(names) < len(parts) or unpacked > MAX_UNPACKED:
        raise SheetUnsafe
    if any(_is_bomb(part.file_size, part.compress_size) for part in parts):
        raise SheetUnsafe
    if _is_bomb(unpacked, packed) or any("vba" in name for name in names):
        raise SheetUnsafe
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise SheetBroken(line=0)
    tags = sum(_tags(archive, part) for part in parts)
    if tags > _MAX_TAGS:
        raise SheetTooLong(max_rows=MAX_ROWS)


def _is_bomb(size: int, packed: int) -> bool:
    return size > _SMALL and size > MAX_RATIO * max(1, packed)


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many XML tags the part has. Raises: SheetUnsafe for declarations that can grow."""
    tags, end = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = end + chunk.replace(b"\x00", b"")
            if any(word in piece for word in _FORBIDDEN):
                raise SheetUnsafe
            tags += chunk.count(b"<")
            end = piece[-16:]
    return tags


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    book: Any = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        sheets = book.worksheets
        if not sheets:
            raise SheetEmpty
        sheet = sheets[0]
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.rows, start=1):
            if line > 2 * MAX_ROWS:
                raise SheetTooLong(max_rows=MAX_ROWS)
            for place, cell in enumerate(cells, start=1):
                if cell.data_type in {"f", "e"}:
                    raise SheetFormula(line=line, column=get_column_letter(place))
            yield line, [_text(cell.value) for cell in cells]
    finally:
        book.close()


def _text(value: object) -> str:
    """What a person sees in a cell with this value."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float():
            return format(Decimal(repr(value)).normalize(), "f")
        case datetime():
            midnight = value.time() == time()
            return str(value.date()) if midnight else value.isoformat(" ", "minutes")
        case time():
            return value.isoformat("minutes")
        case _:
            return str(value)
