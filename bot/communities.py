"""What a community decided for itself: its places and who has which role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from data.store import Session, communities

WEEK: Final = 7
OFFICE_HOURS: Final[Mapping[int, tuple[int, int]]] = MappingProxyType(
    dict.fromkeys(range(5), (9 * 60, 17 * 60))
)
"""From Monday to Friday, 9.00 to 17.00."""


class Place(StrEnum):
    """The places the bot uses in a space."""

    START = "start"
    HELPDESK = "helpdesk"
    POLLS = "polls"
    NEWS = "news"
    MEETINGS = "meetings"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class WeeklyMoment:
    """When staff get the message of the week: a weekday (Monday is 0) and minutes of the day.

    `since` is when this was chosen; None: never.
    """

    day: int = 0
    at: int = 9 * 60
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """Places as `platform:id` and roles as platform role ids."""

    places: Mapping[Place, str] = field(default_factory=dict[Place, str])
    staff_roles: tuple[str, ...] = ()
    admin_roles: tuple[str, ...] = ()
    language: str = "nl"
    """Of what everybody reads; `Setup.open` writes down that of `.env` where none was chosen."""
    hours: Mapping[int, tuple[int, int]] = field(default_factory=lambda: OFFICE_HOURS)
    """When the help desk is open: by weekday (Monday is 0) from and till, in minutes of the day."""
    goal_days: int = 2
    """Within so many working days staff want to answer."""
    idle_days: int = 14
    """After so many days without a sign the bot asks whether a post is done; 0: never."""
    calls_staff: bool = False
    """Whether the message about questions that are late mentions the roles of staff."""
    has_forum: bool = False
    """Whether the help desk is a forum, in which each question has a post of its own."""
    weekly: WeeklyMoment = WeeklyMoment()


async def read_settings(session: Session, community_id: int) -> CommunitySettings:
    """The settings of a community; what it did not set has its default."""
    found = await communities.find_settings(session, community_id)
    roles: Mapping[str, Any] = found.get("roles", {})
    promises: Mapping[str, Any] = found.get("promises", {})
    return CommunitySettings(
        places={place: found[place]["place"] for place in Place if place in found},
        staff_roles=tuple(roles.get("staff", ())),
        admin_roles=tuple(roles.get("admin", ())),
        language=str(found.get("language", {}).get("value", "nl")),
        hours=_hours(found["hours"]) if "hours" in found else OFFICE_HOURS,
        goal_days=int(promises.get("goal_days", 2)),
        idle_days=int(promises.get("idle_days", 14)),
        has_forum=bool(found.get("helpdesk", {}).get("forum", False)),
        calls_staff=bool(promises.get("calls_staff", False)),
        weekly=_weekly(found["weekly"]) if "weekly" in found else WeeklyMoment(),
    )


def _weekly(stored: Mapping[str, Any]) -> WeeklyMoment:
    since = datetime.fromisoformat(str(stored["since"]))
    return WeeklyMoment(int(stored["day"]), int(stored["at"]), since)


def _hours(stored: Mapping[str, Any]) -> Mapping[int, tuple[int, int]]:
    """The opening hours as they were stored, by the number of the weekday as text."""
    days = (day for day in range(WEEK) if stored.get(str(day)))
    return {day: (int(stored[str(day)][0]), int(stored[str(day)][1])) for day in days}
