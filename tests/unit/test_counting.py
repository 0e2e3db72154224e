"""Counting by the written rules, with their worked examples."""

from fractions import Fraction

import pytest

from bot.counting import Ballot, Count, Majority, Method, count, has_majority, is_quorum_met


def counted(method: Method, options: tuple[str, ...] = (), /, **piles: int) -> Count:
    """The count of ballots that are written with names as Python allows them."""
    return count(method, [Ballot(text, number) for text, number in piles.items()], options)


def tally(method: Method, text: str, options: tuple[str, ...] = ()) -> Count:
    """The count of `A>B 3, C 2`: each ballot with its number."""
    rows = (row.strip().rpartition(" ") for row in text.split(","))
    return count(method, [Ballot(ballot, int(number)) for ballot, _, number in rows], options)


def totals(result: Count) -> dict[str, object]:
    return {total.option: total.amount for total in result.totals}


def test_plurality_gives_all_who_share_the_first_place() -> None:
    result = counted(Method.PLURALITY, A=7, B=7, C=3, blanco=2)
    assert [result.winners, result.is_tied, result.valid, result.blank] == [("A", "B"), True, 17, 2]


def test_plurality_counts_the_first_of_a_ranking() -> None:
    assert totals(tally(Method.PLURALITY, "B>A 2, A>B>C 1")) == {"A": 1, "B": 2, "C": 0}


def test_a_shared_first_place_is_valid_and_counts_for_nobody() -> None:
    result = tally(Method.PLURALITY, "A=B>C 5, C 1")
    assert [totals(result), result.valid] == [{"A": 0, "B": 0, "C": 1}, 6]


def test_approval_counts_every_tick() -> None:
    result = tally(Method.APPROVAL, "A;B 4, B;C 3, C 2, blanco 1")
    assert [totals(result), result.valid] == [{"A": 4, "B": 7, "C": 5}, 9]
    assert result.share("B") == Fraction(7, 9)


@pytest.mark.parametrize(
    "text", ["A>A", "A>B>A", "A=A", "A>>B", "A;B", "A:3", "blanco>A", ">", "A="]
)
def test_a_spoilt_ranking_is_invalid_and_stops_nothing(text: str) -> None:
    result = count(Method.PLURALITY, [Ballot(text, 3), Ballot("A", 1)])
    assert [result.invalid, result.valid, result.winners] == [3, 1, ("A",)]


@pytest.mark.parametrize("text", ["A;A", "A>B", "A=B", "A;;B", "A:3;B:0", "A;blanco", "x" * 20_001])
def test_spoilt_ticks_are_invalid_and_stop_nothing(text: str) -> None:
    result = count(Method.APPROVAL, [Ballot(text, 3), Ballot("A", 1)])
    assert [result.invalid, result.valid, result.winners] == [3, 1, ("A",)]


@pytest.mark.parametrize("text", ["", "  ", "blanco", "BLANCO", "blank"])
@pytest.mark.parametrize("method", list(Method))
def test_an_empty_or_blank_ballot_is_blank(method: Method, text: str) -> None:
    result = count(method, [Ballot(text, 2)])
    assert [result.blank, result.invalid, result.turnout, result.winners] == [2, 0, 2, ()]


def test_an_unknown_option_is_invalid_where_the_options_are_known() -> None:
    result = tally(Method.PLURALITY, "A 1, Z 1", ("A", "B"))
    assert [result.invalid, totals(result)] == [1, {"A": 1, "B": 0}]


def test_without_ballots_nobody_wins() -> None:
    result = count(Method.APPROVAL, [], ("A", "B"))
    assert [result.winners, result.is_tied, result.share("A")] == [(), False, 0]


def test_equal_names_in_another_unicode_form_are_one_option() -> None:
    assert totals(tally(Method.PLURALITY, "Café 1, Cafe\u0301 2")) == {"Café": 3}


def test_a_negative_count_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="negative"):
        count(Method.PLURALITY, [Ballot("A", -1)])


def test_blank_ballots_count_for_the_quorum_and_not_for_the_majority() -> None:
    result = counted(Method.PLURALITY, voor=10, tegen=9, blanco=2)
    assert is_quorum_met(result.turnout, 40, 50)
    assert has_majority(Majority.ABSOLUTE, 10, 9)


@pytest.mark.parametrize(
    ("kind", "in_favour", "against", "accepted"),
    [
        (Majority.RELATIVE, 5, 5, False),
        (Majority.RELATIVE, 6, 5, True),
        (Majority.ABSOLUTE, 9, 9, False),
        (Majority.TWO_THIRDS, 10, 9, False),
        (Majority.TWO_THIRDS, 10, 5, True),
        (Majority.TWO_THIRDS, 0, 0, False),
    ],
)
def test_a_majority_is_enough_or_not(
    kind: Majority, in_favour: int, against: int, accepted: bool
) -> None:
    assert has_majority(kind, in_favour, against) is accepted


def test_a_quorum_that_is_just_missed_is_not_met() -> None:
    assert not is_quorum_met(19, 40, 50)
