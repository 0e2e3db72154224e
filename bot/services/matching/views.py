"""What matching tells, and what can go wrong."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import BadInput, DomainError, Expired, NotFound
from bot.search.collectives import Difference, Reason
from bot.search.collectives.profiles import PARTNER


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


class PlaceUnclear(BadInput):
    """The place may be several, and which one was not chosen yet."""

    key = "matching-place-unclear"
    code = "M40"


class OfferOver(Expired):
    """The role of contact was not offered to this person, or the time for it is over."""

    key = "matching-offer-over"
    code = "M41"


class AlreadyContact(BadInput):
    """The role cannot go to somebody who has it. Facts: `name`."""

    key = "matching-already-contact"
    code = "M42"


class NoAltText(BadInput):
    """A picture needs words for who does not see it."""

    key = "matching-no-alt-text"
    code = "M43"


class BadLink(BadInput):
    """What was typed is no address on the web. Facts: `link`."""

    key = "matching-bad-link"
    code = "M44"


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """A profile as somebody typed it. None leaves it as it was; an empty place is read."""

    name: str
    place: str
    description: str
    offers: tuple[str, ...] | None = None
    needs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CollectiveCard:
    """What this person may see of a collective; all text is untrusted.

    `is_own` tells that the person who looks speaks for it: only then `contacts` has the names of
    who does. `place` is as exact as they chose for others. `receives`: open to introductions now.
    `is_draft`: its maker has yet to say that theme and place are right.
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
    motives: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    legal_form: str = ""
    languages: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    members: str = ""
    precision: str = "place"
    receives: bool = True
    picture_id: int | None = None
    is_draft: bool = False
    contacts: tuple[str, ...] = ()

    @property
    def is_partner(self) -> bool:
        """Whether this is no residents' collective (M11)."""
        return self.legal_form == PARTNER


@dataclass(frozen=True, slots=True)
class Proposal:
    """A profile with what may be meant: themes, the likeliest first, and labels of places.

    There are `places` only when it has to be chosen which one is meant.
    """

    card: CollectiveCard
    themes: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody speaks no more for a collective; `was_last`: nobody does now, they may return."""

    id: int
    name: str
    was_last: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as JPEG, with the same in words."""

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom somebody looks for; everything may be empty.

    `different` asks for the same theme in another kind of place than `context`, or with another
    motive than the own group (M6, M7). `by` is the own group that it goes by; without, the first
    that is no draft.
    """

    text: str = ""
    theme: str = ""
    place: str = ""
    context: str = ""
    different: Difference = Difference.NONE
    by: int = 0


@dataclass(frozen=True, slots=True)
class FoundCollective:
    """A collective that fits, and why, the weightiest reason first; `success` is what worked."""

    card: CollectiveCard
    reasons: tuple[Reason, ...]
    success: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search gives.

    `partners` are no residents' groups and stand apart. `by` is the own group it went by;
    `unknown_place` was not understood. `theme` and `context` are what was understood of the wish;
    `others` the ways in which groups can be asked for that are different.
    """

    found: tuple[FoundCollective, ...]
    may_introduce: bool
    by: str = ""
    unknown_place: str = ""
    partners: tuple[FoundCollective, ...] = ()
    theme: str = ""
    context: str = ""
    others: tuple[Difference, ...] = ()


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
    is over, and `ended` like silence after that; the asker sees no `note`. `mine` and `other` are
    the names of the groups.
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
