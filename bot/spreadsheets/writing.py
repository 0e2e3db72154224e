"""Tables as files that no program takes for a calculation."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.spreadsheets.tables import FORMULA_START, MAX_CELL, Cell
from bot.untrusted import plain

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet


def write_csv(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], *, delimiter: str = ";"
) -> bytes:
    """This table as CSV in UTF-8 with a mark, every cell in quotes.

    The semicolon is what Excel expects in the Netherlands. Text that looks like a formula gets a
    tab in front, which `read_table` takes away again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow([_guarded(name) for name in header])
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], *, title: str = "Lijst"
) -> bytes:
    """This table as a workbook with one sheet; every text is marked as text."""
    from openpyxl import Workbook  # 40 ms and 6 MB that the start does without

    book: Any = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    sheet.append([_text_cell(sheet, name) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _guarded(cell: Cell) -> str:
    text = _text(cell)
    return "\t" + text if isinstance(cell, str) and FORMULA_START.match(text) else text


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case _:
            return plain(str(cell))[:MAX_CELL]


def _cell(sheet: "WriteOnlyWorksheet", cell: Cell) -> object:
    is_number = isinstance(cell, int) and not isinstance(cell, bool)
    return cell if cell is None or is_number else _text_cell(sheet, cell)


def _text_cell(sheet: "WriteOnlyWorksheet", cell: Cell) -> object:
    """A cell that is text whatever it holds: the type is set after the value on purpose."""
    from openpyxl.cell import WriteOnlyCell

    made: Any = WriteOnlyCell(sheet, value=_text(cell))
    made.data_type = "s"
    return made
