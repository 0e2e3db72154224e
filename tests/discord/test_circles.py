"""Circles on Discord: an invitation, a thread of their own, in and out with a button (X4, M9)."""

from typing import Any

import discord
import pytest

from bot.communities import Place
from bot.outbox import Delivery, PlaceGone
from cogs._practice._simcord import close_for_others
from cogs.matching.cards import named
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_matching import HALL, make
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("kringen", "wrong role"): "everyone may see the circles",
    ("kringen", "bad input"): "there is nothing to fill in",
    ("JoinCircleButton", "wrong role"): "everyone may join",
    ("LeaveCircleButton", "wrong role"): "everyone may step out of what they are in",
}
THEME = "energiecooperaties"


async def begin(house: House, who: str = "Sofie", theme: str = THEME) -> Any:
    done = await house.people[who].slash(house.channels[Place.STAFF], "kring begin", thema=theme)
    await house.deliver()
    return done


async def circle(house: House) -> None:
    """Bart speaks for a group with the theme; staff begin its circle (1)."""
    told_of = "Wij zijn een energiecoöperatie met zonnepanelen."
    await make(house, "Bart", HALL | {"description": told_of})
    await press(house, "Bart", "collective-themes:1", [THEME])
    await begin(house)


async def list_of(house: House, who: str = "Rosa") -> str:
    return told(await house.people[who].slash(house.channels[Place.START], "kringen"))


@pytest.mark.door("kring begin", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("kringen", "good", "twice")
async def test_staff_begin_a_circle_and_contacts_are_asked_once(house: House) -> None:
    assert "nog geen kringen" in await list_of(house)
    await circle(house)
    assert "niemand nieuw" in told(await begin(house))
    asked = [one for one in house.mail("Bart") if "Wil je bij de kring" in one.content]
    assert len(asked) == 1
    assert "Dit mag je hier niet" in told(await begin(house, "Rosa"))
    assert "is er niet meer" in told(await begin(house, theme="onzin"))
    for _ in range(2):
        assert "nog 3 mensen nodig" in await list_of(house)


@pytest.mark.door("JoinCircleButton", "good", "twice", "bad input")
@pytest.mark.door("LeaveCircleButton", "good", "twice", "bad input")
async def test_the_third_yes_opens_a_thread_and_out_is_out(house: House) -> None:
    await circle(house)
    [asked] = [one for one in house.mail("Bart") if "Wil je bij de kring" in one.content]
    yes = await house.users["Bart"].click(asked, custom_id="circle-join:1")
    assert "Zeggen nog 2 anderen ja" in told(yes)
    for who in ("Rosa", "Rosa", "Cem"):
        done = told(await press(house, who, "circle-join:1"))
    assert "Ik open nu het gesprek" in done
    await house.deliver()
    await house.deliver()
    [thread] = [one for one in house.client.guilds[0].threads if one.name.startswith("Kring:")]
    assert {one.id for one in await thread.fetch_members()} >= {
        house.users[who].id for who in ("Bart", "Rosa", "Cem")
    }
    assert f"<#{thread.id}>" in await list_of(house)
    for _ in range(2):
        assert "Niemand hoort daar iets van" in told(await press(house, "Cem", "circle-leave:1"))
        await house.deliver()
    assert house.users["Cem"].id not in {one.id for one in await thread.fetch_members()}
    for button in ("circle-join:99", "circle-leave:99"):
        assert "is er niet meer" in told(await press(house, "Rosa", button))


@pytest.mark.door("CloseCircleButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("kring vanaf", "good", "twice", "wrong role", "bad input")
async def test_staff_close_a_circle_and_say_how_many_groups_are_enough(house: House) -> None:
    await circle(house)
    assert "Dit mag je hier niet" in told(await press(house, "Rosa", "circle-close:1"))
    assert "is er niet meer" in told(await press(house, "Sofie", "circle-close:99"))
    for _ in range(2):
        assert "is gestopt" in told(await press(house, "Sofie", "circle-close:1"))
    assert "nog geen kringen" in await list_of(house)
    staff = house.channels[Place.STAFF]
    for _ in range(2):
        done = await house.people["Sofie"].slash(staff, "kring vanaf", aantal=3)
        assert "Hebben 3 groepen" in told(done)
    refused = await house.people["Rosa"].slash(staff, "kring vanaf", aantal=3)
    assert "Dit mag je hier niet" in told(refused)


def thread_of(house: House) -> Any:
    [thread] = [one for one in house.client.guilds[0].threads if one.name.startswith("Kring:")]
    return thread


async def messages(house: House) -> str:
    found = [one.content async for one in thread_of(house).history()]
    return "\n".join(found)


async def opened(house: House) -> None:
    """Bart, Rosa and Cem are in, and the thread is there."""
    await circle(house)
    for who in ("Bart", "Rosa", "Cem"):
        await press(house, who, "circle-join:1")
    for _ in range(2):
        await house.deliver()


async def test_who_comes_later_is_let_into_the_thread_and_a_success_comes_there_too(
    house: House,
) -> None:
    """X13: what worked is told in the circle of its theme, and goes from there when taken back."""
    await opened(house)
    assert f"<#{thread_of(house).id}>" in told(await press(house, "Mo", "circle-join:1"))
    await house.deliver()
    assert house.users["Mo"].id in {one.id for one in await thread_of(house).fetch_members()}
    listed: Any = await house.people["Mo"].slash(house.channels[Place.START], "kringen")
    assert "circle-leave:1" in ids(listed.response)
    filled: dict[str, Any] = {
        "from": ["1"],
        "what": "Zonnepanelen op het dak",
        "how": "Samen.",
        "otherwise": "Eerder.",
        "abroad": "De wet.",
    }
    await fill(house, "Bart", "success-form", filled)
    await press(house, "Sofie", "success-themes:1", [THEME])
    await press(house, "Sofie", "success-publish:1")
    await house.deliver()
    said = await messages(house)
    assert "Zonnepanelen op het dak" in said
    assert "dit komt niet uit Nederland" in said
    assert "Eerder." in said
    for button, is_there in (("success-refuse-form:1", False), ("success-publish:1", True)):
        if is_there:
            await press(house, "Sofie", button)
        else:
            await fill(house, "Sofie", button, {"reason": "Nog even kijken."})
        await house.deliver()
        assert ("Zonnepanelen op het dak" in await messages(house)) is is_there
        house.clock.move(minutes=1)
    await press(house, "Bart", "success-withdraw:1")
    await house.deliver()
    assert "Zonnepanelen" not in await messages(house)
    assert "weggehaald" in told(await press(house, "Bart", "success-read:1"))


async def test_a_circle_that_ends_says_so_in_its_thread(house: House) -> None:
    await opened(house)
    staff: Any = await house.people["Sofie"].slash(house.channels[Place.STAFF], "kringen")
    await house.people["Sofie"].click(staff.response, custom_id="circle-close:1")
    await house.deliver()
    assert "Deze kring is gestopt" in await messages(house)


async def test_an_invitation_that_was_overtaken_says_so(house: House) -> None:
    told_of = "Wij zijn een energiecoöperatie met zonnepanelen."
    await make(house, "Bart", HALL | {"description": told_of})
    await press(house, "Bart", "collective-themes:1", [THEME])
    await house.people["Sofie"].slash(house.channels[Place.STAFF], "kring begin", thema=THEME)
    await press(house, "Sofie", "circle-close:1")
    await house.deliver()
    assert "Deze kring is er niet meer" in house.mail("Bart")[-1].content


async def test_a_thread_that_was_made_by_an_unfinished_try_is_used(house: House) -> None:
    await circle(house)
    place: Any = house.client.get_channel(house.channels[Place.MEETINGS].id)
    name = house.client.services.texts.text(
        "circle-thread-name", "nl", theme=named(house.client.services.matching, (THEME,), "nl")[0]
    )
    kind = discord.ChannelType.private_thread
    made = await place.create_thread(name=name, type=kind)
    for who in ("Bart", "Rosa", "Cem"):
        await press(house, who, "circle-join:1")
    for _ in range(2):
        await house.deliver()
    assert thread_of(house).id == made.id


async def test_without_the_right_to_make_threads_staff_read_that_it_failed(house: House) -> None:
    bits = discord.Permissions(create_private_threads=True).value
    close_for_others(
        house.env, house.channels[Place.MEETINGS], bits, [house.guild.roles["Beheerder"]]
    )
    await house.env.settle()
    await opened(house)
    assert not [one for one in house.client.guilds[0].threads if one.name.startswith("Kring:")]


def queued(house: House, kind: str, **facts: object) -> Delivery:
    """A message as the outbox hands it over."""
    return Delivery(
        id=1,
        key="k",
        kind=kind,
        facts=facts,
        target="discord:1",
        to_person=False,
        language="nl",
        edits=None,
        attempts=1,
        queued_at=house.clock.now(),
        looks=None,
    )


async def work(house: House, kind: str, channel: Any, **facts: object) -> None:
    """Do what a message without words does with this place."""
    shown = await house.client.renderers[kind](house.client.services, queued(house, kind, **facts))
    assert shown.work is not None
    await shown.work(channel)


async def test_work_for_a_circle_that_changed_meanwhile_does_nothing(house: House) -> None:
    """A thread is made once, in a channel that can have one, and for a circle that is there."""
    await opened(house)
    thread = thread_of(house)
    place: Any = house.client.get_channel(house.channels[Place.MEETINGS].id)
    await work(house, "circle-thread", place, circle=99)
    await work(house, "circle-thread", place, circle=1)
    assert thread_of(house).id == thread.id
    before = {one.id for one in await thread.fetch_members()}
    for kind in ("circle-in", "circle-out"):
        await work(house, kind, place, account="discord:5")
        await work(house, kind, thread, account="")
    assert {one.id for one in await thread.fetch_members()} == before
    gone = await house.client.renderers["circle-invitation"](
        house.client.services, queued(house, "circle-invitation", circle=99)
    )
    assert "is er niet meer" in gone.text


async def test_a_thread_cannot_be_made_in_a_thread(house: House) -> None:
    await circle(house)
    for who in ("Bart", "Rosa", "Cem"):
        await press(house, who, "circle-join:1")
    place: Any = house.client.get_channel(house.channels[Place.MEETINGS].id)
    other = await place.create_thread(name="iets", type=discord.ChannelType.public_thread)
    with pytest.raises(PlaceGone):
        await work(house, "circle-thread", other, circle=1)


async def test_an_invitation_says_who_is_in_already(house: House) -> None:
    await circle(house)
    await press(house, "Bart", "circle-join:1")
    shown = await house.client.renderers["circle-invitation"](
        house.client.services, queued(house, "circle-invitation", circle=1)
    )
    assert "Wie er al bij zijn: Dorpshuis De Meent" in shown.text
