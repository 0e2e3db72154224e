"""Introductions in the chat: every press twice, at the same moment, and with closed messages."""

import asyncio

import discord
import pytest

from bot.communities import Place
from cogs._ui import ref
from data.store import collectives, deliveries, people
from tests.discord.hands import fill, ids, meeting_threads, press, together, told
from tests.discord.test_matching import ask, said, say_yes, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


@pytest.mark.door("IntroduceButton", "good", "twice")
@pytest.mark.door("IntroduceForm", "good", "twice")
@pytest.mark.door("AgainButton", "good", "twice")
@pytest.mark.door("YesButton", "good", "twice")
@pytest.mark.door("YesForm", "good", "twice")
@pytest.mark.door("kennismakingen", "good", "twice")
async def test_a_whole_introduction_with_every_press_twice(house: House) -> None:
    await two_groups(house)
    asked = await ask(house, reach="cem@anker.example")
    again = await ask(house)
    assert "al gevraagd" in told(again)
    assert ids(asked.response) == ["introduction-contact:1"]
    for _ in range(2):
        early = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
        assert "nog geen antwoord van Dorpshuis De Meent" in told(early)
    done = await say_yes(house, reach="06-0000")
    assert "cem@anker.example" in told(done)
    form = await press(house, "Bart", "introduction-yes:1")
    done = await house.people["Bart"].submit_modal(form, {"reach": "06-0000"})
    assert "cem@anker.example" in told(done)
    await house.deliver()
    for _ in range(2):
        late = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
        assert "06-0000" in told(late)
        listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
        assert "jullie kennen elkaar" in told(listed)
        assert ids(listed.response) == ["introduction-contact:1", "meeting-moments:1"]
    (thread,) = meeting_threads(house)
    assert [one.content.count("06-0000") for one in thread.history()] == [1, 0]


@pytest.mark.door("NoButton", "good", "twice")
@pytest.mark.door("WithdrawButton", "good", "twice")
async def test_no_and_taking_back_twice_are_once(house: House) -> None:
    await two_groups(house)
    asked = await ask(house)
    for _ in range(2):
        assert "hoort niet dat je nee zei" in told(await press(house, "Bart", "introduction-no:1"))
    late = await press(house, "Bart", "introduction-yes:1")
    assert "voorbij" in told(late)
    for _ in range(2):
        assert "ingetrokken" in told(await press(house, "Cem", "introduction-withdraw:1"))
    over = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
    assert "er nu niet van gekomen" in told(over)
    assert said(house, "Cem") == ""


async def test_two_groups_that_ask_each_other_at_once_learn_nothing_before_a_yes(
    house: House,
) -> None:
    await two_groups(house)
    first, second = await asyncio.gather(
        fill(house, "Cem", "introduce-form:2", {"from": ["1"], "note": "", "reach": "cem@a.nl"}),
        fill(house, "Bart", "introduce-form:1", {"from": ["2"], "note": "", "reach": "bart@a.nl"}),
    )
    await house.deliver()
    both = told(first) + told(second)
    assert both.count("vroeg het al. Wil je dat?") == 1
    everything = both + said(house, "Cem") + said(house, "Bart")
    assert "cem@a.nl" not in everything
    assert "bart@a.nl" not in everything
    assert "<@" not in everything


async def test_yes_and_no_buttons_pressed_by_two_contacts_at_once_end_one_way(
    house: House,
) -> None:
    await two_groups(house)
    start = house.channels[Place.START]
    await house.people["Bart"].slash(start, "collectief contact", wie=house.people["Rosa"])
    await house.deliver()
    await ask(house)
    letters = {name: house.mail(name)[-1] for name in ("Bart", "Rosa")}
    await together(
        house,
        ("Bart", letters["Bart"], "introduction-no:1"),
        ("Rosa", letters["Rosa"], "introduction-no:1"),
        ("Rosa", letters["Rosa"], "introduction-yes:1"),
    )
    await house.deliver()
    late = await fill(house, "Rosa", "introduction-yes-form:1", {"reach": ""})
    assert "voorbij" in told(late)
    for name in letters:
        assert house.mail(name)[-1].components == []
    assert said(house, "Cem") == ""


async def close_mail(house: House, who: str) -> discord.User:
    """Somebody lets no bot write to them any more."""
    user = house.client.get_user(house.users[who].id) or await house.client.fetch_user(
        house.users[who].id
    )
    channel = await user.create_dm()
    house.env.inject_error(
        "POST",
        f"/channels/{channel.id}/messages",
        status=403,
        code=50007,
        message="Cannot send messages to this user",
        times=None,
    )
    return user


async def test_a_request_that_reaches_nobody_is_told_to_staff_and_can_be_answered(
    house: House,
) -> None:
    await two_groups(house)
    await close_mail(house, "Bart")
    await ask(house)
    for _ in range(2):
        await house.client.services.matching.introduction_keeper.tell_unreached()
        await house.deliver()
    seen_by_staff = [one.content for one in house.messages(Place.STAFF)]
    told_staff = [one for one in seen_by_staff if "wil kennismaken met Dorpshuis De Meent" in one]
    assert len(told_staff) == 1
    assert "Bart" not in told_staff[0]
    listed = await house.people["Bart"].slash(house.channels[Place.START], "kennismakingen")
    assert ids(listed.response) == ["introduction-yes:1", "introduction-no:1"]
    form = await house.people["Bart"].click(listed.response, custom_id="introduction-yes:1")
    done = await house.people["Bart"].submit_modal(form, {"reach": ""})
    assert f"<@{house.users['Cem'].id}>" in told(done)


async def test_a_request_to_a_group_without_a_contact_is_brought_to_staff(house: House) -> None:
    await two_groups(house)
    async with house.store.writing() as session:  # as a group from a file
        bart = await people.find_by_identity(session, ref(house.users["Bart"].id))
        assert bart is not None
        await collectives.remove_contact(session, 2, bart.id)
    asked = await ask(house)
    assert "heeft hier nog geen contactpersoon" in told(asked)
    (letter,) = [one for one in house.messages(Place.STAFF) if "kennismaken" in one.content]
    assert "Dorpshuis De Meent" in letter.content
    assert "Cem" not in letter.content


@pytest.mark.parametrize("kind", ["request", "reminder", "ended"])
async def test_a_letter_about_an_introduction_that_is_gone_says_that_it_is_over(
    house: House, kind: str
) -> None:
    await two_groups(house)
    async with house.store.writing() as session:
        person = await people.find_by_identity(session, ref(house.users["Bart"].id))
        assert person is not None
        await deliveries.add(
            session,
            community_id=house.community_id,
            kind=f"introduction-{kind}",
            facts={"introduction": 999, "asker": True},
            source="introduction:999",
            target=ref(house.users["Bart"].id),
            to_person=True,
            person_id=person.id,
            language="nl",
            edits=None,
            due_at=house.clock.now(),
        )
    await house.deliver()
    assert "Deze kennismaking is voorbij" in said(house, "Bart")
