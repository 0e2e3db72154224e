"""Setting the bot up from chat: what an admin sees, chooses and makes."""

import discord
import pytest

from bot.communities import Place
from cogs._practice._simcord import set_bot_permissions
from cogs._ui import ref
from cogs.setup.places import NAMES
from cogs.setup.rights import invitation
from data.store import communities
from tests.doubles.house import House
from tests.doubles.newcomer import Newcomer

pytestmark = pytest.mark.asyncio
REFUSED = "Dit mag je hier niet doen"
NOT_FOR = {
    ("instellingen toon", "bad input"): "it takes no input",
    ("instellingen rollen", "bad input"): "it takes no input; its menus are tried as RoleSelect",
    ("instellingen taal", "bad input"): "Discord offers two languages and takes no other",
    ("BuildButton", "bad input"): "a button without a number or a form carries no input",
}


@pytest.mark.door("instellingen toon", "good", "twice")
async def test_an_admin_sees_what_the_bot_uses(house: House) -> None:
    start = house.channels[Place.START]
    shown = [await house.people["Ada"].slash(start, "instellingen toon") for _ in range(2)]
    texts = [one.response.content for one in shown]
    assert texts[0] == texts[1]
    assert "het startbericht" in texts[0]
    assert "(klaar)" in texts[0]
    assert "Medewerkers: <@&" in texts[0]
    assert "Beheerders: <@&" in texts[0]
    assert "iedereen leest: Nederlands" in texts[0]


@pytest.mark.door("instellingen toon", "wrong role")
@pytest.mark.door("instellingen rollen", "wrong role")
@pytest.mark.door("instellingen kanaal", "wrong role")
@pytest.mark.door("instellingen taal", "wrong role")
@pytest.mark.parametrize("who", ["Rosa", "Sofie"])
@pytest.mark.parametrize(
    ("command", "option"), [("toon", ""), ("rollen", ""), ("kanaal", "kanaal"), ("taal", "taal")]
)
async def test_only_an_admin_may_change_settings(
    house: House, who: str, command: str, option: str
) -> None:
    options = {
        "": {},
        "kanaal": {"waarvoor": "polls", "kanaal": house.channels[Place.NEWS]},
        "taal": {"taal": "en"},
    }[option]
    shown = await house.people[who].slash(
        house.channels[Place.START], f"instellingen {command}", **options
    )
    assert REFUSED in shown.response.content
    settings = await house.client.services.setup.of_space(ref(house.guild.id))
    assert settings.language == "nl"
    assert settings.places[Place.POLLS] == ref(house.channels[Place.POLLS].id)


@pytest.mark.door("BuildButton", "wrong role")
async def test_only_an_admin_may_press_build(house: House) -> None:
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen toon")
    async with house.store.writing() as session:
        nobody = {"staff": [], "admin": ["discord:1"]}
        await communities.put_setting(session, house.community_id, "roles", nobody)
    pressed = await house.people["Ada"].click(shown.response, custom_id="setup-build")
    assert REFUSED in pressed.response.content
    await house.deliver()
    assert house.messages(Place.START) == []


@pytest.mark.door("BuildButton", "good")
async def test_build_makes_what_is_missing_and_pins_the_start_message(house: House) -> None:
    new = await Newcomer.open(house)
    built = await new.build()
    assert "Klaar. De bot gebruikt nu" in built.response.content
    assert set(new.names()) >= {"begin-hier", "vraag-het-hier", "peilingen", "beleidsnieuws"}
    await house.deliver()
    start = new.guild.channels["begin-hier"]
    assert "Welkom bij de Bewonersbot" in start.pinned_messages()[0].content


async def test_only_the_bot_writes_where_people_read(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    guild = new.seen_by_bot()
    for name in ("begin-hier", "beleidsnieuws"):
        channel = discord.utils.get(guild.channels, name=name)
        assert not channel.permissions_for(guild.default_role).send_messages
        assert channel.permissions_for(guild.me).send_messages


@pytest.mark.door("BuildButton", "twice")
async def test_pressing_build_twice_makes_everything_once(house: House) -> None:
    new = await Newcomer.open(house)
    shown = await new.boss.slash(new.square, "instellingen toon")
    for _ in range(2):
        built = await new.boss.click(shown.response, custom_id="setup-build")
        house.clock.move(seconds=90)
        assert "Klaar" in built.response.content
    await house.deliver()
    assert sorted(new.names()) == sorted(set(new.names()))
    said = [m for m in new.guild.channels["begin-hier"].history() if not m.is_system()]
    assert len(said) == 1


async def test_two_presses_at_once_make_everything_once(house: House) -> None:
    new = await Newcomer.open(house)
    await new.press_at_once("setup-build", times=3)
    await house.deliver()
    assert sorted(new.names()) == sorted({"plein", *house_names()})
    said = [m for m in new.guild.channels["begin-hier"].history() if not m.is_system()]
    assert len(said) == 1


def house_names() -> set[str]:
    return {*NAMES.values()}


async def test_a_start_message_that_somebody_took_away_comes_back_at_a_press(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    await house.deliver()
    start = new.guild.channels["begin-hier"]
    taken = next(m for m in start.history() if not m.is_system())
    await new.remove(start, taken.id)
    await new.build()
    await house.deliver()
    said = [m for m in start.history() if not m.is_system()]
    assert [one.id != taken.id for one in said] == [True]


async def test_without_the_right_to_make_channels_build_says_which_right(house: House) -> None:
    new = await Newcomer.open(house)
    without = invitation()
    without.manage_channels = False
    set_bot_permissions(house.env, new.guild, without.value)
    await house.env.settle()
    built = await new.build()
    assert "Niet alle kanalen zijn gemaakt" in built.response.content
    assert "in deze server: kanalen beheren" in built.response.content
    assert "Er ging iets mis" not in built.response.content
    assert new.names() == ["plein"]


async def test_a_server_with_forums_gets_one_for_questions(house: House) -> None:
    new = await Newcomer.open(house)
    new.seen_by_bot().features.append("COMMUNITY")
    await new.build()
    made = discord.utils.get(new.seen_by_bot().channels, name="vraag-het-hier")
    assert isinstance(made, discord.ForumChannel)
    post = await new.post(made.id, "Buurthuis", "Hoe houden wij zelf ons buurthuis open?")
    await house.deliver()
    said = new.said_in(post)
    assert any("Bron:" in text for text in said)


@pytest.mark.door("instellingen kanaal", "good", "twice")
async def test_another_channel_is_used_at_once(house: House) -> None:
    other = house.guild.create_text_channel("nieuwshoek")
    await house.env.settle()
    for _ in range(2):
        saved = await house.people["Ada"].slash(
            house.channels[Place.START], "instellingen kanaal", waarvoor="news", kanaal=other
        )
        assert saved.response.content == "Opgeslagen. Het werkt meteen."
    settings = await house.client.services.setup.of_space(ref(house.guild.id))
    assert settings.places[Place.NEWS] == ref(other.id)


async def test_another_place_for_the_start_message_gets_it(house: House) -> None:
    other = house.guild.create_text_channel("hal")
    await house.env.settle()
    for _ in range(2):
        await house.people["Ada"].slash(
            house.channels[Place.POLLS], "instellingen kanaal", waarvoor="start", kanaal=other
        )
        await house.deliver()
    assert len([m for m in other.history() if not m.is_system()]) == 1


@pytest.mark.door("instellingen kanaal", "bad input")
async def test_a_forum_is_for_questions_only(house: House) -> None:
    forum = house.guild.create_forum_channel("praatjes")
    await house.env.settle()
    refused = await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen kanaal", waarvoor="polls", kanaal=forum
    )
    assert "Een forum kan alleen het kanaal voor vragen zijn" in refused.response.content
    settings = await house.client.services.setup.of_space(ref(house.guild.id))
    assert settings.places[Place.POLLS] == ref(house.channels[Place.POLLS].id)
    taken = await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen kanaal", waarvoor="helpdesk", kanaal=forum
    )
    assert "Opgeslagen" in taken.response.content


async def test_a_channel_that_is_gone_is_made_again(house: House) -> None:
    new = await Newcomer.open(house)
    await new.build()
    await new.remove_channel("peilingen")
    shown = await new.boss.slash(new.square, "instellingen toon")
    assert "peilingen: #peilingen (maak ik" in shown.response.content
    await new.build()
    assert "peilingen" in new.names()


async def test_managing_the_server_gives_nothing_once_an_admin_role_exists(house: House) -> None:
    boss = house.guild.create_role("Baas", permissions=discord.Permissions(manage_guild=True))
    kim = house.guild.add_member(house.env.create_user("Kim"), roles=[boss])
    await house.env.settle()
    shown = await kim.slash(house.channels[Place.START], "instellingen toon")
    assert REFUSED in shown.response.content
