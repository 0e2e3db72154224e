"""From two times yes to a meeting: a thread, one press a moment, and what came of it (M2, M9)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import discord
import pytest
import simcord

from bot.communities import Place
from cogs._practice._simcord import close_for_others
from cogs._ui import ref
from data.store import deliveries
from tests.discord.hands import fill, ids, meeting_threads, press, together, told
from tests.discord.test_matching import ask, said, say_yes, two_groups
from tests.discord.test_matching_meeting import close_mail
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("MomentsButton", "bad input"): "its number is all it has",
    ("OtherButton", "bad input"): "its number is all it has",
    ("CalendarButton", "bad input"): "its number is all it has",
}


async def met(house: House) -> simcord.ChannelHandle:
    """Cem and Bart said yes: their thread."""
    await two_groups(house)
    await ask(house, reach="cem@anker.example")
    await say_yes(house, reach="06-0000")
    (thread,) = meeting_threads(house)
    return thread


def presses(message: discord.Message) -> dict[str, list[str]]:
    """The buttons of each moment, in the order of the moments."""
    found: dict[str, list[str]] = {}
    for one in ids(message):
        if one.startswith("meeting-can:"):
            found.setdefault(one.split(":")[2], []).append(one)
    return found


def at(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), tz=ZoneInfo("Europe/Amsterdam"))


async def keep_up(house: House) -> None:
    await house.client.services.matching.keeper.keep_up()
    await house.deliver()


async def test_both_get_a_thread_of_their_own_with_who_why_questions_and_moments(
    house: House,
) -> None:
    thread = await met(house)
    assert thread.name == "1. Buurthuis Het Anker en Dorpshuis De Meent"
    members = set(house.env.backend.get_thread(thread.id).thread_members)
    assert {house.users["Cem"].id, house.users["Bart"].id} <= members
    assert house.users["Rosa"].id not in members
    opening, moments = thread.history()
    assert f"<@{house.users['Cem'].id}>" in opening.content
    assert "Te bereiken via: 06-0000" in opening.content
    assert "Dit past bij elkaar: " in opening.content
    assert opening.content.count("?") >= 2
    assert {one.id for one in opening.mentions} == {
        house.users["Cem"].id,
        house.users["Bart"].id,
    }
    assert len(presses(moments)) == 3
    assert all(at(one).weekday() <= 3 and at(one).hour == 19 for one in presses(moments))
    assert said(house, "Cem") == ""


@pytest.mark.door("CanButton", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("PlanButton", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("CalendarButton", "good", "wrong role", "twice")
async def test_a_moment_is_found_and_settled_with_one_press_each(house: House) -> None:
    thread = await met(house)
    moments = thread.history()[1]
    first, second, _ = presses(moments)
    await house.people["Cem"].click(moments, custom_id=f"meeting-can:1:{first}:no")
    await together(
        house,
        ("Cem", moments, f"meeting-can:1:{second}:yes"),
        ("Cem", moments, f"meeting-can:1:{second}:yes"),
        ("Bart", moments, f"meeting-can:1:{second}:maybe"),
    )
    for forged in (f"meeting-can:1:{first}:yes", f"meeting-plan:1:{second}", "meeting-calendar:1"):
        assert "ken ik niet" in told(await press(house, "Rosa", forged))
    assert "kan niet meer" in told(await press(house, "Cem", "meeting-can:1:1:yes"))
    assert "past niet meer" in told(await press(house, "Cem", f"meeting-plan:1:{first}"))
    await house.restart()
    await house.deliver()
    moments = thread.history()[1]
    assert "(Cem: ja, Bart: als het moet)" in moments.content
    assert "kan iedereen" in moments.content
    done = await house.people["Cem"].click(moments, custom_id=f"meeting-plan:1:{second}")
    again = await press(house, "Bart", f"meeting-plan:1:{second}")
    assert "Het staat" in told(done)
    assert "Het staat" in told(again)
    await house.deliver()
    assert presses(thread.history()[1]) == {}
    planned = thread.history()[-1]
    assert "Afgesproken" in planned.content
    assert len(thread.history()) == 3
    for _ in range(2):
        file = await house.people["Bart"].click(planned, custom_id="meeting-calendar:1")
        assert file.response.attachments[0].filename == "kennismaken.ics"
    assert "al afgesproken" in told(await press(house, "Cem", f"meeting-can:1:{first}:yes"))
    house.clock.move(seconds=int(second) - int(house.clock.now().timestamp()) - 80_000)
    for _ in range(2):
        await keep_up(house)
    (reminder,) = thread.history()[3:]
    assert "Een herinnering" in reminder.content
    assert len(reminder.mentions) == 2


@pytest.mark.door("OtherButton", "good", "wrong role", "twice")
@pytest.mark.door("OtherForm", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("MomentsButton", "good", "wrong role", "twice")
async def test_when_no_evening_fits_somebody_proposes_others_in_words(house: House) -> None:
    thread = await met(house)
    moments = thread.history()[1]
    for one in presses(moments):
        last = await house.people["Cem"].click(moments, custom_id=f"meeting-can:1:{one}:no")
    assert "Geen van deze momenten" in told(last)
    form = await house.people["Cem"].click(moments, custom_id="meeting-other:1")
    filled = [part["component"]["value"] for part in form.modal["components"]]
    assert all("19.30" in one for one in filled)
    for values in ({"moment0": "vrijdag 20.00", "moment1": "", "moment2": "zaterdag 11 uur"},) * 2:
        done = await fill(house, "Cem", "meeting-other-form:1", values)
        assert "Voorgesteld" in told(done)
    unclear = await fill(house, "Cem", "meeting-other-form:1", {"moment0": "ooit een keer"})
    assert "snap ik niet" in told(unclear) or "moment" in told(unclear)
    empty = await fill(house, "Cem", "meeting-other-form:1", {"moment0": " "})
    assert "Vul een of meer momenten in" in told(empty)
    await house.deliver()
    assert len(presses(thread.history()[-1])) == 2
    for _ in range(2):
        shown = await press(house, "Bart", "meeting-moments:1")
        assert len(presses(shown.response)) == 2
    for forged in ("meeting-moments:1", "meeting-other:1"):
        assert "ken ik niet" in told(await press(house, "Rosa", forged))
    late = await fill(house, "Rosa", "meeting-other-form:1", {"moment0": "vrijdag"})
    assert "ken ik niet" in told(late)
    assert await press(house, "Bart", "meeting-other:1")


@pytest.mark.door("HelpedButton", "good", "wrong role", "bad input", "twice")
async def test_after_three_weeks_one_question_and_nobody_sees_the_answer(house: House) -> None:
    thread = await met(house)
    assert "ken ik niet" in told(await press(house, "Cem", "meeting-helped:1:yes"))
    house.clock.move(days=21)
    for _ in range(2):
        await keep_up(house)
    question = thread.history()[-1]
    assert "heeft het geholpen?" in question.content
    assert len(thread.history()) == 3
    for helped, answer in (("no", "ook daar"), ("yes", "Fijn")):
        done = await house.people["Cem"].click(question, custom_id=f"meeting-helped:1:{helped}")
        assert done.ephemeral
        assert answer in told(done)
    assert "ken ik niet" in told(await press(house, "Rosa", "meeting-helped:1:yes"))
    listed = await house.people["Sofie"].slash(house.channels[Place.START], "kennismakingen")
    assert "1 keer gevraagd" in told(listed)
    assert "minstens vijf" in told(listed)
    assert "medewerkers" not in told(
        await house.people["Rosa"].slash(house.channels[Place.START], "kennismakingen")
    )


@pytest.mark.parametrize("why", ["permission", "not here", "no place"])
async def test_without_a_thread_both_get_everything_in_a_direct_message(
    house: House, why: str
) -> None:
    bits = discord.Permissions(create_private_threads=True).value
    if why == "permission":
        close_for_others(
            house.env, house.channels[Place.MEETINGS], bits, [house.guild.roles["Beheerder"]]
        )
    elif why == "not here":
        view = discord.Permissions(view_channel=True).value
        close_for_others(
            house.env, house.channels[Place.MEETINGS], view, [house.guild.roles["Beheerder"]]
        )
    else:
        house.env.backend.delete_channel(house.channels[Place.MEETINGS].id)
    await house.env.settle()
    await two_groups(house)
    await ask(house)
    await say_yes(house, reach="06-0000")
    await keep_up(house)
    assert meeting_threads(house) == []
    for name in ("Cem", "Bart"):
        opening, moments = house.mail(name)[-2:]
        assert "Te bereiken via: 06-0000" in opening.content
        assert len(presses(moments)) == 3
    first = next(iter(presses(moments)))
    for name in ("Cem", "Bart"):
        await house.users[name].click(house.mail(name)[-1], custom_id=f"meeting-can:1:{first}:yes")
    await house.deliver()
    assert "(Cem: ja, Bart: ja)" in house.mail("Cem")[-1].content


async def test_a_deleted_thread_does_not_end_the_meeting(house: House) -> None:
    thread = await met(house)
    first = next(iter(presses(thread.history()[1])))
    house.env.backend.delete_channel(thread.id)
    await house.env.settle()
    listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
    shown = await house.people["Cem"].click(listed.response, custom_id="meeting-moments:1")
    await house.people["Cem"].click(shown.response, custom_id=f"meeting-can:1:{first}:yes")
    await house.deliver()
    await keep_up(house)
    assert len(presses(house.mail("Bart")[-1])) == 3
    await house.users["Bart"].click(house.mail("Bart")[-1], custom_id=f"meeting-can:1:{first}:yes")
    await house.deliver()
    await house.users["Bart"].click(house.mail("Bart")[-1], custom_id=f"meeting-plan:1:{first}")
    await house.deliver()
    for name in ("Cem", "Bart"):
        assert said(house, name).count("herinner ik jullie") == 1


async def test_a_thread_whose_making_was_not_noted_is_used_and_not_made_again(
    house: House,
) -> None:
    await two_groups(house)
    await ask(house)
    form = await house.users["Bart"].click(house.mail("Bart")[-1], custom_id="introduction-yes:1")
    await house.users["Bart"].submit_modal(form, {"reach": ""})
    place = house.client.get_channel(house.channels[Place.MEETINGS].id)
    assert isinstance(place, discord.TextChannel)
    made = await place.create_thread(
        name="1. Buurthuis Het Anker en Dorpshuis De Meent",
        type=discord.ChannelType.private_thread,
    )
    async with house.store.writing() as session:  # the one that made it died before it knew
        for row in await deliveries.find_first(session, "meeting:1:thread"):
            row.attempts, row.queued_at = 1, made.created_at or row.queued_at
    await house.deliver()
    assert [one.id for one in meeting_threads(house)] == [made.id]
    assert len(meeting_threads(house)[0].history()) >= 2


async def test_who_is_forgotten_stands_in_no_message_of_the_meeting_any_more(
    house: House,
) -> None:
    thread = await met(house)
    first = next(iter(presses(thread.history()[1])))
    await house.people["Bart"].click(thread.history()[1], custom_id=f"meeting-can:1:{first}:yes")
    await house.deliver()
    await house.client.services.privacy.erase(ref(house.users["Bart"].id))
    await house.deliver()
    everything = "\n".join(one.content for one in thread.history())
    assert "Bart" not in everything
    assert "06-0000" not in everything


async def test_who_gets_no_direct_messages_is_written_to_by_the_other(house: House) -> None:
    house.env.backend.delete_channel(house.channels[Place.MEETINGS].id)
    await two_groups(house)
    asked = await ask(house, reach="cem@anker.example")
    form = await house.users["Bart"].click(house.mail("Bart")[-1], custom_id="introduction-yes:1")
    await close_mail(house, "Cem")
    done = await house.users["Bart"].submit_modal(form, {"reach": "06-0000"})
    assert "cem@anker.example" in told(done)
    await house.deliver()
    for _ in range(3):
        await keep_up(house)
    assert said(house, "Bart").count("Stuur jij het eerste bericht") == 1
    late = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
    assert "06-0000" in told(late)
    listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
    shown = await house.people["Cem"].click(listed.response, custom_id="meeting-moments:1")
    assert len(presses(shown.response)) == 3


@pytest.mark.parametrize(
    "kind", ["opening", "moments", "planned", "tomorrow", "alone", "helped", "unreached", "thread"]
)
async def test_a_message_about_a_meeting_that_is_gone_says_that_it_is_over(
    house: House, kind: str
) -> None:
    async with house.store.writing() as session:
        await deliveries.add(
            session,
            community_id=house.community_id,
            kind=f"meeting-{kind}",
            facts={"meeting": 999},
            source=f"meeting:999:{kind}",
            target=ref(house.channels[Place.MEETINGS].id),
            to_person=False,
            person_id=None,
            language="nl",
            edits=None,
            due_at=house.clock.now(),
        )
    await house.deliver()
    shown = [one.content for one in house.messages(Place.MEETINGS)]
    over = "Deze kennismaking is voorbij. Je hoeft niets te doen."
    assert shown == ([] if kind == "thread" else [over])
