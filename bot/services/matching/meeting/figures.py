"""How introductions go, for staff: totals only, never of one collective (X14)."""

from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.people import Person
from bot.rights import Action
from bot.services.matching.meeting.views import MeetingFigures
from data.store import Store, due_meetings, introductions

SMALLEST: Final = 5
"""Fewer answers than this could be traced to who gave them."""
LOOKED_BACK: Final = timedelta(days=182)


class Figures:
    """Counts over the last half year."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def look(self, person: Person) -> MeetingFigures | None:
        """The totals of this person's community; None for who may not see them."""
        if not person.may(Action.SEE_INTRODUCTION_STATUS):
            return None
        community, since = person.community_id, self._clock.now() - LOOKED_BACK
        async with self._store.reading() as session:
            asked, agreed = await introductions.count(session, community, since)
            meetings, planned = await due_meetings.count(session, community, since)
            helped = await due_meetings.count_helped(session, community, since)
        enough = sum(helped.values()) >= SMALLEST
        return MeetingFigures(asked, agreed, meetings, planned, helped if enough else {})
