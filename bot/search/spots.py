"""Spots on the map: what the rows of places become, their spelling, order and distance."""

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bot.content import Municipality, Place, Postcode
from bot.search.words import words

EARTH_KM: Final = 6371.0088
"""Mean radius. Source: IUGG, as in WGS84."""


class Level(IntEnum):
    """What a name was recognised as; lower is likelier to be meant."""

    PLACE = 0
    ALIAS = 1
    MUNICIPALITY = 2
    FORMER = 3
    PROVINCE = 4
    SHORT = 5
    """A name without its leading De, Het, 't or Den."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Somewhere on the map. Degrees WGS84, good to about 1 km.

    `kind` is `stad`, `dorp`, `wijk`, `gemeente`, `provincie`, `postcode` or empty;
    `population` is None when unknown, and only indicative.
    """

    name: str
    kind: str
    municipality: str
    province: str
    country: str
    lat: float
    lon: float
    population: int | None = None


def distance_km(one: Spot, other: Spot) -> float:
    """Kilometres as the crow flies."""
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def key_of(name: str) -> str:
    """The letters that names are compared by."""
    return phrase_of(words(name)).replace(" ", "")


def phrase_of(parts: list[str]) -> str:
    """Words of a name in the one spelling that is compared."""
    spelled = " ".join("sint" if part == "st" else part for part in parts).replace("ij", "y")
    return f"{spelled} ".replace(" a d ", " aan de ").replace(" aan den ", " aan de ").strip()


def order_of(key: str, level: Level, spot: Spot) -> tuple[bool, Level, bool, bool, int, str]:
    """Dutch first; then by level; then who gives the municipality its name; then the larger."""
    abroad, is_municipality = spot.country != "Nederland", spot.kind == "gemeente"
    named_after = is_named_after(key, spot)
    people = -(spot.population or 0)
    return abroad, level, is_municipality, not named_after, people, spot.municipality


def is_named_after(key: str, spot: Spot) -> bool:
    """Whether the spot's municipality carries this name."""
    return key_of(spot.municipality.partition(" (")[0]) == key


def within(spot: Spot) -> frozenset[str]:
    """The keys of what this spot lies in."""
    province = key_of(spot.province)
    short = {"noordholland": "nh", "zuidholland": "zh", "noordbrabant": "brabant"}
    more = {"gelderland": "gld", "limburg": "lb", "fryslan": "friesland", "overyssel": "ov"}
    names = {province, short.get(province, province), more.get(province, province)}
    return frozenset(
        {*names, key_of(spot.municipality), key_of(spot.municipality.partition(" (")[0])}
    )


def spot_of(place: Place) -> Spot:
    """A place from the list."""
    return Spot(
        name=place.name,
        kind=place.kind,
        municipality=place.municipality,
        province=place.province,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        population=place.population,
    )


def postcode_spot(postcode: Postcode, known: dict[tuple[str, str], Spot]) -> Spot:
    """The place of a postcode, at the postcode's own coordinates."""
    place = known.get((postcode.place, postcode.municipality))
    return Spot(
        name=postcode.place,
        kind=place.kind if place else "",
        municipality=postcode.municipality,
        province=place.province if place else "",
        country="Nederland",
        lat=postcode.lat,
        lon=postcode.lon,
        population=place.population if place else None,
    )


def municipality_spot(municipality: Municipality) -> Spot:
    """A municipality, at its main place."""
    return Spot(
        name=municipality.name,
        kind="gemeente",
        municipality=municipality.name,
        province=municipality.province,
        country="Nederland",
        lat=municipality.lat,
        lon=municipality.lon,
        population=municipality.population,
    )
