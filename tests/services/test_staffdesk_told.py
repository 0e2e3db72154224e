"""H2: who hears what when staff give a question to a colleague, on both databases."""

import pytest

from bot.outbox import Outbox
from bot.services.helpdesk import OwnQuestions
from bot.services.helpdesk.refusals import NotNow
from tests.services.conftest import Town
from tests.services.test_helpdesk_answering import ClosedMail
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio


@pytest.fixture
def day(town: Town) -> Day:
    return Day(town)


async def test_a_colleague_hears_once_that_a_question_is_theirs(day: Day) -> None:
    await day.open()
    number, handling = await day.ask(day.rosa, "Hoe?"), day.desk.handling
    await handling.hand_over(day.sofie, number, day.mo)
    await handling.release(day.sofie, number)
    await handling.hand_over(day.sofie, number, day.mo)
    assert len(await day.sent("staff-passed-on")) == 1
    query = "SELECT target, to_person FROM deliveries WHERE kind = 'staff-passed-on'"
    assert await day.rows(query) == [(day.mo.identity, True)]
    await handling.release(day.sofie, number)
    day.town.clock.move(minutes=2)
    await handling.hand_over(day.sofie, number, day.mo)
    assert len(await day.sent("staff-passed-on")) == 2
    await handling.hand_over(day.mo, number, day.sofie)
    await handling.release(day.mo, number)
    await handling.hand_over(day.mo, number, day.mo)
    assert len(await day.sent("staff-passed-on")) == 3


async def test_a_colleague_without_private_messages_is_named_to_staff(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.handling.hand_over(day.sofie, number, day.mo)
    outbox = Outbox(day.town.store, day.town.clock, {"discord": ClosedMail()})
    while await outbox.deliver_due():
        pass
    query = "SELECT kind, target, state FROM deliveries WHERE kind LIKE 'staff-%' ORDER BY id"
    assert await day.rows(query) == [
        ("staff-question", "discord:14", "sent"),
        ("staff-passed-on", day.mo.identity, "failed"),
        ("staff-pointer", "discord:14", "sent"),
    ]


async def test_what_a_colleague_reads_goes_when_the_question_is_taken_back(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.handling.hand_over(day.sofie, number, day.mo)
    await OwnQuestions(day.town.store, day.town.clock).withdraw(day.rosa, number)
    query = "SELECT state FROM deliveries WHERE kind = 'staff-passed-on'"
    assert await day.rows(query) == [("cancelled",)]


async def test_an_asker_hears_once_that_a_question_became_two_and_sees_both(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe en wat kost het?")
    own = OwnQuestions(day.town.store, day.town.clock)
    for _ in range(2):
        second = await day.desk.joining.split(day.sofie, number, "Wat kost het?", "i:1")
    query = "SELECT source, target FROM deliveries WHERE kind = 'question-split'"
    assert await day.rows(query) == [(f"question:{number}:split:{second}", day.rosa.identity)]
    mine = await own.mine(day.rosa)
    assert [(one.id, one.text) for one in mine.questions] == [
        (second, "Wat kost het?"),
        (number, "Hoe en wat kost het?"),
    ]
    assert [one.kind for one in (await own.one(day.rosa, number)).steps] == ["split"]
    assert (await day.desk.back.read(day.rosa, number)).second == second
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:2")
    assert (await day.desk.back.read(day.rosa, number)).second == 0


async def test_a_closed_question_is_opened_again_before_it_is_answered(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.mo, number, "Bel Jan.", "i:1")
    await day.desk.handling.close(day.sofie, number, "elsewhere", "De gemeente helpt.")
    for late in (
        day.drafts.send(day.mo, draft.id, 0),
        day.drafts.type(day.mo, number, "Bel Jan.", "m:1"),
        day.drafts.begin(day.mo, number),
        day.desk.answer(day.mo, number, "Bel Jan.", "i:2"),
    ):
        with pytest.raises(NotNow):
            await late
    assert await day.sent("question-answer") == []
    await day.desk.handling.reopen(day.mo, number)
    assert (await day.drafts.send(day.mo, draft.id, 0)).state == "sent"
    await day.desk.handling.close(day.sofie, number, "solved", "")
    assert (await day.drafts.send(day.mo, draft.id, 1)).state == "sent"
    assert len(await day.sent("question-answer")) == 1


async def test_what_was_typed_and_sent_as_a_draft_is_not_sent_again_when_it_is_heard_again(
    day: Day,
) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.drafts.type(day.sofie, number, "Bel Jan.", "m:1")
    clash = await day.drafts.type(day.mo, number, "Bel Piet.", "m:2")
    assert clash is not None
    await day.drafts.send(day.mo, clash.id, clash.seen)
    for origin in ("m:1", "m:2"):  # as after a restart
        assert await day.drafts.type(day.mo, number, "Bel Piet.", origin) is None
    await day.desk.handling.close(day.sofie, number, "solved", "")
    assert await day.drafts.type(day.mo, number, "Bel Piet.", "m:2") is None
    assert len(await day.sent("question-answer")) == 2
