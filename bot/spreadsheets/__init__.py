"""Tables as files: read what people send without trusting it, write what cannot carry formulas.

Reading and writing take up to some seconds at their bounds: call them in a thread.
Source of the bounds: domain rules on threats, "bad import file" and "formula in export".
"""

from bot.spreadsheets.errors import (
    SheetBroken,
    SheetCell,
    SheetColumns,
    SheetEmpty,
    SheetError,
    SheetFormula,
    SheetHeader,
    SheetKind,
    SheetQuote,
    SheetTooLarge,
    SheetTooLong,
    SheetTooWide,
    SheetUnsafe,
)
from bot.spreadsheets.reading import read_table
from bot.spreadsheets.tables import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Row,
    Table,
)
from bot.spreadsheets.writing import write_csv, write_xlsx

__all__ = [
    "MAX_BYTES",
    "MAX_CELL",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Cell",
    "Row",
    "SheetBroken",
    "SheetCell",
    "SheetColumns",
    "SheetEmpty",
    "SheetError",
    "SheetFormula",
    "SheetHeader",
    "SheetKind",
    "SheetQuote",
    "SheetTooLarge",
    "SheetTooLong",
    "SheetTooWide",
    "SheetUnsafe",
    "Table",
    "read_table",
    "write_csv",
    "write_xlsx",
]
