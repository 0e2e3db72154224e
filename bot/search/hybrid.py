"""Search by words and by meaning at once, over any corpus that is small enough to read whole."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from bot.search.embedder import BATCH, LONGEST_CHARS, Embedder
from bot.search.engine import Document, Engine, Hit

if TYPE_CHECKING:
    from bot.search.vectors import Matrix, Vectors

MOST_DOCUMENTS: Final = 2_000
"""Above this, working out the vectors takes longer than a person waits: 0.07 s a document."""
MEANING: Final = 0.2
"""What one standard deviation in meaning counts beside the best score by words.

Source: measured, see docs/benchmarks.md; flat from .15 to .25.
"""
Progress = Callable[[int, int], None]


class Hybrid:
    """An engine over documents, with for each the mean of the vectors of its title and its text."""

    def __init__(
        self, documents: Sequence[Document], engine: Engine, embedder: Embedder, rows: "Matrix"
    ) -> None:
        self._ids = [document.id for document in documents]
        self._engine = engine
        self._embedder = embedder
        self._rows = rows

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        engine: Engine,
        embedder: Embedder,
        vectors: "Vectors",
        progress: Progress | None = None,
    ) -> "Hybrid":
        """Work out what `vectors` does not have yet; `progress` hears how many of how many."""
        import numpy as np

        texts = dict.fromkeys(text for document in documents for text in _texts(document))
        known = vectors.find(texts)
        missing = sorted((text for text in texts if text not in known), key=len)
        for at in range(0, len(missing), BATCH):
            part = missing[at : at + BATCH]
            found = dict(zip(part, embedder.passages(part), strict=True))
            vectors.add(found)
            known.update(found)
            if progress is not None:
                progress(at + len(part), len(missing))
        rows = [np.mean([known[text] for text in _texts(one)], axis=0) for one in documents]
        return cls(
            documents,
            engine,
            embedder,
            np.stack(rows) if rows else np.empty((0, 0), dtype=np.float32),
        )

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, text: str, top: int = 10) -> tuple[Hit, ...]:
        """The best documents for this text, best first; nothing for a text without words."""
        by_words = {hit.id: hit.score for hit in self._engine.search(text, len(self._ids))}
        if not self._ids or not any(map(str.isalnum, text)):
            return ()
        asked = tuple(dict.fromkeys((text, self._engine.repaired(text))))
        question = self._embedder.questions(asked).sum(axis=0)
        likeness = self._rows @ (question / max(float(question @ question) ** 0.5, 1e-9))
        spread = (likeness - likeness.mean()) / max(float(likeness.std()), 1e-9)
        highest = max(by_words.values(), default=1.0)
        hits = (
            Hit(id_, by_words.get(id_, 0.0) / highest + MEANING * near)
            for id_, near in zip(self._ids, spread.tolist(), strict=True)
        )
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id))[:top])


def _texts(document: Document) -> tuple[str, ...]:
    """The title and the start of the text, as far as there is one."""
    both = (document.title.strip(), document.text[:LONGEST_CHARS].strip())
    return tuple(text for text in both if text) or ("",)
