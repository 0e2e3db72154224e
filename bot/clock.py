"""The only reader of time."""

import asyncio
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


class Clock:
    """Tells the time and waits. Instants are aware and in UTC; days are those of the given zone."""

    def __init__(self, zone: str = "Europe/Amsterdam") -> None:
        self.zone = ZoneInfo(zone)

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this class is the replacement

    def today(self) -> date:
        """The present day where the people live."""
        return self.now().astimezone(self.zone).date()

    async def sleep(self, seconds: float) -> None:
        """Wait for this many seconds of this clock."""
        await asyncio.sleep(seconds)  # noqa: TID251 - this class is the replacement
