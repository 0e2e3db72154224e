"""Whether an error says that the database is away, or that a program made a mistake."""

import errno
import socket
import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

AWAY_STATES: Final = ("08", "28", "3D", "53", "57", "58", "40001", "40P01", "55P03")
"""How the SQLSTATE begins: connection, login, no such database, full, shut down, system, lock.

Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
"""


def is_away(error: BaseException) -> bool:
    """True when the database is away, full or locked: trying again later may help.

    False for every mistake in a statement or its values, and for what is no error of a database.
    """
    if isinstance(error, NoConnectionFree | ConnectionError | TimeoutError | socket.gaierror):
        return True
    if type(error) is OSError:  # asyncio: no address of a host answers, each in its own way
        return error.errno in (None, errno.EHOSTUNREACH, errno.ENETUNREACH)
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return state.startswith(AWAY_STATES)
    if isinstance(error.orig, sqlite3.Error):
        return isinstance(error, OperationalError) and not _is_wrong_statement(error.orig)
    # asyncpg calls a value of the wrong type an interface error too: that one is a ValueError.
    cause = error.orig.__cause__ if error.orig else None
    return isinstance(error, OperationalError | InterfaceError) and not isinstance(
        cause, ValueError
    )


def _is_wrong_statement(error: sqlite3.Error) -> bool:
    """SQLite calls a missing table an operational error; its general code tells it apart."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
