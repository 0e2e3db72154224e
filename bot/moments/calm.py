"""When messages that nobody asked for may come: in the day, and not on Sundays and days off."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments.holidays import holidays
from bot.moments.instants import after_jump

MORNING: Final = time(9)
EVENING: Final = time(20)
SATURDAY: Final = 5
SUNDAY: Final = 6
BETWEEN: Final = ((12, 24), (12, 31))
"""The days before Christmas and New Year: month and day."""


def is_working_day(day: date) -> bool:
    """Whether people work: from Monday to Friday, and no day off."""
    return day.weekday() < SATURDAY and not _is_off(day)


def working_days_from(at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The same time on the clock so many working days later; with a negative number earlier."""
    wall = at.astimezone(zone).replace(tzinfo=None)
    step = timedelta(days=1 if days > 0 else -1)
    for _ in range(abs(days)):
        wall += step
        while not is_working_day(wall.date()):
            wall += step
    return after_jump(wall, zone)


def is_calm(at: datetime, zone: ZoneInfo) -> bool:
    """Whether a message may come at this instant."""
    here = at.astimezone(zone)
    return MORNING <= here.time() < EVENING and _is_open(here.date())


def calm_from(at: datetime, zone: ZoneInfo) -> datetime:
    """This instant, or the first morning after it at which a message may come."""
    if is_calm(at, zone):
        return at
    here = at.astimezone(zone)
    day = here.date() + timedelta(days=here.time() >= EVENING)
    while not _is_open(day):
        day += timedelta(days=1)
    return max(at, after_jump(datetime.combine(day, MORNING), zone))


def _is_open(day: date) -> bool:
    return day.weekday() != SUNDAY and not _is_off(day)


def _is_off(day: date) -> bool:
    return day in holidays(day.year) or (day.month, day.day) in BETWEEN
