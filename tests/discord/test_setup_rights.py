"""The bot asks for the permissions that it uses, names each one that is missing, and no other."""

import ast
import re

import discord
import pytest

from bot.communities import Place
from cogs._practice._simcord import close_for_others, set_bot_permissions
from cogs._ui import ref
from cogs.setup.rights import ALL, NEEDS, Need, invitation
from data.store import deliveries
from tests.doubles.house import House
from tests.doubles.newcomer import Newcomer
from tests.meta.conftest import ROOT

pytestmark = pytest.mark.asyncio

USED_BY = {
    "view_channel": {"fetch_channel", "get_channel"},
    "send_messages": {"send", "create_thread"},  # in a forum a post is a message
    "send_messages_in_threads": {"send"},
    "read_message_history": {"history", "fetch_message"},
    "attach_files": {"File"},
    "pin_messages": {"pin"},
    "create_private_threads": {"create_thread"},
    "manage_threads": {"edit"},
    "manage_channels": {"create_text_channel", "create_forum"},
    "manage_roles": {"set_permissions"},
}
"""The calls of discord.py that need each permission."""
UNASKED = {
    "add_reaction": "add reactions",
    "add_roles": "manage roles of people",
    "ban": "ban members",
    "bulk_delete": "manage messages",
    "create_category": "more channels than the bot uses",
    "create_custom_emoji": "manage expressions",
    "create_invite": "create invites",
    "create_role": "make roles",
    "create_scheduled_event": "create events",
    "create_webhook": "manage webhooks",
    "delete_messages": "manage messages",
    "edit_role": "change roles",
    "kick": "kick members",
    "move_to": "move members",
    "purge": "manage messages",
    "remove_roles": "manage roles of people",
    "timeout": "time out members",
}
"""Calls that need a permission which the bot does not ask for."""


def calls() -> set[str]:
    """The name of everything that the doors call."""
    files = [f for f in (ROOT / "cogs").rglob("*.py") if "_practice" not in f.parts]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    found = [node.func for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {getattr(f, "attr", getattr(f, "id", "")) for f in found}


async def test_every_permission_is_used_by_a_call() -> None:
    assert set(USED_BY) == {need.right for need in ALL}
    assert {right for right, used in USED_BY.items() if not used & calls()} == set()


async def test_no_call_needs_a_permission_that_is_not_asked_for() -> None:
    # asyncio.timeout is no call of Discord
    assert (calls() & set(UNASKED)) - {"timeout"} == set()


async def test_the_invitation_in_the_readme_asks_for_the_table() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"permissions=(\d+)", text) == [str(invitation().value)]


async def test_the_bot_does_everything_with_the_permissions_of_the_table(house: House) -> None:
    new = await Newcomer.open(house)
    everyone = new.guild.roles["@everyone"]
    house.env.backend.edit_role(new.guild.id, everyone.id, {"permissions": PEOPLE})
    set_bot_permissions(house.env, new.guild, invitation().value | PINNING.value)
    await house.env.settle()
    await new.build()
    await new.choose("staff", new.staff)
    await new.helper.slash(
        new.square, "peiling nieuw", vraag="Doen we mee?", keuzes="Ja;Nee", tot="morgen"
    )
    await house.deliver()
    assert new.guild.channels["begin-hier"].pinned_messages()
    assert "Doen we mee?" in new.guild.channels["peilingen"].history()[-1].content
    assert new.sees(new.helper, "medewerkers")
    shown = await new.boss.slash(new.square, "instellingen toon")
    assert "mist een recht" not in shown.response.content


PINNING = discord.Permissions(manage_messages=True)
"""simcord 3.2.1 asks for this to pin; Discord has a permission of its own for that since 2026."""
PEOPLE = discord.Permissions(
    view_channel=True, read_message_history=True, send_messages=True, use_application_commands=True
).value
"""What everyone in the new server may do: nothing that would hide a lack of the bot."""
ROWS = [(need, place) for need in NEEDS for place in Place if place in need.places]


@pytest.mark.parametrize(
    ("need", "place"), ROWS, ids=[f"{need.name}-{place}" for need, place in ROWS]
)
async def test_a_permission_that_is_missing_in_a_channel_is_named(
    house: House, need: Need, place: Place
) -> None:
    take_away(house, need.right, place)
    await house.env.settle()
    where = Place.POLLS if place is Place.START else Place.START
    shown = await house.people["Ada"].slash(house.channels[where], "instellingen toon")
    right = house.client.services.texts.text(f"setup-right-{need.name}", "nl")
    reason = house.client.services.texts.text(f"setup-for-{need.name}", "nl")
    told = f"in <#{house.channels[place].id}>: {right}. {reason}"
    lines = [line for line in shown.response.content.splitlines() if "mist een recht" in line]
    assert [told in line for line in lines] == [True]


def take_away(house: House, right: str, place: Place) -> None:
    bits = discord.Permissions(**{right: True}).value
    people = [house.guild.roles["Beheerder"]]
    close_for_others(house.env, house.channels[place], bits, people)


@pytest.mark.parametrize("right", ["view_channel", "send_messages"])
async def test_without_it_a_message_does_not_arrive(house: House, right: str) -> None:
    take_away(house, right, Place.NEWS)
    await house.env.settle()
    assert await state_of(house, Place.NEWS) == ("failed", "outbox-forbidden")


@pytest.mark.parametrize(("may_look", "times"), [(True, 1), (False, 2)])
async def test_without_history_a_message_may_come_twice(
    house: House, may_look: bool, times: int
) -> None:
    if not may_look:
        take_away(house, "read_message_history", Place.NEWS)
        await house.env.settle()
    assert await state_of(house, Place.NEWS, unsure=True) == ("sent", None)
    stored = house.env.backend.messages[house.channels[Place.NEWS].id]
    assert len(stored) == times


async def test_without_pinning_the_start_message_stands_there_unpinned(house: House) -> None:
    take_away(house, "manage_messages", Place.START)  # see PINNING
    await house.env.settle()
    shown = await house.people["Ada"].slash(house.channels[Place.POLLS], "instellingen toon")
    await house.people["Ada"].click(shown.response, custom_id="setup-build")
    await house.deliver()
    assert house.channels[Place.START].pinned_messages() == []
    assert len(house.messages(Place.START)) == 1


async def state_of(house: House, place: Place, *, unsure: bool = False) -> tuple[str, str | None]:
    """What becomes of a message to this place; with `unsure` its sender died before it knew."""
    target = ref(house.channels[place].id)
    async with house.store.writing() as session:
        await deliveries.add(
            session,
            community_id=house.community_id,
            kind="welcome",
            facts={},
            source="test",
            target=target,
            to_person=False,
            person_id=None,
            language="nl",
            edits=None,
            due_at=house.clock.now(),
        )
    await house.deliver()
    if unsure:
        async with house.store.writing() as session:
            (row,) = await deliveries.find_kind(session, "welcome", target)
            row.state, row.message, row.ended_at = "queued", None, None
            row.queued_at = house.env.now()  # the chat has a clock of its own
        await house.deliver()
    async with house.store.reading() as session:
        (row,) = await deliveries.find_kind(session, "welcome", target)
        return row.state, row.reason
