"""What calls for a referral: every example of the file, the masks, and hostile text."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.search.patterns import sentences
from bot.search.referrals import Referral, Referrals

ROOT = Path(__file__).parents[2]
FILES = (
    ROOT / "data" / "content" / "referrals.toml",
    ROOT.parent / "shared" / "domain" / "referrals.toml",
)


def raw_rules() -> dict[str, Any]:
    for file in FILES:
        if file.exists():
            return tomllib.loads(file.read_text(encoding="utf-8"))
    return {}


RAW = raw_rules()
POSITIVE = [(r["id"], text) for r in RAW.get("referral", []) for text in r.get("positive", [])]
NEGATIVE = [(r["id"], text) for r in RAW.get("referral", []) for text in r.get("negative", [])]
BORDERLINE = [(case["expect"], case["text"]) for case in RAW.get("borderline", [])]
RULES = [r["id"] for r in RAW.get("referral", [])]


@pytest.fixture(scope="module")
def referrals() -> Referrals:
    return Referrals(RAW)


def small(**rule: object) -> Referrals:
    """One rule and a few marker words."""
    markers = {"self": ["ik"], "near": ["buurman"], "project": ["project"]}
    contact = [{"id": "112", "name": "Alarmnummer"}, {"id": "x", "name": "X"}]
    table = {"id": "r", "level": "advies", "mode": "before", "contacts": ["x"], **rule}
    return Referrals({"markers": markers, "contact": contact, "referral": [table]})


def ids(found: tuple[Referral, ...]) -> list[str]:
    return [referral.id for referral in found]


def test_the_file_brings_examples_for_every_rule() -> None:
    assert {rule for rule, _ in POSITIVE} == set(RULES)


@pytest.mark.parametrize(("rule", "text"), POSITIVE)
def test_an_example_that_must_fire_does(referrals: Referrals, rule: str, text: str) -> None:
    assert rule in ids(referrals.check(text))


@pytest.mark.parametrize(("rule", "text"), NEGATIVE)
def test_an_example_that_must_not_fire_stays_quiet(
    referrals: Referrals, rule: str, text: str
) -> None:
    assert rule not in ids(referrals.check(text))


@pytest.mark.parametrize(("rule", "text"), BORDERLINE)
def test_a_borderline_example_goes_as_written(referrals: Referrals, rule: str, text: str) -> None:
    assert ids(referrals.check(text)) == ([] if rule == "geen" else [rule])


def test_a_mask_hides_words_and_not_the_rest_of_the_sentence(referrals: Referrals) -> None:
    assert ids(referrals.check("Bij 112 leden ik wil dood")) == ["zelfdoding"]


def test_a_masked_phrase_alone_is_silent(referrals: Referrals) -> None:
    assert referrals.check("we lachten ons zich dood om het dode hout") == ()


def test_a_gap_skips_up_to_three_words() -> None:
    rules = small(strong=["wil _ weg"])
    assert ids(rules.check("wil a b c weg")) == ["r"]


def test_a_gap_skips_no_fourth_word() -> None:
    rules = small(strong=["wil _ weg"])
    assert rules.check("wil a b c d weg") == ()


def test_a_pattern_never_crosses_the_end_of_a_sentence() -> None:
    rules = small(strong=["wil _ weg"])
    assert rules.check("ik wil. weg ermee") == ()


def test_a_dot_before_a_digit_does_not_end_a_sentence() -> None:
    assert list(sentences("20.000 euro. Klaar")) == [("20", "000", "euro"), ("klaar",)]


def test_accents_capitals_apostrophes_and_hidden_characters_do_not_matter() -> None:
    assert list(sentences("ZÓ\u200bMAAR, foto\u2019s ﬁets")) == [("zomaar", "fotos", "fiets")]


def test_a_start_mark_wants_the_first_word() -> None:
    rules = small(strong=["^ brand $"])
    assert ids(rules.check("Brand!")) == ["r"]


def test_an_end_mark_wants_the_last_word() -> None:
    rules = small(strong=["^ brand $"])
    assert rules.check("brand in de brief") == ()


def test_a_prefix_takes_every_word_that_starts_so() -> None:
    rules = small(strong=["mishandel+"])
    assert ids(rules.check("mishandelingen")) == ["r"]


@pytest.mark.parametrize(("kind", "text"), [("self", "ik ben moe"), ("near", "buurman is moe")])
def test_a_marked_signal_needs_its_marker(kind: str, text: str) -> None:
    rules = small(**{kind: ["moe"]})
    assert [ids(rules.check(text)), ids(rules.check("moe is een woord"))] == [["r"], []]


def test_a_project_word_stops_a_marked_signal() -> None:
    rules = small(self=["moe"])
    assert rules.check("ik ben moe van dit project") == ()


def test_a_project_word_never_stops_a_strong_signal() -> None:
    rules = small(strong=["moe"])
    assert ids(rules.check("moe project")) == ["r"]


def test_a_project_word_softens_the_mode_of_a_rule_that_says_so() -> None:
    rules = small(strong=["moe"], mode="instead", mode_with_project_word="before")
    assert [r.mode for t in ("moe", "moe project") for r in rules.check(t)] == ["instead", "before"]


def test_a_second_sentence_without_project_word_keeps_the_mode() -> None:
    rules = small(strong=["moe"], mode="instead", mode_with_project_word="before")
    assert rules.check("moe project. ik ben moe")[0].mode == "instead"


def test_two_referrals_at_most_the_most_urgent_first(referrals: Referrals) -> None:
    text = "Ik heb schulden. Ik ben eenzaam. Ik ben depressief. Ik wil dood."
    assert ids(referrals.check(text)) == ["zelfdoding", "psychisch"]


def test_the_emergency_number_stands_with_every_crisis_rule() -> None:
    found = small(strong=["moe"], level="crisis").check("moe")
    assert [contact.id for contact in found[0].contacts] == ["x", "112"]


def test_every_rule_of_the_file_has_its_text_and_contacts(referrals: Referrals) -> None:
    found = [referrals.check(text)[0] for _, text in POSITIVE]
    assert all(referral.text and referral.contacts for referral in found)


def test_english_readers_get_english_where_it_is_there(referrals: Referrals) -> None:
    found = referrals.check("I want to die")[0]
    assert [found.said("en")[:8], found.said("nl")[:5]] == ["Thinking", "Denk "]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0" * 100_000,
        "ik " * 50_000,
        "\ufdfa" * 100_000,
        "\ud800 ",
        "a\u0301" * 50_000,
        "((_^$|+",
    ],
)
def test_hostile_text_is_read_quickly_and_fires_nothing(referrals: Referrals, text: str) -> None:
    before = time.perf_counter()
    found = referrals.check(text)
    assert (found, time.perf_counter() - before < 1) == ((), True)


def test_a_cry_at_the_end_of_a_very_long_text_is_heard(referrals: Referrals) -> None:
    assert ids(referrals.check("la " * 50_000 + ". ik wil dood")) == ["zelfdoding"]
