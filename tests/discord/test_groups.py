"""Browsing all groups and seeing them on the map, for members and others alike (M5, M11, X14)."""

from typing import Any

import pytest

from bot.communities import Place
from tests.discord.hands import ids, press, told
from tests.discord.test_matching import CENTRE, HALL, make, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("groepen", "wrong role"): "everyone may look at all groups",
    ("BrowseButton", "wrong role"): "everyone may look at all groups",
    ("PageButton", "wrong role"): "everyone may look at all groups",
    ("MapButton", "wrong role"): "everyone may look at all groups",
    ("ShelfSelect", "wrong role"): "everyone may look at all groups",
    ("OthersButton", "wrong role"): "everyone may look at all groups",
    ("groepen", "bad input"): "there is nothing to fill in",
    ("BrowseButton", "bad input"): "there is nothing to fill in",
}


async def groups(house: House, who: str = "Rosa") -> Any:
    return (await house.people[who].slash(house.channels[Place.START], "groepen")).response


@pytest.mark.door("groepen", "good", "twice")
@pytest.mark.door("BrowseButton", "good", "twice")
async def test_anybody_sees_all_groups_by_name(house: House) -> None:
    assert "nog geen groep" in (await groups(house)).content
    await two_groups(house)
    first, again = await groups(house), await groups(house)
    assert first.content == again.content
    assert first.content.startswith("Er staan hier 2 groepen.")
    assert first.content.index("Buurthuis Het Anker") < first.content.index("Dorpshuis De Meent")
    assert first.content == told(await press(house, "Cem", "groups"))
    assert first.content == told(await press(house, "Cem", "groups"))


@pytest.mark.door("PageButton", "good", "bad input", "twice")
async def test_pages_go_on_and_back_and_never_past_the_end(house: House) -> None:
    for number in range(6):
        await make(house, "Bart", HALL | {"name": f"Groep {number}"})
    first = await groups(house)
    assert "Bladzijde 1 van 2" in first.content
    second = told(await press(house, "Rosa", "groups-page:2:::"))
    assert "Groep 5" in second
    assert "Groep 4" not in second
    assert told(await press(house, "Rosa", "groups-page:2:::")) == second
    assert told(await press(house, "Rosa", "groups-page:99999:::")) == second


@pytest.mark.door("ShelfSelect", "good", "bad input", "twice")
async def test_a_menu_narrows_what_is_shown_and_can_be_taken_back(house: House) -> None:
    await two_groups(house)
    for _ in range(2):
        done = told(await press(house, "Rosa", "groups-pick-province:::", ["Utrecht"]))
        assert "Eén groep bij: Utrecht" in done
        assert "Het Anker" in done
    everything = told(await press(house, "Rosa", "groups-pick-province::Utrecht:", ["-"]))
    assert everything.startswith("Er staan hier 2 groepen.")
    nonsense = told(await press(house, "Rosa", "groups-pick-theme:::", ["x" * 90]))
    assert "nog geen groep" in nonsense


@pytest.mark.door("MapButton", "good", "bad input", "twice")
async def test_the_map_is_a_picture_with_the_same_in_words(house: House) -> None:
    await two_groups(house)
    for _ in range(2):
        shown: Any = await press(house, "Rosa", "groups-map:::")
        [picture] = shown.response.attachments
        assert "2 groepen op de kaart" in shown.response.content
        assert "Utrecht (1): Lombok" in shown.response.content
        assert picture.description == shown.response.content
    empty: Any = await press(house, "Rosa", "groups-map:no-such-theme::")
    assert "nog geen groep" in empty.response.content
    assert not empty.response.attachments


async def test_a_search_shows_where_the_groups_are(house: House) -> None:
    await make(house, "Bart", HALL)
    found: Any = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="zelf een dorpshuis beheren"
    )
    [picture] = found.response.attachments
    assert "Elsloo" in picture.description


async def test_a_search_without_a_result_leads_to_all_groups(house: House) -> None:
    await make(house, "Cem", CENTRE)
    found: Any = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="ruimtevaart naar Mars"
    )
    assert ids(found.response) == ["groups", "watch-theme:"]


@pytest.mark.door("OthersButton", "good", "bad input", "twice")
async def test_the_same_theme_on_another_kind_of_place_is_one_press_away(house: House) -> None:
    """M6, M7: like-minded first, difference on request; partners stand apart (M11)."""
    for who, name, place, context in (
        ("Bart", "Zon in het dorp", "Elsloo", "dorp"),
        ("Cem", "Zon in de wijk", "Tilburg", "stadswijk"),
    ):
        told_of = "Wij zijn een energiecoöperatie met zonnepanelen."
        await make(house, who, HALL | {"name": name, "place": place, "description": told_of})
        await press(house, who, f"collective-context:{1 if who == 'Bart' else 2}", [context])
    found = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="energiecoöperatie in een dorp"
    )
    [others] = [id_ for id_ in ids(found.response) if id_.startswith("others-context")]
    for _ in range(2):
        done = told(await press(house, "Rosa", others))
        assert "Zon in de wijk" in done
        assert "Zon in het dorp" not in done
    nothing = told(await press(house, "Rosa", "others-context:no-such-theme:dorp"))
    assert "Zon in" not in nothing
