"""What staff and experts see of advice, and what can go wrong."""

from dataclasses import dataclass

from bot.errors import Expired, NotFound


class NotForOthers(Expired):
    """This question stays with staff: it needed a referral first, or staff are done with it."""

    key = "helpdesk-not-for-others"
    code = "H52"


class ExpertNotFound(NotFound):
    """Nobody who chose this theme, or they are away."""

    key = "helpdesk-expert-not-found"
    code = "H53"


class AlreadyConsulted(Expired):
    """This expert was asked about this question before."""

    key = "helpdesk-already-consulted"
    code = "H54"


class AdviceOver(Expired):
    """The advice was given, or the question does not need it any more."""

    key = "helpdesk-advice-over"
    code = "H55"


@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody who can be asked. `is_contact`: of a collective, else a resident."""

    id: int
    name: str
    is_contact: bool


@dataclass(frozen=True, slots=True)
class Experts:
    """Who can be asked about a question, and what they would read."""

    people: tuple[Expert, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A question to an expert and what came of it.

    `name` is empty when the expert did not want to be named. `is_over`: the question ended.
    """

    id: int
    question_id: int
    state: str
    text: str
    name: str
    is_contact: bool
    is_over: bool
    language: str
