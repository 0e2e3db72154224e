"""`/helpdesk cijfers`: text, picture and file."""

from __future__ import annotations

import pytest

from bot.communities import Place
from bot.spreadsheets import read_table
from tests.discord.hands import press, told
from tests.doubles.house import House

NOT_FOR = {
    ("helpdesk cijfers", "twice"): "it only reads, nothing changes",
    ("FileButton", "twice"): "it only reads, nothing changes",
}


@pytest.mark.asyncio
@pytest.mark.door("helpdesk cijfers", "good", "wrong role", "bad input")
@pytest.mark.door("FileButton", "good", "wrong role", "bad input")
async def test_staff_see_figures_as_text_and_picture_and_take_them_along(house: House) -> None:
    sofie, rosa = house.people["Sofie"], house.people["Rosa"]
    place = house.channels[Place.STAFF]
    assert "Er zijn nog geen vragen" in told(await sofie.slash(place, "helpdesk cijfers"))
    start = house.channels[Place.START]
    await rosa.slash(start, "vraag stel", tekst="Kan iemand ons bellen over het hek?")

    shown = await sofie.slash(place, "helpdesk cijfers", maanden=2)
    said = told(shown)
    assert "Eén vraag. Zonder medewerker klaar: 0." in said
    assert "Rosa" not in said
    assert "hek" not in said
    (picture,) = shown.response.attachments
    assert "1" in picture.description
    assert "zonder medewerker" in picture.description

    file = await sofie.click(shown.response, custom_id="figures-file:2")
    (attachment,) = file.response.attachments
    table = read_table(await attachment.read(), attachment.filename)
    assert table.rows[0].cells[2] == "1"

    refused = told(await rosa.slash(start, "helpdesk cijfers"))
    assert "Code: " in refused
    assert "Eén vraag" not in refused
    assert "Code: " in told(await press(house, "Rosa", "figures-file:2"))
    assert (await press(house, "Sofie", "figures-file:99")).response.attachments


def test_bad_months_are_refused_by_discord() -> None:
    from cogs.helpdesk.figures import FiguresCog

    (option,) = FiguresCog.figures.parameters
    assert (option.min_value, option.max_value) == (1, 12)
