"""Quiet hours, Sundays and days off: no message that nobody asked for comes then."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.moments.calm import calm_from, is_calm, is_working_day, working_days_from

ZONE = ZoneInfo("Europe/Amsterdam")


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "calm"),
    [
        ("2026-11-24 09:00", "2026-11-24 09:00"),
        ("2026-11-24 19:59", "2026-11-24 19:59"),
        ("2026-11-24 20:00", "2026-11-25 09:00"),
        ("2026-11-24 03:00", "2026-11-24 09:00"),
        ("2026-11-28 12:00", "2026-11-28 12:00"),  # a Saturday
        ("2026-11-28 21:00", "2026-11-30 09:00"),
        ("2026-12-24 12:00", "2026-12-28 09:00"),  # Thursday before Christmas
        ("2026-04-27 12:00", "2026-04-28 09:00"),  # King's Day
        ("2026-03-28 22:00", "2026-03-30 09:00"),  # over the night on which the clock jumps
    ],
)
def test_a_message_waits_for_the_first_calm_moment(at: str, calm: str) -> None:
    assert calm_from(here(at), ZONE) == here(calm)
    assert is_calm(here(calm), ZONE)
    assert is_calm(here(at), ZONE) == (at == calm)


@pytest.mark.parametrize(
    ("at", "days", "expected"),
    [
        ("2026-11-30 10:00", -2, "2026-11-26 10:00"),  # Monday: the Thursday before
        ("2026-11-27 10:00", 2, "2026-12-01 10:00"),
        ("2026-04-08 10:00", -2, "2026-04-03 10:00"),  # over Easter Monday; Good Friday counts
        ("2026-12-28 10:00", -1, "2026-12-23 10:00"),
        ("2026-11-28 10:00", 1, "2026-11-30 10:00"),
        ("2026-11-30 10:00", 0, "2026-11-30 10:00"),
        ("2026-03-30 10:00", -1, "2026-03-27 10:00"),  # the same time on the clock
    ],
)
def test_working_days_skip_weekends_and_days_off(at: str, days: int, expected: str) -> None:
    assert working_days_from(here(at), days, ZONE) == here(expected)


def test_a_working_day_is_no_weekend_and_no_day_off() -> None:
    days = [date(2026, 12, day) for day in range(21, 32)]
    assert [day.day for day in days if is_working_day(day)] == [21, 22, 23, 28, 29, 30]
