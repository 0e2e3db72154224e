"""Successes: shared, looked at by staff, found and taken back, on both databases (X13, X14, H9)."""

import pytest
import pytest_asyncio
from sqlalchemy import update

from bot.content import Content
from bot.errors import NotAllowed
from bot.people import Person
from bot.services.matching import Matching, ProfileDraft, SuccessDraft, Wish
from bot.services.matching.successes import (
    EmptySuccess,
    SuccessNoGroup,
    SuccessNoReason,
    SuccessNotFound,
)
from data.store import circles, collectives, deliveries
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
HALL = ProfileDraft("De Meent", "Elsloo", "Wij beheren zelf het dorpshuis.")
KEY = SuccessDraft(
    "We kregen de sleutel van het dorpshuis in eigen beheer",
    "Drie jaar praten met de gemeente, en een begroting die klopte.",
    "Eerder een jurist vragen.",
)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def matching(town: Town, content: Content) -> Matching:
    return Matching.over(town.store, town.clock, content)


@pytest_asyncio.fixture
async def bart(town: Town, matching: Matching) -> Person:
    """Speaks for De Meent (1)."""
    await matching.profiles.make(await town.person("Bart"), HALL)
    return await town.person("Bart")


async def queued(town: Town, kind: str) -> list[str]:
    async with town.store.reading() as session:
        found = await session.scalars(
            deliveries.select(deliveries.DeliveryRow)
            .where(deliveries.DeliveryRow.kind == kind)
            .order_by(deliveries.DeliveryRow.id)
        )
        return [row.target for row in found]


async def publish(town: Town, matching: Matching, success_id: int = 1) -> None:
    await matching.successes.publish(await town.person("Sofie", "staff"), success_id)


async def test_a_success_is_read_by_everybody_only_after_staff_looked(
    town: Town, matching: Matching, bart: Person
) -> None:
    shared = await matching.successes.share(bart, 1, KEY)
    rosa = await town.person("Rosa")
    assert shared.state == "waiting"
    assert await queued(town, "staff-success") == ["discord:14"]
    with pytest.raises(SuccessNotFound):
        await matching.successes.read(rosa, shared.id)
    assert await matching.stories.newest(town.community_id) == ()
    await publish(town, matching)
    read = await matching.successes.read(rosa, shared.id)
    assert (read.state, read.name, read.what) == ("published", "De Meent", KEY.what)
    assert await matching.stories.newest(town.community_id) == (read,)
    assert len(await queued(town, "success-checked")) == 1


async def test_the_same_form_twice_is_one_success(matching: Matching, bart: Person) -> None:
    first = await matching.successes.share(bart, 1, KEY)
    again = await matching.successes.share(bart, 1, KEY)
    assert first.id == again.id
    assert len(await matching.successes.mine(bart)) == 1


async def test_a_double_press_of_staff_tells_the_group_once(
    town: Town, matching: Matching, bart: Person
) -> None:
    await matching.successes.share(bart, 1, KEY)
    await publish(town, matching)
    await publish(town, matching)
    assert len(await queued(town, "success-checked")) == 1


async def test_only_a_group_shares_and_only_staff_publishes(
    town: Town, matching: Matching, bart: Person
) -> None:
    rosa = await town.person("Rosa")
    with pytest.raises(SuccessNoGroup):
        await matching.successes.share(rosa, 1, KEY)
    await matching.successes.share(bart, 1, KEY)
    with pytest.raises(NotAllowed):
        await matching.successes.publish(bart, 1)
    with pytest.raises(NotAllowed):
        await matching.successes.refuse(rosa, 1, "zomaar")
    with pytest.raises(SuccessNotFound):
        await matching.successes.withdraw(rosa, 1)


@pytest.mark.parametrize(
    "draft", [SuccessDraft("", "x"), SuccessDraft("x", " \n "), SuccessDraft("\u200b", "x")]
)
async def test_an_empty_success_is_refused(
    matching: Matching, bart: Person, draft: SuccessDraft
) -> None:
    with pytest.raises(EmptySuccess):
        await matching.successes.share(bart, 1, draft)


async def test_a_no_has_a_reason_that_the_group_reads(
    town: Town, matching: Matching, bart: Person
) -> None:
    await matching.successes.share(bart, 1, KEY)
    sofie = await town.person("Sofie", "staff")
    with pytest.raises(SuccessNoReason):
        await matching.successes.refuse(sofie, 1, "  ")
    await publish(town, matching)
    refused = await matching.successes.refuse(sofie, 1, "Er staat een naam in.")
    assert refused.reason == "Er staat een naam in."
    assert await matching.stories.newest(town.community_id) == ()


async def test_an_example_from_abroad_says_what_differs_here(
    matching: Matching, bart: Person
) -> None:
    abroad = SuccessDraft("Een wijkfonds in Gent", "Met steun van de stad.", abroad="De wet.")
    shared = await matching.successes.share(bart, 1, abroad)
    assert (shared.context, shared.differs, shared.country) == ("buitenland", "De wet.", "")


async def test_what_is_taken_back_is_nowhere_any_more(
    town: Town, matching: Matching, bart: Person
) -> None:
    await matching.successes.share(bart, 1, KEY)
    await publish(town, matching)
    gone = await matching.successes.withdraw(bart, 1)
    assert (gone.what, gone.how, gone.otherwise) == ("", "", "")
    assert await matching.stories.fitting(town.community_id, "sleutel van het dorpshuis") == ()
    with pytest.raises(SuccessNotFound):
        await matching.successes.publish(await town.person("Sofie", "staff"), 1)


async def test_a_question_finds_the_success_that_fits_and_nothing_when_none_does(
    town: Town, matching: Matching, bart: Person
) -> None:
    await matching.successes.share(bart, 1, KEY)
    garden = SuccessDraft("Onze moestuin op een braak veld", "We kregen water van de buren.")
    await matching.successes.share(bart, 1, garden)
    for number in (1, 2):
        await publish(town, matching, number)
    fitting = matching.stories.fitting
    [hall, *_] = await fitting(town.community_id, "wie nam een dorpshuis over van de gemeente?")
    assert hall.id == 1
    [plot, *_] = await fitting(town.community_id, "wij willen een moestuin op een braak stuk grond")
    assert plot.id == 2
    assert await fitting(town.community_id, "hoe verzeker ik een bakfiets?") == ()


async def test_the_circles_of_its_themes_get_it_once(
    town: Town, matching: Matching, bart: Person
) -> None:
    shared = await matching.successes.share(bart, 1, KEY)
    assert shared.themes
    async with town.store.writing() as session:
        session.add(
            circles.CircleRow(
                community_id=town.community_id,
                theme=shared.themes[0],
                state="open",
                place="discord:99",
                proposed_at=town.clock.now(),
                opened_at=town.clock.now(),
            )
        )
    await publish(town, matching)
    await publish(town, matching)
    assert await queued(town, "success-circle") == ["discord:99"]


async def test_a_success_stays_when_its_group_goes_and_shows_no_more_of_its_place_than_wanted(
    town: Town, matching: Matching, bart: Person
) -> None:
    async with town.store.writing() as session:
        await session.execute(update(collectives.CollectiveRow).values(precision="province"))
    shared = await matching.successes.share(bart, 1, KEY)
    assert shared.place == ""
    await publish(town, matching)
    async with town.store.writing() as session:
        await session.execute(collectives.delete(collectives.CollectiveRow))
    [left] = await matching.stories.newest(town.community_id)
    assert (left.group_id, left.name) == (None, "De Meent")


async def test_a_success_counts_as_knowledge_when_others_look_for_a_group(
    town: Town, matching: Matching, bart: Person
) -> None:
    """X13: what worked is found under the group itself, and named with it."""
    rosa = await town.person("Rosa")
    wish = Wish(text="wie heeft zonnepanelen gelegd op het dak van de kerk?")
    assert (await matching.finder.find(rosa, wish)).found == ()
    roof = SuccessDraft("Er liggen zonnepanelen op het dak van de kerk", "Samen met de kerk.")
    await matching.successes.share(bart, 1, roof)
    await publish(town, matching)
    [found] = (await matching.finder.find(rosa, wish)).found
    assert (found.card.name, found.success) == ("De Meent", roof.what)
