"""How much each kind of likeness counts: all weights and formulas of matching.

The score of a collective is the sum of weight x value over these parts; each value is 0 to 1.

    theme      s / (s + 0.5); s = the rarity of each shared theme, summed, plus how related the
               closest other two themes are. Rarity is 0.5 (everybody has it) to 1 (hardly anybody).
               A theme that was only read from a text counts for chance ^ 1.5 of that.
    gets       how well their offers cover what I need: the share of the need's telling words, by
               rarity, that one offer has. Words for the same thing and parts of compounds count for
               less; an offer on the same theme as the need counts `SAME_THEME`.
    gives      the same for my offers and their needs.
    text       the share of the telling words of a free text that their profile has.
    context    how alike the kinds of place are (`facets.context_likeness`).
    size       1 - |log(people / people)| / log(SIZE_REACH).
    distance   exp(-km / DISTANCE_KM).
    phase      somebody one or two phases ahead 1, the same 0.75, further behind less.
    motive     the share of my motives that they have; method and language likewise, without Dutch.
    turn       a number from 0 to 1 that differs with each question and collective, times the share
               of the profile that is empty, beyond that of the fullest profile (M8). Not for
               the first place: that is for who fits best.

Who asks for others that differ (M6, M7) gets only collectives with a theme in common, and instead
of motive or context counts

    different  the share of their motives that I do not have, which must not be none; or 1 - how
               alike the kinds of place are, which must be under a half.

What is unknown on their side counts a neutral value, never nothing. Somebody who shares no theme,
no offer, no need and no words is no match, however near.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from bot.search.collectives.facets import UNKNOWN


@dataclass(frozen=True, slots=True)
class Weights:
    """The one table of weights."""

    theme: float = 3.0
    gets: float = 4.0
    gives: float = 1.5
    text: float = 4.0
    context: float = 2.0
    size: float = 0.6
    distance: float = 0.9
    phase: float = 0.5
    motive: float = 0.4
    method: float = 0.4
    language: float = 0.4
    different: float = 2.0
    turn: float = 0.8

    @property
    def between_two(self) -> float:
        """What two collectives are worth to each other that are right in everything."""
        subject = self.theme + self.gets + self.gives
        place = self.context + self.size + self.distance
        return subject + place + self.phase + self.motive + self.method + self.language


HALF_THEME: Final = 0.5
"""The sum of rarities at which themes count half."""
AKIN: Final = 0.2
SAME_PARENT: Final = 0.1
AKIN_FIT: Final = 0.5
"""Who only does something akin gets this share of its circumstances: the thing comes first."""
SAME_THEME: Final = 0.45
"""What an offer on the same theme as the need is worth."""
KNOWS_THEME: Final = 0.38
"""What a collective with the theme of the need is worth."""
TOLD: Final = 0.55
"""What counts of a need that is covered by their story and not by an offer."""
ENOUGH_WORDS: Final = 0.5
"""A need or an offer of which less is covered by words is an accident."""
ENOUGH: Final = 0.34
"""What a need or an offer must be worth: a theme alone is enough."""
ENOUGH_TEXT: Final = 0.53
"""One of two telling words in common is an accident."""
HALF_TOLD: Final = 0.5
"""What must be told of the text by somebody whose theme is only guessed from it."""
SOLID_THEME: Final = 0.52
"""A theme guessed with a smaller chance is enough only with words to confirm it."""
SURE_OF_THEME: Final = 0.6
"""From this chance on, collectives of an akin theme come along."""
CLOSE_TO_BEST: Final = 0.4
"""A match with a smaller share of the best score is left out."""
ANOTHER_WORLD: Final = 0.5
"""Kinds of place that are less alike than this are different."""
SIZE_REACH: Final = 30.0
DISTANCE_KM: Final = 35.0
MOST_TELLING: Final = 5
"""A long story is measured by its rarest words: that many covered is all."""


def rarity(size: int, count: int) -> float:
    """0.5 for what all of `size` collectives have to 1 for what hardly anybody has."""
    share = math.log((1 + size) / (1 + min(count, size))) / math.log(2 + size)
    return 0.5 + 0.5 * share


def guessed(chance: float) -> float:
    """What a theme that was read from words counts for: less than its chance."""
    return chance**1.5


def theme_value(total: float) -> float:
    """The value of a sum of rarities."""
    return total / (total + HALF_THEME)


def related(
    one: Collection[str], other: Collection[str], links: Mapping[tuple[str, str], float]
) -> float:
    """How related the closest two themes are that the two do not share; symmetric."""
    best = 0.0
    for mine in one:
        if mine in other:
            continue
        for theirs in other:
            if theirs not in one:
                best = max(best, links.get((mine, theirs), 0.0))
    return best


def shared_themes(
    one: Mapping[str, float],
    other: Collection[str],
    rarities: Mapping[str, float],
    links: Mapping[tuple[str, str], float],
) -> float:
    """The theme value of two collectives; the same whoever asks. `one` says how sure each is."""
    shared = sum(one[theme] * rarities.get(theme, 1.0) for theme in sorted(one) if theme in other)
    return theme_value(shared + related(one, other, links))


def links_of(
    parents: Mapping[str, str], akin: Collection[frozenset[str]]
) -> dict[tuple[str, str], float]:
    """How related two different themes are, for all that are."""
    return {
        (one, other): AKIN if frozenset({one, other}) in akin else SAME_PARENT
        for one, parent in parents.items()
        for other, second in parents.items()
        if one != other and (parent == second or frozenset({one, other}) in akin)
    }


def size_value(one: int | None, other: int | None) -> float:
    """How alike two numbers of people are."""
    if not one or not other:
        return UNKNOWN
    return max(0.0, 1.0 - abs(math.log(one / other)) / math.log(SIZE_REACH))


def distance_value(km: float | None) -> float:
    """Near is 1; half of that at some 24 km. Unknown counts a little."""
    return 0.2 if km is None else math.exp(-km / DISTANCE_KM)


def overlap(mine: Collection[str], theirs: Collection[str]) -> float:
    """The share of mine that they have too."""
    if not theirs:
        return UNKNOWN
    return sum(one in theirs for one in mine) / len(mine)


def newness(mine: Collection[str], theirs: Collection[str]) -> float:
    """The share of theirs that I do not have."""
    return 1.0 - sum(one in mine for one in theirs) / len(theirs) if theirs else 0.0
