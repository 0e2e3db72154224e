"""What the help desk says of a question, in the words of its services."""

from dataclasses import dataclass
from enum import StrEnum

from bot.search.referrals import Referral
from bot.search.themes import ThemeScore


class Outcome(StrEnum):
    """What happens with a question. The values are those of the command line."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNSURE = "unsure"
    REFER = "refer"
    OFFTOPIC = "offtopic"


@dataclass(frozen=True, slots=True)
class Answer:
    """An article that may answer, with its chance of being right, in the language of `language`."""

    article: str
    title: str
    score: float
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the help desk would say.

    `answers` has one article for `answer`, one to three for `suggest`, and none for `unsure` and
    `offtopic`. With `refer` it holds what a normal answer would have been, unless the mode of the
    referral is "instead". `referrals` may also stand beside any other outcome (mode "after", or a
    theme question with a crisis word): then they are shown too, on top or below by their mode.
    `themes` is what the question is about, best first; none is "I do not know". `likeliest` are the
    themes that a person may choose from, also when none is likely enough to be the guess.
    `wants_person`: the writer asked for one. `is_remark`: thanks, a greeting or a plain remark.
    """

    outcome: Outcome
    language: str
    themes: tuple[ThemeScore, ...] = ()
    answers: tuple[Answer, ...] = ()
    referrals: tuple[Referral, ...] = ()
    wants_person: bool = False
    is_remark: bool = False
    likeliest: tuple[ThemeScore, ...] = ()

    @property
    def referral(self) -> Referral | None:
        """The most urgent referral."""
        return self.referrals[0] if self.referrals else None

    @property
    def is_referral_alone(self) -> bool:
        """Whether the referral stands instead of every other answer."""
        return any(referral.mode == "instead" for referral in self.referrals)
