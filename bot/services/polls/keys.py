"""The secret of each anonymous poll, in a file of its own outside the database.

Source: trust.md 2.1. Without the file nobody can tell whose ballot is whose; it is destroyed when
the poll closes.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path


class PollKeys:
    """Keys by poll number in a folder that backups leave out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, origin: str) -> None:
        """A new key; an existing one is kept. Mode 0600."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(self._path(origin), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())

    def pseudonym(self, origin: str, person_id: int) -> str | None:
        """The name under which a person votes in this poll; None when the key is gone."""
        try:
            key = self._path(origin).read_bytes()
        except FileNotFoundError:
            return None
        return hmac.new(key, b"vote\0p:%d" % person_id, hashlib.sha256).hexdigest()

    def destroy(self, origin: str) -> None:
        """Overwrite and remove a key; nothing happens when it is gone."""
        path = self._path(origin)
        if not path.exists():
            return
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        path.unlink(missing_ok=True)

    def _path(self, origin: str) -> Path:
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:32]}.key"
