"""Files with data of people that the bot itself made: copies and exports, and when they go.

A list beside the database says which; a file that anybody changed or replaced is left alone.
Source: trust.md 1.2, rows 16 and 18.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

COPY_KEPT: Final = timedelta(days=35)
EXPORT_KEPT: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it was when it was made. `until` is when it goes."""

    path: str
    until: datetime
    size: int
    changed_ns: int


class Copies:
    """The list of files, in the folder of the bot."""

    def __init__(self, folder: Path) -> None:
        self._list = folder / "made-files.jsonl"

    def note(self, file: Path, now: datetime, kept: timedelta) -> None:
        """Write down that a file was made and how long it may stay."""
        found = file.stat()
        made = Made(str(file.resolve()), now + kept, found.st_size, found.st_mtime_ns)
        known = [one for one in self._read() if one.path != made.path]
        self._write([*known, made])

    def prune(self, now: datetime) -> int:
        """Delete the files whose time is over; how many. One that is not ours any more stays."""
        known = self._read()
        over = [one for one in known if one.until <= now]
        gone = sum(_delete(one) for one in over)
        if over:
            self._write([one for one in known if one.until > now])
        return gone

    def _read(self) -> list[Made]:
        try:
            lines = self._list.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        found: list[Made] = []
        for line in lines:
            told = json.loads(line)
            until = datetime.fromisoformat(told["until"])
            found.append(Made(told["path"], until, told["size"], told["changed_ns"]))
        return found

    def _write(self, made: list[Made]) -> None:
        self._list.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._list.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            for one in made:
                told = {
                    "path": one.path,
                    "until": one.until.isoformat(),
                    "size": one.size,
                    "changed_ns": one.changed_ns,
                }
                file.write(json.dumps(told) + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._list)


def _delete(made: Made) -> bool:
    file = Path(made.path)
    try:
        found = file.lstat()
        if (found.st_size, found.st_mtime_ns) != (made.size, made.changed_ns):
            return False
        file.unlink()
    except OSError:
        return False
    return True
