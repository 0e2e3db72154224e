"""What collectives share with the subject of one wish, by the number of the collective."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.search.collectives.exchange import Deal
from bot.search.collectives.exchange import Parts as DealParts
from bot.search.collectives.nearness import Nearness
from bot.search.collectives.scoring import (
    AKIN,
    CONFIRMED_TEXT,
    CONFIRMED_THEME,
    CONFIRMING,
    ENOUGH,
    ENOUGH_TEXT,
    HALF_THEME,
    HALF_TOLD,
    LEAST_NEAR,
    Weights,
)

Kind = tuple[str, str]
"""The kind of place and the phase."""
Parts = tuple[float, float, float, float, float]
"""The sum of shared themes, and the values of gets, gives, text and meaning."""
NO_DEAL: Final = Deal(0.0, -1, 0.0)


@dataclass(frozen=True, slots=True)
class Found:
    """What one collective shares: the parts, and the best offer and need."""

    parts: Parts
    offer: Deal
    need: Deal


class OnTheme(NamedTuple):
    """The sum of what shared themes are worth, 0 for an akin one; `solid` needs no words beside."""

    sums: Mapping[int, float]
    solid: frozenset[int]


class Shared:
    """For each collective what it shares.

    `story` is how well needs are covered by what somebody tells, `told` how much of the free text;
    `near` how near that is in meaning, None when it is not known.
    """

    def __init__(
        self,
        *,
        themes: OnTheme,
        gets: Mapping[int, DealParts],
        gives: Mapping[int, DealParts],
        story: Mapping[int, float],
        told: Mapping[int, float],
        near: Nearness[int] | None = None,
    ) -> None:
        self._themes, self._solid = themes
        self._told, self._gets, self._gives = told, gets, gives
        self._knows_meaning = near is not None
        known: Nearness[int] = near or Nearness({}, frozenset())
        self._near, self._surely_near = known.values, known.sure
        self._received = dict(story)
        for number, (value, _, _) in gets.items():
            self._received[number] = max(value, story.get(number, 0.0))
        self._given = {number: value for number, (value, _, _) in gives.items()}
        self.enough = self._enough()
        """The collectives that really share something."""

    def _enough(self) -> frozenset[int]:
        told = self._told
        return frozenset[int]().union(
            self._solid,
            self.akin(),
            self._surely_near,
            [n for n, share in told.items() if self._is_told(n, share)],
            [n for n, value in self._received.items() if value >= ENOUGH],
            self._given,
        )

    def _is_told(self, number: int, share: float) -> bool:
        """Whether enough of the text is told. Meaning may confirm it or speak against it."""
        on_theme = number in self._themes
        near = self._near.get(number, 0.0)
        if near >= CONFIRMING and share >= (CONFIRMED_THEME if on_theme else CONFIRMED_TEXT):
            return True
        is_enough = share >= (HALF_TOLD if on_theme else ENOUGH_TEXT)
        return is_enough and (not self._knows_meaning or near >= LEAST_NEAR)

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
        given, told, near = self._given.get, self._told.get, self._near.get
        w_theme, w_gets, w_gives, w_text, w_near = (
            weights.theme, weights.gets, weights.gives, weights.text, weights.meaning,
        )  # fmt: skip
        hopes: dict[int, float] = {}
        for number in numbers:
            total = themes(number, 0.0) + AKIN
            hopes[number] = (
                w_theme * total / (total + HALF_THEME)
                + w_gets * received(number, 0.0)
                + w_gives * given(number, 0.0)
                + w_text * told(number, 0.0)
                + w_near * near(number, 0.0)
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
            self._near.get(number, 0.0),
        )

    def found(self, number: int) -> Found:
        """All about this collective, for its reasons."""
        offer, need = self._gets.get(number, NO_DEAL), self._gives.get(number, NO_DEAL)
        return Found(self.parts(number), Deal(*offer), Deal(*need))
