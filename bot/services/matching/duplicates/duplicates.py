"""Finding likely duplicates, and what staff say of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.errors import NotFound
from bot.people import Person
from bot.rights import Action
from bot.search.collectives import Reader
from bot.search.collectives.alike import Likely, Named, likely_pairs
from bot.services.matching.profiles import card_of
from bot.services.matching.reading import Reading
from bot.services.matching.views import CollectiveCard
from data.store import Session, Store, audits, collectives
from data.store import duplicates as rows

MOST: Final = 5
"""Pairs that staff see at a time."""
ALONE: Final = ("municipality", "context", "population", "phase", "legal_form", "members")
"""What the profile that stays takes over where it has nothing itself."""
TOGETHER: Final = ("motives", "methods", "languages", "links", "offers", "needs")
"""Lists that are put together; more than a form takes is better than something lost."""


class PairNotFound(NotFound):
    """One of the two is gone: merged or left by somebody else meanwhile."""

    key = "duplicate-not-found"
    code = "G10"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles that may be one, the older first; `score` is how alike the names are, of 100."""

    one: CollectiveCard
    other: CollectiveCard
    score: float


class Duplicates:
    """Likely duplicates in a community."""

    def __init__(self, store: Store, clock: Clock, reading: Reading) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading

    async def find(self, person: Person) -> tuple[Pair, ...]:
        """The likeliest five pairs that staff did not judge yet."""
        person.need(Action.HANDLE_QUESTION)
        async with self._store.reading() as session:
            found = await collectives.find_every(session, person.community_id)
            distinct = await rows.find_distinct(session, person.community_id)
        known = [(row.id, row.name, row.place, row.municipality) for row in found]
        reader = await self._reading.reader()
        likely = await asyncio.to_thread(_likely, known, reader)
        wanted = [pair for pair in likely if (pair.one.id, pair.other.id) not in distinct][:MOST]
        pairs: list[Pair] = []
        async with self._store.reading() as session:
            for pair in wanted:
                one = await collectives.find(session, person.community_id, pair.one.id)
                other = await collectives.find(session, person.community_id, pair.other.id)
                if one is not None and other is not None:
                    cards = [await card_of(session, row, person.id) for row in (one, other)]
                    pairs.append(Pair(cards[0], cards[1], pair.score))
        return tuple(pairs)

    async def say_distinct(self, person: Person, one_id: int, other_id: int) -> None:
        """These are two groups: never asked again. Raises: PairNotFound, NotAllowed."""
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            await self._hold(session, person, one_id, other_id)
            await rows.say_distinct(session, one_id, other_id, now)

    async def merge(self, person: Person, keep_id: int, gone_id: int) -> CollectiveCard:
        """Make two profiles one, and lose nothing: what points to the other points here now.

        The profile that stays keeps what it says and takes over what it lacks; contacts, themes,
        offers and needs come together. An import under the other name finds this one.
        Raises: PairNotFound, NotAllowed.
        """
        person.need(Action.HANDLE_QUESTION)
        now = self._clock.now()
        async with self._store.writing() as session:
            keep, gone = await self._hold(session, person, keep_id, gone_id)
            themes = await collectives.find_themes(session, [keep_id, gone_id])
            together = (*themes.get(keep_id, ()), *themes.get(gone_id, ()))
            _take_over(keep, gone)
            keep.changed_at = max(keep.changed_at, gone.changed_at, now)
            await session.flush()
            await rows.merge(session, keep_id, gone_id)
            await collectives.put_themes(session, keep_id, list(dict.fromkeys(together)))
            self._reading.forget(person.community_id)
            self._audit(session, keep_id, gone_id, person, now)
            return await card_of(session, keep, person.id)

    async def _hold(
        self, session: Session, person: Person, one_id: int, other_id: int
    ) -> tuple[collectives.CollectiveRow, collectives.CollectiveRow]:
        held = {row.id: row for row in await collectives.hold(session, [one_id, other_id])}
        one, other = held.get(one_id), held.get(other_id)
        if one is None or other is None or one_id == other_id:
            raise PairNotFound
        if {one.community_id, other.community_id} != {person.community_id}:
            raise PairNotFound
        return one, other

    @staticmethod
    def _audit(session: Session, keep_id: int, gone_id: int, person: Person, at: datetime) -> None:
        audits.add(
            session,
            "collectives-merged",
            f"collective:{keep_id}:{gone_id}",
            at=at,
            community_id=person.community_id,
            actor_id=person.id,
        )


def _likely(known: Sequence[tuple[int, str, str, str]], reader: Reader) -> tuple[Likely, ...]:
    """The pairs among these (id, name, place, municipality)."""
    named = [
        Named(id_, name, place, reader.spot(place, municipality) if place else None)
        for id_, name, place, municipality in known
    ]
    return likely_pairs(named)


def _take_over(keep: collectives.CollectiveRow, gone: collectives.CollectiveRow) -> None:
    """Fill in what one profile lacks with what the other has."""
    for column in ALONE:
        if not getattr(keep, column):
            setattr(keep, column, getattr(gone, column))
    for column in TOGETHER:
        both: list[Any] = [*getattr(keep, column), *getattr(gone, column)]
        setattr(keep, column, list(dict.fromkeys(both)))
    keep.picture_id = keep.picture_id or gone.picture_id
    keep.hidden = keep.hidden and gone.hidden
    keep.is_draft = keep.is_draft and gone.is_draft
    keep.receives = keep.receives and gone.receives
    if gone.description and gone.description not in keep.description:
        keep.description = f"{keep.description}\n{gone.description}".strip()
