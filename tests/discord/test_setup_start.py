"""The start message and the first words follow the texts and the language of the community."""

from collections.abc import Callable

import discord
import pytest
from sqlalchemy import select

from bot import app
from bot.communities import Place
from bot.settings import Settings
from cogs._practice._simcord import close_for_others
from cogs._ui import ref
from data.store import retention
from data.store.deliveries import DeliveryRow
from tests.doubles.house import House
from tests.doubles.newcomer import Newcomer

pytestmark = pytest.mark.asyncio
GREETING = "Ik sta nog niet klaar"
SEE = discord.Permissions(view_channel=True).value
DUTCH, ENGLISH = "Welkom bij de Bewonersbot", "Welcome to Bewonersbot"


async def restart(house: House, **settings: object) -> None:
    """Stop the bot and start it with other settings in `.env`."""
    house.settings = Settings(_env_file=None, data_dir=house.settings.data_dir, **settings)
    house.client = app.build_client(house.settings, house.store, house.clock)
    await house.env.restart_bot(house.client)
    await house.deliver()


def starts(house: House) -> list[str]:
    return [m.content for m in house.messages(Place.START) if not m.is_system()]


async def put_up(house: House) -> None:
    start = house.channels[Place.START]
    shown = await house.people["Ada"].slash(start, "instellingen toon")
    await house.people["Ada"].click(shown.response, custom_id="setup-build")
    await house.deliver()


@pytest.mark.door("instellingen taal", "good")
async def test_the_start_message_changes_language_where_it_stands(house: House) -> None:
    await put_up(house)
    before = house.messages(Place.START)[0].id
    saved = await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen taal", taal="en"
    )
    assert "Opgeslagen" in saved.response.content
    await house.deliver()
    assert [ENGLISH in text for text in starts(house)] == [True]
    assert house.messages(Place.START)[0].id == before


@pytest.mark.door("instellingen taal", "twice")
async def test_choosing_a_language_twice_changes_one_message_once(house: House) -> None:
    await put_up(house)
    for language in ("en", "en", "nl", "en"):
        await house.people["Ada"].slash(
            house.channels[Place.START], "instellingen taal", taal=language
        )
        await house.deliver()
    assert [ENGLISH in text for text in starts(house)] == [True]
    assert await queued(house, lambda row: row.kind == "start-message") == 4


async def queued(house: House, which: Callable[[DeliveryRow], bool]) -> int:
    async with house.store.reading() as session:
        return len([row for row in await session.scalars(select(DeliveryRow)) if which(row)])


async def test_the_language_of_env_holds_where_nobody_chose(house: House) -> None:
    await put_up(house)
    await restart(house, language="en")
    assert [ENGLISH in text for text in starts(house)] == [True]
    await restart(house, language="nl")
    assert [DUTCH in text for text in starts(house)] == [True]


async def test_a_language_that_was_chosen_holds_whatever_env_says(house: House) -> None:
    await put_up(house)
    await house.people["Ada"].slash(house.channels[Place.START], "instellingen taal", taal="nl")
    await restart(house, language="en")
    assert [DUTCH in text for text in starts(house)] == [True]


async def test_notices_to_everybody_follow_the_language_of_env(house: House) -> None:
    await restart(house, language="en")
    await house.people["Rosa"].send(
        house.channels[Place.HELPDESK], "wie kent een goede monteur voor de dakgoot"
    )
    await house.deliver()
    assert "Question 1" in house.messages(Place.STAFF)[-1].content


async def test_a_dutch_client_is_answered_in_dutch_whatever_env_says(house: House) -> None:
    await restart(house, language="en")
    shown = await house.people["Rosa"].slash(house.channels[Place.HELPDESK], "vraag mijn")
    assert "Je hebt nog geen vraag gesteld" in shown.response.content


async def test_a_new_server_is_greeted_in_the_language_of_env(house: House) -> None:
    await restart(house, language="en")
    new = await Newcomer.open(house)
    await house.deliver()
    assert "I am not ready yet" in new.square.history()[-1].content


async def test_a_start_without_a_change_sends_nothing(house: House) -> None:
    await put_up(house)
    await restart(house)
    assert await queued(house, lambda row: row.kind == "start-message") == 1


async def test_other_buttons_come_to_the_start_message_at_the_next_start(house: House) -> None:
    await put_up(house)
    async with house.store.writing() as session:
        row = await session.scalar(select(DeliveryRow).where(DeliveryRow.kind == "start-message"))
        row.source = row.source.rpartition(":")[0] + ":another-look"
    before = house.messages(Place.START)[0].id
    await restart(house)
    assert [house.messages(Place.START)[0].id, len(starts(house))] == [before, 1]
    assert await queued(house, lambda row: row.edits is not None) == 1


async def test_the_start_message_can_change_after_years(house: House) -> None:
    await put_up(house)
    house.clock.move(days=800)
    async with house.store.writing() as session:
        await retention.apply(session, house.clock.now())
    await restart(house, language="en")
    assert [ENGLISH in text for text in starts(house)] == [True]


async def test_a_bot_greets_in_the_first_channel_where_it_may_write(house: House) -> None:
    guild = house.env.create_guild("Stilbuurt")
    close_for_others(house.env, guild.create_text_channel("bestuur"), SEE, ())
    hall = guild.create_text_channel("hal")
    await house.env.settle()
    await house.deliver()
    assert GREETING in hall.history()[-1].content


async def test_a_bot_that_may_write_nowhere_greets_the_owner_once(house: House) -> None:
    guild = house.env.create_guild("Stilbuurt", owner=house.users["Bart"])
    close_for_others(house.env, guild.create_text_channel("bestuur"), SEE, ())
    await house.env.settle()
    await house.client.get_cog("SetupCog").on_guild_join(house.client.get_guild(guild.id))
    await house.deliver()
    assert [GREETING in m.content for m in house.mail("Bart")] == [True]


async def test_a_start_while_the_database_is_away_goes_on(house: House) -> None:
    gone = house.settings.data_dir / "bewonersbot.db"
    await house.store.close()
    gone.rename(gone.with_suffix(".away"))
    gone.mkdir()
    await house.client.get_cog("SetupCog").on_ready()
    gone.rmdir()
    gone.with_suffix(".away").rename(gone)
    settings = await house.client.services.setup.of_space(ref(house.guild.id))
    assert settings is not None
