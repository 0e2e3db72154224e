"""The search engine: what is found, at once, and whatever is asked."""

import pytest

from bot.search.engine import Document, Engine
from bot.search.words import grams, words

ARTICLES = (
    Document(
        "moestuin", "Een buurtmoestuin beginnen", "Zoek grond en vraag de gemeente.", "tuintje"
    ),
    Document("energie", "Een energiecoöperatie oprichten", "Leden kopen samen zonnepanelen."),
    Document("statuten", "Statuten van een vereniging", "De notaris maakt een akte."),
    Document("park", "Speelpark De Linie", "Een park voor kinderen in de wijk."),
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.build(ARTICLES)


def first(engine: Engine, text: str) -> str:
    hits = engine.search(text, 1)
    return hits[0].id if hits else ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("moestuin", "moestuin"),
        ("moestuinen in de buurt", "moestuin"),
        ("energiecooperatie", "energie"),
        ("ENERGIECOÖPERATIE!", "energie"),
        ("statuuten verening", "statuten"),
        ("zonnepaneel", "energie"),
        ("tuintje", "moestuin"),
    ],
)
def test_a_question_finds_its_article(engine: Engine, text: str, wanted: str) -> None:
    assert first(engine, text) == wanted


def test_a_part_of_a_compound_is_found(engine: Engine) -> None:
    assert first(engine, "panelen") == "energie"


def test_two_words_written_apart_find_the_compound(engine: Engine) -> None:
    assert first(engine, "speel park") == "park"


def test_the_best_comes_first_and_no_more_than_asked(engine: Engine) -> None:
    hits = engine.search("notaris gemeente park", 2)
    assert [len(hits), hits[0].score >= hits[1].score] == [2, True]


def test_the_same_question_gets_the_same_order(engine: Engine) -> None:
    text = "een park bij de gemeente"
    assert engine.search(text) == Engine.build(ARTICLES).search(text)


def test_equal_documents_are_ordered_by_id() -> None:
    engine = Engine.build(Document(id_, "Park", "groen") for id_ in ("b", "a", "c"))
    assert [hit.id for hit in engine.search("park")] == ["a", "b", "c"]


def test_a_new_document_is_found_at_once() -> None:
    engine = Engine.build(ARTICLES)
    engine.put(Document("zeppelin", "Een zeppelin laten landen", "Vraag het de burgemeester."))
    assert first(engine, "zeppelin") == "zeppelin"


def test_a_document_with_a_known_id_replaces_the_old_one() -> None:
    engine = Engine.build(ARTICLES)
    engine.put(Document("statuten", "Zeppelin", "Lucht."))
    assert [len(engine), first(engine, "zeppelin"), first(engine, "notaris")] == [4, "statuten", ""]


def test_a_removed_document_is_gone() -> None:
    engine = Engine.build(ARTICLES)
    engine.remove("moestuin", "never-there")
    assert [len(engine), engine.search("moestuin")] == [3, ()]


def test_an_empty_index_finds_nothing() -> None:
    assert Engine.build(()).search("moestuin") == ()


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", '"moestuin', "title:(a AND [b TO *]", "+-!{}^~*?\\/", "😀", "\ud800", "ك" * 5],
)
def test_any_text_is_a_safe_question(engine: Engine, text: str) -> None:
    assert isinstance(engine.search(text), tuple)


def test_a_very_long_question_is_still_answered(engine: Engine) -> None:
    assert first(engine, "moestuin " + "lorem ipsum dolor " * 20_000) == "moestuin"


def test_marks_of_a_query_language_mean_nothing(engine: Engine) -> None:
    assert first(engine, 'NOT (moestuin) -moestuin "') == "moestuin"


def test_odd_documents_are_taken_as_they_are() -> None:
    odd = [
        Document("", "", ""),
        Document("\0", "\ud800", "\0"),
        Document("ok", "Park", "x" * 10**6),
    ]
    assert first(Engine.build(odd), "park") == "ok"


def test_asking_for_none_gives_none(engine: Engine) -> None:
    assert engine.search("moestuin", 0) == ()


def test_english_documents_are_stemmed_in_english() -> None:
    engine = Engine.build([Document("a", "Renting a building", "x")], language="en")
    assert first(engine, "rented buildings") == "a"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Coöperatie's  zó", ["cooperatie", "zo"]),
        ("ﬁets Straße", ["fiets", "strasse"]),
        ("zo\u200bmaar", ["zomaar"]),
        ("d'r 3e", ["d", "r", "3e"]),
        ("", []),
    ],
)
def test_words_are_plain_letters_and_digits(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


def test_letter_groups_run_over_word_borders() -> None:
    assert grams(["ab", "cd"]) == [" ab ", "ab c", "b cd", " cd "]


def test_a_single_letter_is_a_group_too() -> None:
    assert grams(["a"]) == [" a "]
