"""What policy messages tell, and what can go wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import BadInput, DomainError, Expired, NotAllowed, NotFound
from bot.rights import Action
from bot.untrusted import is_link


class AlertNotFound(NotFound):
    """No such policy message here."""

    key = "alerts-not-found"
    code = "B1"


class AlertChanged(Expired):
    """The button belongs to an older version. Facts: `number`."""

    key = "alerts-changed"
    code = "B2"


class AlertOwn(NotAllowed):
    """Nobody approves what they wrote. Facts: `number`."""

    key = "alerts-own"
    code = "B3"
    action = Action.APPROVE_ALERT.value


class AlertLate(Expired):
    """Approval was asked too long ago. Facts: `number`, `hours`."""

    key = "alerts-late"
    code = "B4"


class AlertUnfinished(BadInput):
    """Approval cannot be asked yet. Facts: `themes`, `link`: whether each is still missing."""

    key = "alerts-unfinished"
    code = "B5"


class AlertThemes(BadInput):
    """More themes than one message may have. Facts: `most`."""

    key = "alerts-themes"
    code = "B6"


class AlertOver(Expired):
    """What was asked for is not possible in this state. Facts: `number`, `state`."""

    key = "alerts-over"
    code = "B7"


class AlertNotYours(NotAllowed):
    """Only the writer changes a draft. Facts: `number`."""

    key = "alerts-not-yours"
    code = "B8"
    action = Action.WRITE_ALERT.value


class AlertEnds(BadInput):
    """Readers would get it when there is nothing left to do.

    Facts: `until`, and `past`: whether that moment is behind us.
    """

    key = "alerts-ends"
    code = "B10"


class NoNewsPlace(DomainError):
    """The community has no place for news, or none for staff."""

    key = "alerts-no-place"
    code = "B9"


class State(StrEnum):
    """Where a policy message is on its way."""

    DRAFT = "draft"
    ASKED = "asked"
    APPROVED = "approved"
    SENT = "sent"
    RETRACTED = "retracted"
    MERGED = "merged"
    """A correction that was taken over in the message it corrects."""


class Held(StrEnum):
    """Why an approved message did not go out at its moment."""

    LATE = "late"
    APPROVER = "approver"
    """Who approved it may not do so any more."""
    WRITER = "writer"
    """Who wrote it may not do so any more: somebody else has to stand for it first."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What staff typed in the form."""

    title: str
    what: str
    meaning: str
    action: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Alert:
    """A policy message as its readers may know it; no writer in it."""

    id: int
    community_id: int
    version: int
    state: State
    code: str
    wording: Wording
    themes: tuple[str, ...]
    written_at: datetime
    asked_at: datetime | None
    send_at: datetime | None
    until_at: datetime | None
    """How long readers can do something; a whole day ends at 23:59."""
    held: Held | None
    sent_at: datetime | None
    corrected_at: datetime | None
    corrects_id: int | None

    @property
    def since(self) -> datetime:
        """The moment that belongs to its state; that of an approved one is still to come."""
        moments = {State.ASKED: self.asked_at, State.APPROVED: self.send_at}
        return self.sent_at or moments.get(self.state) or self.written_at

    @property
    def is_correction(self) -> bool:
        """Whether this is the new text of a message that was sent."""
        return self.corrects_id is not None

    @property
    def lacks_link(self) -> bool:
        """Whether the source cannot be used: only an https address can."""
        return not is_link(self.wording.source_url)

    @property
    def is_complete(self) -> bool:
        """Whether approval may be asked."""
        return bool(self.themes) and not self.lacks_link


@dataclass(frozen=True, slots=True)
class ApprovalCard:
    """What staff see on the card: the message, its version at asking, and the names of staff."""

    alert: Alert
    version: int
    writer: str
    approver: str

    @property
    def is_waiting(self) -> bool:
        """Whether this very version waits for approval."""
        return self.alert.state is State.ASKED and self.alert.version == self.version

    @property
    def is_orphan(self) -> bool:
        """Whether this very version waits for a new writer."""
        return self.alert.held is Held.WRITER and self.alert.version == self.version


@dataclass(frozen=True, slots=True)
class Following:
    """What somebody follows; `everything` beside or instead of single themes."""

    themes: Sequence[str]
    everything: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is followed."""
        return not self.themes and not self.everything
