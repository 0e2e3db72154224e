"""How plain a text is: the worked examples of the rule, and each bound from both sides."""

import pytest

from bot.plain_language import (
    Jargon,
    Level,
    findings,
    label_findings,
    reading_ease,
    sentences,
    syllables,
    words,
)

EASY = (
    "U kunt tot vrijdag stemmen. Daarna tellen wij de stemmen. "
    "De uitslag staat maandag in dit kanaal."
)
HARD = (
    "De inspraaktermijn betreffende de omgevingsvisie is door het college vastgesteld op zes "
    "weken, waarna zienswijzen schriftelijk kunnen worden ingediend."
)
PLAN = (
    "De gemeente maakt een plan voor de toekomst van onze wijk. U mag daar zes weken op reageren. "
    "Stuur uw reactie per brief of e-mail."
)


@pytest.fixture(scope="module")
def jargon() -> Jargon:
    return Jargon.load()


def rules(text: str, jargon: Jargon) -> dict[str, Level]:
    """The worst level per rule."""
    found = sorted(findings(text, jargon), key=lambda one: one.level == Level.FAIL)
    return {one.rule: one.level for one in found}


@pytest.mark.parametrize(
    ("text", "counts", "score"),
    [(EASY, (3, 17, 25), 88.3), (HARD, (1, 19, 43), 14.9), (PLAN, (3, 25, 37), 85.1)],
)
def test_the_worked_examples_come_out(text: str, counts: tuple[int, int, int], score: float):
    said = words(text)
    assert (len(sentences(text)), len(said), sum(map(syllables, said))) == counts
    assert reading_ease(text) == pytest.approx(score, abs=0.05)


@pytest.mark.parametrize(
    ("word", "count"),
    [("ideeën", 3), ("coöperatie", 5), ("beïnvloeden", 4), ("museum", 2), ("mooie", 2),
     ("aquarel", 3), ("nieuw", 1), ("brrr", 1), ("ijsje", 2), ("leeuw", 1)],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dat kost 20.000 euro, o.a. voor het dak.", 1),
        ("Kies: ja of nee", 2),
        ("Een regel\nNog een regel", 2),
        ("Klaar! 12. Goed?", 2),
        ("Zo zei hij: 'Ja.' Daarna niet.", 3),
        ("", 0),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int):
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "<@123> @jan #kanaal",
        "https://dorp.nl/a",
        "/mijn-gegevens",
        "6 12.30 20.000 B1",
        "👍 …",
        "`code`",
    ],
)
def test_what_is_no_word_is_left_out(text: str):
    assert words(text) == []


def test_a_word_may_hold_a_hyphen_or_an_apostrophe():
    assert words("e-mail foto's zo’n") == ["e-mail", "foto's", "zo’n"]


def test_an_easy_text_has_nothing_against_it(jargon: Jargon):
    assert findings(EASY, jargon) == ()


def test_a_text_without_words_has_nothing_against_it(jargon: Jargon):
    assert findings("12 👍", jargon) == ()


def test_the_hard_example_fails_on_what_makes_it_hard(jargon: Jargon):
    assert rules(HARD, jargon) == {
        "jargon": Level.FAIL,
        "passive": Level.FAIL,
        "sentence-longest": Level.AIM,
        "long-words": Level.AIM,
    }


@pytest.mark.parametrize(
    ("count", "level"), [(15, None), (16, Level.AIM), (20, Level.AIM), (21, Level.FAIL)]
)
def test_a_long_sentence_is_told(jargon: Jargon, count: int, level: Level | None):
    assert rules("dag " * count, jargon).get("sentence-longest") == level


@pytest.mark.parametrize(("count", "level"), [(10, None), (11, Level.AIM), (13, Level.FAIL)])
def test_the_mean_of_three_sentences_is_told(jargon: Jargon, count: int, level: Level | None):
    text = ("dag " * count).strip() + ". "
    assert rules(text * 3, jargon).get("sentence-mean") == level
    assert "sentence-mean" not in rules(text * 2, jargon)


def test_hard_reading_is_told_from_twenty_words_on(jargon: Jargon):
    hard = "wethouders vergaderen. "
    assert rules(hard * 10, jargon)["reading-ease"] == Level.FAIL
    assert "reading-ease" not in rules(hard * 9, jargon)


def test_long_words_are_told_but_names_and_our_own_are_not(jargon: Jargon):
    assert rules("Dit heet verantwoordelijkheid.", jargon)["long-words"] == Level.AIM
    assert "long-words" not in rules("Wij zijn bewonerscollectieven.", jargon)
    assert "long-words" not in rules("Hij woont in Nieuwerkerkerveenpolder.", jargon)


@pytest.mark.parametrize(
    "text",
    ["Je vraag wordt bewaard.", "De brief werd verstuurd.", "Het plan moet worden ingediend.",
     "Stemmen worden geteld."],
)  # fmt: skip
def test_a_passive_sentence_is_told(jargon: Jargon, text: str):
    assert rules(text, jargon)["passive"] == Level.FAIL


@pytest.mark.parametrize(
    "text", ["Wij bewaren je vraag.", "Het gebied wordt groot.", "De gemeenten worden groter."]
)
def test_an_active_sentence_is_not(jargon: Jargon, text: str):
    assert "passive" not in rules(text, jargon)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Dien een zienswijze in.", "zienswijze"),
        ("Er zijn drie moties.", "motie"),
        ("De subsidieverordening geldt.", "verordening"),
        ("Het beleidsplan ligt klaar.", "beleid"),
        ("Doe een beroep op het gemeentefonds.", "gemeentefonds"),
        ("De gemeenschappelijke regelingen.", "gemeenschappelijke regeling"),
        ("Wij faciliteren dat. Zij faciliteert ook.", "faciliteren"),
        ("OMGEVINGSPLAN", "omgevingsplan"),
    ],
)
def test_a_hard_word_is_found_in_all_its_forms(jargon: Jargon, text: str, term: str):
    assert term in {hard.term for _, hard in jargon.unexplained(text)}


@pytest.mark.parametrize(
    "text",
    ["Wat een emotie.", "Ga naar de notaris.", "Zijn motief is goed.", "Lees het beleidsbericht.",
     "Dat is conflict."],
)  # fmt: skip
def test_a_word_that_only_looks_like_it_is_not(jargon: Jargon, text: str):
    assert list(jargon.unexplained(text)) == []


def test_the_longest_hard_word_wins(jargon: Jargon):
    assert [hard.term for _, hard in jargon.finds("De participatieverordening.")] == [
        "participatieverordening"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Er komen regels van gemeente of provincie (verordening).",
        "De verordening (regels van de gemeente) geldt.",
        "Dit is een verordening: regels van gemeente of provincie.",
        "Verordening betekent: regels.",
    ],
)
def test_a_hard_word_with_an_explanation_is_fine(jargon: Jargon, text: str):
    assert list(jargon.unexplained(text)) == []


def test_every_pair_of_the_list_is_there_and_found(jargon: Jargon):
    assert len(jargon.hard) == 105
    assert all(hard.pattern.fullmatch(hard.term) for hard in jargon.hard)


@pytest.mark.parametrize(
    "text", ["Dat is o.a. zo.", "Het is ca. tien.", "Gaat i.v.m. regen niet door."]
)
def test_an_abbreviation_fails(jargon: Jargon, text: str):
    assert rules(text, jargon)["abbreviation"] == Level.FAIL


@pytest.mark.parametrize(
    ("text", "rule", "level"),
    [
        ("Een, twee en drie.", "commas", None),
        ("Een, twee, drie.", "commas", Level.AIM),
        ("Een, twee, drie, vier.", "commas", Level.FAIL),
        ("Een (twee).", "brackets", Level.AIM),
        ("Een (twee) (drie).", "brackets", Level.FAIL),
        ("Een; twee.", "semicolons", Level.FAIL),
        ("Goed? Zeker?", "questions", Level.AIM),
        ("Goed? Zeker? Echt?", "questions", Level.FAIL),
        ("- a\n" * 6, "list-items", Level.AIM),
        ("- a\n" * 8, "list-items", Level.FAIL),
        ("dag. " * 81, "words", Level.AIM),
        ("dag. " * 121, "words", Level.FAIL),
    ],
)
def test_signs_and_size_have_bounds(jargon: Jargon, text: str, rule: str, level: Level | None):
    assert rules(text, jargon).get(rule) == level


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Stel een vraag", {}),
        ("Nee, vraag een mens", {"label-words": Level.AIM}),
        ("Bekijk kennismakingsverzoeken", {"label-characters": Level.AIM}),
        (
            "Bekijk alle kennismakingsverzoeken nu",
            {"label-words": Level.AIM, "label-characters": Level.FAIL},
        ),
    ],
)
def test_a_label_is_short(label: str, found: dict[str, Level]):
    assert {one.rule: one.level for one in label_findings(label)} == found
