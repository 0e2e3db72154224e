"""A platform for the outbox that goes wrong on order, and hands to put messages in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from bot.communities import Place
from bot.outbox import Delivery, Note, Outbox
from data.store import Store, communities, deliveries
from tests.doubles.clock import SetClock

SQUARE, CORNER, STAFF = "test:1", "test:2", "test:9"


@dataclass
class Wall:
    """A platform: what hangs there, and what goes wrong at the next sends."""

    hanging: list[tuple[str, str, str]] = field(default_factory=list)
    """Message, target and text, oldest first."""
    sends: int = 0
    looked: int = 0
    trouble: list[Exception | Callable[[], Awaitable[None]]] = field(default_factory=list)
    after: bool = False
    """The trouble comes when the message hangs already."""

    async def send(self, delivery: Delivery, note: Note) -> str:
        self.sends += 1
        words = str(delivery.facts["text"])
        wrong = self.trouble.pop(0) if self.trouble else None  # for the send that begins first
        await note(words)
        if wrong is not None and not self.after:
            await self._go_wrong(wrong)
        if delivery.edits:
            place = next(n for n, one in enumerate(self.hanging) if one[0] == delivery.edits)
            self.hanging[place] = (delivery.edits, delivery.target, words)
            return delivery.edits
        message = f"test:m{len(self.hanging)}"
        self.hanging.append((message, delivery.target, words))
        if wrong is not None and self.after:
            await self._go_wrong(wrong)
        return message

    @staticmethod
    async def _go_wrong(wrong: Exception | Callable[[], Awaitable[None]]) -> None:
        if isinstance(wrong, Exception):
            raise wrong
        await wrong()

    async def look_up(self, delivery: Delivery) -> tuple[str, ...]:
        self.looked += 1
        return tuple(
            message
            for message, target, words in self.hanging
            if target == delivery.target and words == delivery.looks
        )

    def texts(self, target: str = SQUARE) -> list[str]:
        return [words for _, place, words in self.hanging if place == target]


@dataclass
class Post:
    """An outbox with its wall and its rows."""

    store: Store
    clock: SetClock
    wall: Wall
    outbox: Outbox
    community_id: int

    async def queue(self, words: str, target: str = SQUARE, **changes: object) -> None:
        wish: dict[str, object] = {
            "community_id": self.community_id,
            "kind": "note",
            "facts": {"text": words},
            "source": words,
            "target": target,
            "to_person": False,
            "person_id": None,
            "language": "nl",
            "edits": None,
            "due_at": self.clock.now(),
        }
        async with self.store.writing() as session:
            await deliveries.add(session, **(wish | changes))

    async def rows(self) -> list[deliveries.DeliveryRow]:
        async with self.store.reading() as session:
            found = select(deliveries.DeliveryRow).order_by(deliveries.DeliveryRow.id)
            return list(await session.scalars(found))

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def deliver_all(self) -> None:
        while await self.outbox.deliver_due():
            pass

    async def crash(self) -> None:
        """Send what is due and die at the very moment that it was sent."""

        async def die() -> None:
            raise asyncio.CancelledError

        self.wall.trouble, self.wall.after = [die], True
        with pytest.raises(asyncio.CancelledError):
            await self.outbox.deliver_due()


async def open_post(store: Store, clock: SetClock) -> Post:
    async with store.writing() as session:
        community = await communities.add_space(session, "test:0", "Dorp", clock.now())
        await communities.put_setting(session, community, Place.STAFF.value, {"place": STAFF})
    wall = Wall()
    return Post(store, clock, wall, Outbox(store, clock, {"test": wall}), community)


async def until(condition: Callable[[], object]) -> None:
    """Wait for something that real time brings."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
