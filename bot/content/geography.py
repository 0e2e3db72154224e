"""Places, municipalities, postcodes and outlines of provinces, as rows.

Finding a name in them is in `bot.search.places`. Source: see `data/content/ORIGINS.md`.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bot.content.files import ContentError, read_csv, read_text


@dataclass(frozen=True, slots=True)
class Place:
    """A town, village or neighbourhood. Degrees WGS84, good to about 1 km.

    `population` is indicative, None when unknown; `kind` is `stad`, `dorp`, `wijk` or empty.
    """

    name: str
    municipality: str
    province: str
    country: str
    lat: float
    lon: float
    population: int | None
    kind: str
    aliases: tuple[str, ...]
    also_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Municipality:
    """A Dutch municipality of 2026; `lat` and `lon` are those of its main place."""

    name: str
    province: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    population: int
    main_place: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Postcode:
    """A four-digit postcode in a place; one code may have several rows, the likeliest first."""

    code: str
    place: str
    municipality: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its outline: polygons of rings of (longitude, latitude).

    The first ring of a polygon is land, the others are water inside it. `label` lies inside.
    """

    code: str
    name: str
    abbreviation: str
    aliases: tuple[str, ...]
    label: tuple[float, float]
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Geography:
    """All rows; `words` are place names that are also ordinary words."""

    places: tuple[Place, ...]
    municipalities: tuple[Municipality, ...]
    postcodes: tuple[Postcode, ...]
    words: frozenset[str]


def read_geography(root: Path) -> Geography:
    """Everything but the outlines. Raises: ContentError."""
    return Geography(
        places=(
            *_places(root / "places.csv", "Nederland"),
            *_places(root / "places_be.csv", "België"),
        ),
        municipalities=_municipalities(root / "municipalities.csv"),
        postcodes=_postcodes(root / "postcodes.csv"),
        words=frozenset(read_text(root / "place_words.txt").split("\n")) - {""},
    )


def read_provinces(file: Path) -> tuple[Province, ...]:
    """The outlines of the twelve provinces. Raises: ContentError."""
    try:
        features = json.loads(read_text(file))["features"]
        return tuple(_province(feature) for feature in features)
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError(file, f"is not the expected GeoJSON ({error})") from None


def _province(feature: dict[str, dict[str, object]]) -> Province:
    known = cast("dict[str, str]", feature["properties"])
    lon, lat = cast("list[float]", feature["properties"]["label"])
    shapes = cast("list[list[list[list[float]]]]", feature["geometry"]["coordinates"])
    return Province(
        code=known["code"],
        name=known["name"],
        abbreviation=known["abbr"],
        aliases=tuple(cast("list[str]", feature["properties"]["aliases"])),
        label=(lon, lat),
        polygons=tuple(
            tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in shapes
        ),
    )


def _places(file: Path, country: str) -> list[Place]:
    columns = ("name", "municipality", "province", "lat", "lon", "population", "kind", "aliases")
    try:
        return [
            Place(
                name=row["name"],
                municipality=row["municipality"],
                province=row["province"],
                country=country,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=int(row["population"]) if row["population"] else None,
                kind=row["kind"],
                aliases=_list(row["aliases"]),
                also_in=_list(row.get("also_in", "")),
            )
            for _, row in read_csv(file, columns)
        ]
    except ValueError as error:
        raise _numbers(file, error) from None


def _municipalities(file: Path) -> tuple[Municipality, ...]:
    columns = ("name", "official_name", "province", "aliases", "former", "population", "main_place")
    try:
        return tuple(
            Municipality(
                name=row["name"],
                province=row["province"],
                aliases=tuple(
                    dict.fromkeys(
                        other
                        for other in (row["official_name"], *_list(row["aliases"]))
                        if other != row["name"]
                    )
                ),
                former=_list(row["former"]),
                population=int(row["population"]),
                main_place=row["main_place"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
            )
            for _, row in read_csv(file, columns)
        )
    except ValueError as error:
        raise _numbers(file, error) from None


def _postcodes(file: Path) -> tuple[Postcode, ...]:
    try:
        return tuple(
            Postcode(
                row["pc4"],
                row["place"],
                row["municipality"],
                float(row["lat"]),
                float(row["lon"]),
            )
            for _, row in read_csv(file, ("pc4", "place", "municipality", "lat", "lon"))
        )
    except ValueError as error:
        raise _numbers(file, error) from None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _numbers(file: Path, error: ValueError) -> ContentError:
    return error if isinstance(error, ContentError) else ContentError(file, str(error))
