"""How well two collectives fit each other, for rounds and for introductions."""

from itertools import combinations

import pytest

from bot.content import Content
from bot.search.collectives import CollectiveIndex, Profile, Reader, ReasonKind, profile_of
from bot.search.places import Places


@pytest.fixture(scope="module")
def reader() -> Reader:
    content = Content.load()
    return Reader(content, Places(content.places()))


def village(id_: str, **more: object) -> Profile:
    return Profile(id_, id_, themes=("maatschappelijk-vastgoed",), context="dorp", **more)  # type: ignore[arg-type]


def test_all_pairs_of_the_examples_score_the_same_from_both_sides(reader: Reader) -> None:
    profiles = [profile_of(one, one.name) for one in Content.load().collectives]
    index = CollectiveIndex(profiles, reader)
    scores = {
        (a.id, b.id): (index.score(a.id, b.id), index.score(b.id, a.id))
        for a, b in combinations(profiles, 2)
    }
    assert all(there == back for there, back in scores.values())
    assert all(0.0 < there < 1.0 for there, _ in scores.values())


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (village("a"), Profile("a", "a", themes=("vergroening",), context="dorp")),
        (
            village("a"),
            Profile("a", "a", themes=("maatschappelijk-vastgoed",), context="stadswijk"),
        ),
        (village("a", needs=("een zaal",)), village("a", needs=("een bus",))),
        (village("a", offers=("penningmeester",)), village("a", offers=("plantjes",))),
        (village("a", needs=("hulp van een imker",)), village("a")),
        (village("a", place="Zutphen"), village("a", place="Maastricht")),
        (village("a", population=900), village("a", population=20_000)),
        (village("a", motives=("grip",)), village("a", motives=("natuur",))),
        (village("a", methods=("abcd",)), village("a", methods=("meepraten",))),
        (village("a", phase="plan-maken"), village("a", phase="overdragen-stoppen")),
    ],
)
def test_each_thing_that_two_have_in_common_makes_them_fit_better(
    reader: Reader, better: Profile, worse: Profile
) -> None:
    other = village(
        "b",
        place="Deventer",
        population=1_000,
        motives=("grip",),
        methods=("abcd",),
        phase="groep-vormen",
        offers=("zaal",),
        needs=("een penningmeester",),
        description="Onze imker helpt mee.",
    )
    good = CollectiveIndex([better, other], reader).score("a", "b")
    bad = CollectiveIndex([worse, other], reader).score("a", "b")
    assert good > bad


def test_neighbours_are_what_a_search_of_that_collective_finds(reader: Reader) -> None:
    groups = [village("a"), village("b"), Profile("c", "c", themes=("vergroening",))]
    found = CollectiveIndex(groups, reader).neighbours("a")
    assert [one.id for one in found] == ["b"]


def test_the_reasons_of_a_pair_are_those_of_a_search(reader: Reader) -> None:
    groups = [village("a", needs=("een zaal",)), village("b", offers=("zaal op dinsdag",))]
    index = CollectiveIndex(groups, reader)
    assert index.reasons("a", "b") == index.neighbours("a")[0].reasons
    assert [one.kind for one in index.reasons("b", "a")] == [
        ReasonKind.THEME,
        ReasonKind.CONTEXT,
        ReasonKind.NEEDS,
    ]


def test_two_who_share_nothing_have_no_reasons(reader: Reader) -> None:
    groups = [village("a"), Profile("b", "b", themes=("vergroening",), context="stad")]
    assert CollectiveIndex(groups, reader).reasons("a", "b") == ()


def test_who_left_fits_nobody_and_has_no_reasons(reader: Reader) -> None:
    index = CollectiveIndex([village("a"), village("b")], reader)
    index.remove("b")
    assert (index.score("a", "b"), index.reasons("a", "b"), index.neighbours("b")) == (0.0, (), ())
