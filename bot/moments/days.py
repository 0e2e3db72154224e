"""The day in a text of the small language."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

_RECENT: Final = timedelta(days=183)
"""A date without a year that is less long ago is a mistake, not next year's."""
_YEARS: Final = range(1900, 2200)
_MONTHS: Final = 12
_MONTH_DAYS: Final = 31
_SHORT_YEAR: Final = 2
"""Digits of a year without its century."""
_FAR_DAYS: Final = 10_000
"""Beyond this a stretch of days is only "too far": no date is computed from a larger number."""

_MON, _FRI, _SUN = 0, 4, 6
_B: Final = r"(?<!\S)"
_E: Final = r"(?!\S)"


@dataclass(frozen=True, slots=True)
class Day:
    """A day with the ways to read it: the first of `dates` that is still ahead counts.

    `proposal` is for when none is. `keeps_time`: a stretch of days from now, at this time of day.
    `is_past`: a date without a year that has just been; `proposal` is next year's.
    """

    dates: tuple[date, ...]
    proposal: date | None = None
    keeps_time: bool = False
    is_past: bool = False


Read = Callable[[re.Match[str], date], Day | None]


def find_day(text: str, today: date) -> tuple[Day | None, str] | None:
    """The day and the text without it; None when what stands there is no day.

    A day of the week beside a date must be right: "vrijdag 27 november".
    """
    for pattern, read in _PATTERNS:
        found = pattern.search(text)
        if found:
            day = read(found, today)
            rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
            return _agreeing(day, rest, today) if day else None
    return None, text


def _agreeing(day: Day, rest: str, today: date) -> tuple[Day, str] | None:
    weekday = re.search(rf"{_B}wd(\d){_E}", rest)
    number = re.fullmatch(r"d?(\d{1,2})", rest)
    dates = day.dates
    if weekday:
        rest = rest.replace(weekday[0], "").strip()
        if day.is_past and day.proposal:
            dates = (*dates, day.proposal)
        dates = tuple(one for one in dates if one.weekday() == int(weekday[1]))
    elif number:
        rest = ""
        on_day = {one.weekday() for one in day.dates}
        named = _monthly(int(number[1]), today) if 1 <= int(number[1]) <= _MONTH_DAYS else iter(())
        dates = tuple(
            one for one in islice(named, 2) if len(on_day) == 1 and one.weekday() in on_day
        )
    return (Day(dates, day.proposal, day.keeps_time), rest) if dates else None


def later(day: date, days: int) -> date:
    """The day that many days on, at most about 27 years."""
    return day + timedelta(days=min(days, _FAR_DAYS))


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + min(months, _FAR_DAYS // 30)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _iso(found: re.Match[str], today: date) -> Day | None:
    return _full(int(found[1]), int(found[2]), int(found[3]), today)


def _numbers(found: re.Match[str], today: date) -> Day | None:
    day, month = int(found[1]), int(found[2])
    if month > _MONTHS:
        day, month = month, day
    if found[3] is None:
        return _yearless(day, month, today)
    return _full(int(found[3]) + (2000 if len(found[3]) == _SHORT_YEAR else 0), month, day, today)


def _named(found: re.Match[str], today: date) -> Day | None:
    month, day = int(found["month"]), int(found["before"] or found["after"])
    year = found["year"]
    return _full(int(year), month, day, today) if year else _yearless(day, month, today)


def _full(year: int, month: int, day: int, today: date) -> Day | None:
    found = _date(year, month, day)
    return Day((found,), later(today, 1)) if found else None


def _yearless(day: int, month: int, today: date) -> Day | None:
    """This year's date, or next year's when it is long past; 29 February waits for its year."""
    years = range(today.year, today.year + 9)
    dates = [found for year in years if (found := _date(year, month, day))]
    if not dates:
        return None
    if dates[0] >= today:
        return Day((dates[0],), _months_on(dates[0], 12))
    if today - dates[0] < _RECENT:
        return Day((dates[0],), dates[1], is_past=True)
    return Day((dates[1],))


def _date(year: int, month: int, day: int) -> date | None:
    if (
        year not in _YEARS
        or not 1 <= month <= _MONTHS
        or not 1 <= day <= monthrange(year, month)[1]
    ):
        return None
    return date(year, month, day)


def _day_of_month(found: re.Match[str], today: date) -> Day | None:
    number = int(found[1])
    dates = tuple(islice(_monthly(number, today), 2)) if 1 <= number <= _MONTH_DAYS else ()
    return Day(dates) if dates else None


def _monthly(number: int, today: date) -> Iterator[date]:
    for months in range(14):
        first = _months_on(today.replace(day=1), months)
        day = _date(first.year, first.month, number)
        if day and day >= today:
            yield day


def _weekday(found: re.Match[str], today: date) -> Day:
    wanted = int(found["day"])
    monday = later(today, -today.weekday())
    if found["next"] or found["next2"]:
        return Day((later(monday, 7 + wanted),))
    ahead = (wanted - today.weekday()) % 7
    if found["weeks"] or found["weeks2"]:
        weeks = int(found["weeks"] or found["weeks2"])
        return Day((later(today, ahead + 7 * weeks),))
    if found["coming"]:
        ahead = ahead or 7
    if found["this"] and later(monday, wanted) < today:
        return Day((later(monday, wanted),), later(monday, wanted + 7))
    return Day((later(today, ahead), later(today, ahead + 7)))


def _plain(found: re.Match[str], today: date) -> Day:
    days = {"today": 0, "tomorrow": 1, "overmorrow": 2}[found[1]] + 7 * int(found[2] or 0)
    return Day((later(today, days),), later(today, days + 1))


def _stretch(found: re.Match[str], today: date) -> Day:
    number = int(found[1])
    match found[2]:
        case "u_day":
            day = later(today, number)
        case "u_week":
            day = later(today, 7 * number)
        case "u_month":
            day = _months_on(today, number)
        case _:
            day = _months_on(today, 12 * number)
    return Day((day,), keeps_time=True)


def _next(found: re.Match[str], today: date) -> Day:
    return Day((later(today, 7) if found[1] == "u_week" else _months_on(today, 1),))


def _week_edge(found: re.Match[str], today: date) -> Day:
    """The end of a week is its Friday, or its Sunday once that is past; it begins on Monday."""
    monday = later(today, -today.weekday() + (7 if found[2] else 0))
    if found[1] == "begin":
        return Day((monday,), later(monday, 7))
    if found[1] == "mid":
        return Day((later(monday, 2),), later(monday, 9))
    return Day((later(monday, _FRI), later(monday, _SUN)), later(monday, 7 + _FRI))


def _weekend(found: re.Match[str], today: date) -> Day:
    """Before a weekend is Friday, in it Sunday, after it Monday."""
    monday = later(today, -today.weekday() + (7 if found[2] else 0))
    days = {"voor": _FRI, "past": _SUN + 1}.get(found[1], _SUN)
    return Day((later(monday, days), later(monday, days + 7)))


def _month_edge(found: re.Match[str], today: date) -> Day:
    first = today.replace(day=1)
    if found["month"]:
        first = first.replace(month=int(found["month"]))
    elif found["next"]:
        first = _months_on(first, 1)
    dates = tuple(_edge(found["edge"], month) for month in (first, _months_on(first, 12)))
    return Day(tuple(day for day in dates if day >= today))


def _edge(edge: str, first: date) -> date:
    if edge == "begin":
        return first
    return first.replace(
        day=15 if edge in {"mid", "half"} else monthrange(first.year, first.month)[1]
    )


def _patterns() -> Iterator[tuple[re.Pattern[str], Read]]:
    yield re.compile(rf"{_B}(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_E}"), _iso
    yield re.compile(rf"{_B}(\d{{1,2}})[-/.](\d{{1,2}})(?:[-/.](\d{{4}}|\d\d))?{_E}"), _numbers
    yield (
        re.compile(
            rf"{_B}(?:d?(?P<before>\d{{1,2}}) )?mo(?P<month>\d\d?)"
            rf"(?(before)| d?(?P<after>\d{{1,2}}))(?: (?P<year>\d{{4}}))?{_E}"
        ),
        _named,
    )
    yield re.compile(rf"{_B}(today|tomorrow|overmorrow)(?: over (\d{{1,3}}) u_week)?{_E}"), _plain
    yield (
        re.compile(
            rf"{_B}(?:(?P<next>next(?: u_week)?) |(?P<coming>coming) |(?P<this>this(?: u_week)?) |"
            rf"over (?P<weeks>\d{{1,3}}) u_week )?(?:in )?wd(?P<day>\d)"
            rf"(?: (?:in )?(?P<next2>next u_week)| over (?P<weeks2>\d{{1,3}}) u_week| this u_week)?"
            rf"{_E}"
        ),
        _weekday,
    )
    yield re.compile(rf"{_B}(end|begin|mid) (?:(next) |this |coming )?u_week{_E}"), _week_edge
    yield re.compile(rf"{_B}(?:in )?(this) (next )?u_week{_E}"), _week_edge
    yield (
        re.compile(
            rf"{_B}(?P<edge>end|begin|mid|half) "
            rf"(?:mo(?P<month>\d\d?)|(?:(?P<next>next|coming) |this )?u_month){_E}"
        ),
        _month_edge,
    )
    yield re.compile(rf"{_B}(?:(voor|past|in) )?(?:(next) |this |coming )?weekend{_E}"), _weekend
    yield re.compile(rf"{_B}(?:in )?next (u_week|u_month){_E}"), _next
    yield (
        re.compile(rf"{_B}(?:(?:over|in) )?(\d{{1,9}}) (u_day|u_week|u_month|u_year){_E}"),
        _stretch,
    )
    yield re.compile(rf"{_B}d(\d{{1,2}}){_E}"), _day_of_month


_PATTERNS: Final = tuple(_patterns())
