"""Every door of policy messages: well, by the wrong person, with nonsense, and twice."""

import re

import pytest

from bot.communities import Place
from tests.discord.hands import fill, give_roles, ids, press, told
from tests.discord.test_alerts import FORM, ask, follow, send, write
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
FREE = "everyone may follow the news or stop"
EMPTY = "there is nothing to fill in"
NOT_FOR = {
    ("abonneren", "wrong role"): FREE,
    ("afmelden", "wrong role"): FREE,
    ("FollowButton", "wrong role"): FREE,
    ("FollowSelect", "wrong role"): FREE,
    ("EverythingButton", "wrong role"): FREE,
    ("NothingButton", "wrong role"): FREE,
    ("StopButton", "wrong role"): FREE,
    ("klopt-dit", "wrong role"): "everyone may check a code",
    ("abonneren", "bad input"): EMPTY,
    ("afmelden", "bad input"): EMPTY,
    ("FollowButton", "bad input"): EMPTY,
    ("EverythingButton", "bad input"): EMPTY,
    ("NothingButton", "bad input"): EMPTY,
    ("beleidsbericht schrijf", "bad input"): EMPTY,
    ("beleidsbericht lijst", "bad input"): EMPTY,
}
BUTTONS = {
    "ApproveButton": "alert-approve:{}:1",
    "RetractButton": "alert-retract:{}",
    "ThemeSelect": "alert-themes:{}:0",
    "RewordButton": "alert-change:{}",
    "MomentButton": "alert-moment:{}",
    "UntilButton": "alert-until:{}",
    "NowButton": "alert-now:{}",
    "AskButton": "alert-ask:{}",
    "TakeOverButton": "alert-take:{}",
}
FORMS = {
    "AlertForm": ("alert-form:change:{}", FORM),
    "MomentForm": ("alert-moment-form:{}", {"moment": "vrijdag 10.00"}),
    "UntilForm": ("alert-until-form:{}", {"until": "1 december"}),
}


def each(doors: dict, case: str) -> list:
    return [
        pytest.param(value, marks=pytest.mark.door(name, case), id=name)
        for name, value in doors.items()
    ]


async def state(house: House) -> str:
    """What staff see in the list."""
    staff = house.channels[Place.STAFF]
    return told(await house.people["Mo"].slash(staff, "beleidsbericht lijst"))


@pytest.mark.parametrize("custom_id", each(BUTTONS, "wrong role"))
async def test_a_resident_who_presses_a_button_of_staff_changes_nothing(
    house: House, custom_id: str
) -> None:
    await ask(house)
    before = await state(house)
    picked = ["energiecooperaties"] if "themes" in custom_id else None
    done = await press(house, "Rosa", custom_id.format(1), picked)
    assert "Dit mag je hier niet doen" in told(done)
    assert await state(house) == before


@pytest.mark.parametrize("custom_id", each(BUTTONS, "bad input"))
async def test_a_button_about_nothing_says_so(house: House, custom_id: str) -> None:
    picked = ["energiecooperaties"] if "themes" in custom_id else None
    done = await press(house, "Sofie", custom_id.format(999), picked)
    assert "kan ik niet vinden" in told(done)


@pytest.mark.parametrize(("form"), each(FORMS, "wrong role"))
async def test_a_form_of_who_is_no_longer_staff_changes_nothing(
    house: House, form: tuple[str, dict[str, str]]
) -> None:
    await write(house)
    before = await state(house)
    await give_roles(house, "Sofie")
    done = await fill(house, "Sofie", form[0].format(1), form[1])
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
        pytest.param(name, marks=pytest.mark.door(f"beleidsbericht {name}", "wrong role"))
        for name in ("schrijf", "verder", "verbeter", "trek-in", "lijst")
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
        pytest.param(name, marks=pytest.mark.door(f"beleidsbericht {name}", "bad input"))
        for name in ("verder", "verbeter", "trek-in")
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
        pytest.param(name, marks=pytest.mark.door(f"beleidsbericht {name}", "good", "twice"))
        for name in ("schrijf", "verder", "verbeter", "trek-in", "lijst")
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


@pytest.mark.door("UntilButton", "good", "twice")
@pytest.mark.door("UntilForm", "good", "twice")
async def test_until_when_stands_wherever_the_message_does(house: House) -> None:
    await follow(house)
    draft = await write(house)
    sofie, preview = house.people["Sofie"], draft.response
    for _ in range(2):
        form = await sofie.click(preview, custom_id="alert-until:1")
        await sofie.submit_modal(form, {"until": "1 december"})
    words = "**Tot wanneer?** Tot en met 1 december 2026."
    assert words in preview.content
    assert words in await state(house)
    await sofie.click(preview, custom_id="alert-ask:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert ids(card) == ["alert-approve:1:3"]
    await house.people["Mo"].click(card, custom_id=ids(card)[0])
    await house.deliver()
    for message in (card, house.messages(Place.NEWS)[-1], house.mail("Rosa")[-1]):
        assert words in message.content


async def test_the_end_that_is_there_can_be_sent_again_as_it_is(house: House) -> None:
    draft = await write(house)
    sofie, preview = house.people["Sofie"], draft.response
    form = await sofie.click(preview, custom_id="alert-until:1")
    await sofie.submit_modal(form, {"until": "1 december 17.00"})
    assert "Tot dinsdag 1 december om 17.00 uur." in preview.content
    form = await sofie.click(preview, custom_id="alert-until:1")
    (label,) = form.modal["components"]
    await sofie.submit_modal(form, {"until": label["component"]["value"]})
    assert "Tot dinsdag 1 december om 17.00 uur." in preview.content
    form = await sofie.click(preview, custom_id="alert-until:1")
    await sofie.submit_modal(form, {"until": ""})
    assert "Tot wanneer?" not in preview.content


async def plan(house: House) -> None:
    """Sofie's message has Mo's approval for tomorrow at ten."""
    draft = await write(house)
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-moment:1")
    await house.people["Sofie"].submit_modal(form, {"moment": "morgen 10.00"})
    await house.people["Sofie"].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].click(card, custom_id=ids(card)[0])
    await house.deliver()


async def let_it_come(house: House, **span: float) -> str:
    """Time passes, then the bot looks what is due; what staff read last."""
    house.clock.move(**span)
    for _ in range(2):
        await house.client.services.alerts.send_due()
        await house.deliver()
    return house.messages(Place.STAFF)[-1].content


async def test_a_planned_message_goes_out_when_both_are_still_staff(house: House) -> None:
    await plan(house)
    await let_it_come(house, days=1)
    assert len(house.messages(Place.NEWS)) == 1


@pytest.mark.door("ApproveButton", "good", "twice")
async def test_what_is_too_late_waits_for_a_press_and_then_goes_once(house: House) -> None:
    await plan(house)
    card = await let_it_come(house, days=3)
    assert house.messages(Place.NEWS) == []
    assert "had weg moeten gaan op woensdag 25 november om 10.00 uur" in card
    assert "Het ging niet op tijd weg." in await state(house)
    message = house.messages(Place.STAFF)[-1]
    for _ in range(2):
        done = await house.people["Mo"].click(message, custom_id="alert-approve:1:4")
        assert "heeft je akkoord" in told(done)
        await house.env.settle()
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == 1
    assert "akkoord van Mo" in house.messages(Place.STAFF)[-1].content


async def test_an_approval_does_not_outlive_the_role(house: House) -> None:
    await plan(house)
    await give_roles(house, "Mo")
    card = await let_it_come(house, days=1)
    assert house.messages(Place.NEWS) == []
    assert "Wie akkoord gaf, is geen medewerker meer." in card
    message = house.messages(Place.STAFF)[-1]
    await house.people["Ada"].click(message, custom_id=ids(message)[0])
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == 1


@pytest.mark.door("TakeOverButton", "good", "twice")
async def test_a_message_of_a_writer_who_left_is_taken_over(house: House) -> None:
    await plan(house)
    house.guild.remove_member(house.people["Sofie"])
    card = await let_it_come(house, days=1)
    assert house.messages(Place.NEWS) == []
    assert "De schrijver is geen medewerker meer." in card
    message = house.messages(Place.STAFF)[-1]
    for _ in range(2):
        taken = await house.people["Mo"].click(message, custom_id="alert-take:1")
        assert taken.ephemeral
        assert "alert-ask:1" in ids(taken.response)
    late = await house.people["Ada"].click(message, custom_id="alert-take:1")
    assert "is van een collega" in told(late)
    await house.people["Mo"].click(taken.response, custom_id="alert-ask:1")
    await house.deliver()
    asked = house.messages(Place.STAFF)[-1]
    own = await house.people["Mo"].click(asked, custom_id=ids(asked)[0])
    assert "zelf geschreven" in told(own)
    await house.people["Ada"].click(asked, custom_id=ids(asked)[0])
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == 1


async def test_while_discord_is_away_a_planned_message_waits(house: House) -> None:
    await plan(house)
    house.env.inject_error("GET", "/guilds/*/members/*", status=403, times=None)
    house.clock.move(days=1)
    await house.client.services.alerts.send_due()
    await house.deliver()
    assert house.messages(Place.NEWS) == []
    assert "Gaat weg op" in await state(house)


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
