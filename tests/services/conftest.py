"""A community with people in it, for tests of services on both databases."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio

from bot.people import Arrival, People, Person
from data.store import Store, communities
from tests.doubles.clock import SetClock

SPACE = "discord:1"


@dataclass
class Town:
    """One community; `person` gives somebody with roles."""

    store: Store
    clock: SetClock
    people: People
    community_id: int
    folder: Path

    async def person(self, name: str, role: str = "") -> Person:
        number = sum(ord(letter) * 31**place for place, letter in enumerate(name))
        return await self.people.recognise(
            Arrival(
                identity=f"discord:{number}",
                name=name,
                space=SPACE,
                locale="nl",
                role_ids=frozenset({role} if role else ()),
            )
        )


@pytest_asyncio.fixture
async def town(store: Store, clock: SetClock, tmp_path: Path) -> AsyncIterator[Town]:
    """Places start to staff, roles `staff` and `admin`."""
    async with store.writing() as session:
        community = await communities.add_space(session, SPACE, "Dorp", clock.now())
        for number, place in enumerate(("start", "helpdesk", "polls", "news", "staff"), start=10):
            value = {"place": f"discord:{number}"}
            await communities.put_setting(session, community, place, value)
        roles = {"staff": ["staff"], "admin": ["admin"]}
        await communities.put_setting(session, community, "roles", roles)
    yield Town(store, clock, People(store, clock, "nl"), community, tmp_path)
    assert getattr(store.engine.pool, "checkedout", lambda: 0)() == 0, "a connection stayed open"
