"""The marks of erased accounts, so that a copy that is put back forgets them again.

A mark is a keyed hash: without the key file nobody can tell whose it is.
Source: trust.md 1.3.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

KEPT: Final = timedelta(days=36)
Mark = tuple[str, datetime]


class Journal:
    """The key and a second copy of the marks, in a folder that backups leave out."""

    def __init__(self, folder: Path) -> None:
        self._key = folder / "journal.key"
        self._marks = folder / "journal.txt"

    def mark(self, identity: str) -> str:
        """The keyed mark of an account."""
        return hmac.new(self._secret(), identity.encode(), hashlib.sha256).hexdigest()

    def read(self) -> frozenset[Mark]:
        """The marks in the file; none when there is no file."""
        try:
            lines = self._marks.read_text(encoding="ascii").splitlines()
        except FileNotFoundError:
            return frozenset()
        pairs = (line.split(" ", 1) for line in lines if " " in line)
        return frozenset((mark, datetime.fromisoformat(at)) for mark, at in pairs)

    def write(self, marks: Iterable[Mark], now: datetime) -> None:
        """Keep these marks beside those in the file, without what is over its term."""
        kept = sorted(pair for pair in {*self.read(), *marks} if pair[1] > now - KEPT)
        self._folder()
        fresh = self._marks.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.writelines(f"{mark} {at.isoformat()}\n" for mark, at in kept)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._marks)

    def _secret(self) -> bytes:
        self._folder()
        try:
            return self._key.read_bytes()
        except FileNotFoundError:
            pass
        # Written whole under another name first: two processes agree on the one that came first.
        fresh = self._key.with_suffix(f".{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, self._key)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        return self._key.read_bytes()

    def _folder(self) -> None:
        self._key.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
