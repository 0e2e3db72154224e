"""What a person sees of their own data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.errors import NotFound


class NothingKept(NotFound):
    """Nothing is kept about this account."""

    key = "privacy-nothing"
    code = "D1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row about a person. `until` is None when it is kept as long as the rule says in words.

    A value that holds what others wrote or who they are is replaced by `Dossier.HIDDEN`.
    """

    values: Mapping[str, object]
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Section:
    """All rows of one table about a person; a table always has at least one row here."""

    table: str
    entries: tuple[Entry, ...]


HIDDEN = "\0other"
"""Stands for what is of somebody else; the door says it in words."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is kept about one person."""

    made_at: datetime
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done. `code` proves it and stands in the log of acts without the person."""

    code: str
    tables: Mapping[str, int]
