"""Activities that everybody may come to: announced from chat, told to who asks what there is."""

from bot.services.helpdesk.activities.announcing import Activities
from bot.services.helpdesk.activities.views import (
    Activity,
    ActivityDraft,
    ActivityLink,
    ActivityNotFound,
    ActivityNowhere,
    ActivityOver,
    ActivityState,
    ActivityUnfinished,
)

__all__ = [
    "Activities",
    "Activity",
    "ActivityDraft",
    "ActivityLink",
    "ActivityNotFound",
    "ActivityNowhere",
    "ActivityOver",
    "ActivityState",
    "ActivityUnfinished",
]
