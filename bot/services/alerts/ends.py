"""Until when readers can do something about a policy message."""

import re
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.moments import at_wall_time, parse_moment
from bot.services.alerts.views import AlertEnds
from data.store import alerts as rows

LAST_MINUTE: Final = time(23, 59)
"""The end of a day that was named without a time."""
_UNTIL: Final = re.compile(r"^\s*(tot en met|tot|until)\b", re.IGNORECASE)
"""What the question says already: "Tot wanneer?"."""


def end_of(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that was named, of a day without a time its last minute; None for no text.

    Raises: what `parse_moment` raises.
    """
    said = _UNTIL.sub("", text)
    if not said.strip():
        return None
    moment = parse_moment(said, now, zone)
    if not moment.assumed_time:
        return moment.at_utc
    day = moment.at_utc.astimezone(zone).date()
    return at_wall_time(datetime.combine(day, LAST_MINUTE), zone)


def whole_day(until: datetime, zone: ZoneInfo) -> date | None:
    """The last day, when all of it counts."""
    here = until.astimezone(zone)
    return here.date() if here.time() == LAST_MINUTE else None


def need_order(row: rows.AlertRow) -> None:
    """Raises: AlertEnds when it would go out after its end."""
    if row.send_at is not None and row.until_at is not None and row.send_at >= row.until_at:
        raise AlertEnds(until=row.until_at, past=False)


def need_ahead(row: rows.AlertRow, now: datetime) -> None:
    """Raises: AlertEnds when its end is over; a correction may still say what was wrong."""
    if row.corrects_id is None and row.until_at is not None and row.until_at <= now:
        raise AlertEnds(until=row.until_at, past=True)
