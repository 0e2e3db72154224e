"""The own questions: state, history, and what the asker does with each (H2, X2)."""

import discord
import pytest

from bot.communities import Place
from cogs.helpdesk.mine import (
    MinePageButton,
    MineSelect,
    OwnCloseButton,
    OwnReopenButton,
    OwnWithdrawButton,
    SureButton,
)
from tests.discord.test_helpdesk_doors import EASY, HARD, ask, card, forged, press, states
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("MinePageButton", "wrong role"): "everyone may see their own questions",
    ("MinePageButton", "twice"): "proven by pressing an old list in the test of pages",
}
ACTS = (OwnCloseButton, OwnReopenButton, OwnWithdrawButton, SureButton)


async def mine(house: House, who: str = "Rosa"):
    return (await house.people[who].slash(house.channels[Place.START], "vraag mijn")).response


async def pick(house: House, shown: object, number: int, who: str = "Rosa"):
    return await house.people[who].select(shown, [str(number)], custom_id="mine-pick")


def buttons(shown: object) -> set[str]:
    return {
        item["custom_id"].split(":")[0]
        for row in shown.components
        for item in row["components"]
        if item["type"] == discord.ComponentType.button.value
    }


@pytest.mark.door("MineSelect", "good", "twice")
async def test_a_picked_question_tells_what_happened_and_what_can_be_done(house: House) -> None:
    await ask(house, EASY, anoniem=True)
    await ask(house)
    await house.people["Sofie"].send(
        house.channels[Place.STAFF], "Bel Jan.", reply_to=await card(house)
    )
    await house.deliver()
    shown = await mine(house)
    for _ in range(2):
        first = (await pick(house, shown, 1)).response
        assert "Je kreeg een antwoord uit de kennisbank" in first.content
        assert "Je vroeg dit zonder naam" in first.content
        assert buttons(first) == {"answer-person", "own-close", "own-withdraw"}
    second = (await pick(house, shown, 2)).response
    assert "een medewerker gaf antwoord" in second.content
    assert "Sofie" not in second.content
    assert buttons(second) == {"own-reopen", "own-close", "own-withdraw"}


@pytest.mark.door("OwnCloseButton", "good", "twice")
@pytest.mark.door("OwnReopenButton", "good", "twice")
@pytest.mark.door("OwnWithdrawButton", "good", "twice")
@pytest.mark.door("SureButton", "good", "twice")
async def test_an_old_list_never_does_harm(house: House) -> None:
    await ask(house)
    shown = (await pick(house, await mine(house), 1)).response
    await house.restart()
    for _ in range(2):
        closed = await house.people["Rosa"].click(shown, custom_id="own-close:1")
        assert "Klaar. Toch nog niet geholpen" in closed.response.content
    old = closed.response
    for _ in range(2):
        opened = await house.people["Rosa"].click(old, custom_id="own-reopen:1")
        assert "Een medewerker kijkt naar je vraag, nummer 1" in opened.response.content
    assert await states(house) == ["open"]
    for _ in range(2):
        sure = await house.people["Rosa"].click(shown, custom_id="own-withdraw:1")
        assert "Weet je het zeker?" in sure.response.content
    for _ in range(2):
        gone = await house.people["Rosa"].click(sure.response, custom_id="own-withdraw-sure:1")
        assert "Vraag 1 is ingetrokken" in gone.response.content
    again = await house.people["Rosa"].click(shown, custom_id="own-withdraw:1")
    assert "Ingetrokken. De tekst is weg." in again.response.content
    refused = await house.people["Rosa"].click(old, custom_id="own-reopen:1")
    assert "Deze vraag is ingetrokken" in refused.response.content
    await house.deliver()
    assert [HARD in m.content for m in house.messages(Place.STAFF)] == [False, False]
    assert await states(house) == ["closed"]


@pytest.mark.door("MineSelect", "wrong role", "bad input")
@pytest.mark.door("OwnCloseButton", "wrong role", "bad input")
@pytest.mark.door("OwnReopenButton", "wrong role", "bad input")
@pytest.mark.door("OwnWithdrawButton", "wrong role", "bad input")
@pytest.mark.door("SureButton", "wrong role", "bad input")
async def test_nobody_sees_or_changes_the_question_of_another(house: House) -> None:
    await ask(house)
    for act in ACTS:
        other = await press(house, "Sofie", act(1, "knop"))
        assert "Dit mag je hier niet doen" in other.response.content
        for number in (99, 10**17):
            unknown = await press(house, "Rosa", act(number, "knop"))
            assert "Deze vraag kan ik niet vinden" in unknown.response.content
    options = [discord.SelectOption(label="x", value=value) for value in ("1", "99", "; drop")]
    menu = MineSelect(discord.ui.Select(custom_id="mine-pick", options=options))
    message = await forged(house, menu)
    other = await house.people["Cem"].select(message, ["1"], custom_id="mine-pick")
    assert HARD not in other.response.content
    for value in ("99", "; drop"):
        unknown = await house.people["Rosa"].select(message, [value], custom_id="mine-pick")
        assert "Deze vraag kan ik niet vinden" in unknown.response.content
    assert await states(house) == ["open"]


@pytest.mark.door("MinePageButton", "good", "bad input")
async def test_more_than_ten_questions_have_pages(house: House) -> None:
    start = house.channels[Place.START]
    for number in range(12):
        await house.people["Sofie"].slash(start, "vraag stel", tekst=f"{HARD} {number}")
    shown = await mine(house, "Sofie")
    assert "bladzijde 1 van 2" in shown.content
    older = await house.people["Sofie"].click(shown, label="Oudere vragen")
    assert ["Vraag 1," in older.response.content, "Vraag 12," in older.response.content] == [
        True,
        False,
    ]
    newer = await house.people["Sofie"].click(older.response, label="Nieuwere vragen")
    assert newer.response.content == shown.content
    far = await press(house, "Sofie", MinePageButton(10**17, "verder"))
    assert far.response.content == older.response.content
    nothing = await press(house, "Bart", MinePageButton(3, "verder"))
    assert "nog geen vraag gesteld" in nothing.response.content
