"""What successes tell, and what can go wrong."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, DomainError, NotFound


class SuccessNotFound(NotFound):
    """No such success here, or not for this person."""

    key = "success-not-found"
    code = "G1"


class EmptySuccess(BadInput):
    """A success says at least what worked and how."""

    key = "success-empty"
    code = "G2"


class SuccessNoGroup(DomainError):
    """A success is shared for a group."""

    key = "success-no-group"
    code = "G3"


class SuccessNoReason(BadInput):
    """Who says no to a success says why."""

    key = "success-no-reason"
    code = "G4"


@dataclass(frozen=True, slots=True)
class SuccessDraft:
    """A success as somebody typed it. `abroad` says what differs in the Netherlands, if foreign."""

    what: str
    how: str
    otherwise: str = ""
    abroad: str = ""


@dataclass(frozen=True, slots=True)
class Success:
    """A success as people read it; all text is untrusted.

    `state` is waiting, published, refused or withdrawn; `reason` why staff said no. `group_id` is
    None when the group is gone.
    """

    id: int
    group_id: int | None
    name: str
    place: str
    what: str
    how: str
    otherwise: str
    themes: tuple[str, ...]
    context: str
    country: str
    differs: str
    language: str
    state: str
    reason: str
    published_at: datetime | None
    picture_id: int | None = None
