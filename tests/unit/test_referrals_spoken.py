"""Crises as people type them, in two languages and with mistakes, and what only looks like one."""

import tomllib
from pathlib import Path

import pytest

from bot.search.readings import Readings
from bot.search.referrals import Referrals

FILE = Path(__file__).parents[2] / "data" / "content" / "referrals.toml"
RAW = tomllib.loads(FILE.read_text(encoding="utf-8"))
RULES = RAW["referral"]
ENGLISH = [(rule["id"], text) for rule in RULES for text in rule.get("positive_en", [])]
HARMLESS_IN_ENGLISH = [text for rule in RULES for text in rule.get("negative_en", [])]
SPOKEN = [
    ("nood", "There is a fire in the apartment above me"),
    ("nood", "someone just collapsed at the community centre"),
    ("nood", "there's a man with a gun in the street"),
    ("nood", "my wife can not breathe"),
    ("nood", "hes not breatihng"),
    ("nood", "er brandt een huis in onze straat"),
    ("nood", "mijn baby ademt niet"),
    ("nood", "mijn buurman ligt bewustloos op straat"),
    ("nood", "hij heeft een heel doosje paracetamol geslikt"),
    ("nood", "hij zegt dat hij me gaat vermoorden"),
    ("gaslucht", "the whole hallway smells of gas"),
    ("gaslucht", "de gaslijding lekt"),
    ("zelfdoding", "I dont want to be here anymore"),
    ("zelfdoding", "i want too die"),
    ("zelfdoding", "my friend wants to end his life"),
    ("zelfdoding", "ik wil nietmeer leven"),
    ("zelfdoding", "mijn zoon zegt dat hij dood wil"),
    ("huiselijk_geweld", "My husband hits me when he is drunk"),
    ("huiselijk_geweld", "the children next door are being abused"),
    ("huiselijk_geweld", "my boyfrend beats me up"),
    ("huiselijk_geweld", "mijn man mishandeld me"),
    ("huiselijk_geweld", "me vader slaat me altijd"),
    ("seksueel_geweld", "my uncle molested me"),
    ("seksueel_geweld", "ik ben vekracht"),
    ("kind_zoekt_hulp", "im 12 and my dad hits me"),
    ("slachtoffer", "someone broke into my house last night"),
    ("slachtoffer", "mijn portemonnee is gejat"),
    ("eenzaam", "i feel completely alone"),
    ("schulden", "the bailiffs are at my door"),
    ("huis_kwijt", "my landlord is throwing me out"),
]
HARMLESS = [
    "Can we light a fire pit in the community garden?",
    "We want to fire our treasurer, how does that work?",
    "Our team beat the other village at football",
    "Our group is dying out, how do we find new members?",
    "I would die for a good cup of coffee",
    "We want to start a knife skills cooking course",
    "Are volunteers insured if they get hurt?",
    "We are at the end of our lease",
    "Wij zijn beloofd dat er een speeltuin komt",
    "Onze vereniging is opgericht in 2019",
    "Wij willen niet meer lenen van de bank",
    "De speeltoestellen zijn levensgevaarlijk",
    "Onze penningmeester stapt eruit",
    "Hoe ga je om met agressie in het buurthuis?",
    "Er komt rook uit de barbecue, mag dat van de gemeente?",
    "Hoe starten we een inloop voor mensen met schulden?",
]


@pytest.fixture(scope="module")
def referrals() -> Referrals:
    return Referrals(RAW)


def ids(referrals: Referrals, text: str) -> list[str]:
    return [referral.id for referral in referrals.check(text)]


@pytest.mark.parametrize(("rule", "text"), [*ENGLISH, *SPOKEN])
def test_a_crisis_is_heard_however_it_is_typed(referrals: Referrals, rule: str, text: str) -> None:
    assert rule in ids(referrals, text)


@pytest.mark.parametrize("text", [*HARMLESS_IN_ENGLISH, *HARMLESS])
def test_what_only_looks_like_a_crisis_stays_quiet(referrals: Referrals, text: str) -> None:
    assert ids(referrals, text) == []


def test_every_rule_speaks_english_too() -> None:
    assert [rule["id"] for rule in RULES if not rule.get("strong_en")] == []
    assert [rule["id"] for rule in RULES if not rule.get("text_en")] == []


def read(*words: str, ordinary: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return list(Readings(["slaat", "beroofd", "kill", "breathing"], ["mum"], ordinary).of(words))


def test_a_sentence_without_mistakes_is_read_once() -> None:
    assert read("ik", "ben", "beroofd") == [("ik", "ben", "beroofd")]


def test_a_short_form_is_written_out_beside_what_was_typed() -> None:
    assert read("hes", "here") == [("hes", "here"), ("he", "is", "here")]


def test_a_person_with_an_s_is_a_person_who_is() -> None:
    assert ("mum", "is", "ill") in read("mums", "ill") or ("mum", "is", "i", "will") in read(
        "mums", "ill"
    )


@pytest.mark.parametrize(
    ("typed", "meant"), [("slaatt", "slaat"), ("kil", "kill"), ("breatihng", "breathing")]
)
def test_a_mistyped_word_is_mended(typed: str, meant: str) -> None:
    assert (meant,) in read(typed)


def test_a_real_word_is_no_mistake_for_another() -> None:
    assert read("beloofd", ordinary=("beloofd",)) == [("beloofd",)]


def test_letters_that_are_kept_down_count_once() -> None:
    assert ("kill",) in read("killllll")
