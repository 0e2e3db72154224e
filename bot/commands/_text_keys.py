"""Which text keys the code uses: read from its syntax, so that a comment is no use."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_ROOMS = ("bot", "cogs", "data")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_SHORTEST_PART = 4
"""Characters of a key that must be literal, or a made-up key would fit everything."""


@dataclass(slots=True)
class Uses:
    """What the code says about keys.

    `literals`: every string there is. `composed`: patterns of keys with a gap, `f"outbox-{kind}"`.
    `asked`: keys that are surely asked for as a text, with the place where.
    """

    literals: set[str] = field(default_factory=set[str])
    composed: set[re.Pattern[str]] = field(default_factory=set[re.Pattern[str]])
    asked: dict[str, str] = field(default_factory=dict[str, str])

    def uses(self, key: str) -> bool:
        """Whether this key is said in full, or fits a pattern that has a gap."""
        return key in self.literals or any(one.fullmatch(key) for one in self.composed)


def read_uses(root: Path) -> Uses:
    """The uses in all code and content under this root."""
    uses = Uses()
    files = sorted(file for room in _ROOMS for file in (root / room).rglob("*.py"))
    trees = [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in files]
    takers = dict(taker for _, tree in trees for taker in _key_takers(tree))
    takers["text"] = 0
    for file, tree in trees:
        for node in ast.walk(tree):
            _note(node, uses)
            for key in _asked(node, takers):
                uses.asked.setdefault(key, f"{file.relative_to(root)}:{getattr(node, 'lineno', 0)}")
    for file in sorted((root / "data").rglob("*.toml")):
        uses.literals.update(_KEY.findall(file.read_text(encoding="utf-8")))
    return uses


def _note(node: ast.AST, uses: Uses) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        uses.literals.add(node.value)
    elif isinstance(node, ast.JoinedStr):
        _note_gaps([_literal(part) for part in node.values], uses)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        _note_gaps([_literal(node.left), _literal(node.right)], uses)


def _literal(node: ast.AST) -> str | None:
    """The text of a literal; None for anything that is only known when it runs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _note_gaps(parts: Iterable[str | None], uses: Uses) -> None:
    known = list(parts)
    said = "".join(part or "" for part in known)
    starts_as_key = known[0] is not None and known[0].endswith("-")
    if None in known and starts_as_key and re.fullmatch(r"[a-z0-9\-]+", said):
        fits = "".join("[a-z0-9_-]+" if part is None else part for part in known)
        if len(said) >= _SHORTEST_PART:
            uses.composed.add(re.compile(fits))


def _key_takers(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Functions that take a text by its `key`, with the place of that argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [arg.arg for arg in node.args.posonlyargs + node.args.args]
            names = [name for name in names if name not in {"self", "cls"}]
            if "key" in names:
                yield node.name, names.index("key")


def _asked(node: ast.AST, takers: dict[str, int]) -> Iterator[str]:
    """The keys that this piece of code surely asks a text for."""
    if isinstance(node, ast.Call):
        called = node.func
        name = getattr(called, "attr", None) or getattr(called, "id", "")
        place = takers.get(str(name))
        if place is not None and len(node.args) > place:
            yield from _keys_of(node.args[place])
    elif isinstance(node, ast.ClassDef):
        for line in node.body:
            targets = line.targets if isinstance(line, ast.Assign) else ()
            if any(isinstance(one, ast.Name) and one.id == "key" for one in targets):
                yield from _keys_of(getattr(line, "value", line))


def _keys_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _keys_of(node.body)
        yield from _keys_of(node.orelse)
    elif (said := _literal(node)) is not None and _KEY.fullmatch(said):
        yield said
