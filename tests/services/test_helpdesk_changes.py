"""A message that is changed or deleted, a question taken back, moved or repeated (H2, X2)."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.outbox import Delivery, Note, Outbox, PlaceGone
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Ask,
    Changes,
    Hearing,
    HelpDesk,
    OwnQuestions,
    QuestionWithdrawn,
    StaffDesk,
    Told,
)
from tests.services.conftest import Town
from tests.services.test_retention import retention

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
EASY = "Hoe word ik lid van LSA?"
CRISIS = "ik wil niet meer leven"
PLACE = "discord:11"


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
def changes(town: Town, search: HelpDeskSearch) -> Changes:
    return Changes(town.store, town.clock, search)


@pytest.fixture
def staffdesk(town: Town) -> StaffDesk:
    return StaffDesk(town.store, town.clock)


class Taken:
    """A platform that takes everything."""

    async def send(self, delivery: Delivery, note: Note) -> str:
        return delivery.edits or f"discord:{1000 + delivery.id}"

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


async def deliver(town: Town) -> None:
    outbox = Outbox(town.store, town.clock, {"discord": Taken()})
    while await outbox.deliver_due():
        pass


async def rows(town: Town, query: str) -> list[tuple[object, ...]]:
    async with town.store.reading() as session:
        return [tuple(row) for row in await session.execute(text(query))]


async def question(town: Town, columns: str) -> tuple[object, ...]:
    return (await rows(town, f"SELECT {columns} FROM questions WHERE id = 1"))[0]


async def cards(town: Town) -> list[object]:
    """Each card of staff and each change of one: the source that it stands on."""
    query = "SELECT coalesce(edits, source) FROM deliveries WHERE kind = 'staff-question'"
    return [row[0] for row in await rows(town, f"{query} ORDER BY id")]


def typed(said: str = HARD, number: int = 1, **options: object) -> Ask:
    message = f"discord:{number}"
    place = {"place": PLACE, "message": message, "reply": True}
    return Ask(f"discord:m:{number}", said, **{**place, **options})


async def test_a_change_before_an_answer_is_searched_and_shown_anew(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    await desk.ask(await town.person("Rosa"), typed())
    await deliver(town)
    at = town.clock.now() + timedelta(minutes=1)
    for _ in range(2):  # Discord may say it twice
        assert await changes.edited("discord:m:1", EASY, at) == 1
    assert await question(town, "text, outcome, state") == (EASY, "answer", "open")
    edits = "SELECT edits FROM deliveries WHERE kind = 'question-reply' AND edits IS NOT NULL"
    assert await rows(town, edits) == [("question:1:reply",)]
    assert await cards(town) == ["question:1", "question:1"]
    edited = "SELECT count(*) FROM question_events WHERE kind = 'edited'"
    assert await rows(town, edited) == [(1,)]


async def test_a_change_that_comes_late_does_not_undo_a_later_one(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    await desk.ask(await town.person("Rosa"), typed())
    at = town.clock.now()
    await changes.edited("discord:m:1", HARD, at + timedelta(minutes=2))  # back to what it was
    await changes.edited("discord:m:1", EASY, at + timedelta(minutes=1))
    assert await question(town, "text") == (HARD,)
    assert await changes.edited("discord:m:99", EASY, at) is None
    assert await changes.gone("discord:m:99") is None


async def test_a_choice_that_becomes_a_hard_question_goes_to_staff(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    await desk.ask(await town.person("Rosa"), typed(EASY))
    assert await cards(town) == []
    await changes.edited("discord:m:1", HARD, town.clock.now())
    assert await question(town, "state, closed_at") == ("open", None)
    assert await cards(town) == ["question:1"]


async def test_after_an_answer_staff_only_read_that_it_changed(
    town: Town, desk: HelpDesk, changes: Changes, staffdesk: StaffDesk
) -> None:
    await desk.ask(await town.person("Rosa"), typed())
    await staffdesk.answer(await town.person("Sofie", "staff"), 1, "Bel Jan.", "i:1")
    before = len(await cards(town))
    await changes.edited("discord:m:1", EASY, town.clock.now())
    assert await question(town, "text, state") == (HARD, "answered")
    assert len(await cards(town)) == before + 1
    assert (await staffdesk.card(1)).is_changed


async def test_a_cry_that_is_changed_in_is_private_and_seen_at_once_by_staff(
    town: Town, desk: HelpDesk, changes: Changes, staffdesk: StaffDesk
) -> None:
    await desk.ask(await town.person("Rosa"), typed(EASY))
    await deliver(town)
    await desk.accept(await town.person("Rosa"), 1)
    await changes.edited("discord:m:1", CRISIS, town.clock.now(), Told.PRIVATELY)
    state, place, referral = await question(town, "state, reply_place, referral")
    assert (state, place, referral) == ("open", None, "zelfdoding")
    public = f"SELECT kind FROM deliveries WHERE target = '{PLACE}' AND edits IS NOT NULL"
    assert await rows(town, public) == [("question-private",)]
    assert await cards(town) == ["question:1"]
    assert (await staffdesk.card(1)).referral == "zelfdoding"


async def test_a_deleted_message_takes_the_question_back_once(
    town: Town, desk: HelpDesk, changes: Changes, staffdesk: StaffDesk
) -> None:
    rosa, sofie = await town.person("Rosa"), await town.person("Sofie", "staff")
    await desk.ask(rosa, typed())
    await staffdesk.claim(sofie, 1)
    await staffdesk.answer(sofie, 1, "Bel Jan.", "i:1")
    await deliver(town)
    for _ in range(2):
        assert await changes.gone("discord:m:1") == 1
    await changes.edited("discord:m:1", HARD, town.clock.now())  # came after its end
    assert await question(town, "text, state, reason") == ("", "closed", "withdrawn")
    query = "SELECT edits FROM deliveries WHERE kind = 'question-withdrawn' AND edits IS NOT NULL"
    unsaid = await rows(town, f"{query} ORDER BY id")
    assert unsaid == [("question:1:reply",), ("question:1:answer:i:1",)]
    for table in ("questions", "question_events", "deliveries"):
        dump = " ".join(str(row) for row in await rows(town, f"SELECT * FROM {table}"))
        assert "monteur" not in dump
    for again in (desk.hand_over, desk.go_private):
        with pytest.raises(QuestionWithdrawn):
            await again(rosa, 1)
    assert (await desk.read(rosa, 1)).is_withdrawn


async def test_what_was_not_sent_yet_is_not_sent_about_a_question_taken_back(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    await desk.ask(await town.person("Rosa"), typed())
    await changes.gone("discord:m:1")
    query = "SELECT state FROM deliveries WHERE kind = 'question-reply'"
    assert await rows(town, query) == [("cancelled",)]


async def test_who_goes_on_in_private_may_delete_the_message(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    rosa = await town.person("Rosa")
    await desk.ask(rosa, typed(EASY))
    await deliver(town)
    assert [await desk.go_private(rosa, 1) for _ in range(2)] == [True, False]
    await changes.gone("discord:m:1")
    assert await question(town, "text, state, asked_message") == (EASY, "suggested", None)
    query = "SELECT kind, to_person FROM deliveries WHERE source LIKE 'question:1:reply%'"
    found = {(kind, bool(private)) for kind, private in await rows(town, query)}
    assert found == {("question-private", False), ("question-reply", True)}


async def test_the_same_words_sent_again_stay_when_the_first_message_goes(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    rosa = await town.person("Rosa")
    first = await desk.ask(rosa, typed())
    for _ in range(2):
        again = await desk.ask(rosa, typed(number=2))
        assert (again.question_id, again.is_again) == (first.question_id, True)
    assert len(await rows(town, "SELECT id FROM deliveries WHERE kind = 'question-known'")) == 1
    await changes.gone("discord:m:1")
    assert await question(town, "origin, state") == ("discord:m:2", "open")
    await changes.gone("discord:m:2")
    assert await question(town, "state, reason") == ("closed", "withdrawn")


async def test_a_cry_or_another_place_or_time_is_never_the_same_question(
    town: Town, desk: HelpDesk
) -> None:
    rosa = await town.person("Rosa")
    await desk.ask(rosa, typed())
    asked = [await desk.ask(rosa, typed(number=2, place="discord:77"))]
    asked += [await desk.ask(rosa, typed(CRISIS, number)) for number in (3, 4)]
    town.clock.move(minutes=11)
    asked += [await desk.ask(rosa, typed(number=5)), await desk.ask(rosa, Ask("i", HARD))]
    asked += [await desk.ask(await town.person("Cem"), typed(number=6))]
    assert not any(one.is_again for one in asked)


# ------------------------------------------------------------------ in public, by the bot


@pytest.mark.parametrize("anonymous", [False, True])
async def test_a_public_question_stands_in_the_help_channel_with_its_answer_below(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk, anonymous: bool
) -> None:
    ask = Ask("i:1", f"{HARD}, bel 0612345678", public=True, anonymous=anonymous)
    asked = await desk.ask(await town.person("Rosa"), ask)
    assert (asked.is_posted, asked.left_out) == (True, True)
    await staffdesk.answer(await town.person("Sofie", "staff"), 1, "Bel Jan.", "i:1")
    wanted = ("question-posted", "question-reply", "question-answer")
    query = f"SELECT kind, target, to_person FROM deliveries WHERE kind IN {wanted} ORDER BY id"
    found = [(kind, target, bool(private)) for kind, target, private in await rows(town, query)]
    assert found == [(kind, PLACE, False) for kind in wanted]
    assert (await staffdesk.card(1)).asker == ("" if anonymous else "Rosa")


async def test_a_cry_is_never_put_in_public(town: Town, desk: HelpDesk) -> None:
    asked = await desk.ask(await town.person("Rosa"), Ask("i:1", CRISIS, public=True))
    assert not asked.is_posted
    assert await rows(town, f"SELECT id FROM deliveries WHERE target = '{PLACE}'") == []


class Posts(Taken):
    """A platform that keeps under what each reply came, or takes nothing in public."""

    def __init__(self, *, refuses: bool) -> None:
        self.refuses = refuses
        self.below: dict[str, object] = {}
        self.mailed: list[str] = []

    async def send(self, delivery: Delivery, note: Note) -> str:
        if self.refuses and not delivery.to_person and delivery.kind.startswith("question-"):
            reason = "outbox-forbidden"
            raise PlaceGone(reason)
        if delivery.to_person:
            self.mailed.append(delivery.kind)
        self.below[delivery.kind] = delivery.facts.get("reply_to")
        return await super().send(delivery, note)


async def test_the_answer_comes_below_the_post_or_to_the_asker_when_there_is_none(
    town: Town, desk: HelpDesk
) -> None:
    for number, refuses in enumerate((False, True)):
        ask = Ask(f"i:{number}", f"{HARD} {number}", public=True)
        await desk.ask(await town.person("Rosa"), ask)
        platform = Posts(refuses=refuses)
        outbox = Outbox(town.store, town.clock, {"discord": platform})
        while await outbox.deliver_due():
            pass
        query = "SELECT message FROM deliveries WHERE kind = 'question-posted' ORDER BY id DESC"
        post = (await rows(town, query))[0][0]
        if refuses:
            assert platform.mailed == ["question-reply"]
        else:
            assert post is not None
            assert platform.below["question-reply"] == post


# ------------------------------------------------------------------ the own questions


async def test_the_asker_closes_opens_and_takes_back_as_often_as_pressed(
    town: Town, desk: HelpDesk, staffdesk: StaffDesk
) -> None:
    rosa, own = await town.person("Rosa"), OwnQuestions(town.store, town.clock)
    await desk.ask(rosa, Ask("i:1", HARD, anonymous=True))
    for act, state in (
        (own.close, "closed"),
        (own.reopen, "open"),
        (own.close, "closed"),
        (own.reopen, "open"),
        (own.withdraw, "withdrawn"),
        (own.close, "withdrawn"),
    ):
        for _ in range(2):
            await act(rosa, 1)
        assert (await own.one(rosa, 1)).state == state
    with pytest.raises(QuestionWithdrawn):
        await own.reopen(rosa, 1)
    steps = [step.kind for step in (await own.one(rosa, 1)).steps]
    assert steps == ["asked", "closed", "reopened", "closed", "reopened", "withdrawn"]
    first, again, latest = "question:1", "question:1:again:1", "question:1:again:2"
    assert await cards(town) == [first, first, again, again, latest, latest]
    assert (await staffdesk.card(1)).asker == ""


async def test_yes_says_who_solved_it(town: Town, desk: HelpDesk, staffdesk: StaffDesk) -> None:
    rosa = await town.person("Rosa")
    await desk.ask(rosa, Ask("i:1", EASY))
    await desk.ask(rosa, Ask("i:2", HARD))
    await staffdesk.answer(await town.person("Sofie", "staff"), 2, "Bel Jan.", "i:1")
    for number in (1, 2):
        for _ in range(2):
            await desk.accept(rosa, number)
    query = "SELECT state, reason, solved_by, answered_at IS NOT NULL FROM questions ORDER BY id"
    found = [(*said, bool(at)) for *said, at in await rows(town, query)]
    assert found == [("closed", "solved", by, True) for by in ("article", "person")]


async def test_pages_hold_ten_and_a_page_too_far_is_the_last(town: Town, desk: HelpDesk) -> None:
    sofie, own = await town.person("Sofie", "staff"), OwnQuestions(town.store, town.clock)
    for number in range(12):
        await desk.ask(sofie, Ask(f"i:{number}", f"{HARD} {number}"))
    pages = [await own.mine(sofie, page) for page in (0, 1, 99)]
    assert [[q.id for q in page.questions] for page in pages] == [
        list(range(12, 2, -1)),
        [2, 1],
        [2, 1],
    ]
    assert {page.pages for page in pages} == {2}


async def test_questions_that_stand_as_a_message_are_looked_up_after_an_outage(
    town: Town, desk: HelpDesk, changes: Changes
) -> None:
    rosa, hearing = await town.person("Rosa"), Hearing(town.store, town.clock)
    await desk.ask(rosa, typed())
    await desk.ask(rosa, typed(EASY, 2, place=None, message=None))
    await desk.ask(rosa, Ask("discord:i:3", EASY))
    await desk.ask(rosa, typed(f"{HARD} nog een", 4))
    await changes.gone("discord:m:4")
    found = [(one.origin, one.place) for one in await hearing.typed_lately()]
    assert found == [("discord:m:2", None), ("discord:m:1", PLACE)]
    assert {one.account for one in await hearing.typed_lately()} == {rosa.identity}


async def test_what_stood_in_public_for_long_goes_too_when_a_question_is_taken_back(
    town: Town, desk: HelpDesk
) -> None:
    """Rule: 90 days after closing nothing is kept of it, and until then it can be taken away."""
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    await desk.ask(rosa, typed())
    await desk.ask(cem, Ask("i:1", f"{HARD} hier"))
    staffdesk = StaffDesk(town.store, town.clock)
    await staffdesk.answer(await town.person("Sofie", "staff"), 2, "Bel Jan.", "i:2")
    await deliver(town)
    work, own = retention(town.store, town.clock, town.folder), OwnQuestions(town.store, town.clock)
    town.clock.move(days=40)
    await work.apply()
    kept = "SELECT source, target FROM deliveries WHERE edits IS NULL ORDER BY id"
    staff = [("question:1", "discord:14"), ("question:2", "discord:14")]
    assert sorted(await rows(town, kept)) == [staff[0], ("question:1:reply", PLACE), staff[1]]
    await own.withdraw(rosa, 1)
    query = "SELECT edits FROM deliveries WHERE kind = 'question-withdrawn' AND edits IS NOT NULL"
    assert await rows(town, query) == [("question:1:reply",)]
    await deliver(town)
    town.clock.move(days=51)
    await work.apply()
    assert await rows(town, kept) == []
