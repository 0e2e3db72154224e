"""What the bot knows before anybody has said anything: the files in `data/content`, as values.

Nothing is read on import. `Content.load()` reads the small files; places and outlines come when
they are first asked for.
"""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bot.content.articles import Article, read_articles
from bot.content.collectives import Collective, read_collectives
from bot.content.contexts import (
    Contexts,
    ContextValue,
    Duty,
    Flemish,
    Variant,
    read_contexts,
    read_flemish,
)
from bot.content.files import ContentError, read_toml
from bot.content.geography import (
    Geography,
    Municipality,
    Place,
    Postcode,
    Province,
    read_geography,
    read_provinces,
)
from bot.content.movements import Movement, read_movements
from bot.content.openings import Openings, read_openings
from bot.content.themes import Facet, FacetValue, Group, Theme, read_facets, read_themes
from bot.content.things import CommonWords, Things, read_common_words, read_things

__all__ = [
    "Article",
    "Collective",
    "CommonWords",
    "Content",
    "ContentError",
    "ContextValue",
    "Contexts",
    "Duty",
    "Facet",
    "FacetValue",
    "Flemish",
    "Geography",
    "Group",
    "Movement",
    "Municipality",
    "Place",
    "Postcode",
    "Province",
    "Theme",
    "Things",
    "Variant",
]


_SHIPPED: Final = Path(__file__).resolve().parents[2] / "data" / "content"


class Content:
    """The shipped content; read-only, and read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        listed = read_themes(root / "themes.toml")
        self.groups, self.themes, self.akin = listed.groups, listed.themes, listed.akin
        self.facets = read_facets(root / "facets.toml")
        self.referrals = MappingProxyType(read_toml(root / "referrals.toml"))
        known = frozenset(theme.id for theme in self.themes)
        self.things = read_things(root / "things.toml", known)
        self.articles = read_articles(root / "kennisbank", known)
        self.collectives = read_collectives(root / "collectives.csv", known)
        self.contexts = read_contexts(root / "contexts.toml")
        self.flemish = read_flemish(root / "flemish.toml")
        self.movements = read_movements(root / "movements.toml", known)
        self._openings: Openings | None = None
        self._common: CommonWords | None = None
        self._geography: Geography | None = None
        self._provinces: tuple[Province, ...] | None = None

    @classmethod
    def load(cls, root: Path | None = None) -> "Content":
        """The content of a folder, or what ships: that is one object. Raises: ContentError."""
        return cls(root) if root else _shipped()

    def facet(self, id_: str) -> Facet:
        """One facet by its id (`fase`, `context`, …). Raises: KeyError."""
        return next((facet for facet in self.facets if facet.id == id_), None) or _missing(id_)

    @property
    def openings(self) -> Openings:
        """Questions to begin a talk with; read on the first use."""
        if self._openings is None:
            groups = [group.id for group in self.groups]
            phases = [value.id for value in self.facet("fase").values]
            self._openings = read_openings(self.root / "openings.toml", groups, phases)
        return self._openings

    @property
    def common_words(self) -> CommonWords:
        """Ordinary Dutch and English words; read on the first use."""
        if self._common is None:
            self._common = read_common_words(self.root / "common_words.txt")
        return self._common

    def places(self) -> Geography:
        """Places, municipalities and postcodes; read on the first call (some 40 ms)."""
        if self._geography is None:
            self._geography = read_geography(self.root)
        return self._geography

    @property
    def provinces(self) -> tuple[Province, ...]:
        """The outlines for a map; read on the first use."""
        if self._provinces is None:
            self._provinces = read_provinces(self.root / "map" / "provinces.json")
        return self._provinces


def _missing(id_: str) -> Facet:
    raise KeyError(id_)


@cache
def _shipped() -> Content:
    return Content(_SHIPPED)
