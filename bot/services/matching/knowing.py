"""Who can tell of a question from experience: successes first, then collectives (H4, X13)."""

from dataclasses import dataclass
from typing import Final

from bot.search.collectives import MatchQuery
from bot.services.matching.reading import Reading
from bot.services.matching.successes import Stories
from data.store import Store, collectives

MOST: Final = 2
SURE: Final = 0.6
"""From this score on a collective is named below an answer without being asked for.

Source: of the 60 questions in the domain's list, over the example collectives, the nine that reach
it name somebody who does just that; below it half only share a theme.
"""


@dataclass(frozen=True, slots=True)
class Knower:
    """Somebody who did this already; all text is untrusted. `kind`: success or collective."""

    kind: str
    id: int
    name: str
    place: str
    what: str


class Knowing:
    """Looks in the successes and profiles of a community."""

    def __init__(self, store: Store, reading: Reading, stories: Stories) -> None:
        self._store = store
        self._reading = reading
        self._stories = stories

    async def knows(self, community_id: int, text: str) -> tuple[Knower, ...]:
        """The best two, or nobody rather than somebody who hardly fits; one for each group."""
        found = [
            Knower("success", one.id, one.name, one.place, one.what)
            for one in await self._stories.fitting(community_id, text, top=MOST, least=SURE)
        ]
        matches = await self._reading.rank(community_id, MatchQuery(text=text), MOST)
        named = {one.name for one in found}
        async with self._store.reading() as session:
            for match in matches:
                if match.score < SURE or match.name in named:
                    continue
                row = await collectives.find(session, community_id, int(match.id))
                if row is not None and not row.hidden:
                    place = row.place if row.precision == "place" else ""
                    found.append(Knower("collective", row.id, row.name, place, row.description))
        return tuple(found[:MOST])
