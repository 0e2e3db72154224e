"""What no honest client can do: presses nobody offered, forms nobody opened, all at once."""

from collections.abc import Sequence
from typing import Any

import discord
import simcord
from simcord import actors, interactions
from simcord.backend import serializers
from simcord.enums import InteractionType

from bot.communities import Place
from tests.doubles.house import House


async def press(
    house: House, who: str, custom_id: str, picked: Sequence[str] | None = None
) -> simcord.InteractionResult:
    """Somebody presses a button that they were never shown, or picks from such a menu."""
    actor = house.people[who]
    shown = await actor.slash(house.channels[Place.START], "privacy")
    data: dict[str, Any] = {"custom_id": custom_id, "component_type": 2}
    button = {"type": 2, "style": 2, "label": "-", "custom_id": custom_id}
    if picked is not None:
        data |= {"component_type": 3, "values": list(picked)}
        options = [{"label": value, "value": value} for value in picked]
        button = {"type": 3, "custom_id": custom_id, "options": options}
    place, backend = house.channels[Place.START], house.env.backend
    message = dict(
        serializers.message_payload(backend, backend.get_message(place.id, shown.response.id))
    )
    message["components"] = [{"type": 1, "components": [button]}]
    return await actors._dispatch_actor_interaction(
        actor,
        InteractionType.MESSAGE_COMPONENT,
        place,
        data,
        extra={"message": message},
        source_message_id=shown.response.id,
    )


def seen_now(house: House, message: discord.Message) -> dict[str, Any]:
    """A message as somebody has it on their screen at this moment."""
    backend = house.env.backend
    stored = backend.get_message(message.channel.id, message.id)
    return dict(serializers.message_payload(backend, stored))


async def pick_on(
    house: House, who: str, seen: dict[str, Any], custom_id: str, picked: Sequence[str]
) -> simcord.InteractionResult:
    """Somebody picks from a menu below a message as it was on their screen."""
    return await actors._dispatch_actor_interaction(
        house.people[who],
        InteractionType.MESSAGE_COMPONENT,
        house.channels[Place.STAFF],
        {"custom_id": custom_id, "component_type": 3, "values": list(picked)},
        extra={"message": seen},
        source_message_id=int(seen["id"]),
    )


async def fill(
    house: House, who: str, custom_id: str, values: dict[str, str | list[str]]
) -> simcord.InteractionResult:
    """Somebody sends a form that they never opened."""
    parts = [
        {"type": 18, "component": {"custom_id": name} | _filled(value)}
        for name, value in values.items()
    ]
    data = {"custom_id": custom_id, "components": parts}
    place, actor = house.channels[Place.START], house.people[who]
    return await actors._dispatch_actor_interaction(
        actor, InteractionType.MODAL_SUBMIT, place, data
    )


def _filled(value: str | list[str]) -> dict[str, Any]:
    if isinstance(value, str):
        return {"type": 4, "value": value}
    return {"type": 3, "values": value}


async def together(
    house: House, *presses: tuple[str, discord.Message | simcord.ResponseMessage, str]
) -> None:
    """Several presses that are all there before the bot begins with the first."""
    backend = house.env.backend
    for who, message, custom_id in presses:
        user = house.users[who].id
        place = actors._channel_id_of(message, house.env, dm_user_id=user)
        record, payload = interactions.base_payload(
            backend,
            type=InteractionType.MESSAGE_COMPONENT,
            channel_id=place,
            guild_id=backend.get_channel(place).guild_id,
            user_id=user,
            data={"custom_id": custom_id, "component_type": 2},
        )
        record.source_message_id = message.id
        stored = backend.get_message(place, message.id)
        payload["message"] = dict(serializers.message_payload(backend, stored))
        backend.emit("INTERACTION_CREATE", payload)
    await house.env.settle()


async def answer(
    house: House, who: str, card: discord.Message, question_id: int, said: str
) -> simcord.InteractionResult:
    """Somebody of staff answers with the button on the card, looks at the preview, and sends it."""
    form = await house.people[who].click(card, custom_id=f"question-answer:{question_id}")
    shown = await house.people[who].submit_modal(form, {"answer": said})
    return await house.people[who].click(shown.response, label="Versturen")


def ids(message: Any) -> list[str]:
    """The custom_id of each button and menu below a message."""
    rows = [row if isinstance(row, dict) else row.to_dict() for row in message.components]
    return [part["custom_id"] for row in rows for part in row["components"]]


async def give_roles(house: House, who: str, *names: str) -> None:
    """From now on somebody has these roles on the server and no others."""
    backend = house.env.backend
    guild = backend.get_guild(house.guild.id)
    ids = [role.id for role in guild.roles.values() if role.name in names]
    backend.edit_member(guild.id, house.users[who].id, {"role_ids": ids})
    await house.env.settle()


def told(result: simcord.InteractionResult) -> str:
    """Everything that was said in answer to one press or form."""
    said = [result.response, *result.followups]
    return "\n".join(dict.fromkeys(one.content for one in said if one is not None))


def meeting_threads(house: House) -> list[simcord.ChannelHandle]:
    """The threads of those who meet, oldest first."""
    return house.channels[Place.MEETINGS].threads
