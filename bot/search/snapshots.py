"""Snapshots of an index on disk: each is whole or not there, and is never changed.

A process works in a room: a folder of its own, where a snapshot is copied to. So no process writes
in the index of another, and a snapshot that is damaged later does not harm who opened it.
"""

import json
import os
import re
import shutil
import weakref
import zlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import structlog

Counts = Mapping[str, Mapping[str, int]]
"""What is kept beside an index: how often something occurs, under a name."""

MANIFEST: Final = "manifest.json"
LOCK: Final = ".lock"
_ROOM: Final = "open-"
_DRAFT: Final = "draft-"
_MARK: Final = re.compile(r"[0-9a-f]{32}")
_log = structlog.get_logger("search-index")


class Room:
    """A folder of this process alone; it goes when nothing holds it, or with the process."""

    def __init__(self, folder: Path) -> None:
        self.path = Path(mkdtemp(prefix=_ROOM, dir=folder))
        held = os.open(self.path / LOCK, os.O_CREAT | os.O_RDWR)
        _lock(held, wait=False)
        weakref.finalize(self, _clear, self.path, held)


class Snapshots:
    """The newest snapshot in a folder. No method raises: what cannot be used is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def room(self) -> Room | None:
        """An empty room; None where no file can be written."""
        try:
            with self._alone():
                return self._new_room()
        except (OSError, ImportError) as fault:
            _log.warning("not-on-disk", why=type(fault).__name__)
            return None

    def open(self, mark: str) -> tuple[Room, Counts] | None:
        """A room with a copy of the snapshot of this mark, and its counts; None without one.

        One that is not whole is thrown away.
        """
        snapshot = self._folder / mark
        if not snapshot.exists():
            return None
        try:
            with self._alone():
                return self._copied(snapshot)
        except ValueError as fault:
            self.discard(mark, str(fault))
        except (OSError, ImportError):
            pass  # `room` says so
        return None

    def publish(self, mark: str, room: Room, counts: Counts) -> None:
        """Make what is in the room the one snapshot. Nothing may write in the room meanwhile."""
        try:
            with self._alone():
                if not (self._folder / mark).exists():  # another process may have been first
                    self._remove_old()
                    self._write(mark, room.path, counts)
        except (OSError, ImportError) as fault:
            _log.warning("not-kept", why=type(fault).__name__)

    def discard(self, mark: str, why: str) -> None:
        """Throw a snapshot away, so that it is made anew."""
        _log.warning("damaged", why=why)
        with suppress(OSError, ImportError), self._alone():
            _remove(self._folder / mark)

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Nobody else copies, publishes or removes here. Raises: OSError, ImportError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / LOCK).open("ab") as file:
            _lock(file.fileno(), wait=True)
            yield

    def _new_room(self) -> Room:
        for old in self._folder.glob(f"{_ROOM}*"):
            if _is_left(old):
                shutil.rmtree(old, ignore_errors=True)
        return Room(self._folder)

    def _copied(self, snapshot: Path) -> tuple[Room, Counts]:
        digest, _, told = _read(snapshot / MANIFEST).partition(b"\n")
        if digest != _digest(told):
            raise ValueError(MANIFEST)
        manifest = json.loads(told)
        room = self._new_room()
        for name, (size, sum_) in manifest["files"].items():
            raw = _read(snapshot / name)
            if (len(raw), zlib.crc32(raw)) != (size, sum_):
                raise ValueError(name)
            (room.path / name).write_bytes(raw)
        return room, manifest["counts"]

    def _write(self, mark: str, room: Path, counts: Counts) -> None:
        draft = Path(mkdtemp(prefix=_DRAFT, dir=self._folder))
        try:
            files: dict[str, tuple[int, int]] = {}
            for file in room.iterdir():
                if not file.name.endswith(".lock"):
                    raw = file.read_bytes()
                    (draft / file.name).write_bytes(raw)
                    files[file.name] = (len(raw), zlib.crc32(raw))
            told = json.dumps({"files": files, "counts": counts}).encode()
            (draft / MANIFEST).write_bytes(_digest(told) + b"\n" + told)
            draft.rename(self._folder / mark)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _remove_old(self) -> None:
        """First, so that there is room on a disk that is nearly full."""
        for old in self._folder.iterdir():
            if _MARK.fullmatch(old.name) or old.name.startswith(_DRAFT):
                _remove(old)


def _read(file: Path) -> bytes:
    """Raises: ValueError when it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as fault:
        raise ValueError(file.name) from fault


def _remove(path: Path) -> None:
    """Whatever it is, as far as it can be removed."""
    shutil.rmtree(path, ignore_errors=True)
    with suppress(OSError):
        path.unlink()


def _digest(told: bytes) -> bytes:
    return blake2b(told, digest_size=16).hexdigest().encode()


def _lock(file: int, *, wait: bool) -> None:
    """Hold a file until it is closed. Raises: OSError when another holds it; ImportError."""
    import fcntl  # only Unix has it; elsewhere the index stays in memory

    fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _is_left(room: Path) -> bool:
    """Whether the process that worked here is gone."""
    try:
        with (room / LOCK).open("ab") as file:
            _lock(file.fileno(), wait=False)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _clear(room: Path, held: int) -> None:
    shutil.rmtree(room, ignore_errors=True)
    os.close(held)
