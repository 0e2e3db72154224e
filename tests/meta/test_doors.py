"""Every way into the bot ends in the one handler of errors, and survives a restart."""

import ast
import re
from re import _parser

import discord
import pytest
from discord import app_commands
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs import _ui
from cogs._client import Client, Tree
from tests.meta.conftest import ROOT, Built, sources

LONGEST_CUSTOM_ID = 100
"""Source: Discord, message components."""


def forms() -> list[type[_ui.SafeModal]]:
    """Each form once; a door that is loaded by a second client is there twice."""
    by_name = {form.__qualname__: form for form in _ui.SafeModal.__subclasses__()}
    return list(by_name.values())


def door_trees() -> list[tuple[str, ast.Module]]:
    return [
        (str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8")))
        for file in sources()
        if file.is_relative_to(ROOT / "cogs") and "_practice" not in file.parts
    ]


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_every_button_and_menu_goes_through_the_one_handler(built: Built) -> None:
    assert built.items
    stray = [
        item.__qualname__
        for item in built.items.values()
        if getattr(item, "callback", None) is not _ui.SafeButton.callback
        or item.press is _ui.SafeButton.press
    ]
    assert stray == []


def test_every_form_goes_through_the_one_handler(modules: object) -> None:
    assert forms()
    stray = [
        form.__qualname__
        for form in forms()
        if form.on_submit is not _ui.SafeModal.on_submit
        or form.submit.__func__ is _ui.SafeModal.submit.__func__
        or form.on_error is not discord.ui.Modal.on_error
    ]
    assert stray == []


def test_no_form_stands_where_the_client_does_not_look(modules: object) -> None:
    ours = [form for form in discord.ui.Modal.__subclasses__() if form.__module__[:5] == "cogs."]
    grandchildren = [child for form in forms() for child in form.__subclasses__()]
    assert ours == [_ui.SafeModal]
    assert grandchildren == []


def test_every_command_goes_through_the_one_handler(built: Built) -> None:
    assert isinstance(built.client.tree, Tree)
    assert built.commands
    stray = [
        command.qualified_name
        for command in built.commands
        if getattr(command, "on_error", None) is not None
    ]
    cogs = [cog for cog in built.client.cogs.values() if cog.has_app_command_error_handler()]
    groups = [
        group.name
        for group in built.client.tree.walk_commands()
        if isinstance(group, app_commands.Group)
        and type(group).on_error is not app_commands.Group.on_error
    ]
    assert (stray, cogs, groups) == ([], [], [])


def test_every_typed_message_goes_through_the_one_handler() -> None:
    """A listener for messages tells its errors with `error_text`, while the bot counts as busy."""
    stray = [
        f"{name}:{function.lineno}"
        for name, tree in door_trees()
        for function in functions(tree)
        if function.name == "on_message" and function.decorator_list
        if not {"error_text", "busy"}
        <= {
            getattr(call.func, "attr", getattr(call.func, "id", ""))
            for call in ast.walk(function)
            if isinstance(call, ast.Call)
        }
    ]
    assert stray == []


def test_no_door_has_a_handler_of_its_own() -> None:
    names = {"callback", "on_error", "cog_app_command_error", "interaction_check", "on_timeout"}
    found = [
        f"{name}:{function.name}"
        for name, tree in door_trees()
        for function in functions(tree)
        if function.name in names
    ]
    assert sorted(found) == ["cogs/_client.py:on_error", "cogs/_ui.py:callback"]


def test_no_view_holds_a_button_that_a_restart_forgets() -> None:
    """Plain buttons and menus live in memory; only DynamicItems come back after a restart."""
    stray = [
        f"{name}:{cls.name}"
        for name, tree in door_trees()
        for cls in ast.walk(tree)
        if isinstance(cls, ast.ClassDef)
        for base in cls.bases
        if ast.unparse(base).endswith(("ui.View", "ui.LayoutView", "ui.Button", "ui.Select"))
    ]
    assert stray == []


def test_no_custom_id_is_longer_than_discord_takes(built: Built) -> None:
    patterns = [*built.items, *(form.pattern.pattern for form in forms())]
    long = [p for p in patterns if _parser.parse(p).getwidth()[1] > LONGEST_CUSTOM_ID]
    assert long == []


@pytest.mark.asyncio
async def test_every_custom_id_is_read_back_as_it_was_written(built: Built) -> None:
    for template, item in built.items.items():
        for custom_id in _examples(template):
            match = re.fullmatch(template, custom_id)
            assert match, (template, custom_id)
            again = await item.from_custom_id(None, None, match)
            assert again.item.custom_id == custom_id


def _examples(template: str) -> list[str]:
    found: list[str] = []

    @settings(max_examples=12, database=None, derandomize=True, deadline=None)
    @given(st.from_regex(re.compile(template, re.ASCII), fullmatch=True))
    def collect(custom_id: str) -> None:
        if not re.search(r":0\d", custom_id):  # nobody writes a number with zeros in front
            found.append(custom_id)

    collect()
    assert found
    return found


def test_no_custom_id_belongs_to_two_buttons(built: Built) -> None:
    twice = [
        (custom_id, template, other)
        for template in built.items
        for custom_id in _examples(template)
        for other in built.items
        if other != template and re.fullmatch(other, custom_id)
    ]
    assert twice == []


def test_no_custom_id_belongs_to_two_forms(modules: object) -> None:
    twice = [
        (custom_id, form, other)
        for form in forms()
        for custom_id in _examples(form.pattern.pattern)
        for other in forms()
        if other is not form and other.pattern.fullmatch(custom_id)
    ]
    assert twice == []


def test_the_client_mentions_nobody(built: Built) -> None:
    allowed = built.client.allowed_mentions
    assert isinstance(built.client, Client)
    assert allowed is not None
    assert allowed.to_dict() == discord.AllowedMentions.none().to_dict()
