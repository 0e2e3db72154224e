"""The days off of everybody in the Netherlands."""

from datetime import date, timedelta
from functools import cache
from typing import Final

LIBERATION_EVERY: Final = 5
"""Years. Source: Stichting van de Arbeid, 5 May is a day off in lustrum years."""
KINGS_DAY: Final = (4, 27)
SUNDAY: Final = 6


@cache
def holidays(year: int) -> frozenset[date]:
    """The days off of everybody in the Netherlands; Good Friday is none.

    Source: Algemene termijnenwet, article 3. Computed here and compared with the library `holidays`
    in the tests: loading that costs 19 MB and 0.26 s.
    """
    easter = _easter(year)
    king = date(year, *KINGS_DAY)
    days = {
        date(year, 1, 1),
        king - timedelta(days=1) if king.weekday() == SUNDAY else king,
        date(year, 12, 25),
        date(year, 12, 26),
        *(easter + timedelta(days=after) for after in (0, 1, 39, 49, 50)),
    }
    if year % LIBERATION_EVERY == 0:
        days.add(date(year, 5, 5))
    return frozenset(days)


def _easter(year: int) -> date:
    """Easter Sunday. Source: Meeus, Astronomical Algorithms, chapter 8."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - skipped + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
