"""What collectives share with the subject of one wish, by the number of the collective."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.search.collectives.exchange import Deal
from bot.search.collectives.exchange import Parts as DealParts
from bot.search.collectives.scoring import (
    AKIN,
    ENOUGH,
    ENOUGH_TEXT,
    HALF_THEME,
    HALF_TOLD,
    Weights,
)

Kind = tuple[str, str]
"""The kind of place and the phase."""
Parts = tuple[float, float, float, float]
"""The sum of shared themes, and the values of gets, gives and text."""
NOTHING: Final[Parts] = (0.0, 0.0, 0.0, 0.0)
NO_DEAL: Final = Deal(0.0, -1, 0.0)


@dataclass(frozen=True, slots=True)
class Found:
    """What one collective shares: the parts, and the best offer and need."""

    parts: Parts
    offer: Deal
    need: Deal


class Shared:
    """For each collective what it shares.

    A theme sum of 0 means an akin theme; `solid` are those with a theme that needs no words to
    confirm it. `story` is how well needs are covered by what somebody
    tells.
    """

    def __init__(
        self,
        *,
        themes: Mapping[int, float],
        solid: frozenset[int],
        gets: Mapping[int, DealParts],
        gives: Mapping[int, DealParts],
        story: Mapping[int, float],
        told: Mapping[int, float],
    ) -> None:
        self._themes, self._told, self._gets, self._gives = themes, told, gets, gives
        self._solid = solid
        self._received = dict(story)
        for number, (value, _, _) in gets.items():
            self._received[number] = max(value, story.get(number, 0.0))
        self._given = {number: value for number, (value, _, _) in gives.items()}
        self.enough = self._enough()
        """The collectives that really share something."""

    def _enough(self) -> frozenset[int]:
        themes, told = self._themes, self._told
        return frozenset[int]().union(
            self._solid,
            self.akin(),
            [n for n, share in told.items() if share >= HALF_TOLD and n in themes],
            [n for n, share in told.items() if share >= ENOUGH_TEXT],
            [n for n, value in self._received.items() if value >= ENOUGH],
            self._given,
        )

    def akin(self) -> frozenset[int]:
        """The collectives with a theme that is akin to one asked for."""
        return frozenset(n for n, total in self._themes.items() if not total)

    def hopes(
        self,
        numbers: Iterable[int],
        weights: Weights,
        kind_of: Mapping[int, Kind],
        kinds: Mapping[Kind, float],
    ) -> dict[int, float]:
        """The most each of these can be worth; the loop that all candidates go through.

        `kinds` is what a kind of place and a phase are worth.
        """
        themes, received = self._themes.get, self._received.get
        given, told = self._given.get, self._told.get
        w_theme, w_gets, w_gives, w_text = (
            weights.theme, weights.gets, weights.gives, weights.text,
        )  # fmt: skip
        hopes: dict[int, float] = {}
        for number in numbers:
            total = themes(number, 0.0) + AKIN
            hopes[number] = (
                w_theme * total / (total + HALF_THEME)
                + w_gets * received(number, 0.0)
                + w_gives * given(number, 0.0)
                + w_text * told(number, 0.0)
                + kinds[kind_of[number]]
            )
        return hopes

    def parts(self, number: int) -> Parts:
        """The parts of the score of this collective."""
        return (
            self._themes.get(number, 0.0),
            self._received.get(number, 0.0),
            self._given.get(number, 0.0),
            self._told.get(number, 0.0),
        )

    def found(self, number: int) -> Found:
        """All about this collective, for its reasons."""
        offer, need = self._gets.get(number, NO_DEAL), self._gives.get(number, NO_DEAL)
        return Found(self.parts(number), Deal(*offer), Deal(*need))
