"""Which place somebody means: the one, or those to choose from.

A label names one place and no other: "Deurne", "Bergen (Limburg)", "Provincie Zeeland".
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.search.places import Places, Spot
from bot.search.spots import key_of, within

MOST: Final = 24
HOME: Final = "Nederland"
_PROVINCE: Final = "provincie"
_AREAS: Final = frozenset({"gemeente", _PROVINCE})


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that may be meant, under a name that no other of them has."""

    label: str
    spot: Spot


def by_name(places: Places, name: str) -> tuple[PlaceChoice, ...]:
    """What a name, label or postcode may stand for; one when it is clear, none when unknown."""
    exact = [one for one in _family(places, _bare(name)) if one.label == name]
    found = _named(places, _meant(places.find(name) or places.near(name)))
    if name[:1].isdigit() and len(found) == 1:
        return (PlaceChoice(name.strip(), found[0].spot),)
    return tuple(exact) or found


def in_text(places: Places, text: str) -> tuple[PlaceChoice, ...]:
    """The places that a text is about; one when it is clear.

    "In Bergen in Limburg" is one place: what lies in a place that is named too is meant more.
    """
    named = [(key_of(one.text), one.spots) for one in places.in_text(text)]
    found: list[Spot] = []
    for key, spots in named:
        others = [(other, theirs) for other, theirs in named if other != key]
        if any(key in within(spot) for _, theirs in others for spot in theirs):
            continue
        inside = [spot for spot in spots if any(other in within(spot) for other, _ in others)]
        found += _meant(inside or spots)
    return _named(places, found)[:MOST]


def _bare(label: str) -> str:
    """The name in a label."""
    return label.partition(" (")[0].removeprefix(f"{_PROVINCE.capitalize()} ")


def _key(spot: Spot) -> tuple[str, str, str]:
    return spot.name, spot.municipality, spot.province


def _meant(spots: Iterable[Spot]) -> list[Spot]:
    """Without foreign places when there is one at home; nobody is asked for those alone."""
    found = list({_key(spot): spot for spot in spots}.values())
    near = [spot for spot in found if spot.country == HOME]
    return near if len(near) == 1 else found


def _family(places: Places, name: str) -> tuple[PlaceChoice, ...]:
    """All that a bare name stands for, each under its label; what is likelier meant comes first."""
    every = places.find(name)
    meant = _labelled(_meant(every))
    known = {_key(one.spot) for one in meant}
    return (*meant, *(one for one in _labelled(every) if _key(one.spot) not in known))


def _named(places: Places, spots: Iterable[Spot]) -> tuple[PlaceChoice, ...]:
    """These places under the labels that they have among all of their name."""
    found: dict[str, PlaceChoice] = {}
    for spot in spots:
        family = _family(places, spot.name)
        alike = [one for one in family if _key(one.spot) == _key(spot)]
        choice = alike[0] if alike else _labelled([spot])[0]
        found.setdefault(choice.label, choice)
    return tuple(found.values())


def _labelled(spots: Iterable[Spot]) -> tuple[PlaceChoice, ...]:
    found = list(spots)
    names = Counter(spot.name for spot in found)
    provinces = Counter((spot.name, spot.province) for spot in found if spot.kind not in _AREAS)
    return tuple(PlaceChoice(_label(spot, names, provinces), spot) for spot in found)


def _label(spot: Spot, names: Counter[str], provinces: Counter[tuple[str, str]]) -> str:
    if spot.kind == _PROVINCE:
        return f"{_PROVINCE.capitalize()} {spot.name}"
    if names[spot.name] == 1:
        return spot.name
    if provinces[spot.name, spot.province] == 1:
        return f"{spot.name} ({spot.province})"
    return f"{spot.name} ({spot.municipality})"
