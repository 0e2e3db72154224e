"""Choosing themes to help with, whose turn it is, advice of experts, lists of what waits."""

import pytest
import simcord
from sqlalchemy import text

from bot.app import build_ticker
from bot.communities import Place
from data.store import communities
from tests.discord.hands import fill, give_roles, ids, press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
GARDEN = "wie kent iemand die ons helpt met de pomp van de buurtmoestuin"
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
NOT_FOR = {
    ("helpen", "wrong role"): "everyone may help",
    ("helpen", "bad input"): "it takes no input",
    ("HelpSelect", "wrong role"): "everyone may help",
    ("HelpAllButton", "wrong role"): "everyone may help",
    ("HelpAllButton", "bad input"): "it takes no input",
    ("HelpStopButton", "wrong role"): "everyone may stop",
    ("HelpStopButton", "bad input"): "it takes no input",
    ("AwayButton", "wrong role"): "everyone may be away",
    ("AwayButton", "bad input"): "it takes no input; the form does",
    ("AwayForm", "wrong role"): "everyone may be away",
    ("HereAgainButton", "wrong role"): "everyone may come back",
    ("HereAgainButton", "bad input"): "it takes no input",
    ("AdviseButton", "wrong role"): "it only shows the form; the form asks who it is",
    ("AdviseButton", "bad input"): "it takes no input; the form does",
    ("instellingen tijden", "bad input"): "it takes no input; the forms do",
    ("HoursButton", "bad input"): "it takes no input; the form does",
    ("PromisesButton", "bad input"): "it takes no input; the form does",
}


async def slash(house: House, who: str, name: str, **options: object) -> simcord.InteractionResult:
    return await house.people[who].slash(house.channels[Place.START], name, **options)


async def ask(house: House, who: str = "Rosa", said: str = GARDEN) -> str:
    """Somebody asks what staff get; the card, as it comes."""
    await slash(house, who, "vraag stel", tekst=said)
    async with house.store.reading() as session:
        number, state = (
            await session.execute(text("SELECT id, state FROM questions ORDER BY id DESC"))
        ).first()
    if state == "suggested":
        await press(house, who, f"answer-person:{number}")
    await house.deliver()
    return next(
        m.content for m in reversed(house.messages(Place.STAFF)) if f"Vraag {number}" in m.content
    )


async def chosen(house: House, who: str) -> list[str]:
    async with house.store.reading() as session:
        query = "SELECT theme FROM routes JOIN people ON id = person_id WHERE name = :who"
        return sorted(await session.scalars(text(query), {"who": who}))


async def number_of(house: House, who: str) -> int:
    async with house.store.reading() as session:
        query = "SELECT id FROM people WHERE name = :who"
        return int(await session.scalar(text(query), {"who": who}) or 0)


def rows_of(shown: simcord.InteractionResult) -> list[dict]:
    """The rows below what was shown, as Discord keeps them."""
    rows = shown.response.components
    return [row if isinstance(row, dict) else row.to_dict() for row in rows]


async def theme_menu(house: House, who: str, theme: str) -> simcord.InteractionResult:
    """Somebody picks this theme in the menu of `/helpen` that has it."""
    shown = await slash(house, who, "helpen")
    menus = [part for row in rows_of(shown) for part in row["components"] if part["type"] == 3]
    menu = next(m for m in menus if theme in {option["value"] for option in m["options"]})
    return await house.people[who].select(shown.response, [theme], custom_id=menu["custom_id"])


@pytest.mark.door("helpen", "good", "twice")
@pytest.mark.door("HelpSelect", "good", "twice", "bad input")
@pytest.mark.door("HelpAllButton", "good", "twice")
@pytest.mark.door("HelpStopButton", "good", "twice")
async def test_anybody_chooses_themes_and_stops_with_one_press(house: House) -> None:
    """X4, X5: stepping in and out is normal."""
    shown = await slash(house, "Cem", "helpen")
    assert "Je mag altijd nee zeggen" in shown.response.content
    for _ in range(2):
        await theme_menu(house, "Cem", "buurtmoestuinen")
    assert await chosen(house, "Cem") == ["buurtmoestuinen"]
    assert "misschien een privébericht" in (await slash(house, "Cem", "helpen")).response.content
    await press(house, "Cem", "help-themes:0", ["onzin"])
    await press(house, "Cem", "help-themes:9", ["buurtmoestuinen"])
    assert set(await chosen(house, "Cem")) <= {"buurtmoestuinen"}
    for _ in range(2):
        await press(house, "Cem", "help-all")
    assert await chosen(house, "Cem") == ["*"]
    for _ in range(2):
        assert "Gestopt" in told(await press(house, "Cem", "help-stop"))
    assert await chosen(house, "Cem") == []


@pytest.mark.door("AwayButton", "good", "twice")
@pytest.mark.door("AwayForm", "good", "twice", "bad input")
@pytest.mark.door("HereAgainButton", "good", "twice")
async def test_being_away_is_repeated_and_ends_with_one_press(house: House) -> None:
    for _ in range(2):
        form = await press(house, "Sofie", "help-away")
        done = await house.people["Sofie"].submit_modal(form, {"until": "maandag 9.00"})
        assert "weg tot maandag 30 november om 09.00 uur" in done.response.content
    refused = await fill(house, "Sofie", "away-form", {"until": "ooit"})
    assert "Code: T1" in told(refused)
    for _ in range(2):
        back = told(await press(house, "Sofie", "help-back"))
    assert "weg tot" not in back


async def test_a_new_card_names_who_knows_and_mentions_one_colleague_once(house: House) -> None:
    """H2: theme and a person attached; one colleague is mentioned, no asker and no expert."""
    for who in ("Sofie", "Mo", "Cem"):
        await press(house, who, "help-all")
    first = await ask(house)
    assert "Medewerkers die dit thema kozen: Mo en Sofie." in first
    assert "Ervaringsdeskundigen: Cem." in first
    message = next(m for m in house.messages(Place.STAFF) if m.content == first)
    turn = next(w for w in ("Sofie", "Mo") if f"<@{house.users[w].id}>" in first)
    stored = house.env.backend.get_message(house.channels[Place.STAFF].id, message.id)
    assert set(stored.ping_user_ids) == {house.users[turn].id}
    second = await ask(house, "Bart", f"{GARDEN} ook")
    other = {"Sofie": "Mo", "Mo": "Sofie"}[turn]
    assert f"<@{house.users[other].id}>, wil jij" in second
    await house.people[turn].click(message, custom_id="question-claim:1")
    await house.deliver()
    claimed = next(m for m in house.messages(Place.STAFF) if m.id == message.id)
    assert "wil jij" not in claimed.content


async def test_nobody_is_mentioned_in_the_evening_or_when_they_are_no_staff_now(
    house: House,
) -> None:
    await press(house, "Sofie", "help-all")
    await give_roles(house, "Sofie")
    assert "wil jij" not in (card := await ask(house))
    assert "Ervaringsdeskundigen: Sofie." in card
    await press(house, "Mo", "help-all")
    house.clock.move(hours=9)
    assert "wil jij" not in await ask(house, "Bart", f"{GARDEN} ook")


async def test_who_waits_reads_until_when_and_whether_it_is_open(house: House) -> None:
    """X2: what happens next, with an honest time."""
    shown = await slash(house, "Rosa", "vraag stel", tekst=HARD)
    said = told(shown)
    assert "binnen 2 werkdagen: uiterlijk donderdag 26 november om 17.00 uur" in said
    assert "Nu is er niemand" not in said
    house.clock.move(hours=9)
    await house.people["Cem"].send(house.channels[Place.HELPDESK], f"{HARD}?")
    await house.deliver()
    typed = house.messages(Place.HELPDESK)[-1].content
    assert "We zijn er weer op woensdag 25 november om 09.00 uur" in typed
    urgent = await slash(house, "Bart", "vraag stel", tekst="ik wil dood")
    assert "werkdagen" not in told(urgent)


async def consulted(house: House, expert: str = "Cem") -> simcord.InteractionResult:
    """Staff ask an expert about question 1; what staff are told."""
    pick = await press(house, "Sofie", "question-more:1", ["consult"])
    options = rows_of(pick)[0]["components"][0]["options"]
    value = next(option["value"] for option in options if option["label"] == expert)
    form = await house.people["Sofie"].select(pick.response, [value], custom_id="consult-pick:1")
    sent = await house.people["Sofie"].submit_modal(form, {"text": GARDEN})
    await house.deliver()
    return sent


@pytest.mark.door("ExpertSelect", "good", "twice")
@pytest.mark.door("ConsultForm", "good", "twice")
@pytest.mark.door("AdviseButton", "good", "twice")
@pytest.mark.door("AdviseForm", "good", "twice")
@pytest.mark.door("UseAdviceButton", "good", "twice")
async def test_advice_of_an_expert_comes_back_and_goes_on_to_the_asker(house: House) -> None:
    """H2, X18: an outside expert, shown as a resident, by name only with their consent."""
    await press(house, "Cem", "help-all")
    await ask(house)
    assert "Cem krijgt de vraag" in told(await consulted(house))
    twice = f"consult-form:1:{await number_of(house, 'Cem')}"
    assert "Code: H54" in told(await fill(house, "Sofie", twice, {"text": GARDEN}))
    mail = house.mail("Cem")[-1]
    assert GARDEN in mail.content
    assert "Rosa" not in mail.content
    form = await house.users["Cem"].click(mail, label="Ik weet iets")
    done = await house.users["Cem"].submit_modal(
        form, {"advice": "Vraag het waterschap.", "named": ["yes"]}
    )
    assert "bij de medewerker" in done.response.content
    again = await press(house, "Cem", "expert-advise:1")
    refused = await house.people["Cem"].submit_modal(again, {"advice": "Nog iets."})
    assert "Code: H55" in told(refused)
    await house.deliver()
    came = next(m for m in house.messages(Place.STAFF) if "waterschap" in m.content)
    assert "Dit advies komt van Cem, een bewoner." in came.content
    assert "Bedankt" in house.mail("Cem")[-1].content
    assert ids(house.mail("Cem")[-1]) == []
    for _ in range(2):
        answer = await house.people["Mo"].click(came, label="Gebruik dit antwoord")
    shown = await house.people["Mo"].submit_modal(
        answer, {"answer": "Vraag het waterschap. Dit advies komt van Cem, een bewoner."}
    )
    await house.people["Mo"].click(shown.response, label="Versturen")
    await house.deliver()
    assert any("Dit advies komt van Cem" in m.content for m in house.mail("Rosa"))
    assert "De vraag is klaar" in house.mail("Cem")[-1].content


@pytest.mark.door("DeclineButton", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("AdviseForm", "wrong role", "bad input")
@pytest.mark.door("ExpertSelect", "wrong role", "bad input")
@pytest.mark.door("ConsultForm", "wrong role", "bad input")
@pytest.mark.door("UseAdviceButton", "wrong role", "bad input")
async def test_an_expert_may_decline_and_strangers_get_nowhere(house: House) -> None:
    await press(house, "Cem", "help-all")
    await ask(house)
    await consulted(house)
    for who, what in (("Bart", "expert-decline:1"), ("Cem", "expert-decline:9")):
        assert "Code: H1" in told(await press(house, who, what))
    stranger = await fill(house, "Bart", "advise-form:1", {"advice": "Ik ben Cem"})
    empty = await fill(house, "Cem", "advise-form:1", {"advice": "\u200b"})
    assert ["Code: H1" in told(stranger), "Code: H6" in told(empty)] == [True, True]
    assert "De medewerker zoekt verder" in told(await press(house, "Cem", "expert-decline:1"))
    assert "Code: H55" in told(await press(house, "Cem", "expert-decline:1"))
    await house.deliver()
    card = next(m for m in house.messages(Place.STAFF) if m.content.startswith("**Vraag 1"))
    assert "Cem weet dit niet." in card.content
    for what in ("consult-pick:1", "consult-pick:9"):
        assert "Code: R1" in told(await press(house, "Rosa", what, ["2"]))
    assert "Code: H53" in told(await press(house, "Sofie", "consult-pick:1", ["onzin"]))
    assert "Code: R1" in told(await fill(house, "Rosa", "consult-form:1:2", {"text": GARDEN}))
    assert "Code: H53" in told(await fill(house, "Sofie", "consult-form:1:99", {"text": GARDEN}))
    assert "Code: R1" in told(await press(house, "Rosa", "advice-use:1"))
    assert "Code: H1" in told(await press(house, "Sofie", "advice-use:9"))
    assert "Code: H55" in told(await press(house, "Sofie", "advice-use:1"))


@pytest.mark.door("OpenCardButton", "good", "twice", "wrong role", "bad input")
async def test_the_list_of_the_morning_and_the_goal_that_passed(house: House) -> None:
    """X2: unanswered questions raise themselves; after downtime once, over a restart too."""
    await ask(house)
    async with house.store.writing() as session:
        value = {"goal_days": 2, "idle_days": 14, "calls_staff": True}
        await communities.put_setting(session, house.community_id, "promises", value)
    for days, hours in ((1, 0), (2, 2)):  # Wednesday 10.00, Friday 12.00
        house.clock.move(days=days, hours=hours)
        for _ in range(2):
            await build_ticker(house.client.services, house.store, house.clock).tick()
            await house.restart()
    await house.deliver()
    found = house.messages(Place.STAFF)
    lists = [m for m in found if m.content.startswith("Goedemorgen")]
    late = [m for m in found if "over tijd." in m.content]
    assert [len(lists), len(late)] == [2, 1]
    assert "Er wacht 1 vraag" in lists[0].content
    stored = house.env.backend.get_message(house.channels[Place.STAFF].id, late[0].id)
    roles = house.env.backend.get_guild(house.guild.id).roles.values()
    staff = next(role.id for role in roles if role.name == "Medewerker")
    assert f"<@&{staff}>" in late[0].content
    assert not getattr(stored, "mention_everyone", False)
    for _ in range(2):
        opened = await house.people["Mo"].click(lists[-1], label="Open 1")
        assert GARDEN in told(opened)
        assert "discord.com/channels" in told(opened)
    assert "Code: R1" in told(await press(house, "Rosa", "card-open:1"))
    assert "Code: H1" in told(await press(house, "Mo", "card-open:99"))


@pytest.mark.door("instellingen tijden", "good", "twice", "wrong role")
@pytest.mark.door("HoursButton", "good", "twice", "wrong role")
@pytest.mark.door("PromisesButton", "good", "twice", "wrong role")
@pytest.mark.door("HoursForm", "good", "twice", "wrong role", "bad input")
@pytest.mark.door("PromisesForm", "good", "twice", "wrong role", "bad input")
async def test_admins_choose_hours_and_promises(house: House) -> None:
    shown = await slash(house, "Ada", "instellingen tijden")
    assert "maandag 9.00 tot 17.00" in shown.response.content
    for _ in range(2):
        form = await house.people["Ada"].click(shown.response, label="Andere tijden")
        done = await house.people["Ada"].submit_modal(form, {"days": ["5"], "span": "10-12"})
        assert "zaterdag 10.00 tot 12.00" in done.response.content
        form = await house.people["Ada"].click(shown.response, label="Andere beloften")
        done = await house.people["Ada"].submit_modal(
            form, {"goal": "1", "idle": "0", "call": ["yes"], "day": ["3"], "at": "8.30"}
        )
        assert "op donderdag om 8.30" in told(done)
        assert "binnen 1 werkdag. Stille berichten in het forum blijven staan" in told(done)
    wrong = {"days": ["5", "x"], "span": "straks"}
    assert "Code: H50" in told(await fill(house, "Ada", "hours-form", wrong))
    assert "Code: H51" in told(await fill(house, "Ada", "promises-form", {"goal": "x"}))
    late = {"goal": "1", "idle": "0", "at": "straks"}
    assert "Code: H57" in told(await fill(house, "Ada", "promises-form", late))
    for refused in (
        await slash(house, "Sofie", "instellingen tijden"),
        await press(house, "Sofie", "setup-hours"),
        await press(house, "Sofie", "setup-promises"),
        await fill(house, "Sofie", "hours-form", {"days": ["1"], "span": "dicht"}),
        await fill(house, "Sofie", "promises-form", {"goal": "1", "idle": "0"}),
    ):
        assert "Code: R1" in told(refused)
