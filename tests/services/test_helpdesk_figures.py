"""The help desk in counts: H12, and what may not be counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.errors import NotAllowed
from bot.services.helpdesk.days.figures import DeskFigures, months_until
from data.store import questions
from tests.services.conftest import Town

HOUR = timedelta(hours=1)
NUMBERS = count()


def set_to(town: Town, moment: datetime) -> None:
    town.clock.move(seconds=(moment - town.clock.now()).total_seconds())


async def put(town: Town, at: datetime, theme: str = "energie", **values: Any) -> None:
    """A question as it stands in its row."""
    plain: dict[str, Any] = {
        "community_id": town.community_id,
        "asked_by": None,
        "claimed_by": None,
        "origin": f"o{next(NUMBERS)}",
        "text": "Hoe?",
        "language": "nl",
        "anonymous": False,
        "state": "closed",
        "outcome": "answer",
        "themes": [theme] if theme else [],
        "suggested": [],
        "referral": None,
        "reply_place": None,
        "reply_message": None,
        "asked_place": None,
        "asked_message": None,
        "asked_at": at,
        "closed_at": None,
    }
    async with town.store.writing() as session:
        session.add(questions.QuestionRow(**plain | values))


@pytest.mark.asyncio
async def test_questions_are_counted_by_theme_and_month_and_never_with_a_referral(
    town: Town,
) -> None:
    """H12: repeated questions are counted per theme, without names, as a trend."""
    november, october = datetime(2026, 11, 10, 9, tzinfo=UTC), datetime(2026, 10, 3, 9, tzinfo=UTC)
    set_to(town, datetime(2026, 11, 24, 12, tzinfo=UTC))
    for hours in (2, 4, 9):
        answered_at = november + hours * HOUR
        await put(town, november, solved_by="person", answered_at=answered_at, happy=hours < 9,
                  closed_at=november + 20 * HOUR)  # fmt: skip
    for _ in range(3):
        await put(town, november, solved_by="article", answered_at=november, closed_at=november)
    for _ in range(4):
        await put(town, october, "wonen", state="open")
    await put(town, november, "wonen", state="open")
    await put(town, november, "")
    await put(town, november, referral="crisis", state="open")
    await put(town, datetime(2026, 8, 31, 9, tzinfo=UTC))
    await put(town, town.clock.now() - HOUR, "wonen", state="claimed")

    found = await DeskFigures(town.store, town.clock).read(await town.person("Sofie", "staff"), 3)

    assert list(found.months) == [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]
    assert [line.asked for line in found.months.values()] == [0, 4, 9]
    energy = found.themes["energie"]
    assert (energy.asked, energy.by_article, energy.by_person) == (6, 3, 3)
    assert (energy.happy, energy.unhappy) == (2, 1)
    assert energy.first_s == 4 * 3600
    assert (found.themes["wonen"].asked, found.themes[None].asked) == (6, 1)
    # Five of one theme have a line; in one month there are four, and then there are two.
    cells = {cell: line.asked for cell, line in found.cells.items()}
    assert cells == {
        (date(2026, 10, 1), None): 4,
        (date(2026, 11, 1), "energie"): 6,
        (date(2026, 11, 1), None): 3,
    }
    assert found.open_by_age == (1, 0, 5)
    with pytest.raises(NotAllowed):
        await DeskFigures(town.store, town.clock).read(await town.person("Rosa"), 3)


@pytest.mark.asyncio
async def test_a_month_begins_at_midnight_in_amsterdam(town: Town) -> None:
    set_to(town, datetime(2026, 11, 1, 12, tzinfo=UTC))
    midnight = datetime(2026, 11, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
    await put(town, midnight)
    await put(town, midnight - timedelta(seconds=1))
    found = await DeskFigures(town.store, town.clock).read(await town.person("Sofie", "staff"), 1)
    assert found.total.asked == 1


def test_months_go_back_over_a_new_year() -> None:
    days = months_until(date(2026, 1, 31), 3)
    assert days == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))
