"""An engine over documents that a next start need not build again; see decision 0007."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

import structlog

from bot.search.engine import Document, Engine, EngineLost
from bot.search.snapshots import Counts, Snapshots

FORMAT: Final = 1
"""Raise it when the fields of the index, the words of a text or the counts become others."""
FEWEST: Final = 250
"""Fewer documents are indexed in memory: that takes some 0.15 s, and nothing has to be kept."""
WORDS: Final = "words"
_log = structlog.get_logger("search-index")


class Kept:
    """Opens the index of just these documents from a folder, or builds it there."""

    def __init__(self, folder: Path, language: str = "nl", fewest: int = FEWEST) -> None:
        self.fewest = fewest
        self._language = language
        self._snapshots = Snapshots(folder)

    def open(self, documents: Iterable[Document]) -> tuple[Engine, Counts] | None:
        """The engine and what was counted beside it; None when it is to be built."""
        mark = self.mark(documents)
        found = self._snapshots.open(mark)
        if found is None:
            return None
        room, counts = found
        try:
            engine = Engine.open(room, counts[WORDS], self._language)
        except (EngineLost, KeyError) as fault:
            self._snapshots.discard(mark, type(fault).__name__)
            return None
        _log.info("opened", documents=len(engine))
        return engine, counts

    def build(self, documents: Callable[[], Iterable[Document]]) -> Engine:
        """A new engine; `keep` makes it the one that is opened. In memory where no file can be."""
        room = self._snapshots.room()
        if room is None:
            return Engine.build(documents(), self._language)
        try:
            engine = Engine.build(documents(), self._language, room)
        except EngineLost as lost:
            _log.warning("not-on-disk", why=str(lost))
            return Engine.build(documents(), self._language)
        _log.info("built", documents=len(engine))
        return engine

    def keep(self, engine: Engine, mark: str, counts: Counts, unchanged: int) -> None:
        """Keep the engine for the next start, unless it has another version than this."""
        with engine.at_rest():
            if engine.room is not None and engine.version == unchanged:
                counts = {**counts, WORDS: engine.counted_words()}
                self._snapshots.publish(mark, engine.room, counts)

    def mark(self, documents: Iterable[Document]) -> str:
        """The same for the same documents, in any order, under the same versions of everything."""
        total = sum(int.from_bytes(_digest(document)) for document in documents)
        told = f"{FORMAT} {version('tantivy')} {self._language} {total}"
        return blake2b(told.encode(), digest_size=16).hexdigest()


def _digest(document: Document) -> bytes:
    parts = (document.id, document.title, document.text, document.extra)
    raw = [part.encode("utf-8", "surrogatepass") for part in parts]
    told = b"".join(len(part).to_bytes(8) + part for part in raw)
    return blake2b(told, digest_size=16).digest()
