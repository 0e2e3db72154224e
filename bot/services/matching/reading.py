"""Understanding profiles and wishes: the reader and the index of each community, off the loop."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.content import Content
from bot.search.collectives import CollectiveIndex, Match, MatchQuery, Profile, Reader
from bot.search.collectives.listing import Listing
from bot.search.places import Places
from data.store import Store, successes
from data.store import collectives as rows

SURE: Final = 0.6
"""From this chance on a theme is proposed for a profile."""
Stamp = tuple[int | datetime | None, ...]


class Reading:
    """Keeps the index of a community until one of its profiles changes."""

    def __init__(self, store: Store, content: Content) -> None:
        self._store = store
        self._content = content
        self._reader: Reader | None = None
        self._indexes: dict[int, tuple[Stamp, CollectiveIndex]] = {}
        self._listings: dict[int, tuple[Stamp, Listing]] = {}
        self._changes: dict[int, int] = {}
        self._building = asyncio.Lock()
        self._indexing = asyncio.Lock()

    def forget(self, community_id: int) -> None:
        """A profile of this community changes in this process."""
        self._changes[community_id] = self._changes.get(community_id, 0) + 1

    async def reader(self) -> Reader:
        """The reader itself, for what takes no longer than a few milliseconds."""
        return await self._ready()

    async def guess(self, text: str, place: str) -> tuple[tuple[str, ...], str]:
        """The themes that a description surely is about, surest first, and the kind of place."""
        reader = await self._ready()
        wish = await asyncio.to_thread(reader.wish, MatchQuery(text=text, place=place))
        sure = [theme for theme, chance in wish.themes.items() if chance >= SURE]
        themes = tuple(sorted(sure, key=lambda theme: (-wish.themes[theme], theme)))
        context, _ = reader.context("", reader.spot(place))
        return themes, context if place.strip() else ""

    async def understood(self, query: MatchQuery) -> tuple[str, str]:
        """The theme and the kind of place that a question is surely about; empty when unsure."""
        reader = await self._ready()
        wish = await asyncio.to_thread(reader.wish, query)
        best = max(wish.themes, key=lambda theme: (wish.themes[theme], theme), default="")
        theme = best if wish.themes.get(best, 0.0) >= SURE else ""
        return theme, wish.context if wish.context_weight >= SURE else ""

    async def knows_place(self, place: str) -> bool:
        """Whether this is a place, neighbourhood or postcode that can be found."""
        reader = await self._ready()
        return await asyncio.to_thread(reader.spot, place) is not None

    async def rank(self, community_id: int, query: MatchQuery, top: int) -> tuple[Match, ...]:
        """The collectives that fit, best first; ids are those of the rows, as text."""
        index = await self._index(community_id)
        return await asyncio.to_thread(index.rank, query, top)

    async def index(self, community_id: int) -> CollectiveIndex:
        """The visible collectives of a community, to hold against each other in any thread."""
        return await self._index(community_id)

    async def index_of(self, profiles: Sequence[Profile]) -> CollectiveIndex:
        """An index over these, whatever they stand for."""
        reader = await self._ready()
        return await asyncio.to_thread(CollectiveIndex, profiles, reader)

    async def listing(self, community_id: int) -> Listing:
        """All visible collectives, to browse."""
        stamp = await self._stamp(community_id)
        known = self._listings.get(community_id)
        if known is None or known[0] != stamp:
            profiles = await self._profiles(community_id)
            reader = await self._ready()
            known = stamp, await asyncio.to_thread(Listing, profiles, reader)
            self._listings[community_id] = known
        return known[1]

    async def _ready(self) -> Reader:
        async with self._building:
            if self._reader is None:
                self._reader = await asyncio.to_thread(self._build_reader)
            return self._reader

    def _build_reader(self) -> Reader:
        return Reader(self._content, Places(self._content.places()))

    async def _index(self, community_id: int) -> CollectiveIndex:
        """One at a time: an older state must not be taken over after a newer one."""
        async with self._indexing:
            stamp = await self._stamp(community_id)
            known = self._indexes.get(community_id)
            if known is None:
                known = stamp, await self.index_of(await self._profiles(community_id))
            elif known[0] != stamp:
                profiles = await self._profiles(community_id)
                await asyncio.to_thread(known[1].update, profiles)
                known = stamp, known[1]
            self._indexes[community_id] = known
            return known[1]

    async def _stamp(self, community_id: int) -> Stamp:
        changes = self._changes.get(community_id, 0)
        async with self._store.reading() as session:
            stamp = await rows.stamp(session, community_id)
            return changes, *stamp, *await successes.stamp(session, community_id)

    async def _profiles(self, community_id: int) -> list[Profile]:
        """The visible collectives of a community, oldest first."""
        async with self._store.reading() as session:
            found = await rows.find_all(session, community_id)
            themes = await rows.find_all_themes(session, community_id)
            told = await successes.find_published(session, community_id)
        stories: dict[int | None, tuple[str, ...]] = {}
        for one in told:
            of_group = stories.get(one.collective_id, ())
            stories[one.collective_id] = (*of_group, f"{one.what}\n{one.how}")
        return [
            profile_of_row(row, themes.get(row.id, ()), stories.get(row.id, ())) for row in found
        ]


def profile_of_row(
    row: rows.CollectiveRow, themes: tuple[str, ...], stories: tuple[str, ...] = ()
) -> Profile:
    """A stored collective as matching sees it."""
    return Profile(
        id=str(row.id),
        name=row.name,
        place=row.place,
        municipality=row.municipality,
        themes=themes,
        context=row.context,
        population=row.population,
        phase=row.phase,
        motives=tuple(row.motives),
        methods=tuple(row.methods),
        offers=tuple(row.offers),
        needs=tuple(row.needs),
        legal_form=row.legal_form,
        description=row.description,
        precision=row.precision,
        stories=stories,
        languages=tuple(row.languages),
    )
