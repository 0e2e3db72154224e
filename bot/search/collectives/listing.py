"""Collectives by name, to browse: by theme, province and kind of place, and where they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search.collectives.cards import card_of
from bot.search.collectives.profiles import Profile
from bot.search.collectives.reading import Reader
from bot.search.spots import Spot
from bot.search.words import words

FEW_PLACES: Final = 25
"""Up to so many places each has a dot of its own; more are taken together."""
CELL_LAT, CELL_LON = 0.18, 0.28
"""Some 20 km either way, in the latitude of the Netherlands."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What somebody looks at; empty is everything. `theme` is a theme or a group of themes."""

    theme: str = ""
    province: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One collective in the list. `where` is as precise as it wants to be shown; so is `spot`."""

    id: str
    name: str
    themes: frozenset[str]
    province: str
    context: str
    where: str
    spot: Spot | None
    is_partner: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Collectives that are close together, in degrees; `where` is where most of them are."""

    lat: float
    lon: float
    count: int
    where: str


class Listing:
    """All visible collectives of a community, ready to be browsed; never changes."""

    def __init__(self, profiles: Iterable[Profile], reader: Reader) -> None:
        self._parents = reader.parents
        entries = [_entry(profile, reader) for profile in profiles]
        self._entries = sorted(entries, key=lambda one: (one.is_partner, words(one.name), one.id))

    def on(self, shelf: Shelf) -> tuple[Entry, ...]:
        """What stands on a shelf: collectives by name, then partners by name."""
        return tuple(entry for entry in self._entries if self._fits(entry, shelf))

    def provinces(self, shelf: Shelf) -> Counter[str]:
        """How many there are by province, whatever province was chosen."""
        free = Shelf(theme=shelf.theme, context=shelf.context)
        return Counter(entry.province for entry in self.on(free) if entry.province)

    def contexts(self, shelf: Shelf) -> Counter[str]:
        """How many there are by kind of place, whatever kind was chosen."""
        free = Shelf(theme=shelf.theme, province=shelf.province)
        return Counter(entry.context for entry in self.on(free) if entry.context)

    def themes(self, shelf: Shelf) -> Counter[str]:
        """How many there are by theme and by group of themes, whatever theme was chosen."""
        free = Shelf(province=shelf.province, context=shelf.context)
        counted: Counter[str] = Counter()
        for entry in self.on(free):
            counted.update(entry.themes)
            counted.update({self._parents[one] for one in entry.themes if one in self._parents})
        return counted

    def _fits(self, entry: Entry, shelf: Shelf) -> bool:
        parents = self._parents
        return (
            (not shelf.province or entry.province == shelf.province)
            and (not shelf.context or entry.context == shelf.context)
            and (
                not shelf.theme
                or shelf.theme in entry.themes
                or any(parents.get(one) == shelf.theme for one in entry.themes)
            )
        )


def clusters(entries: Sequence[Entry]) -> tuple[Cluster, ...]:
    """Where these collectives are, the largest cluster first; who has no place is left out."""
    placed = [entry for entry in entries if entry.spot is not None]
    apart = len({_place(entry) for entry in placed}) <= FEW_PLACES
    together: defaultdict[object, list[Entry]] = defaultdict(list)
    for entry in placed:
        together[_place(entry) if apart else _cell(entry)].append(entry)
    found = [_cluster(members) for members in together.values()]
    return tuple(sorted(found, key=lambda one: (-one.count, one.where, one.lat)))


def places_by_province(entries: Sequence[Entry]) -> tuple[tuple[str, Counter[str]], ...]:
    """The same in words: for each province how many are where; without a place as ''."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        found[entry.province][entry.where] += 1
    return tuple((name, found[name]) for name in sorted(found, key=lambda one: (not one, one)))


def _entry(profile: Profile, reader: Reader) -> Entry:
    card = card_of(profile, reader)
    spot = _blurred(card.spot, profile.precision, reader)
    return Entry(
        id=profile.id,
        name=profile.name,
        themes=card.themes,
        province=spot.province if spot else "",
        context=card.context,
        where=spot.name if spot else profile.place if profile.precision == "place" else "",
        spot=spot,
        is_partner=profile.is_partner,
    )


def _blurred(spot: Spot | None, precision: str, reader: Reader) -> Spot | None:
    """The spot as precise as it may be shown; nothing rather than too much."""
    if spot is None or precision == "place":
        return spot
    if precision == "municipality":
        return reader.places.area(spot.municipality, "gemeente")
    return reader.places.area(spot.province, "provincie")


def _place(entry: Entry) -> tuple[str, str]:
    return entry.where, entry.province


def _cell(entry: Entry) -> tuple[int, int]:
    assert entry.spot is not None  # noqa: S101 - only those with a place
    return int(entry.spot.lat / CELL_LAT), int(entry.spot.lon / CELL_LON)


def _cluster(members: Sequence[Entry]) -> Cluster:
    spots = [one.spot for one in members if one.spot is not None]
    [(where, _)] = Counter(sorted(one.where for one in members)).most_common(1)
    return Cluster(
        lat=sum(spot.lat for spot in spots) / len(spots),
        lon=sum(spot.lon for spot in spots) / len(spots),
        count=len(members),
        where=where,
    )
