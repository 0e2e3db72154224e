"""What stands beside an answer, as values."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.services.helpdesk.activities.views import Activity
from bot.services.helpdesk.around.known import Known


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that somebody asked before. `followers`: how many more have it."""

    id: int
    text: str
    is_answered: bool
    followers: int


@dataclass(frozen=True, slots=True)
class Besides:
    """What an article says to people like the asker.

    With a `title` it stands in the place of the article, with a step and a source of its own.
    """

    value: str
    title: str
    text: str
    step: str
    source_name: str
    source_url: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an answer.

    `asks`: the facet on which the answer hangs and that is asked back, else empty. `no_angle`: the
    asker showed a motive that the article has nothing of its own for. `can_follow`: others may say
    that they have this question too. `is_crisis`: nothing is offered beside the referral.
    """

    asks: str = ""
    besides: tuple[Besides, ...] = ()
    no_angle: bool = False
    is_flemish: bool = False
    duties: tuple[str, ...] = ()
    """What is said of duties of government that the asker wants to take over."""
    is_thrown_away: bool = False
    is_crisis: bool = False
    can_follow: bool = False
    followers: int = 0
    earlier: tuple[Earlier, ...] = ()
    known: tuple[Known, ...] = ()
    """Who did this already."""
    coming: tuple[Activity, ...] | None = None
    """What everybody may come to; None when that is not what was asked."""


NOTHING_AROUND: Final = Around()
