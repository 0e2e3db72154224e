"""H2, X2: the rare turns around a question: who may see it, who is gone, what comes too late."""

from datetime import timedelta

import pytest
import pytest_asyncio

from bot.content import Content
from bot.content.contexts import ASKABLE
from bot.errors import NotAllowed
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Answers,
    Changes,
    Forum,
    QuestionNotFound,
    QuestionWithdrawn,
)
from bot.services.helpdesk.around.context import UnknownContext
from bot.services.helpdesk.around.theming import UnknownTheme
from bot.services.helpdesk.forum.forum import Heard
from bot.services.helpdesk.open_questions import NotHere
from tests.services.conftest import Town
from tests.services.edges import FAR, PUBLIC, put, stranger, withdraw
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def day(town: Town) -> Day:
    return await Day(town).open()


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def search(content: Content) -> HelpDeskSearch:
    return HelpDeskSearch(content)


@pytest.fixture
def answers(town: Town, content: Content, search: HelpDeskSearch) -> Answers:
    return Answers.over(town.store, town.clock, content, search)


async def test_following_ends_with_the_question_and_is_for_what_all_may_read(
    day: Day, answers: Answers
) -> None:
    following = answers.following
    open_, other = await day.ask(day.rosa, "Hoe?", **PUBLIC), await day.ask(day.cem, "Zo?")
    assert await following.text_of(open_) == "Hoe?"
    assert [await following.text_of(one) for one in (other, FAR)] == ["", ""]
    assert not await following.stop(day.cem, FAR)
    with pytest.raises(QuestionNotFound):
        await following.follow(day.rosa, other)
    with pytest.raises(QuestionNotFound):
        await following.follow(await stranger(day.town), open_)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide", **PUBLIC)
    with pytest.raises(NotHere):
        await following.follow(day.cem, hurt)
    await following.follow(day.cem, open_)
    await day.desk.answer(day.sofie, open_, "Bel Jan.", "i:1")
    assert await following.stop(day.cem, open_)
    assert len(await day.sent("question-followed")) == 1


async def test_a_follower_who_asked_the_other_question_is_not_told_of_their_own(
    day: Day, answers: Answers
) -> None:
    first = await day.ask(day.rosa, "Hoe?", **PUBLIC)
    second = await day.ask(day.cem, "Hoe dan?", **PUBLIC)
    await answers.following.follow(day.rosa, second)
    await day.desk.joining.merge(day.sofie, second, first)
    assert await day.sent("question-followed-moved") == []
    assert await day.rows("SELECT person_id FROM question_followers") == []


async def test_only_the_asker_tells_of_themselves_and_only_what_was_asked(
    day: Day, answers: Answers
) -> None:
    number = await day.ask(day.rosa, "Hoe?")
    facets = answers.facets
    facet = ASKABLE[0]
    value = facets.values(facet)[0]
    assert facets.facet_of(value) == facet
    for wrong in (("zomaar", value), (facet, "zomaar")):
        with pytest.raises(UnknownContext):
            await answers.contexts.tell(day.rosa, number, *wrong)
    assert (facets.values("zomaar"), facets.facet_of("zomaar")) == ((), "")
    with pytest.raises(NotAllowed):
        await answers.contexts.tell(day.cem, number, facet, value)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide")
    with pytest.raises(NotHere):
        await answers.contexts.tell(day.rosa, hurt, facet, value)
    for _ in range(2):
        await answers.contexts.tell(day.rosa, number, facet, value)
    (context,) = await day.rows(f"SELECT context FROM questions WHERE id = {number}")
    assert value in str(context)


async def test_a_theme_comes_from_the_asker_or_staff_and_exists(day: Day, answers: Answers) -> None:
    theming, number = answers.theming, await day.ask(day.rosa, "Hoe?")
    with pytest.raises(UnknownTheme):
        theming.of_group("zomaar")
    with pytest.raises(UnknownTheme):
        await theming.judge(day.rosa, number, ["zomaar"])
    with pytest.raises(NotAllowed):
        await theming.judge(day.cem, number, [])
    gone = await day.ask(day.rosa, "Weg")
    await withdraw(day, day.rosa, gone)
    hurt = await day.ask(day.rosa, "Nood", referral="suicide")
    for one in (gone, hurt):
        with pytest.raises(QuestionNotFound):
            await theming.judge(day.sofie, one, [])
    assert [await theming.judge(day.rosa, number, []) for _ in range(2)] == [True, False]


async def test_nothing_stands_around_what_is_not_for_the_reader(day: Day, answers: Answers) -> None:
    away, number = await stranger(day.town), await day.ask(day.rosa, "Hoe?")
    hurt = await day.ask(day.rosa, "Nood", referral="suicide", **PUBLIC)
    for who, which in ((day.cem, number), (away, number), (day.rosa, hurt), (day.rosa, FAR)):
        around = await answers.around.of_article(who, which, "lsa-lid", "nl")
        assert (around.besides, around.duties) == ((), ())
    for who, which in ((away, number), (day.cem, number), (day.rosa, FAR)):
        with pytest.raises(QuestionNotFound):
            await answers.earlier.read(who, which)
    with pytest.raises(NotHere):
        await answers.earlier.read(day.rosa, hurt)


async def test_a_post_of_another_community_or_one_taken_back_is_left_alone(day: Day) -> None:
    forum = Forum(day.town.store, day.town.clock, {"energie": "wonen"})
    away = await stranger(day.town)
    post = {"reply_place": "discord:900", "reply_message": "discord:900"}
    number = await day.ask(day.rosa, "Hoe?", state="suggested", **post)
    await put(day, number, "origin", "discord:m:900")
    for who, which in ((away, number), (day.sofie, number + 9)):
        for act in (forum.done, forum.not_done):
            with pytest.raises(QuestionNotFound):
                await act(who, which)
        with pytest.raises(QuestionNotFound):
            await forum.solve(who, which, "discord:901")
    assert forum.groups_of(["energie", "zomaar", "energie"]) == ("wonen",)
    await forum.not_done(day.rosa, number)  # nobody had asked yet
    assert await day.state(number) == "suggested"
    private = await day.ask(day.rosa, "En nu?")
    await forum.solve(day.sofie, private, "discord:901")  # no line: it stands in no channel
    assert await day.sent("question-solved") == []
    assert await day.state(private) == "closed"
    assert [await forum.has_post(one) for one in (number, private, FAR)] == [True, False, False]
    await withdraw(day, day.rosa, number)
    with pytest.raises(QuestionWithdrawn):
        await forum.solve(day.rosa, number, "discord:902")
    heard = await forum.hear(day.rosa.identity, "discord:900", "Toch nog iets?", asks=True)
    assert heard is Heard.NOTHING
    assert await day.state(number) == "closed"


async def test_an_edit_that_is_none_or_comes_too_late_changes_nothing(
    day: Day, search: HelpDeskSearch
) -> None:
    town = day.town
    changes, now = Changes(town.store, town.clock, search), town.clock.now()
    number = await day.ask(day.rosa, "Hoe?")
    await put(day, number, "origin", "discord:m:1")
    assert await changes.edited("discord:m:2", "Hoe?", now) is None
    assert await changes.edited("discord:m:2", " ", now) is None
    assert await changes.edited("discord:m:1", "Hoe?", now) == number  # the same words
    later = now + timedelta(minutes=1)
    assert await changes.edited("discord:m:1", "Wie kent een monteur?", later) == number
    assert await changes.edited("discord:m:1", "Wie kent een dakdekker?", now) == number
    query = f"SELECT text FROM questions WHERE id = {number}"
    assert await day.rows(query) == [("Wie kent een monteur?",)]
    assert await changes.edited("discord:m:1", "", later) == number  # emptied: taken back
    assert (await day.rows(query), await day.state(number)) == ([("",)], "closed")
