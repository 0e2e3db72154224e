"""Hands for the rare turns of the help desk: strangers, who is gone, what is taken back."""

from sqlalchemy import text

from bot.people import Arrival, Person
from bot.services.helpdesk import (
    OwnQuestions,
    Routing,
)
from bot.services.polls import PollKeys
from bot.services.privacy import Journal, Privacy
from data.store import communities
from tests.services.conftest import Town
from tests.services.test_staffdesk import Day

PLACE = "discord:11"
"""The help channel of the town."""
FAR = 10**12
"""A number that no question has, nor can have."""
PUBLIC = {"reply_place": PLACE, "asked_place": PLACE}


async def stranger(town: Town) -> Person:
    """Somebody of the staff of another community."""
    async with town.store.writing() as session:
        other = await communities.add_space(session, "discord:2", "Stad", town.clock.now())
        await communities.put_setting(session, other, "roles", {"staff": ["staff"], "admin": []})
    roles = frozenset({"staff"})
    return await town.people.recognise(
        Arrival("discord:777", "Vreemde", "discord:2", locale="nl", role_ids=roles)
    )


async def leave(town: Town, person: Person) -> None:
    """Everything of this person is erased, by their own wish."""
    keys = town.folder / "keys"
    await Privacy(town.store, town.clock, PollKeys(keys), Journal(keys)).erase(person.identity)


async def withdraw(day: Day, who: Person, number: int) -> None:
    await OwnQuestions(day.town.store, day.town.clock).withdraw(who, number)


async def put(day: Day, number: int, column: str, value: str | None) -> None:
    async with day.town.store.writing() as session:
        query = text(f"UPDATE questions SET {column} = :value WHERE id = :id")
        await session.execute(query, {"value": value, "id": number})


async def expert(day: Day, name: str) -> Person:
    person = await day.town.person(name)
    await Routing(day.town.store, day.town.clock, ("energie",)).choose(
        person, ("energie",), ["energie"]
    )
    return person
