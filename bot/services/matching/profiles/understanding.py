"""What a few words tell of a group: its themes, its place, its kind of place and its form.

Pure; everything is a guess that its contact can change.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.content import Facet
from bot.search.collectives import MatchQuery, Reader
from bot.search.whereabouts import HOME, PlaceChoice, by_name, in_text
from bot.search.words import words

LIKELY_THEME: Final = 0.35
"""From this chance on a theme is proposed: a contact looks at it before anybody else does."""
SURE_CONTEXT: Final = 0.6
"""The same for a kind of place."""
GUESSED_THEMES: Final = 3
MOST_CANDIDATES: Final = 24
FIRST: Final = 12
"""So many themes are offered by how likely they are; the rest are their neighbours."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read. `columns` are those of the profile; `places` are labels to choose from.

    `candidates` are themes to choose from, the likeliest first.
    """

    themes: tuple[str, ...]
    columns: Mapping[str, Any]
    places: tuple[str, ...]
    candidates: tuple[str, ...]


def understand(
    reader: Reader, forms: Mapping[str, str], *, name: str, text: str, place: str = ""
) -> Understood:
    """Read what a group tells of itself; `place` is what it said when it was asked for that."""
    choices = choices_of(reader, name=name, text=text, place=place)
    told = f"{name}. {text}"
    where = where_of(choices, place)
    query = MatchQuery(text=told, place=where["place"], municipality=where["municipality"])
    wish = reader.wish(query)
    sure = sorted(
        (theme for theme, chance in wish.themes.items() if chance >= LIKELY_THEME),
        key=lambda theme: (-wish.themes[theme], theme),
    )
    clear = bool(where["municipality"] or where["province"])
    least = SURE_CONTEXT if clear else SURE_CONTEXT + 0.01
    columns = {
        **where,
        "context": wish.context if wish.context_weight >= least else "",
        "population": wish.population,
        "legal_form": next((forms[word] for word in words(name)[:1] if word in forms), ""),
    }
    return Understood(
        themes=tuple(sure[:GUESSED_THEMES]),
        columns=columns,
        places=tuple(one.label for one in choices) if len(choices) > 1 else (),
        candidates=_candidates(reader, sure, told),
    )


def choices_of(reader: Reader, *, name: str, text: str, place: str = "") -> tuple[PlaceChoice, ...]:
    """The places that may be meant: as said, else in the text, else in the name of the group."""
    if place:
        return by_name(reader.places, place)
    return in_text(reader.places, text) or in_text(reader.places, name)


def where_of(choices: Sequence[PlaceChoice], said: str) -> dict[str, str]:
    """The columns of a place. When it is not clear: what was said, or the name they share."""
    if len(choices) == 1:
        spot = choices[0].spot
        return {
            "place": choices[0].label,
            "municipality": spot.municipality,
            "province": spot.province,
            "country": "nl" if spot.country == HOME else "be",
        }
    names = {one.spot.name for one in choices}
    shared = names.pop() if len(names) == 1 else ""
    return {"place": said or shared, "municipality": "", "province": "", "country": "nl"}


def kind_of(reader: Reader, choices: Sequence[PlaceChoice]) -> str:
    """The kind of place that follows from a place that is clear; empty when none surely does."""
    kind, sure = reader.context("", choices[0].spot) if len(choices) == 1 else ("", 0.0)
    return kind if sure >= SURE_CONTEXT else ""


def forms_of(facet: Facet) -> dict[str, str]:
    """First words of a name that tell the form of a group: "Stichting …", "Gemeente …"."""
    found: dict[str, str] = {}
    for value in facet.values:
        for hint in (value.id, *value.hints_nl):
            if len(parts := words(hint)) == 1:
                found.setdefault(parts[0], value.id)
    return found


def _candidates(reader: Reader, sure: Iterable[str], text: str) -> tuple[str, ...]:
    """Sure themes, then likely ones, then others of the same groups."""
    read = reader.lexicon.read(reader.terms.stems(text))
    likely = [*sure, *sorted(read, key=lambda theme: (-read[theme], theme))]
    first = list(dict.fromkeys(likely))[:FIRST]
    groups = {reader.parents[theme] for theme in first}
    near = [theme for theme, group in reader.parents.items() if group in groups]
    return tuple(dict.fromkeys((*first, *near)))[:MOST_CANDIDATES]
