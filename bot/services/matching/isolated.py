"""Groups that met no other yet, for staff, each with the group that fits it best (M8)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.search.collectives import MatchQuery, query_of
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading, profile_of_row
from bot.services.matching.views import CollectiveCard, FoundCollective
from data.store import Store, collectives
from data.store import isolated as rows

MOST: Final = 5
SETTLED: Final = timedelta(days=14)
"""A group that is here shorter had no time to meet others."""


@dataclass(frozen=True, slots=True)
class Lonely:
    """A group that met nobody, and who fits it best; None when nobody really does."""

    card: CollectiveCard
    match: FoundCollective | None


class Isolated:
    """Looks for groups that stay alone."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def find(self, person: Person) -> tuple[Lonely, ...]:
        """At most five of them, the longest here first. Raises: NotAllowed."""
        person.need(Action.HANDLE_QUESTION)
        before = self._clock.now() - SETTLED
        async with self._store.reading() as session:
            found = await rows.find(session, person.community_id, before, MOST)
            themes = await collectives.find_themes(session, [row.id for row in found])
            cards = [await card_of(session, row, person.id) for row in found]
        lonely: list[Lonely] = []
        for row, card in zip(found, cards, strict=True):
            query = query_of(profile_of_row(row, themes.get(row.id, ())))
            query = replace(query, without=frozenset({str(row.id)}))
            lonely.append(Lonely(card, await self._best(person, query)))
        return tuple(lonely)

    async def _best(self, person: Person, query: MatchQuery) -> FoundCollective | None:
        matches = await self._reading.rank(person.community_id, query, 1)
        if not matches:
            return None
        async with self._store.reading() as session:
            row = await collectives.find(session, person.community_id, int(matches[0].id))
            if row is None or row.hidden:
                return None
            return FoundCollective(await card_of(session, row, person.id), matches[0].reasons)
