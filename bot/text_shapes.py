"""The texts files as they are built: which facts a text needs and what it can come out as."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fluent.syntax import FluentParser, ast

_MOST_FORMS = 24
_NUMBER = "7"
"""Stands for a fact: numbers do not count as words."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One text. `forms` are all ways it can come out, with a number in the place of each fact."""

    arguments: frozenset[str]
    mentions: frozenset[str]
    forms: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    terms: dict[str, ast.Pattern] = field(default_factory=dict[str, ast.Pattern])
    arguments: set[str] = field(default_factory=set[str])
    mentions: set[str] = field(default_factory=set[str])


@dataclass(frozen=True, slots=True)
class Shapes:
    """The texts of one file by key, and what is wrong with the file itself."""

    by_key: dict[str, Shape]
    problems: tuple[str, ...]


def read_shapes(source: str) -> Shapes:
    """The shape of every text in this file; problems name their line."""
    patterns: dict[str, ast.Pattern] = {}
    problems: list[str] = []
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            problems.append(f"line {source.count(chr(10), 0, start) + 1}: cannot be read")
        elif isinstance(entry, ast.Message | ast.Term):
            key = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            if key in patterns:
                problems.append(f"{key}: stands there twice")
            if entry.value is None:
                problems.append(f"{key}: has no text")
            else:
                patterns[key] = entry.value
    shapes = {key: _shape(pattern, patterns) for key, pattern in patterns.items()}
    return Shapes({k: v for k, v in shapes.items() if not k.startswith("-")}, tuple(problems))


def _shape(pattern: ast.Pattern, patterns: dict[str, ast.Pattern]) -> Shape:
    reading = _Reading(patterns)
    forms = tuple(_tidy(form) for form in _forms(pattern, reading))
    return Shape(frozenset(reading.arguments), frozenset(reading.mentions), forms)


def _tidy(form: str) -> str:
    return re.sub(r"[ \t]+", " ", form).strip()


def _forms(pattern: ast.Pattern, reading: _Reading) -> list[str]:
    parts = [
        [element.value]
        if isinstance(element, ast.TextElement)
        else list(_placed(element.expression, reading))
        for element in pattern.elements
    ]
    combined = itertools.islice(itertools.product(*parts), _MOST_FORMS)
    return ["".join(form) for form in combined]


def _placed(
    expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression, reading: _Reading
) -> Iterator[str]:
    """What can stand in the place of an expression."""
    match expression:
        case ast.SelectExpression():
            list(_placed(expression.selector, reading))
            yield from (form for v in expression.variants for form in _forms(v.value, reading))
        case ast.Placeable():
            yield from _placed(expression.expression, reading)
        case ast.VariableReference():
            reading.arguments.add(expression.id.name)
            yield _NUMBER
        case ast.FunctionReference():
            list(itertools.chain(*(_placed(a, reading) for a in expression.arguments.positional)))
            yield _NUMBER
        case ast.MessageReference() | ast.TermReference():
            yield from _mentioned(expression, reading)
        case _:
            yield str(expression.parse()["value"])


def _mentioned(
    expression: ast.MessageReference | ast.TermReference, reading: _Reading
) -> list[str]:
    name = expression.id.name
    key = f"-{name}" if isinstance(expression, ast.TermReference) else name
    is_new = key not in reading.mentions
    reading.mentions.add(key)
    found = reading.terms.get(key)
    return _forms(found, reading) if found is not None and is_new else [_NUMBER]
