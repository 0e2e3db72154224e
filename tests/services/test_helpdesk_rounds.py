"""Questions raise themselves: each morning, after the goal, and when a post falls silent."""

import asyncio

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.errors import NotAllowed
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Ask,
    Forum,
    HelpDesk,
    Hours,
    OwnQuestions,
    Rounds,
    StaffDesk,
)
from bot.services.helpdesk.forum.forum import Heard, NoPost
from data.store import communities
from tests.services.conftest import Town

HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
EASY = "Hoe word ik lid van LSA?"
POST = "discord:900"


@pytest.fixture(scope="module")
def search() -> HelpDeskSearch:
    return HelpDeskSearch(Content.load())


@pytest.fixture
def desk(town: Town, search: HelpDeskSearch) -> HelpDesk:
    return HelpDesk(town.store, town.clock, Content.load(), search)


@pytest.fixture
def rounds(town: Town) -> Rounds:
    return Rounds(town.store, town.clock)


async def queued(town: Town, kind: str) -> list[tuple[object, ...]]:
    query = f"SELECT source, target, facts FROM deliveries WHERE kind = '{kind}' ORDER BY id"
    async with town.store.reading() as session:
        return [tuple(row) for row in await session.execute(text(query))]


async def of_question(town: Town, number: int, *columns: str) -> tuple[object, ...]:
    query = f"SELECT {', '.join(columns)} FROM questions WHERE id = {number}"
    async with town.store.reading() as session:
        return tuple((await session.execute(text(query))).one())


async def waiting(town: Town, desk: HelpDesk, count: int) -> None:
    """Some people ask, each one question."""
    for number in range(count):
        asker = await town.person(f"Vrager{number}")
        await desk.ask(asker, Ask(f"q{number}", f"{HARD} nummer {number}"))


@pytest.mark.asyncio
async def test_the_list_comes_once_each_working_morning(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    """X2, peers row 23: an unanswered question raises itself, combined and never doubled."""
    assert await rounds.list_waiting() == 0  # nothing waits
    await waiting(town, desk, 27)
    sofie = await town.person("Sofie", "staff")
    await StaffDesk(town.store, town.clock).claim(sofie, 2)
    both = await asyncio.gather(
        rounds.list_waiting(), Rounds(town.store, town.clock).list_waiting()
    )
    assert sorted(both) == [0, 1]
    ((source, target, facts),) = await queued(town, "staff-round")
    assert (source, target) == ("round:1:2026-11-24", "discord:14")
    assert '"more": 2' in str(facts).replace("'", '"')
    assert await of_question(town, 1, "raised") == (1,)
    assert await of_question(town, 27, "raised") == (0,)
    town.clock.move(days=4)  # a Saturday: nobody is bothered
    assert await rounds.list_waiting() == 0
    town.clock.move(days=2, hours=-2)  # Monday, 8.00
    assert await rounds.list_waiting() == 0
    town.clock.move(hours=1)
    assert await rounds.list_waiting() == 1
    lines = await rounds.waiting([2, 1])
    assert [(one.id, one.by, one.is_late) for one in lines] == [(2, "Sofie", True), (1, "", True)]


@pytest.mark.asyncio
async def test_a_referral_is_in_the_list_without_a_word_of_it(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    """H3: nobody is lost, and nothing of it is shown."""
    await desk.ask(await town.person("Rosa"), Ask("a", "ik wil dood"))
    (line,) = await rounds.waiting([1])
    assert (line.text, line.has_referral, line.due_at) == ("", True, None)
    town.clock.move(days=7)
    assert await rounds.tell_late() == 0


@pytest.mark.asyncio
async def test_the_goal_that_passed_is_told_once_and_together(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    """Peers row 22: escalation after the goal, never a flood."""
    await waiting(town, desk, 2)
    assert await rounds.tell_late() == 0
    town.clock.move(days=2, hours=7, minutes=30)  # Thursday 17.30: late, and closed
    assert await rounds.tell_late() == 0
    town.clock.move(hours=16)  # Friday 9.30: staff just got the list
    assert await rounds.tell_late() == 0
    town.clock.move(hours=2)
    both = await asyncio.gather(rounds.tell_late(), Rounds(town.store, town.clock).tell_late())
    assert sorted(both) == [0, 2]
    assert [source for source, *_ in await queued(town, "staff-late")] == ["late:1:2026-11-27"]
    assert await of_question(town, 1, "raised") == (2,)
    await waiting(town, desk, 3)
    async with town.store.writing() as session:
        await session.execute(text("UPDATE questions SET due_at = asked_at"))
    town.clock.move(minutes=1)
    assert await rounds.tell_late() == 0  # there was one today
    town.clock.move(days=3)
    assert await rounds.tell_late() == 1  # only who was not told about before
    town.clock.move(days=1)
    assert await rounds.tell_late() == 0


@pytest.mark.asyncio
async def test_roles_are_mentioned_only_when_the_community_wants_that(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    await waiting(town, desk, 1)
    town.clock.move(days=3, hours=2)
    ada = await town.person("Ada", "admin")
    await Hours(town.store, town.clock).put_promises(ada, "2", "14", calls_staff=True)
    assert await rounds.tell_late() == 1
    ((*_, facts),) = await queued(town, "staff-late")
    assert "'staff'" in str(facts) or '"staff"' in str(facts)


async def post(town: Town, desk: HelpDesk, said: str = EASY) -> int:
    """Rosa begins a post in the help forum."""
    asked = await desk.ask(
        await town.person("Rosa"),
        Ask("discord:m:900", said, place=POST, message=POST, reply=True),
    )
    return asked.question_id


@pytest.mark.asyncio
async def test_a_silent_post_is_asked_about_then_put_away_and_opens_again(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    """Peers rows 26 and 28: a warning first, and reopening by writing."""
    async with town.store.writing() as session:
        value = {"place": "discord:11", "forum": True}
        await communities.put_setting(session, town.community_id, "helpdesk", value)
    forum = Forum(town.store, town.clock, {})
    number = await post(town, desk)
    rosa = (await town.person("Rosa")).identity
    town.clock.move(days=13)
    assert await rounds.mind_silent() == 0
    town.clock.move(days=1, minutes=1)
    both = await asyncio.gather(rounds.mind_silent(), Rounds(town.store, town.clock).mind_silent())
    assert sorted(both) == [0, 1]
    assert await of_question(town, number, "wakes_at") != (None,)
    town.clock.move(days=6)
    assert await rounds.mind_silent() == 0
    town.clock.move(days=1)
    assert await rounds.mind_silent() == 1
    assert await of_question(town, number, "state", "reason") == ("closed", "silent")
    assert [target for _, target, _ in await queued(town, "question-put-away")] == [POST]
    assert "true" in str((await queued(town, "question-marks"))[-1][2]).lower()
    # thanks and others do not open it; its asker does
    assert await forum.hear(rosa, POST, "dank je", asks=False) is Heard.NOTHING
    assert await forum.hear("discord:1", POST, "en ik dan?", asks=True) is Heard.NOTHING
    assert await forum.hear(rosa, "discord:901", "hallo?", asks=True) is Heard.NOTHING
    assert await forum.hear(rosa, POST, "Maar hoe lang duurt dat?", asks=True) is Heard.OPENED
    assert await of_question(town, number, "state", "reason") == ("open", None)
    card = await StaffDesk(town.store, town.clock).card(number)
    assert card.talk == ((True, "Maar hoe lang duurt dat?"),)
    assert card.due_at is not None


@pytest.mark.asyncio
async def test_a_sign_of_anybody_keeps_a_post_open(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    forum, rosa, cem = (
        Forum(town.store, town.clock, {}),
        await town.person("Rosa"),
        await town.person("Cem"),
    )
    number = await post(town, desk)
    town.clock.move(days=10)
    await forum.hear(cem.identity, POST, "Dat vraag ik me ook af", asks=True)
    town.clock.move(days=10)
    assert await rounds.mind_silent() == 0
    town.clock.move(days=5)
    assert await rounds.mind_silent() == 1
    with pytest.raises(NotAllowed):
        await forum.not_done(cem, number)
    for _ in range(2):
        await forum.not_done(rosa, number)
    assert await of_question(town, number, "wakes_at") == (None,)
    town.clock.move(days=8)
    assert await rounds.mind_silent() == 0
    town.clock.move(days=7)
    assert await rounds.mind_silent() == 1
    for _ in range(2):
        await forum.done(rosa, number)
    assert await of_question(town, number, "state") == ("closed",)
    assert await forum.hear(rosa.identity, POST, "Nog een vraag?", asks=True) is Heard.OFFERED
    assert await of_question(town, number, "state") == ("closed",)
    assert len(await queued(town, "question-over")) == 1


@pytest.mark.asyncio
async def test_nobody_is_asked_while_staff_owe_an_answer_or_where_it_is_off(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    number = await post(town, desk, HARD)
    town.clock.move(days=40)
    assert await rounds.mind_silent() == 0
    sofie, ada = await town.person("Sofie", "staff"), await town.person("Ada", "admin")
    await StaffDesk(town.store, town.clock).answer(sofie, number, "Bel Jan.", "i:1")
    await Hours(town.store, town.clock).put_promises(ada, "2", "0", calls_staff=False)
    town.clock.move(days=40)
    assert await rounds.mind_silent() == 0


@pytest.mark.asyncio
async def test_the_answer_in_a_post_is_marked_and_can_move(
    town: Town, desk: HelpDesk, rounds: Rounds
) -> None:
    """Peers row 29: which message was the answer."""
    forum, rosa, cem = (
        Forum(town.store, town.clock, {"lsa-lid": "lsa"}),
        await town.person("Rosa"),
        await town.person("Cem"),
    )
    number = await post(town, desk, HARD)
    with pytest.raises(NotAllowed):
        await forum.solve(cem, number, "discord:901")
    with pytest.raises(NoPost):
        await forum.solve_here(rosa, "discord:77", "discord:78")
    for _ in range(2):
        assert await forum.solve_here(rosa, POST, "discord:901") == number
    solved = await of_question(town, number, "state", "reason", "solution", "solved_by")
    assert solved == ("closed", "solved", "discord:901", "person")
    sofie = await town.person("Sofie", "staff")
    town.clock.move(minutes=1)
    await forum.solve(sofie, number, "discord:902")
    town.clock.move(minutes=1)
    await forum.solve(sofie, number, "discord:901")
    assert await forum.is_solution(number, "discord:901")
    first = [source for source, *_ in await queued(town, "question-solved")]
    assert first[0] == f"question:{number}:solved:discord:901"
    assert len(first) == 5  # two lines, and three changes of them
    states = [str(facts) for *_, facts in await queued(town, "question-marks")]
    assert ["open" in states[0], "solved" in states[-1]] == [True, True]
    await OwnQuestions(town.store, town.clock).reopen(rosa, number)
    assert "open" in str((await queued(town, "question-marks"))[-1][2])
