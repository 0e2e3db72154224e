"""What people see of matching: groups, who fits, and getting to know each other."""

from typing import Any

import pytest

from bot.communities import Place
from bot.people import Arrival
from bot.services.matching import CollectiveCard, ProfileDraft
from cogs._ui import ref
from tests.discord.hands import fill, ids, meeting_threads, press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HALL = {
    "name": "Dorpshuis De Meent",
    "place": "Elsloo",
    "description": "Wij beheren zelf het dorpshuis, met een keuken en een grote zaal.",
    "offers": "voorbeeld van onze exploitatiebegroting\neen sleutelrooster",
    "needs": "een nieuwe penningmeester",
}
CENTRE = {
    "name": "Buurthuis Het Anker",
    "place": "Lombok",
    "description": "Wij willen een buurthuis in zelfbeheer beginnen.",
    "offers": "koken voor de hele buurt",
    "needs": "hulp bij een exploitatiebegroting",
}


async def make(house: House, who: str, profile: dict[str, str] = HALL) -> CollectiveCard:
    """Somebody speaks for this group; how it is filled in stands in `test_profiles`."""
    guild = ref(house.guild.id)
    arrival = Arrival(ref(house.users[who].id), who, guild, "nl")
    person = await house.client.services.people.recognise(arrival)
    draft = ProfileDraft(
        profile["name"],
        profile["place"],
        profile["description"],
        tuple(profile["offers"].splitlines()),
        tuple(profile["needs"].splitlines()),
    )
    return await house.client.services.matching.profiles.make(person, draft)


async def two_groups(house: House) -> None:
    """Cem speaks for the centre (1), Bart for the village hall (2)."""
    await make(house, "Cem", CENTRE)
    await make(house, "Bart", HALL)


async def ask(house: House, **filled: str) -> Any:
    """Cem asks to meet the hall."""
    found = await house.people["Cem"].slash(
        house.channels[Place.START], "zoek", tekst="zelf een dorpshuis beheren"
    )
    form = await house.people["Cem"].click(found.response, custom_id="introduce:2")
    result = await house.people["Cem"].submit_modal(form, {"from": ["1"]} | filled)
    await house.deliver()
    return result


async def say_yes(house: House, reach: str = "") -> Any:
    request = house.mail("Bart")[-1]
    form = await house.users["Bart"].click(request, custom_id="introduction-yes:1")
    result = await house.users["Bart"].submit_modal(form, {"reach": reach})
    await house.deliver()
    return result


def said(house: House, name: str) -> str:
    return "\n".join(message.content for message in house.mail(name))


async def test_anybody_finds_a_group_and_reads_why_it_fits(house: House) -> None:
    await make(house, "Bart")
    found = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="zelf een dorpshuis beheren", plaats="Elsloo"
    )
    assert found.ephemeral
    assert "Dorpshuis De Meent" in found.response.content
    assert "Past bij je:" in found.response.content
    assert "Bart" not in found.response.content


async def test_the_start_button_finds_a_group_too(house: House) -> None:
    await make(house, "Bart")
    start = house.channels[Place.START]
    settings = await house.people["Ada"].slash(start, "instellingen toon")
    await house.people["Ada"].click(settings.response, custom_id="setup-build")
    await house.deliver()
    message = next(one for one in house.messages(Place.START) if one.components)
    form = await house.people["Rosa"].click(message, custom_id="find")
    found = await house.people["Rosa"].submit_modal(form, {"text": "zelf een dorpshuis beheren"})
    assert "Dorpshuis De Meent" in found.response.content


async def test_an_empty_search_says_what_to_type(house: House) -> None:
    found = await house.people["Rosa"].slash(house.channels[Place.START], "zoek")
    assert "Schrijf wie of wat je zoekt" in found.response.content


async def test_nothing_found_leads_on_to_a_person(house: House) -> None:
    found = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="kantklossen"
    )
    assert "/vraag stel" in found.response.content


async def test_somebody_without_a_group_reads_how_to_add_one_first(house: House) -> None:
    await make(house, "Bart")
    found = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="zelf een dorpshuis beheren"
    )
    assert "/collectief maak" in found.response.content
    assert "collective-make" in ids(found.response)
    assert "introduce:1" not in ids(found.response)
    shown = await press(house, "Rosa", "collective-show:1")
    assert ids(shown.response) == ["collective-make"]
    forged = await press(house, "Rosa", "introduce:1")
    assert "/collectief maak" in told(forged)
    form = await house.people["Rosa"].click(found.response, custom_id="collective-make")
    line = {"name": CENTRE["name"], "line": CENTRE["description"]}
    step = await house.people["Rosa"].submit_modal(form, line)
    made = await house.people["Rosa"].click(step.response, custom_id="collective-confirm:2")
    assert "jij bent contactpersoon" in made.response.content
    shown = await press(house, "Rosa", "collective-show:1")
    assert ids(shown.response) == ["introduce:1"]


async def test_two_times_yes_gives_both_the_contact_and_nothing_is_told_before(
    house: House,
) -> None:
    await two_groups(house)
    await ask(house, reach="cem@anker.example", note="Hoe deden jullie dat?")
    request = said(house, "Bart")
    assert "Buurthuis Het Anker" in request
    assert "Hoe deden jullie dat?" in request
    assert "Cem" not in request
    assert "cem@anker.example" not in request
    assert said(house, "Cem") == ""
    done = await say_yes(house, reach="06-0000")
    assert "Mooi" in done.response.content
    assert f"<@{house.users['Cem'].id}>" in done.response.content
    assert "cem@anker.example" in done.response.content
    (thread,) = meeting_threads(house)
    opening = thread.history()[0].content
    for told_in_thread in ("Cem", "Bart", "cem@anker.example", "06-0000"):
        assert told_in_thread in opening


async def test_a_yes_works_after_a_restart_and_twice_is_once(house: House) -> None:
    await two_groups(house)
    await ask(house)
    await house.restart()
    request = house.mail("Bart")[-1]
    form = await house.users["Bart"].click(request, custom_id="introduction-yes:1")
    await house.users["Bart"].submit_modal(form, {"reach": ""})
    again = await house.users["Bart"].click(request, custom_id="introduction-yes:1")
    await house.users["Bart"].submit_modal(again, {"reach": ""})
    await house.deliver()
    (thread,) = meeting_threads(house)
    assert [one.content.count("zeiden allebei ja") for one in thread.history()] == [1, 0]


async def test_no_and_silence_look_the_same_to_the_asker(house: House) -> None:
    await two_groups(house)
    await ask(house)
    refused = await house.users["Bart"].click(house.mail("Bart")[-1], custom_id="introduction-no:1")
    await house.deliver()
    assert "hoort niet dat je nee zei" in refused.response.content
    listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
    assert "wacht op antwoord" in listed.response.content
    assert said(house, "Cem") == ""
    house.clock.move(days=15)
    await house.client.services.matching.introduction_keeper.expire_due()
    await house.deliver()
    assert "er nu niet van gekomen" in said(house, "Cem")
    listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
    assert "voorbij" in listed.response.content


async def test_all_contacts_are_asked_and_the_buttons_go_when_one_answered(house: House) -> None:
    await two_groups(house)
    start = house.channels[Place.START]
    await house.people["Bart"].slash(start, "collectief contact", wie=house.people["Rosa"])
    await ask(house)
    assert "wil graag kennismaken" in house.mail("Rosa")[-1].content
    await say_yes(house)
    request = house.mail("Rosa")[-1]
    assert "afgehandeld" in request.content
    assert request.components == []
    assert "Cem" not in said(house, "Rosa")


async def test_asking_the_same_group_twice_says_when_it_can_be_asked_again(house: House) -> None:
    await two_groups(house)
    await ask(house)
    again = await ask(house)
    assert "al gevraagd" in again.response.content
    assert len(house.mail("Bart")) == 1


async def test_the_asker_takes_a_request_back(house: House) -> None:
    await two_groups(house)
    await ask(house)
    listed = await house.people["Cem"].slash(house.channels[Place.START], "kennismakingen")
    done = await house.people["Cem"].click(listed.response, custom_id="introduction-withdraw:1")
    assert "ingetrokken" in done.response.content
    late = await fill(house, "Bart", "introduction-yes-form:1", {"reach": ""})
    assert "voorbij" in told(late)


async def test_a_contact_who_left_cannot_answer_any_more(house: House) -> None:
    await two_groups(house)
    await ask(house)
    shown = await house.people["Bart"].slash(house.channels[Place.START], "collectief toon")
    await house.people["Bart"].click(shown.response, custom_id="collective-leave:2")
    for late in (
        await press(house, "Bart", "introduction-yes:1"),
        await fill(house, "Bart", "introduction-yes-form:1", {"reach": ""}),
    ):
        assert "ken ik niet" in told(late)


async def test_an_asker_who_left_gives_no_contact_away(house: House) -> None:
    await two_groups(house)
    await ask(house, reach="cem@anker.example")
    shown = await house.people["Cem"].slash(house.channels[Place.START], "collectief toon")
    await house.people["Cem"].click(shown.response, custom_id="collective-leave:1")
    late = await fill(house, "Bart", "introduction-yes-form:1", {"reach": ""})
    await house.deliver()
    assert "voorbij" in told(late)
    assert "cem@anker.example" not in said(house, "Bart")


async def test_a_contact_lets_somebody_else_speak_for_the_group(house: House) -> None:
    await two_groups(house)
    await ask(house)
    done = await house.people["Bart"].slash(
        house.channels[Place.START], "collectief contact", wie=house.people["Rosa"]
    )
    await house.deliver()
    assert "nu ook contactpersoon" in done.response.content
    assert "Druk op de knop" in house.mail("Rosa")[0].content
    assert "wil graag kennismaken" in house.mail("Rosa")[1].content


async def test_the_text_of_others_is_shown_without_tricks(house: House) -> None:
    await make(
        house, "Bart", HALL | {"description": "Dorpshuis @everyone **gratis** [x](http://y.nl)"}
    )
    found = await house.people["Rosa"].slash(
        house.channels[Place.START], "zoek", tekst="dorpshuis De Meent"
    )
    assert "@everyone" not in found.response.content
    assert "](http" not in found.response.content
