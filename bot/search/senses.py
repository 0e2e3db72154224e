"""How near articles are to a question: likenesses of vectors as features on a scale that stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.search.vectors import Matrix, Vector

AROUND: Final = 20
"""A likeness counts by how far it is above the mean of this many of the nearest articles."""
LEAST: Final = 0.8
"""Hardly any two texts are less alike to this model."""
SCALE: Final = 10.0
"""Differences between likenesses are small: this makes them the size of the other features."""


@dataclass(frozen=True, slots=True)
class Sense:
    """How near one article is.

    `near`: its two nearest lines; `sense`: the same, above the mean of the nearest articles;
    `part`: its nearest paragraph, likewise; `ahead`: how far its nearest line is before that of
    every other article, or behind the nearest.
    """

    near: float
    sense: float
    part: float
    ahead: float


NOWHERE: Final = Sense(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Held:
    """The texts of an article: lines (title, questions) and parts (paragraphs)."""

    lines: tuple[str, ...]
    parts: tuple[str, ...]


class Table:
    """The vectors of all articles under each other, to be compared in one go."""

    def __init__(self, held: Mapping[str, Held], known: "Mapping[str, Vector]") -> None:
        self._lines = _Block({id_: one.lines for id_, one in held.items()}, known)
        self._parts = _Block({id_: one.parts for id_, one in held.items()}, known)

    def senses(self, question: "Vector") -> dict[str, Sense]:
        """How near each article is."""
        lines = self._lines.two_nearest(question)
        parts = {id_: best for id_, (best, _) in self._parts.two_nearest(question).items()}
        near = {id_: (best + second) / 2.0 for id_, (best, second) in lines.items()}
        usual, usual_part = _around(near.values()), _around(parts.values())
        firsts = sorted((best for best, _ in lines.values()), reverse=True)
        return {
            id_: Sense(
                near=SCALE * (near[id_] - LEAST),
                sense=SCALE * (near[id_] - usual),
                part=SCALE * (parts.get(id_, usual_part) - usual_part),
                ahead=SCALE * (best - _rival(best, firsts)),
            )
            for id_, (best, _) in lines.items()
        }

    def parts_of(self, id_: str, question: "Vector") -> dict[str, float]:
        """How near each part of this article is; empty for an unknown id."""
        return self._parts.each(id_, question)


class _Block:
    """Vectors of some texts for each id."""

    def __init__(self, texts: Mapping[str, tuple[str, ...]], known: "Mapping[str, Vector]") -> None:
        import numpy as np

        self._texts = {
            id_: ready
            for id_, own in texts.items()
            if (ready := tuple(text for text in own if text in known))
        }
        self._starts: dict[str, int] = {}
        rows: list[Vector] = []
        for id_, own in self._texts.items():
            self._starts[id_] = len(rows)
            rows += [known[text] for text in own]
        self._rows: Matrix = np.stack(rows) if rows else np.empty((0, 1), dtype=np.float32)

    def two_nearest(self, question: "Vector") -> dict[str, tuple[float, float]]:
        """For each id the two highest likenesses; twice the same where there is one text."""
        import numpy as np

        if not self._texts:
            return {}
        likeness = self._rows @ question
        starts = np.fromiter(self._starts.values(), dtype=np.intp)
        counts = np.diff(np.append(starts, len(likeness)))
        best = np.maximum.reduceat(likeness, starts)
        rest = np.where(likeness == np.repeat(best, counts), -1.0, likeness)
        second = np.maximum.reduceat(rest, starts)
        second = np.where(second < 0.0, best, second)
        pairs = zip(best.tolist(), second.tolist(), strict=True)
        return dict(zip(self._texts, pairs, strict=True))

    def each(self, id_: str, question: "Vector") -> dict[str, float]:
        if id_ not in self._texts:
            return {}
        start, own = self._starts[id_], self._texts[id_]
        likeness = self._rows[start : start + len(own)] @ question
        return dict(zip(own, likeness.tolist(), strict=True))


def _around(values: Iterable[float]) -> float:
    nearest = sorted(values, reverse=True)[:AROUND]
    return sum(nearest) / len(nearest) if nearest else 0.0


def _rival(best: float, firsts: list[float]) -> float:
    """The best of the others; itself when there are none."""
    return firsts[0] if best < firsts[0] else firsts[min(1, len(firsts) - 1)]
