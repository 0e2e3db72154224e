"""What comes once a week: on a weekday at a time; a day off moves it to the next working day."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments.holidays import holidays
from bot.moments.instants import after_jump

WEEK: Final = timedelta(days=7)
SATURDAY: Final = 5


def week_of(day: date) -> str:
    """The week of a day, as 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def last_weekly(weekday: int, at: time, now: datetime, zone: ZoneInfo) -> tuple[str, datetime]:
    """The latest weekly moment until `now`: for which week it is, and when it was (UTC).

    Monday is weekday 0. On a public holiday it moves to the first day after it that is neither a
    holiday nor in a weekend, so that the moment of one week may lie in the next.
    """
    today = now.astimezone(zone).date()
    wanted = today - timedelta(days=today.weekday()) + timedelta(days=weekday) + WEEK
    while True:
        wanted -= WEEK
        moment = after_jump(datetime.combine(_moved(wanted), at), zone)
        if moment <= now:
            return week_of(wanted), moment


def _moved(day: date) -> date:
    moved = day
    while moved in holidays(moved.year) or (moved != day and moved.weekday() >= SATURDAY):
        moved += timedelta(days=1)
    return moved
