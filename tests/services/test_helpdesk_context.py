"""What an answer says to who asks: one question back, the theme, a wrong answer, on both."""

import asyncio

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.content.contexts import ASKABLE
from bot.errors import NotAllowed
from bot.people import Person
from bot.plain_language import Jargon, Level, findings
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.services.helpdesk import Answers, Ask, HelpDesk, QuestionNotFound, Reply, StaffDesk
from bot.services.helpdesk.around.context import UnknownContext
from bot.services.helpdesk.around.theming import UnknownTheme
from bot.services.helpdesk.facets import UNSAID
from bot.services.helpdesk.open_questions import NotHere
from tests.services.conftest import Town

COLD = "ons huis is koud en er zit nog enkel glas in, wat kunnen we doen met de buren"
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
def answers(town: Town, content: Content, search: HelpDeskSearch) -> Answers:
    return Answers.over(town.store, town.clock, content, search)


async def ask(desk: HelpDesk, person: Person, said: str, place: str | None = None) -> Reply:
    origin = f"m:{said}:{person.id}"
    message = "discord:9" if place else None
    return await desk.ask(person, Ask(origin, said, place=place, message=message, reply=True))


async def rows(town: Town, query: str) -> list[tuple[object, ...]]:
    async with town.store.reading() as session:
        return [tuple(row) for row in await session.execute(text(query))]


# ------------------------------------------------------------------ one question back


@pytest.mark.asyncio
async def test_h5_h13_one_question_decides_between_tenant_and_owner(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    """H5: one thing at most; H13: tenants and owners each get an answer of their own."""
    rosa = await town.person("Rosa")
    reply = await ask(desk, rosa, COLD, "discord:11")
    assert (reply.outcome, reply.articles[0].id) == (Outcome.ANSWER, "huurders-isolatie")
    assert (reply.around.asks, reply.around.besides) == ("tenure", ())
    number = reply.question_id
    for _ in range(2):
        await answers.contexts.tell(rosa, number, "tenure", "owner")
    after = await desk.read(rosa, number)
    (instead,) = after.around.besides
    assert (after.around.asks, instead.source_name) == ("", "RVO")
    assert "koophuis" in instead.title
    await answers.contexts.tell(rosa, number, "tenure", "tenant")
    assert (await desk.read(rosa, number)).around.besides == ()
    edits = await rows(town, "SELECT edits FROM deliveries WHERE edits IS NOT NULL")
    assert edits == [(f"question:{number}:reply",)] * 2  # what stands in the channel follows


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("wij huren een koud huis met enkel glas, wat kunnen we doen met de buren", ""),
        ("ons koophuis is koud en er zit nog enkel glas in, wat kunnen we met de buren", "owner"),
    ],
)
async def test_h5_nothing_is_asked_that_was_said(
    town: Town, desk: HelpDesk, said: str, value: str
) -> None:
    reply = await ask(desk, await town.person("Rosa"), said)
    if reply.outcome is Outcome.ANSWER and reply.articles[0].id == "huurders-isolatie":
        assert reply.around.asks == ""
        assert [one.value for one in reply.around.besides] == ([value] if value else [])
    else:
        pytest.fail(f"another answer: {reply.outcome} {[one.id for one in reply.articles]}")


@pytest.mark.asyncio
async def test_skipping_is_kept_and_a_stranger_or_a_strange_value_is_refused(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    number = (await ask(desk, rosa, COLD)).question_id
    crisis = (await ask(desk, rosa, "ik wil dood")).question_id
    await answers.contexts.tell(rosa, number, "tenure", UNSAID)
    assert (await desk.read(rosa, number)).around.asks == ""
    for person, one, value, refusal in (
        (cem, number, "owner", NotAllowed),
        (rosa, number, "village", UnknownContext),
        (rosa, 99, "owner", QuestionNotFound),
        (rosa, crisis, "owner", NotHere),
    ):
        with pytest.raises(refusal):
            await answers.contexts.tell(person, one, "tenure", value)


@pytest.mark.asyncio
async def test_what_the_asker_told_stands_on_the_card_of_staff(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa = await town.person("Rosa")
    number = (await ask(desk, rosa, COLD)).question_id
    await answers.contexts.tell(rosa, number, "tenure", "tenant")
    await desk.hand_over(rosa, number)
    card = await StaffDesk(town.store, town.clock).card(number)
    assert ("tenure", "tenant") in card.context


@pytest.mark.parametrize(
    ("article", "said", "values"),
    [
        ("buurtmoestuin", "hoe starten we een moestuin in de buurt voor de vlinders", ["nature"]),
        ("buurtmoestuin", "een moestuin om gezellig samen bezig te zijn", ["company"]),
        ("buurtmoestuin", "hoe starten we een moestuin in de buurt", []),
        ("repair-cafe", "wat kost het om een repair cafe te beginnen", ["money"]),
        ("warmtenet-wcw", "wordt het goedkoper met een warmtenet", ["money"]),
        ("delen-auto-spullen", "een deelauto voor het milieu", ["nature"]),
        ("impact-meten", "wat levert de koffie op", ["money"]),
        ("wooncooperatie", "samen wonen om elkaar te ontmoeten", ["company"]),
        ("statuten", "wat kost het om de statuten te veranderen", []),
    ],
)
def test_h10_the_angle_that_the_asker_shows_is_offered(
    answers: Answers, article: str, said: str, values: list[str]
) -> None:
    facets = answers.facets
    assert [one.value for one in facets.fitting(article, said, {})] == values
    assert not facets.motive(article, said)
    assert facets.to_ask("buurtmoestuin", said, {}) == ""  # a motive is never asked


def test_h10_angles_are_short_and_in_plain_words(content: Content) -> None:
    """Short, so that the core of the article stays; plain, as the articles themselves."""
    angles = [one for one in content.contexts.variants if one.facet == "motive"]
    assert len({one.article for one in angles}) >= 20
    assert len({(one.article, one.value) for one in angles}) == len(angles)
    assert [one.article for one in angles if max(map(len, (one.text_nl, one.text_en))) > 220] == []
    jargon = Jargon.load()
    hard = [found for one in angles for found in findings(one.text_nl, jargon)]
    assert [found for found in hard if found.level is Level.FAIL] == []


def test_every_variant_belongs_to_an_article_and_every_facet_that_is_asked_has_two(
    content: Content,
) -> None:
    articles = {article.id for article in content.articles}
    assert {one.article for one in content.contexts.variants} <= articles
    asked = [value for value in content.contexts.values if value.facet in ASKABLE]
    assert {facet: sum(one.facet == facet for one in asked) for facet in ASKABLE} == {
        "tenure": 2, "place": 2, "form": 2
    }  # fmt: skip


def test_h10_an_angle_that_no_article_has_is_said_to_be_missing(answers: Answers) -> None:
    said = "hoe begin je samen een woongroep voor de natuur"
    assert answers.facets.motive("wooncooperatie", said)
    assert not answers.facets.motive("vog-gratis", said)


@pytest.mark.parametrize(
    ("said", "flemish"),
    [
        ("Onze vzw wil een wijkcentrum openen, wat moet dat kosten?", True),
        ("De schepen van cultuur zegt dat het niet mag", True),
        ("Kunnen wij in Sint-Niklaas een voedselbos starten?", True),
        ("Er liggen twee schepen in onze haven", False),
        ("Ons gemeenteraadslid luistert niet", False),
        ("Mogen we een boom planten in het geel geverfde plein?", False),
    ],
)
def test_x17_flemish_words_are_recognised(answers: Answers, said: str, flemish: bool) -> None:
    assert answers.facets.is_flemish(said) is flemish


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Wat is er dit weekend te doen in de buurt?", True),
        ("mag ik ook komen als ik geen lid ben", True),
        ("What's on this week?", True),
        ("Wat valt er te doen tegen eenzaamheid?", False),
        ("Kunnen we komen kijken bij een buurthuis?", False),
        ("Welke subsidie is er voor een activiteit?", False),
        ("Wij hebben veel te doen", False),
    ],
)
def test_h14_who_asks_what_there_is_to_do_is_understood(
    answers: Answers, said: str, asked: bool
) -> None:
    assert answers.facets.asks_what_is_on(said) is asked


# ------------------------------------------------------------------ the theme


@pytest.mark.asyncio
async def test_the_theme_is_a_guess_with_a_score_until_a_person_says_it(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    sofie = await town.person("Sofie", "staff")
    number = (await ask(desk, rosa, HARD)).question_id
    guess = await answers.theming.guess(rosa, number)
    assert not guess.is_judged
    assert all(0 < chance <= 1 for _, chance in guess.guesses)
    theme = answers.theming.of_group("groen-klimaat")[0]
    assert await answers.theming.judge(rosa, number, [theme])
    assert not await answers.theming.judge(rosa, number, [theme])
    assert await answers.theming.judge(sofie, number, [])
    after = await answers.theming.guess(sofie, number)
    assert (after.themes, after.is_judged) == ((), True)
    steps = await rows(town, "SELECT kind FROM question_events WHERE kind = 'themed'")
    cards = await rows(town, "SELECT 1 FROM deliveries WHERE edits = 'question:1'")
    assert (len(steps), len(cards)) == (2, 2)
    with pytest.raises(NotAllowed):
        await answers.theming.judge(cem, number, [theme])
    with pytest.raises(UnknownTheme):
        await answers.theming.judge(rosa, number, ["ruimtevaart"])
    with pytest.raises(UnknownTheme):
        answers.theming.of_group("ruimtevaart")


# ------------------------------------------------------------------ a wrong answer


@pytest.mark.asyncio
async def test_a_wrong_answer_is_thrown_away_once_and_staff_read_which(
    town: Town, desk: HelpDesk, answers: Answers
) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    sofie = await town.person("Sofie", "staff")
    number = (await ask(desk, rosa, "Hoe word ik lid van LSA?", "discord:11")).question_id
    with pytest.raises(NotAllowed):
        await answers.discarding.throw_away(cem, number)
    await asyncio.gather(*(answers.discarding.throw_away(rosa, number) for _ in range(3)))
    assert await answers.discarding.throw_away(sofie, number) is False
    reply = await desk.reply_of(number)
    assert (reply.around.is_thrown_away, reply.waits_for_staff) == (True, True)
    steps = await rows(town, "SELECT facts FROM question_events WHERE kind = 'thrown-away'")
    assert len(steps) == 1
    assert "lid-worden" in str(steps[0])
    changes = await rows(town, "SELECT 1 FROM deliveries WHERE source LIKE 'question:1:reply:%'")
    assert len(changes) == 2  # with staff, and gone: the same reply twice
