"""Moments as people type them, and the two nights on which the clock jumps."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.moments import (
    MomentPast,
    MomentSkipped,
    MomentTooFar,
    MomentUnclear,
    next_daily,
    parse_moment,
)

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 13, 23, 37, tzinfo=UTC)
"""A Tuesday, 14:23 in Amsterdam."""


def wall(text: str, now: datetime = NOW) -> str:
    """The moment as the clock in Amsterdam shows it."""
    return f"{parse_moment(text, now, ZONE).at_utc.astimezone(ZONE):%Y-%m-%d %H:%M}"


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A wall time in Amsterdam as an instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vrijdag 20.00", "2026-11-27 20:00"),
        ("vrijdag om 8 uur 's avonds", "2026-11-27 20:00"),
        ("Vrijdagavond om 8 uur", "2026-11-27 20:00"),
        ("vr. 20.00 uur", "2026-11-27 20:00"),
        ("volgende week maandag", "2026-11-30 20:00"),
        ("volgende week dinsdag om 19.30 uur", "2026-12-01 19:30"),
        ("volgende vrijdag", "2026-12-04 20:00"),
        ("morgen 15:00", "2026-11-25 15:00"),
        ("over 3 dagen", "2026-11-27 14:23"),
        ("3 dagen", "2026-11-27 14:23"),
        ("over een week om 20.00", "2026-12-01 20:00"),
        ("overmorgen", "2026-11-26 20:00"),
        ("30/11 12:00", "2026-11-30 12:00"),
        ("30 november half acht", "2026-11-30 07:30"),
        ("30 november ’26 om 21u30", "2026-11-30 21:30"),
        ("1 dec", "2026-12-01 20:00"),
        ("voor 1 december", "2026-11-30 23:59"),
        ("maandagochtend", "2026-11-30 09:00"),
        ("kwart over 9", "2026-11-24 21:15"),
        ("vijf over half acht 's avonds", "2026-11-24 19:35"),
        ("vanavond", "2026-11-24 20:00"),
        ("eind van de week", "2026-11-27 20:00"),
        ("eind november", "2026-11-30 20:00"),
        ("na het weekend", "2026-11-30 20:00"),
        ("over een half uur", "2026-11-24 14:53"),
        ("binnen 2 uur", "2026-11-24 16:23"),
        ("vrijdag 24:00", "2026-11-28 00:00"),
        ("vrijdagnacht 2 uur", "2026-11-28 02:00"),
        ("vrijdag over 2 weken", "2026-12-11 20:00"),
        ("donderdag 31 december 23:59", "2026-12-31 23:59"),
        ("5 januari", "2027-01-05 20:00"),
        ("maandag 1 november", "2027-11-01 20:00"),
        ("2026-11-30T20:00", "2026-11-30 20:00"),
    ],
)
def test_dutch_moments_are_understood(text: str, expected: str) -> None:
    assert wall(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next friday 8pm", "2026-12-04 20:00"),
        ("friday 8 p.m.", "2026-11-27 20:00"),
        ("in two hours", "2026-11-24 16:23"),
        ("in half an hour", "2026-11-24 14:53"),
        ("tomorrow at noon", "2026-11-25 12:00"),
        ("the day after tomorrow 9 am", "2026-11-26 09:00"),
        ("November 30, 2026 20:00", "2026-11-30 20:00"),
        ("by the end of the week", "2026-11-27 20:00"),
        ("monday next week", "2026-11-30 20:00"),
        ("a week from now", "2026-12-01 14:23"),
        ("half past eight tomorrow evening", "2026-11-25 20:30"),
    ],
)
def test_english_moments_are_understood(text: str, expected: str) -> None:
    assert wall(text) == expected


@pytest.mark.parametrize("text", ["vrijdag", "1 dec", "maandagochtend", "volgende week"])
def test_a_day_without_a_time_says_that_the_time_was_assumed(text: str) -> None:
    assert parse_moment(text, NOW, ZONE).assumed_time


@pytest.mark.parametrize("text", ["vrijdag 20.00", "over 3 dagen", "in two hours", "half acht"])
def test_a_named_time_is_not_assumed(text: str) -> None:
    assert not parse_moment(text, NOW, ZONE).assumed_time


def test_the_day_of_today_is_today_while_the_hour_is_ahead() -> None:
    assert wall("dinsdag 15:00") == "2026-11-24 15:00"


def test_the_day_of_today_is_next_week_when_the_hour_is_past() -> None:
    assert wall("dinsdag 14:00") == "2026-12-01 14:00"


def test_a_spoken_hour_that_is_past_today_is_tonight() -> None:
    assert wall("vandaag 8 uur") == "2026-11-24 20:00"


UNCLEAR = (
    *("", "bananen", "zo snel mogelijk", "vrijdag of zaterdag", "31 november", "vrijdag 25:00"),
    *("donderdag 27 november", "vrijdag 20:60", "8 to 9", "mei", "12", "a", "x" * 101, "wd4 mo13"),
)


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_no_single_moment_is_refused_as_unclear(text: str) -> None:
    with pytest.raises(MomentUnclear):
        parse_moment(text, NOW, ZONE)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("vandaag 12:00", local(2026, 11, 25, 12)),
        ("1 november", local(2027, 11, 1, 20)),
        ("1 november 2026 15:00", local(2026, 11, 25, 15)),
        ("gisteren", local(2026, 11, 25, 20)),
        ("vorige vrijdag 10:00", local(2026, 11, 27, 10)),
    ],
)
def test_a_past_moment_is_refused_with_one_that_is_ahead(text: str, proposal: datetime) -> None:
    with pytest.raises(MomentPast) as refusal:
        parse_moment(text, NOW, ZONE)
    assert refusal.value.facts["proposal"] == proposal


@pytest.mark.parametrize("text", ["over 5 jaar", "29 februari", "1 mei 2029", "999999999 dagen"])
def test_more_than_a_year_is_too_far(text: str) -> None:
    with pytest.raises(MomentTooFar):
        parse_moment(text, NOW, ZONE)


def test_a_leap_day_within_the_year_is_found() -> None:
    assert wall("29 februari", datetime(2027, 12, 1, tzinfo=UTC)) == "2028-02-29 20:00"


def test_a_time_that_exists_twice_is_the_second() -> None:
    moment = parse_moment("25 oktober 02:30", local(2026, 10, 20), ZONE)
    assert moment.at_utc == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_that_the_clock_skips_is_refused_with_an_hour_later() -> None:
    with pytest.raises(MomentSkipped) as refusal:
        parse_moment("28 maart 02:30", local(2027, 3, 20), ZONE)
    assert refusal.value.facts["proposal"] == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("start", [local(2026, 10, 24, 14), local(2027, 3, 27, 14)])
def test_days_keep_the_time_on_the_clock_over_a_jump(start: datetime) -> None:
    assert wall("over 3 dagen", start).endswith("14:00")


def test_hours_are_exact_over_a_jump() -> None:
    start = local(2026, 10, 24, 14)
    assert parse_moment("over 24 uur", start, ZONE).at_utc == start + timedelta(hours=24)


def test_a_server_in_another_zone_makes_no_difference() -> None:
    elsewhere = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    assert wall("morgen 15:00", elsewhere) == wall("morgen 15:00")


WORDS = """
    vrijdag vrijdagavond om 8 uur 's avonds over 3 dagen half kwart voor na volgende week eind van
    de maand november 30 30e 31 29 februari 20:00 2:30 30/11 2026-02-29 2027 next pm 9999999 0
    24:00 nacht vannacht weekend begin mei vandaag gisteren 12.11 ’ , 60 99 wd9 mo13 d99 u_day
    1/1/0001 31/12/9999
"""
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join)
INSTANTS = st.integers(0, 25_000 * 1440).map(lambda m: local(2020, 1, 1) + timedelta(minutes=m))


@given(st.text(max_size=60) | PHRASES, INSTANTS)
def test_any_text_is_a_moment_ahead_or_a_refusal_that_proposes_one(
    text: str, now: datetime
) -> None:
    try:
        at = parse_moment(text, now, ZONE).at_utc
    except (MomentPast, MomentSkipped) as refusal:
        at = refusal.facts["proposal"]
    except (MomentUnclear, MomentTooFar):
        return
    assert isinstance(at, datetime)
    assert at > now


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (local(2026, 11, 24, 8), local(2026, 11, 24, 9)),
        (local(2026, 11, 24, 9), local(2026, 11, 25, 9)),
        (local(2027, 3, 27, 9), local(2027, 3, 28, 9)),
        (local(2026, 10, 24, 9), local(2026, 10, 25, 9)),
    ],
)
def test_a_daily_time_keeps_its_place_on_the_clock(now: datetime, due: datetime) -> None:
    assert next_daily(time(9), now, ZONE) == due


def test_a_daily_time_that_is_skipped_comes_an_hour_later() -> None:
    due = next_daily(time(2, 30), local(2027, 3, 27, 12), ZONE)
    assert due == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_daily_time_that_exists_twice_comes_once() -> None:
    first = next_daily(time(2, 30), local(2026, 10, 24, 12), ZONE)
    second = next_daily(time(2, 30), first, ZONE)
    assert [first, second] == [
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2026, 10, 26, 1, 30, tzinfo=UTC),
    ]


@given(st.times(), INSTANTS)
def test_a_daily_time_is_ahead_and_within_about_a_day(at: time, now: datetime) -> None:
    assert timedelta(0) < next_daily(at, now, ZONE) - now <= timedelta(hours=25)
