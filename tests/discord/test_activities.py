"""Activities that everybody may come to: announced, looked at, read by all (H14)."""

from typing import Any

import pytest

from bot.communities import Place
from tests.discord.hands import fill, give_roles, ids, press, told
from tests.discord.test_matching import HALL, make
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
COFFEE: dict[str, str | list[str]] = {
    "title": "Koffie op het plein",
    "when": "vrijdag 20.00 tot 22.00",
    "place": "Het plein",
    "about": "Taart en koffie, voor alle buren. @everyone",
    "link": "https://voorbeeld.nl/koffie",
}
EVERYBODY = "Iedereen mag komen, ook als je geen lid bent van LSA."
NOT_FOR = {
    ("activiteit lijst", "wrong role"): "everyone may read it",
    ("activiteit lijst", "bad input"): "there is nothing to fill in",
    ("activiteit nieuw", "bad input"): "there is nothing to fill in",
    ("activiteit nieuw", "twice"): "it opens a form",
}


async def announce(house: House, who: str, **words: str | list[str]) -> Any:
    form = await house.people[who].slash(house.channels[Place.START], "activiteit nieuw")
    filled = await house.people[who].submit_modal(form, COFFEE | words)
    await house.deliver()
    return filled


def card(house: House) -> Any:
    return house.messages(Place.STAFF)[-1]


@pytest.mark.door("activiteit nieuw", "good")
@pytest.mark.door("ActivityForm", "good", "twice")
@pytest.mark.door("ActivityPostButton", "good", "twice")
async def test_h14_a_contact_announces_staff_post_and_everybody_may_come(house: House) -> None:
    await make(house, "Bart", HALL)
    for _ in range(2):
        filled = await announce(house, "Bart")
    assert EVERYBODY in told(filled)
    assert ids(filled.response) == []
    assert len(house.messages(Place.STAFF)) == 1
    for _ in range(2):
        await press(house, "Sofie", "activity-post:1")
    await house.deliver()
    [posted] = house.messages(Place.NEWS)
    assert posted.content.endswith(EVERYBODY)
    assert "Van: Dorpshuis De Meent" in posted.content
    assert not posted.mentions
    [file] = posted.attachments
    calendar = (await file.read()).decode()
    assert [file.filename, "DTSTART:20261127T190000Z" in calendar] == ["activiteit.ics", True]
    assert "staat in het kanaal" in house.mail("Bart")[-1].content
    assert ids(card(house)) == ["activity-cancel:1"]


@pytest.mark.door("activiteit lijst", "good", "twice")
async def test_h14_who_asks_what_there_is_to_do_reads_what_is_coming(house: House) -> None:
    for number in range(2):
        filled = await announce(house, "Sofie", title=f"Soep {number}")
        await house.people["Sofie"].click(filled.response, label="Zet in het kanaal")
    rosa, start = house.people["Rosa"], house.channels[Place.START]
    for _ in range(2):
        listed = told(await rosa.slash(start, "activiteit lijst"))
    assert [listed.count("Soep"), EVERYBODY in listed] == [2, True]
    for said in ("wat is er te doen?", "kan ik komen?"):
        reply = told(await rosa.slash(start, "vraag stel", tekst=said))
        assert ["Soep 0" in reply, EVERYBODY in reply] == [True, True]


@pytest.mark.door("ActivityCancelButton", "good", "twice")
async def test_what_does_not_go_on_is_said_where_it_was_announced(house: House) -> None:
    await announce(house, "Sofie")
    await house.people["Sofie"].click(card(house), label="Zet in het kanaal")
    await house.deliver()
    for _ in range(2):
        await press(house, "Mo", "activity-cancel:1")
    await house.deliver()
    [posted] = house.messages(Place.NEWS)
    assert "Dit gaat niet door." in posted.content
    assert "niet doorgaat" in house.mail("Sofie")[-1].content
    assert "nu geen activiteit" in told(
        await house.people["Rosa"].slash(house.channels[Place.START], "activiteit lijst")
    )


@pytest.mark.door("ActivityRefuseButton", "good", "twice")
async def test_what_staff_refuse_is_never_shown(house: House) -> None:
    await make(house, "Bart", HALL)
    await announce(house, "Bart")
    for _ in range(2):
        await press(house, "Sofie", "activity-refuse:1")
    await house.deliver()
    assert house.messages(Place.NEWS) == []
    assert "komt niet in het kanaal" in house.mail("Bart")[-1].content
    assert ids(card(house)) == []


@pytest.mark.door("activiteit nieuw", "wrong role")
@pytest.mark.door("ActivityForm", "wrong role", "bad input")
async def test_a_resident_announces_nothing_and_what_is_unclear_is_said(house: House) -> None:
    start = house.channels[Place.START]
    refused = await house.people["Rosa"].slash(start, "activiteit nieuw")
    assert "Dit mag je hier niet doen" in told(refused)
    sent = await fill(house, "Rosa", "activity-form", COFFEE)
    assert "Dit mag je hier niet doen" in told(sent)
    unclear = await fill(house, "Sofie", "activity-form", COFFEE | {"when": "ooit"})
    assert "Dit moment begrijp ik niet" in told(unclear)
    empty = await fill(house, "Sofie", "activity-form", {"title": "Soep", "when": "vrijdag"})
    assert "Er mist iets" in told(empty)
    assert house.messages(Place.STAFF) == []


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param(
            "activity-post:{}",
            marks=pytest.mark.door("ActivityPostButton", "wrong role", "bad input"),
        ),
        pytest.param(
            "activity-refuse:{}",
            marks=pytest.mark.door("ActivityRefuseButton", "wrong role", "bad input"),
        ),
        pytest.param(
            "activity-cancel:{}",
            marks=pytest.mark.door("ActivityCancelButton", "wrong role", "bad input"),
        ),
    ],
)
async def test_a_resident_decides_nothing_and_nobody_about_nothing(
    house: House, custom_id: str
) -> None:
    await announce(house, "Sofie")
    await give_roles(house, "Mo")
    assert "Dit mag je hier niet doen" in told(await press(house, "Mo", custom_id.format(1)))
    assert "vind ik hier niet" in told(await press(house, "Sofie", custom_id.format(99)))
    assert house.messages(Place.NEWS) == []
