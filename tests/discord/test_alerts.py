"""What staff and readers see of policy messages."""

import re

import pytest

from bot.communities import Place
from bot.content import Content
from bot.services.alerts import LONGEST
from data.store import alerts
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
FORM = {
    "title": "Nieuwe regels voor buurthuizen",
    "what": "De Tweede Kamer stemt over een wet.\nHet gaat om huur.",
    "meaning": "De huur van je buurthuis kan lager worden.",
    "action": "Vertel het je gemeente, tot 1 december.",
    "source_url": "https://www.rijksoverheid.nl/nieuws?id=3",
}
THEME = "ontmoetingsplekken"


async def write(house: House, who: str = "Sofie", theme: str | None = THEME, **words: str):
    staff = house.channels[Place.STAFF]
    form = await house.people[who].slash(staff, "beleidsbericht schrijf")
    draft = await house.people[who].submit_modal(form, FORM | words)
    if theme:
        number = re.search(r"alert-change:(\d+)", str(ids(draft.response)))
        assert number
        part = 0 if theme in values(draft.response, f"alert-themes:{number[1]}:0") else 1
        chosen = f"alert-themes:{number[1]}:{part}"
        await house.people[who].select(draft.response, [theme], custom_id=chosen)
    return draft


def parts(message) -> list[dict]:
    rows = [row if isinstance(row, dict) else row.to_dict() for row in message.components]
    return [part for row in rows for part in row["components"]]


def ids(message) -> list[str]:
    return [part["custom_id"] for part in parts(message)]


def values(message, custom_id: str) -> list[str]:
    menu = next(part for part in parts(message) if part["custom_id"] == custom_id)
    return [option["value"] for option in menu["options"]]


async def ask(house: House, who: str = "Sofie", **words: str):
    draft = await write(house, who, **words)
    await house.people[who].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    return draft


async def send(house: House) -> None:
    await ask(house)
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].click(card, custom_id=ids(card)[0])
    await house.deliver()


async def follow(house: House, who: str = "Rosa", theme: str = THEME):
    shown = await house.people[who].slash(house.channels[Place.START], "abonneren")
    part = 0 if theme in values(shown.response, "alert-follow:0") else 1
    return await house.people[who].select(shown.response, [theme], custom_id=f"alert-follow:{part}")


async def state(house: House) -> str:
    """What staff see in the list."""
    staff = house.channels[Place.STAFF]
    listed = await house.people["Mo"].slash(staff, "beleidsbericht lijst")
    return listed.response.content


async def test_a_message_goes_from_form_to_channel_and_follower(house: House) -> None:
    await follow(house)
    await send(house)
    for message in (house.messages(Place.NEWS)[-1], house.mail("Rosa")[-1]):
        assert "**Nieuwe regels voor buurthuizen**" in message.content
        assert "tot 1 december" in message.content
        assert "www.rijksoverheid.nl" in message.content
        assert "Sofie" not in message.content
    assert house.mail("Cem") == []
    assert ids(house.mail("Rosa")[-1]) == ["alert-stop:1"]


async def test_the_preview_is_what_readers_get(house: House) -> None:
    draft = await write(house)
    preview = draft.response.content.rpartition("\n-# ")[0]
    await house.people["Sofie"].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].click(card, custom_id=ids(card)[0])
    await house.deliver()
    assert draft.ephemeral
    assert preview.splitlines()[0] in house.messages(Place.NEWS)[-1].content
    assert card.content.startswith(house.messages(Place.NEWS)[-1].content)


async def test_a_resident_cannot_write(house: House) -> None:
    told = await house.people["Rosa"].slash(house.channels[Place.START], "beleidsbericht schrijf")
    assert "Dit mag je hier niet doen" in told.response.content


async def test_a_resident_who_presses_approve_changes_nothing(house: House) -> None:
    await ask(house)
    card = house.messages(Place.STAFF)[-1]
    told = await house.people["Rosa"].click(card, custom_id="alert-approve:1:2")
    await house.deliver()
    assert "Dit mag je hier niet doen" in told.response.content
    assert house.messages(Place.NEWS) == []


async def test_the_writer_cannot_approve(house: House) -> None:
    await ask(house)
    card = house.messages(Place.STAFF)[-1]
    told = await house.people["Sofie"].click(card, custom_id=ids(card)[0])
    assert "zelf geschreven" in told.response.content


async def test_approving_twice_sends_once_also_after_a_restart(house: House) -> None:
    await follow(house)
    await ask(house)
    await house.restart()
    card = house.messages(Place.STAFF)[-1]
    button = ids(card)[0]
    for _ in range(2):
        told = await house.people["Mo"].click(card, custom_id=button)
        assert "heeft je akkoord" in told.response.content
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == len(house.mail("Rosa")) == 1
    assert "akkoord van Mo" in house.messages(Place.STAFF)[-1].content
    assert ids(house.messages(Place.STAFF)[-1]) == []


async def test_an_old_button_says_that_the_message_changed(house: House) -> None:
    draft = await ask(house)
    card = house.messages(Place.STAFF)[-1]
    button = ids(card)[0]
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-change:1")
    await house.people["Sofie"].submit_modal(form, FORM | {"title": "Heel iets anders"})
    told = await house.people["Mo"].click(card, custom_id=button)
    await house.deliver()
    assert "is veranderd na deze vraag" in told.response.content
    assert house.messages(Place.NEWS) == []
    assert "geldt niet meer" in house.messages(Place.STAFF)[0].content


async def test_a_message_waits_for_its_moment(house: House) -> None:
    draft = await write(house)
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-moment:1")
    await house.people["Sofie"].submit_modal(form, {"moment": "morgen 10.00"})
    await house.people["Sofie"].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    told = await house.people["Mo"].click(card, custom_id=ids(card)[0])
    assert "woensdag 25 november om 10.00 uur" in told.response.content
    await house.deliver()
    assert house.messages(Place.NEWS) == []
    house.clock.move(days=1)
    await house.client.services.alerts.send_due()
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == 1


async def test_a_moment_nobody_understands_keeps_the_draft(house: House) -> None:
    draft = await write(house)
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-moment:1")
    told = await house.people["Sofie"].submit_modal(form, {"moment": "ooit"})
    again = await house.people["Sofie"].slash(
        house.channels[Place.STAFF], "beleidsbericht verder", nummer=1
    )
    assert "Dit moment begrijp ik niet" in str([m.content for m in told.followups])
    assert "alert-ask:1" in ids(again.response)


async def test_a_wrong_link_keeps_what_was_typed(house: House) -> None:
    draft = await write(house, source_url="kijk op de site")
    assert "Deze link kan niet" in draft.response.content
    assert "De huur van je buurthuis" in draft.response.content
    told = await house.people["Sofie"].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    assert "begint met https" in str([m.content for m in told.followups])
    assert house.messages(Place.STAFF) == []


async def test_a_correction_reaches_channel_and_mail(house: House) -> None:
    await follow(house)
    await send(house)
    staff = house.channels[Place.STAFF]
    form = await house.people["Mo"].slash(staff, "beleidsbericht verbeter", nummer=1)
    draft = await house.people["Mo"].submit_modal(form, FORM | {"action": "Bel voor 3 december."})
    await house.people["Mo"].click(draft.response, custom_id="alert-ask:2")
    await house.deliver()
    assert "3 december" not in house.messages(Place.NEWS)[-1].content
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].click(card, custom_id=ids(card)[0])
    await house.deliver()
    for messages in (house.messages(Place.NEWS), house.mail("Rosa")):
        assert len(messages) == 1
        assert "3 december" in messages[0].content
        assert "Verbeterd op" in messages[0].content
    assert ids(house.mail("Rosa")[0]) == ["alert-stop:1"]


async def test_retracting_empties_the_message_everywhere(house: House) -> None:
    await follow(house)
    await send(house)
    staff = house.channels[Place.STAFF]
    sure = await house.people["Sofie"].slash(staff, "beleidsbericht trek-in", nummer=1)
    for _ in range(2):
        done = await house.people["Sofie"].click(sure.response, custom_id="alert-retract:1")
        assert "ingetrokken, overal" in done.response.content
    await house.deliver()
    for messages in (house.messages(Place.NEWS), house.mail("Rosa")):
        assert len(messages) == 1
        assert "Ingetrokken" in messages[0].content
        assert "rijksoverheid" not in messages[0].content


async def test_a_resident_cannot_retract(house: House) -> None:
    await send(house)
    card = house.messages(Place.NEWS)[-1]
    staff = house.channels[Place.START]
    told = await house.people["Rosa"].slash(staff, "beleidsbericht trek-in", nummer=1)
    assert "Dit mag je hier niet doen" in told.response.content
    assert "Ingetrokken" not in card.content


async def test_one_button_in_the_mail_stops_all_mail(house: House) -> None:
    await follow(house)
    await send(house)
    await house.restart()
    first = await house.users["Rosa"].click(house.mail("Rosa")[-1], custom_id="alert-stop:1")
    second = await house.people["Rosa"].slash(house.channels[Place.START], "afmelden")
    assert "Je krijgt geen berichten meer" in first.response.content
    assert "Je volgde nog niets" in second.response.content


async def test_following_shows_what_is_followed(house: House) -> None:
    empty = await house.people["Rosa"].slash(house.channels[Place.START], "abonneren")
    assert "Je volgt nog niets" in empty.response.content
    assert "alert-follow-none" not in ids(empty.response)
    await follow(house)
    full = await house.people["Rosa"].slash(house.channels[Place.START], "abonneren")
    assert "Je volgt: Ontmoetingsplekken" in full.response.content
    await house.people["Rosa"].click(full.response, custom_id="alert-follow-all")
    everything = await house.people["Rosa"].slash(house.channels[Place.START], "abonneren")
    assert "Je volgt alle thema's" in everything.response.content
    await house.people["Rosa"].click(everything.response, custom_id="alert-follow-none")
    again = await house.people["Rosa"].slash(house.channels[Place.START], "abonneren")
    assert "Je volgt nog niets" in again.response.content


async def test_a_code_shows_the_real_message_or_a_warning(house: House) -> None:
    await send(house)
    code = re.search(r"Code (\S+)\.", house.messages(Place.NEWS)[-1].content)
    assert code
    start = house.channels[Place.START]
    real = await house.people["Rosa"].slash(start, "klopt-dit", code=code[1].lower())
    assert "Nieuwe regels voor buurthuizen" in real.response.content
    assert "De Tweede Kamer stemt over een wet." in real.response.content
    assert "Het gaat om huur" not in real.response.content
    fake = await house.people["Rosa"].slash(start, "klopt-dit", code="WIN-GELD")
    assert "Deze code kennen wij niet" in fake.response.content


async def test_the_list_tells_the_state_of_each_message(house: House) -> None:
    staff = house.channels[Place.STAFF]
    empty = await house.people["Mo"].slash(staff, "beleidsbericht lijst")
    await send(house)
    full = await house.people["Mo"].slash(staff, "beleidsbericht lijst")
    none = await house.people["Rosa"].slash(staff, "beleidsbericht lijst")
    assert "nog geen bericht" in empty.response.content
    assert "Verstuurd op dinsdag 24 november" in full.response.content
    assert "Dit mag je hier niet doen" in none.response.content


async def test_the_longest_message_fits_in_one(house: House) -> None:
    words = {name: ("zin " * 200)[: LONGEST[name] - 1] + "." for name in ("what", "meaning")}
    action = ("doe " * 200)[: LONGEST["action"] - 1] + "."
    url = f"https://{'a' * 55}.nl/".ljust(LONGEST["source_url"], "x")
    draft = await write(house, title="T" * 100, action=action, source_url=url, **words)
    themes = sorted(Content.load().themes, key=lambda theme: -len(theme.name_nl))[:5]
    async with house.store.writing() as session:
        row = await alerts.hold(session, 1)
        assert row is not None
        row.themes = [theme.id for theme in themes]
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-moment:1")
    await house.people["Sofie"].submit_modal(form, {"moment": "30 december 10.00"})
    form = await house.people["Sofie"].click(draft.response, custom_id="alert-until:1")
    await house.people["Sofie"].submit_modal(form, {"until": "30 december 23.58"})
    await house.people["Sofie"].click(draft.response, custom_id="alert-ask:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert card.content.endswith("Je hebt 24 uur.")


async def test_a_message_reaches_nobody_by_mention(house: House) -> None:
    await ask(house, title="@here kom", what="@everyone <@1> kijk")
    card = house.messages(Place.STAFF)[-1]
    assert "@everyone" not in card.content
    assert "@here" not in card.content
    assert not card.mention_everyone
