"""A typed question that is changed or deleted, also while the bot was away (H2, X2)."""

import pytest

from bot.communities import Place
from tests.discord.test_helpdesk_away import asleep, awake, same_time
from tests.discord.test_helpdesk_doors import count, states
from tests.discord.test_helpdesk_typed import CRISIS, away, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
EASY = "Hoe word ik lid van LSA?"


async def test_a_changed_question_changes_the_reply_and_the_card(house: House) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    typed = await rosa.send(channel, HARD)
    await house.deliver()
    await rosa.edit(typed, EASY)
    await house.deliver()
    (reply,) = [m for m in house.messages(Place.HELPDESK) if m.author.bot]
    assert "Bron:" in reply.content
    (card,) = told(house, Place.STAFF)
    assert (EASY in card, HARD in card) == (True, False)


async def test_a_cry_that_is_changed_in_is_answered_at_once_and_in_private(house: House) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    typed = await rosa.send(channel, HARD)
    await house.deliver()
    await rosa.edit(typed, CRISIS)
    assert "113" in house.mail("Rosa")[-1].content
    await house.deliver()
    assert told(house) == ["Ik heb je een privébericht gestuurd."]
    _old, new = told(house, Place.STAFF)
    assert "zelfdoding" in new
    assert await count(house, "questions") == 1


async def test_a_cry_is_heard_when_the_database_is_away_and_counted_later(house: House) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    same_time(house)
    typed = await rosa.send(channel, HARD)
    cog = house.client.get_cog("CatchingUpCog")
    await cog.listen()
    async with away(house):
        await rosa.edit(typed, CRISIS)
    assert "113" in house.mail("Rosa")[-1].content
    await cog.listen()
    await house.deliver()
    assert "zelfdoding" in told(house, Place.STAFF)[-1]
    assert sum("113" in m.content for m in house.mail("Rosa")) == 1


async def test_a_remark_that_becomes_a_question_is_heard_and_an_old_one_is_not(
    house: House,
) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    same_time(house)
    remark = await rosa.send(channel, "Dank je wel!")
    await rosa.edit(remark, HARD)
    elsewhere = await rosa.send(house.channels[Place.POLLS], "hallo")
    await rosa.edit(elsewhere, f"{HARD} 2")
    late = await rosa.send(channel, "Bedankt!")
    await house.env.advance_time(3600)
    await rosa.edit(late, f"{HARD} 3")
    await rosa.edit(late, CRISIS)
    await house.deliver()
    assert await states(house) == ["open", "open"]
    assert "113" in house.mail("Rosa")[-1].content


async def test_a_deleted_question_is_taken_back_everywhere(house: House) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    typed = await rosa.send(channel, HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].click(card, custom_id="question-claim:1")
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await house.deliver()
    assert any("dakgoot" in line for line in told(house))
    await rosa.delete(typed)
    await house.deliver()
    public = told(house)
    assert public[0] == "Deze vraag is ingetrokken."
    assert ["Bel Jan." in public[1], "dakgoot" in "".join(public)] == [True, False]
    shown = told(house, Place.STAFF)[0]
    assert ["weggehaald" in shown, "Sofie" in shown, "dakgoot" in shown] == [True, True, False]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Nog iets.", reply_to=card)
    await house.deliver()
    assert not any("Nog iets." in line for line in told(house))


async def test_a_question_deleted_while_it_is_heard_is_never_stored(house: House) -> None:
    typed = house.client.get_cog("TypedCog")
    message = await house.people["Rosa"].send(house.channels[Place.POLLS], "hoi")
    await house.client.get_cog("ChangedCog").gone(message.id)
    async with typed.turn_of(message.id):
        pass
    heard = house.client.get_channel(house.channels[Place.POLLS].id)
    mention = f"<@{house.client.user.id}> {HARD}"
    message = await heard.fetch_message(message.id)
    message.content, message.mentions = mention, [house.client.user]
    await typed.on_message(message)
    assert await count(house, "questions") == 0


async def test_what_was_changed_or_deleted_while_the_bot_was_away_is_followed(
    house: House,
) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    same_time(house)
    first = await rosa.send(channel, HARD)
    second = await rosa.send(channel, f"{HARD} 2")
    third = await rosa.send_dm(f"{HARD} 3")
    await house.deliver()
    await house.env.advance_time(600)
    await asleep(house)
    await rosa.edit(first, EASY)
    await rosa.delete(second)
    await house.users["Rosa"].delete(third)
    for _ in range(2):
        await awake(house)
        await house.client.services.hearing.note_seen()
    assert await states(house) == ["open", "closed", "closed"]
    cards = "".join(told(house, Place.STAFF))
    assert (EASY in cards, f"{HARD} 2" in cards, f"{HARD} 3" in cards) == (True, False, False)
    assert await count(house, "questions") == 3


async def test_a_deletion_while_the_database_is_away_is_followed_later(house: House) -> None:
    rosa, channel = house.people["Rosa"], house.channels[Place.HELPDESK]
    same_time(house)
    typed = await rosa.send(channel, HARD)
    cog = house.client.get_cog("CatchingUpCog")
    await cog.listen()
    async with away(house):
        await rosa.delete(typed)
    assert await states(house) == ["open"]
    await cog.listen()
    assert await states(house) == ["closed"]
