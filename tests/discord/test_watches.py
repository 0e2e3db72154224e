"""Hearing of new groups on Discord: one press below a search, and a stop button in the message."""

from typing import Any

import pytest

from bot.communities import Place
from tests.discord.hands import ids, press, told
from tests.discord.test_matching import HALL, make
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("melding nieuw", "wrong role"): "everyone may hear of new groups",
    ("melding lijst", "wrong role"): "everyone sees their own",
    ("melding lijst", "bad input"): "there is nothing to fill in",
    ("WatchButton", "wrong role"): "everyone may hear of new groups",
}


async def ask(house: House, command: str, **options: Any) -> Any:
    return await house.people["Rosa"].slash(house.channels[Place.START], command, **options)


@pytest.mark.door("melding nieuw", "good", "twice", "bad input")
@pytest.mark.door("melding lijst", "good", "twice")
@pytest.mark.door("StopWatchButton", "good", "twice", "bad input", "wrong role")
async def test_who_asked_for_it_hears_at_once_and_stops_in_the_message(house: House) -> None:
    assert "Je hebt geen meldingen" in told(await ask(house, "melding lijst"))
    assert "ken ik niet" in told(await ask(house, "melding nieuw", plaats="Xqzzwk"))
    for _ in range(2):
        begun = await ask(house, "melding nieuw", plaats="Maastricht", afstand=40, direct=True)
        assert "binnen 40 kilometer van Maastricht, meteen" in told(begun)
        assert told(await ask(house, "melding lijst")).count("Maastricht") == 1
    await make(house, "Bart", HALL)
    await house.client.services.matching.watches.tell_due()
    await house.deliver()
    [found] = [one for one in house.mail("Rosa") if "Nieuw hier" in one.content]
    assert "Dorpshuis De Meent, Elsloo" in found.content
    assert "heb je niet" in told(await press(house, "Cem", "watch-stop:1"))
    stopped = await house.users["Rosa"].click(found, custom_id="watch-stop:1")
    assert "Gestopt" in told(stopped)
    for button in ("watch-stop:1", "watch-stop:99"):
        assert "heb je niet" in told(await press(house, "Rosa", button))


@pytest.mark.door("WatchButton", "good", "twice", "bad input")
async def test_a_search_without_a_result_offers_to_let_me_know(house: House) -> None:
    found = await ask(house, "zoek", tekst="wij willen een energiecoöperatie beginnen")
    [button] = [one for one in ids(found.response) if one.startswith("watch-theme:")]
    for _ in range(2):
        assert "elke maandag" in told(await press(house, "Rosa", button))
    assert told(await ask(house, "melding lijst")).count("elke maandag") == 1
    nonsense = told(await press(house, "Rosa", "watch-theme:no-such-theme"))
    assert "vind ik hier niet" in nonsense


async def test_many_new_groups_are_one_message_and_a_stopped_notice_names_none(
    house: House,
) -> None:
    await ask(house, "melding nieuw", direct=True)
    for number in range(7):
        await make(house, "Bart", HALL | {"name": f"Groep {number}"})
    await house.client.services.matching.watches.tell_due()
    await house.deliver()
    [found] = [one for one in house.mail("Rosa") if "Nieuw hier" in one.content]
    assert "En nog 2 andere groepen." in found.content
    await make(house, "Bart", HALL | {"name": "Groep later"})
    await house.client.services.matching.watches.tell_due()
    await press(house, "Rosa", "watch-stop:1")
    await house.deliver()
    assert "Deze melding is gestopt" in house.mail("Rosa")[-1].content
    assert "Groep later" not in house.mail("Rosa")[-1].content
