"""How far a question can be, in words that the rows and the texts share."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far a question is."""

    SUGGESTED = "suggested"
    """The asker looks at what the help desk found."""
    OPEN = "open"
    """It waits for a person."""
    CLAIMED = "claimed"
    """A person has it."""
    WAITING = "waiting"
    """Staff asked the asker something; it ends by itself at `wakes_at`."""
    SNOOZED = "snoozed"
    """Staff put it away until `wakes_at`."""
    ANSWERED = "answered"
    """A person answered; the asker may still ask on."""
    CLOSED = "closed"


class Reason(StrEnum):
    """Why a question closed."""

    SOLVED = "solved"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"
    """The asker was asked something, was warned, and said nothing."""
    ELSEWHERE = "elsewhere"
    """Somebody else helps: a referral, the gemeente, a meeting."""
    OTHER = "other"


class Step(StrEnum):
    """What can happen with a question: the kinds of its events."""

    ASKED = "asked"
    ASKED_AGAIN = "asked-again"
    """The same words a moment later: one question."""
    GONE_PRIVATE = "gone-private"
    HANDED_OVER = "handed-over"
    CALLED = "called"
    """A colleague who chose the theme was named on the card."""
    CLAIMED = "claimed"
    PASSED_ON = "passed-on"
    LET_GO = "let-go"
    NOTE = "note"
    WRITING = "writing"
    ASKED_BACK = "asked-back"
    ANSWERED_BACK = "answered-back"
    WARNED = "warned"
    """The asker was told that the wait for an answer ends soon."""
    SNOOZED = "snoozed"
    WOKEN = "woken"
    CONSULTED = "consulted"
    ADVISED = "advised"
    REVIEW_ASKED = "review-asked"
    REVIEWED = "reviewed"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    THROWN_AWAY = "thrown-away"
    THEMED = "themed"
    EDITED = "edited"
    MERGED = "merged"
    LINKED = "linked"
    SPLIT = "split"
    RAISED = "raised"
    ASKED_IF_DONE = "asked-if-done"
    """Nobody said anything in a post for long; the asker was asked whether it is done."""
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    PUBLISHED = "published"


WITH_STAFF: Final = (State.OPEN, State.CLAIMED, State.WAITING, State.SNOOZED)
"""Staff owe the asker something."""
ENDED: Final = (State.ANSWERED, State.CLOSED)
