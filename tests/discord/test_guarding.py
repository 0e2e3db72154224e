"""A no with a reason, a block and a report: what both sides and staff see (M2, X4)."""

import pytest

from bot.communities import Place
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_matching import ask, said, two_groups
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("GuardButton", "bad input"): "its number is all it has",
    ("BlockButton", "bad input"): "its number is all it has",
    ("ReportButton", "bad input"): "its number is all it has",
    ("UnblockButton", "bad input"): "its numbers are all it has",
}


@pytest.mark.door("ReasonButton", "good", "wrong role", "bad input", "twice")
async def test_who_says_no_may_tell_why_and_the_asker_reads_nothing_of_it(house: House) -> None:
    await two_groups(house)
    asked = await ask(house)
    early = await press(house, "Bart", "introduction-why:1:far")
    assert "voorbij" in told(early)
    refused = await house.users["Bart"].click(house.mail("Bart")[-1], custom_id="introduction-no:1")
    assert len(ids(refused.response)) == 4
    for _ in range(2):
        done = await house.users["Bart"].click(
            refused.response, custom_id="introduction-why:1:time"
        )
        assert "Nu even niet kennismaken" in told(done)
    assert "ken ik niet" in told(await press(house, "Cem", "introduction-why:1:far"))
    await house.deliver()
    seen = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
    assert "nog geen antwoord" in told(seen)
    assert said(house, "Cem") == ""


async def test_a_group_that_wants_rest_is_told_of_before_the_form(house: House) -> None:
    await two_groups(house)
    await press(house, "Bart", "collective-close:2")
    stopped = await press(house, "Cem", "introduce:2")
    assert "niet open voor nieuwe kennismakingen" in told(stopped)
    forged = await fill(house, "Cem", "introduce-form:2", {"from": ["1"], "note": "", "reach": ""})
    await house.deliver()
    assert "niet open voor nieuwe kennismakingen" in told(forged)
    assert house.mail("Bart") == []


async def test_the_one_reminder_can_be_answered(house: House) -> None:
    await two_groups(house)
    await ask(house)
    house.clock.move(days=7)
    for _ in range(2):
        await house.client.services.matching.introduction_keeper.keep_up()
        await house.deliver()
    _, reminder = house.mail("Bart")
    assert "Een herinnering, en de enige" in reminder.content
    await house.users["Bart"].click(reminder, custom_id="introduction-no:1")
    await house.deliver()
    for message in house.mail("Bart"):
        assert "afgehandeld" in message.content
        assert message.components == []


@pytest.mark.door("GuardButton", "good", "wrong role", "twice")
@pytest.mark.door("BlockButton", "good", "wrong role", "twice")
@pytest.mark.door("UnblockButton", "good", "wrong role", "twice")
async def test_a_block_is_one_press_and_can_be_undone_and_the_other_hears_nothing(
    house: House,
) -> None:
    await two_groups(house)
    asked = await ask(house)
    for _ in range(2):
        what = await press(house, "Bart", "guard:introduction:1")
        done = await house.people["Bart"].click(
            what.response, custom_id="guard-block:introduction:1"
        )
        assert "kan jullie niets meer vragen" in told(done)
    for forged in ("guard:introduction:1", "guard-block:introduction:1", "guard-unblock:2:1"):
        assert "niet" in told(await press(house, "Rosa", forged))
    await house.deliver()
    found = await house.people["Cem"].slash(
        house.channels[Place.START], "zoek", tekst="zelf een dorpshuis beheren"
    )
    assert "De Meent" not in told(found)
    assert "niet open voor nieuwe" in told(await press(house, "Cem", "introduce:2"))
    seen = await house.people["Cem"].click(asked.response, custom_id="introduction-contact:1")
    assert "nog geen antwoord" in told(seen)
    assert said(house, "Cem") == ""
    listed = await house.people["Bart"].slash(house.channels[Place.START], "kennismakingen")
    assert "heeft Buurthuis Het Anker geblokkeerd" in told(listed)
    for _ in range(2):
        undone = await house.people["Bart"].click(listed.response, custom_id="guard-unblock:2:1")
        assert "opgeheven" in told(undone)


@pytest.mark.door("ReportButton", "good", "wrong role", "twice")
@pytest.mark.door("ReportForm", "good", "wrong role", "bad input", "twice")
async def test_a_report_brings_staff_a_card_with_what_was_written(house: House) -> None:
    await two_groups(house)
    await ask(house, note="Stuur ons @everyone geld.")
    for _ in range(2):
        form = await press(house, "Bart", "guard-report:introduction:1")
        done = await house.people["Bart"].submit_modal(form, {"words": "**Oplichting**"})
        assert "Medewerkers lezen dit nu" in told(done)
    await house.deliver()
    (card,) = [one for one in house.messages(Place.STAFF) if "meldt iets over" in one.content]
    assert "Dorpshuis De Meent meldt iets over Buurthuis Het Anker" in card.content
    assert "geld." in card.content
    assert "@everyone" not in card.content
    assert "Oplichting" in card.content
    shown = await house.people["Sofie"].click(card, custom_id="collective-show:1")
    assert "Buurthuis Het Anker" in told(shown)
    for forged in (
        await press(house, "Rosa", "guard-report:introduction:1"),
        await fill(house, "Rosa", "guard-report-form:introduction:1", {"words": "x"}),
        await fill(house, "Bart", "guard-report-form:meeting:99", {"words": "x"}),
    ):
        assert "niet" in told(forged)
    assert said(house, "Cem") == ""
