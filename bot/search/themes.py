"""Which themes a text is about: a guess with a chance, that a person can change."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search.calibration import Model
from bot.search.engine import Document, Engine
from bot.search.evidence import Page, Probe, Shelf, features, page

CONSIDERED: Final = 8
LEANING: Final = 5
"""So many of the themes that a question leans to most are looked at, by each way of reading."""
NAMES: Final = (
    "cover", "letters", "named", "rel", "gap", "vote",
    "words_lean", "words_ahead", "meaning_lean", "meaning_ahead",
)  # fmt: skip
"""The features of a candidate theme; see `_row`, and for the last four `with_leanings`."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme as the search knows it: names, a sentence, and what people call it."""

    id: str
    names: tuple[str, ...]
    description: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """A theme and the chance, 0 to 1, that the text is about it."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A theme or article that may be right, with the features that the chance is made from."""

    id: str
    row: Mapping[str, float]


class Themes:
    """Guesses themes by the words people use for them, in Dutch and in English."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        subjects = tuple(subjects)
        self._ids = frozenset(subject.id for subject in subjects)
        self._engine = Engine.build(_document(subject) for subject in subjects)
        by_id = {subject.id: subject for subject in subjects}
        self._shelf = Shelf(lambda id_: self._page(by_id[id_]))
        for subject in subjects:
            self._shelf.put(subject.id, self._page(subject))

    @property
    def ids(self) -> frozenset[str]:
        """Every theme."""
        return self._ids

    def stems(self, text: str) -> tuple[str, ...]:
        """The distinct stems of a text, without small words."""
        return self._engine.stems(text)

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """The themes that share something with the text, by the engine's order."""
        hits = self._engine.search(text, CONSIDERED)
        probe = self.probe(text)
        best = hits[0].score if hits else 1.0
        second = hits[1].score if len(hits) > 1 else 0.0
        return tuple(
            Candidate(
                hit.id,
                {
                    **_row(probe, self._shelf.page(hit.id)),
                    "rel": hit.score / best,
                    "gap": (hit.score - (second if number == 0 else best)) / best,
                },
            )
            for number, hit in enumerate(hits)
        )

    def probe(self, text: str) -> Probe:
        """The question weighed by how rare its words are among the themes."""
        return self._shelf.probe(text, self._engine.stems(text))

    def known(self, text: str) -> float:
        """The share of the text, by weight, in words that some theme has."""
        return self._shelf.known(self.probe(text))

    def _page(self, subject: Subject) -> Page:
        lines = (*subject.names, *subject.synonyms)
        lead = frozenset(self._engine.stems(" ".join(lines)))
        return page(lead | frozenset(self._engine.stems(subject.description)), lead, lines)


def with_votes(
    candidates: Sequence[Candidate], votes: Mapping[str, float]
) -> tuple[Candidate, ...]:
    """The candidates with what the best articles point to; themes that only those name as well."""
    named = {candidate.id: candidate.row for candidate in candidates}
    return tuple(
        Candidate(id_, {**named.get(id_, {}), "vote": votes.get(id_, 0.0)})
        for id_ in dict.fromkeys((*named, *votes))
    )


def with_leanings(
    candidates: Sequence[Candidate], leanings: Mapping[str, Mapping[str, float]]
) -> tuple[Candidate, ...]:
    """The candidates with how far the question leans to them; the most leaned to as well.

    `leanings` says so by the way of reading. A theme is `ahead` by as much as it leans further than
    every other one, or behind the first.
    """
    rows = {candidate.id: dict(candidate.row) for candidate in candidates}
    for lean in leanings.values():
        for theme in sorted(lean, key=lambda id_: (-lean[id_], id_))[:LEANING]:
            rows.setdefault(theme, {})
    for way, lean in leanings.items():
        first, second = sorted((*lean.values(), 0.0, 0.0), reverse=True)[:2]
        for theme, row in rows.items():
            own = lean.get(theme, 0.0)
            row[f"{way}_lean"] = own
            row[f"{way}_ahead"] = own - (second if own == first else first)
    return tuple(Candidate(id_, row) for id_, row in rows.items())


def scored(candidates: Sequence[Candidate], model: Model) -> tuple[ThemeScore, ...]:
    """The chance of each theme, best first."""
    scores = [
        ThemeScore(candidate.id, round(model.chance(candidate.row), 4)) for candidate in candidates
    ]
    return tuple(sorted(scores, key=lambda theme: (-theme.score, theme.id)))


def _document(subject: Subject) -> Document:
    names, synonyms = " ".join(subject.names), " ".join(subject.synonyms)
    return Document(subject.id, names, subject.description, synonyms)


def _row(probe: Probe, found: Page) -> dict[str, float]:
    """Cover by words and letters, and `named`: how much of one name or synonym the text holds."""
    named = max(
        (len(probe.line.intersection(line)) / len(line) for line in found.lines if line),
        default=0.0,
    )
    return {**features(probe, found), "named": named, "size": math.log1p(len(probe.stems))}
