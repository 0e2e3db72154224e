"""Which profiles may be the same group: typing errors and short forms, and not just neighbours."""

import pytest

from bot.content import Content
from bot.search.collectives import alike
from bot.search.collectives.alike import Named, likely_pairs
from bot.search.places import Places


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Content.load().places())


def named(places: Places, *groups: tuple[str, str]) -> list[Named]:
    return [
        Named(number, name, place, next(iter(places.find(place)), None) if place else None)
        for number, (name, place) in enumerate(groups, start=1)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpshuis De Meent", "Elsloo"), ("Dorpshuis de Ment", "Elsloo")),
        (("Stichting Dorpshuis De Meent", "Elsloo"), ("De Meent Dorpshuis", "Elsloo")),
        (("Energiecoöperatie Zonnehoek", "Deurne"), ("Energiecooperatie Zonnehoek U.A.", "Deurne")),
        (("Buurttuin De Kas", "Tilburg"), ("buurttuin de kas", "Goirle")),
        (("Repair Café Oost", "Utrecht"), ("Repair cafe Oost", "")),
    ],
)
def test_the_same_group_written_differently_is_found(
    places: Places, one: tuple[str, str], other: tuple[str, str]
) -> None:
    [pair] = likely_pairs(named(places, one, other))
    assert (pair.one.id, pair.other.id) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpshuis De Meent", "Elsloo"), ("Dorpshuis De Zwaluw", "Elsloo")),
        (("Repair Café", "Utrecht"), ("Repair Café", "Groningen")),
        (("Buurttuin Noord", "Tilburg"), ("Buurttuin Zuid", "Tilburg")),
        (("Wijkraad Oost", "Delft"), ("Wijkraad West", "Delft")),
        (("Dorpsraad Heeze", "Heeze"), ("Dorpsraad Leende", "Leende")),
    ],
)
def test_two_groups_that_only_look_a_bit_alike_are_left_alone(
    places: Places, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert likely_pairs(named(places, one, other)) == ()


def test_the_likeliest_come_first_and_each_pair_once(places: Places) -> None:
    groups = [("Tuin De Kas", "Delft"), ("Tuin De Kass", "Delft"), ("Tuin De Kas", "Delft")]
    pairs = likely_pairs(named(places, *groups))
    assert [(pair.one.id, pair.other.id) for pair in pairs] == [(1, 3), (1, 2), (2, 3)]
    assert pairs[0].score == 100


def test_many_groups_are_not_all_compared_with_each_other(places: Places) -> None:
    towns = [place.name for place in Content.load().places().places][:2000]
    groups = [(f"Energiecoöperatie {towns[n % 2000]} {n}", towns[n % 2000]) for n in range(5000)]
    sizes = [len(members) for members in alike._blocks(named(places, *groups))]
    assert sum(size * (size - 1) // 2 for size in sizes) < 60 * len(groups)
