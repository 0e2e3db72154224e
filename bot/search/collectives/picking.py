"""The best few out of many: by score, with a little extra for whose turn it is, but not first."""

from heapq import heappush, heapreplace

Entry = tuple[float, int, int]
"""Score, turn and the number below zero: a later turn decides between equals."""


class Best:
    """Keeps the best `top`. Who has the highest score without an extra comes first."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._kept: list[Entry] = []
        self._first: Entry | None = None

    def is_beyond(self, bound: float) -> bool:
        """Whether somebody with at most this score, extra included, cannot be among the best."""
        return len(self._kept) == self._top and bound < self._kept[0][0]

    def add(self, number: int, score: float, extra: float, turn: int) -> None:
        """Look at one."""
        alone = score, turn, -number
        if self._first is None or alone > self._first:
            self._first = alone
        entry = score + extra, turn, -number
        if len(self._kept) < self._top:
            heappush(self._kept, entry)
        elif entry > self._kept[0]:
            heapreplace(self._kept, entry)

    def ordered(self) -> list[tuple[float, int]]:
        """(score, number), best first; the first has at least the score of the second."""
        if self._first is None:
            return []
        score, _, first = self._first
        others = [entry for entry in sorted(self._kept, reverse=True) if entry[2] != first]
        listed = [(total, -number) for total, _, number in others[: self._top - 1]]
        highest = max([score, *(total for total, _ in listed)])
        return [(highest, -first), *listed]
