"""Which place somebody means; who is not clear is asked back (M10, X7)."""

import pytest

from bot.content import Content
from bot.search.places import Places
from bot.search.whereabouts import PlaceChoice, by_name, in_text


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Content.load().places())


def labels(choices: tuple[PlaceChoice, ...]) -> list[str]:
    return [one.label for one in choices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wij runnen een buurthuis in Deurne", ["Deurne"]),
        ("Wij zitten in Hengelo", ["Hengelo (Overijssel)", "Hengelo (Gelderland)"]),
        ("een moestuin in bergen", ["Bergen (Noord-Holland)", "Bergen (Limburg)"]),
        ("een moestuin in bergen in limburg", ["Bergen (Limburg)"]),
        ("een dorpshuis in Hengelo, Gelderland", ["Hengelo (Gelderland)"]),
        ("Bewoners uit Kanaleneiland in Utrecht", ["Kanaleneiland"]),
        ("samen tussen Deurne en Helmond", ["Deurne", "Helmond"]),
        ("we zitten in Zeeland", ["Zeeland (Noord-Brabant)", "Provincie Zeeland"]),
        ("in de hele provincie Utrecht", ["Provincie Utrecht"]),
        ("wij bakken brood voor de buurt", []),
        ("", []),
    ],
)
def test_a_line_tells_the_place_or_what_to_ask(
    places: Places, text: str, expected: list[str]
) -> None:
    assert labels(in_text(places, text)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("utrecht", ["Utrecht"]),
        ("bergen op zoom", ["Bergen op Zoom"]),
        ("Deurnee", ["Deurne"]),
        ("Deurne, Antwerpen", ["Deurne (Antwerpen)"]),
        ("Hengelo (O)", ["Hengelo (Overijssel)"]),
        ("Friesland", ["Provincie Fryslân"]),
        ("3531", ["3531"]),
        ("3531 AB", ["3531 AB"]),
        ("nergenshuizen", []),
        ("", []),
    ],
)
def test_a_name_is_one_place_or_none(places: Places, name: str, expected: list[str]) -> None:
    assert labels(by_name(places, name)) == expected


def test_every_label_of_every_place_leads_back_to_that_place_alone(places: Places) -> None:
    names = {place.name for place in Content.load().places().places}
    lost = [
        (name, choice.label)
        for name in sorted(names)
        for choice in by_name(places, name)
        if [one.spot for one in by_name(places, choice.label)] != [choice.spot]
    ]
    assert lost == []
