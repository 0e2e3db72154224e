"""What circles tell, and what can go wrong."""

from dataclasses import dataclass

from bot.errors import DomainError, NotFound


class CircleNotFound(NotFound):
    """No such circle here, or staff closed it."""

    key = "circle-not-found"
    code = "G5"


class NoCirclePlace(DomainError):
    """Without a place for threads there are no circles."""

    key = "circle-no-place"
    code = "G6"


@dataclass(frozen=True, slots=True)
class CircleView:
    """A circle as somebody sees it.

    `state` is proposed, open or closed; `place` the thread, once there is one. `mine`: invited, in,
    out or empty. `names` are the groups of who is in, `accounts` their `platform:id`.
    """

    id: int
    theme: str
    state: str
    place: str
    mine: str
    names: tuple[str, ...]
    accounts: tuple[str, ...]
    needed: int
