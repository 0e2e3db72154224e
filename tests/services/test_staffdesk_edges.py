"""H2: the rare turns of staff: another community, an old number, a repeat, somebody who is gone."""

import pytest
import pytest_asyncio

from bot.errors import NotAllowed
from bot.services.helpdesk import (
    Consulting,
    EmptyAnswer,
    QuestionNotFound,
    Rounds,
    Routing,
)
from bot.services.helpdesk.experts.views import AdviceOver, ExpertNotFound, NotForOthers
from bot.services.helpdesk.refusals import (
    DraftGone,
    DraftNotFound,
    DraftOfOther,
    Merged,
    NameTaken,
    NoOther,
    NothingAskedBack,
    NotMerged,
    NotNow,
    ReplyNotFound,
    TooManyReplies,
)
from bot.services.helpdesk.staff.asking_back import AskedBack
from bot.services.helpdesk.staff.joining import other_number
from bot.services.helpdesk.views import AnswerTooLong
from tests.services.conftest import Town
from tests.services.edges import FAR, expert, leave, put, stranger, withdraw
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def day(town: Town) -> Day:
    return await Day(town).open()


async def test_an_expert_is_asked_only_about_what_staff_of_here_still_have(day: Day) -> None:
    consulting, away = Consulting(day.town.store, day.town.clock), await stranger(day.town)
    number = await day.ask(day.rosa, "Hoe?")
    with pytest.raises(ExpertNotFound):
        await consulting.experts(day.sofie, number)
    bart = await expert(day, "Bart")
    for who, which in ((away, number), (day.sofie, FAR)):
        with pytest.raises(QuestionNotFound):
            await consulting.ask(who, which, bart.id, "Hoe?")
    with pytest.raises(EmptyAnswer):
        await consulting.ask(day.sofie, number, bart.id, " \n ")
    with pytest.raises(ExpertNotFound):
        await consulting.ask(day.sofie, number, day.cem.id, "Hoe?")
    assert await day.rows("SELECT id FROM consultations") == []
    done = await day.ask(day.rosa, "Klaar", state="closed")
    with pytest.raises(NotForOthers):
        await consulting.experts(day.sofie, done)
    assert await consulting.ask(day.sofie, number, bart.id, "Hoe?") == "Bart"


async def test_advice_is_of_the_expert_alone_and_is_used_once_it_is_there(day: Day) -> None:
    consulting, away = Consulting(day.town.store, day.town.clock), await stranger(day.town)
    bart, number = await expert(day, "Bart"), await day.ask(day.rosa, "Hoe?")
    await consulting.ask(day.sofie, number, bart.id, "Hoe?")
    ((one,),) = await day.rows("SELECT id FROM consultations")
    assert isinstance(one, int)
    for who, which in ((day.cem, one), (bart, one + 1), (bart, FAR)):
        with pytest.raises(QuestionNotFound):
            await consulting.advise(who, which, "Bel Jan.", named=True)
    with pytest.raises(EmptyAnswer):
        await consulting.advise(bart, one, " ", named=True)
    with pytest.raises(AnswerTooLong):
        await consulting.advise(bart, one, "a" * 9000, named=True)
    with pytest.raises(AdviceOver):
        await consulting.advice(day.sofie, one)
    await consulting.advise(bart, one, "Bel Jan.", named=False)
    with pytest.raises(AdviceOver):
        await consulting.decline(bart, one)
    with pytest.raises(QuestionNotFound):
        await consulting.advice(away, one)
    with pytest.raises(NotAllowed):
        await consulting.advice(bart, one)
    with pytest.raises(QuestionNotFound):
        await consulting.look(FAR)
    given = await consulting.advice(day.sofie, one)
    assert (given.text, given.name, given.is_over) == ("Bel Jan.", "", False)


async def test_who_asked_an_expert_and_an_expert_who_is_gone_stop_nothing(day: Day) -> None:
    consulting = Consulting(day.town.store, day.town.clock)
    bart, number = await expert(day, "Bart"), await day.ask(day.rosa, "Hoe?")
    await consulting.ask(day.sofie, number, bart.id, "Hoe?")
    await leave(day.town, bart)
    await day.desk.answer(day.sofie, number, "Bel Jan.", "i:1")
    assert await day.state(number) == "answered"
    edits = "SELECT id FROM deliveries WHERE kind = 'expert-question' AND edits IS NOT NULL"
    assert await day.rows(edits) == []


async def test_ready_answers_are_of_one_community_and_keep_their_own_name(day: Day) -> None:
    away = await stranger(day.town)
    first = await day.canned.make(day.sofie, "Groet", "Dag {naam}")
    second = await day.canned.make(day.sofie, "Dank", "Dank je")
    for who, which in ((away, first.id), (day.sofie, FAR)):
        with pytest.raises(ReplyNotFound):
            await day.canned.look(who, which)
    with pytest.raises(ReplyNotFound):
        await day.canned.change(away, first.id, "Groet", "Anders")
    with pytest.raises(NameTaken):
        await day.canned.change(day.sofie, second.id, "GROET", "Dank je wel")
    with pytest.raises(NotAllowed):
        await day.canned.change(day.rosa, first.id, "Groet", "Anders")
    changed = await day.canned.change(day.mo, first.id, "GROET", "Hallo {naam}")
    assert (changed.name, changed.text) == ("GROET", "Hallo {naam}")
    assert await day.canned.look(day.sofie, first.id) == changed
    for number in range(23):
        await day.canned.make(day.sofie, f"Nummer {number}", "Dag")
    with pytest.raises(TooManyReplies):
        await day.canned.make(day.sofie, "Te veel", "Dag")
    assert len(await day.canned.all(day.sofie)) == 25
    assert await day.canned.all(away) == ()


async def test_a_draft_is_of_its_writer_its_community_and_its_moment(day: Day) -> None:
    away, number = await stranger(day.town), await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    for who in (day.mo, away):
        with pytest.raises((DraftOfOther, QuestionNotFound)):
            await day.drafts.send(who, draft.id, 0)
    with pytest.raises(DraftOfOther):
        await day.drafts.change(day.mo, draft.id, "Bel Piet.")
    for who, which in ((away, draft.id), (day.sofie, draft.id + 9)):
        with pytest.raises(DraftNotFound):
            await day.drafts.look(who, which)
    for act in (day.drafts.reviews.ask, day.drafts.drop):
        with pytest.raises(DraftNotFound):
            await act(day.sofie, draft.id + 9)
    with pytest.raises(DraftNotFound):
        await day.drafts.show(draft.id + 9)
    asked = [await day.drafts.reviews.ask(day.sofie, draft.id) for _ in range(2)]
    assert [one.version for one in asked] == [1, 1]
    assert len(await day.sent("staff-draft")) == 1
    await day.drafts.drop(day.sofie, draft.id)
    shown = await day.rows("SELECT source FROM deliveries WHERE kind = 'staff-draft' ORDER BY id")
    assert str(shown[-1][0]).endswith(":dropped")
    with pytest.raises(DraftGone):
        await day.drafts.send(day.sofie, draft.id, 0)
    with pytest.raises(DraftGone):
        await day.drafts.change(day.sofie, draft.id, "Bel Piet.")
    assert await day.rows("SELECT id FROM answers") == []


async def test_an_approval_waits_when_a_colleague_answered_meanwhile(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    asked = await day.drafts.reviews.ask(day.sofie, draft.id)
    await day.desk.answer(day.mo, number, "Bel Piet.", "i:2")
    kept = await day.drafts.reviews.approve(day.mo, draft.id, asked.version, 0)
    assert (kept.state, [one.text for one in kept.newer]) == ("review", ["Bel Piet."])
    again = await day.drafts.begin(day.mo, number)  # who answered does not write any more
    assert (again.seen, again.others) == (1, ())
    done = await day.drafts.reviews.approve(day.mo, draft.id, asked.version, kept.seen)
    assert done.state == "sent"


async def test_two_questions_go_together_only_while_somebody_waits_for_them(day: Day) -> None:
    joining, away = day.desk.joining, await stranger(day.town)
    first, second = await day.ask(day.rosa, "Hoe?"), await day.ask(day.cem, "Hoe dan?")
    done, gone = await day.ask(day.cem, "Klaar", state="closed"), await day.ask(day.cem, "Weg")
    await withdraw(day, day.cem, gone)
    for one, other in ((done, first), (first, done)):
        with pytest.raises(NotNow):
            await joining.merge(day.sofie, one, other)
    with pytest.raises(QuestionNotFound):
        await joining.merge(away, first, second)
    with pytest.raises(NoOther):
        await joining.link(day.sofie, first, gone)
    with pytest.raises(NotNow):
        await joining.split(day.sofie, gone, "En de kosten?", "i:1")
    with pytest.raises(QuestionNotFound):
        await joining.part(day.sofie, FAR)
    with pytest.raises(NotMerged):
        await joining.part(day.sofie, first)
    for _ in range(2):
        await joining.link(day.sofie, first, second)
    assert await day.rows("SELECT kind FROM question_links") == [("related",)]
    third = await day.ask(day.cem, "En ik?")
    await joining.merge(day.sofie, third, second)
    await joining.merge(day.sofie, second, first)  # what went along goes along
    assert (await day.desk.card(first)).merged == (second, third)
    with pytest.raises(Merged):
        await joining.merge(day.sofie, second, first)
    assert [other_number(said) for said in ("12", "#12", "vraag 12")] == [12, 12, 12]
    for said in ("", "twaalf", "1234567890"):
        with pytest.raises(NoOther):
            other_number(said)


async def test_a_question_to_the_asker_needs_an_asker_and_a_question(day: Day) -> None:
    back, away = day.desk.back, await stranger(day.town)
    number = await day.ask(day.rosa, "Hoe?")
    for act in (back.read(day.rosa, number), back.reply(day.rosa, number, "Ja.", "i:1")):
        with pytest.raises(NothingAskedBack):
            await act
    with pytest.raises(QuestionNotFound):
        await back.ask(away, number, "Huur je?", "i:2")
    done = await day.ask(day.rosa, "Klaar", state="closed")
    with pytest.raises(NotNow):
        await back.ask(day.sofie, done, "Huur je?", "i:3")
    until = [await back.ask(day.sofie, number, "Huur je?", "i:4") for _ in range(2)]
    assert until[0] == until[1]
    assert len(await day.sent("question-ask-back")) == 1
    waits = [
        await back.awaits(who, which, "i:5", late=late)
        for who, which, late in (
            (day.rosa, number, False), (day.cem, number, True), (day.rosa, FAR, True),
            (day.rosa, done, True), (day.rosa, done, False),
        )
    ]  # fmt: skip
    assert waits == [True, False, False, True, False]
    asked = await back.read(day.rosa, number)
    assert asked == AskedBack(number, "Huur je?", True, until[0], "", "")
    await back.reply(day.rosa, number, "Ja.", "i:5")
    assert await back.awaits(day.rosa, number, "i:5")
    await withdraw(day, day.rosa, number)
    with pytest.raises(NotNow):
        await back.reply(day.rosa, number, "Toch wel.", "i:6")


async def test_staff_ask_nothing_of_somebody_who_is_gone(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    await put(day, number, "asked_by", None)
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    assert await day.sent("question-ask-back") == []
    assert await day.state(number) == "claimed"
    with pytest.raises(NotNow):
        await day.desk.joining.split(day.sofie, number, "En de kosten?", "i:2")


async def test_releasing_twice_is_once_and_a_waiting_question_stays_put_away(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    await day.desk.handling.snooze(day.sofie, number, "vrijdag")
    for _ in range(2):
        await day.desk.handling.release(day.mo, number)
    card = await day.desk.card(number)
    assert (card.state, card.claimed_by) == ("snoozed", "")
    steps = await day.rows("SELECT id FROM question_events WHERE kind = 'let-go'")
    assert len(steps) == 1
    await day.desk.answer(day.sofie, number, "Bel Jan.", "i:1")
    await day.desk.handling.close(day.sofie, number, "solved", "")
    assert await day.sent("question-ended") == []  # who has an answer hears nothing more


async def test_a_card_that_never_came_still_has_a_name(day: Day) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    rounds = Rounds(day.town.store, day.town.clock)
    assert await rounds.card_of(number) == f"question:{number}"
    routing = Routing(day.town.store, day.town.clock, ("energie",))
    with pytest.raises(QuestionNotFound):
        await routing.helpers(FAR)
    await routing.not_staff(number, "discord:nobody")
    await routing.not_staff(FAR, day.mo.identity)
    assert await day.rows("SELECT id FROM deliveries") == []
