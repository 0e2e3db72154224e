"""One round: everybody at a table, and the figures of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from bot.search.pairing.certificate import Certificate, certify
from bot.search.pairing.guests import Group, Guest, Pasts, pair_of
from bot.search.pairing.matching import Matcher
from bot.search.pairing.worth import Score, Worth

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Seating:
    """The groups of a round, and who has nobody. Both in the order of their numbers."""

    groups: tuple[Group, ...]
    alone: tuple[int, ...]
    certificate: Certificate


def seat(guests: Iterable[Guest], score: Score, pasts: Pasts, seed: str) -> Seating:
    """The best groups for these guests, as `worth` weighs them; slow, so off the event loop.

    Somebody is alone only when everybody with whom they may meet sits at a full table. What is
    equally good is decided by `seed`, the same each time.
    """
    ordered = sorted(guests, key=lambda guest: (crc32(f"{seed}:{guest.id}".encode()), guest.id))
    worth = Worth(ordered, score, pasts)
    matched = Matcher(worth).find()
    taken = _take_in(worth, matched.groups)
    groups = sorted((_group(worth, pasts, places) for places in taken), key=lambda one: one.guests)
    seated = {one for group in groups for one in group.guests}
    alone = tuple(sorted(guest.id for guest in ordered if guest.id not in seated))
    is_best = matched.is_best and taken == matched.groups
    return Seating(tuple(groups), alone, certify(ordered, groups, alone, is_best=is_best))


def _take_in(worth: Worth, groups: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Whoever is left joins a pair that may have them, who waited longest first.

    Blocks alone make that there is anybody; so one trio more is better than somebody alone.
    """
    taken = list(groups)
    seated = {one for group in taken for one in group}
    left = [one for one in range(len(worth.guests)) if one not in seated]
    for one in sorted(left, key=lambda place: (-worth.guests[place].waited, place)):
        tables = [
            (worth.trio(one, *group), -number)
            for number, group in enumerate(taken)
            if len(group) == _PAIR and None not in (worth.against(one, other) for other in group)
        ]
        if tables:
            number = -max(tables)[1]
            taken[number] = (*taken[number], one)
    return tuple(taken)


def _group(worth: Worth, pasts: Pasts, places: Sequence[int]) -> Group:
    guests = sorted((worth.guests[place] for place in places), key=lambda guest: guest.id)
    pairs = list(combinations(guests, _PAIR))
    ages = (pasts.ages.get(pair_of(one.id, two.id)) for one, two in pairs)
    return Group(
        guests=tuple(guest.id for guest in guests),
        ages=tuple(sorted(age for age in ages if age is not None)),
        of_one_collective=any(
            not one.collectives.isdisjoint(two.collectives) for one, two in pairs
        ),
        score=worth.score(*places),
    )
