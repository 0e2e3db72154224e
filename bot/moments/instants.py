"""From wall time to instants, over both nights on which the clock jumps."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.moments.problems import MomentSkipped


def at_wall_time(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant in UTC of a naive wall time; of two, the second.

    Raises: MomentSkipped when the clock jumps over it; the proposal is as long after the jump.
    """
    at = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) != wall:
        raise MomentSkipped(proposal=after_jump(wall, zone))
    return at


def after_jump(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant in UTC of a wall time; one that is skipped moves on by the length of the jump."""
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return max(first, second)


def next_daily(at: time, now: datetime, zone: ZoneInfo) -> datetime:
    """The first instant after `now`, in UTC, at which clocks in the zone show `at`: once a day.

    A time that exists twice is the second; one that is skipped moves on (02:30 → 03:30).
    """
    today = now.astimezone(zone).date()
    wall = at.replace(tzinfo=None)
    return next(
        due
        for days in range(-1, 3)
        if (due := after_jump(datetime.combine(today + timedelta(days), wall), zone)) > now
    )
