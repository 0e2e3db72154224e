"""Counting does not depend on the order, the names, the rows or the size of anything."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.counting import Ballot, Count, Method, count

NAMES = "ABCDE"
NEW_NAMES = dict(zip(NAMES, ("pleín", "Zon", "2", "a", "Tuin"), strict=True))
SPOILT = st.sampled_from(["A>A", "A;A", ">", "A:9", "blanco", "", "A=A", "A:ja;A:nee"])
RANKED = (Method.PLURALITY, Method.IRV, Method.SCHULZE, Method.RANKED_PAIRS)


def ranking(order: list[str], joins: list[str], length: int) -> str:
    chosen = order[:length]
    return "".join(a + b for a, b in zip(chosen, [*joins[: length - 1], ""], strict=True))


RANKINGS = st.builds(
    ranking,
    st.permutations(NAMES),
    st.lists(st.sampled_from(">>="), min_size=4, max_size=4),
    st.integers(1, 5),
)
TICKS = st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(";".join)


def marked(answers: Sequence[str]) -> st.SearchStrategy[str]:
    table = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(answers), min_size=1)
    return table.map(lambda given: ";".join(f"{name}:{said}" for name, said in given.items()))


def texts(method: Method) -> st.SearchStrategy[str]:
    if method in RANKED:
        return RANKINGS
    return {
        Method.APPROVAL: TICKS,
        Method.SCORE: marked("012345"),
        Method.DATE: marked(("ja", "mits", "nee")),
        Method.CONSENT: st.sampled_from(("geen_bezwaar", "zorg", "bezwaar")),
    }[method]


@st.composite
def polls(draw: st.DrawFn) -> tuple[Method, list[Ballot]]:
    method = draw(st.sampled_from(list(Method)))
    row = st.builds(Ballot, texts(method) | SPOILT, st.integers(0, 9))
    return method, draw(st.lists(row, max_size=8))


def renamed_text(text: str) -> str:
    """A spoilt ballot may hold a name that nobody offered, like `A:ja`: it is renamed as well."""
    return "".join(NEW_NAMES.get(char, char) for char in text)


def told(result: Count) -> tuple[object, ...]:
    return result.winners, result.valid, result.blank, result.invalid, result.totals


@given(polls(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(
    poll: tuple[Method, list[Ballot]], source: Random
) -> None:
    method, ballots = poll
    shuffled = list(ballots)
    source.shuffle(shuffled)
    assert count(method, shuffled) == count(method, ballots)


@given(polls(), st.permutations(NAMES))
def test_the_order_of_options_changes_nothing(
    poll: tuple[Method, list[Ballot]], options: list[str]
) -> None:
    method, ballots = poll
    assert count(method, ballots, options) == count(method, ballots, NAMES)


@given(polls())
def test_new_names_rename_the_winners(poll: tuple[Method, list[Ballot]]) -> None:
    method, ballots = poll
    if method in {Method.CONSENT, Method.DATE}:  # fixed answers; "earliest" goes by the name
        return
    renamed = [
        Ballot(renamed_text(row.text), row.count) if row.text not in {"blanco", ""} else row
        for row in ballots
    ]
    before, after = count(method, ballots), count(method, renamed)
    assert sorted(renamed_text(name) for name in before.winners) == sorted(after.winners)
    assert before.valid == after.valid


@given(polls())
def test_splitting_rows_into_single_ballots_changes_nothing(
    poll: tuple[Method, list[Ballot]],
) -> None:
    method, ballots = poll
    single = [Ballot(row.text, 1) for row in ballots for _ in range(row.count)]
    assert count(method, single, NAMES) == count(method, ballots, NAMES)


@given(polls(), st.integers(2, 10**12))
def test_more_of_everything_keeps_the_winners(
    poll: tuple[Method, list[Ballot]], times: int
) -> None:
    method, ballots = poll
    many = [Ballot(row.text, row.count * times) for row in ballots]
    assert count(method, many).winners == count(method, ballots).winners


@given(polls())
def test_every_ballot_is_valid_blank_or_invalid(poll: tuple[Method, list[Ballot]]) -> None:
    method, ballots = poll
    result = count(method, ballots)
    assert result.valid + result.blank + result.invalid == sum(row.count for row in ballots)


@given(st.lists(st.builds(Ballot, st.text(max_size=20), st.integers(0, 3)), max_size=6))
@settings(max_examples=50)
def test_no_text_on_a_ballot_stops_the_count(ballots: list[Ballot]) -> None:
    for method in Method:
        result = count(method, ballots)
        assert result.turnout + result.invalid == sum(row.count for row in ballots)
