"""Circles on Discord: an invitation, a thread of their own, in and out with a button (X4, M9)."""

from typing import Any

import pytest

from bot.communities import Place
from tests.discord.hands import press, told
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
