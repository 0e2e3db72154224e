"""Setting the bot up from chat."""

import discord
import pytest

from bot.communities import Place
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


async def test_an_admin_sees_what_the_bot_uses(house: House) -> None:
    shown = await house.people["Ada"].slash(house.channels[Place.START], "instellingen toon")
    assert "het startbericht" in shown.response.content
    assert "(klaar)" in shown.response.content


@pytest.mark.parametrize("who", ["Rosa", "Sofie"])
@pytest.mark.parametrize(
    ("command", "kind"),
    [("instellingen toon", None), ("instellingen rollen", None), ("instellingen kanaal", "place")],
)
async def test_only_an_admin_may_change_settings(
    house: House, who: str, command: str, kind
) -> None:
    options = {"waarvoor": "polls", "kanaal": house.channels[Place.STAFF]} if kind else {}
    shown = await house.people[who].slash(house.channels[Place.START], command, **options)
    assert "Dit mag je hier niet doen" in shown.response.content


async def test_pressing_build_twice_gives_one_start_message(house: House) -> None:
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen toon")
    for _ in range(2):
        await house.people["Ada"].click(shown.response, custom_id="setup-build")
    await house.deliver()
    said = [m for m in house.messages(Place.START) if not m.is_system()]
    assert len(said) == 1
    assert "Welkom bij de Bewonersbot" in said[0].content
    assert start.pinned_messages()


async def test_another_channel_is_used_at_once(house: House) -> None:
    other = house.guild.create_text_channel("stemhoek")
    await house.env.settle()
    saved = await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen kanaal", waarvoor="polls", kanaal=other
    )
    assert "Opgeslagen" in saved.response.content
    await house.people["Sofie"].slash(
        house.channels[Place.START],
        "peiling nieuw",
        vraag="Doen we mee?",
        keuzes="Ja;Nee",
        tot="morgen",
    )
    await house.deliver()
    assert "Doen we mee?" in other.history()[-1].content


async def test_who_loses_the_role_loses_the_right_at_once(house: House) -> None:
    trainee = house.guild.create_role("Stagiair")
    await house.env.settle()
    saved = await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen rollen", medewerker=trainee
    )
    assert "Opgeslagen" in saved.response.content
    refused = await house.people["Sofie"].slash(house.channels[Place.START], "vragen")
    assert "Dit mag je hier niet doen" in refused.response.content


async def test_managing_the_server_gives_nothing_once_an_admin_role_exists(house: House) -> None:
    boss = house.guild.create_role("Baas", permissions=discord.Permissions(manage_guild=True))
    kim = house.guild.add_member(house.env.create_user("Kim"), roles=[boss])
    await house.env.settle()
    shown = await kim.slash(house.channels[Place.START], "instellingen toon")
    assert "Dit mag je hier niet doen" in shown.response.content
