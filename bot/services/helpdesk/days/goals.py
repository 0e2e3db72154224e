"""Working days: when the help desk is open, and until when staff want to have answered.

A working day is a day with opening hours that is no public holiday. The day of the question does
not count: asked on a Tuesday, "within 2 working days" ends on Thursday at closing time.
"""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.communities import CommunitySettings
from bot.moments.holidays import holidays
from bot.moments.instants import after_jump

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
"""Where the holidays are those of the Netherlands."""
FAR: Final = 60
"""Days to look ahead: a help desk that is closed for longer promises nothing."""


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
