"""Makes the tables of `leanings` by ridge regression on what ships and on judged questions.

Needs numpy, which comes with the model of meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from bot.search.leanings import (
    BUCKETS,
    RARITY_STEP,
    Lean,
    Leanings,
    VectorTable,
    WordTable,
    buckets,
    centred,
    terms,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.search.helpdesk import HelpDeskSearch
    from bot.search.vectors import Matrix

    Numbers = NDArray[np.float64]

RIDGE: Final = 0.3
"""How strongly weights are held near zero. Flat from .1 to 1."""
NAME_COUNTS: Final = 0.5
ARTICLE_COUNTS: Final = 0.3
"""What a name of a theme, or a question of an article, counts beside a judged question."""
BY_PLACE: Final = (1.0, 0.3, 0.15, 0.1)
"""What the first theme of an article counts, the second, the third, and every other one."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the share of each theme that it is about (together 1), and what it counts.

    Without themes it counts only with `is_nothing`: then it is known to be about none.
    """

    text: str
    themes: Lean
    weight: float = 1.0
    is_nothing: bool = False


def labelled(text: str, themes: Sequence[str], weight: float = 1.0) -> Labelled:
    """A text that is about each of these themes as much."""
    return Labelled(text, dict.fromkeys(themes, 1.0 / max(len(themes), 1)), weight)


def shipped(desk: "HelpDeskSearch") -> list[Labelled]:
    """What themes and articles say themselves."""
    found: list[Labelled] = []
    for subject in desk.holdings.subjects:
        lines = (*subject.names, *subject.synonyms, subject.description)
        found += [labelled(line, (subject.id,), NAME_COUNTS) for line in lines]
    for article in desk.holdings.articles:
        places = dict(zip(article.themes, (*BY_PLACE, *BY_PLACE[-1:] * 20), strict=False))
        whole = sum(places.values()) or 1.0
        shares = {theme: share / whole for theme, share in places.items()}
        lines = (article.title, *article.questions)
        found += [Labelled(line, shares, ARTICLE_COUNTS) for line in lines]
    return found


class TableFit:
    """The tables for some texts that always count, and questions that may be left out."""

    def __init__(
        self, desk: "HelpDeskSearch", always: Sequence[Labelled], questions: Sequence[Labelled]
    ) -> None:
        import numpy as np

        self._themes = tuple(subject.id for subject in desk.holdings.subjects)
        self._always, every = len(always), [*always, *questions]
        stems = [desk.themes.stems(one.text) for one in every]
        pairs = list(zip(stems, (one.text for one in every), strict=True))
        self._rarity = _rarity(
            [{bucket for bucket, _ in terms(*one)} for one in pairs[: len(always)]]
        )
        self._words = np.zeros((len(every), BUCKETS), dtype=np.float32)
        for row, one in zip(self._words, pairs, strict=True):
            found = buckets(*one, self._rarity)
            row[list(found)] = list(found.values())
        self._targets = np.array([[one.themes.get(t, 0.0) for t in self._themes] for one in every])
        told = np.array([bool(one.themes) or one.is_nothing for one in every])
        self._weights = np.array([one.weight for one in every]) * told
        self._shared: Numbers = (self._words @ self._words.T).astype(np.float64)
        self._model = desk.meanings.model if desk.meanings is not None else ""
        self._vectors = (
            None if desk.meanings is None else desk.meanings.asked([one.text for one in every])
        )

    def tables(self) -> Leanings:
        """Made of everything."""
        import numpy as np

        used = np.flatnonzero(self._weights > 0.0)
        exact = self._words[used].T @ self._by_words(used)
        step = max(float(np.abs(exact).max()), 1e-9) / 127
        table = np.rint(exact / step).astype(np.int8).tobytes()
        words = WordTable(self._themes, self._rarity, table, step)
        if self._vectors is None:
            return Leanings(words)
        mean, by_meaning = self._by_meaning(used)
        packed = (one.astype(np.float16).tobytes() for one in (mean, by_meaning))
        return Leanings(words, VectorTable(self._themes, self._model, *packed))

    def blind(self, folds: Sequence[int]) -> list[dict[str, Lean]]:
        """How far each question leans to each theme, by tables that saw no question of its fold."""
        import numpy as np

        own = np.array([-1] * self._always + list(folds))
        sums = {"words": np.zeros_like(self._targets)}
        if self._vectors is not None:
            sums["meaning"] = np.zeros_like(self._targets)
        for fold in set(folds):
            seen = np.flatnonzero((own != fold) & (self._weights > 0.0))
            new = np.flatnonzero(own == fold)
            sums["words"][new] = self._shared[np.ix_(new, seen)] @ self._by_words(seen)
            if self._vectors is not None:
                mean, table = self._by_meaning(seen)
                sums["meaning"][new] = centred(self._vectors[new], mean) @ table
        return [
            {
                way: dict(zip(self._themes, rows[at].tolist(), strict=True))
                for way, rows in sums.items()
            }
            for at in range(self._always, len(own))
        ]

    def _by_words(self, used: "NDArray[np.intp]") -> "Numbers":
        """What each of these texts adds to a text that it shares words with (the dual form)."""
        import numpy as np

        root = np.sqrt(self._weights[used])[:, None]
        shared = self._shared[np.ix_(used, used)] * root * root.T
        shared[np.diag_indices_from(shared)] += RIDGE
        targets = self._targets[used] - 1.0 / len(self._themes)
        return root * _solved(shared, root * targets)

    def _by_meaning(self, used: "NDArray[np.intp]") -> "tuple[Matrix, Matrix]":
        import numpy as np

        assert self._vectors is not None  # noqa: S101 - the caller looked
        rows = self._vectors[used]
        mean = rows.mean(axis=0)
        root = np.sqrt(self._weights[used])[:, None]
        turned = root * centred(rows, mean)
        targets = root * (self._targets[used] - self._targets[used].mean(axis=0))
        curve = turned.T @ turned + RIDGE * np.eye(turned.shape[1])
        return mean, _solved(curve, turned.T @ targets).astype(np.float32)


def _solved(left: Any, right: Any) -> "Numbers":  # noqa: ANN401 - numpy tells no types here
    import numpy as np

    return cast("Numbers", np.linalg.solve(left, right))


def _rarity(texts: Sequence[set[int]]) -> bytes:
    """How rare each bucket is among these texts, in steps; see `RARITY_STEP`."""
    from math import log

    counts = [0] * BUCKETS
    for found in texts:
        for bucket in found:
            counts[bucket] += 1
    steps = (log(1.0 + len(texts) / (1 + count)) / RARITY_STEP for count in counts)
    return bytes(min(round(step), 255) for step in steps)
