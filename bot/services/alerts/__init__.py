"""Policy messages: written by one, approved by another, sent to who follows their themes."""

from bot.services.alerts.alerts import Alerts
from bot.services.alerts.codes import shown_code
from bot.services.alerts.drafts import LONGEST, MOST_THEMES, AlertDrafts
from bot.services.alerts.ends import whole_day
from bot.services.alerts.following import AlertFollowing
from bot.services.alerts.rights import Door, PlatformAway
from bot.services.alerts.views import (
    Alert,
    AlertChanged,
    AlertEnds,
    AlertLate,
    AlertNotFound,
    AlertNotYours,
    AlertOver,
    AlertOwn,
    AlertThemes,
    AlertUnfinished,
    ApprovalCard,
    Following,
    Held,
    NoNewsPlace,
    State,
    Wording,
)

__all__ = [
    "LONGEST",
    "MOST_THEMES",
    "Alert",
    "AlertChanged",
    "AlertDrafts",
    "AlertEnds",
    "AlertFollowing",
    "AlertLate",
    "AlertNotFound",
    "AlertNotYours",
    "AlertOver",
    "AlertOwn",
    "AlertThemes",
    "AlertUnfinished",
    "Alerts",
    "ApprovalCard",
    "Door",
    "Following",
    "Held",
    "NoNewsPlace",
    "PlatformAway",
    "State",
    "Wording",
    "shown_code",
    "whole_day",
]
