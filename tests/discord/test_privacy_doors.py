"""Every door to the own data: well, by the wrong person, with nonsense, and twice."""

import json

import pytest
from sqlalchemy import select

from bot.communities import Place
from data.store.audits import AuditRow
from tests.discord.hands import answer, ids, press, told
from tests.discord.test_privacy import ask, command, files, forget
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("mijn-gegevens", "wrong role"): "everybody may see their own data",
    ("vergeet-mij", "wrong role"): "everybody may be forgotten",
    ("privacy", "wrong role"): "everybody may read it",
    ("taal", "wrong role"): "everybody may choose a language",
    ("EraseButton", "wrong role"): "it is about whoever presses, whoever that is",
    ("HoldButton", "wrong role"): "it is about whoever presses, whoever that is",
    ("mijn-gegevens", "bad input"): "there is nothing to fill in",
    ("vergeet-mij", "bad input"): "there is nothing to fill in",
    ("privacy", "bad input"): "there is nothing to fill in",
}
ON = "privacy-hold:restrict:on"
OFF = "privacy-hold:restrict:off"
OBJECT = "privacy-hold:object:on"


# ------------------------------------------------------------------ commands


@pytest.mark.door("mijn-gegevens", "good", "twice")
async def test_the_own_data_comes_again_when_asked_again(house: House) -> None:
    await ask(house)
    results = [await command(house, "Rosa", "mijn-gegevens") for _ in range(2)]
    for result in results:
        assert result.response.ephemeral
        assert set(await files(result)) == {"mijn-gegevens.txt", "mijn-gegevens.json"}
        assert ids(result.response) == [ON, OBJECT]


@pytest.mark.door("vergeet-mij", "good", "twice")
async def test_asking_to_be_forgotten_twice_erases_nothing_yet(house: House) -> None:
    await ask(house)
    for _ in range(2):
        result = await command(house, "Rosa", "vergeet-mij")
        assert ids(result.response) == ["privacy-erase"]
    assert (await command(house, "Rosa", "mijn-gegevens")).response.attachments


@pytest.mark.door("privacy", "good", "twice")
async def test_the_notice_is_the_same_again_and_makes_nobody_known(house: House) -> None:
    said = [told(await command(house, "Bart", "privacy")) for _ in range(2)]
    assert said[0] == said[1]
    assert "Vraag een medewerker met /vraag stel. Klagen" in said[0]
    assert "bewaren nu niets" in told(await command(house, "Bart", "mijn-gegevens"))


async def test_the_notice_names_the_mail_address_of_the_settings(house: House) -> None:
    house.client.services.privacy.contact = "privacy@voorbeeld.nl"
    assert "mail naar privacy@voorbeeld.nl" in told(await command(house, "Bart", "privacy"))


@pytest.mark.door("taal", "good", "twice")
async def test_choosing_the_same_language_twice_says_the_same(house: House) -> None:
    said = [told(await command(house, "Rosa", "taal", keuze="en")) for _ in range(2)]
    assert said[0] == said[1]
    assert "speaks English" in said[0]


@pytest.mark.door("taal", "bad input")
async def test_a_language_that_is_not_offered_is_not_taken(house: House) -> None:
    with pytest.raises(Exception, match="fr"):
        await command(house, "Rosa", "taal", keuze="fr")
    assert "Nederlands" in told(await command(house, "Rosa", "taal", keuze="nl"))


# ------------------------------------------------------------------ being forgotten


@pytest.mark.door("EraseButton", "good", "twice")
async def test_being_forgotten_happens_once(house: House) -> None:
    await ask(house)
    asked, done = await forget(house)
    assert "Jouw bewijs: " in told(done)
    again = await house.people["Rosa"].click(asked.response, custom_id="privacy-erase")
    assert "Er is niets te wissen" in told(again)


@pytest.mark.door("EraseButton", "bad input")
async def test_a_press_by_somebody_unknown_erases_nobody(house: House) -> None:
    await ask(house)
    asked = await command(house, "Rosa", "vergeet-mij")
    done = await press(house, "Bart", "privacy-erase")
    assert "Er is niets te wissen" in told(done)
    assert asked.response.ephemeral
    assert (await command(house, "Rosa", "mijn-gegevens")).response.attachments


async def test_the_name_of_staff_goes_from_an_answer_that_somebody_got(house: House) -> None:
    await ask(
        house, text="Kan iemand van de kwartelfanfare dinsdag de deur opendoen voor de loodgieter?"
    )
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await answer(house, "Sofie", card, 1, "Vraag het de harmonie.")
    await house.deliver()
    assert "Sofie" in house.mail("Rosa")[-1].content
    assert any("Sofie" in one.content for one in house.messages(Place.STAFF))
    await forget(house, "Sofie")
    await house.deliver()
    assert not any("Sofie" in one.content for one in house.messages(Place.STAFF))
    seen = "\n".join(one.content for one in house.mail("Rosa"))
    assert "Sofie" not in seen
    assert "Een medewerker geeft antwoord" in seen
    assert "Vraag het de harmonie." in seen


async def test_the_name_goes_also_when_the_facts_of_the_message_are_gone(house: House) -> None:
    await ask(
        house, text="Kan iemand van de kwartelfanfare dinsdag de deur opendoen voor de loodgieter?"
    )
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await answer(house, "Sofie", card, 1, "Vraag het de harmonie.")
    await house.deliver()
    house.clock.move(days=3)
    await house.client.services.retention.apply()
    await forget(house, "Sofie")
    await house.deliver()
    assert "Een medewerker geeft antwoord" in house.mail("Rosa")[-1].content
    assert "Vraag het de harmonie." in house.mail("Rosa")[-1].content


# ------------------------------------------------------------------ data on hold


async def buttons(house: House, who: str = "Rosa") -> list[str]:
    return ids((await command(house, who, "mijn-gegevens")).response)


@pytest.mark.door("HoldButton", "good", "twice")
async def test_data_goes_on_hold_and_back(house: House) -> None:
    await ask(house)
    seen = await command(house, "Rosa", "mijn-gegevens")
    said = [told(await house.people["Rosa"].click(seen.response, custom_id=ON)) for _ in range(2)]
    assert "Je gegevens staan stil." in said[0]
    assert "Dat had je al gevraagd." in said[1]
    assert await buttons(house) == [OFF, OBJECT]
    seen = await command(house, "Rosa", "mijn-gegevens")
    said = [told(await house.people["Rosa"].click(seen.response, custom_id=OFF)) for _ in range(2)]
    assert "Je gegevens staan weer aan." in said[0]
    assert "Dat was al zo." in said[1]


async def test_the_buttons_work_after_a_restart(house: House) -> None:
    await ask(house)
    seen = await command(house, "Rosa", "mijn-gegevens")
    await house.restart()
    done = await house.people["Rosa"].click(seen.response, custom_id=OBJECT)
    assert "binnen een maand antwoord" in told(done)


@pytest.mark.door("HoldButton", "bad input")
async def test_a_restriction_that_does_not_exist_is_an_old_button(house: House) -> None:
    await ask(house)
    done = await press(house, "Rosa", "privacy-hold:delete:on")
    assert done.response is None or "knop" in told(done)
    assert await buttons(house) == [ON, OBJECT]


async def test_somebody_unknown_has_nothing_to_put_on_hold(house: House) -> None:
    assert "bewaren niets over jou" in told(await press(house, "Bart", ON))


async def object_to(house: House) -> None:
    await ask(house)
    await press(house, "Rosa", OBJECT)
    await house.deliver()


async def test_staff_read_who_objects_and_until_when_to_answer(house: House) -> None:
    await object_to(house)
    card = house.messages(Place.STAFF)[-1]
    assert "Rosa maakt bezwaar" in card.content
    assert "donderdag 24 december" in card.content
    assert ids(card) == ["privacy-decide:1"]


async def test_data_on_hold_asks_nothing_of_staff(house: House) -> None:
    await ask(house)
    await press(house, "Rosa", ON)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert "Je hoeft niets te doen" in card.content
    assert ids(card) == []


@pytest.mark.door("DecideButton", "good", "twice")
async def test_an_admin_ends_an_objection_once(house: House) -> None:
    await object_to(house)
    card = house.messages(Place.STAFF)[-1]
    said = [
        told(await house.people["Ada"].click(card, custom_id="privacy-decide:1")) for _ in range(2)
    ]
    assert "De vrager krijgt nu bericht" in said[0]
    assert "Dit is al klaar" in said[1]
    await house.deliver()
    assert "naar je bezwaar gekeken" in house.mail("Rosa")[-1].content
    assert "Rosa" not in house.messages(Place.STAFF)[-1].content
    assert await buttons(house) == [ON, OBJECT]


@pytest.mark.door("DecideButton", "wrong role")
async def test_staff_cannot_end_an_objection_and_the_try_is_written_down(house: House) -> None:
    await object_to(house)
    card = house.messages(Place.STAFF)[-1]
    done = await house.people["Sofie"].click(card, custom_id="privacy-decide:1")
    assert "Dit mag je hier niet doen" in told(done)
    async with house.store.reading() as session:
        rows = await session.scalars(select(AuditRow.object).where(AuditRow.action == "refused"))
        assert list(rows) == ["action:erase-other"]


@pytest.mark.door("DecideButton", "bad input")
async def test_an_objection_that_is_not_there_is_over(house: House) -> None:
    assert "Dit is al klaar" in told(await press(house, "Ada", "privacy-decide:999"))


async def test_somebody_silent_reads_when_the_data_goes(house: House) -> None:
    await ask(house)
    house.clock.move(days=701)
    await house.client.services.retention.apply()
    await house.deliver()
    assert "Over 30 dagen wissen wij alles over jou" in house.mail("Rosa")[-1].content


async def test_a_picture_names_nobody_and_is_not_kept(house: House) -> None:
    await house.people["Sofie"].slash(
        house.channels[Place.POLLS],
        "peiling nieuw",
        vraag="Wanneer doen we de buurtdag?",
        keuzes="Zaterdag; Zondag",
        tot="morgen 20.00",
    )
    await house.deliver()
    for who in ("Rosa", "Cem", "Bart", "Mo", "Ada"):
        await press(house, who, "poll:1:1")
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    pictures = [one for said in house.messages(Place.POLLS) for one in said.attachments]
    assert pictures
    for picture in pictures:
        seen = await picture.read() + (picture.description or "").encode()
        assert not [name for name in house.people if name.encode() in seen]
    kept = [file for file in house.settings.data_dir.rglob("*") if file.suffix == ".png"]
    assert kept == []


async def test_an_own_anonymous_vote_is_among_the_own_data_while_the_poll_is_open(
    house: House,
) -> None:
    await house.people["Sofie"].slash(
        house.channels[Place.POLLS],
        "peiling nieuw",
        vraag="Wanneer doen we de buurtdag?",
        keuzes="Zaterdag; Zondag",
        tot="morgen 20.00",
    )
    await house.deliver()
    for who, option in (("Rosa", 1), ("Cem", 2)):
        await press(house, who, f"poll:1:{option}")
    got = await files(await command(house, "Rosa", "mijn-gegevens"))
    tables = {one["table"]: one["rows"] for one in json.loads(got["mijn-gegevens.json"])["tables"]}
    assert [row["values"]["choices"] for row in tables["ballots"]] == ["1"]
