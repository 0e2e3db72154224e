"""When an answer hangs on who asks: the words that show it, and what is then said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, cast

from bot.content.files import Fields, Table, read_toml

ASKABLE: Final = ("tenure", "place", "form")
"""What may be asked back. A motive never is: it is nobody's business until they show it."""
MOTIVE: Final = "motive"
ANGLES: Final = "angles.toml"
FACETS: Final = (*ASKABLE, MOTIVE)


@dataclass(frozen=True, slots=True)
class ContextValue:
    """One value of a facet, with the patterns that point to it.

    `denies`: where it fits, the other values of the facet only seem to ("geen stichting").
    """

    facet: str
    id: str
    patterns: tuple[str, ...]
    denies: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """What an article says to people of one value.

    With a `title` it stands in the place of the article, with a step and source of its own; without
    it is said besides.
    """

    article: str
    facet: str
    value: str
    text_nl: str
    text_en: str
    title_nl: str = ""
    title_en: str = ""
    step_nl: str = ""
    step_en: str = ""
    source_name: str = ""
    source_url: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of government that residents need not take over, and the words that point to it."""

    id: str
    patterns: tuple[str, ...]
    text_nl: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Contexts:
    """All of both files.

    `taking_over` are patterns of taking on what another did; `activities` of asking what there is
    to do, unless one of `other` fits as well.
    """

    values: tuple[ContextValue, ...]
    variants: tuple[Variant, ...]
    duties: tuple[Duty, ...]
    taking_over: tuple[str, ...]
    activities: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flemish:
    """All of `flemish.toml`: patterns, and how large a town is before its name counts."""

    patterns: tuple[str, ...]
    town: int


def read_contexts(file: Path) -> Contexts:
    """Values, variants and duties, with the angles in the file beside it. Raises: ContentError."""
    table = read_toml(file)
    top = Fields(table, file)
    values = tuple(map(_value, top.tables("value")))
    known = {(value.facet, value.id) for value in values}
    variants: list[Variant] = []
    for one in top.tables("variant"):
        variant = _variant(one)
        if (variant.facet, variant.value) not in known:
            one.fail(f'unknown value "{variant.facet}: {variant.value}"')
        variants.append(variant)
    motives = [value.id for value in values if value.facet == MOTIVE]
    variants += _angles(file.with_name(ANGLES), motives)
    duties = tuple(
        Duty(one.text("id"), one.texts("patterns"), one.text("text_nl"), one.text("text_en"))
        for one in top.tables("duty")
    )
    over, asked = (_section(table, name, file) for name in ("taking_over", "activities"))
    return Contexts(
        values,
        tuple(variants),
        duties,
        taking_over=over.texts("patterns"),
        activities=asked.texts("patterns"),
        other=asked.texts("other"),
    )


def _section(table: Table, name: str, file: Path) -> Fields:
    found = table.get(name)
    if not isinstance(found, dict):
        Fields(table, file).fail(f"[{name}] is missing")
    return Fields(cast("Table", found), file, name)


def _value(one: Fields) -> ContextValue:
    if one.text("facet") not in FACETS:
        one.fail(f'unknown facet "{one.text("facet")}"')
    return ContextValue(
        one.text("facet"), one.text("id"), one.texts("patterns"), one.flag("denies")
    )


def _variant(one: Fields) -> Variant:
    title = one.text("title_nl", "")
    if title and not (one.text("source_name", "") and one.text("step_nl", "")):
        one.fail("what stands in the place of an article needs a step and a source")
    return Variant(
        article=one.text("article"),
        facet=one.text("facet"),
        value=one.text("value"),
        title_nl=title,
        title_en=one.text("title_en", title),
        text_nl=one.text("text_nl"),
        text_en=one.text("text_en"),
        step_nl=one.text("step_nl", ""),
        step_en=one.text("step_en", ""),
        source_name=one.text("source_name", ""),
        source_url=one.text("source_url", ""),
        checked_on=one.day("checked_on") if title else None,
    )


def _angles(file: Path, motives: list[str]) -> Iterable[Variant]:
    for one in Fields(read_toml(file), file).tables("article"):
        for motive in motives:
            if text := one.text(f"{motive}_nl", ""):
                yield Variant(
                    article=one.text("id"),
                    facet=MOTIVE,
                    value=motive,
                    text_nl=text,
                    text_en=one.text(f"{motive}_en"),
                )


def read_flemish(file: Path) -> Flemish:
    """The words of Flanders. Raises: ContentError."""
    table = read_toml(file)
    town = table.get("town")
    top = Fields(table, file)
    if not isinstance(town, int):
        top.fail('"town" is not a number')
    return Flemish(top.texts("patterns"), town)
