"""What people see of polls."""

import pytest

from bot.communities import Place
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


async def start(house: House, who: str = "Sofie", **options: object):
    filled = {
        "vraag": "Wanneer doen we de buurtdag?",
        "keuzes": "Zaterdag; Zondag",
        "tot": "morgen 20.00",
    }
    polls = house.channels[Place.POLLS]
    return await house.people[who].slash(polls, "peiling nieuw", **(filled | options))


async def test_staff_open_a_poll_and_it_stands_in_the_channel(house: House) -> None:
    result = await start(house)
    await house.deliver()
    assert "staat open" in result.response.content
    card = house.messages(Place.POLLS)[-1]
    assert "Wanneer doen we de buurtdag?" in card.content
    assert "woensdag 25 november om 20.00 uur" in card.content
