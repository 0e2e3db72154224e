"""All groups of a community, to browse, and where they are on the map. For anybody (M5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.people import Person
from bot.rights import Action
from bot.search.collectives.listing import Cluster, Shelf, clusters, places_by_province
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading
from bot.services.matching.views import CollectiveCard
from data.store import Store
from data.store import collectives as rows

PAGE: Final = 5
"""Groups on one page: a button for each fits in one row."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A group in the list; `where` is as precise as it wants to be shown."""

    card: CollectiveCard
    where: str
    is_partner: bool


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page of the groups on a shelf; `page` counts from 1 and is the nearest that exists.

    The counts say how many groups another choice would give.
    """

    shelf: Shelf
    groups: tuple[Listed, ...]
    page: int
    pages: int
    total: int
    themes: Mapping[str, int]
    provinces: Mapping[str, int]
    contexts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DirectoryMap:
    """Where the groups on a shelf are: dots, and by province how many are in which place."""

    dots: tuple[Cluster, ...]
    by_province: tuple[tuple[str, Mapping[str, int]], ...]
    total: int


class Directory:
    """The list of all groups."""

    def __init__(self, store: Store, reading: Reading) -> None:
        self._store = store
        self._reading = reading

    async def browse(self, person: Person, shelf: Shelf, page: int = 1) -> DirectoryPage:
        """A page of the groups on a shelf: collectives by name, then partners."""
        person.need(Action.READ_PUBLIC)
        listing = await self._reading.listing(person.community_id)
        entries = listing.on(shelf)
        pages = max(1, -(-len(entries) // PAGE))
        page = min(max(page, 1), pages)
        chosen = entries[(page - 1) * PAGE : page * PAGE]
        groups: list[Listed] = []
        async with self._store.reading() as session:
            for entry in chosen:
                row = await rows.find(session, person.community_id, int(entry.id))
                if row is not None and not row.hidden:
                    card = await card_of(session, row, person.id)
                    groups.append(Listed(card, entry.where, entry.is_partner))
        return DirectoryPage(
            shelf=shelf,
            groups=tuple(groups),
            page=page,
            pages=pages,
            total=len(entries),
            themes=listing.themes(shelf),
            provinces=listing.provinces(shelf),
            contexts=listing.contexts(shelf),
        )

    async def map(self, person: Person, shelf: Shelf) -> DirectoryMap:
        """Where the groups on a shelf are."""
        person.need(Action.READ_PUBLIC)
        entries = (await self._reading.listing(person.community_id)).on(shelf)
        return DirectoryMap(clusters(entries), places_by_province(entries), len(entries))

    async def map_of(self, person: Person, ids: tuple[int, ...]) -> DirectoryMap:
        """Where these groups are, as precisely as each wants to be shown."""
        person.need(Action.READ_PUBLIC)
        wanted = frozenset(map(str, ids))
        listing = await self._reading.listing(person.community_id)
        entries = tuple(entry for entry in listing.on(Shelf()) if entry.id in wanted)
        return DirectoryMap(clusters(entries), places_by_province(entries), len(entries))
