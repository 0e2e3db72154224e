"""Every door of matching: well, by the wrong person, with nonsense, and twice."""

import pytest

from bot.communities import Place
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_matching import CENTRE, ask, make, said, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("zoek", "wrong role"): "everyone may do this, with or without a group",
    ("FindButton", "wrong role"): "everyone may do this, with or without a group",
    ("FindForm", "wrong role"): "everyone may do this, with or without a group",
    ("kennismakingen", "wrong role"): "everyone sees their own, who has none reads so",
    ("FindButton", "bad input"): "there is nothing to fill in",
    ("kennismakingen", "bad input"): "there is nothing to fill in",
}
REFUSALS = ("Dit mag je hier niet doen", "vind ik hier niet", "ken ik niet")


async def seen(house: House) -> tuple[str, str, str]:
    """What Cem and Bart see of their groups and requests."""
    start = house.channels[Place.START]
    return (
        told(await house.people["Bart"].slash(start, "collectief toon")),
        told(await house.people["Cem"].slash(start, "kennismakingen")),
        told(await house.people["Bart"].slash(start, "kennismakingen")),
    )


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param("introduction-yes:{}", marks=pytest.mark.door("YesButton", "wrong role")),
        pytest.param("introduction-no:{}", marks=pytest.mark.door("NoButton", "wrong role")),
        pytest.param(
            "introduction-withdraw:{}", marks=pytest.mark.door("WithdrawButton", "wrong role")
        ),
        pytest.param(
            "introduction-contact:{}", marks=pytest.mark.door("AgainButton", "wrong role")
        ),
    ],
)
async def test_a_stranger_who_presses_a_button_of_a_group_changes_and_learns_nothing(
    house: House, custom_id: str
) -> None:
    await two_groups(house)
    await ask(house, reach="cem@anker.example")
    before = await seen(house)
    number = 1 if "introduction" in custom_id else 2
    done = told(await press(house, "Rosa", custom_id.format(number)))
    await house.deliver()
    assert any(refusal in done for refusal in REFUSALS)
    assert "cem@anker.example" not in done
    assert await seen(house) == before


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param("introduction-yes:{}", marks=pytest.mark.door("YesButton", "bad input")),
        pytest.param("introduction-no:{}", marks=pytest.mark.door("NoButton", "bad input")),
        pytest.param(
            "introduction-withdraw:{}", marks=pytest.mark.door("WithdrawButton", "bad input")
        ),
        pytest.param("introduction-contact:{}", marks=pytest.mark.door("AgainButton", "bad input")),
        pytest.param("introduce:{}", marks=pytest.mark.door("IntroduceButton", "bad input")),
    ],
)
async def test_a_button_about_nothing_says_so(house: House, custom_id: str) -> None:
    await two_groups(house)
    done = told(await press(house, "Cem", custom_id.format(999)))
    assert "vind ik hier niet" in done or "ken ik niet" in done


@pytest.mark.parametrize(
    ("who", "form", "values", "says"),
    [
        pytest.param(
            "Rosa",
            "introduce-form:2",
            {"from": ["1"], "note": "hoi", "reach": ""},
            "/collectief maak",
            marks=pytest.mark.door("IntroduceForm", "wrong role"),
        ),
        pytest.param(
            "Cem",
            "introduce-form:2",
            {"from": ["x"], "note": "hoi", "reach": ""},
            "ken ik niet",
            marks=pytest.mark.door("IntroduceForm", "bad input"),
        ),
        ("Cem", "introduce-form:1", {"from": ["1"], "note": "", "reach": ""}, "je eigen groep"),
        ("Cem", "introduce-form:9", {"from": ["1"], "note": "", "reach": ""}, "vind ik hier niet"),
        pytest.param(
            "Rosa",
            "introduction-yes-form:1",
            {"reach": ""},
            "ken ik niet",
            marks=pytest.mark.door("YesForm", "wrong role"),
        ),
        pytest.param(
            "Bart",
            "introduction-yes-form:999",
            {"reach": ""},
            "ken ik niet",
            marks=pytest.mark.door("YesForm", "bad input"),
        ),
        pytest.param(
            "Rosa",
            "find-form",
            {"text": " ", "place": ""},
            "Schrijf wie of wat je zoekt",
            marks=pytest.mark.door("FindForm", "bad input"),
        ),
    ],
)
async def test_a_form_that_cannot_be_says_what_is_wrong_and_changes_nothing(
    house: House, who: str, form: str, values: dict[str, str | list[str]], says: str
) -> None:
    await two_groups(house)
    if "yes" in form:
        await ask(house, reach="cem@anker.example")
    before = await seen(house)
    done = told(await fill(house, who, form, values))
    await house.deliver()
    assert says in done
    assert await seen(house) == before
    assert "cem@anker.example" not in done + said(house, who)


@pytest.mark.door("IntroduceButton", "wrong role")
async def test_somebody_without_a_group_is_told_how_to_add_one(house: House) -> None:
    await make(house, "Bart")
    assert "/collectief maak" in told(await press(house, "Rosa", "introduce:1"))


@pytest.mark.parametrize(
    ("command", "given", "says"),
    [
        pytest.param(
            "zoek",
            {},
            "Schrijf wie of wat je zoekt",
            marks=pytest.mark.door("zoek", "bad input"),
        ),
        ("zoek", {"tekst": "een dorpshuis", "plaats": "Kwelgeestburen"}, "ken ik niet"),
        ("kennismakingen", {}, "nog geen kennismakingen"),
    ],
)
async def test_a_command_that_cannot_be_says_what_to_do(
    house: House, command: str, given: dict[str, str], says: str
) -> None:
    await make(house, "Bart")
    who = {"wie": house.people[given["wie"]]} if "wie" in given else {}
    done = await house.people["Rosa"].slash(house.channels[Place.START], command, **given | who)
    assert says in told(done)


@pytest.mark.door("zoek", "good", "twice")
@pytest.mark.door("FindButton", "good", "twice")
@pytest.mark.door("FindForm", "good", "twice")
async def test_searching_twice_gives_the_same(house: House) -> None:
    await make(house, "Bart")
    found = []
    for _ in range(2):
        form = await press(house, "Rosa", "find")
        done = await house.people["Rosa"].submit_modal(form, {"text": "een dorpshuis beheren"})
        found.append(told(done))
        line = await house.people["Rosa"].slash(
            house.channels[Place.START], "zoek", tekst="een dorpshuis beheren"
        )
        found.append(told(line))
    assert len(set(found)) == 1
    assert "Dorpshuis De Meent" in found[0]


async def test_themes_are_offered_while_somebody_types(house: House) -> None:
    for who, typed, name in (("Rosa", "energiec", "Energiecoöperaties"), ("Rosa", "zzz", None)):
        offered = await house.people[who].autocomplete(
            house.channels[Place.START], "zoek", "thema", typed
        )
        assert [one["name"] for one in offered] == ([name] if name else [])


async def test_a_group_of_one_own_cannot_be_met_and_a_centre_is_shown(house: House) -> None:
    await make(house, "Cem", CENTRE)
    shown = await house.people["Cem"].slash(house.channels[Place.START], "collectief toon")
    assert "introduce:1" not in ids(shown.response)
    assert "je eigen groep" in told(await press(house, "Cem", "introduce:1"))
