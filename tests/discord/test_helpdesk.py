"""What residents and staff see of the help desk."""

import pytest

from bot.communities import Place
from tests.discord.hands import answer
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"


async def ask(house: House, text: str, who: str = "Rosa", **options: object):
    return await house.people[who].slash(
        house.channels[Place.START], "vraag stel", tekst=text, **options
    )


async def test_a_known_question_gets_an_article_with_its_source(house: House) -> None:
    result = await ask(house, "Hoe word ik lid van LSA?")
    assert result.ephemeral
    assert "Bron:" in result.response.content or "Bedoel je een van deze" in result.response.content


async def test_an_unsure_question_goes_to_staff_and_the_answer_comes_back(house: House) -> None:
    await ask(house, HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert "Vraag 1" in card.content
    assert "Rosa" in card.content
    await answer(house, "Sofie", card, 1, "Vraag het buurthuis.")
    await house.deliver()
    mail = house.mail("Rosa")[-1]
    assert "Vraag het buurthuis." in mail.content


async def test_a_question_in_the_help_channel_is_answered_there_once(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], HARD)
    await house.deliver()
    await house.deliver()
    replies = [m for m in house.messages(Place.HELPDESK) if m.author.bot]
    assert len(replies) == 1
    assert "nummer 1" in replies[0].content


async def test_a_crisis_message_in_public_is_answered_in_private(house: House) -> None:
    await house.people["Rosa"].send(house.channels[Place.HELPDESK], "ik wil dood")
    await house.deliver()
    public = [m for m in house.messages(Place.HELPDESK) if m.author.bot]
    assert [m.content for m in public] == ["Ik heb je een privébericht gestuurd."]
    mail = house.mail("Rosa")[-1]
    assert "113" in mail.content


async def test_a_resident_cannot_answer_for_staff(house: House) -> None:
    await ask(house, HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    claim = await house.people["Cem"].click(card, custom_id="question-claim:1")
    assert "Dit mag je hier niet doen" in claim.response.content


async def test_an_anonymous_question_hides_the_name_from_staff(house: House) -> None:
    await ask(house, HARD, anoniem=True)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert "Rosa" not in card.content
    assert "iemand zonder naam" in card.content


async def test_pressing_no_twice_gives_staff_one_card(house: House) -> None:
    result = await ask(house, "Hoe word ik lid van LSA?")
    button = next(
        button["custom_id"]
        for row in result.response.components
        for button in row["components"]
        if button["custom_id"].startswith(("answer-no", "answer-person"))
    )
    for _ in range(2):
        await house.people["Rosa"].click(result.response, custom_id=button)
    await house.deliver()
    assert len(house.messages(Place.STAFF)) == 1


async def test_a_reply_to_the_card_is_an_answer_also_after_a_restart(house: House) -> None:
    await ask(house, HARD)
    await house.deliver()
    await house.restart()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Mo"].send(
        house.channels[Place.STAFF], "Bel de gemeente even.", reply_to=card
    )
    await house.deliver()
    mail = house.mail("Rosa")[-1]
    assert "Bel de gemeente even." in mail.content
    mine = await house.people["Rosa"].slash(house.channels[Place.START], "vraag mijn")
    assert "Bel de gemeente even." in mine.response.content


async def test_a_form_that_was_open_during_a_restart_still_works(house: House) -> None:
    await ask(house, HARD)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    form = await house.people["Sofie"].click(card, custom_id="question-answer:1")
    await house.restart()
    shown = await house.people["Sofie"].submit_modal(form, {"answer": "Vraag het buurthuis."})
    await house.restart()
    await house.people["Sofie"].click(shown.response, label="Versturen")
    await house.deliver()
    assert "Vraag het buurthuis." in house.mail("Rosa")[-1].content


async def test_an_empty_question_gets_a_plain_hint(house: House) -> None:
    result = await ask(house, "\u200b\u200b")
    assert "Ik zie nog geen tekst" in result.response.content
    assert "Code: H2-" in result.response.content
