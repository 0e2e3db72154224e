"""How near collectives are to a free text in meaning, besides the words that they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bot.search.senses import Nearest

Key = TypeVar("Key", int, str)
MOST: Final = 200
"""The collectives that are looked at for one text."""
FEW: Final = 10
USUAL: Final = 0.79
"""How alike a text and any collective are. Among few collectives their mean says little: this
counts as so many more."""
FAR, CLOSE = 0.02, 0.09
"""How far above the usual likeness nearness begins, and where it is whole."""
SURE_ABOVE, SURE_LIKENESS = 0.05, 0.86
"""From here on meaning alone is enough."""
BEHIND: Final = 0.03
"""Who is so much further than the nearest is not sure, however near."""


@dataclass(frozen=True, slots=True)
class Nearness(Generic[Key]):
    """The nearness of each collective, 0 to 1, and those for which it is enough."""

    values: Mapping[Key, float]
    sure: frozenset[Key]


def nearness(found: Nearest, size: int) -> Nearness[str]:
    """What likenesses to a text say among `size` collectives."""
    usual = (found.usual * size + USUAL * FEW) / (size + FEW)
    best = max(found.likeness.values(), default=0.0)
    return Nearness(
        values={
            id_: min(1.0, max(0.0, (likeness - usual - FAR) / (CLOSE - FAR)))
            for id_, likeness in found.likeness.items()
        },
        sure=frozenset(
            id_
            for id_, likeness in found.likeness.items()
            if likeness >= SURE_LIKENESS
            and likeness - usual >= SURE_ABOVE
            and likeness >= best - BEHIND
        ),
    )
