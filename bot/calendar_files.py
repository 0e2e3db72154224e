"""An appointment as a file for the calendar on somebody's telephone.

Source: RFC 5545 (iCalendar).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

LASTS: Final = timedelta(hours=1)
LONGEST_LINE: Final = 75
"""Bytes, without the end of the line."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and what; of an hour unless it says until when."""

    uid: str
    at: datetime
    title: str
    about: str
    until: datetime | None = None
    place: str = ""


def calendar_file(one: Appointment, *, now: datetime) -> bytes:
    """An appointment as a file. The same `uid` with another moment moves it."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bewonersbot//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"DTSTAMP:{_stamp(now)}",
        f"SEQUENCE:{int(now.timestamp()) // 60}",
        f"DTSTART:{_stamp(one.at)}",
        f"DTEND:{_stamp(one.until or one.at + LASTS)}",
        f"SUMMARY:{_escaped(one.title)}",
        f"DESCRIPTION:{_escaped(one.about)}",
        *([f"LOCATION:{_escaped(one.place)}"] if one.place else []),
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
