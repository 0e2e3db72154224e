"""Only staff and admins see the channel of staff, whatever the order of setting up."""

import discord
import pytest

from bot.communities import Place
from cogs._practice._simcord import set_bot_permissions
from cogs._ui import ref
from cogs.setup.rights import invitation
from data.store import communities
from tests.doubles.house import House
from tests.doubles.newcomer import Newcomer

pytestmark = pytest.mark.asyncio
STAFF = "medewerkers"


async def staff_place(house: House, new: Newcomer) -> str | None:
    settings = await house.client.services.setup.of_space(ref(new.guild.id))
    return settings.places.get(Place.STAFF)


@pytest.mark.door("RoleSelect", "good")
@pytest.mark.door("instellingen rollen", "good")
async def test_staff_who_are_chosen_after_the_channels_see_their_channel(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    assert not new.sees(new.helper, STAFF)
    chosen = await new.choose("staff", new.staff)
    assert "kan nu in <#" in chosen
    assert new.sees(new.helper, STAFF)
    assert not new.sees(new.resident, STAFF)


async def test_admins_who_are_chosen_see_the_channel_of_staff(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    assert not new.sees(new.boss, STAFF)
    await new.choose("admin", new.guild.roles["Baas"])
    assert new.sees(new.boss, STAFF)


async def test_roles_that_are_chosen_before_the_channels_see_it_too(house: House) -> None:
    new = await Newcomer.open(house)
    await new.choose("staff", new.staff)
    await new.build()
    assert new.sees(new.helper, STAFF)
    assert not new.sees(new.resident, STAFF)


async def test_several_roles_are_chosen_and_one_is_taken_away(house: House) -> None:
    new = await Newcomer.open(house)
    second = new.guild.create_role("Stagiair")
    trainee = new.guild.add_member(house.env.create_user("Tes"), roles=[second])
    await house.env.settle()
    await new.build()
    await new.choose("staff", new.staff, second)
    assert new.sees(trainee, STAFF)
    assert new.sees(new.helper, STAFF)
    left = await new.choose("staff", new.staff)
    assert f"Medewerkers: <@&{new.staff.id}>." in left
    assert not new.sees(trainee, STAFF)
    assert new.sees(new.helper, STAFF)


async def test_taking_every_role_away_leaves_nobody(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    await new.choose("staff", new.staff)
    left = await new.choose("staff")
    assert "Er is nog geen rol voor medewerkers" in left
    assert not new.sees(new.helper, STAFF)


@pytest.mark.door("RoleSelect", "twice")
@pytest.mark.door("instellingen rollen", "twice")
async def test_choosing_the_same_role_twice_changes_nothing(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    texts = [await new.choose("staff", new.staff) for _ in range(2)]
    assert all(f"Medewerkers: <@&{new.staff.id}>." in text for text in texts)
    assert "Opgeslagen" in texts[1]
    assert new.sees(new.helper, STAFF)


@pytest.mark.door("RoleSelect", "bad input")
async def test_everyone_is_never_staff(house: House) -> None:
    new = await Newcomer.open(house)
    refused = await new.choose("staff", new.guild.roles["@everyone"])
    assert "Dan zou iedereen alles mogen. Er is niets veranderd" in refused
    settings = await house.client.services.setup.of_space(ref(new.guild.id))
    assert settings.staff_roles == ()


@pytest.mark.door("RoleSelect", "wrong role")
async def test_who_is_no_admin_any_more_cannot_use_the_open_menu(house: House) -> None:
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen rollen")
    async with house.store.writing() as session:
        roles = {"staff": [], "admin": ["discord:1"]}
        await communities.put_setting(session, house.community_id, "roles", roles)
    helper = house.guild.roles["Medewerker"]
    refused = await house.people["Ada"].select(
        shown.response, [helper], custom_id="setup-roles:staff"
    )
    assert "Dit mag je hier niet doen" in refused.followups[-1].content
    settings = await house.client.services.setup.of_space(ref(house.guild.id))
    assert settings.staff_roles == ()


async def test_who_loses_the_role_loses_the_right_at_once(house: House) -> None:
    trainee = house.guild.create_role("Stagiair")
    await house.env.settle()
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen rollen")
    await house.people["Ada"].select(shown.response, [trainee], custom_id="setup-roles:staff")
    refused = await house.people["Sofie"].slash(start, "vragen")
    assert "Dit mag je hier niet doen" in refused.response.content


@pytest.mark.door("CloseButton", "good")
async def test_an_open_channel_with_the_name_of_staff_is_not_used_unasked(house: House) -> None:
    new = await Newcomer.open(house, square=STAFF)
    await new.choose("staff", new.staff)
    built = await new.build()
    assert "iedereen kan meelezen" in built.response.content
    assert await staff_place(house, new) is None
    closed = await new.boss.click(built.response, custom_id=f"setup-close:{new.square.id}")
    assert "Alleen medewerkers en beheerders zien" in closed.response.content
    assert await staff_place(house, new) == ref(new.square.id)
    assert new.sees(new.helper, STAFF)
    assert not new.sees(new.resident, STAFF)


@pytest.mark.door("CloseButton", "twice")
async def test_closing_twice_leaves_the_same_people_in(house: House) -> None:
    new = await Newcomer.open(house, square=STAFF)
    await new.choose("staff", new.staff)
    await new.choose("admin", new.guild.roles["Baas"])
    built = await new.build()
    for _ in range(2):
        closed = await new.boss.click(built.response, custom_id=f"setup-close:{new.square.id}")
        assert "Klaar" in closed.response.content
    assert new.sees(new.helper, STAFF)
    assert not new.sees(new.resident, STAFF)


@pytest.mark.door("CloseButton", "wrong role")
async def test_only_an_admin_closes_a_channel(house: House) -> None:
    new = await Newcomer.open(house, square=STAFF)
    built = await new.build()
    await new.choose("admin", new.staff)
    refused = await new.boss.click(built.response, custom_id=f"setup-close:{new.square.id}")
    assert "Dit mag je hier niet doen" in refused.response.content
    assert new.sees(new.resident, STAFF)


@pytest.mark.door("CloseButton", "bad input")
async def test_a_channel_that_is_gone_or_elsewhere_is_not_closed(house: House) -> None:
    new = await Newcomer.open(house, square=STAFF)
    other = new.guild.create_text_channel("hal")
    await house.env.settle()
    built = await new.boss.slash(other, "instellingen toon")
    await new.remove_channel(STAFF)
    gone = await new.boss.click(built.response, custom_id=f"setup-close:{new.square.id}")
    assert "Dit kan ik niet vinden" in gone.response.content


async def test_an_open_channel_is_not_chosen_for_staff_before_it_is_closed(house: House) -> None:
    new = await Newcomer.open(house)
    await new.choose("staff", new.staff)
    chosen = await new.boss.slash(
        new.square, "instellingen kanaal", waarvoor="staff", kanaal=new.square
    )
    assert "nog niet opgeslagen" in chosen.response.content
    assert await staff_place(house, new) is None
    await new.boss.click(chosen.response, custom_id=f"setup-close:{new.square.id}")
    assert await staff_place(house, new) == ref(new.square.id)
    assert not new.sees(new.resident, "plein")


async def test_a_role_that_was_let_in_by_itself_is_named_and_closed_out(house: House) -> None:
    new = await Newcomer.open(house)
    await new.choose("staff", new.staff)
    await new.build()
    guests = new.guild.create_role("Gast")
    guest = new.guild.add_member(house.env.create_user("Gijs"), roles=[guests])
    await new.let_in(STAFF, guests)
    shown = await new.boss.slash(new.square, "instellingen toon")
    assert f"ook <@&{guests.id}> kan meelezen" in shown.response.content
    channel = new.guild.channels[STAFF]
    await new.boss.click(shown.response, custom_id=f"setup-close:{channel.id}")
    assert not new.sees(guest, STAFF)
    assert new.sees(new.helper, STAFF)


async def test_without_the_right_to_open_it_an_admin_hears_what_to_do(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    without = invitation()
    without.manage_roles = False
    set_bot_permissions(house.env, new.guild, without.value)
    await house.env.settle()
    chosen = await new.choose("staff", new.staff)
    assert "Opgeslagen" in chosen
    assert "rollen beheren" in chosen
    assert f"<@&{new.staff.id}> kan nog niet in" in chosen
    shown = await new.boss.slash(new.square, "instellingen toon")
    assert "rollen beheren" in shown.response.content
    channel = new.guild.channels[STAFF]
    pressed = await new.boss.click(shown.response, custom_id=f"setup-close:{channel.id}")
    assert "rollen beheren" in pressed.response.content


async def test_a_chosen_role_that_is_gone_is_said(house: House) -> None:
    new = await Newcomer.open(house)
    await new.choose("staff", new.staff)
    house.env.backend.delete_role(new.guild.id, new.staff.id)
    await house.env.settle()
    shown = await new.boss.slash(new.square, "instellingen toon")
    assert "Een rol die je koos, bestaat niet meer" in shown.response.content


async def test_picking_roles_says_when_everyone_reads_along(house: House) -> None:
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen rollen")
    helper = house.guild.roles["Medewerker"]
    await house.people["Ada"].select(shown.response, [helper], custom_id="setup-roles:staff")
    assert "iedereen kan meelezen" in shown.response.content


async def test_the_bot_stays_in_the_channel_that_it_closes(house: House) -> None:
    new = await Newcomer.open(house, square=STAFF)
    built = await new.build()
    await new.boss.click(built.response, custom_id=f"setup-close:{new.square.id}")
    guild = new.seen_by_bot()
    channel = discord.utils.get(guild.channels, name=STAFF)
    assert channel.permissions_for(guild.me).view_channel
