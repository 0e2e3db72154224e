"""What a profile is made of: how much of each is kept, and cleaned how."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from bot.content import Content
from bot.services.matching.views import BadLink, EmptyProfile, ProfileDraft, UnknownChoice
from bot.untrusted import plain, shown_host

MOST_THEMES: Final = 5
MOST_ITEMS: Final = 10
MOST_LINKS: Final = 3
LONGEST_NAME: Final = 80
LONGEST_ITEM: Final = 200
LONGEST_DESCRIPTION: Final = 600
LONGEST_REACH: Final = 200
LONGEST_LINK: Final = 300
LONGEST_ALT: Final = 300

PLACE, MUNICIPALITY, PROVINCE = "place", "municipality", "province"
PRECISIONS: Final = (PLACE, MUNICIPALITY, PROVINCE)
"""How exactly the place of a group may be shown."""
MEMBERS: Final = ("1-5", "6-15", "16-50", "51-150", "151-500", "501")
"""How many people take part, from and till; the last has no end."""
LANGUAGES: Final = (
    "nl", "fy", "nds", "li", "ngt", "en", "de", "fr", "tr", "ar", "ber", "pap", "srn", "pl", "uk",
    "ru", "ro", "bg", "es", "pt", "it", "zh", "fa", "so", "ti",
)  # fmt: skip
"""Languages to choose from: as many as one menu takes. `ngt` is Dutch Sign Language."""

_FACETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "context": "context",
        "phase": "fase",
        "motives": "drijfveer",
        "methods": "aanpak",
        "legal_form": "organisatievorm",
    }
)
_MOST: Final[Mapping[str, int]] = MappingProxyType(
    {"themes": MOST_THEMES, "motives": 3, "methods": 3, "languages": 10}
)
"""How many of a list may be chosen; of the rest one."""


class Choices:
    """What can be chosen from a menu, by the column that keeps it."""

    def __init__(self, content: Content) -> None:
        self._known: dict[str, tuple[str, ...]] = {
            column: tuple(value.id for value in content.facet(facet).values)
            for column, facet in _FACETS.items()
        }
        self._known |= {
            "themes": tuple(theme.id for theme in content.themes),
            "languages": LANGUAGES,
            "members": MEMBERS,
            "precision": PRECISIONS,
        }

    def of(self, column: str) -> tuple[str, ...]:
        """What there is to choose; nothing for a column that has no menu."""
        return self._known.get(column, ())

    def most(self, column: str) -> int:
        """How many may be chosen at once."""
        return _MOST.get(column, 1)

    def checked(self, picked: Mapping[str, str | Sequence[str]]) -> dict[str, Any]:
        """What was picked as values of columns. Raises: UnknownChoice."""
        return {column: self._checked(column, value) for column, value in picked.items()}

    def _checked(self, column: str, value: str | Sequence[str]) -> str | list[str]:
        chosen = list(dict.fromkeys([value] if isinstance(value, str) else value))
        chosen = [one for one in chosen if one]
        if column == "precision" and not chosen:
            raise UnknownChoice
        if len(chosen) > self.most(column) or not set(chosen) <= set(self.of(column)):
            raise UnknownChoice
        if column in _MOST:
            return chosen
        return chosen[0] if chosen else ""


def fields_of(draft: ProfileDraft) -> dict[str, Any]:
    """The columns of a draft, cleaned; without what it leaves as it was. Raises: EmptyProfile."""
    name = line(draft.name, LONGEST_NAME)
    description = plain(draft.description).strip()[:LONGEST_DESCRIPTION]
    if not name or not description:
        raise EmptyProfile
    fields: dict[str, Any] = {
        "name": name,
        "place": line(draft.place, LONGEST_NAME),
        "description": description,
    }
    if draft.offers is not None:
        fields["offers"] = items(draft.offers)
    if draft.needs is not None:
        fields["needs"] = items(draft.needs)
    return fields


def line(text: str, longest: int) -> str:
    """A text on one line."""
    return " ".join(plain(text).split())[:longest]


def items(texts: Sequence[str]) -> list[str]:
    """The lines of a list, each once, without the empty ones."""
    found = [line(text, LONGEST_ITEM) for text in texts]
    return list(dict.fromkeys(one for one in found if one))[:MOST_ITEMS]


def links_of(texts: Sequence[str]) -> list[str]:
    """Addresses on the web, each with https:// in front when nothing is. Raises: BadLink."""
    found: list[str] = []
    for text in texts:
        address = "".join(plain(text).split())[:LONGEST_LINK]
        if not address:
            continue
        if "://" not in address:
            address = f"https://{address}"
        is_web = address.lower().startswith(("https://", "http://"))
        if not is_web or "." not in shown_host(address).strip("."):
            raise BadLink(link=text)
        found.append(address)
    return list(dict.fromkeys(found))[:MOST_LINKS]
