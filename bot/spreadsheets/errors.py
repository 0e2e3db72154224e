"""Why a file with a table cannot be used.

SheetError
├── SheetTooLarge   facts: max_mb
├── SheetKind       not a CSV or XLSX file
├── SheetUnsafe     macros, or built to exhaust us
├── SheetBroken     cannot be read; facts: line, 0 when no line can be named
├── SheetEmpty      no row with names of columns
├── SheetTooLong    facts: max_rows
├── SheetTooWide    facts: line, max_columns
├── SheetHeader     a column without a name or a name twice; facts: line, column
├── SheetColumns    a line with more cells than there are names; facts: line
├── SheetQuote      a quotation mark that is not closed, or stands alone; facts: line
├── SheetCell       a cell that is too long or holds a zero byte; facts: line
└── SheetFormula    a calculation or an error value; facts: line, column
"""

from bot.errors import BadInput


class SheetError(BadInput):
    """This file cannot be used; nothing of it was taken over. Each kind has its own words."""


class SheetTooLarge(SheetError):
    """The file has more bytes than we read."""

    key = "sheet-too-large"
    code = "S1"


class SheetKind(SheetError):
    """The file is no CSV and no XLSX."""

    key = "sheet-kind"
    code = "S2"


class SheetUnsafe(SheetError):
    """The file carries macros or unpacks to far more than it should."""

    key = "sheet-unsafe"
    code = "S3"


class SheetBroken(SheetError):
    """The file is damaged. Facts: `line`, 0 when it cannot be said."""

    key = "sheet-broken"
    code = "S4"


class SheetEmpty(SheetError):
    """There is no line with the names of the columns."""

    key = "sheet-empty"
    code = "S5"


class SheetTooLong(SheetError):
    """There are more lines than we read."""

    key = "sheet-too-long"
    code = "S6"


class SheetTooWide(SheetError):
    """A line has more columns than we read."""

    key = "sheet-too-wide"
    code = "S7"


class SheetHeader(SheetError):
    """A column has no name, or the name of another column."""

    key = "sheet-header"
    code = "S8"


class SheetColumns(SheetError):
    """A line has a filled cell where no column has a name."""

    key = "sheet-columns"
    code = "S9"


class SheetQuote(SheetError):
    """A quotation mark that opens a cell has no partner where one belongs."""

    key = "sheet-quote"
    code = "S10"


class SheetCell(SheetError):
    """A cell is longer than we keep, or holds what is no text."""

    key = "sheet-cell"
    code = "S11"


class SheetFormula(SheetError):
    """A cell holds a calculation or an error value where a plain value belongs."""

    key = "sheet-formula"
    code = "S12"
