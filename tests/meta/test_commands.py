"""Every command: its name, its page for users, and the right behind it."""

import re
from collections import Counter
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.communities import Place
from bot.rights import MATRIX, Action, Grant, Role
from cogs._commands import RIGHTS
from tests.doubles.house import House
from tests.meta.conftest import ROOT, Built

PAGES = ROOT / "docs" / "gebruik"
LONGEST_MENU = 32
"""Source: Discord, names of commands."""


def test_no_two_commands_have_one_name(built: Built) -> None:
    counted = Counter(command.qualified_name for command in built.commands)
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_command_has_a_name_that_discord_takes(built: Built) -> None:
    odd = [
        command.qualified_name
        for command in built.commands
        if not re.fullmatch(r"[a-zà-ÿ0-9_ -]{1,98}", command.qualified_name)
    ]
    assert odd == []


def test_every_command_is_on_a_page_for_users(built: Built) -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES.glob("*.md"))
    missing = [
        command.qualified_name
        for command in built.commands
        if not re.search(rf"`/{re.escape(command.qualified_name)}[` ]", told)
    ]
    assert missing == []


def test_no_page_for_users_names_a_command_that_is_not_there(built: Built) -> None:
    names = {command.qualified_name for command in built.commands}
    told = {
        said.strip()
        for page in PAGES.glob("*.md")
        for said in re.findall(r"`/([a-zà-ÿ -]+)", page.read_text(encoding="utf-8"))
    }
    assert told
    assert told - names == set()


def test_every_command_has_a_row_in_the_table_of_rights(built: Built) -> None:
    names = {command.qualified_name for command in (*built.commands, *built.menus)}
    assert names - set(RIGHTS) == set()


def test_the_table_of_rights_names_no_command_that_is_not_there(built: Built) -> None:
    names = {command.qualified_name for command in (*built.commands, *built.menus)}
    assert set(RIGHTS) - names == set()


def test_every_menu_on_a_message_is_short_on_a_page_and_has_an_english_name(built: Built) -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES.glob("*.md"))
    keys = built.client.services.texts.keys("en")
    wrong = [
        menu.name
        for menu in built.menus
        if len(menu.name) > LONGEST_MENU
        or menu.name not in told
        or f"word-{menu.name.lower().replace(' ', '-')}" not in keys
    ]
    assert (wrong, len(built.menus) > 0) == ([], True)


def _closed_to_residents() -> list[str]:
    column = list(Role).index(Role.RESIDENT)
    return [
        name
        for name, action in RIGHTS.items()
        if isinstance(action, Action) and MATRIX[action][column] is Grant.NO
    ]


REFUSED_ELSEWHERE = {
    "kennismakingen": "shows one's own only; a resident has none",
    "collectief wijzig": "asks which of one's own groups; a resident has none",
    "collectief contact": "asks which of one's own groups; a resident has none",
    "collectief overdragen": "asks which of one's own groups; a resident has none",
    "collectief pauze": "asks which of one's own groups; a resident has none",
    "collectief weer-meedoen": "asks which of one's own groups; a resident has none",
    "collectief stop": "asks which of one's own groups; a resident has none",
}
"""Commands that end without a refusal because nothing was asked of a service yet, and why."""


@pytest.mark.asyncio
@pytest.mark.parametrize("name", [n for n in _closed_to_residents() if n not in REFUSED_ELSEWHERE])
async def test_a_resident_is_refused(house: House, name: str) -> None:
    if name not in {c.qualified_name for c in house.client.tree.walk_commands()}:
        pytest.skip("this command is not there yet")
    options = await _filled(house, name)
    result = await house.people["Rosa"].slash(house.channels[Place.HELPDESK], name, **options)
    assert result.response is not None
    assert re.search(r"Code: [A-Z]\d+-", result.response.content)


async def _filled(house: House, name: str) -> dict[str, Any]:
    """Something of the right kind for every option that must be filled in."""
    command = next(c for c in house.client.tree.walk_commands() if c.qualified_name == name)
    assert isinstance(command, app_commands.Command)
    kinds = discord.AppCommandOptionType
    given: dict[discord.AppCommandOptionType, Any] = {
        kinds.string: "iets om te proberen",
        kinds.integer: 2,
        kinds.boolean: True,
        kinds.channel: house.channels[Place.POLLS],
        kinds.user: house.people["Cem"],
        kinds.attachment: ("groepen.csv", b"name\nDe Meent\n"),
    }
    return {
        option.name: option.choices[0].value if option.choices else given[option.type]
        for option in command.parameters
        if option.required
    }
