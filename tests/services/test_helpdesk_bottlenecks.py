"""A rule in the way, and the totals that staff see, on both databases."""

import asyncio

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.errors import NotAllowed
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import Ask, HelpDesk, QuestionNotFound
from bot.services.helpdesk.around.bottlenecks import Bottlenecks, EmptyRule, Rule, UnknownLayer
from bot.services.helpdesk.open_questions import NotHere
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
EASY = "Hoe word ik lid van LSA?"
RULE = Rule("Wij mogen geen soep koken zonder vergunning", "gemeente")


@pytest.fixture(scope="module")
def search() -> HelpDeskSearch:
    return HelpDeskSearch(Content.load())


@pytest.fixture
def desk(town: Town, search: HelpDeskSearch) -> HelpDesk:
    return HelpDesk(town.store, town.clock, Content.load(), search)


@pytest.fixture
def rules(town: Town) -> Bottlenecks:
    return Bottlenecks(town.store, town.clock)


async def kept(town: Town) -> list[tuple[object, ...]]:
    async with town.store.reading() as session:
        found = await session.execute(text("SELECT rule, layer, themes FROM bottlenecks"))
        return [tuple(row) for row in found]


async def test_h6_a_rule_in_the_way_is_kept_once_per_question_and_person_and_can_go(
    town: Town, desk: HelpDesk, rules: Bottlenecks
) -> None:
    rosa = await town.person("Rosa")
    number = (await desk.ask(rosa, Ask("a", EASY))).question_id
    new = await asyncio.gather(*(rules.note(rosa, number, RULE) for _ in range(3)))
    assert sorted(new) == [False, False, True]
    changed = Rule("Soep mag niet, bel 0612345678", "unknown")
    assert not await rules.note(rosa, number, changed)
    ((rule, layer, themes),) = await kept(town)
    assert ("Soep mag niet" in str(rule), layer) == (True, "unknown")
    assert "0612345678" not in str(rule)
    assert "lsa" in str(themes)
    assert await rules.take_back(rosa, number)
    assert not await rules.take_back(rosa, number)
    assert await kept(town) == []


async def test_who_may_not_and_what_cannot_be_kept(
    town: Town, desk: HelpDesk, rules: Bottlenecks
) -> None:
    """H3: nothing of somebody in need is ever counted."""
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    number = (await desk.ask(rosa, Ask("a", EASY))).question_id
    crisis = (await desk.ask(rosa, Ask("b", "ik wil dood"))).question_id
    for person, one, told, refusal in (
        (cem, number, RULE, QuestionNotFound),
        (rosa, crisis, RULE, NotHere),
        (rosa, 99, RULE, QuestionNotFound),
        (rosa, number, Rule(" \u200b", "gemeente"), EmptyRule),
        (rosa, number, Rule("een regel", "europa"), UnknownLayer),
    ):
        with pytest.raises(refusal):
            await rules.note(person, one, told)
    assert await kept(town) == []


async def test_staff_see_a_number_from_five_people_on_and_no_words(
    town: Town, desk: HelpDesk, rules: Bottlenecks
) -> None:
    sofie = await town.person("Sofie", "staff")
    people = [await town.person(f"Buur{letter}") for letter in "abcde"]
    for number, person in enumerate(people):
        asked = await desk.ask(person, Ask(f"q{number}", EASY))
        layer = "gemeente" if number else "rijk"
        await rules.note(person, asked.question_id, Rule("Zo'n regel", layer))
        if number < 4:
            twice = await desk.ask(person, Ask(f"r{number}", f"{EASY} En snel?"))
            await rules.note(person, twice.question_id, Rule("Nog een regel", layer))
            totals = await rules.totals(sofie)
            assert (totals.themes, totals.layers, totals.too_few) == ((), (), True)
    totals = await rules.totals(sofie)
    assert {count for _, count in totals.themes} == {5}
    assert (totals.layers, totals.too_few) == ((), False)
    with pytest.raises(NotAllowed):
        await rules.totals(people[0])
