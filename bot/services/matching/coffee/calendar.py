"""When a round is, and when people are asked whether they take part."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments.calm import is_working_day, working_days_from
from bot.moments.instants import after_jump

AT: Final = time(10)
ASKED_AHEAD: Final = 2
"""Working days between the question whether somebody takes part and the round."""
TO_JOIN: Final = timedelta(days=7)
"""The first round leaves people so long to join."""
WEEK: Final = 7


def first_at(now: datetime, weekday: int, zone: ZoneInfo) -> datetime:
    """The first round of a series that begins now."""
    earliest = (now + TO_JOIN).astimezone(zone).date()
    day = earliest + timedelta(days=(weekday - earliest.weekday()) % WEEK)
    return _at(_near(day), zone)


def next_at(at: datetime, weeks: int, weekday: int, zone: ZoneInfo) -> datetime:
    """The round so many weeks after the one at `at`, on this day of the week or near it."""
    day = at.astimezone(zone).date()
    monday = day - timedelta(days=day.weekday())
    return _at(_near(monday + timedelta(days=weeks * WEEK + weekday)), zone)


def asked_at(at: datetime, zone: ZoneInfo) -> datetime:
    """When people are asked whether they take part in the round at `at`."""
    return working_days_from(at, -ASKED_AHEAD, zone)


def kept_at(at: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """When the round is really, asked for now: later when too little time is left to answer."""
    if now <= working_days_from(at, 1 - ASKED_AHEAD, zone):
        return at
    later = working_days_from(now, ASKED_AHEAD, zone)
    return _at(later.astimezone(zone).date(), zone)


def _near(day: date) -> date:
    """The working day in the same week that is nearest after this day, or else before it."""
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=one) for one in range(WEEK)]
    working = [one for one in week if is_working_day(one)]
    after = [one for one in working if one >= day]
    return after[0] if after else (working or [day])[-1]


def _at(day: date, zone: ZoneInfo) -> datetime:
    return after_jump(datetime.combine(day, AT), zone)
