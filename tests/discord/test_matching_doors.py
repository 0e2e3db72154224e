"""Every door of matching: well, by the wrong person, with nonsense, and twice."""

import pytest

from bot.communities import Place
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_matching import CENTRE, HALL, ask, make, said, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("collectief maak", "wrong role"): "everyone may do this, with or without a group",
    ("MakeButton", "wrong role"): "everyone may do this, with or without a group",
    ("collectief toon", "wrong role"): "everyone may do this, with or without a group",
    ("ShowButton", "wrong role"): "everyone may do this, with or without a group",
    ("zoek", "wrong role"): "everyone may do this, with or without a group",
    ("FindButton", "wrong role"): "everyone may do this, with or without a group",
    ("FindForm", "wrong role"): "everyone may do this, with or without a group",
    ("kennismakingen", "wrong role"): "everyone sees their own, who has none reads so",
    ("collectief maak", "bad input"): "there is nothing to fill in",
    ("MakeButton", "bad input"): "there is nothing to fill in",
    ("FindButton", "bad input"): "there is nothing to fill in",
    ("kennismakingen", "bad input"): "there is nothing to fill in",
}
REFUSALS = ("Dit mag je hier niet doen", "vind ik hier niet", "ken ik niet")


def picked_for(custom_id: str) -> list[str] | None:
    return ["energiecooperaties"] if "themes" in custom_id else None


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
        pytest.param("collective-edit:{}", marks=pytest.mark.door("EditButton", "wrong role")),
        pytest.param("collective-themes:{}", marks=pytest.mark.door("FacetSelect", "wrong role")),
        pytest.param("collective-leave:{}", marks=pytest.mark.door("LeaveButton", "wrong role")),
        pytest.param("collective-hide:{}", marks=pytest.mark.door("PauseButton", "wrong role")),
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
    done = told(await press(house, "Rosa", custom_id.format(number), picked_for(custom_id)))
    await house.deliver()
    assert any(refusal in done for refusal in REFUSALS)
    assert "cem@anker.example" not in done
    assert await seen(house) == before


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param("collective-edit:{}", marks=pytest.mark.door("EditButton", "bad input")),
        pytest.param("collective-themes:{}", marks=pytest.mark.door("FacetSelect", "bad input")),
        pytest.param("collective-leave:{}", marks=pytest.mark.door("LeaveButton", "bad input")),
        pytest.param("collective-hide:{}", marks=pytest.mark.door("PauseButton", "bad input")),
        pytest.param("introduction-yes:{}", marks=pytest.mark.door("YesButton", "bad input")),
        pytest.param("introduction-no:{}", marks=pytest.mark.door("NoButton", "bad input")),
        pytest.param(
            "introduction-withdraw:{}", marks=pytest.mark.door("WithdrawButton", "bad input")
        ),
        pytest.param("introduction-contact:{}", marks=pytest.mark.door("AgainButton", "bad input")),
        pytest.param("collective-show:{}", marks=pytest.mark.door("ShowButton", "bad input")),
        pytest.param("introduce:{}", marks=pytest.mark.door("IntroduceButton", "bad input")),
    ],
)
async def test_a_button_about_nothing_says_so(house: House, custom_id: str) -> None:
    await two_groups(house)
    done = told(await press(house, "Cem", custom_id.format(999), picked_for(custom_id)))
    assert "vind ik hier niet" in done or "ken ik niet" in done


@pytest.mark.parametrize(
    ("who", "form", "values", "says"),
    [
        pytest.param(
            "Rosa",
            "collective-form:2",
            HALL | {"needs": "alles"},
            "Dit mag je hier niet doen",
            marks=pytest.mark.door("ProfileForm", "wrong role"),
        ),
        pytest.param(
            "Bart",
            "collective-form:2",
            HALL | {"name": " "},
            "Vul een naam in",
            marks=pytest.mark.door("ProfileForm", "bad input"),
        ),
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
            "collectief wijzig",
            {"groep": "meent"},
            "Dit mag je hier niet doen",
            marks=pytest.mark.door("collectief wijzig", "wrong role"),
        ),
        pytest.param(
            "collectief wijzig",
            {"groep": "nergens"},
            "geen groep met die naam",
            marks=pytest.mark.door("collectief wijzig", "bad input"),
        ),
        ("collectief wijzig", {}, "nog geen groep"),
        pytest.param(
            "collectief toon",
            {"groep": "nergens"},
            "geen groep met die naam",
            marks=pytest.mark.door("collectief toon", "bad input"),
        ),
        ("collectief toon", {}, "nog geen groep"),
        pytest.param(
            "collectief contact",
            {"wie": "Cem", "groep": "meent"},
            "Dit mag je hier niet doen",
            marks=pytest.mark.door("collectief contact", "wrong role"),
        ),
        pytest.param(
            "collectief contact",
            {"wie": "Cem", "groep": "nergens"},
            "geen groep met die naam",
            marks=pytest.mark.door("collectief contact", "bad input"),
        ),
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


@pytest.mark.door("collectief maak", "good", "twice")
@pytest.mark.door("MakeButton", "good", "twice")
@pytest.mark.door("ProfileForm", "good", "twice")
async def test_the_same_group_twice_is_one_group(house: House) -> None:
    start = house.channels[Place.START]
    for _ in range(2):
        assert "jij bent contactpersoon" in told(await make(house, "Bart"))
        button = await press(house, "Bart", "collective-make")
        done = await house.people["Bart"].submit_modal(button, HALL)
        assert "jij bent contactpersoon" in told(done)
    shown = await house.people["Bart"].slash(start, "collectief toon")
    assert "Dorpshuis De Meent" in told(shown)
    assert "collective-edit:1" in ids(shown.response)


@pytest.mark.door("collectief wijzig", "good", "twice")
@pytest.mark.door("EditButton", "good", "twice")
async def test_changing_twice_is_changing_once(house: House) -> None:
    await make(house, "Bart")
    bart, start = house.people["Bart"], house.channels[Place.START]
    for _ in range(2):
        form = await bart.slash(start, "collectief wijzig")
        await bart.submit_modal(form, HALL | {"needs": "stoelen"})
        pressed = await press(house, "Bart", "collective-edit:1")
        done = await bart.submit_modal(pressed, HALL | {"needs": "stoelen"})
        assert told(done).count("stoelen") == 1
    shown = await bart.slash(start, "collectief toon")
    assert told(shown).count("stoelen") == 1


@pytest.mark.door("collectief toon", "good", "twice")
@pytest.mark.door("ShowButton", "good", "twice")
async def test_reading_a_group_twice_gives_the_same(house: House) -> None:
    await two_groups(house)
    await make(house, "Bart", HALL | {"name": "Dorpshuis De Brink"})
    start = house.channels[Place.START]
    choice = await house.people["Rosa"].slash(start, "collectief toon", groep="dorpshuis")
    assert "Welke groep bedoel je?" in told(choice)
    assert sorted(ids(choice.response)) == ["collective-show:2", "collective-show:3"]
    read = [
        told(await house.people["Rosa"].click(choice.response, custom_id="collective-show:2"))
        for _ in range(2)
    ]
    read.append(told(await house.people["Rosa"].slash(start, "collectief toon", groep="meent")))
    assert read[0] == read[1] == read[2]
    assert "Dorpshuis De Meent" in read[0]
    choice = await house.people["Bart"].slash(start, "collectief wijzig")
    assert sorted(ids(choice.response)) == ["collective-edit:2", "collective-edit:3"]


@pytest.mark.door("collectief contact", "good", "twice")
@pytest.mark.door("LeaveButton", "good", "twice")
async def test_becoming_a_contact_twice_is_once_and_leaving_too(house: House) -> None:
    await make(house, "Bart")
    start = house.channels[Place.START]
    for _ in range(2):
        done = await house.people["Bart"].slash(
            start, "collectief contact", wie=house.people["Rosa"]
        )
        assert "nu ook contactpersoon" in told(done)
        await house.deliver()
    (letter,) = house.mail("Rosa")
    for says in ("geen contactpersoon meer", "vind ik hier niet"):
        left = await house.users["Rosa"].click(letter, custom_id="collective-leave:1")
        assert says in told(left)
    robot = house.guild.add_member(house.env.create_user("Robo", bot=True))
    done = await house.people["Bart"].slash(start, "collectief contact", wie=robot)
    assert "Een bot kan geen contactpersoon zijn" in told(done)


@pytest.mark.door("FacetSelect", "good", "twice")
@pytest.mark.door("PauseButton", "good", "twice")
async def test_picking_and_pausing_twice_is_once(house: House) -> None:
    await make(house, "Bart")
    for _ in range(2):
        menu = await press(house, "Bart", "collective-groups:1", ["energie"])
        done = await house.people["Bart"].select(
            menu.response, ["energiecooperaties"], custom_id="collective-themes:1"
        )
        assert "Thema: Energiecoöperaties" in told(done)
        for kind, value in (("phase", "draaien"), ("context", "dorp")):
            assert "Bewaard" in told(await press(house, "Bart", f"collective-{kind}:1", [value]))
    nonsense = await press(house, "Bart", "collective-groups:1", ["bestaat-niet"])
    assert "ken ik niet" in told(nonsense)
    for way, says in (("hide", "niet meer te vinden"), ("unhide", "weer te vinden")):
        for _ in range(2):
            assert says in told(await press(house, "Bart", f"collective-{way}:1"))


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
