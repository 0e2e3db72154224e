"""What a start spends and gives back. Measured by hand; docs/benchmarks.md has the whole."""

import contextlib
import ctypes
import gc
import sys
from typing import Final, cast

_ARENAS: Final = -8
"""M_ARENA_MAX of glibc's mallopt."""


def spare() -> None:
    """Spare the start what it does not need.

    What it makes stays, so there is no garbage to look for; `settle` turns that on when the doors
    are open (0.1 s). structlog imports rich when it is there, for colours that a log of ours never
    shows (0.05 s, 5 MB). One heap for all threads: what the start frees in a thread can be given
    back (4 MB).
    """
    gc.disable()
    with contextlib.suppress(OSError, AttributeError):  # only where glibc is
        ctypes.CDLL(None).mallopt(_ARENAS, 1)
    cast("dict[str, object]", sys.modules).setdefault("rich", None)


def settle() -> None:
    """Give back what only the start needed, and leave what stays out of every later collection."""
    gc.freeze()
    gc.enable()
    with contextlib.suppress(OSError, AttributeError):  # only where glibc is
        ctypes.CDLL(None).malloc_trim(0)
