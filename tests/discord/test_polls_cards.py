"""The cards of polls: they fit, follow the count, and never come back to life."""

import asyncio
from datetime import UTC, datetime

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simcord import HttpLogEntry

from bot.communities import Place
from bot.services.polls import Card, Result
from bot.texts import LANGUAGES, Texts
from cogs._ui import LONGEST, shown
from cogs.polls.cards import LONGEST_ALT, card_text, card_view, result_alt, result_text, size
from cogs.polls.drawing import LiveCards
from cogs.polls.voting import cut
from data.store import communities
from tests.discord.test_polls import start, vote_all
from tests.doubles.house import House

TEXTS = Texts.load()
PIECES = st.sampled_from(
    [
        "buurtdag ",
        "**vet** ",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "é́́́",
        "`code` ",
        "~~weg~~",
        "||stil||",
        "[x](y)",
        "_" * 9,
        "\\",
        "W",
    ]
)
PARTS = st.lists(PIECES, min_size=1, max_size=4)
WORDS = st.builds(
    lambda parts, times: ("".join(parts) * times)[:80], PARTS, st.sampled_from([1, 60])
)
LONG = PARTS.map(lambda parts: ("".join(parts) * 300)[:300])


@st.composite
def cards(draw: st.DrawFn) -> Card:
    options = tuple(
        draw(st.lists(WORDS, min_size=2, max_size=25) | st.lists(WORDS, min_size=22, max_size=25))
    )
    anonymous = draw(st.booleans())
    is_open = draw(st.booleans())
    counts = () if anonymous and is_open else tuple(draw(st.integers(0, 999)) for _ in options)
    return Card(
        id=10**9,
        question=draw(LONG),
        purpose=draw(st.just("") | LONG),
        options=options,
        multiple=draw(st.booleans()),
        anonymous=anonymous,
        is_open=is_open,
        closes_at=datetime(2026, 11, 25, 19, 0, tzinfo=UTC),
        voters=9999,
        counts=counts,
        language="nl",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(card=cards())
def test_everything_that_matters_stands_on_the_card(language: str, card: Card) -> None:
    text = card_text(TEXTS, card, language)
    assert size(text) <= LONGEST
    foot = TEXTS.text(
        "polls-card-foot",
        language,
        voters=card.voters,
        closes_at=card.closes_at,
        anonymous=card.anonymous,
        multiple=card.multiple,
        open=card.is_open,
    )
    assert text.endswith(foot)
    *lines, _ = text.removesuffix(foot).split("\n")
    options = lines[-len(card.options) :]
    assert [line[:3] for line in options] == [f"{chr(65 + n)}. " for n in range(len(options))]
    if card.counts:
        assert [line.rpartition(" ")[2] for line in options] == [f"({n})" for n in card.counts]


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(card=cards())
def test_options_are_shortened_evenly(card: Card) -> None:
    lines = card_text(TEXTS, card, "nl").split("\n")[-1 - len(card.options) : -1]
    ends = [line.removesuffix(f" ({n})") for line, n in zip(lines, card.counts, strict=False)]
    cut_off = [end for end in ends or lines if end.endswith("…")]
    whole = [end for end in ends or lines if not end.endswith("…")]
    longest = max((len(end) for end in cut_off), default=400)
    assert all(len(end) <= longest + 1 for end in whole)
    if not cut_off:
        for line, option in zip(lines, card.options, strict=True):
            assert shown(option, 160) in line


def full(text: str) -> Card:
    """The most that a poll can hold."""
    count = 25
    return Card(
        id=1,
        question=text[:300],
        purpose=text[:300],
        options=tuple(f"{n}{text}"[:80] for n in range(count)),
        multiple=True,
        anonymous=False,
        is_open=True,
        closes_at=datetime(2026, 11, 25, 19, 0, tzinfo=UTC),
        voters=9999,
        counts=(999,) * count,
        language="nl",
    )


@pytest.mark.parametrize("text", ["lang " * 60, "*_`~|" * 60, "😀" * 300, "👩‍👩‍👧‍👦" * 40])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_poll_fits(text: str, language: str) -> None:
    card = full(text)
    result = Result(card, tuple(range(1, 26)), too_few=False)
    assert size(card_text(TEXTS, card, language)) <= LONGEST
    assert size(result_text(TEXTS, result, language)) <= LONGEST
    assert size(result_alt(TEXTS, card, language)) <= LONGEST_ALT


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(card=cards(), equal=st.booleans())
def test_the_result_and_its_alternative_text_fit(card: Card, *, equal: bool) -> None:
    places = tuple(range(1, len(card.options) + 1)) if equal else (1,)
    card = Card(
        **{name: getattr(card, name) for name in Card.__slots__}
        | {"is_open": False, "counts": tuple(7 for _ in card.options)}
    )
    text = result_text(TEXTS, Result(card, places, too_few=False), "nl")
    alt = result_alt(TEXTS, card, "nl")
    assert size(text) <= LONGEST
    assert text.endswith(TEXTS.text("polls-advice", "nl"))
    assert text.count(": 7\n") == len(card.options)
    assert size(alt) <= LONGEST_ALT
    assert alt.count(": 7") >= len(card.options)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(card=cards())
def test_discord_takes_the_buttons(card: Card) -> None:
    view = card_view(TEXTS, card, "nl")
    for item in view.walk_children():
        inner = item.item if isinstance(item, discord.ui.DynamicItem) else item
        if isinstance(inner, discord.ui.Button):
            assert 0 < size(inner.label or "") <= 80
        elif isinstance(inner, discord.ui.Select):
            assert all(0 < size(option.label) <= 100 for option in inner.options)
    assert bool(view.children) == card.is_open


def test_a_label_is_cut_without_half_an_emoji() -> None:
    assert cut("a" * 80, 80) == "a" * 80
    assert cut("😀" * 50, 80) == "😀" * 39 + "…"
    assert cut("a" + "😀" * 50, 80) == "a" + "😀" * 39 + "…"


# ------------------------------------------------------------------ in a channel


def edits(house: House) -> list[HttpLogEntry]:
    """Changes of messages in the polls channel."""
    here = str(house.channels[Place.POLLS].id)
    return [one for one in house.env.http_requests if one.method == "PATCH" and here in str(one)]


async def drawn(house: House) -> None:
    """Until no card waits to be drawn."""
    cog = house.client.get_cog("LiveCards")
    assert isinstance(cog, LiveCards)
    await house.env.settle()
    if cog._drawing is not None:
        await asyncio.wait({cog._drawing})
    await house.env.settle()


LONG_OPTIONS = "; ".join(
    f"Keuze {n} **met** heel veel `tekst` erachter, zodat het lang wordt {n}" for n in range(25)
)


@pytest.mark.asyncio
async def test_a_card_with_long_options_follows_the_count(house: House) -> None:
    await start(house, keuzes=LONG_OPTIONS, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    assert "Dit is advies, geen besluit." in card.content
    await house.people["Rosa"].select(card, ["25"], custom_id="poll-pick:1")
    await drawn(house)
    card = house.messages(Place.POLLS)[-1]
    assert "(1)" in card.content
    assert "na de sluiting ziet iedereen hier wie wat koos" in card.content
    assert len(card.content) <= LONGEST


@pytest.mark.asyncio
async def test_the_live_card_speaks_the_language_of_its_place(house: House) -> None:
    async with house.store.writing() as session:
        await communities.put_setting(session, house.community_id, "language", {"value": "en"})
    await start(house, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    await house.people["Rosa"].click(card, custom_id="poll:1:1")
    await drawn(house)
    card = house.messages(Place.POLLS)[-1]
    assert "There is 1 vote." in card.content
    assert "(1)" in card.content


@pytest.mark.asyncio
async def test_a_card_that_is_drawn_while_the_poll_closes_has_no_buttons_after_it(
    house: House,
) -> None:
    """The edit with buttons leaves before the poll ends and arrives after the outbox's edit."""
    await start(house, op_naam=True)
    await house.deliver()
    await house.people["Rosa"].click(house.messages(Place.POLLS)[-1], custom_id="poll:1:1")
    await drawn(house)
    cog = house.client.get_cog("LiveCards")
    assert isinstance(cog, LiveCards)
    under_way, at_discord = asyncio.Event(), asyncio.Event()
    http = house.client.http
    edit = http.edit_message

    async def slow(*where: object, **what: object) -> object:
        if asyncio.current_task() is drawing and not under_way.is_set():
            under_way.set()
            await at_discord.wait()
        return await edit(*where, **what)

    http.edit_message = slow
    drawing = asyncio.create_task(cog._redraw(1))
    await under_way.wait()
    house.clock.move(days=2)
    await house.client.services.polls.close_due()
    await house.deliver()
    at_discord.set()
    await drawing
    card = house.messages(Place.POLLS)[0]
    assert "Deze peiling is gesloten" in card.content
    assert not card.components


@pytest.mark.asyncio
async def test_votes_change_nothing_on_an_anonymous_card(house: House) -> None:
    await start(house)
    await house.deliver()
    before = len(edits(house))
    await vote_all(house, {"Rosa": 1, "Cem": 1, "Bart": 2, "Sofie": 1, "Mo": 2, "Ada": 2})
    await house.deliver()
    await drawn(house)
    card = house.messages(Place.POLLS)[-1]
    assert len(edits(house)) == before
    assert card.edited_at is None
    assert "stem." not in card.content.replace("jij stemt.", "")


@pytest.mark.asyncio
async def test_the_turnout_of_an_anonymous_poll_stands_on_its_card_later(house: House) -> None:
    await start(house)
    await house.deliver()
    await vote_all(house, {"Rosa": 1, "Cem": 1, "Bart": 2, "Sofie": 1, "Mo": 2})
    for _ in range(2):
        await house.client.services.polls.count_turnout()
        house.clock.move(minutes=6)
    await house.deliver()
    assert "Er zijn 5 stemmen." in house.messages(Place.POLLS)[-1].content


@pytest.mark.asyncio
async def test_a_card_that_is_gone_stops_nobody_from_voting(house: House) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    card = house.messages(Place.POLLS)[-1]
    await house.people["Rosa"].click(card, custom_id="poll:1:1")
    await drawn(house)
    await house.client.http.delete_message(house.channels[Place.POLLS].id, card.id)
    cog = house.client.get_cog("LiveCards")
    assert isinstance(cog, LiveCards)
    await cog.on_poll_changed(1)
    await cog.on_poll_changed(99)
    await drawn(house)
    assert (await house.client.services.polls.look(1)).voters == 1


@pytest.mark.asyncio
async def test_a_card_that_is_not_sent_yet_is_not_drawn(house: House) -> None:
    await start(house, op_naam=True)
    cog = house.client.get_cog("LiveCards")
    assert isinstance(cog, LiveCards)
    await cog.on_poll_changed(1)
    await drawn(house)
    assert edits(house) == []


@pytest.mark.asyncio
async def test_a_poll_whose_key_is_lost_is_announced_in_the_channel(house: House) -> None:
    await start(house)
    await house.deliver()
    for file in (house.settings.data_dir / "keys").glob("*.key"):
        file.unlink()
    card = house.messages(Place.POLLS)[-1]
    refused = await house.people["Rosa"].click(card, custom_id="poll:1:1")
    assert "Je stem is niet geteld" in refused.response.content
    await house.deliver()
    card, notice = house.messages(Place.POLLS)
    assert not card.components
    assert "Start de peiling opnieuw" in notice.content


@pytest.mark.asyncio
async def test_a_poll_that_was_due_while_the_bot_was_away_closes_at_the_start(
    house: House,
) -> None:
    await start(house, op_naam=True)
    await house.deliver()
    await vote_all(house, {"Rosa": 1})
    house.clock.move(days=9)
    await house.restart()
    await house.restart()
    await house.deliver()
    card, result = house.messages(Place.POLLS)
    assert "De meeste stemmen: Zaterdag" in result.content
    late = await house.people["Cem"].click(result, custom_id="poll-who:1")
    assert "Zaterdag: Rosa" in late.response.content
    assert not card.components
