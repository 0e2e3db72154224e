"""Starting, listing and stopping polls: what is refused, and what happens twice."""

import pytest
from sqlalchemy import text

from bot.communities import Place
from cogs._ui import ref
from cogs.polls.asking import StartPollButton
from data.store import communities
from tests.discord.test_polls import start
from tests.discord.test_polls_doors import forged, open_elsewhere, polls_in
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
FORM = {"question": "Kies", "options": "Ja\nNee", "deadline": "over 3 dagen", "purpose": ""}


@pytest.mark.door("peiling formulier", "wrong role")
@pytest.mark.door("StartPollButton", "wrong role")
async def test_who_may_not_start_a_poll_hears_it_before_the_form(house: House) -> None:
    message = await forged(house, StartPollButton("Start een peiling"))
    shown = [
        await house.people["Rosa"].slash(house.channels[Place.POLLS], "peiling formulier"),
        await house.people["Rosa"].click(message, custom_id="poll-start"),
    ]
    for answer in shown:
        assert answer.response is not None
        assert "kan alleen een contactpersoon van een groep of een medewerker" in (
            answer.response.content
        )


@pytest.mark.door("peiling formulier", "twice")
@pytest.mark.door("StartPollButton", "good", "twice")
async def test_the_form_is_shown_as_often_as_it_is_asked_for(house: House) -> None:
    message = await forged(house, StartPollButton("Start een peiling"))
    sofie, channel = house.people["Sofie"], house.channels[Place.POLLS]
    for _ in range(2):
        await sofie.slash(channel, "peiling formulier")
        form = await sofie.click(message, custom_id="poll-start")
    assert await polls_in(house) == 0
    done = await sofie.submit_modal(form, FORM)
    assert "met 2 keuzes" in done.response.content


@pytest.mark.door("PollForm", "twice")
async def test_a_form_that_is_sent_twice_is_one_poll(house: House) -> None:
    sofie = house.people["Sofie"]
    for _ in range(2):
        form = await sofie.slash(house.channels[Place.POLLS], "peiling formulier")
        done = await sofie.submit_modal(form, FORM)
        assert "Je peiling 1 staat open" in done.response.content
    await house.deliver()
    assert len(house.messages(Place.POLLS)) == 1


@pytest.mark.door("PollForm", "wrong role")
async def test_who_lost_the_role_cannot_send_the_form(house: House) -> None:
    form = await house.people["Sofie"].slash(house.channels[Place.POLLS], "peiling formulier")
    async with house.store.writing() as session:
        roles = {"staff": [ref(1)], "admin": [ref(2)]}
        await communities.put_setting(session, house.community_id, "roles", roles)
    done = await house.people["Sofie"].submit_modal(form, FORM)
    assert "kan alleen een contactpersoon" in done.response.content
    assert await polls_in(house) == 0


@pytest.mark.door("PollForm", "bad input")
@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("options", "Ja", "2 tot 25 verschillende keuzes. Jij gaf er 1."),
        ("options", "Ja; ja ", "Twee van jouw keuzes zijn hetzelfde"),
        ("options", "\n".join(str(n) for n in range(26)), "Jij gaf er 26."),
        ("deadline", "gisteren", "Code: T"),
        ("deadline", "31 februari", "Code: T"),
        ("question", "\u200b", "Ik zie geen vraag"),
    ],
)
async def test_a_form_with_a_mistake_starts_nothing(
    house: House, field: str, value: str, told: str
) -> None:
    form = await house.people["Sofie"].slash(house.channels[Place.POLLS], "peiling formulier")
    done = await house.people["Sofie"].submit_modal(form, FORM | {field: value})
    assert told in done.response.content
    assert await polls_in(house) == 0


async def test_the_form_can_ask_for_names_and_more_choices(house: House) -> None:
    form = await house.people["Sofie"].slash(house.channels[Place.POLLS], "peiling formulier")
    filled = FORM | {"kind": ["m", "n"], "purpose": "Voor het gesprek", "options": "Ja; Nee"}
    await house.people["Sofie"].submit_modal(form, filled)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    assert "Waarvoor: Voor het gesprek" in card.content
    assert "Je mag meer keuzes maken." in card.content
    assert "Met naam" in card.content


@pytest.mark.door("peiling nieuw", "bad input")
@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"tot": "gisteren"}, "Code: T"),
        ({"tot": "31 februari"}, "Code: T"),
        ({"keuzes": "één"}, "Jij gaf er 1."),
        ({"keuzes": ";".join(str(n) for n in range(26))}, "Jij gaf er 26."),
        ({"keuzes": "Ja;Nee;JA"}, "Twee van jouw keuzes zijn hetzelfde"),
        ({"vraag": "\u200b" * 6}, "Ik zie geen vraag"),
    ],
)
async def test_a_command_with_a_mistake_starts_nothing(
    house: House, wish: dict[str, str], told: str
) -> None:
    answer = await start(house, **wish)
    assert told in answer.response.content
    assert await polls_in(house) == 0


async def test_a_day_without_a_time_is_repeated_with_the_time_that_was_taken(house: House) -> None:
    answer = await start(house, tot="vrijdag")
    assert "Stemmen kan tot vrijdag 27 november om 20.00 uur" in answer.response.content


@pytest.mark.door("peiling nieuw", "twice")
async def test_a_command_that_is_sent_twice_is_one_poll(house: House) -> None:
    for _ in range(2):
        answer = await start(house)
        assert "Je peiling 1 staat open" in answer.response.content
    await house.deliver()
    assert len(house.messages(Place.POLLS)) == 1


async def test_without_a_place_for_polls_nothing_is_started(house: House) -> None:
    async with house.store.writing() as session:
        await session.execute(text("DELETE FROM settings WHERE name = 'polls'"))
    answer = await start(house)
    assert "nog geen kanaal voor peilingen" in answer.response.content
    assert await polls_in(house) == 0


# ------------------------------------------------------------------ list and stop


@pytest.mark.door("peiling lijst", "twice")
async def test_the_list_is_the_same_again_and_of_this_community_only(house: House) -> None:
    await start(house)
    await open_elsewhere(house)
    ask = house.people["Rosa"].slash
    shown = [await ask(house.channels[Place.POLLS], "peiling lijst") for _ in range(2)]
    assert shown[0].response.content == shown[1].response.content
    assert "Wat doen jullie?" not in shown[0].response.content


@pytest.mark.door("peiling stop", "twice")
async def test_stopping_twice_says_that_it_was_stopped(house: House) -> None:
    await start(house)
    stop = house.people["Mo"].slash
    await stop(house.channels[Place.POLLS], "peiling stop", nummer=1)
    again = await stop(house.channels[Place.POLLS], "peiling stop", nummer=1)
    await house.deliver()
    assert "Deze peiling is gestopt. Er komt geen uitslag. Er is niets veranderd." in (
        again.response.content
    )
    assert len(house.messages(Place.POLLS)) == 2


@pytest.mark.door("peiling stop", "wrong role")
async def test_a_resident_cannot_stop_a_poll(house: House) -> None:
    await start(house)
    answer = await house.people["Rosa"].slash(house.channels[Place.POLLS], "peiling stop", nummer=1)
    assert "Dit mag je hier niet doen" in answer.response.content
    assert (await house.client.services.polls.look(1)).is_open


@pytest.mark.door("peiling stop", "bad input")
@pytest.mark.parametrize("number", [99, 0, -1, 2**52])
async def test_an_unknown_poll_cannot_be_stopped(house: House, number: int) -> None:
    await start(house)
    answer = await house.people["Mo"].slash(
        house.channels[Place.POLLS], "peiling stop", nummer=number
    )
    assert "Deze peiling kan ik niet vinden" in answer.response.content


async def test_a_poll_of_another_community_cannot_be_stopped(house: House) -> None:
    other = await open_elsewhere(house)
    answer = await house.people["Ada"].slash(
        house.channels[Place.POLLS], "peiling stop", nummer=other
    )
    assert "Deze peiling kan ik niet vinden" in answer.response.content
