"""The rules of the help desk, on both databases."""

import asyncio

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.errors import NotAllowed, TooMany
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.services.helpdesk import (
    AlreadyClaimed,
    Ask,
    EmptyQuestion,
    HelpDesk,
    OwnQuestions,
    QuestionNotFound,
    StaffDesk,
)
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"


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


async def count(town: Town, table: str, where: str = "1=1") -> int:
    async with town.store.reading() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table} WHERE {where}"))


async def test_the_same_message_ten_times_at_once_is_one_question(
    town: Town, desk: HelpDesk
) -> None:
    rosa = await town.person("Rosa")
    ask = Ask("discord:m:1", HARD, place="discord:11", message="discord:1", reply=True)
    replies = await asyncio.gather(*(desk.ask(rosa, ask) for _ in range(10)))
    assert len({reply.question_id for reply in replies}) == 1
    assert await count(town, "questions") == 1
    assert await count(town, "deliveries", "kind = 'question-reply'") == 1


async def test_what_the_desk_does_not_know_waits_for_staff(town: Town, desk: HelpDesk) -> None:
    reply = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    assert reply.outcome is Outcome.UNSURE
    assert reply.waits_for_staff
    assert await count(town, "deliveries", "kind = 'staff-question'") == 1


async def test_the_sixth_question_in_ten_minutes_waits_but_a_crisis_does_not(
    town: Town, desk: HelpDesk
) -> None:
    rosa = await town.person("Rosa")
    for number in range(5):
        await desk.ask(rosa, Ask(f"q{number}", f"{HARD} {number}"))
    with pytest.raises(TooMany):
        await desk.ask(rosa, Ask("q6", HARD))
    reply = await desk.ask(rosa, Ask("q7", "ik wil dood"))
    assert reply.referrals


async def test_a_crisis_in_public_goes_to_the_person_alone(town: Town, desk: HelpDesk) -> None:
    ask = Ask("m", "ik wil dood", place="discord:11", message="discord:5", reply=True)
    await desk.ask(await town.person("Rosa"), ask)
    assert await count(town, "deliveries", "kind = 'question-reply' AND to_person") == 1
    assert (
        await count(town, "deliveries", "kind = 'question-private' AND target = 'discord:11'") == 1
    )


async def test_nobody_else_may_hand_over_my_question(town: Town, desk: HelpDesk) -> None:
    reply = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    with pytest.raises(NotAllowed):
        await desk.hand_over(await town.person("Cem"), reply.question_id)


async def test_two_staff_claim_at_once_and_one_gets_it(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    reply = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    staff = [await town.person(name, "staff") for name in ("Sofie", "Mo")]
    done = await asyncio.gather(
        *(staffdesk.claim(one, reply.question_id) for one in staff), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in done) == ["AlreadyClaimed", "NoneType"]
    assert isinstance(next(one for one in done if one), AlreadyClaimed)


async def test_the_same_answer_twice_is_sent_once(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    reply = await desk.ask(await town.person("Rosa"), Ask("a", HARD))
    staff = await town.person("Sofie", "staff")
    await asyncio.gather(
        *(staffdesk.answer(staff, reply.question_id, "Bel de loodgieter.", "i:1") for _ in range(3))
    )
    assert await count(town, "deliveries", "kind = 'question-answer'") == 1
    assert await count(town, "answers") == 1


async def test_an_empty_question_stores_nothing(town: Town, desk: HelpDesk) -> None:
    with pytest.raises(EmptyQuestion):
        await desk.ask(await town.person("Rosa"), Ask("a", " \u200b "))
    assert await count(town, "questions") == 0


async def test_an_unknown_question_is_not_found(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    with pytest.raises(QuestionNotFound):
        await staffdesk.claim(await town.person("Sofie", "staff"), 999)


async def test_own_questions_come_newest_first_with_their_answers(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    rosa = await town.person("Rosa")
    first = await desk.ask(rosa, Ask("a", HARD))
    await desk.ask(rosa, Ask("b", "wie wint ajax psv zondag"))
    staff = await town.person("Sofie", "staff")
    await staffdesk.answer(staff, first.question_id, "Bel de loodgieter.", "i:1")
    mine = (await OwnQuestions(town.store, town.clock).mine(rosa)).questions
    assert [question.answers for question in mine] == [(), ("Bel de loodgieter.",)]
    assert [question.state for question in mine] == ["closed", "answered"]
