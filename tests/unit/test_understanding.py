"""What a few words tell of a group: theme, place, kind of place and form (M10, M11, X15)."""

import pytest

from bot.content import Content
from bot.search.collectives import Reader
from bot.search.places import Places
from bot.services.matching.profiles.understanding import Understood, forms_of, understand

CONTENT = Content.load()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(CONTENT, Places(CONTENT.places()))


def read(reader: Reader, name: str, text: str, place: str = "") -> Understood:
    forms = forms_of(CONTENT.facet("organisatievorm"))
    return understand(reader, forms, name=name, text=text, place=place)


def test_a_line_tells_theme_place_and_kind_of_place(reader: Reader) -> None:
    got = read(reader, "De Haven", "wij runnen een buurthuis in Deurne")
    assert "ontmoetingsplekken" in got.themes
    assert (got.columns["place"], got.columns["municipality"]) == ("Deurne", "Deurne")
    assert (got.columns["province"], got.columns["context"]) == ("Noord-Brabant", "dorp")
    assert got.places == ()


def test_english_is_read_too(reader: Reader) -> None:
    got = read(reader, "The Garden", "we run a community garden in Utrecht")
    assert ("buurtmoestuinen" in got.themes, got.columns["place"]) == (True, "Utrecht")


def test_a_place_that_is_there_twice_is_left_open_with_a_choice(reader: Reader) -> None:
    got = read(reader, "De Zon", "wij wekken stroom op in Hengelo")
    assert got.places == ("Hengelo (Overijssel)", "Hengelo (Gelderland)")
    assert (got.columns["place"], got.columns["municipality"]) == ("Hengelo", "")
    assert got.columns["context"] == ""


def test_a_place_that_was_said_counts_more_than_the_text(reader: Reader) -> None:
    got = read(reader, "De Zon", "net als in Hengelo", place="Bergen (Limburg)")
    assert (got.columns["place"], got.columns["municipality"]) == (
        "Bergen (Limburg)",
        "Bergen (Limburg)",
    )


def test_the_name_tells_the_place_when_the_line_does_not(reader: Reader) -> None:
    got = read(reader, "Dorpshuis Elsloo Friesland", "wij beheren een dorpshuis")
    assert got.columns["place"] == "Elsloo (Fryslân)"


def test_a_place_in_flanders_is_abroad(reader: Reader) -> None:
    got = read(reader, "De Brug", "wij eten samen", place="Aalter")
    assert (got.columns["country"], got.columns["province"]) == ("be", "Oost-Vlaanderen")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Stichting De Meent", "stichting"),
        ("Gemeente Deurne", "partner"),
        ("Woningcorporatie Thuis", "partner"),
        ("Dorpsraad Elsloo", "vertegenwoordigende-groep"),
        ("De Meent", ""),
        ("Vrienden van de gemeente", ""),
    ],
)
def test_the_first_word_of_a_name_may_tell_the_form(reader: Reader, name: str, form: str) -> None:
    assert read(reader, name, "wij eten samen").columns["legal_form"] == form


def test_no_form_yet_is_one_of_the_answers() -> None:
    assert "geen-vorm" in {value.id for value in CONTENT.facet("organisatievorm").values}


@pytest.mark.parametrize("text", ["asdf qwer", "", "🌻" * 300, "(((", "@everyone <@1>", "x" * 4000])
def test_nonsense_tells_nothing(reader: Reader, text: str) -> None:
    got = read(reader, "Groep", text)
    assert (got.themes, got.columns["place"], got.places) == ((), "", ())


def test_themes_to_choose_from_begin_with_the_likeliest(reader: Reader) -> None:
    got = read(reader, "De Zon", "wij wekken samen stroom op en besparen energie")
    assert got.candidates[0] in {"energiecooperaties", "energiebesparing"}
    assert set(got.themes) <= set(got.candidates)
    assert {"aardgasvrij-warmtenetten", "energiebesparing"} <= set(got.candidates)
