"""What is told of activities, and what can go wrong."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import BadInput, Expired, NotFound, Unavailable


class ActivityState(StrEnum):
    """How far an activity is."""

    PROPOSED = "proposed"
    POSTED = "posted"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class ActivityNotFound(NotFound):
    """No such activity here."""

    key = "activities-not-found"
    code = "H60"


class ActivityUnfinished(BadInput):
    """An activity has a title, a moment, a place and a few words."""

    key = "activities-unfinished"
    code = "H61"


class ActivityLink(BadInput):
    """The link is no https address of a plain host."""

    key = "activities-link"
    code = "H62"


class ActivityOver(Expired):
    """It was decided about already, or it has been. Facts: `state`, also "past"."""

    key = "activities-over"
    code = "H63"


class ActivityNowhere(Unavailable):
    """There is no channel to announce it in, or none in which staff can look first."""

    key = "activities-nowhere"
    code = "H64"


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """What somebody fills in. `when` is as people say it, maybe with "tot" and an end."""

    title: str
    when: str
    place: str
    about: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity. `group`: the collective that announces it, empty for staff."""

    id: int
    title: str
    about: str
    place: str
    link: str
    starts_at: datetime
    ends_at: datetime | None
    state: ActivityState
    group: str
