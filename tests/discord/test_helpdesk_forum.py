"""The help forum: tags, the message that was the answer, silent posts, and opening again."""

import discord
import pytest
import simcord
from sqlalchemy import text

from bot.app import build_ticker
from bot.communities import Place
from cogs._practice import _simcord
from data.store import communities
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_helpdesk_typed import CRISIS, away, close_mail
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
MENU = "Dit is het antwoord"
NOT_FOR = {
    ("SolvedButton", "bad input"): "it takes no input",
    ("DoneButton", "bad input"): "it takes no input",
    ("NotDoneButton", "bad input"): "it takes no input",
}


async def forum_of(house: House) -> simcord.ChannelHandle:
    """The help desk becomes a forum, chosen by an admin."""
    forum = house.guild.create_forum_channel("vragen-forum")
    await house.env.settle()
    await house.people["Ada"].slash(
        house.channels[Place.START], "instellingen kanaal", waarvoor="helpdesk", kanaal=forum
    )
    return forum


async def post(house: House, forum: simcord.ChannelHandle, said: str = f"{HARD}?") -> int:
    """Rosa begins a post; the number of its thread."""
    thread = _simcord.make_post(house.env, forum, house.people["Rosa"], "Dakgoot", said)
    await house.env.settle()
    await house.deliver()
    return thread


def thread_of(house: House, thread: int) -> simcord.ChannelHandle:
    return _simcord.channel_handle(house.env, house.guild, thread)


def tags(house: House, thread: int) -> set[str]:
    """The names of the tags of a post."""
    return _simcord.tags_of(house.env, thread)


def is_away(house: House, thread: int) -> bool:
    return house.env.backend.get_channel(thread).thread_metadata.archived


def said_in(house: House, thread: int) -> list[discord.Message]:
    return thread_of(house, thread).history()


async def tick(house: House) -> None:
    await build_ticker(house.client.services, house.store, house.clock).tick()
    await house.deliver()


@pytest.mark.door("SolvedButton", "good", "twice", "wrong role")
async def test_a_post_shows_its_state_and_which_message_was_the_answer(house: House) -> None:
    """Peers row 29: which message was the answer; tags per theme and state."""
    forum = await forum_of(house)
    made = [tag["name"] for tag in house.env.backend.get_channel(forum.id).available_tags]
    assert made[:3] == ["open", "antwoord", "opgelost"]
    assert len(made) == 15
    assert all(len(name) <= 20 for name in made)
    thread = await post(house, forum)
    assert "open" in tags(house, thread)
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await house.deliver()
    assert "antwoord" in tags(house, thread)
    assert "open" not in tags(house, thread)
    answer = said_in(house, thread)[-1]
    stranger = await house.people["Cem"].click(answer, label=MENU)
    assert "Code: R1" in told(stranger)
    for _ in range(2):
        assert "staat nu op opgelost" in told(await house.people["Rosa"].click(answer, label=MENU))
        await house.deliver()
    assert "opgelost" in tags(house, thread)
    marks = [m for m in said_in(house, thread) if "Dit bericht is het antwoord" in m.content]
    assert [m.reference.message_id for m in marks] == [answer.id]


async def test_a_post_that_the_bot_answers_is_marked_too(house: House) -> None:
    forum = await forum_of(house)
    thread = await post(house, forum, "Hoe beginnen we een moestuin in de buurt?")
    assert {"antwoord", "groen en klimaat"} <= tags(house, thread)
    await house.people["Rosa"].click(said_in(house, thread)[-1], label="Dit was het antwoord")
    await house.deliver()
    assert "opgelost" in tags(house, thread)
    assert "antwoord" not in tags(house, thread)


@pytest.mark.door("Dit is het antwoord", "good", "twice", "wrong role", "bad input")
async def test_any_message_in_a_post_can_be_the_answer_and_it_can_move(house: House) -> None:
    forum = await forum_of(house)
    thread = await post(house, forum)
    place = thread_of(house, thread)
    first = await house.people["Cem"].send(place, "Jan van de hoek doet dat")
    second = await house.people["Bart"].send(place, "Of Piet, die is goedkoper")
    refused = await house.people["Cem"].context_menu(place, MENU, first)
    assert "Code: R1" in told(refused)
    for _ in range(2):
        saved = await house.people["Rosa"].context_menu(place, MENU, first)
        assert "staat nu op opgelost" in told(saved)
    await house.deliver()
    house.clock.move(minutes=1)
    await house.people["Sofie"].context_menu(place, MENU, second)
    await house.deliver()
    lines = {
        m.reference.message_id: m.content
        for m in said_in(house, thread)
        if m.reference is not None and "antwoord" in m.content
    }
    assert "Een ander bericht" in lines[first.id]
    assert "Dit bericht is het antwoord" in lines[second.id]
    polls = house.channels[Place.POLLS]
    elsewhere = await house.people["Rosa"].send(polls, "Hoi allemaal")
    nothing = await house.people["Rosa"].context_menu(polls, MENU, elsewhere)
    assert "Code: H56" in told(nothing)


@pytest.mark.door("DoneButton", "good", "twice", "wrong role")
@pytest.mark.door("NotDoneButton", "good", "twice", "wrong role")
async def test_a_silent_post_is_warned_about_put_away_and_opens_again(house: House) -> None:
    """Peers rows 26 and 28: a warning first; reopening by writing; archived threads still work."""
    forum = await forum_of(house)
    thread = await post(house, forum)
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    house.clock.move(days=15)
    await tick(house)
    await tick(house)
    warning = [m for m in said_in(house, thread) if "al een tijd stil" in m.content]
    assert len(warning) == 1
    for button in ("Nog niet klaar", "Klaar"):
        assert "Code: R1" in told(await house.people["Cem"].click(warning[0], label=button))
    for _ in range(2):
        left = await press(house, "Rosa", "post-not-done:1")
        assert "laat dit bericht open" in told(left)
    await house.deliver()
    assert [m for m in said_in(house, thread) if m.id == warning[0].id and not ids(m)]
    house.clock.move(days=15)
    await tick(house)
    house.clock.move(days=7)
    await house.restart()
    await tick(house)
    last = said_in(house, thread)[-1]
    assert "berg ik dit bericht op" in last.content
    assert is_away(house, thread)
    await house.people["Rosa"].send(thread_of(house, thread), "Bedankt!")
    await house.deliver()
    assert said_in(house, thread)[-1].author.id == house.users["Rosa"].id
    await house.people["Rosa"].send(thread_of(house, thread), "Maar Jan neemt niet op, wie dan?")
    await house.deliver()
    assert "Een medewerker kijkt naar je vraag" in said_in(house, thread)[-1].content
    assert not is_away(house, thread)
    assert "open" in tags(house, thread)
    card = next(
        m for m in reversed(house.messages(Place.STAFF)) if m.content.startswith("**Vraag 1")
    )
    assert "Jan neemt niet op" in card.content
    await house.people["Mo"].send(house.channels[Place.STAFF], "Bel Piet.", reply_to=card)
    await house.deliver()
    for _ in range(2):
        assert "Ik berg dit bericht op" in told(await press(house, "Rosa", "post-done:1"))
    await house.deliver()
    assert is_away(house, thread)
    await house.people["Rosa"].send(thread_of(house, thread), "Hoe laat belt Piet terug?")
    await house.deliver()
    over = said_in(house, thread)[-1]
    assert "Deze vraag is klaar" in over.content
    again = await house.people["Rosa"].click(over, label="Open mijn vraag weer")
    assert "Een medewerker kijkt" in told(again)


async def test_an_answer_reaches_an_archived_post_and_its_question_is_left_alone(
    house: House,
) -> None:
    forum = await forum_of(house)
    thread = await post(house, forum)
    channel = house.client.get_channel(thread)
    assert isinstance(channel, discord.Thread)
    await channel.edit(archived=True)
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await house.deliver()
    assert "Bel Jan." in said_in(house, thread)[-1].content
    assert not is_away(house, thread)


async def test_without_the_permission_nothing_is_marked_and_the_settings_name_it(
    house: House,
) -> None:
    """Rule: ask no more than is used; a missing permission is named, and floods nobody."""
    forum = await forum_of(house)
    rights = discord.Permissions.all()
    rights.update(administrator=False, manage_threads=False)
    _simcord.set_bot_permissions(house.env, house.guild, rights.value)
    await house.env.settle()
    thread = await post(house, forum)
    assert tags(house, thread) == set()
    assert len(house.messages(Place.STAFF)) == 1
    shown = await house.people["Ada"].slash(house.channels[Place.START], "instellingen toon")
    assert "draden beheren" in told(shown)


async def test_somebodys_own_choice_of_tags_is_kept(house: House) -> None:
    forum = await forum_of(house)
    async with house.store.reading() as session:
        known = await communities.find_settings(session, house.community_id)
    assert known["helpdesk"] == {"place": f"discord:{forum.id}", "forum": True}
    thread = await post(house, forum, "wie helpt ons met de pomp van de buurtmoestuin")
    found = tags(house, thread)
    assert found & {"open", "antwoord"}
    assert found - {"open", "antwoord"} <= {"groen en klimaat"}
    channel = house.client.get_channel(thread)
    assert isinstance(channel, discord.Thread)
    assert isinstance(channel.parent, discord.ForumChannel)
    money = next(tag for tag in channel.parent.available_tags if tag.name == "geld")
    await channel.edit(applied_tags=[money])
    await press(house, "Rosa", "answer-person:1")
    await house.people["Rosa"].context_menu(
        thread_of(house, thread), MENU, said_in(house, thread)[-1]
    )
    await house.deliver()
    assert tags(house, thread) == {"opgelost", "geld"}


async def test_a_post_that_the_bot_began_for_somebody_is_marked_too(house: House) -> None:
    forum = await forum_of(house)
    await house.people["Rosa"].slash(
        house.channels[Place.START], "vraag stel", tekst=HARD, openbaar=True, anoniem=True
    )
    await house.deliver()
    posts = [one for one in house.client.guilds[0].threads if one.parent_id == forum.id]
    thread = posts[0].id
    assert "open" in tags(house, thread)
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Bel Jan.", reply_to=card)
    await house.deliver()
    place = thread_of(house, thread)
    better = await house.people["Cem"].send(place, "Of bel Piet")
    answer = next(m for m in said_in(house, thread) if "Bel Jan." in m.content)
    for marked in (
        await house.people["Rosa"].click(answer, label=MENU),
        await house.people["Rosa"].context_menu(place, MENU, better),
    ):
        assert "staat nu op opgelost" in told(marked)
        await house.deliver()
        house.clock.move(minutes=1)
    assert "opgelost" in tags(house, thread)
    lines = [m.content for m in said_in(house, thread) if "antwoord" in m.content]
    assert f"/{thread}/{better.id}" in lines[-1]
    assert sum("Een ander bericht" in line for line in lines) == 1
    assert all("niet aangekomen" not in m.content for m in house.messages(Place.STAFF))
    await press(house, "Rosa", "own-reopen:1")
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    await house.people["Sofie"].send(house.channels[Place.STAFF], "Piet dan.", reply_to=card)
    house.clock.move(days=15)
    await tick(house)
    (warning,) = [m for m in said_in(house, thread) if "al een tijd stil" in m.content]
    await house.people["Rosa"].click(warning, label="Klaar")
    await house.deliver()
    assert is_away(house, thread)


async def test_a_post_that_the_bot_began_long_ago_is_emptied_with_its_name(house: House) -> None:
    forum = await forum_of(house)
    await house.people["Rosa"].slash(
        house.channels[Place.START], "vraag stel", tekst=HARD, openbaar=True
    )
    await house.deliver()
    (post,) = [one for one in house.client.guilds[0].threads if one.parent_id == forum.id]
    assert "dakgoot" in post.name
    house.clock.move(days=40)
    await house.client.services.retention.apply()
    await press(house, "Rosa", "own-withdraw-sure:1")
    await house.deliver()
    assert not [m for m in said_in(house, post.id) if "dakgoot" in m.content]
    assert house.env.backend.get_channel(post.id).name == "Deze vraag is ingetrokken."


# ------------------------------------------------------------------ what is urgent


async def test_a_crisis_in_a_post_that_exists_is_answered_in_private_and_for_nobody_else(
    house: House,
) -> None:
    """H3, X11: nobody called the bot, and still the writer reads at once who helps."""
    forum = await forum_of(house)
    thread = await post(house, forum)
    place = thread_of(house, thread)
    await fill(house, "Sofie", "ask-back-form:1", {"text": "Huur je?"})
    await house.deliver()
    before = len(said_in(house, thread)), [m.content for m in house.messages(Place.STAFF)]
    for name in ("Rosa", "Cem"):
        await house.people[name].send(place, CRISIS)
        assert "113" in house.mail(name)[-1].content
    first = await house.people["Bart"].send(place, "Dat ken ik")
    await house.people["Bart"].edit(first, f"Dat ken ik, {CRISIS}")
    assert "113" in house.mail("Bart")[-1].content
    await house.deliver()
    assert [m.content for m in house.messages(Place.STAFF)] == before[1]
    assert len(said_in(house, thread)) == before[0] + 3
    async with away(house):
        await house.people["Mo"].send(place, CRISIS)
    assert "113" in house.mail("Mo")[0].content
    async with house.store.reading() as session:
        assert await session.scalar(text("SELECT count(*) FROM questions")) == 1


async def test_who_writes_a_crisis_in_a_post_without_private_messages_gets_a_button(
    house: House,
) -> None:
    forum = await forum_of(house)
    thread = await post(house, forum)
    close_mail(house, "Cem")
    await house.people["Cem"].send(thread_of(house, thread), CRISIS)
    line = said_in(house, thread)[-1]
    assert "113" not in line.content
    read = await house.people["Cem"].click(line, label="Lees het hier")
    assert "113" in told(read)
    assert "Code:" not in told(read)
