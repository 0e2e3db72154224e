"""The help desk at its edges: mail that is closed twice over, old menus, questions still open."""

import pytest

from bot.communities import Place
from tests.discord.hands import press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
CRISIS = "ik wil er een einde aan maken"
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"


async def test_h3_a_cry_whose_private_message_fails_never_shows_its_words_in_public(
    house: House,
) -> None:
    """Not by mail, not behind a button: then nothing about it stands where others read."""
    for status, code in ((503, 0), (403, 50007)):
        house.env.backend.faults.clear()
        house.env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=None)
        said = await house.people["Rosa"].send(house.channels[Place.HELPDESK], CRISIS)
        assert [m.id for m in house.messages(Place.HELPDESK) if m.author.bot] == []
        assert all("113" not in m.content for m in house.mail("Rosa"))
        await house.people["Rosa"].delete(said)


async def test_an_open_question_can_be_read_and_followed_from_there(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    await house.deliver()
    read = await press(house, "Cem", "question-earlier:1")
    assert "dakgoot" in told(read)
    assert read.response is not None
    followed = await house.people["Cem"].click(read.response, custom_id="question-follow:1")
    assert "Ik heb het genoteerd" in told(followed)


async def test_an_old_menu_to_start_an_answer_from_says_so_or_is_refused(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    await house.deliver()
    for picked in ("p99", "p0", "x1"):
        shown = await press(house, "Sofie", "answer-start:1:passage", [picked])
        assert "vinden" in told(shown)
    gone = await press(house, "Sofie", "answer-start:1:canned", ["c99"])
    assert "Code:" in told(gone)
    stranger = await press(house, "Cem", "answer-start:1:passage", ["p1"])
    assert "Code: R1" in told(stranger)
