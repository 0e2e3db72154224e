"""Which moments are proposed for a meeting, and which of them suits everybody."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments.holidays import holidays
from bot.moments.instants import after_jump

MOST: Final = 3
EVENING: Final = time(19, 30)
LEAST_DAYS: Final = 3
"""Nobody has to decide about tomorrow."""
MOST_DAYS: Final = 14
THURSDAY: Final = 3
CANS: Final = ("yes", "maybe", "no")
"""What somebody says about a moment."""


def propose(now: datetime, zone: ZoneInfo, *, after: datetime | None = None) -> list[datetime]:
    """Three evenings from Monday to Thursday, on different days of the week, early to late.

    They lie in the two weeks after `now`, or after `after` when that is later; in UTC. Evenings
    of public holidays and those before Christmas and New Year are left out.
    """
    first = max(now, after or now).astimezone(zone).date()
    days = [first + timedelta(days=ahead) for ahead in range(LEAST_DAYS, MOST_DAYS + 1)]
    free = [
        day
        for day in days
        if day.weekday() <= THURSDAY
        and day not in holidays(day.year)
        and (day.month, day.day) not in {(12, 24), (12, 31)}
    ]
    chosen = [after_jump(datetime.combine(day, EVENING), zone) for day in _spread(free)]
    return sorted(chosen)


def _spread(days: Sequence[date]) -> list[date]:
    """The first, the last and the one nearest to the middle, on different days of the week."""
    inner = sorted(days, key=lambda day: abs(2 * days.index(day) - len(days)))
    chosen: list[date] = []
    for wishes in (days, days[::-1], inner):
        used = {one.weekday() for one in chosen}
        chosen += [day for day in wishes if day.weekday() not in used][:1]
    return chosen


def best(
    moments: Sequence[str], cans: Mapping[tuple[int, str], str], people: Collection[int]
) -> str | None:
    """The first moment at which everybody can; else the first at which nobody cannot.

    None while somebody did not answer, and when no moment fits. `moments` are in order of time.
    """
    for wanted in ({"yes"}, {"yes", "maybe"}):
        for moment in moments:
            if people and {cans.get((one, moment), "") for one in people} <= wanted:
                return moment
    return None


def is_hopeless(
    moments: Sequence[str], cans: Mapping[tuple[int, str], str], people: Collection[int]
) -> bool:
    """Whether there is no moment left that may still suit everybody."""
    return all(any(cans.get((one, moment)) == "no" for one in people) for moment in moments)
