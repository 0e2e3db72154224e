"""Sister movements: networks that know more of a theme than this community does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bot.content.files import Fields, read_toml


@dataclass(frozen=True, slots=True)
class Movement:
    """One network; `site` is a bare host, or empty."""

    name: str
    site: str
    about_nl: str
    about_en: str

    def about(self, language: str) -> str:
        """What it is, in this language."""
        return self.about_en if language == "en" else self.about_nl


def read_movements(file: Path, themes: frozenset[str]) -> Mapping[str, Movement]:
    """The movement for each theme that has one. Raises: ContentError."""
    fields = Fields(read_toml(file), file)
    found: dict[str, Movement] = {}
    for one in fields.tables("movement"):
        movement = Movement(
            name=one.text("name"),
            site=one.text("site", ""),
            about_nl=one.text("about_nl"),
            about_en=one.text("about_en"),
        )
        for theme in one.texts("themes"):
            if theme not in themes or theme in found:
                one.fail(f"theme {theme} does not exist, or has a movement already")
            found[theme] = movement
    return MappingProxyType(found)
