"""From a match to a meeting, for introductions and coffee rounds alike.

`Meetings.open(session, community_id, Opening(source, attendees, theme))` makes a meeting inside the
caller's block; everything after that happens by itself.
"""

from bot.services.matching.meeting.figures import Figures
from bot.services.matching.meeting.keeping import MeetingKeeper
from bot.services.matching.meeting.meetings import Meetings
from bot.services.matching.meeting.views import (
    Acquaintance,
    Attendee,
    Guest,
    MeetingFigures,
    MeetingNotFound,
    MeetingPlanned,
    MeetingView,
    MomentGone,
    MomentUnfit,
    NoMoments,
    Opening,
)

__all__ = [
    "Acquaintance",
    "Attendee",
    "Figures",
    "Guest",
    "MeetingFigures",
    "MeetingKeeper",
    "MeetingNotFound",
    "MeetingPlanned",
    "MeetingView",
    "Meetings",
    "MomentGone",
    "MomentUnfit",
    "NoMoments",
    "Opening",
]
