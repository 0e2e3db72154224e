"""The time of day in a text of the small language."""

import re
from dataclasses import dataclass
from typing import Final

DAY: Final = 24 * 60
"""Minutes in a day on the clock."""
_DIAL: Final = DAY // 2
_HOUR_LONG: Final = 60
_DAWN: Final = 7 * 60

_N: Final = r"(?<![\w/.:,-])(\d{1,2})(?![\w/:,-]|\.\d)"
_PART: Final = r"(?: (?:in )?(?:a )?(am|pm|p_\w+))?"
_NO_UNIT: Final = r"(?! (?:u_|mo\d|weken))"
_TO: Final = re.compile(
    rf"(?:(quarter)|{_N}(?: u_minute)?) (over|past|voor) (?:(half) )?{_N}{_NO_UNIT}(?: uur)?{_PART}"
)
_HALF: Final = re.compile(rf"\bhalf (?:(past) )?{_N}{_NO_UNIT}(?: uur)?{_PART}")
_DIGITAL: Final = re.compile(
    rf"(?<![\w/.:,-])([01]?\d|2[0-4])([:.])([0-5]\d)(?::\d\d)?(?![\w/.:,-])(?: uur)?{_PART}"
)
_HOUR: Final = re.compile(
    rf"(?:\bat )?{_N} (?:uur\b(?: ([0-5]\d){_NO_UNIT}(?![\w/:.-]))?{_PART}|(am|pm|p_\w+))"
)
_AT: Final = re.compile(rf"\b(?:at|(p_\w+)(?: at)?) {_N}{_NO_UNIT}(?! uur){_PART}")
_NAMED: Final = re.compile(r"\b(?:at )?(noon|midnight)\b")
_LONE_PART: Final = re.compile(r"\b(?:in )?(p_\w+)\b")

_USUAL: Final = {
    "p_morning": 9 * 60,
    "p_afternoon": 14 * 60,
    "p_evening": 20 * 60,
    "p_night": DAY - 1,
    "p_nights": DAY - 1,
}


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day: `minutes` since midnight, beyond a day for the night after it.

    `other` is the second reading of a spoken time ("8 uur" may be the evening). `is_assumed`: only
    a part of the day was named.
    """

    minutes: int
    other: int | None = None
    is_assumed: bool = False


def find_hour(text: str) -> tuple[Hour | None, str] | None:
    """The time of day and the text without it; None when what stands there is no time of day."""
    for pattern, read in (
        (_TO, _to),
        (_HALF, _half),
        (_DIGITAL, _digital),
        (_NAMED, _named),
        (_HOUR, _spoken),
        (_AT, _at),
    ):
        matches = list(pattern.finditer(text))
        if matches:
            found = next((one for one in matches if ":" in one[0]), matches[0])
            hour = read(found)
            rest = _without(text, found)
            if hour is not None and found[0].count("p_") == 0:
                return _joined(hour, rest)
            return (hour, rest) if hour is not None else None
    part = _LONE_PART.search(text)
    if part:
        return Hour(_USUAL[part[1]], is_assumed=True), _without(text, part)
    return None, text


def _joined(hour: Hour, rest: str) -> tuple[Hour | None, str] | None:
    """The hour with a part of the day from elsewhere in the text: vrijdagavond om 8 uur."""
    part = _LONE_PART.search(rest)
    if part is None:
        return hour, rest
    placed = _placed(hour.minutes if hour.other is None else hour.minutes % _DIAL, part[1])
    return (placed, _without(rest, part)) if placed else None


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _to(found: re.Match[str]) -> Hour | None:
    minutes = 15 if found[1] else int(found[2])
    hour = int(found[5])
    shift = -minutes if found[3] == "voor" else minutes
    if minutes % 5 or minutes >= _HOUR_LONG or (found[4] and hour * 60 > _DIAL):
        return None
    return _said(hour * 60 - (30 if found[4] else 0) + shift, found[6])


def _half(found: re.Match[str]) -> Hour | None:
    hour = int(found[2])
    return (
        _said(hour * 60 + (30 if found[1] else -30), found[3]) if 0 < hour * 60 <= _DIAL else None
    )


def _digital(found: re.Match[str]) -> Hour | None:
    minutes = int(found[1]) * 60 + int(found[3])
    if minutes > DAY:
        return None
    return _placed(minutes, found[4]) if found[4] else Hour(minutes)


def _named(found: re.Match[str]) -> Hour:
    return Hour(_DIAL if found[1] == "noon" else DAY)


def _spoken(found: re.Match[str]) -> Hour | None:
    return _said(int(found[1]) * 60 + int(found[2] or 0), found[3] or found[4])


def _at(found: re.Match[str]) -> Hour | None:
    return _said(int(found[2]) * 60, found[1] or found[3])


def _said(minutes: int, part: str | None) -> Hour | None:
    """A spoken time: without a part of the day 1 to 6 means the afternoon, 7 to 12 the morning."""
    if not 0 <= minutes <= DAY:
        return None
    if part:
        return _placed(minutes, part)
    if not _HOUR_LONG <= minutes < _DIAL + _HOUR_LONG:
        return Hour(minutes)
    late = (minutes + _DIAL) % DAY
    return Hour(late, minutes) if minutes < _DAWN else Hour(minutes, late or None)


def _placed(minutes: int, part: str) -> Hour | None:
    """The time in that part of the day; None when it cannot be."""
    is_noon = _DIAL <= minutes < _DIAL + _HOUR_LONG
    match part:
        case "am" | "p_morning":
            if part == "am" and is_noon:
                return Hour(minutes - _DIAL)
            return Hour(minutes) if minutes < _DIAL + _HOUR_LONG else None
        case "pm" | "p_afternoon":
            return Hour(minutes + _DIAL if minutes < _DIAL else minutes)
        case "p_evening":
            is_early = minutes < _DIAL or is_noon
            return Hour(minutes + _DIAL if is_early else minutes)
        case _:
            return _at_night(minutes, part)


def _at_night(minutes: int, part: str) -> Hour:
    """`p_night` belongs to the evening before it, `p_nights` to the date that is named."""
    if _DIAL <= minutes < _DIAL + _HOUR_LONG:
        return Hour(minutes + _DIAL)
    if minutes >= 6 * 60:
        return Hour(minutes + _DIAL if minutes < _DIAL else minutes)
    return Hour(minutes + DAY if part == "p_night" else minutes)
