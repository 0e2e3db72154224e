"""Groups from and to a file in chat, and likely duplicates side by side (M10)."""

from typing import Any

import pytest

from bot.communities import Place
from tests.discord.hands import ids, press, told
from tests.discord.test_matching import HALL, ask, make, say_yes, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("groepenlijst dubbel", "bad input"): "there is nothing to fill in",
    ("groepenlijst haal", "bad input"): "there is nothing to fill in",
    ("groepenlijst alleen", "bad input"): "there is nothing to fill in",
}
GOOD = b"name;place;themes\nZonnehoek;Deurne;energiecooperaties\nDe Meent;Elsloo;\n"
BAD = b"name;place;themes\nZonnehoek;Deurne;onzin\n"


async def command(house: House, who: str, name: str, **options: Any) -> Any:
    return await house.people[who].slash(
        house.channels[Place.STAFF], f"groepenlijst {name}", **options
    )


async def count(house: House) -> str:
    shown = await house.people["Rosa"].slash(house.channels[Place.START], "groepen")
    return told(shown).split("\n")[0]


@pytest.mark.door("groepenlijst breng", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("TakeInButton", "good", "twice", "wrong role", "bad input")
async def test_a_file_says_first_what_it_would_do(house: House) -> None:
    assert "mag je hier niet" in told(
        await command(house, "Sofie", "breng", bestand=("a.csv", GOOD))
    )
    bad = await command(house, "Ada", "breng", bestand=("a.csv", BAD))
    assert 'Regel 2: Zonnehoek: het thema "onzin" bestaat niet' in told(bad)
    assert ids(bad.response) == []
    assert "Code" in told(await command(house, "Ada", "breng", bestand=("a.csv", b"\x00\x01")))
    for _ in range(2):
        plan = await command(house, "Ada", "breng", bestand=("a.csv", GOOD))
        assert "Er is nog niets veranderd. Nieuw: 2." in told(plan)
    assert "nog geen groep" in await count(house)
    done = await house.people["Ada"].click(plan.response, custom_id="groups-import")
    assert "Klaar. Nieuw: 2." in told(done)
    again = await house.people["Ada"].click(plan.response, custom_id="groups-import")
    assert "Was al zo: 2." in told(again)
    assert "Er staan hier 2 groepen" in await count(house)
    assert "mag je hier niet" in told(await press(house, "Rosa", "groups-import"))
    assert "Het bestand is er niet meer bij" in told(await press(house, "Ada", "groups-import"))


@pytest.mark.door("groepenlijst haal", "good", "twice", "wrong role")
async def test_all_groups_come_as_a_file_that_can_be_read_in_again(house: House) -> None:
    await make(house, "Bart", HALL)
    assert "mag je hier niet" in told(await command(house, "Rosa", "haal"))
    for excel, ending in ((True, ".xlsx"), (False, ".csv")):
        [file] = (await command(house, "Ada", "haal", excel=excel)).response.attachments
        assert file.filename.endswith(ending)
    plan = await command(house, "Ada", "breng", bestand=(file.filename, await file.read()))
    assert "Was al zo: 1." in told(plan)


@pytest.mark.door("groepenlijst dubbel", "good", "twice", "wrong role")
@pytest.mark.door("MergeButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("DistinctButton", "good", "twice", "wrong role", "bad input")
async def test_staff_judge_two_groups_that_look_alike(house: House) -> None:
    for name in ("De Meent", "De Ment", "De Meentt"):
        await make(house, "Bart", HALL | {"name": name})
    for _ in range(2):
        pair = await command(house, "Sofie", "dubbel")
        assert "Deze twee lijken dezelfde groep" in told(pair)
    assert "mag je hier niet" in told(await command(house, "Rosa", "dubbel"))
    one, other = [int(part) for part in ids(pair.response)[0].split(":")[1:]]
    for button in (f"groups-merge:{one}:{other}", f"groups-distinct:{one}:{other}"):
        assert "mag je hier niet" in told(await press(house, "Rosa", button))
    for button in ("groups-merge:1:1", "groups-merge:1:99", "groups-distinct:99:1"):
        assert "is er niet meer" in told(await press(house, "Sofie", button))
    for _ in range(2):
        done = told(await press(house, "Sofie", f"groups-distinct:{one}:{other}"))
        assert "Ik vraag het niet nog eens" in done
    merge = f"groups-merge:{one}:{other}"
    assert "Samengevoegd" in told(await press(house, "Sofie", merge))
    assert "is er niet meer" in told(await press(house, "Sofie", merge))
    assert "Er staan hier 2 groepen" in await count(house)


@pytest.mark.door("groepenlijst alleen", "good", "twice", "wrong role")
async def test_staff_see_who_met_nobody_and_who_fits_them(house: House) -> None:
    """M8: small and new groups do not stay alone unseen."""
    assert "heeft al eens een andere ontmoet" in told(await command(house, "Sofie", "alleen"))
    await two_groups(house)
    assert "heeft al eens een andere ontmoet" in told(await command(house, "Sofie", "alleen"))
    house.clock.move(days=15)
    for _ in range(2):
        said = told(await command(house, "Sofie", "alleen"))
        assert "**Buurthuis Het Anker** past het best bij:" in said
        assert "**1. Dorpshuis De Meent**" in said
    assert "mag je hier niet" in told(await command(house, "Rosa", "alleen"))
    await ask(house)
    await say_yes(house)
    assert "heeft al eens een andere ontmoet" in told(await command(house, "Sofie", "alleen"))


async def test_many_bad_lines_are_told_in_short_and_likely_doubles_are_named(house: House) -> None:
    lines = b"name;themes\n" + b"".join(b"Groep %d;onzin\n" % n for n in range(20))
    said = told(await command(house, "Ada", "breng", bestand=("a.csv", lines)))
    assert "Regel 2:" in said
    assert "En nog 5 regels." in said
    await make(house, "Bart", HALL)
    similar = b"name;place\nDorpshuis De Meentt;Elsloo\n"
    said = told(await command(house, "Ada", "breng", bestand=("a.csv", similar)))
    assert "lijkt op Dorpshuis De Meent" in said


async def test_a_group_that_fits_nobody_is_told_of_as_well(house: House) -> None:
    await make(house, "Bart", HALL)
    house.clock.move(days=15)
    said = told(await command(house, "Sofie", "alleen"))
    assert "ik vind nog geen groep die erbij past" in said
