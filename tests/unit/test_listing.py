"""Browsing all groups: the shelves, how precisely a place is shown, and the map in words (M11)."""

import pytest

from bot.content import Content
from bot.search.collectives import Profile, Reader
from bot.search.collectives.listing import (
    FEW_PLACES,
    Listing,
    Shelf,
    clusters,
    places_by_province,
)
from bot.search.places import Places


@pytest.fixture(scope="module")
def reader() -> Reader:
    content = Content.load()
    return Reader(content, Places(content.places()))


def profile(id_: str, name: str, place: str = "", **more: object) -> Profile:
    return Profile(id=id_, name=name, place=place, **more)  # pyright: ignore[reportArgumentType]


def names(listing: Listing, **shelf: str) -> list[str]:
    return [entry.name for entry in listing.on(Shelf(**shelf))]


@pytest.fixture
def listing(reader: Reader) -> Listing:
    return Listing(
        [
            profile("1", "Zonnehoek", "Deurne", themes=("energiecooperaties",), context="dorp"),
            profile("2", "de Akker", "Utrecht", themes=("buurtmoestuinen",), context="stadswijk"),
            profile("3", "Anker", "Tilburg", themes=("energiecooperaties",), context="stadswijk"),
            profile("4", "Aanloop", "Tilburg", legal_form="partner", context="stad"),
            profile("5", "Zonder plaats", themes=("buurtmoestuinen",)),
        ],
        reader,
    )


def test_groups_stand_by_name_and_partners_apart_after_them(listing: Listing) -> None:
    assert names(listing) == ["Anker", "de Akker", "Zonder plaats", "Zonnehoek", "Aanloop"]


@pytest.mark.parametrize(
    ("shelf", "found"),
    [
        ({"theme": "energiecooperaties"}, ["Anker", "Zonnehoek"]),
        ({"theme": "energie-wonen"}, ["Anker", "Zonnehoek"]),
        ({"province": "Noord-Brabant"}, ["Anker", "Zonnehoek", "Aanloop"]),
        ({"context": "stadswijk"}, ["Anker", "de Akker"]),
        ({"context": "stadswijk", "province": "Utrecht"}, ["de Akker"]),
        ({"context": "stadswijk", "province": "Drenthe"}, []),
        ({"theme": "no-such-theme"}, []),
    ],
)
def test_a_shelf_holds_what_fits_all_of_it(
    listing: Listing, reader: Reader, shelf: dict[str, str], found: list[str]
) -> None:
    if shelf.get("theme") == "energie-wonen":
        shelf = {"theme": reader.parents["energiecooperaties"]}
    assert names(listing, **shelf) == found


def test_counts_leave_room_for_another_choice(listing: Listing) -> None:
    chosen = Shelf(theme="energiecooperaties", province="Noord-Brabant", context="dorp")
    assert listing.provinces(chosen) == {"Noord-Brabant": 1}
    assert listing.contexts(chosen) == {"dorp": 1, "stadswijk": 1}
    assert listing.themes(chosen)["energiecooperaties"] == 1


@pytest.mark.parametrize(
    ("precision", "where"),
    [("place", "Liessel"), ("municipality", "Deurne"), ("province", "Noord-Brabant")],
)
def test_a_place_is_shown_no_more_precisely_than_wanted(
    reader: Reader, precision: str, where: str
) -> None:
    exact = Listing([profile("1", "A", "Liessel")], reader).on(Shelf())[0]
    [shown] = Listing([profile("1", "A", "Liessel", precision=precision)], reader).on(Shelf())
    assert shown.where == where
    assert shown.province == "Noord-Brabant"
    assert (shown.spot == exact.spot) is (precision == "place")


def test_a_city_with_the_name_of_its_province_is_not_shown_for_it(reader: Reader) -> None:
    hidden = profile("1", "A", "Utrecht", precision="province")
    [shown] = Listing([hidden], reader).on(Shelf())
    assert shown.spot is not None
    assert shown.spot.kind == "provincie"


def test_an_unknown_place_is_not_told_when_it_should_be_vague(reader: Reader) -> None:
    hidden = profile("1", "A", "Achter de kerk 3", precision="municipality")
    assert Listing([hidden], reader).on(Shelf())[0].where == ""


def test_few_places_have_a_dot_each_and_many_are_taken_together(reader: Reader) -> None:
    content = Content.load()
    few = Listing([profile("1", "A", "Tilburg"), profile("2", "B", "Tilburg")], reader)
    [dot] = clusters(few.on(Shelf()))
    assert (dot.count, dot.where) == (2, "Tilburg")
    towns = list(dict.fromkeys(p.name for p in content.places().places))[:400]
    many = Listing([profile(str(n), f"G{n}", town) for n, town in enumerate(towns)], reader)
    dots = clusters(many.on(Shelf()))
    placed = sum(entry.spot is not None for entry in many.on(Shelf()))
    assert FEW_PLACES < len(dots) < placed
    assert sum(dot.count for dot in dots) == placed


def test_the_map_in_words_counts_everybody_and_puts_who_has_no_place_last(
    listing: Listing,
) -> None:
    told = places_by_province(listing.on(Shelf()))
    assert [name for name, _ in told] == ["Noord-Brabant", "Utrecht", ""]
    assert dict(told)["Noord-Brabant"] == {"Tilburg": 2, "Deurne": 1}
    assert sum(sum(places.values()) for _, places in told) == 5
