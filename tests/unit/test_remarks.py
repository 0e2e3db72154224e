"""Thanks, greetings and plain remarks are no questions; every question stays one."""

import csv
from pathlib import Path

import pytest

from bot.content import Content
from bot.search.helpdesk import HelpDeskSearch, Outcome
from bot.search.remarks import Act, act_of

ROOT = Path(__file__).parents[2]
REMARKS = [
    "Dank je wel!", "hartelijk dank", "Bedankt voor het antwoord, heel duidelijk", "thx!",
    "goedemorgen allemaal", "Hey!", "Good morning all", "ok", "oké super", "is goed", "nope", "+1",
    "👍", "😂😂", "hahahaha", "leuk!", "wat een leuke bijeenkomst was dat", "Wat een mooi weer",
    "Mooie foto's van de moestuin!", "goed idee!", "ik ben er zaterdag ook bij",
    "helaas kan ik zaterdag niet", "ik sla een keertje over", "ik breng koekjes mee",
    "heb er zin in!", "tot dan", "fijne dag nog", "geen probleem", "graag gedaan!",
    "Fijn, dat was precies wat ik zocht", "that was fun", "I'll be there too", "see you tomorrow",
    "I am coming on Friday", "you're welcome", "Hoe gaat het?", "beterschap",
]  # fmt: skip
QUESTIONS = [
    "moestuin", "LSA", "parkeervergunning", "informatie graag", "hondenpoep op de stoep",
    "volunteer insurance", "we zitten zonder penningmeester", "er is overlast van jongeren",
    "onze dakgoot lekt en de corporatie reageert niet", "ons dorpshuis gaat dicht",
    "Er komt een azc in ons dorp", "ik heb een idee voor de speeltuin", "we lost our subsidy",
    "wij hebben een brief van de gemeente gekregen over de omgevingsvisie",
    "dank je wel! en hoe lang duurt dat dan?", "leuk idee, maar wie betaalt dat",
    "hoi, hoe word ik lid?", "bedankt, nog een vraag: mag dat ook zonder notaris",
    "the municipality does not answer us", "kan ik iemand spreken", "помогите пожалуйста",
    "ik word gepest op mijn werk",
]  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def search(content: Content) -> HelpDeskSearch:
    return HelpDeskSearch(content)


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_gets_no_article(search: HelpDeskSearch, text: str) -> None:
    found = search.look(text)
    assert (found.is_remark, found.outcome, found.answers) == (True, Outcome.OFFTOPIC, ())


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_without_question_mark_stays_a_question(
    search: HelpDeskSearch, text: str
) -> None:
    assert not search.look(text).is_remark


def test_no_question_that_is_for_us_is_taken_for_a_remark(search: HelpDeskSearch) -> None:
    with (ROOT / "data" / "content" / "judged" / "desk.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lost = [
        row["question"]
        for row in rows
        if row["handling"] != "offtopic" and search.look(row["question"]).is_remark
    ]
    assert (len(rows) > 100, lost) == (True, [])


def test_no_title_and_no_question_of_an_article_is_taken_for_a_remark(
    content: Content, search: HelpDeskSearch
) -> None:
    said = [text for article in content.articles for text in (article.title, *article.questions)]
    assert [text for text in said if search.look(text).is_remark] == []


def test_a_crisis_is_never_a_remark(search: HelpDeskSearch) -> None:
    assert not search.look("dank je wel voor alles, ik wil dood").is_remark


def test_one_question_among_remarks_makes_a_question() -> None:
    assert act_of("Hallo! Leuk hier. Hoe word ik lid?") is Act.ASK


def test_no_words_at_all_is_courtesy() -> None:
    assert act_of("👍") is Act.COURTESY
