"""Vectors of texts, kept in a file so that a start need not work them out again.

Only texts that anybody may read belong here: a vector tells something of its text.
"""

import threading
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]
    Matrix = NDArray[np.float32]

_KEY_BYTES: Final = 16
_CHECK_BYTES: Final = 4


class Vectors:
    """Vectors by text. Without a path, or where it cannot be written, they are not kept.

    The file is records of one size that are only ever added, in one write each time, so that two
    processes may share it. A record that was cut off ends what is read; it is made anew.
    `shipped` is such a file that is only read: of the texts that come with the bot.
    """

    def __init__(self, path: Path | None, size: int, shipped: Path | None = None) -> None:
        self._path = path
        self._shipped = shipped
        self._record = _KEY_BYTES + 2 * size + _CHECK_BYTES
        self._found: dict[bytes, bytes] | None = None
        self._lock = threading.Lock()

    def find(self, texts: Iterable[str]) -> "dict[str, Vector]":
        """The vectors of those texts that are known."""
        import numpy as np

        with self._lock:
            known = self._read()
            pairs = ((text, known.get(_key(text))) for text in texts)
            return {
                text: np.frombuffer(raw, dtype=np.float16).astype(np.float32)
                for text, raw in pairs
                if raw is not None
            }

    def add(self, vectors: "Mapping[str, Vector]") -> None:
        """Keep these, also for later starts where the file can be written."""
        import numpy as np

        with self._lock:
            known = self._read()
            fresh = {
                _key(text): vector.astype(np.float16).tobytes() for text, vector in vectors.items()
            }
            fresh = {key: raw for key, raw in fresh.items() if key not in known}
            known.update(fresh)
            self._append(b"".join(key + raw + _check(key, raw) for key, raw in fresh.items()))

    def _append(self, records: bytes) -> None:
        if self._path is None or not records:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab", buffering=0) as file:
                file.write(records)
        except OSError:
            self._path = None  # no room or no right to write: go on without a file

    def _read(self) -> dict[bytes, bytes]:
        if self._found is None:
            self._found = {}
            self._take(self._shipped)
            good, whole = self._take(self._path)
            if good < whole:
                self._shorten(good)
        return self._found

    def _take(self, path: Path | None) -> tuple[int, int]:
        """Read a file as far as it is whole; how many bytes that are, of how many."""
        try:
            whole = path.read_bytes() if path else b""
        except OSError:
            whole = b""
        assert self._found is not None  # noqa: S101 - the caller made it
        for at in range(0, len(whole), self._record):
            record = whole[at : at + self._record]
            key, raw = record[:_KEY_BYTES], record[_KEY_BYTES:-_CHECK_BYTES]
            if len(record) < self._record or record[-_CHECK_BYTES:] != _check(key, raw):
                return at, len(whole)
            self._found[key] = raw
        return len(whole), len(whole)

    def _shorten(self, good: int) -> None:
        """Leave out what cannot be read, so that what is added after it can be."""
        try:
            if self._path is not None:
                with self._path.open("r+b") as file:
                    file.truncate(good)
        except OSError:
            self._path = None


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()


def _check(key: bytes, raw: bytes) -> bytes:
    return zlib.crc32(key + raw).to_bytes(_CHECK_BYTES, "big")
