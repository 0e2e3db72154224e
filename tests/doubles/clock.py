"""A clock that a test sets; simcord's own time moves with it."""

from datetime import datetime, timedelta

from bot.clock import Clock


class SetClock(Clock):
    """Stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at

    def now(self) -> datetime:
        return self._at

    def move(self, **span: float) -> None:
        """Let time pass: `move(hours=2)`."""
        self._at += timedelta(**span)

    async def sleep(self, seconds: float) -> None:
        self._at += timedelta(seconds=seconds)
