"""What collectives share with the subject of one wish, by the number of the collective."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.search.collectives.exchange import Deal
from bot.search.collectives.scoring import (
    AKIN,
    ENOUGH,
    ENOUGH_TEXT,
    ENOUGH_THEME,
    HALF_THEME,
    HALF_TOLD,
    SOLID_THEME,
    Weights,
)

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

    A theme sum of 0 means an akin theme. `story` is how well needs are covered by what somebody
    tells; `shown` are offers that cover the free text.
    """

    def __init__(
        self,
        *,
        themes: Mapping[int, float],
        gets: Mapping[int, Deal],
        gives: Mapping[int, Deal],
        story: Mapping[int, float],
        told: Mapping[int, float],
        shown: Mapping[int, Deal],
    ) -> None:
        self._themes, self._told, self._gets, self._gives = themes, told, gets, gives
        self._shown = shown
        self._received = dict(story)
        for number, deal in gets.items():
            self._received[number] = max(deal.value, story.get(number, 0.0))
        self._given = {number: deal.value for number, deal in gives.items()}

    def enough(self) -> frozenset[int]:
        """The collectives that really share something."""
        return frozenset[int]().union(
            (n for n, total in self._themes.items() if self._is_real(n, total)),
            (n for n, value in self._received.items() if value >= ENOUGH),
            self._given,
            (n for n, share in self._told.items() if share >= ENOUGH_TEXT),
        )

    def akin(self) -> frozenset[int]:
        """The collectives with a theme that is akin to one asked for."""
        return frozenset(n for n, total in self._themes.items() if not total)

    def _is_real(self, number: int, total: float) -> bool:
        """Whether a theme is shared for sure, or guessed and confirmed by words."""
        return (
            not total
            or total >= SOLID_THEME
            or (total >= ENOUGH_THEME and self._told.get(number, 0.0) >= HALF_TOLD)
        )

    def worth(self, numbers: Iterable[int], weights: Weights) -> Iterator[tuple[int, float]]:
        """(number, the most that it shares is worth); the loop that all candidates go through."""
        themes, received = self._themes.get, self._received.get
        given, told = self._given.get, self._told.get
        w_theme, w_gets, w_gives, w_text = (
            weights.theme, weights.gets, weights.gives, weights.text,
        )  # fmt: skip
        for number in numbers:
            total = themes(number, 0.0) + AKIN
            yield (
                number,
                w_theme * total / (total + HALF_THEME)
                + w_gets * received(number, 0.0)
                + w_gives * given(number, 0.0)
                + w_text * told(number, 0.0),
            )

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
        offer = self._gets.get(number) or self._shown.get(number, NO_DEAL)
        return Found(self.parts(number), offer, self._gives.get(number, NO_DEAL))
