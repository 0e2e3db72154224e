"""Having a question of somebody else too, and hearing its answer, on both databases."""

import asyncio

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Answers,
    Ask,
    HelpDesk,
    OwnQuestions,
    QuestionNotFound,
    StaffDesk,
)
from bot.services.helpdesk.around.following import OwnQuestionFollowed
from bot.services.helpdesk.open_questions import NotHere
from bot.services.helpdesk.staff.joining import Joining
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
PLACE = "discord:11"
"""The help channel of the town."""


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
def answers(town: Town, content: Content, search: HelpDeskSearch) -> Answers:
    return Answers.over(town.store, town.clock, content, search)


@pytest.fixture
def staffdesk(town: Town) -> StaffDesk:
    return StaffDesk(town.store, town.clock)


async def asked(desk: HelpDesk, person: Person, said: str = HARD, place: str | None = PLACE) -> int:
    """The number of a question that somebody typed in a channel, or in private."""
    origin = f"m:{said}:{person.id}"
    ask = Ask(origin, said, place=place, message=f"discord:9{person.id}", reply=True)
    return (await desk.ask(person, ask)).question_id


async def letters(town: Town, kind: str) -> list[tuple[object, ...]]:
    """Who gets a message of this kind, and for what."""
    query = "SELECT person_id, source FROM deliveries WHERE kind = :kind ORDER BY id"
    async with town.store.reading() as session:
        found = await session.execute(text(query), {"kind": kind})
        return [tuple(row) for row in found]


async def test_who_has_the_question_too_gets_the_answer_once_in_private(
    town: Town, desk: HelpDesk, answers: Answers, staffdesk: StaffDesk
) -> None:
    rosa, cem, bart = [await town.person(name) for name in ("Rosa", "Cem", "Bart")]
    sofie = await town.person("Sofie", "staff")
    number = await asked(desk, rosa)
    first, *again = await asyncio.gather(*(answers.following.follow(cem, number) for _ in range(3)))
    assert [one.is_new for one in (first, *again)].count(True) == 1
    assert (await answers.following.follow(bart, number)).count == 2
    assert await answers.following.stop(bart, number)
    assert not await answers.following.stop(bart, number)
    for _ in range(2):
        await staffdesk.answer(sofie, number, "Bel Jan.", "i:1")
    await staffdesk.answer(sofie, number, "Of bel Piet.", "i:2")
    source = f"question:{number}:followed:i"
    assert await letters(town, "question-followed") == [
        (cem.id, f"{source}:1"), (cem.id, f"{source}:2")
    ]  # fmt: skip
    late = await answers.following.follow(bart, number)
    assert (late.is_open, late.is_new) == (False, False)


async def test_only_public_questions_of_others_without_a_crisis_can_be_followed(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    public = await asked(desk, rosa)
    private = await asked(desk, rosa, f"{HARD} in de wijk", place=None)
    crisis = await asked(desk, rosa, "ik heb schulden en de deurwaarder staat voor de deur")
    with pytest.raises(OwnQuestionFollowed):
        await answers.following.follow(rosa, public)
    for number, refusal in (
        (private, QuestionNotFound), (crisis, NotHere), (2**40, QuestionNotFound)
    ):  # fmt: skip
        with pytest.raises(refusal):
            await answers.following.follow(cem, number)
        with pytest.raises(QuestionNotFound):
            await answers.earlier.read(cem, number)
    async with town.store.reading() as session:
        assert await session.scalar(text("SELECT count(*) FROM question_followers")) == 0


async def test_an_answer_that_goes_on_in_private_is_told_to_nobody_else(
    town: Town, desk: HelpDesk, answers: Answers, staffdesk: StaffDesk
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    number = await asked(desk, rosa)
    await answers.following.follow(cem, number)
    await desk.go_private(rosa, number)
    await staffdesk.answer(await town.person("Sofie", "staff"), number, "Bel Jan.", "i:1")
    assert await letters(town, "question-followed") == []
    assert [who for who, _ in await letters(town, "question-followed-gone")] == [cem.id]


async def test_a_question_that_closes_without_an_answer_is_told_to_who_waits(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    number = await asked(desk, rosa)
    await answers.following.follow(cem, number)
    await OwnQuestions(town.store, town.clock).close(rosa, number)
    assert [who for who, _ in await letters(town, "question-followed-gone")] == [cem.id]
    assert (await answers.following.follow(cem, number)).is_open is False


async def test_when_an_article_was_the_answer_after_all_followers_get_it(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    number = await asked(desk, rosa, "Hoe word ik lid van LSA?")
    await desk.hand_over(rosa, number)
    await answers.following.follow(cem, number)
    await desk.accept(rosa, number)
    (one,) = await letters(town, "question-followed")
    assert one == (cem.id, f"question:{number}:followed:article:lid-worden")
    assert (await answers.earlier.read(cem, number)).article == "lid-worden"


async def test_a_merge_takes_followers_along_and_gives_them_what_was_answered(
    town: Town, desk: HelpDesk, answers: Answers, staffdesk: StaffDesk
) -> None:
    rosa, cem, bart = [await town.person(name) for name in ("Rosa", "Cem", "Bart")]
    sofie = await town.person("Sofie", "staff")
    first = await asked(desk, rosa)
    second = await asked(desk, cem, "goede monteur gezocht voor de dakgoot van ons gebouwtje")
    await answers.following.follow(bart, second)
    await staffdesk.answer(sofie, first, "Beste Rosa, bel Jan.", "i:1")
    await Joining(town.store, town.clock).merge(sofie, second, first)
    assert [who for who, _ in await letters(town, "question-followed-moved")] == [bart.id]
    assert [who for who, _ in await letters(town, "question-followed")] == [bart.id]
    async with town.store.reading() as session:
        told = await session.scalar(
            text("SELECT facts FROM deliveries WHERE kind = 'question-followed'")
        )
    assert "Rosa" not in str(told)
    assert (await answers.following.follow(bart, second)).question_id == first


async def test_what_is_really_alike_is_shown_to_who_waits_and_nothing_private(
    town: Town, desk: HelpDesk, answers: Answers, staffdesk: StaffDesk
) -> None:
    """H2: while a person looks, the asker reads what others got; X2: no dead end."""
    rosa, cem, bart = [await town.person(name) for name in ("Rosa", "Cem", "Bart")]
    sofie = await town.person("Sofie", "staff")
    answered = await asked(desk, rosa)
    await staffdesk.answer(sofie, answered, "Bel Jan.", "i:1")
    still_open = await asked(desk, bart, "wie kent een monteur voor de dakgoot van ons gebouwtje")
    elsewhere = await asked(desk, bart, f"{HARD} graag", place="discord:77")
    private = await asked(desk, bart, f"{HARD} alsjeblieft", place=None)
    await asked(desk, bart, "wie kent een goede tuinman voor het plein")
    ask = Ask("m:cem", f"weet iemand: {HARD}?", place=PLACE, message="discord:5", reply=True)
    earlier = (await desk.ask(cem, ask)).around.earlier
    assert {one.id: one.is_answered for one in earlier} == {answered: True, still_open: False}
    assert not {elsewhere, private} & {one.id for one in earlier}
    assert (await answers.earlier.read(cem, answered)).answers == ("Bel Jan.",)
