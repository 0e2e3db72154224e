"""Offers against needs, in either direction."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.search.collectives.postings import Postings
from bot.search.collectives.reading import Item
from bot.search.collectives.scoring import ENOUGH_WORDS, SAME_THEME
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


Parts = tuple[float, int, float]
"""A deal before it is looked at: thousands are made for one wish."""


class Exchange:
    """The offers of all collectives, or all their needs."""

    def __init__(self) -> None:
        self.postings = Postings()
        self._owners: dict[int, tuple[int, int]] = {}
        self._entries: dict[int, range] = {}
        self._next = 0

    def add(self, number: int, items: Sequence[Item]) -> None:
        """Add the items of the collective with this number."""
        self._entries[number] = range(self._next, self._next + len(items))
        self._next += len(items)
        for which, (entry, item) in enumerate(zip(self._entries[number], items, strict=True)):
            self.postings.add(entry, item.stems, item.themes)
            self._owners[entry] = number, which

    def remove(self, number: int) -> None:
        """Forget the items of a collective."""
        for entry in self._entries.pop(number):
            self.postings.remove(entry)
            del self._owners[entry]

    def deals(self, wanted: Sequence[Item], vocabulary: Vocabulary) -> dict[int, Parts]:
        """The deal with each collective that has enough of something wanted."""
        deals: dict[int, Parts] = {}
        for item in wanted:
            for number, (share, which) in self._best(item, vocabulary).items():
                old = deals.get(number)
                if old is None:
                    deals[number] = share, which, share
                else:
                    value = 1.0 - (1.0 - share) * (1.0 - old[0])
                    best = (which, share) if share > old[2] else old[1:]
                    deals[number] = value, *best
        return deals

    def _best(self, item: Item, vocabulary: Vocabulary) -> dict[int, tuple[float, int]]:
        """(how well, which item) for each collective."""
        agreed = self.postings.agree(item, vocabulary)
        cover = {entry: share for entry, share in agreed.items() if share >= ENOUGH_WORDS}
        for theme in item.themes:
            for entry in self.postings.on_theme(theme):
                cover[entry] = max(cover.get(entry, 0.0), SAME_THEME)
        best: dict[int, tuple[float, int]] = {}
        for entry, share in cover.items():
            number, which = self._owners[entry]
            old = best.get(number)
            if old is None or share > old[0] or (share == old[0] and which < old[1]):
                best[number] = share, which
        return best
