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


EXAMPLE_1 = "A>C 8, B>A 3, B>C 2, C>B 4, D>C 1, D>A 2"
EXAMPLE_2 = "A 4, B>A 3, C>B 3"
EXAMPLE_3 = "M>N>C>K 42, N>C>K>M 26, C>K>N>M 15, K>C>N>M 17"
FORTY_FIVE = (
    "A>C>B>E>D 5, A>D>E>C>B 5, B>E>D>A>C 8, C>A>B>E>D 3, "
    "C>A>E>B>D 7, C>B>A>D>E 2, D>C>E>B>A 7, E>B>A>D>C 8"
)
CYCLE = "A>B>C 4, B>C>A 3, C>A>B 2"


def order(result: Count) -> str:
    return " ".join(total.option for total in result.totals)


def test_score_is_the_sum_of_points() -> None:
    result = tally(Method.SCORE, "A:5;B:3 3, A:0;B:4 2, B:5 1")
    assert [totals(result), result.winners] == [{"A": 15, "B": 22}, ("B",)]


@pytest.mark.parametrize(
    ("text", "winners"),
    [
        ("A:5;B:3 1, A:1;B:3 1", ("A",)),
        ("A:2;B:1 1, A:0;B:1 1", ("B",)),
        ("A:2;B:1 1, A:1;B:2 1", ("A", "B")),
        ("A:0;B:0 1", ("A", "B")),
    ],
)
def test_a_tie_in_points_goes_to_highest_scores_then_to_fewer_zeros(
    text: str, winners: tuple[str, ...]
) -> None:
    assert tally(Method.SCORE, text).winners == winners


@pytest.mark.parametrize("text", ["A:6", "A:-1", "A:2.5", "A", "A:x", "A:1;A:2", ":3", "A:"])
def test_spoilt_scores_are_invalid(text: str) -> None:
    assert count(Method.SCORE, [Ballot(text, 2)]).invalid == 2


def test_irv_drops_the_lowest_until_one_has_more_than_half() -> None:
    result = tally(Method.IRV, EXAMPLE_1)
    assert [result.winners, totals(result)] == [("A",), {"A": 10, "B": 9}]


def test_irv_breaks_a_tie_for_last_by_the_latest_round_where_they_differ() -> None:
    rounds = tally(Method.IRV, EXAMPLE_1).rounds
    assert [step.out for step in rounds] == [("D",), ("C",), ()]
    assert rounds[-1].exhausted == 1


def test_irv_counts_every_way_on_when_no_round_decides() -> None:
    result = tally(Method.IRV, EXAMPLE_2)
    assert [result.winners, result.rounds[0].split] == [("A", "B"), ("B", "C")]


def test_irv_moves_votes_over_several_rounds() -> None:
    assert totals(tally(Method.IRV, EXAMPLE_3)) == {"K": 58, "M": 42}


def test_irv_shares_a_ballot_between_equal_ranks() -> None:
    first = tally(Method.IRV, "A=B>C 3, C 2").rounds[0]
    assert {total.option: total.amount for total in first.totals} == {
        "A": Fraction(3, 2),
        "B": Fraction(3, 2),
        "C": 2,
    }


def test_irv_ends_on_a_wide_tie_of_everybody() -> None:
    options = [chr(65 + number) for number in range(25)]
    result = count(Method.IRV, [Ballot(option) for option in options])
    assert list(result.winners) == options


def test_schulze_follows_the_strongest_paths() -> None:
    result = tally(Method.SCHULZE, FORTY_FIVE)
    paths = {(duel.first, duel.second): duel.strength for duel in result.rounds}
    assert [order(result), paths["E", "A"], paths["A", "E"]] == ["E A C B D", 25, 24]


@pytest.mark.parametrize(("text", "expected"), [(EXAMPLE_1, "A C B D"), (EXAMPLE_3, "N C K M")])
def test_schulze_orders_all_options(text: str, expected: str) -> None:
    assert order(tally(Method.SCHULZE, text)) == expected


def test_ranked_pairs_differs_from_schulze_on_the_test_of_forty_five() -> None:
    assert tally(Method.RANKED_PAIRS, FORTY_FIVE).winners == ("A",)


@pytest.mark.parametrize("method", [Method.IRV, Method.SCHULZE, Method.RANKED_PAIRS])
def test_a_cycle_that_a_margin_decides_has_one_winner(method: Method) -> None:
    assert tally(method, CYCLE).winners == ("A",)


@pytest.mark.parametrize("method", [Method.SCHULZE, Method.RANKED_PAIRS])
def test_a_perfect_cycle_ties_everybody(method: Method) -> None:
    result = tally(method, "A>B>C 1, B>C>A 1, C>A>B 1")
    assert result.winners == ("A", "B", "C")


def test_a_round_with_an_objection_is_not_accepted() -> None:
    result = tally(Method.CONSENT, "geen_bezwaar 8, zorg 2, bezwaar 1")
    assert result.winners == ()


def test_a_round_without_objection_is_accepted_with_its_concerns_noted() -> None:
    rows = [Ballot("geen_bezwaar", 9), Ballot("zorg", 1), Ballot("blanco", 1)]
    result = count(Method.CONSENT, rows, minimum=6)
    assert [result.winners, totals(result)["zorg"]] == [("aangenomen",), 1]


@pytest.mark.parametrize("text", ["geen_bezwaar 5", "blanco 9", "ja 9"])
def test_too_few_answers_or_silence_is_no_consent(text: str) -> None:
    ballot, _, number = text.rpartition(" ")
    assert count(Method.CONSENT, [Ballot(ballot, int(number))], minimum=6).winners == ()


DATES = (
    "D1:ja;D2:ja;D3:nee 3, D1:ja;D2:ja;D3:ja 1, D1:ja;D2:mits;D3:ja 2, D1:mits;D2:mits;D3:ja 1, "
    "D1:nee;D2:mits;D3:ja 1, D1:nee;D2:nee;D3:mits 1, D1:nee;D2:nee;D3:ja 1"
)


def test_the_date_that_most_can_make_wins() -> None:
    result = tally(Method.DATE, DATES)
    assert [totals(result), result.winners] == [{"D1": 7, "D2": 8, "D3": 7}, ("D2",)]


def test_a_date_that_a_required_person_refuses_falls_off_and_the_earliest_of_equals_wins() -> None:
    rows = [Ballot("D1:ja;D10:ja;D2:ja", 3), Ballot("D10:ja;D2:ja;D1:nee", 1, is_required=True)]
    assert count(Method.DATE, rows).winners == ("D2",)


def test_equal_dates_go_to_more_yes_before_the_earliest() -> None:
    assert tally(Method.DATE, "D1:mits;D2:ja 2, D1:ja;D2:ja 1").winners == ("D2",)


def test_an_empty_answer_is_no() -> None:
    assert totals(tally(Method.DATE, "D1:;D2:ja 1")) == {"D1": 0, "D2": 1}
