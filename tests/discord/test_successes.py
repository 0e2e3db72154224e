"""Sharing, checking, reading and taking back a success on Discord (X13, H9)."""

import io
from typing import Any

import pytest
from PIL import Image

from bot.communities import Place
from bot.content import Content
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_matching import HALL, make
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("succes lijst", "wrong role"): "everyone may read what worked",
    ("ReadSuccessButton", "wrong role"): "everyone may read what worked",
    ("succes deel", "bad input"): "there is nothing to fill in",
    ("ShareSuccessButton", "bad input"): "there is nothing to fill in",
    ("succes mijn", "bad input"): "there is nothing to fill in",
    ("succes mijn", "wrong role"): "everyone sees their own, who has none reads so",
}
KEY = {
    "from": ["1"],
    "what": "We kregen de sleutel van het dorpshuis",
    "how": "Drie jaar praten en een begroting die klopte.",
}


async def shared(house: House) -> Any:
    """Bart speaks for the hall (1) and shared its success (1)."""
    await make(house, "Bart", HALL)
    form = await house.people["Bart"].slash(house.channels[Place.START], "succes deel")
    done = await house.people["Bart"].submit_modal(form, KEY)
    await house.deliver()
    return done


def card(house: House) -> Any:
    """The newest message in the channel of staff."""
    return house.messages(Place.STAFF)[-1]


async def listed(house: House, who: str = "Rosa", command: str = "succes lijst") -> Any:
    return (await house.people[who].slash(house.channels[Place.START], command)).response


@pytest.mark.door("succes deel", "good", "twice", "wrong role")
@pytest.mark.door("ShareSuccessButton", "good", "twice", "wrong role")
@pytest.mark.door("SuccessForm", "good", "twice", "wrong role")
async def test_a_group_shares_once_and_others_read_how_they_come_that_far(house: House) -> None:
    done = await shared(house)
    assert "Een medewerker kijkt ernaar" in done.response.content
    again = await fill(house, "Bart", "success-form", KEY)
    assert "Een medewerker kijkt ernaar" in told(again)
    await house.deliver()
    assert (await listed(house, "Bart", "succes mijn")).content.count("sleutel") == 1
    assert "namens je groep" in told(await fill(house, "Rosa", "success-form", KEY))
    start = house.channels[Place.START]
    assert "namens je groep" in told(await house.people["Rosa"].slash(start, "succes deel"))
    for _ in range(2):
        assert "namens je groep" in told(await press(house, "Rosa", "success-share"))


@pytest.mark.door("SuccessForm", "bad input")
@pytest.mark.parametrize(
    "filled", [KEY | {"what": " "}, KEY | {"from": ["99"]}, KEY | {"from": ["; drop"]}]
)
async def test_a_bad_form_says_what_to_do_and_keeps_nothing(
    house: House, filled: dict[str, Any]
) -> None:
    await make(house, "Bart", HALL)
    said = told(await fill(house, "Bart", "success-form", filled))
    assert "Vul in wat er lukte" in said or "namens je groep" in said
    assert "nog geen succes" in (await listed(house, "Bart", "succes mijn")).content


@pytest.mark.door("PublishSuccessButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("ReadSuccessButton", "good", "twice", "bad input")
@pytest.mark.door("succes lijst", "good", "twice", "bad input")
async def test_staff_publish_it_and_everybody_reads_it(house: House) -> None:
    await shared(house)
    assert "Er staan hier nog geen successen" in (await listed(house)).content
    assert "Dit mag je hier niet doen" in told(await press(house, "Rosa", "success-publish:1"))
    assert "vind ik hier niet" in told(await press(house, "Rosa", "success-read:1"))
    assert "vind ik hier niet" in told(await press(house, "Sofie", "success-publish:77"))
    for _ in range(2):
        assert "Staat erbij" in told(await press(house, "Sofie", "success-publish:1"))
        await house.deliver()
    assert "success-publish:1" not in ids(card(house))
    told_bart = [message.content for message in house.mail("Bart")]
    assert sum("Je succes staat erbij" in one for one in told_bart) == 1
    for _ in range(2):
        assert "sleutel van het dorpshuis" in (await listed(house)).content
        assert "Drie jaar praten" in told(await press(house, "Rosa", "success-read:1"))
    start = house.channels[Place.START]
    nothing = await house.people["Rosa"].slash(start, "succes lijst", thema="bestaat-niet")
    assert "Er staan hier nog geen successen" in told(nothing)


@pytest.mark.door("RefuseSuccessButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("RefuseSuccessForm", "good", "twice", "wrong role", "bad input")
async def test_a_no_comes_with_a_reason(house: House) -> None:
    await shared(house)
    filled = {"reason": "Er staat een naam in."}
    form = await house.people["Sofie"].click(card(house), custom_id="success-refuse:1")
    await house.people["Sofie"].submit_modal(form, filled)
    await house.deliver()
    again = await fill(house, "Sofie", "success-refuse-form:1", filled)
    assert "De groep krijgt je reden" in told(again)
    await house.deliver()
    assert sum("Er staat een naam in." in one.content for one in house.mail("Bart")) == 1
    assert "Dit mag je hier niet" in told(
        await fill(house, "Rosa", "success-refuse-form:1", filled)
    )
    assert "waarom niet" in told(
        await fill(house, "Sofie", "success-refuse-form:1", {"reason": " "})
    )
    assert "vind ik hier niet" in told(await fill(house, "Sofie", "success-refuse-form:9", filled))


@pytest.mark.door("SuccessThemeSelect", "good", "twice", "wrong role", "bad input")
async def test_staff_say_what_it_is_about(house: House) -> None:
    await shared(house)
    picked = ["energiecooperaties"]
    groups = [theme.parent for theme in Content.load().themes if theme.id == picked[0]]
    assert "Kies hoogstens" in told(await press(house, "Sofie", "success-groups:1", groups))
    for _ in range(2):
        done = told(await press(house, "Sofie", "success-themes:1", picked))
        assert "Thema: Energie" in done
    assert "Dit mag je hier niet" in told(await press(house, "Rosa", "success-themes:1", picked))
    assert "vind ik hier niet" in told(await press(house, "Sofie", "success-groups:1", ["nee"]))
    assert "Thema" not in told(await press(house, "Sofie", "success-themes:1", ["nee"]))


@pytest.mark.door("WithdrawSuccessButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("succes mijn", "good", "twice")
async def test_a_group_takes_it_back_at_once(house: House) -> None:
    await shared(house)
    await press(house, "Sofie", "success-publish:1")
    assert "vind ik hier niet" in told(await press(house, "Rosa", "success-withdraw:1"))
    assert "vind ik hier niet" in told(await press(house, "Bart", "success-withdraw:88"))
    for _ in range(2):
        mine = await listed(house, "Bart", "succes mijn")
        assert "Iedereen kan dit lezen" in mine.content or "nog geen succes" in mine.content
        assert "Weggehaald" in told(await press(house, "Bart", "success-withdraw:1"))
        await house.deliver()
    assert "weggehaald" in card(house).content
    assert "nog geen successen" in (await listed(house)).content


@pytest.mark.door("SuccessPhotoButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("SuccessPhotoForm", "good", "twice", "wrong role", "bad input")
async def test_a_picture_comes_with_words_and_staff_look_again(house: House) -> None:
    done = await shared(house)
    await press(house, "Sofie", "success-publish:1")
    sent = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(sent, "PNG")
    for _ in range(2):
        form = await house.people["Bart"].click(done.response, custom_id="success-photo:1")
        filled = {"picture": ("veld.png", sent.getvalue()), "alt": "Een sleutel"}
        kept = await house.people["Bart"].submit_modal(form, filled)
        assert "De foto is bewaard" in told(kept)
        await house.deliver()
    assert "nog geen successen" in (await listed(house)).content  # staff look first
    await press(house, "Sofie", "success-publish:1")
    read: Any = await press(house, "Rosa", "success-read:1")
    [picture] = read.response.attachments
    assert picture.description == "Een sleutel"
    nothing = {"alt": "x"}
    assert "niet als foto" in told(await fill(house, "Bart", "success-photo-form:1", nothing))
    for who, id_ in (("Rosa", 1), ("Bart", 99)):
        form = await press(house, who, f"success-photo:{id_}")
        refused = await house.people[who].submit_modal(form, filled)
        assert "vind ik hier niet" in told(refused)


async def test_a_search_for_groups_names_what_worked_for_them(house: House) -> None:
    await shared(house)
    await press(house, "Sofie", "success-publish:1")
    await house.deliver()
    start = house.channels[Place.START]
    found = await house.people["Rosa"].slash(start, "zoek", tekst="zelf een dorpshuis beheren")
    assert "Dit lukte hen: We kregen de sleutel van het dorpshuis" in told(found)
    read: Any = await press(house, "Rosa", "success-read:1")
    assert ids(read.response) == ["collective-show:1"]
