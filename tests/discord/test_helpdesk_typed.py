"""What is typed in the help channel, in private, with a mention, and under a card of staff."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
import pytest
from sqlalchemy import text

from bot.communities import Place
from data.store import communities
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
CRISIS = "ik wil niet meer leven"
CLOSED = {"status": 403, "code": 50007, "message": "Cannot send messages to this user"}


@asynccontextmanager
async def away(house: House) -> AsyncIterator[None]:
    """The database cannot be reached for a while."""
    file = house.settings.data_dir / "bewonersbot.db"
    gone = file.with_suffix(".away")
    await house.store.close()
    file.rename(gone)
    file.mkdir()
    yield
    await house.store.close()
    file.rmdir()
    gone.rename(file)


def close_mail(house: House, name: str) -> None:
    """Somebody takes no private messages any more."""
    channel = house.users[name].dm_channel
    house.env.inject_error("POST", f"/channels/{channel.id}/messages", times=None, **CLOSED)


async def count(house: House, table: str, where: str = "1=1") -> int:
    async with house.store.reading() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table} WHERE {where}"))


def told(house: House, place: Place = Place.HELPDESK) -> list[str]:
    return [m.content for m in house.messages(place) if m.author.bot]


def buttons(message: discord.Message) -> list[str]:
    return [item.custom_id for row in message.components for item in row.children]


# ------------------------------------------------------------------ what is urgent


async def test_a_crisis_in_the_help_channel_is_answered_at_once_and_in_private(
    house: House,
) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
    assert "113" in house.mail("Rosa")[-1].content
    await house.deliver()
    assert told(house) == ["Ik heb je een privébericht gestuurd."]
    (mail,) = [m for m in house.mail("Rosa") if m.author.bot]
    assert "nummer 1" in mail.content
    assert "zelfdoding" in told(house, Place.STAFF)[-1]


@pytest.mark.parametrize("door", ["channel", "mention", "mail"])
async def test_a_crisis_is_answered_while_the_database_is_away(house: House, door: str) -> None:
    await house.people["Cem"].send(house.channels[Place.HELPDESK], HARD)
    async with away(house):
        if door == "mail":
            await house.people["Rosa"].send_dm(CRISIS)
        elif door == "mention":
            asked = f"<@{house.client.user.id}> {CRISIS}"
            await house.people["Rosa"].send(house.channels[Place.POLLS], asked)
        else:
            await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
    mails = [m.content for m in house.mail("Rosa") if m.author.bot]
    assert "113" in mails[0]
    public = told(house) + told(house, Place.POLLS)
    assert not any("113" in line or "werkt nu even niet" in line for line in public)


async def test_crisis_words_at_the_end_of_a_long_message_are_heard(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], "la " * 600 + CRISIS)
    assert "113" in house.mail("Rosa")[-1].content


async def test_a_crisis_in_english_is_answered_in_english(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], "I want to kill myself")
    assert "Call 113" in house.mail("Rosa")[-1].content


@pytest.mark.door("ReferralButton", "good", "wrong role", "twice")
async def test_who_takes_no_private_messages_reads_the_referral_behind_a_button(
    house: House,
) -> None:
    close_mail(house, "Rosa")
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
    await house.deliver()
    (line,) = [m for m in house.messages(Place.HELPDESK) if m.author.bot]
    assert "Je privéberichten staan dicht" in line.content
    assert "113" not in line.content
    for _ in range(2):
        read = await house.people["Rosa"].click(line, label="Lees het hier")
        assert read.ephemeral
        assert "113" in read.response.content
    other = await house.people["Cem"].click(line, label="Lees het hier")
    assert "voor iemand anders" in other.response.content
    assert await count(house, "questions") == 1
    assert "zelfdoding" in told(house, Place.STAFF)[-1]


async def test_the_button_of_a_referral_works_without_the_database(house: House) -> None:
    await house.people["Cem"].send(house.channels[Place.HELPDESK], HARD)
    close_mail(house, "Rosa")
    async with away(house):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
        line = house.messages(Place.HELPDESK)[-2]
        read = await house.people["Rosa"].click(line, label="Lees het hier")
        assert "113" in read.response.content


@pytest.mark.door("ReferralButton", "bad input")
async def test_the_referral_of_a_message_that_is_gone_still_names_who_helps(house: House) -> None:
    close_mail(house, "Rosa")
    said = await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
    (line,) = [m for m in house.messages(Place.HELPDESK) if m.author.bot]
    await house.people["Rosa"].delete(said)
    read = await house.people["Rosa"].click(line, label="Lees het hier")
    assert "bel 112" in read.response.content
    assert "113" in read.response.content


# ------------------------------------------------------------------ answers that cannot be mailed


@pytest.mark.door("ReadButton", "good", "wrong role", "twice")
async def test_an_answer_that_cannot_be_mailed_waits_where_the_question_was_asked(
    house: House,
) -> None:
    start = house.channels[Place.START]
    await house.people["Rosa"].slash(start, "vraag stel", tekst=HARD)
    await house.deliver()
    close_mail(house, "Rosa")
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await house.deliver()
    line = house.messages(Place.START)[-1]
    assert "Het antwoord op vraag 1 is er" in line.content
    assert "Rosa" not in line.content
    for _ in range(2):
        read = await house.people["Rosa"].click(line, label="Lees het hier")
        assert read.ephemeral
        assert "Bel Jan." in read.response.content
    other = await house.people["Cem"].click(line, label="Lees het hier")
    assert "Dit mag je hier niet doen" in other.response.content
    assert "Bel Jan." not in other.response.content


# ------------------------------------------------------------------ answers of staff


async def test_an_answer_with_a_ping_is_an_answer_and_no_question(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    said = f"<@{house.client.user.id}> Hoe laat kun je? Bel Jan."
    await house.people["Mo"].send(house.channels[Place.STAFF], said, reply_to=card)
    await house.deliver()
    assert await count(house, "questions") == 1
    assert "Bel Jan." in told(house)[-1]
    assert str(house.client.user.id) not in told(house)[-1]


async def test_a_long_answer_arrives_whole_in_several_messages(house: House) -> None:
    await house.people["Rosa"].send_dm(HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    said = " ".join(f"stap{number}" for number in range(240))
    assert 1500 < len(said) <= 2000
    await house.people["Mo"].send(house.channels[Place.STAFF], said, reply_to=card)
    await house.deliver()
    arrived = " ".join(m.content for m in house.mail("Rosa") if m.author.bot)
    assert [n for n in range(240) if not re.search(rf"stap{n}\b", arrived)] == []


async def test_an_empty_answer_is_refused_in_plain_words(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].send(house.channels[Place.STAFF], "\u200b", reply_to=card)
    assert "Ik zie nog geen antwoord" in told(house, Place.STAFF)[-1]


async def test_a_resident_in_the_staff_channel_cannot_answer(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Cem"].send(house.channels[Place.STAFF], "Zelf doen.", reply_to=card)
    assert "Dit mag je hier niet doen" in told(house, Place.STAFF)[-1]
    assert await count(house, "answers") == 0


async def test_staff_talk_that_is_no_reply_to_a_card_is_left_alone(house: House) -> None:
    said = await house.people["Sofie"].send(house.channels[Place.STAFF], "wie pakt deze op?")
    await house.people["Mo"].send(house.channels[Place.STAFF], "ik", reply_to=said)
    await house.deliver()
    assert told(house, Place.STAFF) == []
    assert await count(house, "questions") == 0


# ------------------------------------------------------------------ no question at all


async def test_thanks_in_the_help_channel_are_left_alone(house: House) -> None:
    for said in ("Dank je wel!", "👍", "ik ben er zaterdag ook bij", "\u200b"):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], said)
    await house.deliver()
    assert (told(house), await count(house, "questions")) == ([], 0)


@pytest.mark.parametrize("door", ["mail", "mention"])
async def test_thanks_to_the_bot_itself_get_a_friendly_line(house: House, door: str) -> None:
    if door == "mail":
        await house.people["Rosa"].send_dm("Dank je wel!")
        said = house.mail("Rosa")[-1].content
    else:
        thanks = f"<@{house.client.user.id}> dank je wel!"
        await house.people["Rosa"].send(house.channels[Place.POLLS], thanks)
        said = told(house, Place.POLLS)[-1]
    assert "Stel mij gerust een vraag" in said
    assert await count(house, "questions") == 0


async def test_a_ping_by_a_reply_without_a_question_is_left_alone(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    await house.deliver()
    answer = house.messages(Place.HELPDESK)[-1]
    await house.people["Cem"].send(house.channels[Place.HELPDESK], "leuk!", reply_to=answer)
    await house.deliver()
    assert len(told(house)) == 1


async def test_a_mention_anywhere_is_a_question_that_is_answered_there(house: House) -> None:
    asked = f"<@{house.client.user.id}> {HARD}"
    await house.people["Rosa"].send(house.channels[Place.POLLS], asked)
    await house.deliver()
    assert "nummer 1" in told(house, Place.POLLS)[-1]


async def test_a_message_in_another_channel_is_not_heard(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.POLLS], HARD)
    assert await count(house, "questions") == 0


# ------------------------------------------------------------------ limits and errors


async def test_a_question_too_many_comes_back_and_staff_hear_of_the_fifth(house: House) -> None:
    for number in range(10):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], f"{HARD} {number}?")
    await house.deliver()
    refused = [line for line in told(house) if "Je stelt veel vragen" in line]
    assert (len(refused), f"{HARD} 9?" in refused[-1]) == (5, True)
    warned = [line for line in told(house, Place.STAFF) if "vijf keer wachten" in line]
    assert ["Rosa" in line for line in warned] == [True]


async def test_an_error_is_told_in_the_language_of_the_place(house: House) -> None:
    async with house.store.writing() as session:
        await communities.put_setting(session, house.community_id, "language", {"value": "en"})
    await house.people["Cem"].send(house.channels[Place.HELPDESK], HARD)
    async with away(house):
        await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    assert "does not work right now" in told(house)[-1]


async def test_an_error_in_private_is_told_in_the_language_that_was_typed(house: House) -> None:
    async with away(house):
        await house.people["Rosa"].send_dm("How do we become a member of this?")
        await house.people["Cem"].send_dm("Hoe worden wij hier lid van?")
    assert "does not work right now" in house.mail("Rosa")[-1].content
    assert "werkt nu even niet" in house.mail("Cem")[-1].content
