"""Profiles, finding and introductions, on both databases."""

from dataclasses import replace

import pytest
import pytest_asyncio

from bot.content import Content
from bot.errors import NotAllowed, TooMany
from bot.limits import INTRODUCTIONS, MOST_OPEN_INTRODUCTIONS
from bot.people import Arrival, People, Person
from bot.services.matching import ContactShared, Matching, ProfileDraft, Wish
from bot.services.matching.views import (
    AlreadyMet,
    AskedBefore,
    CollectiveExists,
    CollectiveNotFound,
    EmptyProfile,
    IntroductionNotFound,
    IntroductionOver,
    NoOwnCollective,
    OwnCollective,
    TooManyOpen,
    UnknownChoice,
)
from data.store import Store, collectives, deliveries, introductions, meetings
from tests.doubles.clock import SetClock

pytestmark = pytest.mark.asyncio
HALL = ProfileDraft(
    "Dorpshuis De Meent", "Elsloo", "Wij beheren zelf het dorpshuis.", ("een begroting",)
)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture
def matching(store: Store, clock: SetClock, content: Content) -> Matching:
    return Matching.over(store, clock, content)


@pytest_asyncio.fixture
async def people(store: Store, clock: SetClock) -> dict[str, Person]:
    """Rosa, Cem and Bart of one server, and Zoë of another."""
    known = People(store, clock, "nl")
    found: dict[str, Person] = {}
    for name, space in (("Rosa", "1"), ("Cem", "1"), ("Bart", "1"), ("Zoë", "2")):
        arrival = Arrival(f"discord:{name}", name, f"discord:{space}", "nl")
        found[name] = await known.recognise(arrival)
    return found


async def as_now(store: Store, clock: SetClock, person: Person) -> Person:
    """The person with the rights of this moment."""
    space = "2" if person.name == "Zoë" else "1"
    arrival = Arrival(person.identity, person.name, f"discord:{space}", "nl")
    return await People(store, clock, "nl").recognise(arrival)


class Street:
    """Cem speaks for group `cem`, Bart for group `bart`, both with the rights of contacts."""

    def __init__(self, matching: Matching, cem: Person, bart: Person, ids: tuple[int, int]) -> None:
        self.matching, self.cem, self.bart = matching, cem, bart
        self.cems, self.barts = ids

    async def ask(self, **said: str) -> int:
        asked = await self.matching.introductions.request(self.cem, self.cems, self.barts, **said)
        return asked.id


@pytest_asyncio.fixture
async def street(
    matching: Matching, people: dict[str, Person], store: Store, clock: SetClock
) -> Street:
    mine = await matching.profiles.make(people["Cem"], replace(HALL, name="Het Anker"))
    theirs = await matching.profiles.make(people["Bart"], HALL)
    cem, bart = [await as_now(store, clock, people[name]) for name in ("Cem", "Bart")]
    return Street(matching, cem, bart, (mine.id, theirs.id))


async def messages(store: Store, source: str) -> list[deliveries.DeliveryRow]:
    async with store.reading() as session:
        due = await session.scalars(
            deliveries.select(deliveries.DeliveryRow).where(deliveries.DeliveryRow.source == source)
        )
        return list(due)


async def test_the_same_form_twice_is_one_collective(
    matching: Matching, people: dict[str, Person]
) -> None:
    first = await matching.profiles.make(people["Rosa"], HALL)
    assert await matching.profiles.make(people["Rosa"], HALL) == first
    assert [card.id for card in await matching.profiles.mine(people["Rosa"])] == [first.id]


async def test_a_name_that_is_taken_in_that_place_is_refused(
    matching: Matching, people: dict[str, Person]
) -> None:
    await matching.profiles.make(people["Rosa"], HALL)
    with pytest.raises(CollectiveExists):
        await matching.profiles.make(people["Cem"], HALL)


async def test_a_change_to_a_name_that_is_taken_is_refused_and_changes_nothing(
    street: Street,
) -> None:
    with pytest.raises(CollectiveExists):
        await street.matching.profiles.change(street.cem, street.cems, HALL)
    assert (await street.matching.profiles.look(street.cem, street.cems)).name == "Het Anker"


async def test_a_profile_needs_a_name_and_a_line(
    matching: Matching, people: dict[str, Person]
) -> None:
    for draft in (replace(HALL, name="\u200b "), replace(HALL, description="\n")):
        with pytest.raises(EmptyProfile):
            await matching.profiles.make(people["Rosa"], draft)


async def test_themes_and_kind_of_place_are_proposed_from_what_was_written(
    matching: Matching, people: dict[str, Person]
) -> None:
    card = await matching.profiles.make(people["Rosa"], HALL)
    assert "maatschappelijk-vastgoed" in card.themes or "ontmoetingsplekken" in card.themes


async def test_a_choice_that_does_not_exist_is_refused(street: Street) -> None:
    profiles = street.matching.profiles
    with pytest.raises(UnknownChoice):
        await profiles.put_facets(street.cem, street.cems, themes=["bestaat-niet"])
    with pytest.raises(UnknownChoice):
        await profiles.put_facets(street.cem, street.cems, phase="bestaat-niet")


async def test_only_a_contact_changes_pauses_or_shares_a_profile(
    street: Street, people: dict[str, Person]
) -> None:
    profiles = street.matching.profiles
    for attempt in (
        profiles.change(people["Rosa"], street.barts, HALL),
        profiles.set_hidden(street.cem, street.barts, hidden=True),
        street.matching.contacts.add(people["Rosa"], street.barts, people["Rosa"]),
    ):
        with pytest.raises(NotAllowed):
            await attempt


async def test_another_community_sees_and_finds_nothing(
    street: Street, people: dict[str, Person]
) -> None:
    with pytest.raises(CollectiveNotFound):
        await street.matching.profiles.look(people["Zoë"], street.barts)
    found = await street.matching.finder.find(people["Zoë"], Wish(text="dorpshuis zelf beheren"))
    assert found.found == ()


async def test_a_change_is_found_at_once(street: Street, people: dict[str, Person]) -> None:
    finder = street.matching.finder
    assert (await finder.find(people["Rosa"], Wish(text="bijenkasten lenen"))).found == ()
    draft = replace(HALL, offers=("bijenkasten lenen",))
    await street.matching.profiles.change(street.bart, street.barts, draft)
    found = await finder.find(people["Rosa"], Wish(text="bijenkasten lenen"))
    assert [one.card.id for one in found.found] == [street.barts]


async def test_a_contact_who_asks_nothing_gets_who_fits_the_own_group(street: Street) -> None:
    findings = await street.matching.finder.find(street.cem, Wish())
    assert findings.by == "Het Anker"
    assert [one.card.id for one in findings.found] == [street.barts]


async def test_leaving_withdraws_own_open_requests(street: Street) -> None:
    asked = await street.ask()
    await street.matching.contacts.leave(street.cem, street.cems)
    with pytest.raises(IntroductionOver):
        await street.matching.introductions.accept(street.bart, asked, "")


async def test_a_request_holds_nothing_of_a_person_in_the_outbox(
    street: Street, store: Store
) -> None:
    asked = await street.ask(reach="cem@anker.example")
    (message,) = await messages(store, f"introduction:{asked}")
    assert message.facts == {"introduction": asked}
    assert message.target == "discord:Bart"


async def test_both_get_the_contact_after_two_times_yes(street: Street) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask(reach="cem@anker.example")
    got = await introductions_.accept(street.bart, asked, "06-0000")
    assert (got.name, got.reach) == ("Cem", "cem@anker.example")
    other = await introductions_.answer(street.cem, asked)
    assert isinstance(other, ContactShared)
    assert (other.name, other.reach) == ("Bart", "06-0000")


async def test_a_yes_twice_sends_each_contact_once(street: Street, store: Store) -> None:
    asked = await street.ask()
    first = await street.matching.introductions.accept(street.bart, asked, "")
    assert await street.matching.introductions.accept(street.bart, asked, "") == first
    async with store.reading() as session:
        meeting = await meetings.find_by_source(session, f"introduction:{asked}")
    opened = await messages(store, f"meeting:{meeting}:opening")
    assert sorted(one.target for one in opened) == ["discord:Bart", "discord:Cem"]


async def test_nobody_else_answers_or_reads_a_contact(
    street: Street, people: dict[str, Person]
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask()
    for attempt in (
        introductions_.accept(people["Rosa"], asked, ""),
        introductions_.refuse(people["Rosa"], asked),
        introductions_.withdraw(people["Rosa"], asked),
        introductions_.accept(street.cem, asked, ""),
        introductions_.answer(people["Rosa"], asked),
        introductions_.answer(street.bart, asked),
        introductions_.may_answer(people["Rosa"], asked),
        introductions_.may_answer(street.cem, asked),
    ):
        with pytest.raises(IntroductionNotFound):
            await attempt


@pytest.mark.parametrize("refused", [True, False])
async def test_a_refusal_and_silence_are_the_same_in_everything_the_asker_can_do(
    street: Street, store: Store, clock: SetClock, refused: bool
) -> None:
    introductions_ = street.matching.introductions
    asked = await street.ask(note="hallo")
    if refused:
        await introductions_.refuse(street.bart, asked)
    (seen,) = await introductions_.mine(street.cem)
    assert (seen.state, seen.note) == ("asked", "")
    with pytest.raises(AskedBefore):
        await street.ask()
    async with store.reading() as session:
        assert await introductions.count_open(session, street.cems) == 1
    keeper = street.matching.introduction_keeper
    assert await keeper.expire_due() == 0
    clock.move(days=14)
    assert await keeper.keep_up() >= 1
    assert await keeper.expire_due() == 0
    (message,) = await messages(store, f"introduction:{asked}:ended")
    assert message.target == "discord:Cem"
    (seen,) = await introductions_.mine(street.cem)
    assert seen.state == "ended"
    clock.move(days=29)
    with pytest.raises(AskedBefore):
        await street.ask()
    clock.move(days=1)
    assert await street.ask() != asked


async def test_a_refusal_can_be_followed_by_a_request_of_the_own(street: Street) -> None:
    asked = await street.ask()
    await street.matching.introductions.refuse(street.bart, asked)
    back = await street.matching.introductions.request(street.bart, street.barts, street.cems)
    assert not back.is_theirs


async def test_asking_who_asked_already_shows_their_request(street: Street) -> None:
    asked = await street.ask()
    back = await street.matching.introductions.request(street.bart, street.barts, street.cems)
    assert (back.id, back.is_theirs) == (asked, True)


async def test_groups_that_met_do_not_ask_again(street: Street) -> None:
    asked = await street.ask()
    await street.matching.introductions.accept(street.bart, asked, "")
    with pytest.raises(AlreadyMet):
        await street.ask()
    with pytest.raises(AlreadyMet):
        await street.matching.introductions.request(street.bart, street.barts, street.cems)


async def test_too_late_a_yes_is_told(street: Street, clock: SetClock) -> None:
    asked = await street.ask()
    clock.move(days=14)
    with pytest.raises(IntroductionOver):
        await street.matching.introductions.accept(street.bart, asked, "")


async def test_without_a_group_nobody_asks(street: Street, people: dict[str, Person]) -> None:
    with pytest.raises(NoOwnCollective):
        await street.matching.introductions.request(people["Rosa"], street.cems, street.barts)
    with pytest.raises(NoOwnCollective):
        await street.matching.introductions.may_ask(people["Rosa"], street.barts)


async def test_a_group_does_not_meet_itself(street: Street) -> None:
    with pytest.raises(OwnCollective):
        await street.matching.introductions.request(street.cem, street.cems, street.cems)


async def others(street: Street, people: dict[str, Person], count: int) -> list[int]:
    """More groups, spoken for by others."""
    made: list[int] = []
    for number in range(count):
        draft = replace(HALL, name=f"Groep {number}")
        made.append((await street.matching.profiles.make(people["Rosa"], draft)).id)
    return made


async def test_at_most_three_requests_are_open_and_a_refused_one_counts(
    street: Street, people: dict[str, Person]
) -> None:
    introductions_ = street.matching.introductions
    groups = await others(street, people, MOST_OPEN_INTRODUCTIONS)
    await introductions_.refuse(street.bart, await street.ask())
    for to_id in groups[:-1]:
        await introductions_.request(street.cem, street.cems, to_id)
    with pytest.raises(TooManyOpen):
        await introductions_.request(street.cem, street.cems, groups[-1])


async def test_at_most_ten_requests_a_week(
    street: Street, people: dict[str, Person], clock: SetClock
) -> None:
    introductions_ = street.matching.introductions
    groups = await others(street, people, INTRODUCTIONS[0].count + 1)
    for to_id in groups[:-1]:
        asked = await introductions_.request(street.cem, street.cems, to_id)
        await introductions_.withdraw(street.cem, asked.id)
        clock.move(hours=1)
    with pytest.raises(TooMany):
        await introductions_.request(street.cem, street.cems, groups[-1])
    clock.move(days=7)
    assert await introductions_.request(street.cem, street.cems, groups[-1])


async def test_a_group_without_a_contact_is_brought_to_staff_and_asked_later(
    street: Street, store: Store, people: dict[str, Person]
) -> None:
    async with store.writing() as session:  # as a group from a file, that nobody speaks for yet
        await collectives.remove_contact(session, street.barts, street.bart.id)
    asked = await street.ask()
    assert await messages(store, f"introduction:{asked}") == []
    async with store.writing() as session:
        await collectives.add_contact(
            session, street.barts, people["Rosa"].id, "", street.matching.introductions._clock.now()
        )
    rosa = await as_now(store, street.matching.introductions._clock, people["Rosa"])
    await street.matching.contacts.add(rosa, street.barts, street.bart)
    (message,) = await messages(store, f"introduction:{asked}")
    assert message.target == "discord:Bart"
