"""One door to every way of counting."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import assert_never

from bot.counting.approval import count_approval
from bot.counting.ballots import Ballot
from bot.counting.plurality import count_plurality
from bot.counting.results import Count


class Method(StrEnum):
    """The ways of counting; fixed before a poll opens, because they may differ in the winner."""

    PLURALITY = "plurality"
    APPROVAL = "approval"


def count(method: Method, ballots: Iterable[Ballot], options: Collection[str] = ()) -> Count:
    """Count the ballots exactly.

    With `options` every one of them has a total and a ballot that names another is spoilt; without,
    the options are what the valid ballots name. A spoilt ballot is counted as invalid. Neither the
    order of ballots nor that of options matters. Raises: ValueError when a count is negative.
    """
    match method:
        case Method.PLURALITY:
            return count_plurality(ballots, options)
        case Method.APPROVAL:
            return count_approval(ballots, options)
        case _:
            assert_never(method)
