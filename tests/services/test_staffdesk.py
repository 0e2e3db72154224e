"""H2, X2: what staff do with questions, alone and at the same moment, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.errors import BadInput, NotAllowed
from bot.people import Person
from bot.services.helpdesk import AnswerDrafts, CannedReplies, OwnQuestions, StaffDesk
from bot.services.helpdesk.refusals import (
    DraftGone,
    KeptApart,
    LineNeeded,
    Merged,
    NameTaken,
    NoOther,
    NotMerged,
    NotNow,
    NotStaff,
    OwnDraft,
    UnknownPlaceholder,
)
from bot.services.helpdesk.staff.answering import without_name
from data.store import questions
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio


class Day:
    """Two of staff, some askers, and the services of staff; no search is needed for these rules."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.desk = StaffDesk(town.store, town.clock)
        self.drafts = AnswerDrafts(town.store, town.clock, None)  # type: ignore[arg-type]
        self.canned = CannedReplies(town.store, town.clock, lambda theme, _: theme.upper())

    async def open(self) -> "Day":
        self.sofie = await self.town.person("Sofie", "staff")
        self.mo = await self.town.person("Mo", "staff")
        self.rosa, self.cem = await self.town.person("Rosa"), await self.town.person("Cem")
        return self

    async def ask(self, who: Person, said: str, **more: object) -> int:
        origin = f"{who.name}:{said}"
        values = {
            "community_id": self.town.community_id, "asked_by": who.id, "claimed_by": None,
            "origin": origin, "text": said, "language": "nl", "anonymous": False, "state": "open",
            "outcome": "unsure", "themes": ["energie"], "suggested": [], "referral": None,
            "reply_place": None, "reply_message": None, "asked_place": None, "asked_message": None,
            "asked_at": self.town.clock.now(), "closed_at": None,
        } | more  # fmt: skip
        async with self.town.store.writing() as session:
            await questions.add(session, **values)
            row = await questions.find_by_origin(session, origin)
            assert row is not None
            return row.id

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        async with self.town.store.reading() as session:
            return [tuple(row) for row in await session.execute(text(query))]

    async def sent(self, kind: str) -> list[str]:
        query = f"SELECT source FROM deliveries WHERE kind = '{kind}' AND edits IS NULL ORDER BY id"
        return [str(row[0]) for row in await self.rows(query)]

    async def state(self, number: int) -> str:
        return (await self.desk.card(number)).state


@pytest.fixture
def day(town: Town) -> Day:
    return Day(town)


async def test_two_who_answer_at_once_send_one_and_the_other_is_asked(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.drafts.begin(day.sofie, number)
    assert (await day.drafts.begin(day.mo, number)).others == (("Sofie", 0),)
    first = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1", seen=0)
    other = await day.drafts.write(day.mo, number, "Bel Piet.", "i:2", seen=0)
    done = await asyncio.gather(
        day.drafts.send(day.sofie, first.id, 0), day.drafts.send(day.mo, other.id, 0)
    )
    (kept,) = [one for one in done if one.state == "kept"]
    assert [one.state for one in done].count("sent") == 1
    assert [one.text for one in kept.newer] == ["Bel Jan." if kept.id == other.id else "Bel Piet."]
    who = day.mo if kept.id == other.id else day.sofie
    for _ in range(2):
        assert (await day.drafts.send(who, kept.id, kept.seen)).state == "sent"
    assert len(await day.sent("question-answer")) == 2
    card = await day.desk.card(number)
    assert card.state == "answered"
    query = "SELECT answered_at IS NOT NULL, solved_by FROM questions"
    assert [(bool(a), b) for a, b in await day.rows(query)] == [(True, "person")]


async def test_who_types_after_a_colleague_answered_is_asked_and_a_repeat_is_one(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    assert await day.drafts.type(day.sofie, number, "Bel Jan.", "m:1") is None
    clash = await day.drafts.type(day.mo, number, "Bel Piet.", "m:2")
    again = await day.drafts.type(day.mo, number, "Bel Piet.", "m:2")
    assert clash is not None
    assert again is not None
    assert (clash.id, clash.newer[0].by) == (again.id, "Sofie")
    assert await day.drafts.type(day.sofie, number, "Bel Jan.", "m:1") is None
    assert len(await day.sent("question-answer")) == 1


async def test_a_draft_is_approved_once_by_another_and_never_unseen(day: Day) -> None:
    await day.open()
    ada = await day.town.person("Ada", "admin")
    number = await day.ask(day.rosa, "Hoe?")
    draft = await day.drafts.write(day.sofie, number, "Bel Jan.", "i:1")
    asked = await day.drafts.reviews.ask(day.sofie, draft.id)
    with pytest.raises(OwnDraft):
        await day.drafts.reviews.approve(day.sofie, draft.id, asked.version, 0)
    await day.drafts.change(day.sofie, draft.id, "Bel Piet.")
    renewed = await day.drafts.reviews.ask(day.sofie, draft.id)
    with pytest.raises(DraftGone):
        await day.drafts.reviews.approve(day.mo, draft.id, asked.version, 0)
    await day.drafts.reviews.give_back(day.mo, draft.id, renewed.version, "Noem het nummer.")
    assert (await day.drafts.look(day.sofie, draft.id)).remark == "Noem het nummer."
    last = await day.drafts.reviews.ask(day.sofie, draft.id)
    done = await asyncio.gather(
        *(day.drafts.reviews.approve(one, draft.id, last.version, 0) for one in (day.mo, ada)),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["Draft", "DraftGone"]
    assert await day.rows("SELECT text, written_by FROM answers") == [("Bel Piet.", day.sofie.id)]
    with pytest.raises(NotAllowed):
        await day.drafts.write(day.rosa, number, "Ik", "i:9")


async def test_a_duplicate_gets_the_same_answer_whichever_comes_first(day: Day) -> None:
    await day.open()
    first, second = await day.ask(day.rosa, "Hoe?"), await day.ask(day.cem, "Hoe dan?")
    await asyncio.gather(
        day.desk.joining.merge(day.sofie, second, first),
        day.desk.answer(day.mo, first, "Beste Rosa, bel Jan.", "i:1"),
    )
    found = await day.rows("SELECT question_id, text FROM answers ORDER BY question_id")
    assert found == [(first, "Beste Rosa, bel Jan."), (second, "Beste buurtgenoot, bel Jan.")]
    assert [await day.state(one) for one in (first, second)] == ["answered", "answered"]
    with pytest.raises(NotMerged):
        await day.desk.joining.part(day.sofie, second)


async def test_a_merge_is_undone_until_answered_and_a_crisis_stays_apart(day: Day) -> None:
    await day.open()
    first, second = await day.ask(day.rosa, "Hoe?"), await day.ask(day.cem, "Hoe dan?")
    third = await day.ask(day.cem, "Nood", referral="suicide")
    joining = day.desk.joining
    await joining.merge(day.sofie, second, first)
    assert (await day.desk.card(first)).merged == (second,)
    with pytest.raises(Merged):
        await day.desk.answer(day.mo, second, "Bel Jan.", "i:1")
    await joining.part(day.sofie, second)
    assert (await day.state(second), (await day.desk.card(first)).merged) == ("open", ())
    for one, other in ((third, first), (first, third)):
        with pytest.raises(KeptApart):
            await joining.merge(day.sofie, one, other)
    for other in (first, 99, 10**12):
        with pytest.raises(NoOther):
            await joining.merge(day.sofie, first, other)
    await joining.link(day.sofie, first, second)
    assert (await day.desk.card(second)).linked == (first,)
    split = [await joining.split(day.sofie, first, "En de kosten?", "i:5") for _ in range(2)]
    assert split[0] == split[1]
    assert (await day.desk.card(split[0])).asker == "Rosa"


async def test_the_asker_answers_while_staff_close_and_nothing_is_lost(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    await asyncio.gather(
        day.desk.back.reply(day.rosa, number, "Ja.", "i:2"),
        day.desk.handling.close(day.mo, number, "other", "Niets gehoord."),
    )
    card = await day.desk.card(number)
    assert card.talk == ((False, "Huur je?"), (True, "Ja."))
    await day.desk.back.reply(day.rosa, number, "Ja.", "i:2")
    assert len((await day.desk.card(number)).talk) == 2
    if card.state == "closed":
        await day.desk.back.reply(day.rosa, number, "Ik huur echt.", "i:3")
    assert await day.state(number) == "claimed"
    with pytest.raises(NotAllowed):
        await day.desk.back.reply(day.cem, number, "Ik ook.", "i:4")


async def test_a_silent_asker_is_warned_once_and_let_go_kindly(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    until = await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    assert until - day.town.clock.now() == timedelta(days=7)
    assert await day.desk.wake_due() == 0
    day.town.clock.move(days=5, minutes=1)
    await asyncio.gather(day.desk.wake_due(), day.desk.wake_due())
    assert len(await day.sent("question-ask-back-warning")) == 1
    assert await day.state(number) == "waiting"
    day.town.clock.move(days=2)
    for _ in range(2):
        await day.desk.wake_due()
    card = await day.desk.card(number)
    assert (card.state, card.reason) == ("closed", "silent")
    assert len(await day.sent("question-ended")) == 1


async def test_nobody_is_asked_about_a_question_that_was_taken_back(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    await OwnQuestions(day.town.store, day.town.clock).withdraw(day.rosa, number)
    query = "SELECT state FROM deliveries WHERE kind = 'question-ask-back'"
    assert await day.rows(query) == [("cancelled",)]


async def test_who_was_never_warned_because_the_bot_was_away_gets_time(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.back.ask(day.sofie, number, "Huur je?", "i:1")
    day.town.clock.move(days=30)
    await day.desk.wake_due()
    assert await day.state(number) == "waiting"
    day.town.clock.move(days=2, minutes=1)
    await day.desk.wake_due()
    assert await day.state(number) == "closed"


async def test_what_is_put_away_comes_back_to_who_has_it(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    at = await day.desk.handling.snooze(day.sofie, number, "vrijdag")
    assert at.isoformat() == "2026-11-27T08:00:00+00:00"
    day.town.clock.move(days=3)
    await day.desk.wake_due()
    card = await day.desk.card(number)
    assert (card.state, card.claimed_by, card.until) == ("claimed", "Sofie", None)
    assert len(await day.sent("staff-pointer")) == 1


async def test_hand_over_notes_and_closing_keep_their_rules(day: Day) -> None:
    await day.open()
    number, handling = await day.ask(day.rosa, "Hoe?"), day.desk.handling
    await handling.hand_over(day.sofie, number, day.mo)
    assert (await day.desk.card(number)).claimed_by == "Mo"
    with pytest.raises(NotStaff):
        await handling.hand_over(day.sofie, number, day.rosa)
    await handling.release(day.sofie, number)
    await handling.note(day.sofie, number, "Is een buurvrouw van Mo.")
    assert (await day.desk.card(number)).notes == 1
    with pytest.raises(LineNeeded):
        await handling.close(day.sofie, number, "elsewhere", " ")
    with pytest.raises(BadInput):
        await handling.close(day.sofie, number, "duplicate", "Zomaar.")
    await handling.close(day.sofie, number, "elsewhere", "De gemeente helpt je.")
    with pytest.raises(NotNow):
        await handling.snooze(day.sofie, number, "vrijdag")
    await handling.reopen(day.sofie, number)
    details = await day.desk.look(day.mo, number)
    assert (details.card.state, details.card.claimed_by) == ("open", "")
    told = await day.rows("SELECT facts FROM deliveries WHERE kind LIKE 'question-%'")
    assert "buurvrouw" not in str(told)
    assert "De gemeente helpt je." in str(told)


async def test_a_ready_answer_never_names_who_asked_without_a_name(day: Day) -> None:
    await day.open()
    named, nameless = (
        await day.ask(day.rosa, "Hoe {naam}?"),
        await day.ask(day.rosa, "Hoe zo?", anonymous=True),
    )
    made = await day.canned.make(
        day.sofie, "Groet", "Beste {naam}, over {thema}: {vraag} Groet, {Medewerker}"
    )
    for said in ("{adres}", "{}"):
        with pytest.raises(UnknownPlaceholder):
            await day.canned.make(day.sofie, said, f"Ken je {said}?")
    with pytest.raises(NameTaken):
        await day.canned.make(day.mo, "GROET", "Dag")
    filled = await day.canned.fill(day.sofie, made.id, named)
    assert filled == "Beste Rosa, over ENERGIE: Hoe {naam}? Groet, Sofie"
    assert "Rosa" not in await day.canned.fill(day.sofie, made.id, nameless)
    other = await day.ask(day.cem, "Hoe dan?")
    await day.desk.joining.merge(day.sofie, other, named)
    assert "Rosa" not in await day.canned.fill(day.sofie, made.id, named)
    await day.canned.delete(day.mo, made.id)
    assert await day.canned.all(day.sofie) == ()


async def test_a_card_that_nobody_remembers_comes_anew(day: Day) -> None:
    await day.open()
    number = await day.ask(day.rosa, "Hoe?")
    await day.desk.claim(day.sofie, number)
    await day.desk.handling.release(day.sofie, number)
    assert await day.sent("staff-question") == [f"question:{number}"]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Beste Rosa, hallo", "Beste buurtgenoot, hallo"),
        ("Dag Rosa de Wit, bel Jan", "Dag buurtgenoot, bel Jan"),
        ("Ik sprak Rosa de Wit", "Ik sprak buurtgenoot"),
    ],
)
async def test_others_do_not_read_the_name_of_the_asker(said: str, left: str) -> None:
    assert without_name(said, "Rosa de Wit", "nl") == left
