"""The secret of each anonymous poll, in a file of its own outside the database.

Source: trust.md 2.1. Without the file nobody can tell whose ballot is whose; it is destroyed when
the poll closes.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import Final

LENGTH_BYTES: Final = 32
_NAME: Final = re.compile(r"[0-9a-f]{32}\.key")


class PollKeys:
    """Keys by the origin of a poll, in a folder that backups leave out.

    A key that was read is kept in memory as long as its file is there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, bytes] = {}

    def make(self, origin: str) -> None:
        """A new key; an existing one is kept. Mode 0600."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(self._path(origin), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(LENGTH_BYTES))
            file.flush()
            os.fsync(file.fileno())

    def has(self, origin: str) -> bool:
        """Whether the key is there, whole."""
        return self._key(origin) is not None

    def pseudonym(self, origin: str, person_id: int) -> str | None:
        """The name under which a person votes in this poll; None when the key is gone."""
        key = self._key(origin)
        if key is None:
            return None
        return hmac.new(key, b"vote\0p:%d" % person_id, hashlib.sha256).hexdigest()

    def destroy(self, origin: str) -> None:
        """Overwrite and remove a key; nothing happens when it is gone."""
        self._read.pop(origin, None)
        _shred(self._path(origin))

    def destroy_others(self, origins: Collection[str]) -> int:
        """Destroy every key but those of these polls; how many there were.

        Only before any door is open: the key of a poll is there before the poll is.
        """
        kept = {self._path(origin).name for origin in origins}
        found = list(self._folder.iterdir()) if self._folder.is_dir() else []
        left = [path for path in found if _NAME.fullmatch(path.name) and path.name not in kept]
        for path in left:
            _shred(path)
        return len(left)

    def _key(self, origin: str) -> bytes | None:
        path = self._path(origin)
        if not path.exists() or path.stat().st_size != LENGTH_BYTES:
            self._read.pop(origin, None)
            return None
        if origin not in self._read:
            self._read[origin] = path.read_bytes()
        return self._read[origin]

    def _path(self, origin: str) -> Path:
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:32]}.key"


def _shred(path: Path) -> None:
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(LENGTH_BYTES))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)
