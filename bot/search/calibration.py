"""From features to a chance: a small logistic regression, refitted on judged questions."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul
from pathlib import Path
from typing import Final, cast

from bot.search.leanings import Leanings

ROUNDS: Final = 60
STEP_CLOSE_ENOUGH: Final = 1e-7
RIDGE: Final = 1.0
"""How strongly weights are held near zero: few questions must not give wild weights."""

Row = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights per feature; `chance` turns features into a probability."""

    bias: float
    weights: Mapping[str, float]

    def chance(self, row: Row) -> float:
        """Between 0 and 1. A feature without a weight counts for nothing."""
        return _sigmoid(self.score(row))

    def score(self, row: Row) -> float:
        """Any number: higher is likelier."""
        return self.bias + sum(weight * row.get(name, 0.0) for name, weight in self.weights.items())

    def plain(self) -> dict[str, object]:
        """As JSON writes it."""
        weights = {name: round(weight, 4) for name, weight in self.weights.items()}
        return {"bias": round(self.bias, 4), "weights": weights}


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the help desk decides with.

    A model per decision and its thresholds, by name, and the tables of `leanings`.
    """

    models: Mapping[str, Model]
    thresholds: Mapping[str, float]
    leanings: Leanings = field(default_factory=Leanings)

    def dump(self, path: Path) -> None:
        """Write as JSON, with sorted keys so that a difference can be read, and its tables beside.

        Who reads it meanwhile finds the old one, the new one, or a table of other weights.
        """
        value = {
            "models": {name: model.plain() for name, model in self.models.items()},
            "thresholds": {name: round(value, 4) for name, value in self.thresholds.items()},
            "leanings": self.leanings.plain(),
        }
        whole = json.dumps(value, indent=2, sort_keys=True) + "\n"
        for file, told in ((_beside(path), self.leanings.packed()), (path, whole.encode())):
            new = file.with_name(f"{file.name}.new")
            new.write_bytes(told)
            new.replace(file)

    @classmethod
    def load(cls, path: Path) -> "Calibration":
        """Read what `dump` wrote. Raises: ValueError, KeyError or OSError when it is damaged."""
        raw = cast("dict[str, dict[str, object]]", json.loads(path.read_text(encoding="utf-8")))
        models: dict[str, Model] = {}
        for name, model in raw["models"].items():
            table = cast("dict[str, object]", model)
            weights = cast("dict[str, float]", table["weights"])
            models[name] = Model(cast("float", table["bias"]), weights)
        leanings = Leanings()
        if "leanings" in raw:
            leanings = Leanings.read(raw["leanings"], _beside(path).read_bytes())
        return cls(models, cast("dict[str, float]", raw["thresholds"]), leanings)


def _beside(path: Path) -> Path:
    return path.with_suffix(".bin")


def fit(rows: Sequence[Row], labels: Sequence[bool], names: Sequence[str]) -> Model:
    """The weights that make these labels most likely, held back a little (ridge).

    Newton's method. Raises: ValueError without rows.
    """
    if not rows:
        message = "no rows to fit on"
        raise ValueError(message)
    table = [[1.0, *(row.get(name, 0.0) for name in names)] for row in rows]
    beta = [0.0] * (len(names) + 1)
    for _ in range(ROUNDS):
        step = _newton_step(table, labels, beta)
        beta = [old + change for old, change in zip(beta, step, strict=True)]
        if max(map(abs, step)) < STEP_CLOSE_ENOUGH:
            break
    return Model(beta[0], dict(zip(names, beta[1:], strict=True)))


def fit_choice(groups: Sequence[Sequence[tuple[Row, bool]]], names: Sequence[str]) -> Model:
    """The weights that make the right one of each group most likely, held back a little (ridge).

    A group without a right one, or with nothing else, says nothing. Newton's method.
    """
    tables = [
        (
            [[row.get(name, 0.0) for name in names] for row, _ in group],
            [right for _, right in group],
        )
        for group in groups
        if 0 < sum(right for _, right in group) < len(group)
    ]
    beta = [0.0] * len(names)
    for _ in range(ROUNDS):
        step = _choice_step(tables, beta)
        beta = [old + change for old, change in zip(beta, step, strict=True)]
        if max(map(abs, step), default=0.0) < STEP_CLOSE_ENOUGH:
            break
    return Model(0.0, dict(zip(names, beta, strict=True)))


def out_of_fold(
    rows: Sequence[Row], labels: Sequence[bool], names: Sequence[str], folds: Sequence[int]
) -> list[float]:
    """For each row the chance by a model that saw no row of its fold."""
    chances = [0.0] * len(rows)
    for fold in set(folds):
        seen = [number for number, own in enumerate(folds) if own != fold]
        model = fit([rows[n] for n in seen], [labels[n] for n in seen], names)
        for number, own in enumerate(folds):
            if own == fold:
                chances[number] = model.chance(rows[number])
    return chances


def threshold(chances: Sequence[float], labels: Sequence[float], precision: float) -> float:
    """The lowest threshold from which on at least this share is right; above 1 when none is.

    A label is 0 (wrong) to 1 (right).
    """
    pairs = sorted(zip(chances, labels, strict=True), reverse=True)
    best, right = 1.01, 0.0
    for number, (chance, label) in enumerate(pairs, start=1):
        right += label
        is_last_of_equals = number == len(pairs) or pairs[number][0] < chance
        if is_last_of_equals and right / number >= precision:
            best = chance
    return best


def _newton_step(
    table: Sequence[Sequence[float]], labels: Sequence[bool], beta: Sequence[float]
) -> list[float]:
    size = len(beta)
    gradient = [0.0 if at == 0 else -RIDGE * beta[at] for at in range(size)]
    curve = [[RIDGE if row == at and at else 0.0 for at in range(size)] for row in range(size)]
    curve[0][0] = 1e-6
    for values, label in zip(table, labels, strict=True):
        chance = _sigmoid(sum(weight * value for weight, value in zip(beta, values, strict=True)))
        spread = chance * (1.0 - chance)
        for at, value in enumerate(values):
            gradient[at] += (float(label) - chance) * value
        _add_square(curve, values, spread)
    return _solve(_mirrored(curve), gradient)


def _choice_step(
    tables: Sequence[tuple[list[list[float]], list[bool]]], beta: Sequence[float]
) -> list[float]:
    size = len(beta)
    gradient = [-RIDGE * weight for weight in beta]
    curve = [[RIDGE if row == at else 0.0 for at in range(size)] for row in range(size)]
    for rows, right in tables:
        scores = [sum(map(mul, beta, row)) for row in rows]
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        whole = sum(raised)
        good = sum(one for one, is_right in zip(raised, right, strict=True) if is_right)
        mean = [0.0] * size
        for row, one, is_right in zip(rows, raised, right, strict=True):
            share = one / whole
            pull = (one / good if is_right else 0.0) - share
            for at, value in enumerate(row):
                gradient[at] += pull * value
                mean[at] += share * value
            _add_square(curve, row, share)
        _add_square(curve, mean, -1.0)
    return _solve(_mirrored(curve), gradient)


def _add_square(curve: list[list[float]], row: Sequence[float], weight: float) -> None:
    """Add the products of every two values to the lower half."""
    for at, value in enumerate(row):
        line, part = curve[at], weight * value
        for other in range(at + 1):
            line[other] += part * row[other]


def _mirrored(curve: list[list[float]]) -> list[list[float]]:
    """The whole of a matrix of which only the lower half was filled."""
    for at, line in enumerate(curve):
        for other in range(at + 1, len(curve)):
            line[other] = curve[other][at]
    return curve


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small symmetric positive system by elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, size):
            factor = rows[row][at] / rows[at][at]
            for column in range(at, size + 1):
                rows[row][column] -= factor * rows[at][column]
    solution = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][column] * solution[column] for column in range(at + 1, size))
        solution[at] = (rows[at][size] - known) / rows[at][at]
    return solution


def _sigmoid(value: float) -> float:
    if value < 0:
        grown = math.exp(max(value, -700.0))
        return grown / (1.0 + grown)
    return 1.0 / (1.0 + math.exp(-min(value, 700.0)))
