"""Reading and changing what simcord keeps; internal too, so only here and in `seams`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import simcord
from simcord.backend import serializers
from simcord.backend.models import Interaction

from tests.doubles.discord_server.seams import RemoteEnv


def message_payload(env: RemoteEnv, channel_id: int, message_id: int) -> dict[str, Any] | None:
    """The message as Discord would return it, or None when it is gone."""
    message = env.backend.messages.get(channel_id, {}).get(message_id)
    return None if message is None else dict(serializers.message_payload(env.backend, message))


def dm_recipient(env: RemoteEnv, channel_id: int) -> int | None:
    channel = env.backend.channels.get(channel_id)
    if channel is None or channel.guild_id is not None or not channel.recipient_ids:
        return None
    return channel.recipient_ids[0]


def token_expired(env: RemoteEnv, token: str) -> bool:
    """Whether this interaction token existed and its 15 minutes are over."""
    number = env.backend.interaction_tokens.get(token)
    expires_at = None if number is None else env.backend.interactions[number].expires_at
    return expires_at is not None and env.backend.now_iso() >= expires_at


def blob(env: RemoteEnv, url: str) -> bytes | None:
    return env.backend.cdn.get(url)


def delete_channel(env: RemoteEnv, channel_id: int) -> None:
    """Remove the channel as a moderator would, with its event."""
    env.backend.delete_channel(channel_id)


def command_names(env: RemoteEnv, guild_id: int | None) -> list[str]:
    """Names of the commands synced for everybody and for this guild."""
    scopes = {None, guild_id}
    return sorted({name for scope in scopes for name, _ in env.backend.commands.get(scope, {})})


def interaction_of(result: simcord.InteractionResult) -> Interaction:
    return result._interaction


def interaction_id(env: RemoteEnv, token: str) -> int | None:
    return env.backend.interaction_tokens.get(token)


def has_channel(env: RemoteEnv, channel_id: int) -> bool:
    return channel_id in env.backend.channels


@dataclass(frozen=True, slots=True)
class Seen:
    """One stored message for a person at a terminal; `mark` changes when it is edited."""

    id: int
    mark: str
    channel: str
    author: str
    text: str
    only_for_one: bool


def everything(env: RemoteEnv) -> list[Seen]:
    """All messages everywhere, oldest first, ephemeral ones included."""
    backend = env.backend
    found = [
        Seen(
            id=one.id,
            mark=f"{one.edited_timestamp} {one.flags}",
            channel=backend.channels[one.channel_id].name or "dm",
            author=one.author_name or backend.users[one.author_id].name,
            text="\n".join(
                [one.content, *_texts_in(one.embeds), *_texts_in(one.components)]
            ).strip(),
            only_for_one=one.is_ephemeral,
        )
        for messages in backend.messages.values()
        for one in messages.values()
    ]
    return sorted(found, key=lambda one: one.id)


def _texts_in(value: Any) -> list[str]:
    """What a person would read in embeds and components, buttons as [label]."""
    if isinstance(value, list):
        return [text for one in value for text in _texts_in(one)]
    if not isinstance(value, dict):
        return []
    texts = [
        str(value[key]) for key in ("title", "description", "content", "name") if value.get(key)
    ]
    if value.get("label"):
        texts.append(f"[{value['label']}]")
    return texts + [text for one in value.values() for text in _texts_in(one)]


def modal_fields(result: simcord.InteractionResult) -> list[str]:
    """The custom ids that the form of this interaction asks for."""
    return _ids_in((result.modal or {}).get("components"))


def _ids_in(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _ids_in(one)]
    if not isinstance(value, dict):
        return []
    own = [value["custom_id"]] if "custom_id" in value else []
    return own + [name for one in value.values() for name in _ids_in(one)]
