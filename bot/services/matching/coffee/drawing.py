"""Who takes part in a round, and who would sit with whom."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, groupby
from typing import Final

from bot.search.collectives import CollectiveIndex
from bot.search.pairing import Guest, Pasts, Seating, seat
from bot.services.matching.reading import Reading
from data.store import Session, coffee_guests, coffee_rounds, collectives
from data.store.coffees import CoffeeRow

WEEK: Final = timedelta(weeks=1)
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that a round is made of; two that are equal give the same round.

    `sits_for` is the collective that each person sits for, `visible` those that can be scored.
    """

    community_id: int
    seed: str
    guests: tuple[Guest, ...]
    pasts: Pasts
    sits_for: dict[int, int | None]
    visible: frozenset[int]


async def gather(
    session: Session, coffee: CoffeeRow, number: int, asked: str, at: datetime
) -> Gathered:
    """Who takes part in a round, and what was between them; `asked` as in `find_takers`."""
    takers = await coffee_guests.find_takers(session, coffee.id, number, asked)
    ids = [one.person_id for one in takers]
    speaks = await coffee_guests.find_collectives_of(session, coffee.community_id, ids)
    sits_for: dict[int, int | None] = {}
    for one in takers:
        own = speaks.get(one.person_id, ())
        first = own[0] if own else None
        sits_for[one.person_id] = one.collective_id if one.collective_id in own else first
    guests = tuple(
        Guest(one.person_id, frozenset(speaks.get(one.person_id, ())), one.waited) for one in takers
    )
    past = await coffee_rounds.find_past(session, coffee.community_id)
    shown = await collectives.find_all(session, coffee.community_id)
    return Gathered(
        community_id=coffee.community_id,
        seed=f"{coffee.id}:{number}",
        guests=guests,
        pasts=Pasts(
            ages=_ages(past, guests, at, coffee.weeks * WEEK),
            blocked=_blocked(
                guests, await coffee_guests.find_blocked(session, coffee.community_id)
            ),
        ),
        sits_for=sits_for,
        visible=frozenset(row.id for row in shown),
    )


async def draw(gathered: Gathered, reading: Reading) -> Seating:
    """The best groups; works for a second or so beside the event loop, with many people."""
    sits_for = {
        person: str(collective)
        for person, collective in gathered.sits_for.items()
        if collective in gathered.visible
    }
    score = _equal
    if len(set(sits_for.values())) >= FEWEST:
        score = _score(sits_for, await reading.index(gathered.community_id))
    return await asyncio.to_thread(seat, gathered.guests, score, gathered.pasts, gathered.seed)


def _equal(_one: int, _other: int) -> float:
    """Who sits for no collective fits nobody more than others."""
    return 0.0


def _score(sits_for: dict[int, str], index: CollectiveIndex) -> Callable[[int, int], float]:
    """How well two people fit: as the collectives do that they sit for."""

    def score(one: int, other: int) -> float:
        mine, theirs = sits_for.get(one), sits_for.get(other)
        if mine is None or theirs is None or mine == theirs:
            return 0.0
        return index.score(mine, theirs)

    return score


def _ages(
    past: Iterable[coffee_rounds.PastSeat],
    guests: Iterable[Guest],
    at: datetime,
    rhythm: timedelta,
) -> dict[tuple[int, int], int]:
    """So many rounds of this rhythm ago two met, as people or by their collectives.

    Rounds of other series in the same community count too.
    """
    here = {guest.id for guest in guests}
    speakers: dict[int, set[int]] = {}
    for guest in guests:
        for collective in guest.collectives:
            speakers.setdefault(collective, set()).add(guest.id)
    ages: dict[tuple[int, int], int] = {}
    for _, table in groupby(past, key=lambda one: one.table):
        seats = list(table)
        age = max(1, round((at - seats[0].at) / rhythm))
        sides = [
            ({one.person_id} & here) | speakers.get(one.collective_id or 0, set()) for one in seats
        ]
        for mine, theirs in combinations(sides, 2):
            for one in mine - theirs:
                for other in theirs - mine:
                    ages[min(one, other), max(one, other)] = age  # the newest comes last
    return ages


def _blocked(
    guests: tuple[Guest, ...], blocked: frozenset[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """The pairs of people of whose collectives one does not want to hear from the other."""
    if not blocked:
        return frozenset()
    return frozenset(
        (min(one.id, two.id), max(one.id, two.id))
        for one, two in combinations(guests, 2)
        if any(
            (min(mine, theirs), max(mine, theirs)) in blocked
            for mine in one.collectives
            for theirs in two.collectives
        )
    )
