"""How many voted in an open anonymous poll: told late and in steps, so that no vote shows.

Source: trust.md 2.1 and 2.5, "nothing changes within 5 minutes of one vote".
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

EVERY: Final = timedelta(minutes=5)
STEP: Final = 5


class Turnout:
    """What is told of each poll. It changes on a beat of its own, to what was true a beat ago.

    It is kept in memory only: after a restart nothing is told for a while.
    """

    def __init__(self) -> None:
        self._told: dict[int, int] = {}
        self._counted: dict[int, int] = {}
        self._beat_at: datetime | None = None

    def of(self, poll_id: int) -> int:
        """The number to tell, 0 when there is none yet."""
        return self._told.get(poll_id, 0)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time for the next beat."""
        return self._beat_at is None or now - self._beat_at >= EVERY

    def beat(self, counts: Mapping[int, int], now: datetime) -> frozenset[int]:
        """Tell what was counted at the last beat, and count anew; the polls that tell another."""
        told, self._told = self._told, {poll: self._counted.get(poll, 0) for poll in counts}
        self._counted = {poll: count // STEP * STEP for poll, count in counts.items()}
        self._beat_at = now
        return frozenset(poll for poll, count in self._told.items() if told.get(poll, 0) != count)
