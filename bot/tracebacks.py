"""What went wrong, without what it went wrong with: the message of an exception can hold a name."""

import sys
import threading
import traceback
from types import TracebackType
from typing import Final

FACTS: Final = (
    "key",
    "code",
    "status",
    "errno",
    "sqlstate",
    "sqlite_errorname",
    "table_name",
    "column_name",
    "constraint_name",
)
"""Attributes of exceptions, ours and others', that never hold what a person typed."""
SORRY: Final = (
    "Er ging iets mis in de bot zelf. Meld het aan de makers, met de regels hieronder.\n"
    "Something went wrong in the bot itself. Tell its makers, with the lines below.\n"
)
LONGEST_STATEMENT: Final = 400


def without_values(error: BaseException) -> str:
    """Where an error came from and of which kind it is, causes first; never its message."""
    return "\n".join(_told(error, set()))


def format_exc_info(
    exc_info: tuple[type[BaseException], BaseException, TracebackType | None],
) -> str:
    """As `without_values`, for the log."""
    return without_values(exc_info[1])


def guard_shell() -> None:
    """Let a program that breaks say so without values, in every thread."""

    def hook(_kind: type[BaseException], error: BaseException, _at: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        sys.stderr.write(f"{SORRY}{without_values(error)}\n")

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            hook(args.exc_type, args.exc_value, None)

    sys.excepthook = hook
    threading.excepthook = in_thread


def _told(error: BaseException, seen: set[int]) -> list[str]:
    seen.add(id(error))
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        lines += [*_told(before, seen), "and then:"]
    together: tuple[BaseException, ...] = getattr(error, "exceptions", ())
    for one in together:
        lines += [*_told(one, seen), "together with:"]
    lines.append("Traceback (most recent call last):")
    lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
    lines.append(_named(error))
    return lines


def _named(error: BaseException) -> str:
    facts = {name: getattr(error, name, None) for name in FACTS}
    told = [f"{name}={value}" for name, value in facts.items() if isinstance(value, str | int)]
    statement = getattr(error, "statement", None)
    if isinstance(statement, str):  # with marks in the place of values
        told.append(f"statement={' '.join(statement.split())[:LONGEST_STATEMENT]}")
    return " ".join([f"{type(error).__module__}.{type(error).__qualname__}", *told])
