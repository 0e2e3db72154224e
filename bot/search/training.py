"""Fits the help desk's chances and thresholds on judged questions, and says how good they are.

All figures are out of fold: each question is judged by models that never saw it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search import articles as article_features
from bot.search import themes as theme_features
from bot.search.calibration import Calibration, Model, Row, fit, out_of_fold, threshold
from bot.search.helpdesk import ELSEWHERE_NAMES, Clues, HelpDeskSearch
from bot.search.questions import Reader
from bot.search.themes import Candidate, ThemeScore

FOLDS: Final = 10
ANSWER_PRECISION: Final = 0.9
SUGGEST_PRECISION: Final = 0.5
OFFTOPIC_PRECISION: Final = 0.95
UNUSED: Final = frozenset({"sense", "repeat"})
"""Features without a weight: `sense` wants a scorer, `repeat` wants past questions."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what is right for it: any of `themes`, one of `articles`, or neither."""

    id: str
    text: str
    themes: frozenset[str]
    articles: frozenset[str]
    is_offtopic: bool


@dataclass(frozen=True, slots=True)
class _Case:
    judged: Judged
    clues: Clues
    articles: tuple[Candidate, ...]
    themes: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Trained:
    """A calibration and its figures by name: shares between 0 and 1, and counts."""

    calibration: Calibration
    figures: Mapping[str, float]


def train(desk: HelpDeskSearch, judged: Sequence[Judged]) -> Trained:
    """Fit on these questions. Raises: ValueError when there are none."""
    cases = [_case(desk, question) for question in judged]
    folds = _folds(cases)
    blind = [
        _models([case for case, own in zip(cases, folds, strict=True) if own != fold])
        for fold in range(FOLDS)
    ]
    clues = [
        _Scored(case, _judge(case, blind[fold])) for case, fold in zip(cases, folds, strict=True)
    ]
    rows = [desk.elsewhere_row(one.clues) for one in clues]
    labels = [case.judged.is_offtopic for case in cases]
    offtopic = out_of_fold(rows, labels, ELSEWHERE_NAMES, folds)
    models = {**_models(cases), "offtopic": fit(rows, labels, ELSEWHERE_NAMES)}
    limits = _limits(clues, offtopic)
    return Trained(Calibration(models, limits), _figures(clues, offtopic, limits))


@dataclass(frozen=True, slots=True)
class _Scored:
    """A question with the chances that models gave which never saw it."""

    case: _Case
    clues: Clues

    @property
    def is_right(self) -> bool:
        return bool(self.clues.best) and self.clues.best[0] in self.case.judged.articles

    @property
    def is_among(self) -> bool:
        return not self.case.judged.articles.isdisjoint(self.clues.best)

    @property
    def has_theme(self) -> bool:
        themes = self.clues.themes
        return bool(themes) and themes[0].id in self.case.judged.themes


def _case(desk: HelpDeskSearch, judged: Judged) -> _Case:
    clues = desk.clues(Reader().read(judged.text))
    themes = desk.themes.candidates(clues.asked.text, desk.articles.votes(clues.articles))
    return _Case(judged, clues, clues.articles, themes)


def _folds(cases: Sequence[_Case]) -> list[int]:
    order = sorted(range(len(cases)), key=lambda n: cases[n].judged.id)
    folds = [0] * len(cases)
    for place, number in enumerate(order):
        folds[number] = place % FOLDS
    return folds


def _models(cases: Iterable[_Case]) -> dict[str, Model]:
    article_rows: list[tuple[Row, bool]] = []
    theme_rows: list[tuple[Row, bool]] = []
    for case in cases:
        article_rows += [(c.row, c.id in case.judged.articles) for c in case.articles]
        if case.judged.themes:
            theme_rows += [(c.row, c.id in case.judged.themes) for c in case.themes]
    return {
        "article": _fit(article_rows, article_features.NAMES),
        "theme": _fit(theme_rows, theme_features.NAMES),
    }


def _fit(rows: Sequence[tuple[Row, bool]], names: Sequence[str]) -> Model:
    used = [name for name in names if name not in UNUSED]
    return fit([row for row, _ in rows], [label for _, label in rows], used)


def _judge(case: _Case, models: Mapping[str, Model]) -> Clues:
    chances = {c.id: models["article"].chance(c.row) for c in case.articles}
    themes = [ThemeScore(c.id, models["theme"].chance(c.row)) for c in case.themes]
    ordered = tuple(sorted(themes, key=lambda theme: (-theme.score, theme.id)))
    return Clues(case.clues.asked, case.articles, chances, ordered)


def _limits(scored: Sequence[_Scored], offtopic: Sequence[float]) -> dict[str, float]:
    tops = [one.clues.top for one in scored]
    answer = threshold(tops, [one.is_right for one in scored], ANSWER_PRECISION)
    rest = [one for one in scored if one.clues.top < answer]
    labels = [one.case.judged.is_offtopic for one in scored]
    elsewhere = threshold(offtopic, labels, OFFTOPIC_PRECISION)
    near = [
        one
        for one, chance in zip(scored, offtopic, strict=True)
        if one.clues.top < answer and chance < elsewhere
    ]
    among = [one.clues.among for one in near or rest]
    suggest = threshold(among, [one.is_among for one in near or rest], SUGGEST_PRECISION)
    return {"answer": answer, "offtopic": elsewhere, "suggest": suggest}


def _figures(
    scored: Sequence[_Scored], offtopic: Sequence[float], limits: Mapping[str, float]
) -> dict[str, float]:
    answered = [one for one in scored if one.clues.top >= limits["answer"]]
    left = [
        (one, chance)
        for one, chance in zip(scored, offtopic, strict=True)
        if one.clues.top < limits["answer"]
    ]
    off = [one for one, chance in left if chance >= limits["offtopic"]]
    offered = [
        one
        for one, chance in left
        if chance < limits["offtopic"] and one.clues.among >= limits["suggest"]
    ]
    answerable = [one for one in scored if one.case.judged.articles]
    themed = [one for one in scored if one.case.judged.themes]
    strange = [one for one in scored if one.case.judged.is_offtopic]
    return {
        "questions": len(scored),
        "article_first": _share(one.is_right for one in answerable),
        "article_among_three": _share(one.is_among for one in answerable),
        "theme_first": _share(one.has_theme for one in themed),
        "answered": len(answered),
        "answer_precision": _share(one.is_right for one in answered),
        "offered": len(offered),
        "offer_precision": _share(one.is_among for one in offered),
        "offtopic": len(off),
        "offtopic_precision": _share(one.case.judged.is_offtopic for one in off),
        "offtopic_found": len([one for one in off if one in strange]) / max(len(strange), 1),
    }


def _share(right: Iterable[bool]) -> float:
    values = list(right)
    return round(sum(values) / len(values), 3) if values else 0.0
