"""What matching tells, and what can go wrong."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, DomainError, Expired, NotFound
from bot.search.collectives import Reason


class CollectiveNotFound(NotFound):
    """No such collective here, or it does not want to be seen."""

    key = "matching-collective-not-found"
    code = "M1"


class CollectiveExists(BadInput):
    """Another profile has this name and place. Facts: `name`, `place`."""

    key = "matching-collective-exists"
    code = "M2"


class EmptyProfile(BadInput):
    """A profile needs a name and a line about what the group does."""

    key = "matching-empty-profile"
    code = "M3"


class EmptyWish(BadInput):
    """Nothing was asked, and there is no own profile to go by."""

    key = "matching-empty-wish"
    code = "M4"


class NoOwnCollective(DomainError):
    """Only somebody who speaks for a group can ask to meet another."""

    key = "matching-no-own-collective"
    code = "M5"


class OwnCollective(BadInput):
    """A group cannot meet itself."""

    key = "matching-own-collective"
    code = "M6"


class AskedBefore(DomainError):
    """This group was asked already; the answer stays open. Facts: `again_at`."""

    key = "matching-asked-before"
    code = "M7"


class AlreadyMet(DomainError):
    """Both groups said yes already."""

    key = "matching-already-met"
    code = "M8"


class TooManyOpen(DomainError):
    """The group waits for as many answers as it may. Facts: `most`."""

    key = "matching-too-many-open"
    code = "M9"


class IntroductionOver(Expired):
    """The request was answered, withdrawn, or its time is over."""

    key = "matching-introduction-over"
    code = "M10"


class IntroductionNotFound(NotFound):
    """No such request for this person."""

    key = "matching-introduction-not-found"
    code = "M11"


class UnknownChoice(BadInput):
    """A theme, phase or kind of place that does not exist."""

    key = "matching-unknown-choice"
    code = "M12"


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """A profile as somebody typed it."""

    name: str
    place: str
    description: str
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectiveCard:
    """What everybody may see of a collective; all text is untrusted.

    `is_own` tells that the person who looks speaks for it.
    """

    id: int
    name: str
    place: str
    themes: tuple[str, ...]
    context: str
    phase: str
    offers: tuple[str, ...]
    needs: tuple[str, ...]
    description: str
    hidden: bool
    is_own: bool = False
    has_contact: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom somebody looks for; everything may be empty."""

    text: str = ""
    theme: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class FoundCollective:
    """A collective that fits, and why, the weightiest reason first."""

    card: CollectiveCard
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search gives. `by` is the own group it went by; `unknown_place` was not understood."""

    found: tuple[FoundCollective, ...]
    may_introduce: bool
    by: str = ""
    unknown_place: str = ""


@dataclass(frozen=True, slots=True)
class Requested:
    """A request to meet, as the asker sees it. `is_theirs`: the other side had asked first."""

    id: int
    to: CollectiveCard
    expires_at: datetime
    is_theirs: bool = False


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """A request as one side sees it.

    `state` is asked, agreed, ended; for the side that asked a refusal is `asked` until its time
    is over, and `ended` like silence after that; the asker sees no `note`, which a refusal takes
    away. `mine` and `other` are the names of the groups.
    """

    id: int
    state: str
    is_asker: bool
    mine: str
    other: str
    other_card: CollectiveCard
    note: str
    asked_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ContactShared:
    """What one side gets after both said yes. `identity` is `platform:id`."""

    mine: str
    other: str
    name: str
    identity: str
    reach: str
