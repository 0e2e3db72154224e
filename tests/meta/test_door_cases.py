"""Every command, button and form is tried four ways: well, with a wrong role, badly, and twice.

A test in tests/discord says what it proves with `@pytest.mark.door(name, case, ...)`; the name is
that of the command ("vraag stel") or of the class ("VoteButton"). What cannot be stands, with the
reason, in `NOT_FOR` of the same file: `{("privacy", "wrong role"): "everyone may read it"}`.
"""

import ast
from collections import Counter
from pathlib import Path

from tests.meta.conftest import ROOT, Built
from tests.meta.test_doors import forms

CASES = ("good", "wrong role", "bad input", "twice")
FILES = sorted((ROOT / "tests" / "discord").rglob("test_*.py"))


def doors(built: Built) -> set[str]:
    """The name of every way in."""
    commands = {command.qualified_name for command in (*built.commands, *built.menus)}
    items = {item.__name__ for item in built.items.values()}
    return commands | items | {form.__name__ for form in forms()}


def marks(file: Path) -> list[tuple[str, str]]:
    """Door and case of each mark in a file of tests, above a test or in a `pytest.param`."""
    found = []
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.door":
            name, *cases = [ast.literal_eval(argument) for argument in call.args]
            found += [(name, case) for case in cases]
    return found


def exceptions(file: Path) -> dict[tuple[str, str], str]:
    """What a file says cannot be tried, with the reason."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NOT_FOR":
            return ast.literal_eval(node.value)
    return {}


def proven() -> Counter[tuple[str, str]]:
    return Counter(pair for file in FILES for pair in marks(file))


def excused() -> dict[tuple[str, str], str]:
    return {pair: why for file in FILES for pair, why in exceptions(file).items()}


def test_every_door_is_tried_in_every_way(built: Built) -> None:
    there = {*proven(), *excused()}
    missing = [
        f"{door}: {case}"
        for door in sorted(doors(built))
        for case in CASES
        if (door, case) not in there
    ]
    assert missing == []


def test_no_mark_names_a_door_or_case_that_is_not_there(built: Built) -> None:
    known = {(door, case) for door in doors(built) for case in CASES}
    assert sorted({*proven(), *excused()} - known) == []


def test_no_exception_is_without_reason_or_proven_after_all() -> None:
    reasons = excused()
    assert [pair for pair, why in reasons.items() if len(why) < 8] == []
    assert sorted(reasons.keys() & proven().keys()) == []
