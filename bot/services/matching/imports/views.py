"""What an import tells, line by line."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import BadInput


class Outcome(StrEnum):
    """What a line does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


class Problem(StrEnum):
    """Why a line cannot be used. The text key is `import-<problem>`."""

    NO_NAME = "no-name"
    TWICE = "twice"
    THEMES = "themes"
    CONTEXT = "context"
    PHASE = "phase"
    MOTIVES = "motives"
    METHODS = "methods"
    LEGAL_FORM = "legal_form"
    LANGUAGES = "languages"
    MEMBERS = "members"
    PRECISION = "precision"
    LINKS = "links"
    COUNTRY = "country"
    POPULATION = "population"
    CONTACT = "contact"


class NoNameColumn(BadInput):
    """A file without the column that every collective needs."""

    key = "import-no-name-column"
    code = "M13"


@dataclass(frozen=True, slots=True)
class LineReport:
    """What one line does. `what` is what stood in the cell, untrusted.

    `similar` is a group that is there already and may be the same one.
    """

    line: int
    outcome: Outcome
    name: str
    problem: Problem | None = None
    what: str = ""
    similar: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file does, line by line; nothing was written when `is_good` is false."""

    lines: tuple[LineReport, ...]

    @property
    def is_good(self) -> bool:
        """Whether no line is bad."""
        return all(line.outcome is not Outcome.BAD for line in self.lines)

    def count(self, outcome: Outcome) -> int:
        """How many lines do this."""
        return sum(line.outcome is outcome for line in self.lines)
