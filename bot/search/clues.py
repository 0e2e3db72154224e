"""All that a decision on a question is made from, as features on scales that stay.

The features of meaning are 0 where the search goes by words alone; each way has its own weights.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search.calibration import Model
from bot.search.elsewhere import ELSEWHERE
from bot.search.questions import Asked
from bot.search.themes import Candidate, ThemeScore
from bot.search.words import STOP_EN, STOP_NL, words

OFFERED: Final = 3
FAR: Final = 2.0
"""A lead of the first article beyond this says no more."""
ANSWER_NAMES: Final = (
    "share", "gap", "letters", "cover", "repeat", "size", "told", "elsewhere", "near", "ahead",
)  # fmt: skip
AMONG_NAMES: Final = (
    "three", "share", "spread", "letters", "cover", "size", "told", "elsewhere", "near",
)  # fmt: skip
ELSEWHERE_NAMES: Final = (
    "article", "theme", "known", "known_themes", "elsewhere", "noise", "short", "near",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidate articles of a question, best first, each with its share of the belief."""

    asked: Asked
    articles: tuple[Candidate, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> tuple[str, ...]:
        """The likeliest articles, best first, three at most."""
        return tuple(candidate.id for candidate in self.articles[:OFFERED])

    @property
    def is_loose(self) -> bool:
        """Whether the question is a word that fits many articles."""
        return bool(self.articles) and self.articles[0].row["loose"] > 0.0

    def answer_row(self) -> dict[str, float]:
        """The features of "the first article is the right one"; see `ANSWER_NAMES`."""
        if not self.articles:
            return {}
        first, second = self.shares[0], self.shares[1] if len(self.shares) > 1 else 0.0
        row = self.articles[0].row
        return {
            **self._question_row(row["letters"]),
            "share": first,
            "gap": min(math.log(first / second) / 3.0, FAR) if second > 0.0 else FAR,
            "cover": row["cover"],
            "repeat": row["repeat"],
            "near": row["near"],
            "ahead": row["ahead"],
        }

    def among_row(self) -> dict[str, float]:
        """The features of "the right article is one of the best three"; see `AMONG_NAMES`."""
        if not self.articles:
            return {}
        rows = [candidate.row for candidate in self.articles[:OFFERED]]
        return {
            **self._question_row(rows[0]["letters"]),
            "three": sum(self.shares[:OFFERED]),
            "share": self.shares[0],
            "spread": -sum(share * math.log(share) for share in self.shares if share > 0.0),
            "cover": max(row["cover"] for row in rows),
            "near": max(row["near"] for row in rows),
        }

    def _question_row(self, letters: float) -> dict[str, float]:
        """`told`: how much of the question, and not only which share of it, the article has."""
        said = said_words(self.asked.text)
        size = math.log1p(len(said))
        return {
            "letters": letters,
            "size": size,
            "told": size * letters,
            "elsewhere": len(said & ELSEWHERE) / len(said) if said else 0.0,
        }


@dataclass(frozen=True, slots=True)
class Clues:
    """A ranked question with what the decision goes by: `top` and `among` are chances."""

    ranked: Ranked
    themes: tuple[ThemeScore, ...]
    top: float
    among: float

    @property
    def asked(self) -> Asked:
        """The question."""
        return self.ranked.asked

    @property
    def best(self) -> tuple[str, ...]:
        """The likeliest articles, best first, three at most."""
        return self.ranked.best

    @property
    def sure(self) -> float:
        """The chance for an answer: 0 when the question is a word that fits many articles."""
        return 0.0 if self.ranked.is_loose else self.top

    @property
    def chances(self) -> dict[str, float]:
        """For each candidate the chance that it is the right one."""
        shares = self.ranked.shares
        first = max(shares[:1], default=1.0) or 1.0
        return {
            candidate.id: self.top * share / first
            for candidate, share in zip(self.ranked.articles, shares, strict=True)
        }


def ranked(asked: Asked, candidates: Sequence[Candidate], model: Model) -> Ranked:
    """The candidates in the order of this model, each with its share of the belief."""
    scores = {candidate.id: model.score(candidate.row) for candidate in candidates}
    order = sorted(candidates, key=lambda candidate: (-scores[candidate.id], candidate.id))
    highest = max(scores.values(), default=0.0)
    raised = [math.exp(scores[candidate.id] - highest) for candidate in order]
    return Ranked(asked, tuple(order), tuple(one / sum(raised) for one in raised))


def votes(themes_of: Mapping[str, Sequence[str]], ranked: Ranked) -> dict[str, float]:
    """How strongly the best articles point to each theme, 0 to 1; their first theme most."""
    found: dict[str, float] = {}
    for candidate, share in zip(ranked.articles[:OFFERED], ranked.shares, strict=False):
        for place, theme in enumerate(themes_of[candidate.id]):
            found[theme] = found.get(theme, 0.0) + share * max(1.0 - 0.4 * place, 0.3)
    return found


def said_words(text: str) -> set[str]:
    """The words of a text, without the small ones."""
    return set(words(text)) - STOP_NL - STOP_EN
