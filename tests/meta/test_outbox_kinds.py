"""Every kind of message that a service queues can be shown and named."""

import ast
from collections.abc import Iterator

from bot.texts import LANGUAGES, Texts
from tests.meta.conftest import ROOT, Built, sources


def queued_kinds() -> set[str]:
    """The kinds that the services put in the outbox, as they are written in the code."""
    return {
        kind
        for file in sources()
        if file.is_relative_to(ROOT / "bot")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for kind in _kinds(node)
    }


def _kinds(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    called = ast.unparse(node.func)
    named = [keyword.value for keyword in node.keywords if keyword.arg == "kind"]
    if called == "Post":
        yield from _said(node.args[0] if node.args else named[0])
    elif called == "deliveries.add" and named:
        yield from _said(named[0])


def _said(node: ast.AST) -> Iterator[str]:
    found = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
    yield from (value for value in found if isinstance(value, str))


def test_every_kind_that_is_queued_is_shown_on_discord(built: Built) -> None:
    assert len(queued_kinds()) > 5
    assert queued_kinds() - set(built.client.renderers) == set()


def test_nothing_is_shown_that_is_never_queued(built: Built) -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in sources()
        if file.is_relative_to(ROOT / "bot") or file.is_relative_to(ROOT / "data")
    )
    assert [kind for kind in built.client.renderers if f'"{kind}"' not in code] == []


def test_staff_can_read_of_every_kind_what_did_not_arrive(built: Built) -> None:
    texts = Texts.load()
    missing = [
        f"{language}: {kind}"
        for language in LANGUAGES
        for kind in built.client.renderers
        if f"outbox-kind-{kind}" not in texts.keys(language)
    ]
    assert missing == []
