"""No question is lost (H2, X2): whatever people press, change, delete, and however often we start.

After each step every question is ended with an outcome, or waits with staff and has a card, or its
asker looks at what the help desk found.
"""

import contextlib
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.content import Content
from bot.errors import DomainError
from bot.outbox import Delivery, Note, Outbox, TryLater
from bot.people import Person
from bot.search.helpdesk import HelpDeskSearch
from bot.services.helpdesk import Ask, Changes, HelpDesk, OwnQuestions, StaffDesk, Told
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Reason, State
from tests.services.conftest import Town

pytestmark = pytest.mark.asyncio
SAID = (
    "wie kent een goede monteur voor de dakgoot van ons gebouwtje",
    "Hoe word ik lid van LSA?",
    "wat wordt het weer morgen in zwolle",
    "ik wil niet meer leven",
    "Dank je wel!",
    "\u200b",
)
STEPS = 80


class Shaky:
    """A platform that fails now and then."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice

    async def send(self, delivery: Delivery, note: Note) -> str:
        if self._dice.random() < 0.2:
            raise TryLater
        return delivery.edits or f"discord:{10_000 + delivery.id}"

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        return ()


class Course:
    """A random course of what people do with a few questions; `seed` makes it the same again."""

    def __init__(self, town: Town, search: HelpDeskSearch, content: Content, seed: int) -> None:
        self.town, self.search, self.content = town, search, content
        self.dice = random.Random(seed)
        self.asked = 0
        self.start()

    def start(self) -> None:
        """Everything anew on the same database."""
        store, clock = self.town.store, self.town.clock
        self.desk = HelpDesk(store, clock, self.content, self.search)
        self.own = OwnQuestions(store, clock)
        self.changes = Changes(store, clock, self.search)
        self.staff = StaffDesk(store, clock)
        self.outbox = Outbox(store, clock, {"discord": Shaky(self.dice)})

    async def step(self, people: tuple[Person, ...], sofie: Person) -> None:
        """Somebody does something; a refusal is an answer too."""
        person, number = self.dice.choice(people), self.dice.randint(1, max(1, self.asked))
        acts: tuple[Callable[[], Awaitable[object]], ...] = (
            *(lambda: self.ask(person),) * 6,
            self.edit,
            self.delete,
            lambda: self.desk.accept(person, number),
            lambda: self.desk.hand_over(person, number),
            lambda: self.desk.go_private(person, number),
            lambda: self.own.close(person, number),
            lambda: self.own.reopen(person, number),
            lambda: self.own.withdraw(person, number),
            lambda: self.staff.claim(sofie, number),
            lambda: self.staff.answer(sofie, number, "Bel Jan.", self.origin()),
            lambda: self.staff.handling.snooze(sofie, number, "morgen"),
            lambda: self.staff.handling.close(sofie, number, Reason.ELSEWHERE.value, "Bel Jan."),
            lambda: self.staff.handling.reopen(sofie, number),
            lambda: self.staff.joining.merge(sofie, number, self.dice.randint(1, self.asked + 1)),
            lambda: self.staff.joining.part(sofie, number),
            lambda: self.staff.back.ask(sofie, number, "Waar woon je?", self.origin()),
            lambda: self.staff.back.reply(person, number, "In Zwolle.", self.origin()),
            self.staff.wake_due,
            self.outbox.deliver_due,
            self.restart,
        )
        with contextlib.suppress(DomainError):
            await self.dice.choice(acts)()

    def origin(self) -> str:
        """A press; now and then one that arrived before."""
        return f"i:{self.dice.randint(1, 30)}"

    async def ask(self, person: Person) -> None:
        message = self.dice.randint(1, 20)
        place = self.dice.choice(("discord:11", None))
        ask = Ask(
            f"discord:m:{message}",
            self.dice.choice(SAID),
            anonymous=place is None and self.dice.random() < 0.5,
            public=place is None and self.dice.random() < 0.5,
            place=place,
            message=f"discord:{message}" if place else None,
            reply=place is not None,
            told=self.dice.choice(tuple(Told)),
            made_by=person.id if self.dice.random() < 0.2 else None,
        )
        self.asked = max(self.asked, (await self.desk.ask(person, ask)).question_id)

    async def edit(self) -> None:
        at = self.town.clock.now() + timedelta(seconds=self.dice.randint(-60, 60))
        origin = f"discord:m:{self.dice.randint(1, 20)}"
        await self.changes.edited(origin, self.dice.choice(SAID), at, self.dice.choice(tuple(Told)))

    async def delete(self) -> None:
        await self.changes.gone(f"discord:m:{self.dice.randint(1, 20)}")

    async def restart(self) -> None:
        self.town.clock.move(minutes=self.dice.randint(1, 600))
        self.start()


async def lost(town: Town) -> list[str]:
    """Questions that are nowhere, with why."""
    query = (
        "SELECT id, state, reason, closed_at, text, suggested, outcome, referral,"
        " (SELECT count(*) FROM deliveries WHERE kind = 'staff-question' AND edits IS NULL"
        " AND (source = 'question:' || questions.id"
        " OR source LIKE 'question:' || questions.id || ':again:%')) AS cards FROM questions"
    )
    async with town.store.reading() as session:
        found = [row._asdict() for row in await session.execute(text(query))]
    return [f"{why}: {one}" for one in found if (why := _wrong(one))]


def _wrong(one: dict[str, object]) -> str:
    state = one["state"]
    withdrawn = one["reason"] == Reason.WITHDRAWN
    if withdrawn != (one["text"] == ""):
        return "text and outcome do not fit"
    if state in WITH_STAFF:
        return "" if one["cards"] and not one["closed_at"] and not one["reason"] else "no card"
    if state == State.SUGGESTED:
        return "" if one["suggested"] not in ([], "[]") else "nothing to look at"
    if state == State.CLOSED:
        return "" if one["reason"] and one["closed_at"] else "no outcome"
    return "" if state in ENDED else "no state"


@pytest.fixture(scope="module")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="module")
def search(content: Content) -> HelpDeskSearch:
    return HelpDeskSearch(content)


@pytest.mark.parametrize("seed", range(3))
async def test_every_question_ends_or_waits_with_a_card(
    town: Town, content: Content, search: HelpDeskSearch, seed: int
) -> None:
    course = Course(town, search, content, seed)
    people = (await town.person("Rosa"), await town.person("Cem"))
    sofie = await town.person("Sofie", "staff")
    for number in range(STEPS):
        await course.step(people, sofie)
        assert await lost(town) == [], f"after step {number}"
    assert course.asked > 3
