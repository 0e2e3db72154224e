"""What is told of a meeting, and what can go wrong with one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.content.openings import Question
from bot.errors import BadInput, Expired, NotFound
from bot.search.collectives import Reason


class MeetingNotFound(NotFound):
    """No such meeting for this person."""

    key = "meeting-not-found"
    code = "MT1"


class MomentGone(Expired):
    """This moment is not proposed any more, or it is over."""

    key = "meeting-moment-gone"
    code = "MT2"


class MeetingPlanned(Expired):
    """Another moment was chosen already. Facts: `at`."""

    key = "meeting-planned-already"
    code = "MT3"


class MomentUnfit(Expired):
    """The moment does not suit everybody, or not any more."""

    key = "meeting-moment-unfit"
    code = "MT4"


class NoMoments(BadInput):
    """At least one moment is needed."""

    key = "meeting-no-moments"
    code = "MT5"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is to meet, for a collective or, without one, for themselves."""

    person_id: int
    collective_id: int | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """How a meeting begins. `source` names what it comes of, and makes it one meeting.

    `introduction:5` or `coffee:3:1` (round and group): what stands before the first colon chooses
    the words, see `meeting-opening-<word>` in the texts. `theme`: what the round is about; empty
    when the collectives themselves tell.
    """

    source: str
    attendees: tuple[Attendee, ...]
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """One of those who meet. `identity` is `platform:id`; all texts are untrusted.

    `reach` is filled when both said yes to sharing contact and this one chose to share it.
    """

    person_id: int
    name: str
    identity: str
    collective: str
    place: str
    reach: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as those who meet see it.

    `cans` is who can come when, by person and instant: yes, maybe or no. `fit` is the moment that
    suits everybody; `is_hopeless`: none of the moments can suit everybody any more.
    """

    id: int
    word: str
    guests: tuple[Guest, ...]
    moments: tuple[datetime, ...]
    cans: Mapping[tuple[int, datetime], str]
    fit: datetime | None
    is_hopeless: bool
    planned_at: datetime | None
    has_thread: bool


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What a meeting begins with: who, why, and two questions to begin the talk."""

    meeting: MeetingView
    reasons: tuple[Reason, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """For staff, of the last half year; `helped` is empty while too few people answered.

    Never about one collective.
    """

    asked: int
    agreed: int
    meetings: int
    planned: int
    helped: Mapping[str, int]
