"""Offers against needs, in either direction."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.search.collectives.postings import Postings
from bot.search.collectives.reading import Item
from bot.search.collectives.scoring import ENOUGH, SAME_THEME
from bot.search.collectives.terms import Vocabulary


class Deal(NamedTuple):
    """How well one collective has what is wanted, 0 to 1, and which of its items does so best.

    `is_like`: that item is on the same theme as the wish and no more.
    """

    value: float
    which: int
    best: float

    @property
    def is_like(self) -> bool:
        """Whether nothing but the theme is alike."""
        return self.best <= SAME_THEME


class Exchange:
    """The offers of all collectives, or all their needs."""

    def __init__(self) -> None:
        self.postings = Postings()
        self._owners: list[tuple[int, int]] = []

    def add(self, number: int, items: Iterable[Item]) -> None:
        """Add the items of the collective with this number."""
        for which, item in enumerate(items):
            self.postings.add(item.stems, item.themes)
            self._owners.append((number, which))

    def deals(
        self, wanted: Sequence[Item], vocabulary: Vocabulary, enough: float = ENOUGH
    ) -> dict[int, Deal]:
        """The deal with each collective that has at least `enough` of something wanted."""
        deals: dict[int, Deal] = {}
        for item in wanted:
            for number, (share, which) in self._best(item, vocabulary, enough).items():
                old = deals.get(number)
                if old is None:
                    deals[number] = Deal(share, which, share)
                    continue
                value = 1.0 - (1.0 - share) * (1.0 - old.value)
                best = (which, share) if share > old.best else (old.which, old.best)
                deals[number] = Deal(value, *best)
        return deals

    def _best(
        self, item: Item, vocabulary: Vocabulary, enough: float
    ) -> dict[int, tuple[float, int]]:
        """(how well, which item) for each collective."""
        cover = self.postings.agree(item, vocabulary)
        for theme in item.themes if enough <= SAME_THEME else ():
            for entry in self.postings.on_theme(theme):
                cover[entry] = max(cover.get(entry, 0.0), SAME_THEME)
        best: dict[int, tuple[float, int]] = {}
        for entry, share in cover.items():
            number, which = self._owners[entry]
            if share >= enough and (share, -which) > _rank(best.get(number)):
                best[number] = share, which
        return best


def _rank(found: tuple[float, int] | None) -> tuple[float, int]:
    return (found[0], -found[1]) if found else (0.0, 0)
