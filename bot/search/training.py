"""Fits the help desk's chances and thresholds on judged questions, and says how good they are.

All figures are out of fold: each question is judged by models that never saw it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.search import articles as article_features
from bot.search import themes as theme_features
from bot.search.calibration import Calibration, Model, Row, fit, out_of_fold, threshold
from bot.search.helpdesk import AMONG_NAMES, ELSEWHERE_NAMES, Clues, HelpDeskSearch
from bot.search.themes import Candidate, ThemeScore

FOLDS: Final = 10
ANSWER_PRECISION: Final = 0.9
SUGGEST_CHANCE: Final = 0.5
"""Suggest when the right article is more likely among the three than not."""
OFFTOPIC_PRECISION: Final = 0.95
UNUSED: Final = frozenset({"sense"})
"""Features without a weight: `sense` wants a scorer."""


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
    cases = [case for case in (_case(desk, question) for question in judged) if _is_searched(case)]
    folds = _folds(cases)
    blind = [
        _models([case for case, own in zip(cases, folds, strict=True) if own != fold])
        for fold in range(FOLDS)
    ]
    clues = [
        _Scored(case, _judge(case, blind[fold])) for case, fold in zip(cases, folds, strict=True)
    ]
    strange = [case.judged.is_offtopic for case in cases]
    elsewhere_rows = [desk.elsewhere_row(one.clues) for one in clues]
    offtopic = out_of_fold(elsewhere_rows, strange, ELSEWHERE_NAMES, folds)
    near = [n for n, is_strange in enumerate(strange) if not is_strange]
    among_rows = [clues[n].clues.among_row() for n in near]
    are_among = [clues[n].is_among for n in near]
    folds_near = [folds[n] for n in near]
    offered = out_of_fold(among_rows, are_among, AMONG_NAMES, folds_near)
    among = dict(zip(near, offered, strict=True))
    models = {
        **_models(cases),
        "offtopic": fit(elsewhere_rows, strange, ELSEWHERE_NAMES),
        "among": fit(among_rows, are_among, AMONG_NAMES),
    }
    judged_all = [
        _Verdict(one, chance, among.get(n, 0.0))
        for n, (one, chance) in enumerate(zip(clues, offtopic, strict=True))
    ]
    limits = _limits(judged_all)
    return Trained(Calibration(models, limits), _figures(judged_all, limits))


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


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A scored question, with the chances that it is off topic and that three would do."""

    scored: _Scored
    offtopic: float
    among: float


def _case(desk: HelpDeskSearch, judged: Judged) -> _Case:
    clues = desk.clues(desk.read(judged.text))
    themes = desk.themes.candidates(clues.asked.text, desk.articles.votes(clues.articles))
    return _Case(judged, clues, clues.articles, themes)


def _is_searched(case: _Case) -> bool:
    """Whether the search decides; who asks for a person gets one before any chance counts."""
    asked = case.clues.asked
    return not (asked.wants_person or asked.is_private or asked.is_vague)


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


def _limits(verdicts: Sequence[_Verdict]) -> dict[str, float]:
    tops = [verdict.scored.clues.sure for verdict in verdicts]
    right = [verdict.scored.is_right for verdict in verdicts]
    chances = [verdict.offtopic for verdict in verdicts]
    strange = [verdict.scored.case.judged.is_offtopic for verdict in verdicts]
    # Smoothed as well: by itself the share of right answers jumps with every single question.
    rows = [{"top": 10.0 * top} for top in tops]
    smooth = fit(rows, right, ["top"])
    expected = threshold(tops, [smooth.chance(row) for row in rows], ANSWER_PRECISION)
    return {
        "answer": max(expected, threshold(tops, right, ANSWER_PRECISION)),
        "offtopic": threshold(chances, strange, OFFTOPIC_PRECISION),
        "suggest": SUGGEST_CHANCE,
    }


def _figures(verdicts: Sequence[_Verdict], limits: Mapping[str, float]) -> dict[str, float]:
    every = [verdict.scored for verdict in verdicts]
    answered = [one for one in every if one.clues.sure >= limits["answer"]]
    left = [verdict for verdict in verdicts if verdict.scored.clues.sure < limits["answer"]]
    off = [verdict.scored for verdict in left if verdict.offtopic >= limits["offtopic"]]
    offered = [
        verdict.scored
        for verdict in left
        if verdict.offtopic < limits["offtopic"] and verdict.among >= limits["suggest"]
    ]
    answerable = [one for one in every if one.case.judged.articles]
    strange = [one for one in every if one.case.judged.is_offtopic]
    return {
        "questions": len(every),
        "article_first": _share(one.is_right for one in answerable),
        "article_among_three": _share(one.is_among for one in answerable),
        "theme_first": _share(one.has_theme for one in every if one.case.judged.themes),
        "answered": len(answered),
        "answer_precision": _share(one.is_right for one in answered),
        "offered": len(offered),
        "offer_precision": _share(one.is_among for one in offered),
        "offtopic": len(off),
        "offtopic_precision": _share(one.case.judged.is_offtopic for one in off),
        "offtopic_found": round(sum(one in off for one in strange) / max(len(strange), 1), 3),
    }


def _share(right: Iterable[bool]) -> float:
    values = list(right)
    return round(sum(values) / len(values), 3) if values else 0.0
