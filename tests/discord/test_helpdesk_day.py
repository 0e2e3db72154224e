"""A day of staff: twenty questions of ten people, doubles, changes, two at once, a restart.

X2: every question gets an outcome. Nothing is lost, and nobody gets an answer twice.
"""

from __future__ import annotations

import re
from collections import Counter

import discord
import pytest
import simcord
from sqlalchemy import text

from bot.communities import Place
from tests.discord.hands import fill, ids, press, together, told
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio

HARD = (
    "Wie kan onze dakgoot maken?",
    "Kan iemand ons bellen over het hek?",
    "Kan iemand dinsdag de deur opendoen voor de loodgieter?",
    "Wie heeft de sleutel van de schuur?",
    "Kunnen jullie meedenken over de verlichting in de steeg?",
)
EASY = "Hoe beginnen wij een buurtmoestuin?"


class Day:
    """Who does what, and what they were told."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.sent: Counter[str] = Counter()

    async def newcomers(self) -> list[str]:
        names = [f"Buur{number}" for number in range(7)]
        for name in names:
            self.house.users[name] = self.house.env.create_user(name)
            member = self.house.guild.add_member(self.house.users[name])
            self.house.people[name] = member
        await self.house.env.settle()
        return [*names, "Rosa", "Cem", "Bart"]

    async def types(self, who: str, said: str) -> discord.Message:
        return await self.house.people[who].send(self.house.channels[Place.HELPDESK], said)

    async def asks(self, who: str, said: str) -> simcord.InteractionResult:
        start = self.house.channels[Place.START]
        return await self.house.people[who].slash(start, "vraag stel", tekst=said)

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        async with self.house.store.reading() as session:
            return [tuple(row) for row in await session.execute(text(query))]

    async def writes(self, who: str, number: int, answer: str) -> str:
        """Fill in the form; the button that sends it."""
        shown = await press(self.house, who, f"question-answer:{number}")
        assert shown.modal is not None
        form = f"answer-form:{number}:0"
        preview = await fill(self.house, who, form, {"answer": answer})
        assert answer in told(preview)
        (button,) = [one for one in ids(preview.response) if one.startswith("draft-send:")]
        return button

    async def answers(self, who: str, number: int) -> None:
        answer = f"Bel Jan van nummer {number}00."
        button = await self.writes(who, number, answer)
        said = told(await press(self.house, who, button))
        assert "onderweg" in said
        self.sent[answer] += 1

    def read_by_residents(self) -> list[str]:
        """All that the bot told outside the staff channel."""
        house = self.house
        read = [m for place in Place if place is not Place.STAFF for m in house.messages(place)]
        read += [m for who in house.users for m in house.mail(who)]
        return [message.content for message in read if message.author.bot]

    async def morning(self) -> None:
        """Ten people, in five ways, some with the same question; changed, taken back, twice."""
        people = await self.newcomers()
        typed = [await self.types(who, HARD[n % 5]) for n, who in enumerate(people[:5])]
        for n, who in enumerate(people[5:8]):
            assert len(told(await self.asks(who, HARD[n]))) > 20
        await self.house.people["Cem"].send_dm(HARD[3])
        assert self.house.client.user is not None
        await self.types("Bart", f"<@{self.house.client.user.id}> {HARD[4]}")
        await self.types("Buur0", EASY)
        await self.asks("Buur1", EASY)
        await self.house.deliver()
        await self.house.people["Buur0"].edit(typed[0], "Wie kan de dakgoot en de regenton maken?")
        await self.house.people["Buur1"].delete(typed[1])
        await self.types("Buur2", HARD[2])
        await self.house.deliver()

    async def two_at_once(self, first: int, second: int) -> None:
        """One gets the first question; of the second the later one is told of the earlier."""
        house, claim = self.house, f"question-claim:{first}"
        (card,) = [m for m in house.messages(Place.STAFF) if claim in ids(m)]
        await together(house, ("Sofie", card, claim), ("Mo", card, claim))
        claimed = "SELECT count(*) FROM question_events WHERE kind = 'claimed'"
        assert await self.rows(claimed) == [(1,)]
        one = await self.writes("Sofie", second, "Vraag het aan de beheerder.")
        other = await self.writes("Mo", second, "Loop even langs het buurthuis.")
        assert "onderweg" in told(await press(house, "Sofie", one))
        self.sent["Vraag het aan de beheerder."] += 1
        said = told(await press(house, "Mo", other))
        assert "Vraag het aan de beheerder." in said
        assert "onderweg" not in said

    async def halfway(self, number: int) -> None:
        """An answer is written and not sent; the bot goes down, comes back, and is told twice."""
        kept = await self.writes("Sofie", number, "Bel Jan van nummer 4.")
        await self.house.restart()
        await self.house.env.settle()
        for _ in range(2):
            assert "onderweg" in told(await press(self.house, "Sofie", kept))
        self.sent["Bel Jan van nummer 4."] += 1

    async def afternoon(self) -> None:
        """Eight more."""
        people = list(self.house.people)
        for n, who in enumerate(people[:4]):
            await self.asks(who, f"{HARD[(n + 3) % 5]} Het gaat om nummer {n}.")
            await self.types(people[9 - n], f"{HARD[n]} Bij blok {n}, graag.")
        await self.house.deliver()
        await self.house.deliver()

    async def check(self) -> None:
        """Each question is done, or waits with staff and has a card there."""
        rows = await self.rows("SELECT id, state, reason, text FROM questions ORDER BY id")
        assert len(rows) >= 20
        cards = "\n".join(message.content for message in self.house.messages(Place.STAFF))
        for number, state, reason, said in rows:
            assert state in ("suggested", "open", "claimed", "answered", "closed")
            if state in ("open", "claimed"):
                assert re.search(rf"\b{number}\b", cards), (number, state)
            assert (said == "") == (reason == "withdrawn")
        assert [row[2] for row in rows].count("withdrawn") == 1
        assert any("regenton" in str(row[3]) for row in rows)
        read = self.read_by_residents()
        assert {one: sum(one in said for said in read) for one in self.sent} == dict(self.sent)
        answers = await self.rows("SELECT text FROM answers")
        assert Counter(str(row[0]) for row in answers) == self.sent
        states = await self.rows("SELECT DISTINCT state FROM deliveries")
        assert {str(state) for (state,) in states} <= {"sent", "cancelled"}


async def test_a_day_of_staff_loses_nothing_and_answers_nobody_twice(house: House) -> None:
    day = Day(house)
    await day.morning()
    found = await day.rows("SELECT id FROM questions WHERE state = 'open' ORDER BY id")
    first, second, third, *rest = (int(str(row[0])) for row in found)
    assert len(rest) >= 5
    await day.two_at_once(first, second)
    await day.halfway(third)
    await day.answers("Mo", first)
    for number, who in zip(rest[:3], ("Sofie", "Mo", "Sofie"), strict=True):
        await day.answers(who, number)
    await day.afternoon()
    await day.check()
