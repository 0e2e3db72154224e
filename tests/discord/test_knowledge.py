"""The knowledge base in the chat: from a solved question to an article, and back."""

import re

import pytest
import simcord
from sqlalchemy import text

from bot.communities import Place
from cogs._ui import ref
from data.store import followers, people
from tests.discord.hands import fill, ids, press, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio
HARD = "wie kent een goede monteur voor de dakgoot van ons gebouwtje, groeten Rosa"
PUMP = {
    "title": "Een waterpomp op het plein",
    "body": "Vraag de gemeente om een pomp. De pomp kost niets.",
    "step": "Bel de gemeente.",
    "source_name": "Waternet",
    "source_url": "https://www.waternet.nl/pomp",
}
DETAILS = {"who": "", "country": "", "questions": "", "keywords": "", "why": ""}
NEW = "article-form:nl:0"
NOT_FOR = {
    ("artikel nieuw", "bad input"): "there is nothing to fill in",
    ("artikel lijst", "bad input"): "there is nothing to fill in",
    ("artikel versies", "twice"): "it only reads",
    ("SpareButton", "wrong role"): "everyone may stop these messages",
    ("SpareButton", "bad input"): "there is nothing to fill in",
    ("DoubtButton", "wrong role"): "everyone may doubt an article",
    ("DoubtForm", "wrong role"): "everyone may doubt an article",
    ("GapWriteButton", "bad input"): "the words are the whole of it; any will do",
    ("GapWordsButton", "bad input"): "the words are the whole of it; any will do",
    ("OpenDraftButton", "twice"): "it only reads",
    ("artikel wijzig", "twice"): "the second time shows the same draft, as in the service tests",
}


async def written(house: House, **other: str) -> int:
    """A draft of Sofie with a theme, not yet shown to anybody; its number."""
    done = await fill(house, "Sofie", NEW, PUMP | other)
    number = int(re.search(r"Concept (\d+)", told(done))[1])  # pyright: ignore[reportOptionalSubscript]
    for part in range(3):
        await press(house, "Sofie", f"article-themes:{number}:{part}", ["klimaatadaptatie"])
    return number


async def published(house: House, **other: str) -> int:
    number = await written(house, **other)
    await press(house, "Sofie", f"article-ask:{number}")
    await press(house, "Mo", f"article-publish:{number}:0")
    return number


async def states(house: House) -> list[str]:
    async with house.store.reading() as session:
        found = await session.scalars(text("SELECT state FROM article_versions ORDER BY id"))
        return list(found)


async def asked(house: House, said: str) -> simcord.InteractionResult:
    house.clock.move(minutes=11)
    return await house.people["Rosa"].slash(house.channels[Place.START], "vraag stel", tekst=said)


async def slash(house: House, who: str, name: str, **options: object) -> str:
    place = house.channels[Place.STAFF if who != "Rosa" else Place.START]
    return told(await house.people[who].slash(place, name, **options))


@pytest.mark.door("ArticleForm", "good", "twice")
@pytest.mark.door("ArticleThemeSelect", "good")
@pytest.mark.door("AskArticleButton", "good", "twice")
@pytest.mark.door("PublishButton", "good", "wrong role", "twice")
@pytest.mark.door("OpenDraftButton", "good")
@pytest.mark.door("ArticleDetailsForm", "good", "twice")
@pytest.mark.door("DetailsButton", "good", "twice")
@pytest.mark.door("RewordArticleButton", "good", "twice")
async def test_an_article_is_written_read_by_a_colleague_and_found(house: House) -> None:
    """H1 and H9: with a source, seen by two people, a foreign example labelled."""
    done = await fill(house, "Sofie", NEW, PUMP | {"source_name": "", "source_url": ""})
    again = await fill(house, "Sofie", NEW, PUMP | {"source_name": "", "source_url": ""})
    assert (told(done), "een bron" in told(done)) == (told(again), True)
    assert "Zonder bron kan dit niet" in told(await press(house, "Sofie", "article-ask:1"))
    for custom_id in ("article-change:1", "article-details:1") * 2:
        shown = await press(house, "Sofie", custom_id)
        assert "Concept 1" in shown.modal["title"] or "Meer over concept 1" in shown.modal["title"]
    await fill(house, "Sofie", "article-form:nl:1", PUMP)
    details = DETAILS | {"country": "België", "keywords": "pomp, kraan"}
    for _ in range(2):
        await fill(house, "Sofie", "article-details-form:1", details)
    for part in range(3):
        await press(house, "Sofie", f"article-themes:1:{part}", ["klimaatadaptatie"])
    for _ in range(2):
        done = await press(house, "Sofie", "article-ask:1")
        assert "Een collega kan dit nu" in told(done)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert "wacht op een collega" in card.content
    assert ids(card) == ["article-read:1", "article-publish:1:0"]
    assert "Vraag de gemeente" in told(
        await house.people["Mo"].click(card, custom_id="article-read:1")
    )
    done = await house.people["Sofie"].click(card, custom_id="article-publish:1:0")
    assert "Een collega leest mee" in told(done)
    await house.restart()
    done = await house.people["Mo"].click(card, custom_id="article-publish:1:0")
    assert "staat nu in de kennisbank" in told(done)
    done = await house.people["Mo"].click(card, custom_id="article-publish:1:0")
    assert "Er is niets veranderd" in told(done)
    await house.deliver()
    assert "staat nu in de kennisbank" in house.messages(Place.STAFF)[-1].content
    assert ids(house.messages(Place.STAFF)[-1]) == []
    found = await asked(house, "Hoe krijgen we een waterpomp op het plein?")
    assert "waterpomp op het plein" in str(found.response.content) + str(ids(found.response))
    whole = await press(house, "Rosa", "article:1:een-waterpomp-op-het-plein")
    assert "uit een ander land: België" in told(whole)
    assert "Waternet" in told(whole)


@pytest.mark.door("FromQuestionButton", "good", "twice")
@pytest.mark.door("ConsentButton", "good", "wrong role", "twice")
async def test_a_solved_question_becomes_an_article_when_its_asker_says_yes(house: House) -> None:
    """X2: an answer of a person is kept, with consent; of who asked without a name too."""
    start = house.channels[Place.START]
    await house.people["Rosa"].slash(start, "vraag stel", tekst=HARD, anoniem=True)
    shown = await fill(house, "Mo", "answer-form:1", {"answer": "Bel 0612345678, zegt Rosa."})
    await press(house, "Mo", next(id_ for id_ in ids(shown.response) if "draft-send" in id_))
    await house.deliver()
    card = house.messages(Place.STAFF)[0]
    assert "question-article:1" in ids(card)
    for _ in range(2):
        done = await press(house, "Sofie", "question-article:1")
        assert "Concept 1" in told(done)
    assert "Weggehaald: " in told(done)
    assert not [word for word in ("Rosa", "0612345678") if word in told(done)]
    body = {"title": "Een monteur", "body": "Vraag de monteur van het dorp.", "step": "Bel."}
    await fill(house, "Sofie", "article-form:nl:1", PUMP | body)
    for part in range(3):
        await press(house, "Sofie", f"article-themes:1:{part}", ["klimaatadaptatie"])
    assert "De vrager kreeg dit" in told(await press(house, "Sofie", "article-ask:1"))
    await house.deliver()
    letter = house.mail("Rosa")[-1]
    assert "Vraag de monteur van het dorp." in letter.content
    assert ids(letter) == ["article-consent:1:yes", "article-consent:1:no"]
    assert "Dit mag je hier niet doen" in told(await press(house, "Cem", "article-consent:1:yes"))
    for _ in range(2):
        done = await house.users["Rosa"].click(letter, custom_id="article-consent:1:yes")
        assert "Dank je wel" in told(done)
    await house.deliver()
    assert "De vrager zei ja" in house.messages(Place.STAFF)[-1].content
    assert "Rosa" not in house.messages(Place.STAFF)[-1].content
    await press(house, "Mo", "article-publish:1:0")
    await house.deliver()
    assert "helpt nu ook anderen" in house.mail("Rosa")[-1].content
    done = await house.users["Rosa"].click(letter, custom_id="article-consent:1:no")
    assert "Wij gebruiken je vraag niet" in told(done)
    assert "Dat artikel is er niet" in await slash(
        house, "Mo", "artikel trek-in", artikel="een monteur", waarom="x"
    )


@pytest.mark.door("artikel nieuw", "good", "twice")
@pytest.mark.door("artikel wijzig", "good", "bad input")
@pytest.mark.door("artikel lijst", "good", "twice")
@pytest.mark.door("artikel trek-in", "good", "bad input", "twice")
@pytest.mark.door("artikel versies", "good", "bad input")
@pytest.mark.door("artikel terug", "good", "bad input", "twice")
@pytest.mark.door("artikel zoekwoord", "good", "bad input", "twice")
@pytest.mark.door("SpareButton", "good", "twice")
@pytest.mark.door("DropArticleButton", "good", "twice")
async def test_staff_keep_articles_by_typing_and_readers_hear_of_it(house: House) -> None:
    staff = house.channels[Place.STAFF]
    for _ in range(2):
        form = await house.people["Sofie"].slash(staff, "artikel nieuw", taal="en")
        assert "(en)" in form.modal["title"]
    await published(house)
    number = int((await asked(house, "Hoe krijgen we een waterpomp op het plein?")) is not None)
    await press(house, "Rosa", f"article:{number}:een-waterpomp-op-het-plein")
    async with house.store.writing() as session:
        cem = await people.find_by_identity(session, ref(house.users["Cem"].id))
        cem = cem or await people.add(session, ref(house.users["Cem"].id), "Cem", house.clock.now())
        await followers.add(session, number, cem.id, language="nl", since=house.clock.now())
    for who, offered in (("Mo", ["een-waterpomp-op-het-plein"]), ("Cem", [])):
        found = await house.people[who].autocomplete(staff, "artikel wijzig", "artikel", "terpomp")
        assert [choice["value"] for choice in found] == offered
    form = await house.people["Mo"].slash(staff, "artikel wijzig", artikel="waterpomp")
    assert "Concept" in form.modal["title"]
    nothing = await slash(house, "Mo", "artikel wijzig", artikel="bestaat niet")
    assert "Dat artikel is er niet" in nothing
    draft = int(form.modal["title"].split()[1])
    for _ in range(2):
        listed = await slash(house, "Sofie", "artikel lijst")
        assert f"Concept {draft}" in listed
        assert "een-waterpomp-op-het-plein" in listed
    assert "is weg" in told(await press(house, "Mo", f"article-drop:{draft}"))
    assert "weggegooid" in told(await press(house, "Mo", f"article-drop:{draft}"))
    for words, said in (
        ("zwengel", "vinden nu ook"),
        ("zwengel", "vinden nu ook"),
        ("!", "minstens"),
    ):
        assert said in await slash(
            house, "Mo", "artikel zoekwoord", artikel="waterpomp", woorden=words
        )
    why = {"artikel": "waterpomp", "waarom": "klopt niet"}
    assert "is weg" in await slash(house, "Mo", "artikel trek-in", **why)
    assert "Dat artikel is er niet" in await slash(house, "Mo", "artikel trek-in", **why)
    await house.deliver()
    letter = house.mail("Rosa")[-1]
    assert "Wij hebben het weggehaald" in letter.content
    assert ids(letter) == ["answer-person:1", "article-spare"]
    assert ids(house.mail("Cem")[-1]) == ["ask", "article-spare"]
    for _ in range(2):
        done = await house.users["Rosa"].click(letter, custom_id="article-spare")
        assert "Je hoort niet meer" in told(done)
    versions = await slash(house, "Sofie", "artikel versies", artikel="een-waterpomp-op-het-plein")
    assert "weggehaald" in versions
    assert "klopt niet" in versions
    assert "Dat artikel is er niet" in await slash(house, "Sofie", "artikel versies", artikel="xyz")
    first = int(re.findall(r"\*\*(\d+)\*\* versie 1", versions)[0])
    for _ in range(2):
        assert "is terug" in await slash(house, "Sofie", "artikel terug", versie=first)
    assert "Dat artikel is er niet" in await slash(
        house, "Sofie", "artikel terug", versie=2**31 - 1
    )


@pytest.mark.door("DoubtButton", "good", "twice")
@pytest.mark.door("DoubtForm", "good", "twice", "bad input")
@pytest.mark.door("DoubtsSeenButton", "good", "twice")
@pytest.mark.door("StillRightButton", "good", "twice")
@pytest.mark.door("ReviewArticleButton", "good", "twice")
async def test_a_reader_doubts_and_staff_look(house: House) -> None:
    for _ in range(2):
        form = await press(house, "Rosa", "article-doubt:wbtr")
        assert form.modal["custom_id"] == "article-doubt-form:wbtr"
    for said in ("De wet is anders, zegt @everyone", ""):
        done = await fill(house, "Rosa", "article-doubt-form:wbtr", {"doubt": said})
        assert "Een medewerker kijkt ernaar" in told(done)
    done = await fill(house, "Rosa", "article-doubt-form:niets", {"doubt": "x"})
    assert "Dat artikel is er niet" in told(done)
    await house.deliver()
    card = house.messages(Place.STAFF)[-1]
    assert "Een lezer twijfelt" in card.content
    assert "De wet is anders" in card.content
    assert not [word for word in ("Rosa", "@everyone") if word in card.content]
    for _ in range(2):
        form = await house.people["Mo"].click(card, custom_id="article-review:wbtr:nl")
        assert "Concept 1" in form.modal["title"]
        done = await house.people["Mo"].click(card, custom_id="article-seen:wbtr")
    assert "Hier was al naar gekeken" in told(done)
    house.clock.move(days=1)
    for _ in range(2):
        done = await house.people["Mo"].click(card, custom_id="article-right:wbtr:nl")
        assert "klopt nog" in told(done)
    assert (await states(house)).count("published") == 0


@pytest.mark.door("GapWriteButton", "good", "twice")
@pytest.mark.door("GapWordsButton", "good", "twice")
@pytest.mark.door("WordsForm", "good", "twice")
async def test_on_monday_staff_hear_what_was_missed_and_what_to_look_at(house: House) -> None:
    """H12, and dates that come up."""
    for who in ("Rosa", "Cem", "Bart"):
        said = f"{HARD.split(',')[0]}, vraagt {who}"
        await house.people[who].slash(house.channels[Place.START], "vraag stel", tekst=said)
    await published(house)
    async with house.store.writing() as session:
        await session.execute(text("UPDATE articles SET review_on = '2026-12-01'"))
    house.clock.move(minutes=11)
    await house.client.services.knowledge.keep_up()
    house.clock.move(days=6)
    await house.client.services.knowledge.keep_up()
    await house.deliver()
    week, gaps = house.messages(Place.STAFF)[-2:]
    assert "Een waterpomp op het plein" in week.content
    assert "article-right:een-waterpomp-op-het-plein:nl" in ids(week)
    assert "3 vragen. Woorden: " in gaps.content
    assert not [who for who in ("Rosa", "Cem", "Bart") if who in gaps.content]
    write, words = ids(gaps)[:2]
    for _ in range(2):
        form = await house.people["Mo"].click(gaps, custom_id=write)
        assert form.modal["custom_id"] == NEW
        form = await house.people["Mo"].click(gaps, custom_id=words)
        assert form.modal["custom_id"] == "article-words-form"
        done = await fill(
            house, "Mo", "article-words-form", {"article": "wbtr", "words": "dakgoot"}
        )
        assert "vinden nu ook" in told(done)


STAFF_BUTTONS = (
    "question-article:{}", "article-change:{}", "article-details:{}", "article-ask:{}",
    "article-drop:{}", "article-read:{}", "article-publish:{}:1", "article-themes:{}:0",
)  # fmt: skip
STAFF_FORMS = {
    "article-form:nl:{}": PUMP,
    "article-details-form:{}": DETAILS,
    "article-words-form": {"article": "bestaat niet", "words": "x"},
}
BY_NAME = ("article-right:{}:nl", "article-review:{}:nl", "article-seen:{}")


@pytest.mark.door("FromQuestionButton", "wrong role", "bad input")
@pytest.mark.door("RewordArticleButton", "wrong role", "bad input")
@pytest.mark.door("DetailsButton", "wrong role", "bad input")
@pytest.mark.door("AskArticleButton", "wrong role", "bad input")
@pytest.mark.door("DropArticleButton", "wrong role", "bad input")
@pytest.mark.door("OpenDraftButton", "wrong role", "bad input")
@pytest.mark.door("PublishButton", "bad input")
@pytest.mark.door("ArticleThemeSelect", "wrong role", "bad input", "twice")
@pytest.mark.door("ConsentButton", "bad input")
@pytest.mark.door("ArticleForm", "wrong role", "bad input")
@pytest.mark.door("ArticleDetailsForm", "wrong role", "bad input")
@pytest.mark.door("WordsForm", "wrong role", "bad input")
@pytest.mark.door("StillRightButton", "wrong role", "bad input")
@pytest.mark.door("ReviewArticleButton", "wrong role", "bad input")
@pytest.mark.door("DoubtsSeenButton", "wrong role", "bad input")
@pytest.mark.door("DoubtButton", "bad input")
@pytest.mark.door("GapWriteButton", "wrong role")
@pytest.mark.door("GapWordsButton", "wrong role")
@pytest.mark.door("artikel nieuw", "wrong role")
@pytest.mark.door("artikel wijzig", "wrong role")
@pytest.mark.door("artikel lijst", "wrong role")
@pytest.mark.door("artikel trek-in", "wrong role")
@pytest.mark.door("artikel versies", "wrong role")
@pytest.mark.door("artikel terug", "wrong role")
@pytest.mark.door("artikel zoekwoord", "wrong role")
async def test_a_resident_changes_nothing_and_a_number_that_is_not_there_neither(
    house: House,
) -> None:
    number = await written(house)
    before = await states(house)
    for custom_id in (
        *STAFF_BUTTONS,
        *(one.replace("{}", "wbtr") for one in BY_NAME),
        "gap-write:x",
        "gap-words:x",
    ):
        picked = ["zorg-welzijn"] if "themes" in custom_id else None
        done = await press(house, "Rosa", custom_id.format(number), picked)
        assert "Dit mag je hier niet doen" in told(done), custom_id
    for custom_id, values in STAFF_FORMS.items():
        done = await fill(house, "Rosa", custom_id.format(number), values)
        assert "Dit mag je hier niet doen" in told(done), custom_id
    for name, options in (
        ("nieuw", {}),
        ("lijst", {}),
        ("wijzig", {"artikel": "wbtr"}),
        ("trek-in", {"artikel": "wbtr", "waarom": "x"}),
        ("versies", {"artikel": "wbtr"}),
        ("terug", {"versie": number}),
        ("zoekwoord", {"artikel": "wbtr", "woorden": "x"}),
    ):
        assert "Dit mag je hier niet doen" in await slash(
            house, "Rosa", f"artikel {name}", **options
        )
    for custom_id in (
        *STAFF_BUTTONS,
        *(one.format("niets") for one in BY_NAME[:2]),
        "article-consent:{}:yes",
    ):
        for wrong in (999, 10**17):
            picked = ["verzonnen"] if "themes" in custom_id else None
            done = await press(house, "Mo", custom_id.format(wrong), picked)
            assert "Dat artikel is er niet" in told(done), custom_id
    assert "al naar gekeken" in told(await press(house, "Mo", "article-seen:niets"))
    done = await fill(house, "Rosa", "article-doubt-form:niets", {"doubt": ""})
    assert "Dat artikel is er niet" in told(done)
    for custom_id, values in STAFF_FORMS.items():
        done = await fill(house, "Mo", custom_id.format(999), values)
        assert "Dat artikel is er niet" in told(done), custom_id
    done = await fill(house, "Mo", NEW, PUMP | {"body": "\u200b"})
    assert "Er staat nog geen tekst in" in told(done)
    for _ in range(2):
        await press(house, "Sofie", f"article-themes:{number}:0", ["verzonnen"])
    assert await states(house) == before
