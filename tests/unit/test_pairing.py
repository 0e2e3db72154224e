"""Examples of coffee rounds that a person can check: M7, M8, and the table of peers, rows 18 to 23.

What holds for every round is in tests/properties/test_pairing.py.
"""

from itertools import combinations

from bot.search.pairing import Guest, Pasts, Seating, seat


def people(number: int) -> list[Guest]:
    return [Guest(one) for one in range(number)]


def even(one: int, other: int) -> float:
    return 0.5


def groups(seating: Seating) -> list[tuple[int, ...]]:
    return [group.guests for group in seating.groups]


def test_nobody_and_somebody_alone_are_rounds_too() -> None:
    assert groups(seat([], even, Pasts(), "1")) == []
    alone = seat(people(1), even, Pasts(), "1")
    assert (alone.groups, alone.alone, alone.certificate.alone) == ((), (0,), 1)


def test_pairs_are_those_that_fit_best_together_and_not_first_come() -> None:
    """0 and 1 fit best of all, but then 2 and 3 are left with nothing."""
    fits = {(0, 1): 1.0, (0, 2): 0.8, (1, 3): 0.8}
    found = seat(people(4), lambda one, two: fits.get((one, two), 0.0), Pasts(), "1")
    assert groups(found) == [(0, 2), (1, 3)]


def test_two_of_one_collective_only_meet_when_there_is_nobody_else_and_that_is_said() -> None:
    three = [Guest(0, frozenset({7})), Guest(1, frozenset({7, 8})), Guest(2), Guest(3)]
    fits = {(0, 1): 1.0, (2, 3): 1.0}
    found = seat(three, lambda one, two: fits.get((one, two), 0.0), Pasts(), "1")
    assert (0, 1) not in groups(found)
    assert found.certificate.of_one_collective == 0
    two = seat(three[:2], even, Pasts(), "1")
    assert groups(two) == [(0, 1)]
    assert two.groups[0].of_one_collective
    assert two.certificate.of_one_collective == 1


def test_a_repeat_that_cannot_be_avoided_is_the_oldest_one() -> None:
    ages = {pair: age for age, pair in enumerate(combinations(range(4), 2), start=1)}
    ages |= {(2, 3): 1}  # 0-1 and 2-3 were together last time
    found = seat(people(4), even, Pasts(ages), "1")
    assert groups(found) == [(0, 3), (1, 2)]
    assert found.certificate.ages == (3, 4)


def test_all_three_of_a_trio_are_new_to_each_other() -> None:
    """The best third at a table knows the other one there; elsewhere it is one repeat, not two."""
    fits = {
        (0, 1): 0.25, (0, 2): 0.5, (0, 3): 0.75, (0, 4): 0.5, (0, 6): 0.75, (1, 2): 0.25,
        (1, 3): 1.0, (1, 4): 0.5, (1, 5): 0.75, (2, 3): 0.25, (2, 4): 0.5, (2, 6): 0.25,
        (3, 4): 0.75, (3, 5): 1.0, (4, 6): 0.25, (5, 6): 0.5,
    }  # fmt: skip
    new = {(0, 1), (0, 2), (0, 3), (1, 3), (1, 4), (2, 5), (3, 5)}
    ages = {pair: 1 for pair in combinations(range(7), 2) if pair not in new}
    found = seat(people(7), lambda one, two: fits.get((one, two), 0.0), Pasts(ages), "1")
    assert groups(found) == [(0, 1, 3), (2, 5), (4, 6)]
    assert found.certificate.ages == (1,)
    assert found.certificate.is_best


def test_where_blocks_leave_somebody_over_it_is_not_who_waited() -> None:
    """1, 2 and 3 may only meet 0."""
    guests = [Guest(0), Guest(1, waited=2), Guest(2), Guest(3, waited=1)]
    blocked = frozenset(combinations((1, 2, 3), 2))
    fits = {(0, 2): 1.0}
    found = seat(guests, lambda one, two: fits.get((one, two), 0.0), Pasts({}, blocked), "1")
    assert (groups(found), found.alone) == ([(0, 1)], (2, 3))
    assert (found.certificate.waited, found.certificate.waits) == (2, 1)


def test_two_circles_that_may_not_meet_make_two_trios_and_nobody_is_alone() -> None:
    blocked = frozenset((one, two) for one in range(3) for two in range(3, 6))
    found = seat(people(6), even, Pasts({}, blocked), "1")
    assert groups(found) == [(0, 1, 2), (3, 4, 5)]
    assert (found.certificate.trios, found.certificate.is_best) == (2, False)


def test_many_rounds_of_history_still_fit_in_the_numbers_of_the_library() -> None:
    """A hundred ages of repeats among 21 people: the newest fifteen are avoided one by one."""
    pairs = list(combinations(range(21), 2))
    ages = {pair: number % 100 + 1 for number, pair in enumerate(pairs)}
    found = seat(people(21), even, Pasts(ages), "1")
    assert found.certificate.is_best
    assert len(found.certificate.ages) == 9 + 3
    assert min(found.certificate.ages) > 15
