"""What staff and readers see of policy messages."""

import re

import pytest

from bot.communities import Place
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
