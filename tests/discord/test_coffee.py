"""Coffee rounds in the chat: M8, M9 and X4, and what staff see of them."""

import discord
import pytest

from bot.communities import Place
from tests.discord.hands import press, told
from tests.discord.test_matching import two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("koffieronde mee", "wrong role"): "everyone may take part",
    ("koffieronde mee", "bad input"): "there is nothing to fill in",
    ("koffieronde cijfers", "bad input"): "there is nothing to fill in",
    ("JoinCoffeeButton", "wrong role"): "everyone may join",
    ("LeaveCoffeeButton", "wrong role"): "everyone may step out of what they are in",
    ("SkipCoffeeButton", "wrong role"): "who does not take part has nothing to skip: bad input",
}


async def staff(house: House, command: str, who: str = "Sofie", **options: object) -> str:
    place = house.channels[Place.STAFF]
    return told(await house.people[who].slash(place, f"koffieronde {command}", **options))


async def mine(house: House, who: str) -> str:
    return told(await house.people[who].slash(house.channels[Place.START], "koffieronde mee"))


async def tick(house: House) -> None:
    for _ in range(2):
        await house.client.services.matching.coffee.keeper.keep_up()
    await house.deliver()
    await house.deliver()


def mail(house: House, who: str, words: str) -> list[discord.Message]:
    return [one for one in house.mail(who) if words in one.content]


@pytest.mark.door("koffieronde maak", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("koffieronde stop", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("koffieronde vooruit", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("koffieronde cijfers", "good", "twice", "wrong role")
async def test_staff_begin_look_ahead_count_and_stop(house: House) -> None:
    for command in ("maak", "stop", "vooruit", "cijfers"):
        assert "Dit mag je hier niet" in await staff(house, command, "Rosa")
    assert "nu geen koffierondes" in await staff(house, "cijfers")
    assert "Kies opnieuw uit de lijst" in await staff(house, "maak", thema="onzin")
    for _ in range(2):
        assert "om de 2 weken" in await staff(house, "maak", weken=2, dag=1)
    await house.deliver()
    invited = [m for m in house.messages(Place.MEETINGS) if "Koffie met iemand" in m.content]
    assert len(invited) == 1
    assert "Er doet nu niemand mee" in await staff(house, "vooruit")
    for who in ("Rosa", "Cem", "Bart"):
        await house.people[who].click(invited[0], custom_id="coffee-join:1")
    for _ in range(2):
        ahead = await staff(house, "vooruit")
        assert all(name in ahead for name in ("Rosa", "Cem", "Bart", "Niemand overgeslagen"))
        counted = await staff(house, "cijfers")
        assert "Nu doen er 3 mee" in counted
        assert not any(name in counted for name in ("Rosa", "Cem", "Bart"))
    for command in ("stop", "vooruit"):
        assert "is er niet" in await staff(house, command, thema="moestuinen")
    for _ in range(2):
        assert "Gestopt" in await staff(house, "stop")
    await house.deliver()
    assert len(mail(house, "Rosa", "geen rondes meer")) == 1


@pytest.mark.door("koffieronde mee", "good", "twice")
@pytest.mark.door("JoinCoffeeButton", "good", "twice", "bad input")
@pytest.mark.door("LeaveCoffeeButton", "good", "twice", "bad input")
@pytest.mark.door("SkipCoffeeButton", "good", "twice", "bad input")
async def test_a_round_with_a_skip_a_meeting_and_a_late_step_out(house: House) -> None:
    """It is Tuesday 24 November; the first round is on Monday 7 December."""
    await staff(house, "maak", weken=1)
    for who in ("Rosa", "Cem", "Bart"):
        for _ in range(2):
            assert "Je doet mee met de koffieronde" in told(
                await press(house, who, "coffee-join:1")
            )
    house.clock.move(days=9)
    await tick(house)
    [asked] = mail(house, "Bart", "Doe je mee deze keer?")
    for _ in range(2):
        skipped = await house.users["Bart"].click(asked, custom_id="coffee-skip:1")
        assert "deze keer sla je over" in told(skipped)
    for _ in range(2):
        assert "je slaat de ronde van maandag 7 december" in await mine(house, "Bart")
    house.clock.move(days=4)
    await tick(house)
    [thread] = house.client.guilds[0].threads
    assert {one.id for one in await thread.fetch_members()} >= {
        house.users[who].id for who in ("Rosa", "Cem")
    }
    assert any("Mensen: 2. Paren: 1." in m.content for m in house.messages(Place.STAFF))
    for _ in range(2):
        done = told(await press(house, "Cem", "coffee-leave:1"))
    assert "Je deed al niet mee" in done
    await tick(house)
    assert len(mail(house, "Rosa", "kan deze keer niet")) == 1
    for button in ("coffee-join:99", "coffee-leave:99", "coffee-skip:99"):
        assert "is er niet" in told(await press(house, "Rosa", button))
    assert "niets over te slaan" in told(await press(house, "Cem", "coffee-skip:1"))


async def test_a_word_in_the_thread_keeps_somebody_in_and_silence_is_a_pause(house: House) -> None:
    await staff(house, "maak", weken=1)
    for who in ("Rosa", "Cem"):
        await press(house, who, "coffee-join:1")
    house.clock.move(days=9)
    for days in (4, 3, 4, 3):
        await tick(house)
        for thread in house.channels[Place.MEETINGS].threads:
            await house.people["Rosa"].send(thread, "Dag! Zullen we bellen?")
        house.clock.move(days=days)
    await tick(house)
    assert len(mail(house, "Cem", "even op pauze")) == 1
    assert mail(house, "Rosa", "even op pauze") == []
    [paused] = mail(house, "Cem", "even op pauze")
    back = await house.users["Cem"].click(paused, custom_id="coffee-join:1")
    assert "Je doet mee" in told(back)


async def test_a_round_about_a_theme_is_joined_for_a_group_and_skipped_before_it_is_made(
    house: House,
) -> None:
    await two_groups(house)
    assert "om de 2 weken" in await staff(house, "maak", weken=2, thema="energiecooperaties")
    await house.deliver()
    joined = told(await press(house, "Bart", "coffee-join:1"))
    assert "Dorpshuis De Meent" in joined
    assert "Energie" in joined
    await press(house, "Rosa", "coffee-join:1")
    assert "Energie" in await staff(house, "vooruit", thema="energiecooperaties")
    skipped = told(await press(house, "Bart", "coffee-skip:1"))
    assert "ronde" in skipped
    for _ in range(2):
        assert told(await press(house, "Rosa", "coffee-leave:1"))


async def test_an_invitation_for_a_series_that_was_stopped_meanwhile_says_so(
    house: House,
) -> None:
    await staff(house, "maak", weken=2)
    await staff(house, "stop")
    await house.deliver()
    invited = [m for m in house.messages(Place.MEETINGS) if "Koffie met iemand" in m.content]
    assert invited == []
