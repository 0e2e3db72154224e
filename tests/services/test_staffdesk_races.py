"""H2: staff merge, undo and answer at the same moment; on PostgreSQL nobody waits for ever."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.errors import DomainError
from tests.services.conftest import Town
from tests.services.test_staffdesk import Day

pytestmark = pytest.mark.asyncio
ROUNDS = 15


@pytest.fixture
def day(town: Town) -> Day:
    return Day(town)


async def at_once(day: Day, *calls: Coroutine[Any, Any, object]) -> None:
    """Do these at the same moment; what is too late is told, and nothing else goes wrong."""
    done = await asyncio.gather(*calls, return_exceptions=True)
    assert [
        one for one in done if isinstance(one, BaseException) and not isinstance(one, DomainError)
    ] == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_undoing_a_merge_while_others_merge_and_answer_never_locks_up(day: Day) -> None:
    await day.open()
    joining = day.desk.joining
    for turn in range(ROUNDS):
        low, middle, high = [
            await day.ask(who, f"Hoe {turn} {number}?")
            for number, who in enumerate((day.rosa, day.cem, day.rosa))
        ]
        await joining.merge(day.sofie, low, middle)
        calls = [
            joining.part(day.sofie, low),
            joining.merge(day.mo, middle, high),
            day.desk.answer(day.mo, high, "Bel Jan.", f"i:{turn}"),
            joining.part(day.mo, low),
        ]
        await at_once(day, *(calls if turn % 2 else calls[::-1]))
        query = f"SELECT count(*) FROM answers WHERE question_id = {high}"
        assert await day.rows(query) == [(1,)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_an_answer_takes_along_what_is_merged_at_that_moment_or_leaves_it(day: Day) -> None:
    await day.open()
    joining = day.desk.joining
    for turn in range(ROUNDS):
        low, high = await day.ask(day.cem, f"Wat {turn}?"), await day.ask(day.rosa, f"Hoe {turn}?")
        calls = [
            joining.merge(day.sofie, low, high),
            day.desk.answer(day.mo, high, "Bel Jan.", f"i:{turn}"),
            joining.part(day.sofie, low),
        ]
        await at_once(day, *(calls if turn % 2 else calls[::-1]))
        merged = (await day.desk.card(low)).merged_into == high
        query = f"SELECT count(*) FROM answers WHERE question_id = {low}"
        assert await day.rows(query) == [(int(merged),)]
