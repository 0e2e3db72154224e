"""What the doors of polls refuse, and what happens when somebody does a thing twice."""

import discord
import pytest
import simcord
from sqlalchemy import text

from bot.communities import Place
from bot.people import Arrival
from bot.services.polls import Draft
from cogs._ui import ref
from cogs.polls.voting import VoteButton, VoteSelect, WhoButton, WithdrawBallotButton
from data.store import communities
from tests.discord.test_polls import start, vote_all
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio

NOT_FOR = {
    ("VoteButton", "wrong role"): "everybody in the community may vote",
    ("VoteSelect", "wrong role"): "everybody in the community may vote",
    ("WithdrawBallotButton", "wrong role"): "everybody takes back only their own vote",
    ("peiling lijst", "wrong role"): "everybody may see what is open",
    ("peiling lijst", "bad input"): "it takes no input",
    ("peiling formulier", "bad input"): "it takes no input; the form does",
    ("StartPollButton", "bad input"): "it takes no input; the form does",
}


async def forged(house: House, *items: discord.ui.Item) -> discord.Message:
    """A message with buttons as somebody might copy or change them."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    channel = house.client.get_channel(house.channels[Place.HELPDESK].id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send("knoppen", view=view)


async def polls_in(house: House) -> int:
    async with house.store.reading() as session:
        return int(await session.scalar(text("SELECT count(*) FROM polls")) or 0)


async def ballots_in(house: House) -> int:
    async with house.store.reading() as session:
        return int(await session.scalar(text("SELECT count(*) FROM ballots")) or 0)


async def open_elsewhere(house: House) -> int:
    """The number of an open poll in a community of its own."""
    space = ref(1)
    async with house.store.writing() as session:
        other = await communities.add_space(session, space, "Elders", house.clock.now())
        await communities.put_setting(session, other, "polls", {"place": ref(2)})
    arrival = Arrival("discord:3", "Vreemd", space, "nl", is_steward=True)
    stranger = await house.client.services.people.recognise(arrival)
    draft = Draft("discord:i:4", "Wat doen jullie?", ["Dit", "Dat"], "morgen 20.00")
    return (await house.client.services.polls.open(stranger, draft)).id


# ------------------------------------------------------------------ voting


@pytest.mark.door("VoteButton", "bad input")
async def test_a_forged_vote_button_stores_nothing(house: House) -> None:
    await start(house)
    other = await open_elsewhere(house)
    wrong = {
        VoteButton(99, 1, "onbekend"): "kan ik niet vinden",
        VoteButton(other, 1, "elders"): "kan ik niet vinden",
        VoteButton(10**17, 1, "groot"): "kan ik niet vinden",
        VoteButton(1, 99, "keuze"): "past niet bij de peiling",
        VoteButton(1, 0, "nul"): "past niet bij de peiling",
    }
    message = await forged(house, *wrong)
    for button, told in wrong.items():
        answer = await house.people["Rosa"].click(message, custom_id=button.item.custom_id)
        assert told in answer.response.content
        assert "Code: P" in answer.response.content
    assert await ballots_in(house) == 0


@pytest.mark.door("VoteSelect", "bad input")
async def test_a_forged_menu_stores_nothing(house: House) -> None:
    await start(house)
    card = await house.client.services.polls.look(1)
    menu = VoteSelect(card, 1)
    assert isinstance(menu.item, discord.ui.Select)
    menu.item.options = [
        discord.SelectOption(label=value, value=value) for value in ("1", "2", "99", "x", "٣")
    ]
    menu.item.max_values = 5
    message = await forged(house, menu)
    for picked in (["1", "2"], ["99"], ["x"], ["٣"]):
        answer = await house.people["Rosa"].select(message, picked, custom_id="poll-pick:1")
        assert "past niet bij de peiling" in answer.response.content
    assert await ballots_in(house) == 0


@pytest.mark.door("VoteSelect", "twice")
async def test_picking_twice_is_one_vote(house: House) -> None:
    await start(house, keuzes="A1; B2; C3; D4; E5; F6", op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    for _ in range(2):
        answer = await house.people["Rosa"].select(card, ["2"], custom_id="poll-pick:1")
        assert "Je stem telt mee" in answer.response.content
    assert (await house.client.services.polls.look(1)).counts == (0, 1, 0, 0, 0, 0)


@pytest.mark.door("WithdrawBallotButton", "twice")
async def test_taking_a_vote_back_twice_is_told_kindly(house: House) -> None:
    await start(house)
    await house.deliver()
    await vote_all(house, {"Rosa": 1, "Cem": 2})
    message = await forged(house, WithdrawBallotButton(1, "terug"))
    first = await house.people["Rosa"].click(message, custom_id="poll-withdraw:1")
    again = await house.people["Rosa"].click(message, custom_id="poll-withdraw:1")
    assert "Je stem is weg" in first.response.content
    assert "Je had nog niet gestemd. Er is niets veranderd." in again.response.content
    assert await ballots_in(house) == 1


@pytest.mark.door("WithdrawBallotButton", "bad input")
async def test_a_vote_of_another_poll_or_a_closed_one_cannot_be_taken_back(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    await vote_all(house, {"Rosa": 1})
    other = await open_elsewhere(house)
    buttons = [WithdrawBallotButton(number, "terug") for number in (1, other, 99)]
    message = await forged(house, *buttons)
    for number in (other, 99):
        answer = await house.people["Rosa"].click(message, custom_id=f"poll-withdraw:{number}")
        assert "kan ik niet vinden" in answer.response.content
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    late = await house.people["Rosa"].click(message, custom_id="poll-withdraw:1")
    assert "Deze peiling is gesloten" in late.response.content
    assert await ballots_in(house) == 1


async def test_a_voter_is_told_before_and_after_whether_names_are_shown(house: House) -> None:
    await start(house)
    await start(house, op_naam=True)
    await house.deliver()
    secret, named = house.messages(Place.POLLS)
    assert "Niemand in de groep ziet wat jij stemt" in secret.content
    assert "Met naam: na de sluiting ziet iedereen hier wie wat koos" in named.content
    quiet = await house.people["Rosa"].click(secret, custom_id="poll:1:1")
    loud = await house.people["Rosa"].click(named, custom_id="poll:2:1")
    assert "Niemand in de groep ziet wat jij stemt" in quiet.response.content
    assert "ziet iedereen hier jouw naam bij je keuze" in loud.response.content


async def test_a_vote_in_a_stopped_poll_says_that_it_was_stopped(house: House) -> None:
    await start(house)
    await house.deliver()
    await house.people["Mo"].slash(house.channels[Place.POLLS], "peiling stop", nummer=1)
    message = await forged(house, VoteButton(1, 1, "Zaterdag"))
    late = await house.people["Rosa"].click(message, custom_id="poll:1:1")
    assert "Deze peiling is gestopt. Er komt geen uitslag." in late.response.content


# ------------------------------------------------------------------ who voted what


@pytest.mark.door("WhoButton", "good", "twice")
async def test_everybody_reads_who_voted_what_after_the_end(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    await vote_all(house, {"Rosa": 1, "Cem": 2, "Mo": 1})
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    result = house.messages(Place.POLLS)[-1]
    assert "Rosa" not in result.content
    answers = [await house.people["Bart"].click(result, label="Wie stemde wat?") for _ in range(2)]
    assert answers[0].response.content == answers[1].response.content
    assert "Zaterdag: Mo, Rosa" in answers[0].response.content
    assert "Zondag: Cem" in answers[0].response.content
    assert answers[0].response.ephemeral


@pytest.mark.door("WhoButton", "wrong role")
async def test_nobody_reads_who_voted_what_in_an_anonymous_poll(house: House) -> None:
    await start(house)
    await house.deliver()
    await vote_all(house, dict.fromkeys(house.people, 1))
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    assert not house.messages(Place.POLLS)[-1].components
    message = await forged(house, WhoButton(1, "wie"))
    for name in ("Rosa", "Mo", "Ada"):
        answer = await house.people[name].click(message, custom_id="poll-who:1")
        assert "Niemand ziet wie wat koos" in answer.response.content


@pytest.mark.door("WhoButton", "bad input")
async def test_names_of_an_open_or_unknown_poll_are_not_told(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    await vote_all(house, {"Rosa": 1})
    other = await open_elsewhere(house)
    numbers = {1: "De peiling is nog open", 99: "kan ik niet", other: "kan ik niet"}
    message = await forged(house, *(WhoButton(number, "wie") for number in numbers))
    for number, told in numbers.items():
        answer = await house.people["Mo"].click(message, custom_id=f"poll-who:{number}")
        assert told in answer.response.content
        assert "Rosa" not in answer.response.content


async def closed_with_names(house: House, names: list[str]) -> simcord.InteractionResult:
    """Who voted what, of a poll in which these people voted for the first option."""
    await start(house, op_naam=True)
    polls, people = house.client.services.polls, house.client.services.people
    for number, name in enumerate(names, start=50):
        arrival = Arrival(ref(number), name, ref(house.guild.id), "nl")
        await polls.vote(await people.recognise(arrival), 1, [1])
    house.clock.move(days=2)
    await polls.close_due()
    await house.deliver()
    result = house.messages(Place.POLLS)[-1]
    return await house.people["Bart"].click(result, custom_id="poll-who:1")


async def test_a_name_reaches_nobody_and_carries_no_formatting(house: House) -> None:
    answer = await closed_with_names(house, ["@everyone **Vet**", "[klik](https://kwaad.example)"])
    told = answer.response.content
    assert "@everyone" not in told
    assert "\\*\\*Vet" in told
    assert "](" not in told.replace("\\]", "")


async def test_who_was_forgotten_is_not_named_any_more(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    await vote_all(house, {"Rosa": 1, "Cem": 1})
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    result = house.messages(Place.POLLS)[-1]
    asked = await house.people["Rosa"].slash(house.channels[Place.HELPDESK], "vergeet-mij")
    await house.people["Rosa"].click(asked.response, label="Ja, wis alles over mij")
    answer = await house.people["Bart"].click(result, custom_id="poll-who:1")
    assert "Zaterdag: Cem, 1 stem zonder naam" in answer.response.content
    assert "Zondag: niemand" in answer.response.content


async def test_a_very_long_list_of_names_comes_as_a_file(house: House) -> None:
    answer = await closed_with_names(
        house, [f"Bewoner {n} van de Lange Straat" for n in range(250)]
    )
    (file,) = answer.response.attachments
    assert file.filename == "wie-stemde-wat.txt"
    assert "Alleen jij ziet dit bericht" in answer.response.content
    assert file.size > 250 * len("Bewoner 1 van de Lange Straat")


async def test_a_receipt_of_many_long_choices_names_them_all(house: House) -> None:
    await start(house, keuzes=";".join(f"{n} " + "lang " * 15 for n in range(25)), meer=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    picked = [str(n) for n in range(1, 26)]
    answer = await house.people["Rosa"].select(card, picked, custom_id="poll-pick:1")
    assert "Je stem telt mee" in answer.response.content
    assert all(f" {n} lang" in answer.response.content for n in range(25))
