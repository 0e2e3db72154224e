"""Profiles that may be the same group: their names are alike and their places near."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from bot.search.spots import Spot, distance_km
from bot.search.words import words

SAME_PLACE: Final = 84.0
"""Names that are so much alike, of 100, are likely one group when the place is the same."""
NEAR_PLACE: Final = 93.0
"""The same when the places are near, or one is not known."""
SAME_WORD: Final = 70.0
"""Two words that are less alike, of 100, are no typing error of each other."""
NEAR_KM: Final = 12.0
TELLING: Final = 4
"""Letters of a word by which names are looked up."""
CROWDED: Final = 60
"""A word that more names have says nothing; they are compared within one place only."""
_FORMS: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "stichting",
        "vereniging",
        "cooperatie",
        "bewonersgroep",
        "bewonerscollectief",
        "initiatief",
        "in",
        "en",
        "van",
        "voor",
        "ua",
        "bv",
    ]
)


@dataclass(frozen=True, slots=True)
class Named:
    """A group by name and place; `spot` is None when the place is not known."""

    id: int
    name: str
    place: str
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Likely:
    """Two groups that may be one, the lower id first; `score` is how much the names are alike."""

    one: Named
    other: Named
    score: float


def likely_pairs(groups: Sequence[Named]) -> tuple[Likely, ...]:
    """All pairs that may be the same group, the likeliest first."""
    found: dict[tuple[int, int], Likely] = {}
    for members in _blocks(groups):
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                key = min(one.id, other.id), max(one.id, other.id)
                if key not in found and (score := likeness(one, other)):
                    first, second = (one, other) if one.id < other.id else (other, one)
                    found[key] = Likely(first, second, score)
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.one.id, pair.other.id)))


def likeness(one: Named, other: Named) -> float:
    """How much two names are alike, of 100; 0 when these cannot well be the same group."""
    mine, theirs = _plain(one.name), _plain(other.name)
    score = fuzz.token_sort_ratio(mine, theirs)
    needed = SAME_PLACE if _is_same_place(one, other) else NEAR_PLACE
    if score < needed or not (_is_same_place(one, other) or _is_near(one, other)):
        return 0.0
    return round(score, 1) if _has_every_word(mine, theirs) else 0.0


def _blocks(groups: Iterable[Named]) -> Iterator[Sequence[Named]]:
    """Groups that are worth comparing: of one place, or with a telling word in common."""
    by_place: defaultdict[str, list[Named]] = defaultdict(list)
    by_word: defaultdict[str, list[Named]] = defaultdict(list)
    for group in groups:
        by_place[" ".join(words(group.place))].append(group)
        for word in {word for word in words(group.name) if len(word) >= TELLING} - _FORMS:
            by_word[word[:TELLING]].append(group)
    yield from by_place.values()
    yield from (members for members in by_word.values() if len(members) <= CROWDED)


def _has_every_word(one: str, other: str) -> bool:
    """Whether no word of the shorter name is another word in the longer one (Oost and West)."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return all(max(fuzz.ratio(word, there) for there in longer) >= SAME_WORD for word in shorter)


def _plain(name: str) -> str:
    """The name without accents, capitals and words for a legal form; never empty."""
    parts = words(name)
    return " ".join(part for part in parts if part not in _FORMS) or " ".join(parts)


def _is_same_place(one: Named, other: Named) -> bool:
    return bool(one.place) and words(one.place) == words(other.place)


def _is_near(one: Named, other: Named) -> bool:
    if not one.place or not other.place:
        return True
    if one.spot is None or other.spot is None:
        return False
    return distance_km(one.spot, other.spot) <= NEAR_KM
