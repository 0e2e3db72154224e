"""Is this still right? Asked once after a year of silence, and hidden two months later (M12)."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.content import Content
from bot.errors import NotAllowed
from bot.services.matching import Matching
from bot.services.matching.profiles import Freshness
from bot.services.matching.views import CollectiveNotFound
from bot.services.privacy import Retention
from data.store import collectives
from data.store.collectives import CollectiveRow
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from data.store.pictures import PictureRow
from tests.services.conftest import Town
from tests.services.test_privacy import build, collective

pytestmark = pytest.mark.asyncio
FACTS = {"collective": 1, "days": 61}


def freshness(town: Town) -> Freshness:
    return Matching.over(town.store, town.clock, Content.load()).freshness


async def add_group(town: Town, *contacts: int, number: int = 1) -> None:
    values = collective(number, town.clock) | {"community_id": town.community_id}
    async with town.store.writing() as session:
        await session.execute(insert(CollectiveRow).values(values))
        for person in contacts:
            await collectives.add_contact(session, number, person, "bel mij", town.clock.now())


async def group(town: Town) -> CollectiveRow | None:
    async with town.store.reading() as session:
        return await session.get(CollectiveRow, 1)


async def mail(town: Town) -> list[tuple[str, str, dict[str, object]]]:
    async with town.store.reading() as session:
        rows = await session.scalars(select(DeliveryRow).order_by(DeliveryRow.id))
        return [(row.kind, row.target, dict(row.facts)) for row in rows]


async def test_each_contact_is_asked_once_after_a_year_and_never_again(town: Town) -> None:
    rosa, cem = await town.person("Rosa"), await town.person("Cem")
    await add_group(town, rosa.id, cem.id)
    work = freshness(town)
    for days in (364, 1.1, 1, 30, 29):
        town.clock.move(days=days)
        await work.apply()
    asked = [("collective-silent", one.identity, FACTS) for one in (rosa, cem)]
    assert await mail(town) == asked


async def test_a_group_is_hidden_two_months_after_the_question_and_gone_after_thirty_months(
    town: Town,
) -> None:
    rosa = await town.person("Rosa")
    await add_group(town, rosa.id)
    work = freshness(town)
    terms = Retention(town.store, town.clock, build(town.store, town.clock, town.folder))
    seen = []
    for days in (366, 60.9, 0.2, 485, 1.5):
        town.clock.move(days=days)
        await work.apply()
        await terms.apply()
        found = await group(town)
        seen.append("gone" if found is None else "hidden" if found.hidden else "there")
    assert seen == ["there", "there", "hidden", "hidden", "gone"]


async def test_nobody_is_hidden_who_was_not_asked_first(town: Town) -> None:
    await add_group(town, (await town.person("Rosa")).id)
    town.clock.move(days=800)
    await freshness(town).apply()
    found = await group(town)
    assert found is not None
    assert (found.hidden, found.asked_at) == (False, town.clock.now())


async def test_one_yes_counts_as_a_sign_of_life_and_shows_a_hidden_group_again(
    town: Town,
) -> None:
    rosa = await town.person("Rosa")
    await add_group(town, rosa.id)
    work = freshness(town)
    for days in (366, 62):
        town.clock.move(days=days)
        await work.apply()
    rosa = await town.person("Rosa")
    for _ in range(2):
        assert await work.confirm(rosa, 1) == "Groep 1"
    town.clock.move(days=364)
    await work.apply()
    found = await group(town)
    assert found is not None
    assert not found.hidden
    assert len(await mail(town)) == 1
    town.clock.move(days=2)
    await work.apply()
    assert len(await mail(town)) == 2


async def test_who_paused_by_hand_is_left_in_peace(town: Town) -> None:
    await add_group(town, (await town.person("Rosa")).id)
    async with town.store.writing() as session:
        await session.execute(update(CollectiveRow).values(hidden=True))
    town.clock.move(days=400)
    await freshness(town).apply()
    assert await mail(town) == []


async def test_asking_another_group_is_a_sign_of_life(town: Town) -> None:
    await add_group(town)
    town.clock.move(days=300)
    await add_group(town, number=2)
    async with town.store.writing() as session:
        session.add(
            IntroductionRow(
                community_id=town.community_id, from_id=1, to_id=2, asked_by=None, note="",
                answered_by=None, state="asked", asked_at=town.clock.now(), ended_at=None,
                expires_at=town.clock.now() + timedelta(days=14),
            )
        )  # fmt: skip
    town.clock.move(days=100)
    await freshness(town).apply()
    assert await mail(town) == []


async def test_staff_hear_of_silent_groups_that_have_nobody_to_ask(town: Town) -> None:
    await add_group(town)
    await add_group(town, number=2)
    town.clock.move(days=366)
    for _ in range(2):
        await freshness(town).apply()
    facts = {"count": 2, "names": ["Groep 1", "Groep 2"], "days": 61}
    assert await mail(town) == [("collectives-silent", "discord:14", facts)]


async def test_only_a_contact_or_staff_confirms_a_group_of_their_own_community(town: Town) -> None:
    await add_group(town)
    work = freshness(town)
    with pytest.raises(NotAllowed):
        await work.confirm(await town.person("Rosa"), 1)
    with pytest.raises(CollectiveNotFound):
        await work.confirm(await town.person("Sofie", "staff"), 404)
    assert await work.confirm(await town.person("Sofie", "staff"), 1) == "Groep 1"


async def test_a_picture_goes_when_nothing_stands_with_it_any_more(town: Town) -> None:
    rosa = await town.person("Rosa")
    await add_group(town, rosa.id)
    async with town.store.writing() as session:
        for number in (1, 2):
            session.add(
                PictureRow(
                    id=number, community_id=town.community_id, by_person=rosa.id, data=b"x",
                    alt="Een huis", made_at=town.clock.now(),
                )
            )  # fmt: skip
        await session.flush()
        await session.execute(update(CollectiveRow).values(picture_id=1))
    town.clock.move(days=2)
    await freshness(town).apply()
    async with town.store.reading() as session:
        assert list(await session.scalars(select(PictureRow.id))) == [1]
