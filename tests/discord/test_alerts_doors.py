"""Every door of policy messages: well, by the wrong person, with nonsense, and twice."""

import re

import pytest

from bot.communities import Place
from tests.discord.hands import fill, give_roles, ids, press, told
from tests.discord.test_alerts import FORM, ask, follow, send, state, write
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("abonneren", "wrong role"): "everyone may follow the news or stop",
    ("afmelden", "wrong role"): "everyone may follow the news or stop",
    ("FollowButton", "wrong role"): "everyone may follow the news or stop",
    ("FollowSelect", "wrong role"): "everyone may follow the news or stop",
    ("EverythingButton", "wrong role"): "everyone may follow the news or stop",
    ("NothingButton", "wrong role"): "everyone may follow the news or stop",
    ("StopButton", "wrong role"): "everyone may follow the news or stop",
    ("klopt-dit", "wrong role"): "everyone may check a code",
    ("abonneren", "bad input"): "there is nothing to fill in",
    ("afmelden", "bad input"): "there is nothing to fill in",
    ("FollowButton", "bad input"): "there is nothing to fill in",
    ("EverythingButton", "bad input"): "there is nothing to fill in",
    ("NothingButton", "bad input"): "there is nothing to fill in",
    ("beleidsbericht schrijf", "bad input"): "there is nothing to fill in",
    ("beleidsbericht lijst", "bad input"): "there is nothing to fill in",
}


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param("alert-approve:{}:1", marks=pytest.mark.door("ApproveButton", "wrong role")),
        pytest.param("alert-retract:{}", marks=pytest.mark.door("RetractButton", "wrong role")),
        pytest.param("alert-themes:{}:0", marks=pytest.mark.door("ThemeSelect", "wrong role")),
        pytest.param("alert-change:{}", marks=pytest.mark.door("RewordButton", "wrong role")),
        pytest.param("alert-moment:{}", marks=pytest.mark.door("MomentButton", "wrong role")),
        pytest.param("alert-until:{}", marks=pytest.mark.door("UntilButton", "wrong role")),
        pytest.param("alert-now:{}", marks=pytest.mark.door("NowButton", "wrong role")),
        pytest.param("alert-ask:{}", marks=pytest.mark.door("AskButton", "wrong role")),
        pytest.param("alert-take:{}", marks=pytest.mark.door("TakeOverButton", "wrong role")),
    ],
)
async def test_a_resident_who_presses_a_button_of_staff_changes_nothing(
    house: House, custom_id: str
) -> None:
    await ask(house)
    before = await state(house)
    picked = ["energiecooperaties"] if "themes" in custom_id else None
    done = await press(house, "Rosa", custom_id.format(1), picked)
    assert "Dit mag je hier niet doen" in told(done)
    assert await state(house) == before


@pytest.mark.parametrize(
    "custom_id",
    [
        pytest.param("alert-approve:{}:1", marks=pytest.mark.door("ApproveButton", "bad input")),
        pytest.param("alert-retract:{}", marks=pytest.mark.door("RetractButton", "bad input")),
        pytest.param("alert-themes:{}:0", marks=pytest.mark.door("ThemeSelect", "bad input")),
        pytest.param("alert-change:{}", marks=pytest.mark.door("RewordButton", "bad input")),
        pytest.param("alert-moment:{}", marks=pytest.mark.door("MomentButton", "bad input")),
        pytest.param("alert-until:{}", marks=pytest.mark.door("UntilButton", "bad input")),
        pytest.param("alert-now:{}", marks=pytest.mark.door("NowButton", "bad input")),
        pytest.param("alert-ask:{}", marks=pytest.mark.door("AskButton", "bad input")),
        pytest.param("alert-take:{}", marks=pytest.mark.door("TakeOverButton", "bad input")),
    ],
)
async def test_a_button_about_nothing_says_so(house: House, custom_id: str) -> None:
    picked = ["energiecooperaties"] if "themes" in custom_id else None
    done = await press(house, "Sofie", custom_id.format(999), picked)
    assert "kan ik niet vinden" in told(done)


@pytest.mark.parametrize(
    ("form", "values"),
    [
        pytest.param(
            "alert-form:change:1", FORM, marks=pytest.mark.door("AlertForm", "wrong role")
        ),
        pytest.param(
            "alert-moment-form:1",
            {"moment": "vrijdag 10.00"},
            marks=pytest.mark.door("MomentForm", "wrong role"),
        ),
        pytest.param(
            "alert-until-form:1",
            {"until": "1 december"},
            marks=pytest.mark.door("UntilForm", "wrong role"),
        ),
    ],
)
async def test_a_form_of_who_is_no_longer_staff_changes_nothing(
    house: House, form: str, values: dict[str, str]
) -> None:
    await write(house)
    before = await state(house)
    await give_roles(house, "Sofie")
    done = await fill(house, "Sofie", form, values)
    assert "Dit mag je hier niet doen" in told(done)
    assert await state(house) == before


@pytest.mark.parametrize(
    ("form", "values", "says"),
    [
        pytest.param(
            "alert-form:change:999",
            FORM,
            "kan ik niet vinden",
            marks=pytest.mark.door("AlertForm", "bad input"),
        ),
        pytest.param(
            "alert-moment-form:1",
            {"moment": "gisteren"},
            "al voorbij",
            marks=pytest.mark.door("MomentForm", "bad input"),
        ),
        pytest.param(
            "alert-until-form:1",
            {"until": "1 november"},
            "al voorbij",
            marks=pytest.mark.door("UntilForm", "bad input"),
        ),
        ("alert-until-form:1", {"until": "ooit"}, "Dit moment begrijp ik niet"),
    ],
)
async def test_a_form_with_nonsense_says_what_is_wrong_and_changes_nothing(
    house: House, form: str, values: dict[str, str], says: str
) -> None:
    await write(house)
    before = await state(house)
    assert says in told(await fill(house, "Sofie", form, values))
    assert await state(house) == before


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("schrijf", marks=pytest.mark.door("beleidsbericht schrijf", "wrong role")),
        pytest.param("verder", marks=pytest.mark.door("beleidsbericht verder", "wrong role")),
        pytest.param("verbeter", marks=pytest.mark.door("beleidsbericht verbeter", "wrong role")),
        pytest.param("trek-in", marks=pytest.mark.door("beleidsbericht trek-in", "wrong role")),
        pytest.param("lijst", marks=pytest.mark.door("beleidsbericht lijst", "wrong role")),
    ],
)
async def test_a_command_of_staff_refuses_a_resident(house: House, command: str) -> None:
    await ask(house)
    given = {} if command in {"schrijf", "lijst"} else {"nummer": 1}
    done = await house.people["Rosa"].slash(
        house.channels[Place.START], f"beleidsbericht {command}", **given
    )
    assert "Dit mag je hier niet doen" in told(done)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("verder", marks=pytest.mark.door("beleidsbericht verder", "bad input")),
        pytest.param("verbeter", marks=pytest.mark.door("beleidsbericht verbeter", "bad input")),
        pytest.param("trek-in", marks=pytest.mark.door("beleidsbericht trek-in", "bad input")),
    ],
)
async def test_a_number_that_is_not_there_is_told(house: House, command: str) -> None:
    done = await house.people["Sofie"].slash(
        house.channels[Place.STAFF], f"beleidsbericht {command}", nummer=77
    )
    assert "kan ik niet vinden" in told(done)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("schrijf", marks=pytest.mark.door("beleidsbericht schrijf", "good", "twice")),
        pytest.param("verder", marks=pytest.mark.door("beleidsbericht verder", "good", "twice")),
        pytest.param(
            "verbeter", marks=pytest.mark.door("beleidsbericht verbeter", "good", "twice")
        ),
        pytest.param("trek-in", marks=pytest.mark.door("beleidsbericht trek-in", "good", "twice")),
        pytest.param("lijst", marks=pytest.mark.door("beleidsbericht lijst", "good", "twice")),
    ],
)
async def test_a_command_that_only_shows_writes_nothing_however_often(
    house: House, command: str
) -> None:
    await ask(house)
    before = await state(house)
    given = {} if command in {"schrijf", "lijst"} else {"nummer": 1}
    staff, shown = house.channels[Place.STAFF], []
    for _ in range(2):
        done = await house.people["Sofie"].slash(staff, f"beleidsbericht {command}", **given)
        shown.append(str(done.modal or done.response.content))
    assert shown[0] == shown[1]
    assert "bericht" in shown[0].lower()
    assert await state(house) == before


@pytest.mark.door("AlertForm", "good", "twice")
@pytest.mark.door("RewordButton", "good", "twice")
async def test_the_same_words_twice_are_one_change(house: House) -> None:
    draft = await write(house)
    sofie = house.people["Sofie"]
    for _ in range(2):
        form = await sofie.click(draft.response, custom_id="alert-change:1")
        await sofie.submit_modal(form, FORM | {"title": "Anders"})
        await press(house, "Sofie", "alert-ask:1")
    await house.deliver()
    assert [ids(one) for one in house.messages(Place.STAFF)] == [["alert-approve:1:3"]]
    assert "Anders" in house.messages(Place.STAFF)[0].content


@pytest.mark.door("ThemeSelect", "good", "twice")
@pytest.mark.door("AskButton", "good", "twice")
async def test_picking_and_asking_twice_is_once(house: House) -> None:
    draft = await write(house)
    sofie = house.people["Sofie"]
    menus = [one for one in ids(draft.response) if one.startswith("alert-themes")]
    part = next(one for one in menus if "ontmoetingsplekken" in _values(draft.response, one))
    for _ in range(2):
        await sofie.select(draft.response, ["ontmoetingsplekken"], custom_id=part)
        await press(house, "Sofie", "alert-ask:1")
    await house.deliver()
    assert [ids(one) for one in house.messages(Place.STAFF)] == [["alert-approve:1:2"]]
    assert "Thema: Ontmoetingsplekken" in house.messages(Place.STAFF)[0].content


def _values(message, custom_id: str) -> list[str]:
    rows = [row if isinstance(row, dict) else row.to_dict() for row in message.components]
    (menu,) = [p for row in rows for p in row["components"] if p["custom_id"] == custom_id]
    return [option["value"] for option in menu["options"]]


@pytest.mark.door("MomentButton", "good", "twice")
@pytest.mark.door("MomentForm", "good", "twice")
@pytest.mark.door("NowButton", "good", "twice")
async def test_choosing_a_moment_twice_and_none_twice_is_once(house: House) -> None:
    draft = await write(house)
    sofie, preview = house.people["Sofie"], draft.response
    for _ in range(2):
        form = await sofie.click(preview, custom_id="alert-moment:1")
        await sofie.submit_modal(form, {"moment": "vrijdag 10.00"})
    assert "vrijdag 27 november om 10.00 uur" in preview.content
    for _ in range(2):
        await press(house, "Sofie", "alert-now:1")
    await sofie.click(preview, custom_id="alert-ask:1")
    await house.deliver()
    (card,) = house.messages(Place.STAFF)
    assert "gaat meteen weg" in card.content
    assert ids(card) == ["alert-approve:1:4"]


@pytest.mark.door("RetractButton", "good", "twice")
@pytest.mark.door("StopButton", "good", "twice", "bad input")
@pytest.mark.door("afmelden", "good", "twice")
async def test_stopping_is_one_press_and_a_retracted_message_stays_retracted(house: House) -> None:
    await follow(house)
    await send(house)
    for says in ("Je krijgt geen berichten meer", "Je volgde nog niets"):
        done = await house.users["Rosa"].click(house.mail("Rosa")[-1], custom_id="alert-stop:1")
        assert says in told(done)
    assert "kan ik niet vinden" in told(await press(house, "Rosa", "alert-stop:999"))
    await follow(house)
    for says in ("Je krijgt geen berichten meer", "Je volgde nog niets"):
        done = await house.people["Rosa"].slash(house.channels[Place.START], "afmelden")
        assert says in told(done)
        assert ids(done.response) == ["alert-follow-start"]
    for _ in range(2):
        assert "ingetrokken, overal" in told(await press(house, "Sofie", "alert-retract:1"))
    await house.deliver()
    assert "Ingetrokken" in house.mail("Rosa")[-1].content
    assert len(house.mail("Rosa")) == 1


@pytest.mark.door("abonneren", "good", "twice")
@pytest.mark.door("FollowButton", "good", "twice")
@pytest.mark.door("FollowSelect", "good", "twice", "bad input")
@pytest.mark.door("EverythingButton", "good", "twice")
@pytest.mark.door("NothingButton", "good", "twice")
async def test_following_twice_is_following_once(house: House) -> None:
    start = house.channels[Place.START]
    for _ in range(2):
        shown = await house.people["Rosa"].slash(start, "abonneren")
        pressed = await press(house, "Rosa", "alert-follow-start")
        assert "Je volgt nog niets" in told(shown)
        assert "Je volgt nog niets" in told(pressed)
    for _ in range(2):
        nothing = await press(house, "Rosa", "alert-follow:0", ["bestaat-niet"])
        assert "Je volgt nog niets" in told(nothing)
        assert "Je volgt nog niets" in told(await press(house, "Rosa", "alert-follow:9", ["*"]))
    for _ in range(2):
        done = await follow(house)
        assert "Je volgt: Ontmoetingsplekken." in told(done)
    for custom_id, says in (("all", "Je volgt alle thema's"), ("none", "Je volgt nog niets")):
        for _ in range(2):
            assert says in told(await press(house, "Rosa", f"alert-follow-{custom_id}"))


@pytest.mark.door("klopt-dit", "good", "twice", "bad input")
async def test_checking_a_code_twice_gives_the_same_answer(house: House) -> None:
    await send(house)
    code = re.search(r"Code (\S+)\.", house.messages(Place.NEWS)[-1].content)
    assert code
    start = house.channels[Place.START]
    for typed, says in ((code[1], "Nieuwe regels voor buurthuizen"), ("??", "kennen wij niet")):
        for _ in range(2):
            done = await house.people["Rosa"].slash(start, "klopt-dit", code=typed)
            assert says in told(done)
    await press(house, "Sofie", "alert-retract:1")
    gone = await house.people["Rosa"].slash(start, "klopt-dit", code=code[1])
    assert "ingetrokken" in told(gone)
