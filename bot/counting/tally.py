"""One door to every way of counting."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from bot.counting.approval import count_approval
from bot.counting.ballots import Ballot
from bot.counting.consent import count_consent
from bot.counting.date import count_date
from bot.counting.irv import count_irv
from bot.counting.plurality import count_plurality
from bot.counting.ranked_pairs import count_ranked_pairs
from bot.counting.results import Count
from bot.counting.schulze import count_schulze
from bot.counting.score import count_score


class Method(StrEnum):
    """The ways of counting; fixed before a poll opens, because they may differ in the winner."""

    PLURALITY = "plurality"
    APPROVAL = "approval"
    SCORE = "score"
    IRV = "irv"
    SCHULZE = "schulze"
    RANKED_PAIRS = "ranked_pairs"
    CONSENT = "consent"
    DATE = "date"


def count(
    method: Method, ballots: Iterable[Ballot], options: Collection[str] = (), *, minimum: int = 1
) -> Count:
    """Count the ballots exactly.

    With `options` every one of them has a total and a ballot that names another is spoilt; without,
    the options are what the valid ballots name. A spoilt ballot is counted as invalid. Neither the
    order of ballots nor that of options matters. `minimum`: answers that a round of consent needs.
    Raises: ValueError when a count is negative; TooManyOptions for more than 250 by comparison.
    """
    if method is Method.CONSENT:
        return count_consent(ballots, minimum)
    return _COUNTERS[method](ballots, options)


_COUNTERS: Final = {
    Method.PLURALITY: count_plurality,
    Method.APPROVAL: count_approval,
    Method.SCORE: count_score,
    Method.IRV: count_irv,
    Method.SCHULZE: count_schulze,
    Method.RANKED_PAIRS: count_ranked_pairs,
    Method.DATE: count_date,
}
