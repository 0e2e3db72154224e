"""The sender at its edges: a place that is gone, a refusal, a post without a name."""

from collections.abc import Mapping

import pytest

from bot.communities import Place
from bot.outbox import Delivery, PlaceGone, TryLater
from cogs._client import Services
from cogs._sender import DiscordSender, Rendering
from cogs._ui import ref
from tests.doubles.house import House

pytestmark = pytest.mark.asyncio


async def note(_mark: str) -> None:
    """Nobody reads the mark here."""


def delivery(house: House, target: int, **changes: object) -> Delivery:
    """A message to this place, of a kind that only these tests know."""
    facts: Mapping[str, object] = {}
    known: dict[str, object] = {
        "id": 1,
        "key": "k1",
        "kind": "edge",
        "facts": facts,
        "target": ref(target),
        "to_person": False,
        "language": "nl",
        "edits": None,
        "attempts": 0,
        "queued_at": house.clock.now(),
        "looks": None,
    }
    return Delivery(**(known | changes))  # pyright: ignore[reportArgumentType]


def reads(house: House, rendering: Rendering) -> DiscordSender:
    """A sender whose messages of kind `edge` read like this."""

    async def render(_services: Services, _delivery: Delivery) -> Rendering:
        return rendering

    house.client.renderers["edge"] = render
    return DiscordSender(house.client)


async def test_each_refusal_of_discord_is_told_to_the_outbox(house: House) -> None:
    """What will never arrive is given up with its reason; what may arrive is tried again."""
    place = house.channels[Place.POLLS].id
    sender, path = reads(house, Rendering("Hallo")), f"/channels/{place}/messages"
    for status, code, reason in (
        (403, 50007, "outbox-dm-closed"),
        (403, 50013, "outbox-forbidden"),
        (404, 10003, "outbox-place-gone"),
        (400, 50035, "outbox-refused"),
    ):
        house.env.inject_error("POST", path, status=status, code=code, times=1)
        with pytest.raises(PlaceGone) as gone:
            await sender.send(delivery(house, place), note)
        assert gone.value.reason == reason
    with pytest.raises(PlaceGone) as gone:
        await sender.send(delivery(house, 4), note)
    assert gone.value.reason == "outbox-place-gone"
    assert house.messages(Place.POLLS) == []


async def test_a_server_in_trouble_is_tried_later(house: House) -> None:
    place = house.channels[Place.POLLS].id
    sender = reads(house, Rendering("Hallo"))
    house.env.inject_error("POST", f"/channels/{place}/messages", status=500, times=None)
    with pytest.raises(TryLater):
        await sender.send(delivery(house, place), note)


async def test_a_category_or_a_forum_takes_no_bare_message(house: House) -> None:
    category = house.guild.create_category("map")
    forum = house.guild.create_forum_channel("forum")
    await house.env.settle()
    sender = reads(house, Rendering("Hallo"))
    for place, edits in ((category.id, None), (forum.id, None), (forum.id, ref(5))):
        with pytest.raises(PlaceGone) as gone:
            await sender.send(delivery(house, place, edits=edits), note)
        assert gone.value.reason == "outbox-place-gone"


async def test_a_message_that_cannot_be_pinned_stays_sent(house: House) -> None:
    place = house.channels[Place.POLLS].id
    sender = reads(house, Rendering("x" * 2500, pin=True))
    for path in (f"/channels/{place}/pins/*", f"/channels/{place}/messages/pins/*"):
        house.env.inject_error("PUT", path, status=403, code=50013, times=None)
    sent = await sender.send(delivery(house, place), note)
    (message,) = house.messages(Place.POLLS)
    assert ref(message.id) == sent
    assert message.content == "x" * 2000
    assert not message.pinned


async def test_only_a_try_that_was_noted_is_looked_up_and_only_what_reads_the_same(
    house: House,
) -> None:
    place = house.channels[Place.POLLS].id
    marks: list[str] = []

    async def keep(mark: str) -> None:
        marks.append(mark)

    sender = reads(house, Rendering("Hallo"))
    sent = await sender.send(delivery(house, place), keep)
    queued_at = house.messages(Place.POLLS)[-1].created_at
    await house.people["Rosa"].send(house.channels[Place.POLLS], "Hallo")
    assert await sender.look_up(delivery(house, place, queued_at=queued_at)) == ()
    (mark,) = marks
    found = await sender.look_up(delivery(house, place, queued_at=queued_at, looks=mark))
    assert found == (sent,)
    other = delivery(house, place, queued_at=queued_at, looks="anders", key="k2")
    assert await sender.look_up(other) == ()
