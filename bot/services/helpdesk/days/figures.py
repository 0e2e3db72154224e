"""How the help desk is doing, in counts and times, without names.

Nothing of a question with a referral is counted. A theme with fewer than `SMALLEST` questions in a
month has no line of its own. Source: domain rules on trust, 1.2 row 19.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.services.helpdesk.states import WITH_STAFF
from data.store import Store, question_figures
from data.store.question_figures import Counted

SMALLEST: Final = 5
"""A smaller group might point at somebody."""
MOST_MONTHS: Final = 12
FRESH: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """Counts of a group of questions; times are medians in seconds, None when there are none.

    `by_article` was solved without a person. `first_s` is until the first answer of a person,
    `last_s` until the question was closed.
    """

    asked: int
    by_article: int
    by_person: int
    first_s: float | None
    last_s: float | None
    happy: int
    unhappy: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The help desk over some months. A month is named by its first day.

    `months` has every month, oldest first, also one without questions. `themes` counts the first
    theme of each question, most first; None is everything that is too small to name. `cells` is
    the same by month and theme. `open_by_age`: under a day, under a week, older.
    """

    total: Line
    months: Mapping[date, Line]
    themes: Mapping[str | None, Line]
    cells: Mapping[tuple[date, str | None], Line]
    open_by_age: tuple[int, int, int]


class DeskFigures:
    """Counts for staff."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def read(self, person: Person, months: int) -> Figures:
        """The figures of this month and those before it, `months` in all. Raises: NotAllowed."""
        person.need(Action.SEE_SIGNALS)
        now = self._clock.now()
        zone = self._clock.zone
        named = months_until(now.astimezone(zone).date(), min(max(months, 1), MOST_MONTHS))
        since = datetime(named[0].year, named[0].month, 1, tzinfo=zone)
        async with self._store.reading() as session:
            counted = await question_figures.find_since(session, person.community_id, since)
            waiting = await question_figures.find_open(session, person.community_id, WITH_STAFF)

        def month_of(one: Counted) -> date:
            return one.asked_at.astimezone(zone).date().replace(day=1)

        return summarise(counted, waiting, named, month_of, now)


def months_until(today: date, count: int) -> tuple[date, ...]:
    """The first days of this many months up to today's, oldest first."""
    found = [today.replace(day=1)]
    while len(found) < count:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(reversed(found))


def summarise(
    counted: Sequence[Counted],
    waiting: Iterable[datetime],
    months: Sequence[date],
    month_of: Callable[[Counted], date],
    now: datetime,
) -> Figures:
    """The figures of these questions; `waiting` holds when each open one was asked."""
    by_month: dict[date, list[Counted]] = {month: [] for month in months}
    by_cell: dict[tuple[date, str | None], list[Counted]] = defaultdict(list)
    for one in counted:
        by_month[month_of(one)].append(one)
    for month, ones in by_month.items():
        for theme, group in _by_theme(ones).items():
            by_cell[month, theme] += group
    themes = sorted(_by_theme(counted).items(), key=lambda pair: (pair[0] is None, -len(pair[1])))
    return Figures(
        total=_line(counted),
        months={month: _line(ones) for month, ones in by_month.items()},
        themes={theme: _line(ones) for theme, ones in themes},
        cells={cell: _line(ones) for cell, ones in by_cell.items()},
        open_by_age=_ages(waiting, now),
    )


def _by_theme(ones: Iterable[Counted]) -> dict[str | None, list[Counted]]:
    """By first theme; groups that are too small, and questions without one, together under None."""
    ones = tuple(ones)
    sizes = Counter(_theme(one) for one in ones)
    groups: dict[str | None, list[Counted]] = defaultdict(list)
    for one in ones:
        theme = _theme(one)
        groups[theme if sizes[theme] >= SMALLEST else None].append(one)
    return groups


def _theme(one: Counted) -> str | None:
    return one.themes[0] if one.themes else None


def _line(ones: Sequence[Counted]) -> Line:
    answered = [one for one in ones if one.solved_by == "person" and one.answered_at]
    closed = [one for one in ones if one.closed_at and one.solved_by]
    return Line(
        asked=len(ones),
        by_article=sum(one.solved_by == "article" for one in ones),
        by_person=sum(one.solved_by == "person" for one in ones),
        first_s=_median((one.answered_at or one.asked_at) - one.asked_at for one in answered),
        last_s=_median((one.closed_at or one.asked_at) - one.asked_at for one in closed),
        happy=sum(one.happy is True for one in ones),
        unhappy=sum(one.happy is False for one in ones),
    )


def _median(spans: Iterable[timedelta]) -> float | None:
    seconds = [span.total_seconds() for span in spans]
    return median(seconds) if seconds else None


def _ages(waiting: Iterable[datetime], now: datetime) -> tuple[int, int, int]:
    ages = [now - asked_at for asked_at in waiting]
    fresh = sum(age < FRESH for age in ages)
    week = sum(FRESH <= age < WEEK for age in ages)
    return fresh, week, len(ages) - fresh - week
