"""Data on hold is not used: nobody is introduced, no news goes out, and it can be taken back."""

from dataclasses import replace

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.content import Content
from bot.errors import NotAllowed
from bot.people import DataOnHold, Person
from bot.posts import Post, to_person
from bot.services.matching import Matching, ProfileDraft
from bot.services.matching.views import IntroductionOver
from bot.services.privacy import Privacy, Restriction, RestrictionOver
from data.store import alerts
from data.store.audits import AuditRow
from data.store.deliveries import DeliveryRow
from tests.services.conftest import Town
from tests.services.test_privacy import build

pytestmark = pytest.mark.asyncio
HALL = ProfileDraft("De Meent", "Elsloo", "Wij beheren het dorpshuis.", ("een begroting",))


class Street:
    """Cem and Bart each speak for a group; Rosa follows the news."""

    def __init__(self, town: Town, matching: Matching, privacy: Privacy) -> None:
        self.town, self.matching, self.privacy = town, matching, privacy
        self.groups: dict[str, int] = {}

    async def who(self, name: str, role: str = "") -> Person:
        return await self.town.person(name, role)

    async def ask(self, asker: str, asked: str) -> int:
        found = await self.matching.introductions.request(
            await self.who(asker), self.groups[asker], self.groups[asked]
        )
        return found.id

    async def hold(self, name: str, kind: Restriction = Restriction.RESTRICT) -> bool:
        return await self.privacy.restrictions.make(await self.who(name), kind)

    async def mail(self) -> list[tuple[str, str, str]]:
        async with self.town.store.reading() as session:
            rows = await session.scalars(select(DeliveryRow).order_by(DeliveryRow.id))
            return [(row.kind, row.target, row.state) for row in rows]

    async def post(self, name: str, kind: str, edits: str | None = None) -> bool:
        person = await self.who(name)
        post = Post(kind, f"test:{kind}:{edits}", {}, self.town.clock.now(), edits=edits)
        async with self.town.store.writing() as session:
            return await to_person(session, person.community_id, person.id, "nl", post)

    async def followers(self) -> list[int]:
        async with self.town.store.writing() as session:
            rows = await alerts.hold_followers(session, self.town.community_id, ["energie"])
            return [row[0] for row in rows]


@pytest_asyncio.fixture
async def street(town: Town) -> Street:
    matching = Matching.over(town.store, town.clock, Content.load())
    street = Street(town, matching, build(town.store, town.clock, town.folder))
    for name in ("Cem", "Bart"):
        made = await matching.profiles.make(await street.who(name), replace(HALL, name=name))
        street.groups[name] = made.id
    async with town.store.writing() as session:
        rosa = await street.who("Rosa")
        await alerts.put_subscription(session, rosa.id, town.community_id, "*", town.clock.now())
    return street


@pytest.mark.parametrize("kind", Restriction)
async def test_staff_hear_of_it_once(street: Street, kind: Restriction) -> None:
    assert [await street.hold("Rosa", kind) for _ in range(2)] == [True, False]
    assert await street.mail() == [("privacy-restriction", "discord:14", "queued")]


async def test_no_news_goes_to_somebody_whose_data_is_on_hold(street: Street) -> None:
    rosa = await street.who("Rosa")
    assert await street.followers() == [rosa.id]
    await street.hold("Rosa")
    assert await street.followers() == []
    await street.privacy.restrictions.take_back(rosa, Restriction.RESTRICT)
    assert await street.followers() == [rosa.id]


@pytest.mark.parametrize(
    ("kind", "edits", "goes"),
    [
        ("contact-added", None, False),
        ("question-answer", None, True),
        ("privacy-reminder", None, True),
        ("alert", "alert:1", True),
    ],
)
async def test_only_what_was_asked_for_and_changes_of_what_is_there_go_out(
    street: Street, kind: str, edits: str | None, *, goes: bool
) -> None:
    await street.hold("Rosa")
    assert await street.post("Rosa", kind, edits) is goes


async def test_what_waits_and_was_not_asked_for_is_cancelled(street: Street) -> None:
    for kind in ("contact-added", "question-answer"):
        await street.post("Rosa", kind)
    await street.hold("Rosa")
    states = {kind: state for kind, _, state in await street.mail()}
    assert (states["contact-added"], states["question-answer"]) == ("cancelled", "queued")


async def test_who_has_data_on_hold_cannot_ask_to_meet(street: Street) -> None:
    await street.hold("Cem")
    with pytest.raises(DataOnHold):
        await street.ask("Cem", "Bart")


async def test_a_group_of_which_nobody_may_be_told_is_for_staff(street: Street) -> None:
    await street.hold("Bart")
    await street.ask("Cem", "Bart")
    assert await street.mail() == [
        ("privacy-restriction", "discord:14", "queued"),
        ("introduction-no-contact", "discord:14", "queued"),
    ]


async def test_an_open_request_ends_so_that_no_name_is_shared(street: Street) -> None:
    asked = await street.ask("Cem", "Bart")
    await street.hold("Cem")
    with pytest.raises(IntroductionOver):
        await street.matching.introductions.accept(await street.who("Bart"), asked, "bel mij")
    bart = (await street.who("Bart")).identity
    assert ("introduction-request", bart, "queued") in await street.mail()


async def test_one_taken_back_leaves_the_other(street: Street) -> None:
    restrictions = street.privacy.restrictions
    for kind in Restriction:
        await street.hold("Rosa", kind)
    assert await restrictions.of(await street.who("Rosa")) == frozenset(Restriction)
    for left in (True, False):
        rosa = await street.who("Rosa")
        kind = Restriction.RESTRICT if left else Restriction.OBJECT
        done = [await restrictions.take_back(rosa, kind) for _ in range(2)]
        assert done == [True, False]
        assert (await street.who("Rosa")).on_hold is left


async def card(street: Street, number: int = 1) -> str:
    view = await street.privacy.restrictions.look(number)
    return "over" if view is None else f"{view.name} {view.kind.value}"


async def test_the_card_for_staff_names_the_person_until_it_is_over(street: Street) -> None:
    await street.hold("Rosa", Restriction.OBJECT)
    assert await card(street) == "Rosa object"
    await street.privacy.restrictions.take_back(await street.who("Rosa"), Restriction.OBJECT)
    assert await card(street) == "over"
    assert [kind for kind, _, _ in await street.mail()] == ["privacy-restriction"] * 2


async def test_an_admin_ends_an_objection_and_the_person_hears_so(street: Street) -> None:
    await street.hold("Rosa", Restriction.OBJECT)
    admin = await street.who("Ada", "admin")
    await street.privacy.restrictions.decide(admin, 1)
    rosa = await street.who("Rosa")
    assert not rosa.on_hold
    assert ("privacy-decided", rosa.identity, "queued") in await street.mail()
    with pytest.raises(RestrictionOver):
        await street.privacy.restrictions.decide(admin, 1)


@pytest.mark.parametrize("role", ["", "staff"])
async def test_nobody_but_an_admin_ends_an_objection(street: Street, role: str) -> None:
    await street.hold("Rosa", Restriction.OBJECT)
    with pytest.raises(NotAllowed):
        await street.privacy.restrictions.decide(await street.who("Mo", role), 1)
    assert (await street.who("Rosa")).on_hold


async def test_the_acts_are_written_down_by_number(street: Street) -> None:
    await street.hold("Rosa", Restriction.OBJECT)
    await street.privacy.restrictions.take_back(await street.who("Rosa"), Restriction.OBJECT)
    async with street.town.store.reading() as session:
        rows = await session.scalars(
            select(AuditRow).where(AuditRow.action.startswith("restriction"))
        )
        found = [(row.action, row.object) for row in rows]
    assert found == [
        ("restriction-object", "restriction:1"),
        ("restriction-taken-back", "restriction:1"),
    ]


async def test_who_is_erased_is_on_no_card_any_more(street: Street) -> None:
    await street.hold("Rosa", Restriction.OBJECT)
    await street.privacy.erase((await street.who("Rosa")).identity)
    assert await card(street) == "over"
