"""What people see of their own data."""

import json

import pytest

from bot.communities import Place
from data.store import deliveries
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


async def ask(house: House, who: str = "Rosa", text: str = "Hoe krijgen we een moestuin?"):
    return await house.people[who].slash(house.channels[Place.HELPDESK], "vraag stel", tekst=text)


async def command(house: House, who: str, name: str, **options: object):
    return await house.people[who].slash(house.channels[Place.HELPDESK], name, **options)


async def files(result) -> dict[str, str]:
    return {file.filename: (await file.read()).decode() for file in result.response.attachments}


async def test_a_person_gets_their_data_as_a_page_and_a_file(house: House) -> None:
    await ask(house, text="Hoe krijgen we een moestuin met aardperen?")
    result = await command(house, "Rosa", "mijn-gegevens")
    got = await files(result)
    assert result.response.ephemeral
    assert "moestuin met aardperen" in got["mijn-gegevens.txt"]
    told = json.loads(got["mijn-gegevens.json"])
    assert {"people", "identities", "questions"} <= {one["table"] for one in told["tables"]}


async def test_the_file_holds_nothing_of_somebody_else(house: House) -> None:
    await ask(house, "Cem", "Cem vraagt iets over zonnebloemen")
    await ask(house)
    result = await command(house, "Rosa", "mijn-gegevens")
    text = "".join((await files(result)).values())
    assert "zonnebloemen" not in text
    assert "Cem" not in text


async def test_somebody_unknown_hears_that_nothing_is_kept_and_stays_unknown(house: House) -> None:
    result = await command(house, "Bart", "mijn-gegevens")
    assert "bewaren nu niets over jou" in result.response.content
    again = await command(house, "Bart", "vergeet-mij")
    assert "Er is niets te wissen" in again.response.content


async def test_the_fourth_file_on_a_day_has_to_wait(house: House) -> None:
    await ask(house)
    for _ in range(3):
        await command(house, "Rosa", "mijn-gegevens")
    result = await command(house, "Rosa", "mijn-gegevens")
    assert "Je doet veel achter elkaar" in result.response.content


async def test_nothing_goes_before_the_second_yes(house: House) -> None:
    await ask(house)
    result = await command(house, "Rosa", "vergeet-mij")
    assert "Dit gaat weg" in result.response.content
    assert "Dit blijft" in result.response.content
    seen = await command(house, "Rosa", "mijn-gegevens")
    assert seen.response.attachments


async def forget(house: House, who: str = "Rosa"):
    asked = await command(house, who, "vergeet-mij")
    return asked, await house.people[who].click(asked.response, custom_id="privacy-erase")


async def test_after_a_yes_everything_is_gone_and_there_is_a_code(house: House) -> None:
    await ask(house)
    _, done = await forget(house)
    assert "Jouw bewijs: " in done.response.content
    seen = await command(house, "Rosa", "mijn-gegevens")
    assert "bewaren nu niets over jou" in seen.response.content


async def test_a_second_press_says_that_there_is_nothing_left(house: House) -> None:
    await ask(house)
    asked, _ = await forget(house)
    again = await house.people["Rosa"].click(asked.response, custom_id="privacy-erase")
    assert "Er is niets te wissen" in again.response.content


async def test_the_button_works_after_a_restart(house: House) -> None:
    await ask(house)
    asked = await command(house, "Rosa", "vergeet-mij")
    await house.restart()
    done = await house.people["Rosa"].click(asked.response, custom_id="privacy-erase")
    assert "Alles over jou is gewist" in done.response.content


async def test_what_staff_saw_of_the_question_is_changed_in_the_channel(house: House) -> None:
    await ask(
        house, text="Kan iemand van de kwartelfanfare dinsdag de deur opendoen voor de loodgieter?"
    )
    await house.deliver()
    async with house.store.reading() as session:
        sent = await deliveries.find_sent(session, "question:1")
    assert sent, "the question should have gone to staff"
    await forget(house)
    await house.deliver()
    seen = [message.content for message in house.messages(Place.STAFF)]
    assert any("Dit bericht is gewist" in one for one in seen)
    assert not any("kwartelfanfare" in one for one in seen)


async def test_a_vote_in_an_open_anonymous_poll_goes_too(house: House) -> None:
    await house.people["Sofie"].slash(
        house.channels[Place.POLLS],
        "peiling nieuw",
        vraag="Wanneer doen we de buurtdag?",
        keuzes="Zaterdag; Zondag",
        tot="morgen 20.00",
    )
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    for who in ("Rosa", "Cem", "Bart", "Sofie", "Mo"):
        await house.people[who].click(card, custom_id="poll:1:1")
    await forget(house)
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    assert (await house.client.services.polls.look(1)).voters == 4


async def test_the_notice_says_how_to_leave(house: House) -> None:
    result = await command(house, "Bart", "privacy")
    text = "".join([result.response.content, *(one.content for one in result.followups)])
    assert "/vergeet-mij" in text
    assert "Autoriteit Persoonsgegevens" in text


async def test_a_chosen_language_holds_from_now_on(house: House) -> None:
    result = await command(house, "Rosa", "taal", keuze="en")
    assert "speaks English" in result.response.content
    seen = await command(house, "Rosa", "vergeet-mij")
    assert "You cannot undo this" in seen.response.content
