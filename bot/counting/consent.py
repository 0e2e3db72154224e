"""Objections (bezwaarronde): accepted when enough people answer and nobody objects."""

from collections.abc import Iterable
from typing import Final

from bot.counting.ballots import Ballot, sort_ballots
from bot.counting.results import Count, Round, totals_of

FINE: Final = "geen_bezwaar"
CONCERN: Final = "zorg"
OBJECTION: Final = "bezwaar"
ACCEPTED: Final = "aangenomen"
"""What stands in `winners` when the proposal is accepted."""

_ANSWERS: Final = (FINE, CONCERN, OBJECTION)


def count_consent(ballots: Iterable[Ballot], minimum: int = 1) -> Count:
    """One round: accepted without objections and with at least `minimum` answers, blank ones too.

    Concerns are counted and do not block. Silence is no consent: without a valid answer nothing is.
    """
    pile = sort_ballots(ballots, _read, lambda answer: (answer,), _ANSWERS)
    answers = dict.fromkeys(_ANSWERS, 0) | dict(pile.marks)
    enough = pile.valid > 0 and pile.valid + pile.blank >= minimum
    winners = (ACCEPTED,) if enough and answers[OBJECTION] == 0 else ()
    totals = totals_of(answers)
    rounds = (Round(totals),)
    return Count("consent", winners, pile.valid, pile.blank, pile.invalid, totals, rounds)


def _read(text: str) -> str:
    return text.casefold().replace(" ", "_")
