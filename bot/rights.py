"""Who may do what: one table, in which every action has a row.

A role does not contain another; the table decides. Being a member of the association is no role.
Source: domain rules on trust, "Permission matrix".
"""

from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Final, assert_never


class Role(StrEnum):
    """What a person is in a community, in the order of the table's columns."""

    RESIDENT = "resident"
    CONTACT = "contact"
    STAFF = "staff"
    ADMIN = "admin"


class Grant(Enum):
    """What a cell of the table says."""

    NO = auto()
    YES = auto()
    OWN = auto()
    """Only on what is one's own, or of one's own collective."""
    NOT_OWN = auto()
    """Only on what somebody else made: the second pair of eyes."""
    ON_CALL = auto()
    """Only while on duty."""
    ANNOUNCED = auto()
    """Only as far as voters were told before they voted."""


class Action(StrEnum):
    """Everything that a right is asked for."""

    ASK = "ask"
    FOLLOW_UP_ANSWER = "follow-up-answer"
    PUBLISH_QUESTION = "publish-question"
    HANDLE_QUESTION = "handle-question"
    WRITE_ARTICLE = "write-article"
    SEE_QUESTION = "see-question"
    SEE_CRISIS_QUESTION = "see-crisis-question"
    VOTE = "vote"
    START_QUICK_POLL = "start-quick-poll"
    START_COMMUNITY_POLL = "start-community-poll"
    STOP_POLL = "stop-poll"
    SET_SENSITIVE = "set-sensitive"
    UNSET_SENSITIVE = "unset-sensitive"
    SEE_NAMED_BALLOTS = "see-named-ballots"
    SEE_ANONYMOUS_BALLOTS = "see-anonymous-ballots"
    EDIT_BALLOT = "edit-ballot"
    READ_RESULT_EARLY = "read-result-early"
    EDIT_COLLECTIVE = "edit-collective"
    INTRODUCE = "introduce"
    RUN_ROUNDS = "run-rounds"
    SEE_INTRODUCTION_STATUS = "see-introduction-status"
    WRITE_ALERT = "write-alert"
    APPROVE_ALERT = "approve-alert"
    BROADCAST_URGENT = "broadcast-urgent"
    RETRACT_ALERT = "retract-alert"
    READ_PUBLIC = "read-public"
    GIVE_EVIDENCE = "give-evidence"
    SEE_SIGNALS = "see-signals"
    SEE_SOURCES = "see-sources"
    CHANGE_SOURCES = "change-sources"
    SETTINGS = "settings"
    IMPORT = "import"
    EXPORT_ALL = "export-all"
    BACK_UP = "back-up"
    RESTORE = "restore"
    OWN_DATA = "own-data"
    ERASE_OTHER = "erase-other"
    SEE_AUDIT_LOG = "see-audit-log"
    BLOCK_PERSON = "block-person"
    STOP_SENDING = "stop-sending"
    RESUME_SENDING = "resume-sending"


_NO, _YES, _OWN, _TOLD = Grant.NO, Grant.YES, Grant.OWN, Grant.ANNOUNCED

MATRIX: Final[Mapping[Action, tuple[Grant, Grant, Grant, Grant]]] = MappingProxyType(
    {
        # columns as in Role: resident, contact, staff, admin
        Action.ASK: (_YES, _YES, _YES, _YES),
        Action.FOLLOW_UP_ANSWER: (_OWN, _OWN, _OWN, _OWN),
        Action.PUBLISH_QUESTION: (_OWN, _OWN, _OWN, _OWN),
        Action.HANDLE_QUESTION: (_NO, _NO, _YES, _YES),
        Action.WRITE_ARTICLE: (_NO, _NO, _YES, _YES),
        Action.SEE_QUESTION: (_NO, _NO, _YES, _YES),
        Action.SEE_CRISIS_QUESTION: (_NO, _NO, Grant.ON_CALL, Grant.ON_CALL),
        Action.VOTE: (_OWN, _OWN, _OWN, _OWN),
        Action.START_QUICK_POLL: (_NO, _YES, _YES, _YES),
        Action.START_COMMUNITY_POLL: (_NO, _NO, _YES, _YES),
        Action.STOP_POLL: (_NO, _OWN, _YES, _YES),
        Action.SET_SENSITIVE: (_NO, _YES, _YES, _YES),
        Action.UNSET_SENSITIVE: (_NO, _NO, _NO, _YES),
        Action.SEE_NAMED_BALLOTS: (_TOLD, _TOLD, _TOLD, _TOLD),
        Action.SEE_ANONYMOUS_BALLOTS: (_NO, _NO, _NO, _NO),
        Action.EDIT_BALLOT: (_NO, _NO, _NO, _NO),
        Action.READ_RESULT_EARLY: (_NO, _NO, _NO, _NO),
        Action.EDIT_COLLECTIVE: (_NO, _OWN, _YES, _YES),
        Action.INTRODUCE: (_NO, _OWN, _NO, _NO),
        Action.RUN_ROUNDS: (_NO, _NO, _YES, _YES),
        Action.SEE_INTRODUCTION_STATUS: (_NO, _OWN, _YES, _YES),
        Action.WRITE_ALERT: (_NO, _NO, _YES, _YES),
        Action.APPROVE_ALERT: (_NO, _NO, Grant.NOT_OWN, Grant.NOT_OWN),
        Action.BROADCAST_URGENT: (_NO, _NO, Grant.NOT_OWN, Grant.NOT_OWN),
        Action.RETRACT_ALERT: (_NO, _NO, _YES, _YES),
        Action.READ_PUBLIC: (_YES, _YES, _YES, _YES),
        Action.GIVE_EVIDENCE: (_NO, _OWN, _YES, _YES),
        Action.SEE_SIGNALS: (_NO, _NO, _YES, _YES),
        Action.SEE_SOURCES: (_NO, _NO, _YES, _YES),
        Action.CHANGE_SOURCES: (_NO, _NO, _NO, _YES),
        Action.SETTINGS: (_NO, _NO, _NO, _YES),
        Action.IMPORT: (_NO, _NO, _NO, _YES),
        Action.EXPORT_ALL: (_NO, _NO, _NO, _YES),
        Action.BACK_UP: (_NO, _NO, _NO, _YES),
        Action.RESTORE: (_NO, _NO, _NO, _NO),  # only from the console
        Action.OWN_DATA: (_OWN, _OWN, _OWN, _OWN),
        Action.ERASE_OTHER: (_NO, _NO, _NO, _YES),
        Action.SEE_AUDIT_LOG: (_NO, _NO, _OWN, _YES),
        Action.BLOCK_PERSON: (_NO, _NO, _YES, _YES),
        Action.STOP_SENDING: (_NO, _NO, _YES, _YES),
        Action.RESUME_SENDING: (_NO, _NO, _NO, _YES),
    }
)

_COLUMN: Final = {role: place for place, role in enumerate(Role)}


STAFF_ACTIONS: Final = frozenset(
    action.value
    for action, (resident, contact, *_) in MATRIX.items()
    if resident is Grant.NO and contact is Grant.NO
)
"""What residents and contacts never may: a refusal is written down."""


def may(
    roles: Iterable[Role],
    action: Action,
    *,
    own: bool = False,
    on_call: bool = False,
    announced: bool = False,
) -> bool:
    """Whether somebody with these roles may do this now; without a role, nothing.

    `own`: the object is this person's or their collective's. `on_call`: this person is on duty.
    `announced`: voters were told before voting that this person would see it.
    """
    row = MATRIX[action]
    return any(
        _is_met(row[_COLUMN[role]], own=own, on_call=on_call, announced=announced) for role in roles
    )


def _is_met(grant: Grant, *, own: bool, on_call: bool, announced: bool) -> bool:
    match grant:
        case Grant.NO:
            return False
        case Grant.YES:
            return True
        case Grant.OWN:
            return own
        case Grant.NOT_OWN:
            return not own
        case Grant.ON_CALL:
            return on_call
        case Grant.ANNOUNCED:
            return announced
        case _:
            assert_never(grant)
