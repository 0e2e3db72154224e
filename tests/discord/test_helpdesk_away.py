"""What was typed while the bot or its database was away."""

import pytest

from bot.communities import Place
from cogs._practice import _simcord
from data.store import communities
from tests.discord.test_helpdesk_typed import CRISIS, HARD, away, count, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


def same_time(house: House) -> None:
    """Our clock shows the time of the simulated Discord: messages carry it in their ids."""
    house.clock.move(seconds=(house.env.now() - house.clock.now()).total_seconds())


async def asleep(house: House) -> None:
    """The bot hears nothing from here on, as after `kill -9`."""
    same_time(house)
    await house.client.services.hearing.note_seen()
    house.env.backend.subscribers.remove(house.env._gateway_feed)


async def awake(house: House) -> None:
    house.env.backend.subscribers.append(house.env._gateway_feed)
    await house.restart()
    await house.env.settle()
    await house.deliver()


async def test_what_was_typed_while_the_bot_was_away_is_heard_once(house: House) -> None:
    same_time(house)
    await house.people["Rosa"].send_dm(HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await asleep(house)
    await house.people["Cem"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    await house.people["Rosa"].send_dm("Hoe worden wij lid van LSA?")
    await house.people["Mo"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await awake(house)
    assert await count(house, "questions") == 3
    assert await count(house, "answers") == 1
    assert sum("Bel Jan." in m.content for m in house.mail("Rosa")) == 1
    await house.client.services.hearing.note_seen()
    await house.restart()
    await house.deliver()
    assert await count(house, "questions") == 3
    assert sum("Bel Jan." in m.content for m in house.mail("Rosa")) == 1


async def test_a_question_below_more_messages_than_one_page_holds_is_heard(house: House) -> None:
    """Discord gives a hundred at a time."""
    await asleep(house)
    place = house.channels[Place.HELPDESK]
    await house.people["Rosa"].send(place, HARD)
    for number in range(105):
        await house.people["Cem"].send(place, f"Dank je wel {number}")
    await awake(house)
    assert await count(house, "questions") == 1


async def test_a_refused_question_is_not_answered_again_after_a_restart(house: House) -> None:
    same_time(house)
    await house.client.services.hearing.note_seen()
    for number in range(6):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], f"{HARD} {number}?")
    await house.deliver()
    before = told(house)
    assert len(before) == 6
    await house.restart()
    await house.env.settle()
    await house.deliver()
    assert told(house) == before


async def test_a_post_in_a_forum_while_the_bot_was_away_is_answered_there(house: House) -> None:
    forum = house.guild.create_forum_channel("vragen-forum")
    async with house.store.writing() as session:
        place = {"place": f"discord:{forum.id}"}
        await communities.put_setting(session, house.community_id, "helpdesk", place)
    await asleep(house)
    post = _simcord.make_post(house.env, forum, house.people["Rosa"], "Dakgoot", f"{HARD}?")
    await awake(house)
    said = [m.content for m in house.env.backend.messages[post].values()]
    assert any("nummer 1" in line for line in said)


async def test_an_outage_during_the_look_back_is_waited_for(house: House) -> None:
    await asleep(house)
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    house.env.inject_error("GET", "/channels/*/messages", status=503, times=2)
    await awake(house)
    cog = house.client.get_cog("CatchingUpCog")
    assert (await count(house, "questions"), cog.catching_up) == (1, 0)


async def test_a_look_back_that_breaks_does_not_count_for_ever(house: House) -> None:
    cog = house.client.get_cog("CatchingUpCog")
    same_time(house)
    await house.client.services.hearing.note_seen()
    cog.typed = None
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], "leuk!")
    with pytest.raises(AttributeError):
        await cog.on_ready()
    assert cog.catching_up == 0


async def test_the_time_that_was_heard_is_not_noted_while_the_database_is_away(
    house: House,
) -> None:
    cog = house.client.get_cog("CatchingUpCog")
    await cog.listen()
    seen = await house.client.services.hearing.seen_at()
    house.clock.move(minutes=5)
    async with away(house):
        await cog.listen()
    await cog.on_disconnect()
    await cog.listen()
    assert await house.client.services.hearing.seen_at() == seen
    await cog.on_resumed()
    await cog.listen()
    assert await house.client.services.hearing.seen_at() > seen


async def test_what_was_typed_while_the_database_was_away_is_taken_up_when_it_is_back(
    house: House,
) -> None:
    cog = house.client.get_cog("CatchingUpCog")
    same_time(house)
    await house.people["Cem"].send(house.channels[Place.HELPDESK], HARD)
    await cog.listen()
    async with away(house):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
        await house.people["Cem"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    for _ in range(2):
        await cog.listen()
        await house.deliver()
    assert await count(house, "questions") == 3
    assert sum("113" in m.content for m in house.mail("Rosa")) == 1
    assert any("zelfdoding" in line for line in told(house, Place.STAFF))
    assert cog.typed.missed is False
