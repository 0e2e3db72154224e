"""Collectives from and to files, CSV and XLSX."""

from bot.services.matching.imports.imports import Imports
from bot.services.matching.imports.lines import COLUMNS, CONTACT_COLUMNS
from bot.services.matching.imports.tables import read_rows
from bot.services.matching.imports.views import (
    ImportReport,
    LineReport,
    NoNameColumn,
    Outcome,
    Problem,
)

__all__ = [
    "COLUMNS",
    "CONTACT_COLUMNS",
    "ImportReport",
    "Imports",
    "LineReport",
    "NoNameColumn",
    "Outcome",
    "Problem",
    "read_rows",
]
