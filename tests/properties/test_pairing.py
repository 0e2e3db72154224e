"""What holds for every coffee round, whoever takes part: M7, M8 and X14, and the optimum itself.

The best round of up to eight people is found by trying all of them. What is best is said here
again, as a list of goals that is compared one by one, and not with the numbers of the code.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.pairing import Guest, Pasts, Seating, seat

Groups = tuple[tuple[int, ...], ...]
quick = settings(max_examples=50, deadline=None, derandomize=True)


class Round:
    """Some guests with all that is known of them."""

    def __init__(self, guests: list[Guest], fits: dict[tuple[int, int], float], pasts: Pasts):
        self.guests, self.fits, self.pasts = guests, fits, pasts

    def score(self, one: int, other: int) -> float:
        return self.fits[min(one, other), max(one, other)]

    def seat(self, seed: str = "1") -> Seating:
        return seat(self.guests, self.score, self.pasts, seed)

    def __repr__(self) -> str:
        return f"{self.guests} {self.fits} {self.pasts}"

    def goals(self, groups: Groups) -> tuple[object, ...] | None:
        """The goals from the first to the last, more is better; None for what may not be."""
        by_id = {guest.id: guest for guest in self.guests}
        pairs = [pair for group in groups for pair in combinations(sorted(group), 2)]
        if not self.pasts.blocked.isdisjoint(pairs):
            return None
        ages = [self.pasts.ages[pair] for pair in pairs if pair in self.pasts.ages]
        same = sum(bool(by_id[one].collectives & by_id[two].collectives) for one, two in pairs)
        waited = sum(min(63, by_id[one].waited) for group in groups for one in group)
        fits = 0
        for group in groups:
            found = sorted(round(self.fits[p] * 10_000) for p in combinations(sorted(group), 2))
            fits += sum(found[-(len(group) - 1) :])
        per_age = [-ages.count(age) for age in sorted(set(self.pasts.ages.values()))]
        return sum(map(len, groups)), -same, -len(ages), per_age, waited, fits


@st.composite
def rounds(draw: st.DrawFn, blocks: bool = True, least: int = 2, most: int = 8) -> Round:
    size = draw(st.integers(least, most))
    guests = [
        Guest(
            id=number * 3,
            collectives=draw(st.frozensets(st.integers(0, 4), max_size=2)),
            waited=draw(st.sampled_from((0, 0, 1, 4, 90))),
        )
        for number in range(size)
    ]
    pairs = list(combinations([guest.id for guest in guests], 2))
    fits = {pair: draw(st.sampled_from((0.0, 0.25, 0.5, 0.9123))) for pair in pairs}
    met = draw(st.lists(st.sampled_from(pairs), unique=True))
    ages = {pair: draw(st.integers(1, 5)) for pair in met}
    blocked = draw(st.frozensets(st.sampled_from(pairs), max_size=5)) if blocks else frozenset()
    return Round(guests, fits, Pasts(ages, blocked))


def all_rounds(ids: list[int], trios: int) -> Iterator[Groups]:
    """Every way to sit in pairs with at most so many trios, also with people alone."""
    if not ids:
        yield ()
        return
    first, rest = ids[0], ids[1:]
    yield from all_rounds(rest, trios)
    for mates in [*combinations(rest, 1), *(combinations(rest, 2) if trios else ())]:
        left = [one for one in rest if one not in mates]
        for others in all_rounds(left, trios - len(mates) + 1):
            yield ((first, *mates), *others)


def groups_of(seating: Seating) -> Groups:
    return tuple(group.guests for group in seating.groups)


@quick
@given(rounds(blocks=False))
def test_the_best_of_all_rounds_is_found(played: Round) -> None:
    found = played.seat()
    ids = [guest.id for guest in played.guests]
    best = max(played.goals(one) for one in all_rounds(ids, 1))
    assert played.goals(groups_of(found)) == best
    assert found.certificate.is_best


@quick
@given(rounds())
def test_with_blocks_nobody_blocked_meets_and_no_round_is_better(played: Round) -> None:
    found = groups_of(played.seat())
    ids = [guest.id for guest in played.guests]
    ways = [goals for one in all_rounds(ids, 1) if (goals := played.goals(one))]
    goals = played.goals(found)
    assert goals is not None
    assert (
        goals[0] > max(ways)[0] if len([g for g in found if len(g) > 2]) > 1 else goals == max(ways)
    )


@quick
@given(rounds(blocks=False, most=12))
def test_nobody_is_alone_and_everybody_sits_once(played: Round) -> None:
    found = played.seat()
    seated = sorted(one for group in found.groups for one in group.guests)
    assert seated == [guest.id for guest in played.guests]
    assert found.alone == ()
    assert {len(group.guests) for group in found.groups} <= {2, 3}
    assert found.certificate.trios == len(played.guests) % 2


@quick
@given(rounds())
def test_who_is_alone_could_join_nobody(played: Round) -> None:
    found = played.seat()
    blocked = played.pasts.blocked
    for one in found.alone:
        for group in found.groups:
            is_full = len(group.guests) == 3
            assert is_full or any(tuple(sorted((one, other))) in blocked for other in group.guests)
        assert all(tuple(sorted((one, two))) in blocked for two in found.alone if two != one)


@quick
@given(rounds(), st.randoms(use_true_random=False))
def test_the_order_of_the_guests_does_not_matter(played: Round, source) -> None:
    shuffled = list(played.guests)
    source.shuffle(shuffled)
    assert Round(shuffled, played.fits, played.pasts).seat() == played.seat()


@quick
@given(rounds(), st.text(max_size=3))
def test_the_seed_only_chooses_among_what_is_equally_good(played: Round, seed: str) -> None:
    one, other = played.seat(), played.seat(seed)
    assert played.goals(groups_of(one)) == played.goals(groups_of(other))


@quick
@given(rounds())
def test_the_figures_are_those_of_the_groups(played: Round) -> None:
    found = played.seat()
    goals, figures = played.goals(groups_of(found)), found.certificate
    assert goals is not None
    assert figures.people - figures.alone == goals[0]
    assert 2 * figures.pairs + 3 * figures.trios == goals[0]
    assert len(figures.ages) == -goals[2]
    assert (figures.of_one_collective > 0) == (goals[1] < 0)


@quick
@given(rounds(blocks=False, least=3))
def test_a_better_fit_of_a_pair_that_met_does_not_part_them(played: Round) -> None:
    """X14: nothing but the goals counts; a higher score of two who sit together keeps them."""
    before = played.seat()
    pair = next(g.guests for g in before.groups if len(g.guests) == 2 or len(played.guests) == 3)
    liked = {**played.fits, pair[:2]: 1.0}
    after = Round(played.guests, liked, played.pasts).seat()
    assert any(set(pair[:2]) <= set(group.guests) for group in after.groups)


@quick
@given(st.integers(4, 9), st.integers(0, 99))
def test_over_rounds_nobody_meets_again_before_half_of_the_others(size: int, seed: int) -> None:
    """As long as everybody has more new people left than known ones, there is a round of new ones.

    Source: Dirac, a graph in which everybody knows at least half of all has a perfect matching.
    """
    played = Round([Guest(one) for one in range(size)], {}, Pasts())
    for one, two in combinations(range(size), 2):
        played.fits[one, two] = ((one * 7 + two * 13 + seed) % 10) / 10
    ages: dict[tuple[int, int], int] = {}
    met: dict[int, int] = dict.fromkeys(range(size), 0)
    for number in range(size):
        everybody_has_room = all(known <= size // 2 - 1 - (size % 2) for known in met.values())
        found = Round(played.guests, played.fits, Pasts(dict(ages))).seat(str(number))
        if everybody_has_room:
            assert found.certificate.ages == ()
        ages = {pair: age + 1 for pair, age in ages.items()}
        for group in found.groups:
            for pair in combinations(group.guests, 2):
                ages[pair] = 1
        met = {one: sum(one in pair for pair in ages) for one in met}


@quick
@given(rounds(least=3, most=3, blocks=False))
def test_whoever_waited_longest_sits_when_there_is_a_place(played: Round) -> None:
    """Two of three may not meet each other: the one who waited longer gets the third."""
    first, second, third = (guest.id for guest in played.guests)
    guests = [replace(guest, collectives=frozenset()) for guest in played.guests]
    found = Round(guests, played.fits, Pasts({}, frozenset({(first, second)}))).seat()
    waits = {guest.id: guest.waited for guest in guests}
    assert len(found.alone) == 1
    assert waits[found.alone[0]] <= min(waits[first], waits[second]) or third in found.alone
