"""The best pairs, and the best trio with them: a matching of greatest worth in a graph.

With one place more at the tables than there are people, that place says who comes third: whoever it
is matched with joins the pair of whom they fit best. That is the best round but for one thing: the
third also sits with the other of the pair, and what goes against those two is not in the graph. So
the graph promises at least as much as can be had. When what it promises is what it gives, that
round is the best of all. Otherwise the best round with this third at this person's table is looked
for by itself (there the table is known, so everything counts), that choice is crossed out, and the
graph is asked again, until it promises no more than the best that was found.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.search.pairing.worth import Worth

if TYPE_CHECKING:
    from rustworkx import PyGraph

BUDGET: Final = 4_000_000
"""So many pairs are looked at for the trio; up to 45 people that is all there are."""
Edges = Iterable[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Matched:
    """Groups by places in the row; `is_best` when no round is worth more."""

    groups: tuple[tuple[int, ...], ...]
    value: int
    is_best: bool


class Matcher:
    """Finds the best groups for one round."""

    def __init__(self, worth: Worth) -> None:
        self._worth = worth
        self._size = len(worth.guests)
        self._pairs = worth.pairs()
        self._best = Matched((), 0, is_best=True)
        self._promised: dict[tuple[int, int], int] = {}
        self._graph = _graph(self._size + 1, self._pairs)

    def find(self) -> Matched:
        """The best pairs, with at most one trio."""
        if not self._pairs or self._all_in_pairs():
            return self._best
        self._promise()
        for third in range(self._size):
            self._open(third)
        for _ in range(max(1, BUDGET // self._size**2)):
            if self._ask():
                return replace(self._best, is_best=True)
        return self._best

    def _all_in_pairs(self) -> bool:
        """Whether everybody can sit in a pair; then the best pairs are found."""
        if self._size % 2:
            return False
        mates = _mates(_match(self._graph))
        if len(mates) < self._size:
            return False
        self._keep(_groups(mates))
        self._best = replace(self._best, is_best=True)
        return True

    def _ask(self) -> bool:
        """Ask the graph for the best round; whether nothing better can come."""
        matched = _match(self._graph)
        mates = _mates(matched)
        promised = sum(self._graph.get_edge_data(*pair) for pair in matched)
        if promised <= self._best.value:
            return True
        third = mates.pop(self._size, None)
        if third is None:
            self._keep(_groups(mates))
            return True
        middle = self._table(third)
        side = mates[middle]
        del mates[third]
        if self._worth.against(third, side) is not None:
            self._keep(_groups(mates, (third, middle, side)))
        if self._best.value == promised:
            return True
        self._look(third, middle)
        del self._promised[third, middle]
        self._open(third)
        return False

    def _promise(self) -> None:
        """The most that each third at each person's table can be worth."""
        everybody = range(self._size)
        for third in everybody:
            against = {
                one: value
                for one in everybody
                if one != third and (value := self._worth.against(one, third)) is not None
            }
            least = sorted((value, one) for one, value in against.items())[:2]
            for middle in against:
                rest = next((value for value, one in least if one != middle), None)
                if rest is not None:
                    joining = self._worth.joining(third, middle)
                    self._promised[third, middle] = joining - rest

    def _table(self, third: int) -> int:
        """At whose table somebody is worth most as the third."""
        found = [
            (value, -one)
            for one in range(self._size)
            if (value := self._promised.get((third, one))) is not None
        ]
        return -max(found)[1] if found else -1

    def _open(self, third: int) -> None:
        """Let the graph choose somebody as third, at the best table that is not crossed out."""
        middle = self._table(third)
        if self._graph.has_edge(self._size, third):
            self._graph.remove_edge(self._size, third)
        if middle >= 0:
            self._graph.add_edge(self._size, third, self._promised[third, middle])

    def _look(self, third: int, middle: int) -> None:
        """The best round in which `third` sits at the table of `middle`, everything counted."""
        graph = _graph(self._size, self._around(third, middle))
        mates = _mates(_match(graph))
        if middle in mates:
            self._keep(_groups(mates, (third, middle, mates[middle])))

    def _around(self, third: int, middle: int) -> Edges:
        for one, two, worth in self._pairs:
            if third in (one, two):
                continue
            if middle not in (one, two):
                yield one, two, worth
                continue
            against = self._worth.against(third, one + two - middle)
            if against is not None:
                yield one, two, worth - against

    def _keep(self, groups: tuple[tuple[int, ...], ...]) -> None:
        value = sum(
            self._worth.pair(*group) if len(group) == 2 else self._worth.trio(*group)  # noqa: PLR2004
            for group in groups
        )
        if value > self._best.value:
            self._best = Matched(groups, value, is_best=False)


def _mates(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    return {one: two for pair in pairs for one, two in (pair, pair[::-1])}


def _groups(mates: dict[int, int], trio: tuple[int, ...] = ()) -> tuple[tuple[int, ...], ...]:
    pairs = [(one, two) for one, two in mates.items() if one < two and one not in trio]
    return tuple(sorted([*pairs, tuple(sorted(trio))] if trio else pairs))


def _graph(size: int, edges: Edges) -> "PyGraph[int, int]":
    from rustworkx import PyGraph  # only where it is used: with numpy 20 MB and 0.1 s

    graph: PyGraph[int, int] = PyGraph(multigraph=False)
    graph.add_nodes_from(range(size))
    graph.add_edges_from(list(edges))
    return graph


def _match(graph: "PyGraph[int, int]") -> list[tuple[int, int]]:
    from rustworkx import max_weight_matching

    return sorted(max_weight_matching(graph, weight_fn=int))
