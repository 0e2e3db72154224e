"""Looking in successes: which of them fit a question or a theme.

They are ranked as collectives are, by what they tell, their themes and their kind of place; what
does not really fit is left out.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.search.collectives import CollectiveIndex, MatchQuery, Profile
from bot.services.matching.reading import Reading
from bot.services.matching.successes.views import Success
from data.store import Store
from data.store import successes as rows

MOST: Final = 25
Stamp = tuple[int, int, datetime | None]


class Stories:
    """The published successes of each community, read again when one changes."""

    def __init__(self, store: Store, reading: Reading) -> None:
        self._store = store
        self._reading = reading
        self._known: dict[int, tuple[Stamp, dict[str, Success], CollectiveIndex]] = {}

    async def fitting(
        self, community_id: int, text: str, top: int = 2, least: float = 0.0
    ) -> tuple[Success, ...]:
        """The successes that fit a free text, best first; with `least` only those that score it."""
        by_id, index = await self._all(community_id)
        if not by_id:
            return ()
        found = await asyncio.to_thread(index.rank, MatchQuery(text=text), top)
        return tuple(by_id[match.id] for match in found if match.score >= least)

    async def newest(self, community_id: int, theme: str = "") -> tuple[Success, ...]:
        """The newest successes, of this theme if given; at most 25."""
        by_id, _ = await self._all(community_id)
        fitting = [one for one in by_id.values() if not theme or theme in one.themes]
        fitting.sort(key=lambda one: (one.published_at is not None, one.published_at, one.id))
        return tuple(fitting[::-1][:MOST])

    async def of_groups(self, community_id: int, ids: Sequence[int]) -> dict[int, Success]:
        """The newest success of each of these groups that has one."""
        by_id, _ = await self._all(community_id)
        wanted = frozenset(ids)
        return {
            one.group_id: one for one in by_id.values() if one.group_id in wanted and one.group_id
        }

    async def _all(self, community_id: int) -> tuple[dict[str, Success], CollectiveIndex]:
        async with self._store.reading() as session:
            stamp = await rows.stamp(session, community_id)
            known = self._known.get(community_id)
            if known is not None and known[0] == stamp:
                return known[1], known[2]
            found = [view_of(row) for row in await rows.find_published(session, community_id)]
        by_id = {str(one.id): one for one in found}
        index = await self._reading.index_of([_profile(one) for one in found])
        self._known[community_id] = stamp, by_id, index
        return by_id, index


def view_of(row: rows.SuccessRow) -> Success:
    """A row as people read it."""
    return Success(
        id=row.id,
        group_id=row.collective_id,
        name=row.name,
        place=row.place,
        what=row.what,
        how=row.how,
        otherwise=row.otherwise,
        themes=tuple(row.themes),
        context=row.context,
        country=row.country,
        differs=row.differs,
        language=row.language,
        state=row.state,
        reason=row.reason,
        published_at=row.published_at,
        picture_id=row.picture_id,
    )


def _profile(success: Success) -> Profile:
    return Profile(
        id=str(success.id),
        name=success.what,
        place=success.place,
        themes=success.themes,
        context=success.context,
        description=f"{success.how}\n{success.otherwise}",
    )
