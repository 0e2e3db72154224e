"""What must hold for every match, whatever the collectives and the question."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content import Content
from bot.search.collectives import (
    CollectiveIndex,
    MatchQuery,
    Profile,
    Reader,
    query_of,
    shared_themes,
)
from bot.search.collectives.scoring import links_of
from bot.search.places import Places


@cache
def reader() -> Reader:
    content = Content.load()
    return Reader(content, Places(content.places()))


THEMES = tuple(theme.id for theme in Content.load().themes)
WISHES = (
    "een zaal", "penningmeester gezocht", "voorbeeldstatuten", "ervaring met een zonnedak",
    "plantjes", "hulp bij subsidie", "een bus", "gereedschap te leen",
)  # fmt: skip
STORIES = (
    "", "Wij runnen een buurthuis.", "Samen planten we bomen in de straat.",
    "We delen auto's in het dorp.", "Een moestuin op het dak van de school.",
)  # fmt: skip

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
some_themes = st.lists(st.sampled_from(THEMES), max_size=3, unique=True).map(tuple)
some_wishes = st.lists(st.sampled_from(WISHES), max_size=2, unique=True).map(tuple)


@st.composite
def collectives(draw: st.DrawFn, smallest: int = 2) -> list[Profile]:
    size = draw(st.integers(smallest, 8))
    return [
        Profile(
            id=str(number),
            name=f"Groep {number}",
            place=draw(st.sampled_from(("", "Zwolle", "Deurne", "Bergen", "Nergenshuizen"))),
            themes=draw(some_themes),
            context=draw(st.sampled_from(("", "dorp", "stadswijk", "stad", "kwatsch"))),
            population=draw(st.sampled_from((None, 0, 800, 12_000))),
            phase=draw(st.sampled_from(("", "plan-maken", "draaien", "kwatsch"))),
            motives=draw(st.sampled_from(((), ("natuur",), ("natuur", "grip")))),
            offers=draw(some_wishes),
            needs=draw(some_wishes),
            description=draw(st.sampled_from(STORIES)),
        )
        for number in range(size)
    ]


queries = st.builds(
    MatchQuery,
    text=st.sampled_from(("", "buurthuis in een dorp", "wij zoeken een zaal in Zwolle", "xyzzy")),
    themes=some_themes,
    place=st.sampled_from(("", "Deurne", "Nergenshuizen")),
    context=st.sampled_from(("", "dorp", "wijk")),
    offers=some_wishes,
    needs=some_wishes,
)


def place_in(ids: list[str], id_: str) -> int:
    return ids.index(id_) if id_ in ids else len(ids) + 1


@quick
@given(st.sets(st.sampled_from(THEMES)), st.sets(st.sampled_from(THEMES)))
def test_the_theme_score_is_the_same_from_both_sides(one: set[str], other: set[str]) -> None:
    rarities = {theme: 0.5 + 0.5 * (n % 7) / 7 for n, theme in enumerate(THEMES)}
    links = links_of(reader().parents, reader().akin)
    there = shared_themes(dict.fromkeys(one, 1.0), other, rarities, links)
    back = shared_themes(dict.fromkeys(other, 1.0), one, rarities, links)
    assert there == pytest.approx(back)


@quick
@given(collectives())
def test_nobody_is_matched_with_itself(profiles: list[Profile]) -> None:
    index = CollectiveIndex(profiles, reader())
    found = {match.id for match in index.rank(query_of(profiles[0]), top=10)}
    assert profiles[0].id not in found


@quick
@given(collectives(), queries, st.randoms(use_true_random=False))
def test_the_order_of_the_collectives_does_not_matter(
    profiles: list[Profile], query: MatchQuery, shuffler: object
) -> None:
    first = CollectiveIndex(profiles, reader()).rank(query, top=10)
    mixed = list(profiles)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert CollectiveIndex(mixed, reader()).rank(query, top=10) == first


@quick
@given(collectives(smallest=3), some_themes.filter(bool), st.data())
def test_one_more_shared_theme_never_lowers_the_rank(
    profiles: list[Profile], wanted: tuple[str, ...], data: st.DataObject
) -> None:
    query = MatchQuery(themes=wanted, context="dorp", needs=("een zaal",))
    extra = data.draw(st.sampled_from(wanted))
    chosen = data.draw(st.integers(0, len(profiles) - 1))
    richer = list(profiles)
    old = profiles[chosen]
    richer[chosen] = replace(old, themes=tuple(dict.fromkeys((*old.themes, extra))))
    before = [m.id for m in CollectiveIndex(profiles, reader()).rank(query, top=10)]
    after = [m.id for m in CollectiveIndex(richer, reader()).rank(query, top=10)]
    assert place_in(after, old.id) <= place_in(before, old.id)


@quick
@given(collectives(), queries)
def test_scores_lie_between_0_and_1_and_never_rise(
    profiles: list[Profile], query: MatchQuery
) -> None:
    scores = [match.score for match in CollectiveIndex(profiles, reader()).rank(query, top=10)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 1.0 for score in scores)


@quick
@given(collectives(), queries)
def test_fewer_asked_for_are_the_first_of_more(profiles: list[Profile], query: MatchQuery) -> None:
    index = CollectiveIndex(profiles, reader())
    assert index.rank(query, top=2) == index.rank(query, top=10)[:2]


@quick
@given(collectives(), st.text(max_size=300))
def test_no_text_can_break_the_ranking(profiles: list[Profile], text: str) -> None:
    index = CollectiveIndex(profiles, reader())
    index.rank(MatchQuery(text=text, place=text, themes=(text,), needs=(text,), context=text))


@quick
@given(collectives(), collectives(), queries, st.data())
def test_an_index_that_was_changed_ranks_as_one_that_is_new(
    before: list[Profile], after: list[Profile], query: MatchQuery, data: st.DataObject
) -> None:
    index = CollectiveIndex(before, reader())
    for profile in data.draw(st.permutations(after)):
        index.put(profile)
    for number in range(len(after), len(before)):
        index.remove(str(number))
    fresh = CollectiveIndex(after, reader())
    assert index.rank(query, top=10) == fresh.rank(query, top=10)
    assert index.score("0", "1") == pytest.approx(fresh.score("0", "1"))
    assert len(index) == len(after)
