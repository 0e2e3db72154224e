"""A policy message with an end, and at its moment: too late, or without who stood for it."""

import pytest

from bot.communities import Place
from tests.discord.hands import give_roles, ids, together, told
from tests.discord.test_alerts import ask, follow, state, write
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


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


async def test_two_approvals_at_the_same_moment_send_once(house: House) -> None:
    await follow(house)
    await ask(house)
    card = house.messages(Place.STAFF)[-1]
    button = ids(card)[0]
    await together(house, ("Mo", card, button), ("Ada", card, button), ("Mo", card, button))
    await house.deliver()
    assert len(house.messages(Place.NEWS)) == len(house.mail("Rosa")) == 1


@pytest.mark.parametrize("turn", [0, 1])
async def test_approving_and_taking_back_at_the_same_moment_leaves_nothing_standing(
    house: House, turn: int
) -> None:
    await follow(house)
    await ask(house)
    card = house.messages(Place.STAFF)[-1]
    sure = await house.people["Ada"].slash(
        house.channels[Place.STAFF], "beleidsbericht trek-in", nummer=1
    )
    presses = [("Mo", card, ids(card)[0]), ("Ada", sure.response, "alert-retract:1")]
    await together(house, *(presses if turn else presses[::-1]))
    await house.deliver()
    for message in (*house.messages(Place.NEWS), *house.mail("Rosa")):
        assert "Ingetrokken" in message.content
    assert "Ingetrokken, van" in await state(house)
