"""Who speaks for a group: coming, handing over and leaving, each with one message (X4)."""

from dataclasses import dataclass

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.content import Content
from bot.errors import NotAllowed
from bot.people import Person
from bot.services.matching import Matching, ProfileDraft
from bot.services.matching.views import AlreadyContact, CollectiveNotFound, OfferOver
from data.store.deliveries import DeliveryRow
from data.store.introductions import IntroductionRow
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
HALL = ProfileDraft("De Haven", "Deurne", "Wij runnen een buurthuis")


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@dataclass
class Group:
    """Rosa speaks for it."""

    town: Town
    matching: Matching
    id: int

    async def who(self, name: str) -> Person:
        return await self.town.person(name)

    async def contacts(self) -> tuple[str, ...]:
        """The names of the contacts, as one of them sees them."""
        for name in ("Rosa", "Cem", "Bart"):
            mine = await self.matching.profiles.mine(await self.who(name))
            if mine:
                return mine[0].contacts
        return ()

    async def mail(self, kind: str) -> list[DeliveryRow]:
        async with self.town.store.reading() as session:
            query = select(DeliveryRow).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
            return list(await session.scalars(query))

    async def offer_to(self, name: str) -> None:
        rosa, other = await self.who("Rosa"), await self.who(name)
        await self.matching.contacts.hand_over(rosa, self.id, other)


@pytest_asyncio.fixture
async def group(town: Town, content: Content) -> Group:
    matching = Matching.over(town.store, town.clock, content)
    made = await matching.profiles.make(await town.person("Rosa"), HALL)
    return Group(town, matching, made.id)


async def test_several_people_speak_for_a_group_and_see_each_others_names(group: Group) -> None:
    await group.matching.contacts.add(await group.who("Rosa"), group.id, await group.who("Cem"))
    assert await group.contacts() == ("Rosa", "Cem")
    card = await group.matching.profiles.look(await group.who("Bart"), group.id)
    assert card.contacts == ()


async def test_the_old_contact_goes_only_after_the_yes_of_the_new_one(group: Group) -> None:
    await group.offer_to("Cem")
    assert await group.contacts() == ("Rosa",)
    (asked,) = await group.mail("contact-offered")
    assert (asked.target, asked.facts["who"]) == ((await group.who("Cem")).identity, "Rosa")
    await group.matching.contacts.accept(await group.who("Cem"), group.id)
    assert await group.contacts() == ("Cem",)
    (told,) = await group.mail("contact-answered")
    assert (told.target, told.facts["taken"]) == ((await group.who("Rosa")).identity, True)


async def test_a_yes_twice_is_once(group: Group) -> None:
    await group.offer_to("Cem")
    for _ in range(2):
        await group.matching.contacts.accept(await group.who("Cem"), group.id)
    assert await group.contacts() == ("Cem",)
    assert len(await group.mail("contact-answered")) == 1


async def test_a_no_leaves_everything_as_it_was_and_is_told(group: Group) -> None:
    await group.offer_to("Cem")
    assert await group.matching.contacts.refuse(await group.who("Cem"), group.id) == "De Haven"
    assert await group.contacts() == ("Rosa",)
    (told,) = await group.mail("contact-answered")
    assert told.facts["taken"] is False
    for answer in (group.matching.contacts.accept, group.matching.contacts.refuse):
        with pytest.raises(OfferOver):
            await answer(await group.who("Cem"), group.id)


async def test_nobody_takes_a_role_that_was_not_offered_to_them(group: Group) -> None:
    await group.offer_to("Cem")
    with pytest.raises(OfferOver):
        await group.matching.contacts.accept(await group.who("Bart"), group.id)
    assert await group.contacts() == ("Rosa",)


async def test_asking_somebody_else_takes_the_first_question_back(group: Group) -> None:
    await group.offer_to("Cem")
    await group.offer_to("Bart")
    with pytest.raises(OfferOver):
        await group.matching.contacts.accept(await group.who("Cem"), group.id)
    await group.matching.contacts.accept(await group.who("Bart"), group.id)
    assert await group.contacts() == ("Bart",)


async def test_after_two_weeks_the_question_is_over(group: Group) -> None:
    await group.offer_to("Cem")
    group.town.clock.move(days=14)
    with pytest.raises(OfferOver):
        await group.matching.contacts.accept(await group.who("Cem"), group.id)


async def test_only_a_contact_hands_over_and_not_to_one(group: Group) -> None:
    contacts = group.matching.contacts
    rosa, cem = await group.who("Rosa"), await group.who("Cem")
    with pytest.raises(NotAllowed):
        await contacts.hand_over(cem, group.id, cem)
    with pytest.raises(CollectiveNotFound):
        await contacts.hand_over(await group.town.person("Sofie", "staff"), group.id, cem)
    for name in ("Rosa", "Cem"):
        await contacts.add(rosa, group.id, cem)
        with pytest.raises(AlreadyContact):
            await contacts.hand_over(rosa, group.id, await group.who(name))


async def test_open_requests_of_who_hands_over_are_withdrawn_and_the_new_one_is_asked(
    group: Group,
) -> None:
    bart = await group.who("Bart")
    other = await group.matching.profiles.make(bart, ProfileDraft("De Tuin", "Asten", "Een tuin"))
    requests = group.matching.introductions
    theirs = await requests.request(await group.who("Bart"), other.id, group.id)
    mine = await requests.request(await group.who("Rosa"), group.id, await third(group))
    await group.offer_to("Cem")
    await group.matching.contacts.accept(await group.who("Cem"), group.id)
    async with group.town.store.reading() as session:
        row = await session.get(IntroductionRow, mine.id)
    assert row is not None
    assert row.state == "withdrawn"
    asked = [
        m for m in await group.mail("introduction-request") if m.facts["introduction"] == theirs.id
    ]
    assert (await group.who("Cem")).identity in {message.target for message in asked}


async def third(group: Group) -> int:
    mo = await group.who("Mo")
    made = await group.matching.profiles.make(mo, ProfileDraft("De Bron", "Someren", "Wij koken"))
    return made.id


async def test_one_of_two_leaves_and_the_group_stays(group: Group) -> None:
    await group.matching.contacts.add(await group.who("Rosa"), group.id, await group.who("Cem"))
    left = await group.matching.contacts.leave(await group.who("Rosa"), group.id)
    assert not left.was_last
    assert not (await group.matching.profiles.look(await group.who("Bart"), group.id)).hidden
    assert await group.mail("contact-none") == []


async def test_when_the_last_one_leaves_nobody_finds_the_group_and_staff_hear(
    group: Group,
) -> None:
    left = await group.matching.contacts.leave(await group.who("Rosa"), group.id)
    assert left.was_last
    with pytest.raises(CollectiveNotFound):
        await group.matching.profiles.look(await group.who("Bart"), group.id)
    (told,) = await group.mail("contact-none")
    assert told.target == "discord:14"
    with pytest.raises(CollectiveNotFound):
        await group.matching.contacts.leave(await group.who("Rosa"), group.id)


async def test_the_last_one_may_come_back_for_two_weeks(group: Group) -> None:
    await group.matching.contacts.leave(await group.who("Rosa"), group.id)
    card = await group.matching.contacts.accept(await group.who("Rosa"), group.id)
    assert (card.hidden, card.contacts) == (False, ("Rosa",))
    await group.matching.contacts.leave(await group.who("Rosa"), group.id)
    group.town.clock.move(days=14)
    with pytest.raises(OfferOver):
        await group.matching.contacts.accept(await group.who("Rosa"), group.id)


async def test_who_leaves_a_draft_leaves_nothing_behind(town: Town, content: Content) -> None:
    matching = Matching.over(town.store, town.clock, content)
    rosa = await town.person("Rosa")
    made = await matching.profiles.make(rosa, HALL, is_ready=False)
    assert not (await matching.contacts.leave(rosa, made.id)).was_last
    assert await matching.profiles.mine(rosa, drafts=True) == ()
    again = await matching.profiles.make(await town.person("Cem"), HALL, is_ready=False)
    assert again.name == "De Haven"
