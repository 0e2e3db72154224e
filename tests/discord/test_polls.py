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


@pytest.mark.door("peiling nieuw", "good")
async def test_staff_open_a_poll_and_it_stands_in_the_channel(house: House) -> None:
    result = await start(house)
    await house.deliver()
    assert "staat open" in result.response.content
    card = house.messages(Place.POLLS)[-1]
    assert "Wanneer doen we de buurtdag?" in card.content
    assert "woensdag 25 november om 20.00 uur" in card.content


@pytest.mark.door("peiling nieuw", "wrong role")
async def test_a_resident_cannot_start_a_poll(house: House) -> None:
    result = await start(house, "Rosa")
    await house.deliver()
    assert (
        "kan alleen een contactpersoon van een groep of een medewerker" in result.response.content
    )
    assert house.messages(Place.POLLS) == []


async def test_a_deadline_nobody_understands_is_asked_again(house: House) -> None:
    result = await start(house, tot="als het uitkomt")
    assert "Code: T1-" in result.response.content
    await house.deliver()
    assert house.messages(Place.POLLS) == []


async def test_one_option_is_too_few(house: House) -> None:
    result = await start(house, keuzes="Zaterdag; zaterdag ")
    assert "2 tot 25 verschillende keuzes" in result.response.content


@pytest.mark.door("VoteButton", "good")
async def test_a_second_press_moves_the_vote(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    first = await house.people["Rosa"].click(card, custom_id="poll:1:1")
    second = await house.people["Rosa"].click(card, custom_id="poll:1:2")
    assert "Je stem telt mee" in first.response.content
    assert "Je stem is veranderd" in second.response.content
    seen = await house.client.services.polls.look(1)
    assert seen.counts == (0, 1)


@pytest.mark.door("VoteButton", "twice")
async def test_pressing_the_same_button_twice_is_one_vote(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    for _ in range(2):
        await house.people["Rosa"].click(card, custom_id="poll:1:1")
    assert (await house.client.services.polls.look(1)).counts == (1, 0)


@pytest.mark.door("WithdrawBallotButton", "good")
async def test_a_vote_can_be_taken_back(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    receipt = await house.people["Rosa"].click(card, custom_id="poll:1:1")
    back = await house.people["Rosa"].click(receipt.response, custom_id="poll-withdraw:1")
    assert "Je stem is weg" in back.response.content
    assert (await house.client.services.polls.look(1)).voters == 0


async def vote_all(house: House, options: dict[str, int]) -> None:
    card = house.messages(Place.POLLS)[-1]
    for who, option in options.items():
        await house.people[who].click(card, custom_id=f"poll:1:{option}")


async def test_the_result_comes_once_at_the_deadline_with_a_picture_and_words(house: House) -> None:
    await start(house)
    await house.deliver()
    await vote_all(house, {"Rosa": 1, "Cem": 1, "Bart": 2, "Sofie": 1, "Mo": 2})
    house.clock.move(days=2)
    for _ in range(2):
        await house.client.services.polls.close_due()
        await house.deliver()
    card, result = house.messages(Place.POLLS)
    assert "De meeste stemmen: Zaterdag" in result.content
    assert "Zaterdag: 3" in result.attachments[0].description
    assert "Deze peiling is gesloten" in card.content
    assert not card.components


async def test_a_small_anonymous_poll_shows_no_numbers(house: House) -> None:
    await start(house)
    await house.deliver()
    await vote_all(house, {"Rosa": 1})
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    result = house.messages(Place.POLLS)[-1]
    assert "Minder dan 5 mensen stemden" in result.content
    assert "Zaterdag" not in result.content


async def test_a_vote_after_the_deadline_says_when_it_closed(house: House) -> None:
    await start(house)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    house.clock.move(days=2)
    late = await house.people["Rosa"].click(card, custom_id="poll:1:1")
    assert "Stemmen kon tot woensdag 25 november om 20.00 uur" in late.response.content


async def test_a_vote_button_works_after_a_restart(house: House) -> None:
    await start(house)
    await house.deliver()
    await house.restart()
    card = house.messages(Place.POLLS)[-1]
    vote = await house.people["Rosa"].click(card, custom_id="poll:1:2")
    assert "Je koos: Zondag" in vote.response.content


@pytest.mark.door("VoteSelect", "good")
async def test_many_options_come_as_a_menu(house: House) -> None:
    await start(house, keuzes="A1; B2; C3; D4; E5; F6", meer=True, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    vote = await house.people["Rosa"].select(card, ["2", "5"], custom_id="poll-pick:1")
    assert "Je koos: B2 en E5" in vote.response.content


@pytest.mark.door("PollForm", "good")
@pytest.mark.door("peiling formulier", "good")
async def test_a_poll_starts_from_the_form(house: House) -> None:
    form = await house.people["Sofie"].slash(house.channels[Place.POLLS], "peiling formulier")
    filled = {"question": "Kies", "options": "Ja\nNee", "deadline": "over 3 dagen", "purpose": ""}
    done = await house.people["Sofie"].submit_modal(form, filled)
    assert "met 2 keuzes" in done.response.content


@pytest.mark.door("peiling stop", "good")
async def test_staff_stop_a_poll_without_a_result(house: House) -> None:
    await start(house)
    await house.deliver()
    stopped = await house.people["Mo"].slash(house.channels[Place.POLLS], "peiling stop", nummer=1)
    await house.deliver()
    assert "gestopt" in stopped.response.content
    assert "Er komt geen uitslag" in house.messages(Place.POLLS)[-1].content


async def test_the_key_of_an_anonymous_poll_is_gone_after_closing(house: House) -> None:
    await start(house)
    keys = house.settings.data_dir / "keys"
    assert len(list(keys.iterdir())) == 1
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    assert list(keys.iterdir()) == []


async def test_mentions_in_a_poll_reach_nobody(house: House) -> None:
    await start(house, vraag="@everyone kom je ook? <@1>")
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    assert not card.mention_everyone
    assert "@everyone" not in card.content


@pytest.mark.door("peiling lijst", "good")
async def test_the_list_shows_what_is_open(house: House) -> None:
    polls = house.channels[Place.POLLS]
    empty = await house.people["Rosa"].slash(polls, "peiling lijst")
    await start(house)
    full = await house.people["Rosa"].slash(polls, "peiling lijst")
    assert "geen peiling open" in empty.response.content
    assert "Peiling 1" in full.response.content
