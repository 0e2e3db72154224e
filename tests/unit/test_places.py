"""Names of places as people write them."""

import time

import pytest

from bot.content import Content
from bot.search.places import Places, distance_km


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Content.load().places())


@pytest.mark.parametrize(
    ("typed", "name", "municipality"),
    [
        ("den haag", "Den Haag", "Den Haag"),
        ("The Hague", "Den Haag", "Den Haag"),
        ("'S-GRAVENHAGE", "Den Haag", "Den Haag"),
        ("Den Bosch", "'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("capelle a/d ijssel", "Capelle aan den IJssel", "Capelle aan den IJssel"),
        ("Krimpen aan de IJssel", "Krimpen aan den IJssel", "Krimpen aan den IJssel"),
        ("St. Oedenrode", "Sint-Oedenrode", "Meierijstad"),
        ("Ysselstein", "IJsselstein", "IJsselstein"),
        ("Sudwest Fryslan", "Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("bilt", "De Bilt", "De Bilt"),
        ("Haarlemmerliede en Spaarnwoude", "Haarlemmermeer", "Haarlemmermeer"),
        ("5751 ab", "Deurne", "Deurne"),
        ("Hengelo (Gelderland)", "Hengelo", "Bronckhorst"),
        ("Elst, Rhenen", "Elst", "Rhenen"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(
    places: Places, typed: str, name: str, municipality: str
) -> None:
    found = places.find(typed)[0]
    assert (found.name, found.municipality) == (name, municipality)


def test_an_ambiguous_name_gives_all_places_with_the_likeliest_first(places: Places) -> None:
    assert [spot.municipality for spot in places.find("Hengelo")] == ["Hengelo", "Bronckhorst"]


def test_a_province_narrows_an_ambiguous_name(places: Places) -> None:
    assert [spot.province for spot in places.find("Bergen", province="Limburg")] == ["Limburg"]


def test_zeeland_is_a_village_and_a_province(places: Places) -> None:
    assert [spot.kind for spot in places.find("Zeeland")] == ["dorp", "provincie"]


def test_utrecht_is_the_city(places: Places) -> None:
    assert [spot.kind for spot in places.find("Utrecht")] == ["stad"]


def test_an_unknown_name_finds_nothing(places: Places) -> None:
    assert places.find("Kwetterdam") == ()


def test_a_typing_error_is_forgiven_when_asked_for(places: Places) -> None:
    assert places.near("Nijmgen")[0].name == "Nijmegen"


def test_an_ordinary_word_is_no_typing_error(places: Places) -> None:
    assert places.near("fiets") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wij runnen een buurthuis in Deurne", ["Deurne"]),
        ("Het beste van Best is best goed", ["Best"]),
        ("we wonen in best", ["Best"]),
        ("Houten huizen bouwen", []),
        ("we bouwen houten huizen in houten", ["Houten"]),
        ("samen met de wijk in een oud dorp", []),
        ("ons dorp ligt bij alphen a/d rijn", ["Alphen aan den Rijn"]),
        ("De Schilderswijk in Den Haag", ["Schilderswijk", "Den Haag"]),
        ("", []),
    ],
)
def test_names_in_a_sentence(places: Places, text: str, names: list[str]) -> None:
    assert [named.spots[0].name for named in places.in_text(text)] == names


def test_a_found_name_points_at_its_letters(places: Places) -> None:
    text = "Groeten uit Bergen op Zoom!"
    named = places.in_text(text)[0]
    assert text[named.start : named.end] == named.text == "Bergen op Zoom"


def test_amsterdam_and_maastricht_are_some_180_kilometres_apart(places: Places) -> None:
    one, other = places.find("Amsterdam")[0], places.find("Maastricht")[0]
    assert 170 < distance_km(one, other) < 185


def test_a_long_text_is_read_in_milliseconds(places: Places) -> None:
    text = "we wonen in een dorp en zoeken anderen met een oude school " * 100
    started = time.process_time()
    places.in_text(text)
    assert time.process_time() - started < 0.3
