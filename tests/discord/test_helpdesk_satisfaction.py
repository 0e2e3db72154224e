"""Was it the answer? Asked with the answer of a person; who was not helped gets a person again."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.communities import Place
from tests.discord.hands import press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


async def stands(house: House) -> tuple[str, bool | None, str | None]:
    async with house.store.reading() as session:
        row = (await session.execute(text("SELECT state, happy, solved_by FROM questions"))).one()
    return row[0], None if row[1] is None else bool(row[1]), row[2]


@pytest.mark.door("NotHelpedButton", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("HelpedButton", "good", "wrong role", "bad input", "twice")
async def test_who_was_not_helped_gets_a_person_again_and_says_in_the_end_that_it_helped(
    house: House,
) -> None:
    """X2: an unhappy asker is no end of a question."""
    rosa = house.people["Rosa"]
    await rosa.slash(
        house.channels[Place.START], "vraag stel", tekst="Kan iemand ons bellen over het hek?"
    )
    async with house.store.writing() as session:
        staff = "UPDATE questions SET state = 'answered', solved_by = 'person'"
        await session.execute(text(staff))

    assert "Een medewerker kijkt opnieuw" in told(await press(house, "Rosa", "answer-not-helped:1"))
    assert await stands(house) == ("open", False, None)
    assert "Een medewerker kijkt opnieuw" in told(await press(house, "Rosa", "answer-not-helped:1"))
    assert await stands(house) == ("open", False, None)

    for who, button in (("Cem", "answer-helped:1"), ("Sofie", "answer-not-helped:1")):
        assert "Code: " in told(await press(house, who, button))
    for number in ("2", "9" * 18):
        assert "Code: H1" in told(await press(house, "Rosa", f"answer-helped:{number}"))
        assert "Code: H1" in told(await press(house, "Rosa", f"answer-not-helped:{number}"))
    assert await stands(house) == ("open", False, None)

    for _ in range(2):
        assert "Je vraag is klaar" in told(await press(house, "Rosa", "answer-helped:1"))
        assert (await stands(house))[:2] == ("closed", True)
