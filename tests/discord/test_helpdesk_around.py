"""Below an answer: is it wrong, who did this, a rule in the way, me too, the theme, a question."""

import discord
import pytest
from sqlalchemy import text

from bot.communities import Place
from bot.services.matching import ProfileDraft, SuccessDraft
from cogs.helpdesk.articles import article_text
from tests.discord.hands import fill, give_roles, ids, press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje"
EASY = "Hoe word ik lid van LSA?"
COLD = "ons huis is koud en er zit nog enkel glas in, wat kunnen we doen met de buren"
FORM = {"rule": "Wij mogen geen soep koken", "layer": ["gemeente"]}
NOT_FOR = {
    ("EarlierButton", "wrong role"): "everyone may read what is public",
    ("MeTooButton", "wrong role"): "everyone may follow what is public",
    ("StopFollowingButton", "wrong role"): "everyone stops for themselves alone",
    ("PeersButton", "wrong role"): "everyone may look for groups",
    ("NoRuleButton", "wrong role"): "everyone takes back their own alone",
    ("knelpunten", "bad input"): "it takes no input",
}


async def ask(house: House, said: str = EASY, who: str = "Rosa"):
    return await house.people[who].slash(house.channels[Place.START], "vraag stel", tekst=said)


async def typed(house: House, said: str = HARD, who: str = "Rosa"):
    """The public reply to a question in the help channel."""
    await house.people[who].send(house.channels[Place.HELPDESK], said)
    await house.deliver()
    return house.messages(Place.HELPDESK)[-1]


async def one(house: House, query: str) -> object:
    async with house.store.reading() as session:
        return await session.scalar(text(query))


# ------------------------------------------------------------------ the answer itself


async def test_h1_x12_an_answer_is_short_and_has_a_source_a_date_and_one_step(
    house: House,
) -> None:
    """H1: no claim without a named source and a date; X12: one small step at the end."""
    result = await ask(house, "welke rechtsvorm kies je als buurtgroep")
    said = result.response.content
    body = said[said.index("\n") : said.index("**Kleine stap:**")].strip()
    assert len(body) <= 600
    assert said.count("**Kleine stap:**") == 1
    assert "Bron: [KVK](<https://www.kvk.nl>), bekeken op" in said
    assert "Was dit het antwoord?" in said
    labels = [part["label"] for row in result.response.components for part in row["components"]]
    assert labels == [
        "Dit was het antwoord", "Dat klopt niet", "Vraag een mens",
        "Lees alles", "Wie deed dit al?", "Een regel zit in de weg",
    ]  # fmt: skip


async def test_x17_a_flemish_question_is_told_that_this_is_about_the_netherlands(
    house: House,
) -> None:
    said = (await ask(house, "welke rechtsvorm kies je als buurtgroep, een vzw?")).response.content
    assert "Dit gaat over Nederlandse regels" in said


async def test_an_article_without_a_translation_says_so_to_who_reads_english(
    house: House,
) -> None:
    services = house.client.services
    dutch = services.helpdesk.article("buurtmoestuin", "nl")
    assert dutch is not None
    said = article_text(services, dutch, "en", whole=False)
    assert "This article is only there in Dutch." in said
    assert "**Small step:**" in said
    translated = services.helpdesk.article("lid-worden", "en")
    assert translated is not None
    assert "only there in" not in article_text(services, translated, "en", whole=False)


async def test_x11_a_duty_of_government_is_named_and_not_pushed_onto_neighbours(
    house: House,
) -> None:
    """X11: if something is a task of government, say so and refer."""
    said = "de thuiszorg stopt ermee, kunnen wij als buurt dat overnemen?"
    result = (await ask(house, said)).response.content
    assert "Zorg is een taak van de overheid" in result
    assert "het hoeft niet" in result
    assert "taak van de overheid" not in (await ask(house)).response.content


async def test_h3_x11_beside_a_referral_nothing_is_offered_counted_or_followed(
    house: House,
) -> None:
    """H3: the right service at once; X11: a duty of government is not pushed onto neighbours."""
    await ask(house, "ik heb schulden en de deurwaarder staat voor de deur")
    crisis = int(str(await one(house, "SELECT max(id) FROM questions")))
    result = await press(house, "Rosa", f"answer-person:{crisis}")
    assert not [id_ for id_ in ids(result.response) if id_.startswith(("rule", "question-"))]
    for id_ in ("rule-in-the-way", "question-peers", "question-follow", "question-earlier"):
        refused = told(await press(house, "Rosa", f"{id_}:{crisis}"))
        assert "Bij deze vraag kan dat niet" in refused or "eigen vraag" in refused
    for id_ in ("question-other-theme", "back"):
        end = ":tenure:owner" if id_ == "back" else ""
        refused = told(await press(house, "Rosa", f"{id_}:{crisis}{end}"))
        assert "kan ik niet vinden" in refused or "Bij deze vraag kan dat niet" in refused


# ------------------------------------------------------------------ a wrong answer


async def test_a_wrong_public_answer_is_gone_at_once_and_staff_see_which(house: House) -> None:
    """H2: the question goes to a person, with what was wrong."""
    message = await typed(house, EASY)
    assert "Bron:" in message.content
    stranger = await house.people["Cem"].click(message, label="Dat klopt niet")
    assert "Dit mag je hier niet doen" in stranger.response.content
    done = await house.people["Rosa"].click(message, label="Dat klopt niet")
    assert "Het antwoord is weg" in done.response.content
    await house.deliver()
    after = house.messages(Place.HELPDESK)[-1]
    assert after.id == message.id
    assert "Ik heb het weggehaald" in after.content
    assert "Bron:" not in after.content
    assert "question-follow:1" in ids(after)
    card = house.messages(Place.STAFF)[-1].content
    assert "De bot gaf een antwoord dat niet klopt: Moet ik lid worden van LSA?" in card


# ------------------------------------------------------------------ one question back


@pytest.mark.door("BackButton", "good", "twice", "bad input", "wrong role")
async def test_h5_h13_the_answer_changes_with_who_asks_and_the_public_one_follows(
    house: House,
) -> None:
    """H5: one short question; H13: tenants and owners both get an answer of their own."""
    message = await typed(house, COLD)
    assert "huur je of heb je een koophuis?" in message.content
    assert "Woonbond" in message.content
    stranger = await house.people["Cem"].click(message, label="Ik heb een koophuis")
    assert "Dit mag je hier niet doen" in stranger.response.content
    await house.restart()
    for _ in range(2):
        owner = told(await press(house, "Rosa", "back:1:tenure:owner"))
        assert "Ons koophuis is koud" in owner
        assert "Bron: [RVO]" in owner
        assert "huur je of" not in owner
    whole = told(await press(house, "Rosa", "article:1:huurders-isolatie"))
    assert whole.index("Bron: [RVO]") < whole.index("Bron: [Woonbond]")
    await house.deliver()
    after = house.messages(Place.HELPDESK)[-1].content
    assert "Bron: [RVO]" in after
    bad = told(await press(house, "Rosa", "back:1:tenure:village"))
    assert "Dit antwoord ken ik niet" in bad
    skipped = await press(house, "Rosa", "back:1:tenure:unsaid")
    assert "Dat is goed" in told(skipped)
    assert "question-peers:1" in ids(skipped.response)


# ------------------------------------------------------------------ who did this already


@pytest.mark.door("PeersButton", "good", "bad input", "twice")
async def test_h4_who_did_this_already_gives_groups_why_and_a_way_to_meet(house: House) -> None:
    """H4: a fellow collective is an answer; nothing of a person is told before both say yes."""
    start = house.channels[Place.START]
    profiles = house.client.services.matching.profiles
    for number, who in enumerate(("Bart", "Mo", "Sofie", "Ada")):
        await house.people[who].slash(start, "privacy")
        person = await house.client.services.people.recognise(await arrival(house, who))
        draft = ProfileDraft(f"Tuin {number}", "Utrecht", "Wij hebben een moestuin in de wijk")
        await profiles.make(person, draft, "06-12345678")
    asked = await ask(house, "hoe beginnen we een moestuin in onze wijk")
    for _ in range(2):
        found = await house.people["Rosa"].click(asked.response, label="Wie deed dit al?")
        said = told(found)
        assert 1 <= said.count("**Tuin") + said.count(". Tuin") <= 3
        assert "06-12345678" not in said
        assert "Bart" not in said
    assert "introduce" not in str(ids(found.response))  # Rosa speaks for no group yet
    meeting = await press(house, "Bart", "question-peers:1")
    assert "kan ik niet vinden" in told(meeting)  # a private question of somebody else
    own = await ask(house, "hoe beginnen we een moestuin in onze wijk", who="Bart")
    again = await house.people["Bart"].click(own.response, label="Wie deed dit al?")
    assert [id_ for id_ in ids(again.response) if id_.startswith("introduce:")]


async def test_h4_a_success_that_fits_is_named_below_the_answer_and_can_be_read(
    house: House,
) -> None:
    """H4, X13: what a group did stands below the reply; nothing when nobody fits, or in need."""
    await house.people["Bart"].slash(house.channels[Place.START], "privacy")
    matching, people = house.client.services.matching, house.client.services.people
    bart = await people.recognise(await arrival(house, "Bart"))
    hall = await matching.profiles.make(bart, ProfileDraft("De Meent", "Elsloo", "Ons dorpshuis."))
    draft = SuccessDraft("Wij kochten het zwembad van het dorp", "Met aandelen van 250 euro.")
    success = await matching.successes.share(bart, hall.id, draft)
    await press(house, "Sofie", f"success-publish:{success.id}")
    asked = await ask(house, "wij willen het zwembad van het dorp kopen, hoe gaat dat")
    assert "De Meent, Elsloo: Wij kochten het zwembad" in told(asked)
    read = await house.people["Rosa"].click(asked.response, label="Lees hoe zij het deden")
    assert "Met aandelen van 250 euro." in told(read)
    for asks in ("hoe doen we de boekhouding", "ik word geslagen in het zwembad van het dorp"):
        assert "De Meent" not in told(await ask(house, asks))


async def arrival(house: House, who: str):
    from cogs._ui import arrival_of

    guild = house.client.get_guild(house.guild.id)
    assert guild is not None
    member = await guild.fetch_member(house.users[who].id)
    return await arrival_of(house.client, member, "nl")


# ------------------------------------------------------------------ a rule in the way


@pytest.mark.door("RuleButton", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("RuleForm", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("NoRuleButton", "good", "bad input", "twice")
async def test_h6_a_rule_in_the_way_is_told_changed_and_taken_back(house: House) -> None:
    """H6: which rule, of which layer of government."""
    asked = await ask(house)
    form = await house.people["Rosa"].click(asked.response, label="Een regel zit in de weg")
    done = await house.people["Rosa"].submit_modal(form, FORM)
    assert "Alleen die aantallen laten we zien" in done.response.content
    twice = await press(house, "Rosa", "rule-in-the-way:1")
    changed = await house.people["Rosa"].submit_modal(twice, FORM | {"layer": ["rijk"]})
    assert "Het is veranderd" in changed.response.content
    assert await one(house, "SELECT layer FROM bottlenecks") == "rijk"
    for refused in (
        await press(house, "Cem", "rule-in-the-way:1"),
        await fill(house, "Cem", "rule-form:1", FORM),
        await press(house, "Rosa", "rule-in-the-way:99"),
    ):
        assert "Deze vraag kan ik niet vinden" in told(refused)
    empty = await fill(house, "Rosa", "rule-form:1", FORM | {"rule": "\u200b"})
    assert "welke regel het is" in told(empty)
    layer = await fill(house, "Rosa", "rule-form:1", FORM | {"layer": ["mars"]})
    assert "Kies van wie de regel komt" in told(layer)
    for number in (1, 1, 99):
        gone = await press(house, "Rosa", f"rule-taken-back:{number}")
        assert "Het is weg" in told(gone)
    assert await one(house, "SELECT count(*) FROM bottlenecks") == 0


@pytest.mark.door("knelpunten", "good", "wrong role", "twice")
async def test_h6_staff_see_numbers_from_five_people_on(house: House) -> None:
    start = house.channels[Place.START]
    refused = await house.people["Rosa"].slash(start, "knelpunten")
    assert "Dit mag je hier niet doen" in refused.response.content
    empty = await house.people["Sofie"].slash(start, "knelpunten")
    assert "nog geen regel gemeld" in empty.response.content
    for number, who in enumerate(("Rosa", "Cem", "Bart", "Mo", "Ada"), start=1):
        await ask(house, who=who)
        await fill(house, who, f"rule-form:{number}", FORM)
        if number == 4:
            few = await house.people["Sofie"].slash(start, "knelpunten")
            assert "minder dan vijf mensen" in few.response.content
    for _ in range(2):
        told_ = (await house.people["Sofie"].slash(start, "knelpunten")).response.content
        assert "- De gemeente: 5 mensen" in told_
        assert "soep" not in told_


# ------------------------------------------------------------------ me too


@pytest.mark.door("MeTooButton", "good", "bad input", "twice")
@pytest.mark.door("EarlierButton", "good", "bad input", "twice")
@pytest.mark.door("StopFollowingButton", "good", "bad input", "twice")
async def test_who_has_the_question_too_reads_what_was_asked_and_gets_the_answer(
    house: House,
) -> None:
    message = await typed(house)
    await house.restart()
    for key in ("Ik heb het genoteerd", "Je volgt vraag 1 al"):
        done = await house.people["Cem"].click(message, label="Ik heb deze vraag ook")
        assert key in done.response.content
    own = await house.people["Rosa"].click(message, label="Ik heb deze vraag ook")
    assert "Dit is je eigen vraag" in own.response.content
    await house.deliver()
    assert "Nog iemand heeft deze vraag ook" in house.messages(Place.HELPDESK)[-1].content
    sofie = await house.client.services.people.recognise(await arrival(house, "Sofie"))
    await house.client.services.staffdesk.answer(sofie, 1, "Bel @everyone **Jan**.", "i:1")
    await house.deliver()
    mail = house.mail("Cem")[-1]
    assert "Sofie schrijft:" in mail.content
    assert "@everyone" not in mail.content
    for _ in range(2):
        (stop,) = ids(mail)
        assert "Je volgt vraag 1 niet meer" in told(await press(house, "Cem", stop))
    other = await typed(house, f"weet iemand: {HARD}?", who="Bart")
    assert "**Dit vroegen anderen eerder:**" in other.content
    for who in ("Bart", "Cem"):
        read = await house.people[who].click(other, label="Lees vraag 1")
        assert "Antwoord: Bel" in read.response.content
    late = await press(house, "Cem", "question-follow:1")
    assert "Antwoord: Bel" in told(late)
    for noun in ("question-follow", "question-earlier"):
        assert "Deze vraag kan ik niet vinden" in told(await press(house, "Cem", f"{noun}:99"))
    assert "Je volgt vraag 99 niet meer" in told(await press(house, "Cem", "question-unfollow:99"))


async def test_what_stands_where_somebody_may_not_look_is_not_shown_by_its_number(
    house: House,
) -> None:
    """A question typed in a channel of staff is public there, and nowhere else."""
    bot = house.client.user
    assert bot is not None
    seen = discord.PermissionOverwrite(view_channel=True)
    secret = house.guild.create_text_channel(
        "achterkamer",
        overwrites={
            house.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            house.guild.roles["Beheerder"]: seen,
            bot: seen,
        },
    )
    await house.env.settle()
    await house.people["Ada"].send(secret, f"<@{bot.id}> {HARD}")
    await house.deliver()
    assert await one(house, "SELECT count(*) FROM questions WHERE reply_place IS NOT NULL") == 1
    for noun in ("question-follow", "question-earlier", "question-peers", "rule-in-the-way"):
        assert "Deze vraag kan ik niet vinden" in told(await press(house, "Cem", f"{noun}:1"))


# ------------------------------------------------------------------ the theme


@pytest.mark.door("ThemeSelect", "good", "wrong role", "bad input", "twice")
@pytest.mark.door("ThemeButton", "good", "wrong role", "bad input", "twice")
async def test_asker_and_staff_say_in_one_press_what_a_question_is_about(house: House) -> None:
    asked = await ask(house, HARD)
    menu = next(id_ for id_ in ids(asked.response) if id_.startswith("question-theme:"))
    for _ in range(2):
        done = await press(house, "Rosa", menu, ["buurtmoestuinen"])
        assert "De vraag gaat nu over" in told(done)
    group = await press(house, "Rosa", menu, ["group-energie"])
    assert menu in ids(group.response)
    for _ in range(2):
        shown = await press(house, "Sofie", "question-other-theme:1")
        assert "Dat heeft iemand gekozen" in told(shown)
        assert "procent zeker" in str(shown.response.components)
    unknown = await press(house, "Sofie", menu, ["unknown"])
    assert "Dat geeft niet" in told(unknown)
    await house.deliver()
    assert "Thema: nog geen" in house.messages(Place.STAFF)[-1].content
    for refused in (
        await press(house, "Cem", menu, ["buurtmoestuinen"]),
        await press(house, "Cem", "question-other-theme:1"),
    ):
        assert "Dit mag je hier niet doen" in told(refused)
    for picked in ("ruimtevaart", "group-ruimtevaart"):
        assert "Dit thema ken ik niet" in told(await press(house, "Rosa", menu, [picked]))
    assert "kan ik niet vinden" in told(await press(house, "Sofie", "question-other-theme:99"))
    lost = await press(house, "Rosa", "question-theme:99", ["buurtmoestuinen"])
    assert "kan ik niet vinden" in told(lost)


# ------------------------------------------------------------------ search words


async def test_h12_what_the_bot_could_not_place_becomes_a_search_word(house: House) -> None:
    """H12: what was asked and not found is shown to staff, who make it findable."""
    await ask(house, HARD)
    await house.deliver()
    assert "De bot kon dit niet plaatsen" in house.messages(Place.STAFF)[-1].content
    form = await press(house, "Sofie", "question-more:1", ["words"])
    filled = {"article": "Moet ik lid worden van LSA?", "words": "monteur voor de dakgoot"}
    done = await house.people["Sofie"].submit_modal(form, filled)
    assert "Moet ik lid worden" in told(done)
    assert await one(house, "SELECT words FROM search_words") == "monteur voor de dakgoot"
    refused = await press(house, "Cem", "question-more:1", ["words"])
    assert "Dit mag je hier niet doen" in told(refused)


async def test_a_choice_made_with_an_old_role_is_refused(house: House) -> None:
    await ask(house, HARD)
    await give_roles(house, "Sofie")
    assert "Dit mag je hier niet doen" in told(
        await press(house, "Sofie", "question-other-theme:1")
    )


async def test_followers_read_how_a_question_ends_whichever_way_it_does(house: House) -> None:
    """X2: an article after all, another question that it belongs to, or no answer in public."""
    await typed(house, EASY)
    await press(house, "Rosa", "answer-person:1")
    await typed(house, HARD)
    await typed(house, f"graag hulp: {HARD}", who="Bart")
    await typed(house, "wie weet een tuinman voor het plein van ons gebouwtje", who="Bart")
    for number in (1, 3, 4):
        assert "genoteerd" in told(await press(house, "Cem", f"question-follow:{number}"))
    await press(house, "Rosa", "answer-yes:1")
    sofie = await house.client.services.people.recognise(await arrival(house, "Sofie"))
    await house.client.services.staffdesk.joining.merge(sofie, 3, 2)
    bart = await house.client.services.people.recognise(await arrival(house, "Bart"))
    await house.client.services.own.withdraw(bart, 4)
    await house.deliver()
    article, moved, gone = house.mail("Cem")[-3:]
    assert "Moet ik lid worden van LSA?" in article.content
    assert "Bron: [LSA bewoners]" in article.content
    assert "Vraag 3 hoort bij vraag 2" in moved.content
    assert ids(moved) == ["question-unfollow:2"]
    assert "Vraag 4 gaat niet in het openbaar verder" in gone.content
