"""On a day in which things fail, people read a code, operators find it, and nobody finds a name."""

import re
import secrets

import pytest
from sqlalchemy import text

from bot.communities import Place
from bot.jobs import Ticker
from tests.doubles.captured_log import captured_log
from tests.doubles.house import House

pytestmark = [pytest.mark.asyncio, pytest.mark.logs_errors]


async def ask(house: House, words: str) -> str:
    result = await house.people["Rosa"].slash(
        house.channels[Place.HELPDESK], "vraag stel", tekst=words
    )
    return result.response.content


async def break_table(house: House, table: str) -> None:
    async with house.store.writing() as session:
        await session.execute(text(f"ALTER TABLE {table} RENAME TO away_{table}"))


async def a_bad_day(house: House, canary: str) -> list[str]:
    """Questions, a job and messages, of which each fails once; what people read."""
    said = [await ask(house, f"Hoe begin ik een {canary}?")]
    await house.people["Rosa"].slash(house.channels[Place.HELPDESK], "vergeet-mij")
    await break_table(house, "questions")
    await house.deliver()
    said.append(await ask(house, f"Wie kent {canary}?"))
    services = house.client.services
    await Ticker(house.store, house.clock, always=(services.retention.apply,), daily=()).tick()
    await break_table(house, "deliveries")
    await house.deliver()
    return said


async def test_no_text_and_no_name_is_in_the_log_of_a_bad_day(house: House) -> None:
    canary = f"kanarie{secrets.token_hex(6)}"
    with captured_log() as log:
        await a_bad_day(house, canary)
    assert "job-broken" in log.getvalue()
    assert "outbox-broken" in log.getvalue()
    assert canary not in log.getvalue()
    assert "Rosa" not in log.getvalue()


def code_in(said: str) -> str:
    found = re.search(r"\b([A-Z]\d-[0-9a-f]{4})\b", said)
    assert found, said
    return found[1]


async def test_a_mistake_of_ours_has_its_code_and_place_in_the_log(house: House) -> None:
    with captured_log() as log:
        said = await a_bad_day(house, "moestuin")
    code = code_in(said[-1])
    assert code.startswith("X0")
    [line] = [line for line in log.getvalue().splitlines() if code in line]
    assert "Traceback" in line
    assert "bot/services/helpdesk" in line
