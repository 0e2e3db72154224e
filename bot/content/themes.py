"""Themes and facets: the words in which questions, collectives and alerts are filed."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.files import Fields, read_toml


@dataclass(frozen=True, slots=True)
class Group:
    """A heading for themes; the `parent` of a theme is a group's id."""

    id: str
    name_nl: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What something is about. Synonyms are lower case and belong to one theme only."""

    id: str
    parent: str
    name_nl: str
    name_en: str
    description_nl: str
    synonyms_nl: tuple[str, ...]
    synonyms_en: tuple[str, ...]
    in_interview: bool


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice of a facet; `hints_nl` are words that point to it."""

    id: str
    name_nl: str
    name_en: str
    hints_nl: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A side of a collective or a message beside its theme; always optional."""

    id: str
    name_nl: str
    name_en: str
    multiple: bool
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ThemeList:
    """All of `themes.toml`. `akin` are pairs of themes of which one can help with the other."""

    groups: tuple[Group, ...]
    themes: tuple[Theme, ...]
    akin: tuple[frozenset[str], ...]


def read_themes(file: Path) -> ThemeList:
    """Groups and themes, in the order of the file. Raises: ContentError."""
    top = Fields(read_toml(file), file)
    groups = tuple(
        Group(one.text("id"), one.text("name_nl"), one.text("name_en"))
        for one in top.tables("group")
    )
    parents = {group.id for group in groups}
    themes: dict[str, Theme] = {}
    for one in top.tables("theme"):
        theme = _theme(one)
        if theme.parent not in parents:
            one.fail(f'"{theme.id}" has the unknown parent "{theme.parent}"')
        if theme.id in themes:
            one.fail(f'"{theme.id}" stands there twice')
        themes[theme.id] = theme
    akin = tuple(map(frozenset, top.lists("akin")))
    for pair in akin:
        if not pair <= themes.keys():
            top.fail(f'"akin" has an unknown theme in {sorted(pair)}')
    return ThemeList(groups, tuple(themes.values()), akin)


def read_facets(file: Path) -> tuple[Facet, ...]:
    """The facets, in the order of the file. Raises: ContentError."""
    top = Fields(read_toml(file), file)
    return tuple(
        Facet(
            id=name,
            name_nl=one.text("name_nl"),
            name_en=one.text("name_en"),
            multiple=one.flag("multiple"),
            values=tuple(
                FacetValue(v.text("id"), v.text("name_nl"), v.text("name_en"), v.texts("hints_nl"))
                for v in one.tables("value")
            ),
        )
        for name, one in top.named("facet")
    )


def _theme(one: Fields) -> Theme:
    return Theme(
        id=one.text("id"),
        parent=one.text("parent"),
        name_nl=one.text("name_nl"),
        name_en=one.text("name_en"),
        description_nl=one.text("description_nl"),
        synonyms_nl=one.texts("synonyms_nl"),
        synonyms_en=one.texts("synonyms_en"),
        in_interview=one.flag("in_interview"),
    )
