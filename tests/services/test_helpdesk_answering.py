"""Going on after an answer, long texts, limits and numbers of people, on both databases."""

import asyncio
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.content import Content
from bot.outbox import Delivery, Note, Outbox, PlaceGone
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    AnswerTooLong,
    Ask,
    EmptyAnswer,
    Hearing,
    HelpDesk,
    NothingAsked,
    QuestionNotFound,
    StaffDesk,
    Told,
    TooManyQuestions,
)
from bot.services.helpdesk.posting import PART, parts
from bot.untrusted import clean
from data.store import communities
from tests.services.conftest import Town

HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
BSN = "111222333"
IBAN = "NL91ABNA0417164300"


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def search(content: Content) -> HelpDeskSearch:
    return HelpDeskSearch(content)


@pytest.fixture
def desk(town: Town, content: Content, search: HelpDeskSearch) -> HelpDesk:
    return HelpDesk(town.store, town.clock, content, search)


@pytest.fixture
def staffdesk(town: Town) -> StaffDesk:
    return StaffDesk(town.store, town.clock)


async def rows(town: Town, query: str) -> list[tuple[object, ...]]:
    async with town.store.reading() as session:
        return [tuple(row) for row in await session.execute(text(query))]


async def sources(town: Town, kind: str) -> list[object]:
    query = f"SELECT source FROM deliveries WHERE kind = '{kind}' ORDER BY id"
    return [row[0] for row in await rows(town, query)]


# ------------------------------------------------------------------ asking on


@pytest.mark.asyncio
async def test_asking_on_after_an_answer_gives_staff_a_new_card(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    rosa, sofie = await town.person("Rosa"), await town.person("Sofie", "staff")
    asked = await desk.ask(rosa, Ask("a", HARD))
    await staffdesk.claim(sofie, asked.question_id)
    await staffdesk.answer(sofie, asked.question_id, "Bel Jan.", "i:1")
    await asyncio.gather(*(desk.hand_over(rosa, asked.question_id) for _ in range(3)))
    new = [source for source in await sources(town, "staff-question") if "again" in str(source)]
    assert new == ["question:1:again:1"]
    (waiting,) = await staffdesk.waiting(sofie)
    assert (waiting.state, waiting.claimed_by) == ("open", "")


@pytest.mark.asyncio
async def test_the_newest_card_is_the_one_that_changes(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    rosa, sofie = await town.person("Rosa"), await town.person("Sofie", "staff")
    asked = await desk.ask(rosa, Ask("a", HARD))
    for number in range(2):
        await staffdesk.claim(sofie, asked.question_id)
        await staffdesk.answer(sofie, asked.question_id, "Bel Jan.", f"i:{number}")
        await desk.hand_over(rosa, asked.question_id)
    query = "SELECT coalesce(edits, source) FROM deliveries WHERE kind = 'staff-question'"
    first, again, latest = "question:1", "question:1:again:1", "question:1:again:2"
    cards = [card for (card,) in await rows(town, f"{query} ORDER BY id")]
    assert cards == [first, first, first, again, again, again, latest]


# ------------------------------------------------------------------ long answers


@given(st.text(alphabet=st.sampled_from("ab *_<@\n.#é"), max_size=6000))
def test_no_letter_of_a_long_text_is_lost_and_each_part_fits(said: str) -> None:
    pieces = parts(said)
    assert "".join("".join(pieces).split()) == "".join(said.split())
    assert all(len(clean(piece, max_length=9000)) <= PART for piece in pieces)


@pytest.mark.asyncio
async def test_a_long_answer_goes_in_parts_and_once(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    sofie = await town.person("Sofie", "staff")
    for _ in range(2):
        await staffdesk.answer(sofie, asked.question_id, "woord " * 600, "i:1")
    assert await sources(town, "question-answer") == [
        "question:1:answer:i:1",
        "question:1:answer:i:1:2",
        "question:1:answer:i:1:3",
    ]
    assert await rows(town, "SELECT length(text) FROM answers") == [(3599,)]


@pytest.mark.asyncio
async def test_an_answer_that_no_chat_takes_is_refused(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    sofie = await town.person("Sofie", "staff")
    with pytest.raises(AnswerTooLong):
        await staffdesk.answer(sofie, asked.question_id, "a" * 4001, "i:1")
    with pytest.raises(EmptyAnswer):
        await staffdesk.answer(sofie, asked.question_id, " \u200b", "i:2")
    assert await sources(town, "question-answer") == []


@pytest.mark.asyncio
async def test_a_long_question_is_kept_whole(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    said = "Hoe vind ik een monteur? " * 120
    asked = await desk.ask(await town.person("Rosa"), Ask("a", said))
    assert (await staffdesk.card(asked.question_id)).text == said.strip()


# ------------------------------------------------------------------ limits and remarks


@pytest.mark.asyncio
async def test_staff_hear_once_a_day_of_somebody_who_has_to_wait(
    town: Town, desk: HelpDesk
) -> None:
    rosa = await town.person("Rosa")
    for day in range(2):
        for number in range(12):
            with contextlib.suppress(TooManyQuestions):
                await desk.ask(rosa, Ask(f"{day}:{number}", f"{HARD} {number}"))
        town.clock.move(hours=25)
    assert len(await sources(town, "staff-limit")) == 2
    assert (await rows(town, "SELECT count(*) FROM questions"))[0][0] == 10


@pytest.mark.asyncio
async def test_a_question_too_many_comes_back_with_its_text(town: Town, desk: HelpDesk) -> None:
    rosa = await town.person("Rosa")
    for number in range(5):
        await desk.ask(rosa, Ask(str(number), f"{HARD} {number}"))
    with pytest.raises(TooManyQuestions) as refused:
        await desk.ask(rosa, Ask("6", f"{HARD} 6"))
    assert (refused.value.facts["text"], refused.value.facts["wait_s"] > 0) == (f"{HARD} 6", True)


@pytest.mark.asyncio
async def test_a_remark_is_no_question(town: Town, desk: HelpDesk) -> None:
    with pytest.raises(NothingAsked):
        await desk.ask(await town.person("Rosa"), Ask("a", "Dank je wel!"))
    assert await desk.asks("Hoe word ik lid?")
    assert not await desk.asks("Dank je wel!")


# ------------------------------------------------------------------ numbers of people


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("said", "anonymous", "kept"),
    [
        (f"hoe werkt dit, mijn bsn is {BSN}", False, "hoe werkt dit, mijn bsn is […]"),
        (f"hoe werkt dit, bel 0612345678 of {IBAN}", True, "hoe werkt dit, bel […] of […]"),
        ("hoe werkt dit, bel 0612345678", False, "hoe werkt dit, bel 0612345678"),
    ],
)
async def test_numbers_that_lead_to_somebody_are_left_out(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk, said: str, anonymous: bool, kept: str
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", said, anonymous=anonymous))
    assert (await staffdesk.card(asked.question_id)).text == kept
    assert asked.left_out == ("[…]" in kept)


# ------------------------------------------------------------------ private answers


@pytest.mark.asyncio
async def test_a_crisis_that_was_told_is_not_told_again(town: Town, desk: HelpDesk) -> None:
    rosa = await town.person("Rosa")
    for number, told in enumerate(Told):
        ask = Ask(
            f"m{number}",
            "ik wil dood",
            place="discord:11",
            message="discord:5",
            reply=True,
            told=told,
        )
        await desk.ask(rosa, ask)
    assert await sources(town, "question-reply") == ["question:1:reply"]
    assert await sources(town, "question-private") == ["question:1:private", "question:2:private"]
    assert len(await sources(town, "staff-question")) == 3


class ClosedMail:
    """A platform on which nobody takes private messages."""

    async def send(self, delivery: Delivery, note: Note) -> str:
        if delivery.to_person:
            reason = "outbox-dm-closed"
            raise PlaceGone(reason)
        return f"discord:{delivery.id}"

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("asked_in", "place"), [("discord:77", "discord:77"), (None, "discord:11")]
)
async def test_a_private_answer_that_is_not_taken_is_announced_where_it_was_asked(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk, asked_in: str | None, place: str
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", HARD, asked_in=asked_in))
    sofie = await town.person("Sofie", "staff")
    await staffdesk.answer(sofie, asked.question_id, "woord " * 600, "i:1")
    outbox = Outbox(town.store, town.clock, {"discord": ClosedMail()})
    while await outbox.deliver_due():
        pass
    query = "SELECT target, state FROM deliveries WHERE kind = 'question-closed'"
    assert await rows(town, query) == [(place, "sent")]
    assert await sources(town, "staff-undelivered") == []


@pytest.mark.asyncio
async def test_without_a_place_staff_read_that_an_answer_did_not_arrive(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    async with town.store.writing() as session:
        await session.execute(text("DELETE FROM settings WHERE name = 'helpdesk'"))
        await communities.put_setting(session, 1, "start", {"place": "discord:10"})
    sofie = await town.person("Sofie", "staff")
    await staffdesk.answer(sofie, asked.question_id, "Bel Jan.", "i:1")
    outbox = Outbox(town.store, town.clock, {"discord": ClosedMail()})
    while await outbox.deliver_due():
        pass
    assert len(await sources(town, "staff-undelivered")) == 1


@pytest.mark.asyncio
async def test_only_the_asker_reads_an_answer_again(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    rosa = await town.person("Rosa")
    asked = await desk.ask(rosa, Ask("a", HARD))
    await staffdesk.answer(
        await town.person("Sofie", "staff"), asked.question_id, "Bel Jan.", "i:1"
    )
    assert (await desk.read(rosa, "a")).answers == ("Bel Jan.",)
    assert (await desk.read(rosa, asked.question_id)).answers == ("Bel Jan.",)
    for unknown in (99, 2**40, "b"):
        with pytest.raises(QuestionNotFound):
            await desk.read(rosa, unknown)


@pytest.mark.asyncio
async def test_an_answer_to_somebody_who_is_gone_is_not_kept(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    async with town.store.writing() as session:
        await session.execute(text("UPDATE questions SET asked_by = NULL"))
    await staffdesk.answer(
        await town.person("Sofie", "staff"), asked.question_id, "Bel Jan.", "i:1"
    )
    assert await rows(town, "SELECT text FROM answers") == []


@pytest.mark.asyncio
async def test_who_was_here_lately_may_have_written(town: Town) -> None:
    early = await town.person("Rosa")
    town.clock.move(days=31)
    late = await town.person("Cem")
    assert await Hearing(town.store, town.clock).callers() == (late.identity,)
    assert early.identity != late.identity


@pytest.mark.asyncio
async def test_an_unknown_theme_is_shown_by_its_id(desk: HelpDesk, staffdesk: StaffDesk) -> None:
    assert desk.theme("bestaat-niet", "nl") == "bestaat-niet"
    assert desk.article("bestaat-niet", "nl") is None
    with pytest.raises(QuestionNotFound):
        await staffdesk.card(99)
    with pytest.raises(QuestionNotFound):
        await desk.reply_of(99)
