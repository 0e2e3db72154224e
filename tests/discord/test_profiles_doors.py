"""Every door of the own group: well, by the wrong person, with nonsense, and twice."""

import pytest

from bot.communities import Place
from tests.discord.hands import fill, ids, press, told
from tests.discord.test_profiles import LINE, begin, confirm, made, picture
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
NOT_FOR = {
    ("collectief maak", "wrong role"): "everyone may do this, with or without a group",
    ("MakeButton", "wrong role"): "everyone may do this, with or without a group",
    ("AnotherButton", "wrong role"): "everyone may do this, with or without a group",
    ("NewForm", "wrong role"): "everyone may do this, with or without a group",
    ("collectief toon", "wrong role"): "everyone may do this, with or without a group",
    ("ShowButton", "wrong role"): "everyone may do this, with or without a group",
    ("collectief pauze", "wrong role"): "it acts on one's own groups; who has none reads so",
    ("collectief weer-meedoen", "wrong role"): "it acts on one's own groups; who has none reads so",
    ("collectief stop", "wrong role"): "it acts on one's own groups; who has none reads so",
    ("collectief maak", "bad input"): "there is nothing to fill in",
    ("MakeButton", "bad input"): "there is nothing to fill in",
    ("AnotherButton", "bad input"): "there is nothing to fill in",
}
MENUS = {
    "collective-themes": ["energiecooperaties"],
    "collective-place-pick": ["Utrecht"],
    "collective-subject": ["links"],
}
BUTTONS = (
    "collective-confirm", "collective-exchange", "collective-place", "collective-place-pick",
    "collective-edit", "collective-more", "collective-matches", "collective-themes",
    "collective-subject", "collective-no-picture", "collective-leave", "collective-hide",
    "collective-close", "collective-alive", "contact-take", "contact-decline",
)  # fmt: skip
FORMS: dict[str, dict[str, str | list[str]]] = {
    "collective-form": {"name": "Gekaapt", "place": "Urk", "description": "Gekaapt"},
    "collective-exchange-form": {"offers": "Gekaapt", "needs": ""},
    "collective-place-form": {"place": "Urk"},
    "collective-links-form": {"links": "gekaapt.nl"},
    "collective-picture-form": {"picture": [], "alt": "Gekaapt"},
}
REFUSALS = ("Dit mag je hier niet doen", "vind ik hier niet", "geldt niet meer", "kan ik niet als")
CHANGED = {"name": "De Haven", "place": "Deurne", "description": "Een nieuw verhaal"}


async def unrefused(house: House, who: str, number: int) -> list[str]:
    """The doors that let somebody through, of all doors about the group with this number."""
    through = []
    for name in BUTTONS:
        done = await press(house, who, f"{name}:{number}", MENUS.get(name))
        if not any(refusal in told(done) for refusal in REFUSALS):
            through.append(name)
    for name, values in FORMS.items():
        done = await fill(house, who, f"{name}:{number}", values)
        if not any(refusal in told(done) for refusal in REFUSALS):
            through.append(name)
    return through


@pytest.mark.door("ConfirmButton", "wrong role")
@pytest.mark.door("ExchangeButton", "wrong role")
@pytest.mark.door("PlaceButton", "wrong role")
@pytest.mark.door("PlaceSelect", "wrong role")
@pytest.mark.door("EditButton", "wrong role")
@pytest.mark.door("MoreButton", "wrong role")
@pytest.mark.door("MatchesButton", "wrong role")
@pytest.mark.door("FacetSelect", "wrong role")
@pytest.mark.door("SubjectSelect", "wrong role")
@pytest.mark.door("NoPictureButton", "wrong role")
@pytest.mark.door("LeaveButton", "wrong role")
@pytest.mark.door("PauseButton", "wrong role")
@pytest.mark.door("AliveButton", "wrong role")
@pytest.mark.door("TakeButton", "wrong role")
@pytest.mark.door("DeclineButton", "wrong role")
@pytest.mark.door("ProfileForm", "wrong role")
@pytest.mark.door("ExchangeForm", "wrong role")
@pytest.mark.door("PlaceForm", "wrong role")
@pytest.mark.door("LinksForm", "wrong role")
@pytest.mark.door("PictureForm", "wrong role")
async def test_a_stranger_gets_through_no_door_and_changes_nothing(house: House) -> None:
    await made(house)
    before = told(await press(house, "Rosa", "collective-show:1"))
    assert await unrefused(house, "Cem", 1) == []
    assert told(await press(house, "Rosa", "collective-show:1")) == before


@pytest.mark.door("ConfirmButton", "bad input")
@pytest.mark.door("ExchangeButton", "bad input")
@pytest.mark.door("PlaceButton", "bad input")
@pytest.mark.door("EditButton", "bad input")
@pytest.mark.door("MoreButton", "bad input")
@pytest.mark.door("MatchesButton", "bad input")
@pytest.mark.door("NoPictureButton", "bad input")
@pytest.mark.door("LeaveButton", "bad input")
@pytest.mark.door("PauseButton", "bad input")
@pytest.mark.door("ShowButton", "bad input")
@pytest.mark.door("AliveButton", "bad input")
@pytest.mark.door("TakeButton", "bad input")
@pytest.mark.door("DeclineButton", "bad input")
async def test_a_door_about_nothing_says_so(house: House) -> None:
    await made(house)
    assert await unrefused(house, "Rosa", 999) == []
    assert "vind ik hier niet" in told(await press(house, "Rosa", "collective-show:999"))


@pytest.mark.door("NewForm", "bad input")
@pytest.mark.door("ProfileForm", "bad input")
@pytest.mark.door("LinksForm", "bad input")
@pytest.mark.door("PictureForm", "bad input")
@pytest.mark.door("FacetSelect", "bad input")
@pytest.mark.door("SubjectSelect", "bad input")
async def test_what_cannot_be_is_refused_in_words_and_changes_nothing(house: House) -> None:
    await made(house)
    before = told(await press(house, "Rosa", "collective-show:1"))
    empty = {"name": "\u200b", "line": " "}
    for done, says in (
        (await fill(house, "Rosa", "collective-new", empty), "Vul een naam in"),
        (await fill(house, "Rosa", "collective-form:1", CHANGED | {"name": " "}), "Vul een naam"),
        (await fill(house, "Rosa", "collective-links-form:1", {"links": "x"}), "geen adres"),
        (await fill(house, "Rosa", "collective-picture-form:1", {"alt": "x"}), "niet als foto"),
        (await press(house, "Rosa", "collective-phase:1", ["niets"]), "ken ik niet"),
        (await press(house, "Rosa", "collective-subject:1", ["niets"]), "kan ik niet vinden"),
    ):
        assert says in told(done)
    assert told(await press(house, "Rosa", "collective-show:1")) == before


@pytest.mark.door("PlaceSelect", "bad input")
@pytest.mark.door("PlaceForm", "bad input")
@pytest.mark.door("ExchangeForm", "bad input")
async def test_words_nobody_understands_are_kept_short_and_harmless(house: House) -> None:
    await made(house)
    odd = "@everyone " + "x" * 4000
    for done in (
        await press(house, "Rosa", "collective-place-pick:1", [odd[:100]]),
        await fill(house, "Rosa", "collective-place-form:1", {"place": odd}),
        await fill(house, "Rosa", "collective-exchange-form:1", {"offers": odd, "needs": odd}),
    ):
        assert "@everyone" not in told(done)
        assert "Bewaard" in told(done)


@pytest.mark.door("collectief maak", "good", "twice")
@pytest.mark.door("MakeButton", "good", "twice")
@pytest.mark.door("NewForm", "good", "twice")
@pytest.mark.door("AnotherButton", "good", "twice")
@pytest.mark.door("ConfirmButton", "good", "twice")
async def test_making_a_group_from_two_windows_is_one_group(house: House) -> None:
    rosa = house.people["Rosa"]
    windows = [
        await rosa.slash(house.channels[Place.START], "collectief maak"),
        await press(house, "Rosa", "collective-make"),
    ]
    for window in windows:
        step = await rosa.submit_modal(window, {"name": "De Haven", "line": LINE})
        assert "Stap 2 van 3" in told(step)
    resumed = await press(house, "Rosa", "collective-make")
    assert "Je was al begonnen" in told(resumed)
    for _ in range(2):
        another = await rosa.click(resumed.response, custom_id="collective-another")
        await rosa.submit_modal(another, {"name": "De Haven", "line": LINE})
        assert "staat erbij" in told(await confirm(house, "Rosa", step))
    shown = await rosa.slash(house.channels[Place.START], "collectief toon")
    assert "collective-edit:1" in ids(shown.response)


@pytest.mark.door("collectief wijzig", "good", "twice")
@pytest.mark.door("EditButton", "good", "twice")
@pytest.mark.door("ProfileForm", "good", "twice")
@pytest.mark.door("ExchangeButton", "good", "twice")
@pytest.mark.door("ExchangeForm", "good", "twice")
@pytest.mark.door("PlaceButton", "good", "twice")
@pytest.mark.door("PlaceForm", "good", "twice")
@pytest.mark.door("LinksForm", "good", "twice")
async def test_changing_twice_is_changing_once(house: House) -> None:
    await made(house)
    rosa, start = house.people["Rosa"], house.channels[Place.START]
    for _ in range(2):
        form = await rosa.slash(start, "collectief wijzig")
        assert told(await rosa.submit_modal(form, CHANGED)).count("nieuw verhaal") == 1
        form = await press(house, "Rosa", "collective-edit:1")
        assert told(await rosa.submit_modal(form, CHANGED)).count("nieuw verhaal") == 1
        form = await press(house, "Rosa", "collective-exchange:1")
        done = await rosa.submit_modal(form, {"offers": "stoelen", "needs": ""})
        assert told(done).count("stoelen") == 1
        form = await press(house, "Rosa", "collective-place:1")
        assert "Helmond" in told(await rosa.submit_modal(form, {"place": "Helmond"}))
        form = await press(house, "Rosa", "collective-subject:1", ["links"])
        done = await rosa.submit_modal(form, {"links": "haven.nl"})
        assert told(done).count("haven.nl") == 1


@pytest.mark.door("collectief toon", "good", "twice")
@pytest.mark.door("ShowButton", "good", "twice")
@pytest.mark.door("MoreButton", "good", "twice")
@pytest.mark.door("MatchesButton", "good", "twice")
async def test_reading_twice_gives_the_same(house: House) -> None:
    await made(house)
    await confirm(house, "Cem", await begin(house, "Cem", "Haven Noord", "Een buurthuis in Urk"), 2)
    start, bart = house.channels[Place.START], house.people["Bart"]
    choice = await bart.slash(start, "collectief toon", groep="haven")
    assert ids(choice.response) == ["collective-show:1", "collective-show:2"]
    read = [told(await bart.click(choice.response, custom_id="collective-show:1")) for _ in "ab"]
    read.append(told(await bart.slash(start, "collectief toon", groep="de haven")))
    assert len(set(read)) == 1
    for name in ("collective-more:1", "collective-matches:1"):
        assert len({told(await press(house, "Rosa", name)) for _ in "ab"}) == 1
    assert "Haven Noord" in told(await press(house, "Rosa", "collective-matches:1"))
    await confirm(house, "Rosa", await begin(house, "Rosa", "Zonnestroom", "Stroom in Asten"), 3)
    other = told(await press(house, "Rosa", "collective-matches:3"))
    assert "Haven Noord" not in other
    assert "Energie Samen" in other


@pytest.mark.door("FacetSelect", "good", "twice")
@pytest.mark.door("SubjectSelect", "good", "twice")
@pytest.mark.door("PlaceSelect", "good", "twice")
@pytest.mark.door("PauseButton", "good", "twice")
@pytest.mark.door("AliveButton", "good", "twice")
@pytest.mark.door("PictureForm", "good", "twice")
@pytest.mark.door("NoPictureButton", "good", "twice")
async def test_choosing_and_pausing_twice_is_once(house: House) -> None:
    await made(house)
    rosa = house.people["Rosa"]
    for _ in range(2):
        menu = await press(house, "Rosa", "collective-subject:1", ["phase"])
        done = await rosa.select(menu.response, ["draaien"], custom_id="collective-phase:1")
        assert told(done).count("We draaien al een tijd") == 1
        place = await press(house, "Rosa", "collective-place-pick:1", ["Hengelo (Gelderland)"])
        assert "Hengelo (Gelderland)" in told(place)
        assert "blijft te vinden" in told(await press(house, "Rosa", "collective-alive:1"))
        form = await press(house, "Rosa", "collective-subject:1", ["picture"])
        sent = {"picture": [("huis.png", picture())], "alt": "Ons huis"}
        assert (await rosa.submit_modal(form, sent)).response.attachments
    for _ in range(2):
        gone = await press(house, "Rosa", "collective-no-picture:1")
        assert gone.response.attachments == []
    for way, says in (("hide", "niet meer te vinden"), ("unhide", "weer te vinden")):
        for _ in range(2):
            assert says in told(await press(house, "Rosa", f"collective-{way}:1"))


@pytest.mark.door("collectief contact", "good", "twice")
@pytest.mark.door("collectief overdragen", "good", "twice")
@pytest.mark.door("LeaveButton", "good", "twice")
@pytest.mark.door("TakeButton", "good", "twice")
@pytest.mark.door("DeclineButton", "good", "twice")
async def test_coming_handing_over_and_leaving_twice_is_once(house: House) -> None:
    await made(house)
    start, rosa = house.channels[Place.START], house.people["Rosa"]
    for _ in range(2):
        done = await rosa.slash(start, "collectief contact", wie=house.people["Bart"])
        assert "nu ook contactpersoon" in told(done)
    await house.deliver()
    (letter,) = house.mail("Bart")
    for says in ("geen contactpersoon meer", "vind ik hier niet"):
        left = await house.users["Bart"].click(letter, custom_id="collective-leave:1")
        assert says in told(left)
    for answer, first, second in (
        ("contact-decline:1", "nu niet overneemt", "geldt niet meer"),
        ("contact-take:1", "nu contactpersoon", "nu contactpersoon"),
    ):
        for _ in range(2):
            done = await rosa.slash(start, "collectief overdragen", wie=house.people["Cem"])
            assert "Tot die tijd verandert er niets" in told(done)
        for says in (first, second):
            assert says in told(await press(house, "Cem", answer))
    await house.deliver()
    assert len(house.mail("Cem")) == 1


@pytest.mark.door("collectief pauze", "good", "twice")
@pytest.mark.door("collectief weer-meedoen", "good", "twice")
@pytest.mark.door("collectief stop", "good", "twice")
async def test_a_command_of_one_word_twice_is_once(house: House) -> None:
    await made(house)
    for command, *answers in (
        ("pauze", "niet meer te vinden", "niet meer te vinden"),
        ("weer-meedoen", "weer te vinden", "weer te vinden"),
        ("stop", "geen contactpersoon meer", "nog geen groep"),
    ):
        for says in answers:
            done = await house.people["Rosa"].slash(
                house.channels[Place.START], f"collectief {command}"
            )
            assert says in told(done)


@pytest.mark.door("collectief wijzig", "wrong role", "bad input")
@pytest.mark.door("collectief contact", "wrong role", "bad input")
@pytest.mark.door("collectief overdragen", "wrong role", "bad input")
@pytest.mark.door("collectief toon", "bad input")
@pytest.mark.door("collectief pauze", "bad input")
@pytest.mark.door("collectief weer-meedoen", "bad input")
@pytest.mark.door("collectief stop", "bad input")
async def test_a_command_that_cannot_be_says_what_to_do(house: House) -> None:
    await made(house)
    cem, start = house.people["Cem"], house.channels[Place.START]
    robot = house.guild.add_member(house.env.create_user("Robo", bot=True))
    for command, given, says in (
        ("wijzig", {"groep": "haven"}, "Dit mag je hier niet doen"),
        ("contact", {"groep": "haven", "wie": cem}, "Dit mag je hier niet doen"),
        ("overdragen", {"groep": "haven", "wie": cem}, "Dit mag je hier niet doen"),
        ("wijzig", {"groep": "nergens"}, "geen groep met die naam"),
        ("toon", {"groep": "nergens"}, "geen groep met die naam"),
        ("contact", {"groep": "nergens", "wie": cem}, "geen groep met die naam"),
        ("overdragen", {"groep": "nergens", "wie": cem}, "geen groep met die naam"),
        ("contact", {"wie": robot}, "Een bot kan geen contactpersoon zijn"),
        ("pauze", {"groep": "nergens"}, "geen groep met die naam"),
        ("weer-meedoen", {"groep": "nergens"}, "geen groep met die naam"),
        ("stop", {"groep": "nergens"}, "geen groep met die naam"),
        ("toon", {}, "nog geen groep"),
    ):
        assert says in told(await cem.slash(start, f"collectief {command}", **given))


async def test_staff_read_which_silent_groups_have_nobody_to_ask(house: House) -> None:
    for who, number in (("Rosa", 1), ("Cem", 2)):
        await confirm(house, who, await begin(house, who, f"Groep {number}"), number)
    for who in ("Rosa", "Cem"):
        await press(house, who, f"collective-leave:{1 if who == 'Rosa' else 2}")
        await press(house, "Sofie", f"collective-unhide:{1 if who == 'Rosa' else 2}")
    house.clock.move(days=366)
    await house.client.services.matching.freshness.apply()
    await house.deliver()
    assert "Van 2 groepen hoorde ik een jaar niets" in house.messages(Place.STAFF)[-1].content
