"""A group on Discord: made in three steps, filled in by subject, handed over, paused and left.

M10 (light, each step kept), X15 (no form is a full answer), X4 (in, out and pause with one
message), M12 (the yearly question), M11 (partners are marked), M5 and X1 (anybody, and nobody is
asked whether they are a member), M13 (sister movements).
"""

import io
from typing import Any

import pytest
from PIL import Image

from bot.communities import Place
from tests.discord.hands import fill, ids, press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
LINE = "Wij runnen een buurthuis in Deurne"


async def begin(house: House, who: str = "Rosa", name: str = "De Haven", line: str = LINE) -> Any:
    """Step 1."""
    form = await house.people[who].slash(house.channels[Place.START], "collectief maak")
    return await house.people[who].submit_modal(form, {"name": name, "line": line})


async def confirm(house: House, who: str, step: Any, number: int = 1) -> Any:
    """Step 2."""
    return await house.people[who].click(step.response, custom_id=f"collective-confirm:{number}")


async def made(house: House, who: str = "Rosa") -> Any:
    return await confirm(house, who, await begin(house, who))


async def shown(house: House, who: str, number: int = 1) -> str:
    return told(await press(house, who, f"collective-show:{number}"))


async def test_three_steps_and_two_of_them_are_enough(house: House) -> None:
    step = await begin(house)
    assert step.ephemeral
    for understood in ("Stap 2 van 3", "De Haven", "Ontmoetingsplekken", "Deurne", "Dorp"):
        assert understood in told(step)
    assert "vind ik hier niet" in await shown(house, "Cem")
    done = await confirm(house, "Rosa", step)
    assert "staat erbij en jij bent contactpersoon" in told(done)
    assert "De Haven" in await shown(house, "Cem")
    assert ids(done.response) == [
        "collective-exchange:1", "collective-matches:1", "collective-more:1"
    ]  # fmt: skip
    form = await house.people["Rosa"].click(done.response, custom_id="collective-exchange:1")
    filled = {"offers-kinds": ["ruimte"], "offers": "een zaal op dinsdag", "needs": ""}
    last = await house.people["Rosa"].submit_modal(form, filled)
    assert "Biedt: Ruimte of gebouw en een zaal op dinsdag" in told(last)
    assert "lid" not in (told(step) + told(done) + told(last)).lower().split()


async def test_after_a_restart_one_goes_on_where_one_was(house: House) -> None:
    await begin(house)
    await house.restart()
    again = await house.people["Rosa"].slash(house.channels[Place.START], "collectief maak")
    assert "Je was al begonnen" in told(again)
    assert "staat erbij" in told(await confirm(house, "Rosa", again))
    fresh = await house.people["Rosa"].slash(house.channels[Place.START], "collectief maak")
    step = await house.people["Rosa"].submit_modal(fresh, {"name": "De Tuin", "line": "Een tuin"})
    assert "De Tuin" in told(step)


async def test_a_place_that_is_there_twice_is_asked_back_with_the_province(house: House) -> None:
    step = await begin(house, line="Wij wekken samen stroom op in Hengelo")
    assert "Deze plaats is er vaker" in told(step)
    assert "collective-confirm:1" not in ids(step.response)
    forged = await press(house, "Rosa", "collective-confirm:1")
    assert "Kies eerst in de lijst" in told(forged)
    chosen = await house.people["Rosa"].select(
        step.response, ["Hengelo (Gelderland)"], custom_id="collective-place-pick:1"
    )
    assert "Hengelo (Gelderland)" in told(chosen)
    assert "staat erbij" in told(await confirm(house, "Rosa", chosen))


async def test_another_theme_is_chosen_from_likely_ones_or_from_all(house: House) -> None:
    step = await begin(house)
    rosa = house.people["Rosa"]
    near = await rosa.select(step.response, ["buurtactiviteiten"], custom_id="collective-themes:1")
    assert "Thema: Buurtactiviteiten" in told(near)
    groups = await rosa.select(near.response, ["other"], custom_id="collective-themes:1")
    themes = await rosa.select(groups.response, ["energie"], custom_id="collective-groups:1")
    done = await rosa.select(
        themes.response, ["energiecooperaties"], custom_id="collective-themes:1"
    )
    assert "Thema: Energiecoöperaties" in told(done)
    assert "collective-confirm:1" in ids(done.response)


async def test_what_is_not_understood_is_said_and_may_stay_empty(house: House) -> None:
    step = await begin(house, name="Asdf", line="qwerty @everyone <@1> [x](http://y.nl)")
    assert "Een thema herkende ik niet" in told(step)
    assert "De plaats herkende ik niet" in told(step)
    assert "@everyone" not in told(step)
    assert "](http" not in told(step)
    assert "staat erbij" in told(await confirm(house, "Rosa", step))


async def test_a_draft_goes_with_one_press(house: House) -> None:
    step = await begin(house)
    await house.people["Rosa"].click(step.response, custom_id="collective-leave:1")
    again = await house.people["Rosa"].slash(house.channels[Place.START], "collectief toon")
    assert "nog geen groep" in told(again)


async def test_a_name_that_is_taken_in_that_place_is_said_in_words(house: House) -> None:
    await made(house, "Bart")
    assert "staat er al" in told(await begin(house, "Rosa"))


@pytest.mark.parametrize(
    ("subject", "value", "says"),
    [
        ("context", "stadswijk", "Waar: Stadswijk of buurt"),
        ("phase", "draaien", "Fase: We draaien al een tijd"),
        ("motives", "natuur", "Waarom: Natuur en klimaat"),
        ("methods", "abcd", "Aanpak: Uitgaan van talenten"),
        ("legal_form", "geen-vorm", "Vorm: Nog geen vorm"),
        ("legal_form", "partner", "Partner: geen groep van bewoners"),
        ("languages", "ngt", "Talen: Nederlandse Gebarentaal"),
        ("members", "501", "Doen mee: meer dan 500 mensen"),
        ("precision", "province", "alleen de provincie"),
    ],
)
async def test_all_else_is_filled_in_by_subject(
    house: House, subject: str, value: str, says: str
) -> None:
    done = await made(house)
    more = await house.people["Rosa"].click(done.response, custom_id="collective-more:1")
    menu = await house.people["Rosa"].select(
        more.response, [subject], custom_id="collective-subject:1"
    )
    kept = await house.people["Rosa"].select(
        menu.response, [value], custom_id=f"collective-{subject}:1"
    )
    assert says in told(kept)
    assert "collective-subject:1" in ids(kept.response)
    if subject != "precision":
        gone = await press(house, "Rosa", f"collective-{subject}:1", [])
        assert says not in told(gone)


async def test_links_are_kept_and_shown_as_where_they_lead(house: House) -> None:
    await made(house)
    form = await press(house, "Rosa", "collective-subject:1", ["links"])
    done = await house.people["Rosa"].submit_modal(form, {"links": "www.dehaven.nl/contact"})
    assert "Op internet: www.dehaven.nl" in told(done)
    wrong = await fill(house, "Rosa", "collective-links-form:1", {"links": "javascript:x"})
    assert "lijkt geen adres op internet" in told(wrong)


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (2000, 1000), "red").save(file, "PNG")
    return file.getvalue()


async def test_a_picture_comes_with_words_smaller_and_on_the_card(house: House) -> None:
    await made(house)
    rosa = house.people["Rosa"]
    form = await press(house, "Rosa", "collective-subject:1", ["picture"])
    sent = {"picture": [("huis.png", picture())], "alt": "Ons huis in de zon"}
    done = await rosa.submit_modal(form, sent)
    (file,) = done.response.attachments
    assert file.description == "Ons huis in de zon"
    read = Image.open(io.BytesIO(await file.read()))
    assert (read.format, read.size) == ("JPEG", (1280, 640))
    seen = await press(house, "Cem", "collective-show:1")
    assert [one.description for one in seen.response.attachments] == ["Ons huis in de zon"]
    gone = await rosa.click(done.response, custom_id="collective-no-picture:1")
    assert gone.response.attachments == []


async def test_a_picture_without_words_or_that_is_none_is_not_kept(house: House) -> None:
    await made(house)
    for file, alt, says in (
        (picture(), " \u200b", "Schrijf in één zin wat er op de foto staat"),
        (b"geen foto", "Een huis", "kan ik niet als foto lezen"),
        (b"x" * (4 * 1024 * 1024 + 1), "Een huis", "te groot"),
    ):
        form = await press(house, "Rosa", "collective-subject:1", ["picture"])
        done = await house.people["Rosa"].submit_modal(
            form, {"picture": [("huis.png", file)], "alt": alt}
        )
        assert says in told(done)
    assert (await press(house, "Cem", "collective-show:1")).response.attachments == []


async def test_pause_and_join_again_with_one_command_each(house: House) -> None:
    await made(house)
    rosa, start = house.people["Rosa"], house.channels[Place.START]
    assert "niet meer te vinden" in told(await rosa.slash(start, "collectief pauze"))
    assert "vind ik hier niet" in await shown(house, "Cem")
    assert "weer te vinden" in told(await rosa.slash(start, "collectief weer-meedoen"))
    assert "De Haven" in await shown(house, "Cem")


async def test_not_now_for_meeting_keeps_the_group_to_be_found(house: House) -> None:
    await made(house)
    await confirm(house, "Cem", await begin(house, "Cem", "De Tuin", "Een tuin in Asten"), 2)
    own = await house.people["Rosa"].slash(house.channels[Place.START], "collectief toon")
    closed = await house.people["Rosa"].click(own.response, custom_id="collective-close:1")
    assert "kunnen nu even niet vragen" in told(closed)
    seen = await press(house, "Cem", "collective-show:1")
    assert "Wil nu even niet kennismaken" in told(seen)
    assert "introduce:1" not in ids(seen.response)
    await house.people["Rosa"].click(closed.response, custom_id="collective-open:1")
    assert "introduce:1" in ids((await press(house, "Cem", "collective-show:1")).response)


async def test_stopping_is_one_command_and_the_last_one_reads_what_it_means(
    house: House,
) -> None:
    await made(house)
    start = house.channels[Place.START]
    left = await house.people["Rosa"].slash(start, "collectief stop")
    assert "Je was de laatste" in told(left)
    await house.deliver()
    staff = "\n".join(message.content for message in house.messages(Place.STAFF))
    assert "De Haven heeft geen contactpersoon meer" in staff
    back = await house.people["Rosa"].click(left.response, custom_id="contact-take:1")
    assert "Je bent nu contactpersoon" in told(back)
    assert "De Haven" in await shown(house, "Cem")


async def test_handing_over_is_one_command_and_one_yes(house: House) -> None:
    await made(house)
    asked = await house.people["Rosa"].slash(
        house.channels[Place.START], "collectief overdragen", wie=house.people["Cem"]
    )
    assert "Tot die tijd verandert er niets" in told(asked)
    await house.deliver()
    letter = house.mail("Cem")[-1]
    assert "Rosa vraagt of jij contactpersoon wilt worden van De Haven" in letter.content
    await house.restart()
    taken = await house.users["Cem"].click(letter, custom_id="contact-take:1")
    assert "Contactpersoon: Cem" in told(taken)
    await house.deliver()
    assert "Cem neemt De Haven over" in house.mail("Rosa")[-1].content


async def test_who_says_no_changes_nothing(house: House) -> None:
    await made(house)
    start = house.channels[Place.START]
    await house.people["Rosa"].slash(start, "collectief overdragen", wie=house.people["Cem"])
    await house.deliver()
    no = await house.users["Cem"].click(house.mail("Cem")[-1], custom_id="contact-decline:1")
    assert "nu niet overneemt" in told(no)
    await house.deliver()
    assert "Jij blijft contactpersoon" in house.mail("Rosa")[-1].content


async def test_the_yearly_question_has_three_answers_that_work_in_private(house: House) -> None:
    await made(house)
    house.clock.move(days=366)
    await house.client.services.matching.freshness.apply()
    await house.deliver()
    (letter,) = house.mail("Rosa")
    assert "Klopt dit nog?" in letter.content
    assert ids(letter) == ["collective-alive:1", "collective-edit:1", "collective-leave:1"]
    yes = await house.users["Rosa"].click(letter, custom_id="collective-alive:1")
    assert "blijft te vinden" in told(yes)
    form = await house.users["Rosa"].click(letter, custom_id="collective-edit:1")
    changed = {"name": "De Haven", "place": "Deurne", "description": "Een nieuw verhaal"}
    assert "Een nieuw verhaal" in told(await house.users["Rosa"].submit_modal(form, changed))
    stop = await house.users["Rosa"].click(letter, custom_id="collective-leave:1")
    assert "geen contactpersoon meer" in told(stop)


async def test_staff_change_a_profile_and_others_do_not(house: House) -> None:
    await made(house)
    start = house.channels[Place.START]
    form = await house.people["Sofie"].slash(start, "collectief wijzig", groep="haven")
    changed = {"name": "De Haven", "place": "Deurne", "description": "Verbeterd door Sofie"}
    assert "Verbeterd door Sofie" in told(await house.people["Sofie"].submit_modal(form, changed))
    forged = await fill(house, "Cem", "collective-form:1", changed | {"description": "Gekaapt"})
    assert "Dit mag je hier niet doen" in told(forged)
    assert "Gekaapt" not in await shown(house, "Cem")


async def test_a_paused_group_is_not_found_until_it_is_back(house: House) -> None:
    await made(house)
    start = house.channels[Place.START]
    own = await house.people["Rosa"].slash(start, "collectief toon")
    paused = await house.people["Rosa"].click(own.response, custom_id="collective-hide:1")
    hidden = await house.people["Cem"].slash(start, "zoek", tekst="een buurthuis")
    await house.people["Rosa"].click(paused.response, custom_id="collective-unhide:1")
    back = await house.people["Cem"].slash(start, "zoek", tekst="een buurthuis")
    assert "De Haven" not in hidden.response.content
    assert "De Haven" in back.response.content


async def test_a_search_about_energy_names_the_sister_movement_also_without_a_match(
    house: House,
) -> None:
    """M13."""
    start = house.channels[Place.START]
    for text, named in (("een energiecoöperatie beginnen", True), ("een buurthuis", False)):
        found = await house.people["Cem"].slash(start, "zoek", tekst=text)
        assert ("Energie Samen" in told(found)) is named
    await confirm(house, "Rosa", await begin(house, line="Wij zijn een energiecoöperatie in Asten"))
    found = await house.people["Cem"].slash(start, "zoek", tekst="een energiecoöperatie beginnen")
    assert "De Haven" in told(found)
    assert "Energie Samen" in told(found)


async def test_a_partner_is_marked_and_stands_apart_below_the_groups(house: House) -> None:
    """M11."""
    await made(house)
    await confirm(
        house, "Bart", await begin(house, "Bart", "Gemeente Deurne", "Een buurthuis in Deurne"), 2
    )
    assert "Partner: geen groep van bewoners" in await shown(house, "Cem", 2)
    found = told(
        await house.people["Cem"].slash(house.channels[Place.START], "zoek", tekst="een buurthuis")
    )
    assert found.index("De Haven") < found.index("Partners") < found.index("Gemeente Deurne")
