"""Fits the help desk's chances and thresholds on judged questions, and says how good they are.

All figures are out of fold: each question is judged by models that never saw it. With questions of
three or more writers a fold is a writer, as the next question will be by somebody else again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from typing import Final

from bot.search import articles as article_features
from bot.search import themes as theme_features
from bot.search.calibration import (
    Calibration,
    Model,
    Row,
    fit,
    fit_choice,
    out_of_fold,
    threshold,
)
from bot.search.clues import AMONG_NAMES, ANSWER_NAMES, ELSEWHERE_NAMES, Clues, Ranked, ranked
from bot.search.findings import Outcome
from bot.search.helpdesk import HelpDeskSearch
from bot.search.leaning_fit import Labelled, TableFit, labelled, shipped
from bot.search.questions import Asked
from bot.search.themes import Candidate, ThemeScore, scored

FOLDS: Final = 10
WRITERS: Final = 3
ANSWER_PRECISION: Final = 0.9
SUGGEST_PRECISION: Final = 0.8
OFFTOPIC_PRECISION: Final = 0.9
WORTH: Final = 0.2
"""A theme that is right less often is not guessed: "I do not know" helps more."""
MOST_WRONGED: Final = 0.05
"""At most this share of the questions that no article answers may get an answer."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what is right for it: any of `themes`, one of `articles`, or neither.

    `is_example`: nobody judged which article answers it; it only shows what a theme is like.
    """

    id: str
    text: str
    themes: frozenset[str]
    articles: frozenset[str]
    is_offtopic: bool
    writer: str = ""
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question as it is judged by models that never saw it; the chances are out of fold."""

    judged: Judged
    is_searched: bool
    best: tuple[str, ...] = ()
    theme: str = ""
    theme_sure: float = 0.0
    sure: float = 0.0
    among: float = 0.0
    offtopic: float = 0.0

    @property
    def is_right(self) -> bool:
        """Whether the first article is a right one."""
        return bool(self.best) and self.best[0] in self.judged.articles

    @property
    def is_among(self) -> bool:
        """Whether a right article is one of the best three."""
        return not self.judged.articles.isdisjoint(self.best)


@dataclass(frozen=True, slots=True)
class Trained:
    """A calibration, its figures by name (shares between 0 and 1, and counts), and each verdict."""

    calibration: Calibration
    figures: Mapping[str, float]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    judged: Judged
    asked: Asked
    articles: tuple[Candidate, ...]
    themes: tuple[Candidate, ...]

    @property
    def is_searched(self) -> bool:
        """Whether the search decides; who asks for a person gets one before any chance counts."""
        asked = self.asked
        return not (asked.wants_person or asked.is_private or asked.is_vague or not asked.text)


def train(desk: HelpDeskSearch, judged: Sequence[Judged]) -> Trained:
    """Fit on these questions, by words alone unless the desk's meanings are ready.

    Raises: ValueError when there are too few.
    """
    examples = [labelled(one.text, sorted(one.themes)) for one in judged if one.is_example]
    every = [_case(desk, question) for question in judged if not question.is_example]
    cases = [case for case in every if case.is_searched]
    folds = _folds([case.judged for case in cases])
    found = _ranked_blind(cases, folds)
    tables = TableFit(desk, [*shipped(desk), *examples], [_example(case) for case in cases])
    leans = tables.blind(folds)
    rows = [
        desk.theme_rows(case.themes, one, lean)
        for case, one, lean in zip(cases, found, leans, strict=True)
    ]
    themes = _themes_blind(cases, rows, folds)
    right, held = _right(cases, found, 1), _right(cases, found, None)
    answer, tops = _decision([one.answer_row() for one in found], right, ANSWER_NAMES, folds)
    among, threes = _decision([one.among_row() for one in found], held, AMONG_NAMES, folds)
    clues = list(starmap(Clues, zip(found, themes, tops, threes, strict=True)))
    strange = [case.judged.is_offtopic for case in cases]
    offtopic, far = _decision(
        [desk.elsewhere_row(one) for one in clues], strange, ELSEWHERE_NAMES, folds
    )
    models = {
        "article": _article_model(cases),
        "theme": _theme_model(cases, rows),
        "answer": answer,
        "among": among,
        "offtopic": offtopic,
    }
    verdicts = _verdicts(every, zip(clues, far, strict=True))
    limits = _limits(verdicts)
    calibration = Calibration(models, limits, tables.tables())
    return Trained(calibration, figures(verdicts, limits), verdicts)


def _right(cases: Sequence[_Case], found: Sequence[Ranked], top: int | None) -> list[bool]:
    """Whether a right article is among the first so many of each case."""
    return [
        not case.judged.articles.isdisjoint(one.best[:top])
        for case, one in zip(cases, found, strict=True)
    ]


def _decision(
    rows: Sequence[Row], labels: Sequence[bool], names: Sequence[str], folds: Sequence[int]
) -> tuple[Model, list[float]]:
    """A model, and for each row the chance by one that saw no row of its fold."""
    return fit(rows, labels, names), out_of_fold(rows, labels, names, folds)


def _verdicts(
    every: Iterable[_Case], decided: Iterator[tuple[Clues, float]]
) -> tuple[Verdict, ...]:
    return tuple(
        _verdict(case.judged, *next(decided))
        if case.is_searched
        else Verdict(case.judged, is_searched=False)
        for case in every
    )


def _verdict(judged: Judged, clues: Clues, offtopic: float) -> Verdict:
    theme = clues.themes[0] if clues.themes else ThemeScore("", 0.0)
    return Verdict(
        judged,
        is_searched=True,
        best=clues.best,
        theme=theme.id,
        theme_sure=theme.score,
        sure=clues.sure,
        among=clues.among,
        offtopic=offtopic,
    )


def _case(desk: HelpDeskSearch, judged: Judged) -> _Case:
    asked = desk.read(judged.text)
    senses = desk.senses(asked)
    found = desk.articles.candidates(asked.text, senses)
    return _Case(judged, asked, found, desk.themes.candidates(asked.text))


def _example(case: _Case) -> Labelled:
    """What the question of a case shows of themes."""
    one = labelled(case.asked.text, sorted(case.judged.themes))
    return replace(one, is_nothing=case.judged.is_offtopic)


def _folds(judged: Sequence[Judged]) -> list[int]:
    writers = sorted({one.writer for one in judged})
    if len(writers) >= WRITERS:
        return [writers.index(one.writer) for one in judged]
    order = sorted(range(len(judged)), key=lambda n: judged[n].id)
    folds = [0] * len(judged)
    for place, number in enumerate(order):
        folds[number] = place % FOLDS
    return folds


def _article_model(cases: Iterable[_Case]) -> Model:
    groups = [[(c.row, c.id in case.judged.articles) for c in case.articles] for case in cases]
    return fit_choice(groups, article_features.NAMES)


def _ranked_blind(cases: Sequence[_Case], folds: Sequence[int]) -> list[Ranked]:
    """The articles of each case, ranked by a model that saw no case of its fold."""
    models = {
        fold: _article_model(case for case, own in zip(cases, folds, strict=True) if own != fold)
        for fold in set(folds)
    }
    return [
        ranked(case.asked, case.articles, models[fold])
        for case, fold in zip(cases, folds, strict=True)
    ]


Rows = Sequence[Candidate]


def _theme_model(cases: Iterable[_Case], rows: Iterable[Rows]) -> Model:
    judged = [
        (candidate.row, candidate.id in case.judged.themes)
        for case, own in zip(cases, rows, strict=True)
        if case.judged.themes or case.judged.is_offtopic
        for candidate in own
    ]
    return fit([row for row, _ in judged], [label for _, label in judged], theme_features.NAMES)


def _themes_blind(
    cases: Sequence[_Case], rows: Sequence[Rows], folds: Sequence[int]
) -> list[tuple[theme_features.ThemeScore, ...]]:
    models: dict[int, Model] = {}
    for fold in set(folds):
        seen = [n for n, own in enumerate(folds) if own != fold]
        models[fold] = _theme_model([cases[n] for n in seen], [rows[n] for n in seen])
    return [scored(own, models[fold]) for own, fold in zip(rows, folds, strict=True)]


def _limits(verdicts: Sequence[Verdict]) -> dict[str, float]:
    seen = [one for one in verdicts if one.is_searched]
    answer = _answer_limit(verdicts)
    strange = [one.judged.is_offtopic for one in seen]
    offtopic = threshold([one.offtopic for one in seen], strange, OFFTOPIC_PRECISION)
    left = [one for one in seen if one.sure < answer and one.offtopic < offtopic]
    among = [one.is_among for one in left]
    suggest = threshold([one.among for one in left], among, SUGGEST_PRECISION)
    theme = _worth(seen)
    return {"answer": answer, "offtopic": offtopic, "suggest": suggest, "theme": theme}


def _worth(seen: Sequence[Verdict]) -> float:
    """From which chance on the guess of a theme is worth more than "I do not know"."""
    sure = [one.theme_sure for one in seen]
    right = [one.theme in one.judged.themes for one in seen]
    rows: list[Row] = [{"sure": 10.0 * one} for one in sure]
    smooth = fit(rows, right, ["sure"])
    worth = [chance for chance, row in zip(sure, rows, strict=True) if smooth.chance(row) >= WORTH]
    return min(worth, default=1.01)


def _answer_limit(verdicts: Sequence[Verdict]) -> float:
    """The lowest chance from which on answers are right and unanswerable questions are left alone.

    The share of right ones is smoothed as well: by itself it jumps with every single question.
    """
    seen = [one for one in verdicts if one.is_searched]
    sure, right = [one.sure for one in seen], [one.is_right for one in seen]
    rows: list[Row] = [{"sure": 10.0 * one} for one in sure]
    smooth = fit(rows, right, ["sure"])
    expected = threshold(sure, [smooth.chance(row) for row in rows], ANSWER_PRECISION)
    barred = sorted((one.sure for one in verdicts if not one.judged.articles), reverse=True)
    allowed = int(MOST_WRONGED * len(barred))
    above = barred[allowed] + 1e-6 if allowed < len(barred) else 0.0
    return max(expected, threshold(sure, right, ANSWER_PRECISION), above)


def outcome(verdict: Verdict, limits: Mapping[str, float]) -> Outcome:
    """What these thresholds would do with this question."""
    if not verdict.is_searched:
        return Outcome.UNSURE
    if verdict.sure >= limits["answer"]:
        return Outcome.ANSWER
    if verdict.offtopic >= limits["offtopic"]:
        return Outcome.OFFTOPIC
    return Outcome.SUGGEST if verdict.among >= limits["suggest"] else Outcome.UNSURE


def figures(verdicts: Sequence[Verdict], limits: Mapping[str, float]) -> dict[str, float]:
    """What these thresholds would do to these questions."""
    decided = [(verdict, outcome(verdict, limits)) for verdict in verdicts]
    answered = [one for one, way in decided if way is Outcome.ANSWER]
    offered = [one for one, way in decided if way is Outcome.SUGGEST]
    off = [one for one, way in decided if way is Outcome.OFFTOPIC]
    answerable = [one for one in verdicts if one.judged.articles]
    barred = [way for one, way in decided if not one.judged.articles]
    strange = [way for one, way in decided if one.judged.is_offtopic]
    served = sum(one.is_right for one in answered) + sum(one.is_among for one in offered)
    return {
        "questions": len(verdicts),
        "article_first": _share(one.is_right for one in answerable),
        "article_among_three": _share(one.is_among for one in answerable),
        "theme_first": _share(
            one.theme in one.judged.themes and one.theme_sure >= limits["theme"]
            for one in verdicts
            if one.judged.themes
        ),
        "theme_unknown": _share(one.theme_sure < limits["theme"] for one in verdicts),
        "answered": len(answered),
        "answer_precision": _share(one.is_right for one in answered),
        "offered": len(offered),
        "offer_precision": _share(one.is_among for one in offered),
        "served": round(served / max(len(answerable), 1), 3),
        "unanswerable_answered": _share(way is Outcome.ANSWER for way in barred),
        "unanswerable_offered": _share(way is Outcome.SUGGEST for way in barred),
        "offtopic": len(off),
        "offtopic_precision": _share(one.judged.is_offtopic for one in off),
        "offtopic_found": _share(way is Outcome.OFFTOPIC for way in strange),
    }


def _share(right: Iterable[bool]) -> float:
    values = list(right)
    return round(sum(values) / len(values), 3) if values else 0.0
