"""Token buckets as arithmetic."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limits import (
    ALL_LIMITS,
    QUESTIONS,
    VOTES,
    Bucket,
    Holder,
    Limit,
    is_free_of,
    is_full_at,
    refilled,
    take,
    take_all,
)

NOON = datetime(2026, 11, 6, 12, tzinfo=UTC)
FIVE = Limit("five", 5, 600)


def spent(limit: Limit, times: int, at: datetime = NOON) -> Bucket:
    state = None
    for _ in range(times):
        state, wait_s = take(state, limit, at)
        assert wait_s == 0
    assert state is not None
    return state


def test_a_new_person_may_use_the_whole_limit_at_once():
    assert spent(FIVE, 5).tokens == pytest.approx(0)


def test_one_more_has_to_wait_for_one_token():
    assert take(spent(FIVE, 5), FIVE, NOON)[1] == 120


def test_waiting_exactly_that_long_is_enough():
    state = spent(FIVE, 5)
    assert take(state, FIVE, NOON + timedelta(seconds=120))[1] == 0


def test_a_second_earlier_is_too_early():
    state = spent(FIVE, 5)
    assert take(state, FIVE, NOON + timedelta(seconds=119))[1] == 1


def test_a_refusal_uses_nothing_up():
    state = spent(FIVE, 5)
    for second in range(0, 120, 10):
        state, wait_s = take(state, FIVE, NOON + timedelta(seconds=second))
        assert wait_s > 0
    assert take(state, FIVE, NOON + timedelta(seconds=120))[1] == 0


def test_a_bucket_never_holds_more_than_the_limit():
    state = refilled(spent(FIVE, 1), FIVE, NOON + timedelta(days=30))
    assert state.tokens == 5


def test_a_clock_that_went_back_gives_nothing():
    state = spent(FIVE, 5)
    state, wait_s = take(state, FIVE, NOON - timedelta(hours=1))
    assert wait_s == 3720
    assert take(state, FIVE, NOON + timedelta(seconds=119))[1] > 0


def test_two_limits_are_used_together_or_not_at_all():
    short, long = Limit("short", 1, 60), Limit("long", 3, 86_400)
    states, wait_s = take_all((None, None), (short, long), NOON)
    assert wait_s == 0
    again, wait_s = take_all(states, (short, long), NOON)
    assert wait_s == 60
    assert again[1].tokens == pytest.approx(2)


def test_the_longest_wait_of_two_limits_counts():
    states = (spent(FIVE, 5), spent(Limit("day", 1, 86_400), 1))
    assert take_all(states, (FIVE, Limit("day", 1, 86_400)), NOON)[1] == 86_400


def test_a_state_may_be_forgotten_once_it_is_full_again():
    assert is_full_at(spent(FIVE, 2), FIVE) == NOON + timedelta(seconds=240)


def test_staff_is_free_of_personal_limits_only():
    assert is_free_of(QUESTIONS[0], is_staff=True)
    assert not is_free_of(Limit("space", 1, 1, Holder.SPACE), is_staff=True)
    assert not is_free_of(QUESTIONS[0], is_staff=False)


def test_a_vote_too_many_is_late_and_not_lost():
    assert [limit.name for limit in ALL_LIMITS if limit.is_late_only] == ["votes"]
    assert VOTES[0].is_late_only


def test_every_limit_has_a_name_of_its_own():
    names = [limit.name for limit in ALL_LIMITS]
    assert len(names) == len(set(names)) == 12


@given(st.lists(st.floats(0, 400), max_size=60), st.integers(1, 20), st.integers(1, 1000))
def test_no_window_holds_more_than_twice_the_limit(gaps: list[float], count: int, window_s: int):
    limit, state, now, used = Limit("any", count, window_s), None, NOON, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        state, wait_s = take(state, limit, now)
        used += [now] * (wait_s == 0)
    window = timedelta(seconds=window_s)
    most = max((sum(start <= at < start + window for at in used) for start in used), default=0)
    assert most <= 2 * count


@given(st.integers(1, 50), st.integers(1, 100_000), st.integers(0, 49))
def test_waiting_as_told_is_always_enough(count: int, window_s: int, early: int):
    limit = Limit("any", count, window_s)
    state, wait_s = take(spent(limit, count), limit, NOON + timedelta(milliseconds=early))
    came_back = early * count >= window_s * 1000
    assert (wait_s == 0) == came_back
    if came_back:
        return
    later = NOON + timedelta(milliseconds=early, seconds=wait_s)
    assert take(state, limit, later)[1] == 0
