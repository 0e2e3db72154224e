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
_EMPTY: Final = frozenset({"voor", "at", "in"})


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC. `assumed_time`: no time of day was named, so a usual one was taken."""

    at_utc: datetime
    assumed_time: bool = False


def parse_moment(text: str, now: datetime, zone: ZoneInfo) -> Moment:
    """The moment that the text names, seen from `now`; read as wall time in the zone.

    "vrijdag 20.00", "over 3 dagen", "30 november half acht", "next friday 8pm". A day without a time is
    at 20.00. Days and weeks keep the time on the clock, hours and minutes are exact.
    Raises: MomentUnclear, MomentPast, MomentSkipped, MomentTooFar.
    """
    said = canonical(text) if len(text) <= MAX_TEXT else ""
    words = said.split()
    if "yesterday" in words:
        raise _behind([word for word in words if word != "yesterday"], text, now, zone)
    elapsed = _elapsed(said)
    if elapsed is not None:
        at = now + min(elapsed, 2 * _FAR)
        return Moment(_bounded(at, now))
    found = _read(said, now.astimezone(zone))
    if found is None:
        raise MomentUnclear(said=text[:MAX_TEXT])
    day, hour = found
    return Moment(_bounded(_first_ahead(day, hour, now, zone), now), hour.is_assumed)


def _behind(
    words: list[str], text: str, now: datetime, zone: ZoneInfo
) -> MomentPast | MomentUnclear:
    """The refusal of a moment in the past: with the same words the proposal is the next one."""
    if not words:
        return MomentPast(proposal=_tomorrow(now, zone))
    try:
        return MomentPast(proposal=parse_moment(" ".join(words), now, zone).at_utc)
    except MomentUnclear:
        return MomentUnclear(said=text[:MAX_TEXT])
    except (MomentPast, MomentSkipped, MomentTooFar):
        return MomentPast(proposal=_tomorrow(now, zone))


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
    """The time of a day without one; before a day is the last minute of the day that precedes it."""
    return Hour(-1 if is_before else DEFAULT_TIME.hour * 60, is_assumed=True)


def _first_ahead(day: Day, hour: Hour, now: datetime, zone: ZoneInfo) -> datetime:
    """The first reading that is still ahead. Raises: MomentPast, MomentSkipped."""
    here = now.astimezone(zone)
    for one in day.dates:
        for minutes in _readings(hour, is_today=one == here.date(), is_small_hours=here.hour < 6):
            wall = _wall(one, minutes)
            if after_jump(wall, zone) > now:
                return at_wall_time(wall, zone)
    again = (day.proposal or here.date(), later(here.date(), 1), later(here.date(), 2))
    ahead = (after_jump(_wall(one, hour.minutes), zone) for one in again)
    raise MomentPast(proposal=next(at for at in ahead if at > now))


def _readings(hour: Hour, *, is_today: bool, is_small_hours: bool) -> tuple[int, ...]:
    """Minutes since midnight, in the order to try. Before dawn "vannacht" is the night we are in."""
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
