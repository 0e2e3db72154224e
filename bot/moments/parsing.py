"""A moment as somebody types it, in Dutch or English."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments.days import Day, find_day, later
from bot.moments.hours import DAY, Hour, find_hour
from bot.moments.instants import after_jump, at_wall_time
from bot.moments.problems import MomentPast, MomentSkipped, MomentTooFar, MomentUnclear
from bot.moments.words import canonical

DEFAULT_TIME: Final = time(20, 0)
"""For a day without a time of day."""
MAX_TEXT: Final = 100
"""Characters; a longer text is no moment."""

_FAR: Final = timedelta(days=366)
_N: Final = r"(\d{1,9})"
_ELAPSED: Final = re.compile(
    rf"(?:(?:over|in) )?(?:(?:1 )?(half) u_hour|{_N} 5 tenths|{_N} (u_minute|u_quarter|u_hour))"
    rf"|(?:over|in) {_N} uur"
)
_MINUTES: Final = {"u_minute": 1, "u_quarter": 15, "u_hour": 60}
_DAWN: Final = 6
"""Until this hour it is still the night of the day before."""
_EMPTY: Final = frozenset({"voor", "at", "in"})


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC. `assumed_time`: no time of day was named, so a usual one was taken."""

    at_utc: datetime
    assumed_time: bool = False


def parse_moment(text: str, now: datetime, zone: ZoneInfo) -> Moment:
    """The moment that the text names, seen from `now`; read as wall time in the zone.

    "vrijdag 20.00", "over 3 dagen", "30 november half acht", "next friday 8pm". A day without a
    time is at 20.00. Days and weeks keep the time on the clock, hours and minutes are exact.
    Raises: MomentUnclear, MomentPast, MomentSkipped, MomentTooFar.
    """
    said = canonical(text) if len(text) <= MAX_TEXT else ""
    if "yesterday" in said.split():
        proposal = _again(said, now, zone)
        raise MomentPast(proposal=proposal) if proposal else MomentUnclear(said=text[:MAX_TEXT])
    moment = _parsed(said, now, zone)
    if moment is None:
        raise MomentUnclear(said=text[:MAX_TEXT])
    return moment


def _again(said: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The coming moment that a text about the past names without "ago"; None when it names none."""
    ahead = " ".join(word for word in said.split() if word != "yesterday")
    try:
        moment = _parsed(ahead, now, zone) if ahead else Moment(_tomorrow(now, zone))
    except (MomentPast, MomentSkipped, MomentTooFar):
        return _tomorrow(now, zone)
    return moment.at_utc if moment else None


def _parsed(said: str, now: datetime, zone: ZoneInfo) -> Moment | None:
    """The moment of a text in the small language; None when it is unclear.

    Raises: MomentPast, MomentSkipped, MomentTooFar.
    """
    elapsed = _elapsed(said)
    if elapsed is not None:
        return Moment(_bounded(now + min(elapsed, 2 * _FAR), now))
    found = _read(said, now.astimezone(zone))
    if found is None:
        return None
    day, hour = found
    return Moment(_bounded(_first_ahead(day, hour, now, zone), now), hour.is_assumed)


def _tomorrow(now: datetime, zone: ZoneInfo) -> datetime:
    day = now.astimezone(zone).date() + timedelta(days=1)
    return after_jump(datetime.combine(day, DEFAULT_TIME), zone)


def _elapsed(said: str) -> timedelta | None:
    """A stretch of hours or minutes, when that is all there is."""
    found = _ELAPSED.fullmatch(said)
    if found is None:
        return None
    half, tenths, number, unit, hours = found.groups()
    if half:
        return timedelta(minutes=30)
    if tenths:
        return timedelta(hours=int(tenths), minutes=30)
    return timedelta(minutes=int(number) * _MINUTES[unit]) if unit else timedelta(hours=int(hours))


def _read(said: str, here: datetime) -> tuple[Day, Hour] | None:
    timed = find_hour(said)
    if timed is None:
        return None
    hour, rest = timed
    dated = find_day(rest, here.date())
    if dated is None or (dated[0] is None and hour is None):
        return None
    day, rest = dated
    if not _EMPTY.issuperset(rest.split()):
        return None
    if day is None:
        day = Day((here.date(), later(here.date(), 1)))
    if hour is None and day.keeps_time:
        hour = Hour(here.hour * 60 + here.minute)
    return day, hour or _usual(is_before="voor" in rest.split())


def _usual(*, is_before: bool) -> Hour:
    """The time of a day without one; "before" a day is the last minute of the one that precedes."""
    return Hour(-1 if is_before else DEFAULT_TIME.hour * 60, is_assumed=True)


def _first_ahead(day: Day, hour: Hour, now: datetime, zone: ZoneInfo) -> datetime:
    """The first reading that is still ahead. Raises: MomentPast, MomentSkipped."""
    here = now.astimezone(zone)
    for one in day.dates:
        for minutes in _readings(
            hour, is_today=one == here.date(), is_small_hours=here.hour < _DAWN
        ):
            wall = _wall(one, minutes)
            if after_jump(wall, zone) > now:
                return at_wall_time(wall, zone)
    again = (day.proposal or here.date(), later(here.date(), 1), later(here.date(), 2))
    ahead = (after_jump(_wall(one, hour.minutes), zone) for one in again)
    raise MomentPast(proposal=next(at for at in ahead if at > now))


def _readings(hour: Hour, *, is_today: bool, is_small_hours: bool) -> tuple[int, ...]:
    """Minutes since midnight, in the order to try. Before dawn "vannacht" is this very night."""
    if is_today and is_small_hours and hour.minutes > DAY:
        return hour.minutes - DAY, hour.minutes
    return (hour.minutes, hour.other) if is_today and hour.other is not None else (hour.minutes,)


def _wall(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _bounded(at: datetime, now: datetime) -> datetime:
    if at - now > _FAR:
        raise MomentTooFar(latest=now + _FAR)
    if at <= now:
        raise MomentPast(proposal=now + timedelta(days=1))
    return at
