"""An appointment as a file for the calendar on somebody's telephone.

Source: RFC 5545 (iCalendar).
"""

from datetime import UTC, datetime, timedelta
from typing import Final

LASTS: Final = timedelta(hours=1)
LONGEST_LINE: Final = 75
"""Bytes, without the end of the line."""


def calendar_file(
    uid: str,
    at: datetime,
    title: str,
    about: str,
    *,
    now: datetime,
    until: datetime | None = None,
    place: str = "",
) -> bytes:
    """One appointment, of an hour unless it says until when.

    The same `uid` with another moment moves it.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bewonersbot//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{_stamp(now)}",
        f"SEQUENCE:{int(now.timestamp()) // 60}",
        f"DTSTART:{_stamp(at)}",
        f"DTEND:{_stamp(until or at + LASTS)}",
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(about)}",
        *([f"LOCATION:{_escaped(place)}"] if place else []),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(_folded(line) for line in lines)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """The line with its end, cut between characters where it is too long."""
    parts: list[bytes] = [b""]
    for letter in line:
        more = letter.encode()
        if len(parts[-1]) + len(more) > LONGEST_LINE - (len(parts) > 1):
            parts.append(b"")
        parts[-1] += more
    return b"\r\n ".join(parts) + b"\r\n"
