"""Example collectives for the practice community; invented, and marked so in their names."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.content.files import ContentError, read_csv

COLUMNS: Final = (
    "name", "place", "municipality", "themes", "context", "population", "phase", "motives",
    "methods", "offers", "needs", "legal_form", "description",
)  # fmt: skip
"""The columns of a file of collectives; several values in one cell are joined by `;`."""


@dataclass(frozen=True, slots=True)
class Collective:
    """A profile as it stands in a file; all but the name may be empty.

    Themes, context, phase, motives, methods and legal form are ids of themes and facets; offers
    and needs are what people typed. `population` is that of the village or neighbourhood.
    """

    name: str
    place: str
    municipality: str
    themes: tuple[str, ...]
    context: str
    population: int | None
    phase: str
    motives: tuple[str, ...]
    methods: tuple[str, ...]
    offers: tuple[str, ...]
    needs: tuple[str, ...]
    legal_form: str
    description: str


def read_collectives(file: Path, themes: frozenset[str]) -> tuple[Collective, ...]:
    """The examples, in the order of the file. Raises: ContentError that names the line."""
    found: list[Collective] = []
    for number, row in read_csv(file, COLUMNS):
        unknown = sorted(set(_values(row["themes"])) - themes)
        if unknown:
            raise ContentError(file, f'line {number}: unknown theme "{unknown[0]}"')
        if row["population"] and not row["population"].isdigit():
            raise ContentError(file, f'line {number}: "population" is not a whole number')
        found.append(_collective(row))
    return tuple(found)


def _collective(row: dict[str, str]) -> Collective:
    return Collective(
        name=row["name"],
        place=row["place"],
        municipality=row["municipality"],
        themes=_values(row["themes"]),
        context=row["context"],
        population=int(row["population"]) if row["population"] else None,
        phase=row["phase"],
        motives=_values(row["motives"]),
        methods=_values(row["methods"]),
        offers=_values(row["offers"]),
        needs=_values(row["needs"]),
        legal_form=row["legal_form"],
        description=row["description"],
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
