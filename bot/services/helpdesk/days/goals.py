"""Working days: when the help desk is open, and until when staff want to have answered.

A working day is a day with opening hours that is no public holiday. The day of the question does
not count: asked on a Tuesday, "within 2 working days" ends on Thursday at closing time.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.communities import CommunitySettings
from bot.moments.instants import after_jump

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
"""Where the holidays are those of the Netherlands."""
FAR: Final = 60
"""Days to look ahead: a help desk that is closed for longer promises nothing."""
LIBERATION_EVERY: Final = 5
"""Years. Source: Stichting van de Arbeid, 5 May is a day off in lustrum years."""
KINGS_DAY: Final = (4, 27)
SUNDAY: Final = 6


@cache
def holidays(year: int) -> frozenset[date]:
    """The days off of everybody in the Netherlands; Good Friday is none.

    Source: Algemene termijnenwet, article 3. Computed here and compared with the library `holidays`
    in the tests: loading that costs 19 MB and 0.26 s.
    """
    easter = _easter(year)
    king = date(year, *KINGS_DAY)
    days = {
        date(year, 1, 1),
        king - timedelta(days=1) if king.weekday() == SUNDAY else king,
        date(year, 12, 25),
        date(year, 12, 26),
        *(easter + timedelta(days=after) for after in (0, 1, 39, 49, 50)),
    }
    if year % LIBERATION_EVERY == 0:
        days.add(date(year, 5, 5))
    return frozenset(days)


def _easter(year: int) -> date:
    """Easter Sunday. Source: Meeus, Astronomical Algorithms, chapter 8."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - skipped + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_working_day(settings: CommunitySettings, day: date) -> bool:
    """Whether the help desk is open on this day."""
    return day.weekday() in settings.hours and day not in holidays(day.year)


def opening(settings: CommunitySettings, day: date) -> tuple[datetime, datetime] | None:
    """From when till when the help desk is open on a day, in UTC; None when it is closed."""
    if not is_working_day(settings, day):
        return None
    opens, closes = settings.hours[day.weekday()]
    return _instant(day, opens), _instant(day, closes)


def is_open(settings: CommunitySettings, at: datetime) -> bool:
    """Whether the help desk is open at this instant."""
    hours = opening(settings, at.astimezone(AMSTERDAM).date())
    return hours is not None and hours[0] <= at < hours[1]


def opens_at(settings: CommunitySettings, now: datetime) -> datetime | None:
    """When the help desk opens again; None when it is open, and when it does not open soon."""
    if is_open(settings, now):
        return None
    today = now.astimezone(AMSTERDAM).date()
    days = (opening(settings, today + timedelta(days=ahead)) for ahead in range(FAR))
    return next((hours[0] for hours in days if hours and hours[0] > now), None)


def due(now: datetime, settings: CommunitySettings) -> datetime | None:
    """Until when staff want to have answered what is asked now; None when they open nowhere soon.

    At closing time of a working day.
    """
    today = now.astimezone(AMSTERDAM).date()
    days = (opening(settings, today + timedelta(days=ahead)) for ahead in range(1, FAR))
    working = [hours for hours in days if hours is not None]
    if len(working) < settings.goal_days:
        return None
    return working[settings.goal_days - 1][1]


def _instant(day: date, minutes: int) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return after_jump(wall, AMSTERDAM)
