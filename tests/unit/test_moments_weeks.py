"""Once a week, whatever falls on that day."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.moments import last_weekly

HERE = ZoneInfo("Europe/Amsterdam")
MONDAY, FRIDAY, SATURDAY = 0, 4, 5


@pytest.mark.parametrize(
    ("weekday", "now", "week", "moment"),
    [
        (MONDAY, "2026-11-23T09:00", "2026-W48", "2026-11-23T09:00"),
        (MONDAY, "2026-11-23T08:59", "2026-W47", "2026-11-16T09:00"),
        (MONDAY, "2026-11-29T23:00", "2026-W48", "2026-11-23T09:00"),
        (MONDAY, "2026-04-06T12:00", "2026-W14", "2026-03-30T09:00"),
        (MONDAY, "2026-04-07T09:00", "2026-W15", "2026-04-07T09:00"),
        (FRIDAY, "2026-12-27T12:00", "2026-W51", "2026-12-18T09:00"),
        (FRIDAY, "2026-12-28T09:00", "2026-W52", "2026-12-28T09:00"),
        (SATURDAY, "2026-11-28T09:00", "2026-W48", "2026-11-28T09:00"),
        (SATURDAY, "2026-12-27T09:00", "2026-W51", "2026-12-19T09:00"),
        (SATURDAY, "2026-12-28T09:00", "2026-W52", "2026-12-28T09:00"),
    ],
)
def test_a_weekly_moment_moves_to_the_next_working_day_after_a_holiday(
    weekday: int, now: str, week: str, moment: str
) -> None:
    at, expected = (datetime.fromisoformat(one).replace(tzinfo=HERE) for one in (now, moment))
    assert last_weekly(weekday, time(9), at, HERE) == (week, expected)


def test_a_time_that_is_skipped_when_summer_begins_comes_an_hour_later() -> None:
    at = datetime(2026, 3, 29, 4, 0, tzinfo=HERE)
    expected = datetime(2026, 3, 29, 3, 30, tzinfo=HERE)
    assert last_weekly(6, time(2, 30), at, HERE) == ("2026-W13", expected)
