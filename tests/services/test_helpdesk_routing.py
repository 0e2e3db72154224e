"""Who helps with which theme, whose turn it is, and advice of experts."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.errors import NotAllowed
from bot.moments import MomentPast
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import (
    Ask,
    Consulting,
    EmptyAnswer,
    HelpDesk,
    OwnQuestions,
    QuestionNotFound,
    Routing,
    StaffDesk,
)
from bot.services.helpdesk.experts.views import (
    AdviceOver,
    AlreadyConsulted,
    ExpertNotFound,
    NotForOthers,
)
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from tests.services.conftest import Town

GARDEN = "wie kent iemand die ons helpt met de pomp van de buurtmoestuin"
THEMES = ("buurtmoestuinen", "vergroening", "geld")


@pytest.fixture(scope="module")
def search() -> HelpDeskSearch:
    return HelpDeskSearch(Content.load())


@pytest.fixture
def desk(town: Town, search: HelpDeskSearch) -> HelpDesk:
    return HelpDesk(town.store, town.clock, Content.load(), search)


@pytest.fixture
def routing(town: Town) -> Routing:
    return Routing(town.store, town.clock, THEMES)


@pytest.fixture
def consulting(town: Town) -> Consulting:
    return Consulting(town.store, town.clock)


async def ask(town: Town, desk: HelpDesk, origin: str, said: str = GARDEN, **more: str) -> int:
    """Rosa asks something that staff get."""
    rosa = await town.person("Rosa Jansen")
    number = (await desk.ask(rosa, Ask(origin, f"{said} {origin}", **more))).question_id
    await desk.hand_over(rosa, number)
    return number


async def helping(town: Town, routing: Routing, name: str, role: str = "") -> Person:
    person = await town.person(name, role)
    await routing.choose(person, THEMES, ["buurtmoestuinen"])
    return person


async def posts(town: Town, kind: str) -> list[str]:
    query = f"SELECT facts FROM deliveries WHERE kind = '{kind}' ORDER BY id"
    async with town.store.reading() as session:
        return [str(row[0]) for row in await session.execute(text(query))]


@pytest.mark.asyncio
async def test_anybody_chooses_themes_and_stops_with_one_press(
    town: Town, routing: Routing
) -> None:
    """X4, X5: stepping in and out; a list of what the bot can do."""
    rosa, sofie = await town.person("Rosa"), await town.person("Sofie", "staff")
    found = await routing.choose(rosa, THEMES[:2], ["vergroening", "geld", "onzin"])
    assert (found.themes, found.as_staff) == (("vergroening",), False)
    found = await routing.choose(rosa, THEMES[2:], ["geld"])
    assert found.themes == ("vergroening", "geld")
    assert (await routing.choose(rosa, THEMES[:2], [])).themes == ("geld",)
    assert (await routing.choose_all(sofie)).everything
    assert (await routing.choose(sofie, THEMES, ["geld"])).themes == ("geld",)
    assert (await routing.look(sofie)).as_staff
    for _ in range(2):
        assert (await routing.stop(rosa)).is_empty
    assert not (await routing.look(sofie)).is_empty


@pytest.mark.asyncio
async def test_somebody_is_away_until_then_and_back_with_one_press(
    town: Town, routing: Routing
) -> None:
    sofie = await town.person("Sofie", "staff")
    away = await routing.leave(sofie, "maandag 9.00")
    assert away.away_until == datetime(2026, 11, 30, 8, tzinfo=UTC)
    await routing.leave(sofie, "over 2 uur")
    town.clock.move(hours=3)
    assert (await routing.look(sofie)).away_until is None
    with pytest.raises(MomentPast):
        await routing.leave(sofie, "gisteren")
    await routing.leave(sofie, "over 2 uur")
    assert (await routing.come_back(sofie)).away_until is None


@pytest.mark.asyncio
async def test_questions_are_spread_over_who_chose_the_theme(
    town: Town, desk: HelpDesk, routing: Routing
) -> None:
    """H2: theme attached, and a person whose turn it is; absence respected."""
    first = await ask(town, desk, "a")
    assert await routing.helpers(first) is not None
    assert (await routing.helpers(first)).called == ""  # nobody chose it
    sofie, mo = [await helping(town, routing, name, "staff") for name in ("Sofie", "Mo")]
    await helping(town, routing, "Cem")
    everything = await town.person("Fleur", "staff")
    await routing.choose_all(everything)
    called = []
    for number in range(4):
        town.clock.move(minutes=1)
        found = await routing.helpers(await ask(town, desk, f"b{number}"))
        called.append(found.called_name)
    assert sorted(called[:3]) == ["Fleur", "Mo", "Sofie"]
    assert called[3] == called[0]  # who was called longest ago
    assert (found.staff, found.experts) == (("Fleur", "Mo", "Sofie"), ("Cem",))
    staffdesk = StaffDesk(town.store, town.clock)
    for number in (1, 2):
        await staffdesk.claim(sofie, number)
    await routing.leave(mo, "over 3 dagen")
    town.clock.move(minutes=1)
    again = await routing.helpers(await ask(town, desk, "c"))
    assert (again.called_name, again.staff) == ("Fleur", ("Fleur", "Sofie"))


@pytest.mark.asyncio
async def test_nobody_is_called_when_closed_for_a_referral_or_for_the_own_question(
    town: Town, desk: HelpDesk, routing: Routing
) -> None:
    """H3: nothing of a crisis message is routed."""
    sofie = await town.person("Sofie", "staff")
    await routing.choose_all(sofie)
    own = (await desk.ask(sofie, Ask("own", GARDEN))).question_id
    await desk.hand_over(sofie, own)
    assert (await routing.helpers(own)).called == ""
    crisis = (await desk.ask(await town.person("Rosa"), Ask("x", "ik wil dood"))).question_id
    assert (await routing.helpers(crisis)).staff == ()
    town.clock.move(hours=9)  # 19.00
    late = await routing.helpers(await ask(town, desk, "late"))
    assert (late.staff, late.called) == (("Sofie",), "")


@pytest.mark.asyncio
async def test_who_is_no_staff_any_more_is_an_expert_from_then_on(
    town: Town, desk: HelpDesk, routing: Routing
) -> None:
    sofie = await helping(town, routing, "Sofie", "staff")
    number = await ask(town, desk, "a")
    assert (await routing.helpers(number)).called == sofie.identity
    await routing.not_staff(number, sofie.identity)
    found = await routing.helpers(number)
    assert (found.staff, found.experts) == ((), ("Sofie",))


@pytest.mark.asyncio
async def test_an_expert_reads_no_name_or_number_and_the_advice_comes_back(
    town: Town, desk: HelpDesk, routing: Routing, consulting: Consulting
) -> None:
    """X18, H2, peers row 39: an outside expert, and the answer comes back."""
    cem = await helping(town, routing, "Cem")
    sofie = await town.person("Sofie", "staff")
    said = f"{GARDEN}? groet, rosa jansen, 0612345678"
    number = await ask(town, desk, "a", said)
    experts = await consulting.experts(sofie, number)
    assert [(one.name, one.is_contact) for one in experts.people] == [("Cem", False)]
    for told in (experts.text, *(await posts(town, "expert-question"))):
        assert "jansen" not in told.lower()
        assert "0612345678" not in told
    name = await consulting.ask(sofie, number, cem.id, f"{said} Rosa")
    assert name == "Cem"
    (sent,) = await posts(town, "expert-question")
    assert "Rosa" not in sent
    assert "0612345678" not in sent
    with pytest.raises(AlreadyConsulted):
        await consulting.ask(sofie, number, cem.id, "nog een keer")
    with pytest.raises(ExpertNotFound):
        await consulting.experts(sofie, number)
    with pytest.raises(EmptyAnswer):
        await consulting.advise(cem, 1, " ", named=True)
    with pytest.raises(QuestionNotFound):
        await consulting.advise(sofie, 1, "ik ben een ander", named=True)
    with pytest.raises(AdviceOver):
        await consulting.advice(sofie, 1)
    await consulting.advise(cem, 1, "Vraag het waterschap.", named=True)
    with pytest.raises(AdviceOver):
        await consulting.advise(cem, 1, "Nog iets.", named=False)
    with pytest.raises(AdviceOver):
        await consulting.decline(cem, 1)
    advice = await consulting.advice(sofie, 1)
    assert (advice.text, advice.name, advice.question_id) == (
        "Vraag het waterschap.",
        "Cem",
        number,
    )
    with pytest.raises(NotAllowed):
        await consulting.advice(cem, 1)
    assert len(await posts(town, "expert-advice")) == 1
    assert [one.state for one in (await routing.helpers(number)).consulted] == ["answered"]
    await StaffDesk(town.store, town.clock).answer(sofie, number, "Zie hier.", "i:1")
    assert len(await posts(town, "expert-question")) == 3  # asked, answered, thanked


@pytest.mark.asyncio
async def test_advice_without_a_name_stays_without_one_and_declining_is_fine(
    town: Town, desk: HelpDesk, routing: Routing, consulting: Consulting
) -> None:
    cem, bart = [await helping(town, routing, name) for name in ("Cem", "Bart")]
    sofie = await town.person("Sofie", "staff")
    number = await ask(town, desk, "a")
    for expert in (cem, bart):
        await consulting.ask(sofie, number, expert.id, GARDEN)
    await consulting.advise(cem, 1, "Vraag het waterschap.", named=False)
    await consulting.decline(bart, 2)
    assert (await consulting.advice(sofie, 1)).name == ""
    found = (await routing.helpers(number)).consulted
    assert [(one.name, one.state) for one in found] == [("Cem", "answered"), ("Bart", "declined")]
    keys = town.folder / "keys"
    privacy = Privacy(town.store, town.clock, PollKeys(keys), Journal(keys))
    await privacy.erase(cem.identity)
    names = [one.name for one in (await routing.helpers(number)).consulted]
    assert names == ["", "Bart"]


@pytest.mark.asyncio
async def test_two_staff_ask_one_expert_once(
    town: Town, desk: HelpDesk, routing: Routing, consulting: Consulting
) -> None:
    cem = await helping(town, routing, "Cem")
    staff = [await town.person(name, "staff") for name in ("Sofie", "Mo")]
    number = await ask(town, desk, "a")
    ended = await asyncio.gather(
        *(consulting.ask(one, number, cem.id, GARDEN) for one in staff), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in ended) == ["AlreadyConsulted", "str"]
    assert len(await posts(town, "expert-question")) == 1


@pytest.mark.asyncio
async def test_what_ends_needs_no_advice_and_a_referral_never_goes_out(
    town: Town, desk: HelpDesk, routing: Routing, consulting: Consulting
) -> None:
    """H3: a question with a referral is never shown to others."""
    cem = await town.person("Cem")
    await routing.choose_all(cem)
    sofie = await town.person("Sofie", "staff")
    number = await ask(town, desk, "a")
    await consulting.ask(sofie, number, cem.id, GARDEN)
    rosa = await town.person("Rosa Jansen")
    await OwnQuestions(town.store, town.clock).close(rosa, number)
    with pytest.raises(AdviceOver):
        await consulting.advise(cem, 1, "Te laat.", named=False)
    assert (await consulting.look(1)).state == "ended"
    crisis = (await desk.ask(rosa, Ask("x", "ik wil dood"))).question_id
    with pytest.raises(NotForOthers):
        await consulting.experts(sofie, crisis)
    with pytest.raises(NotForOthers):
        await consulting.ask(sofie, crisis, cem.id, "iets")
    with pytest.raises(NotAllowed):
        await consulting.ask(cem, number, cem.id, "iets")
