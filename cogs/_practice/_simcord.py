"""Quarantine: every touch of simcord's private parts, for simcord 3.2.1.

The practice community needs things that simcord has no public way for: today's time, ids that stay
the same over starts, a language per person, posts that people make in a forum. A new simcord
version is checked here and in `_previews.py`, and nowhere else.
"""

import asyncio
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any

import simcord
from simcord._clock import Clock as WorldClock
from simcord.backend.access import can_access_channel, can_access_message
from simcord.backend.cdn import CDN_BASE
from simcord.backend.models import Channel, Overwrite
from simcord.enums import ChannelType, OverwriteType
from simcord.preview._server import PreviewServer

Viewer = simcord.MemberActor | simcord.UserHandle
_DISCORD_EPOCH_MS = 1420070400000
_PRACTICE_EPOCH_MS = 1704067200000  # 2024-01-01: before any message of a practice community
_PRACTICE_SPAN_MS = 10_000_000_000


class LiveClock(WorldClock):
    """The simulated time: from `start` (UTC), runs on by itself when `runs`, and can be skipped."""

    def __init__(self, start: datetime, *, runs: bool) -> None:
        self._epoch = start
        self._runs = runs
        self._began_s = perf_counter()
        self._skipped_s = 0.0

    @property
    def elapsed(self) -> float:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Seconds since the start, skipped ones included."""
        return self._skipped_s + (perf_counter() - self._began_s if self._runs else 0.0)

    def advance(self, seconds: float) -> None:
        """Skip this many seconds."""
        self._skipped_s += seconds


def set_clock(env: simcord.Env, clock: LiveClock) -> None:
    """Let the simulated Discord live by this clock; before `env.start()`."""
    env.backend.clock = clock


@contextmanager
def stable_id(env: simcord.Env, key: str) -> Iterator[int]:
    """Give the first thing made in this block an id that depends on `key` only.

    So a person, channel or role keeps its id over starts, and the database still knows them.
    """
    backend = env.backend
    digest = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    milliseconds = _PRACTICE_EPOCH_MS - _DISCORD_EPOCH_MS + digest % _PRACTICE_SPAN_MS
    wanted = milliseconds << 22
    ordinary = backend.snowflake
    given = False

    def snowflake() -> int:
        nonlocal given
        if given:
            return ordinary()
        given = True
        return backend.reserve_id(wanted)

    backend.snowflake = snowflake  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield wanted
    finally:
        del backend.snowflake


def speak_locales(env: simcord.Env, locales: Mapping[int, str], default: str) -> None:
    """Mend two events: each person's own locale (simcord says en-US) and a guild that is new.

    `locales` is read at each event, so it may still be empty now.
    """
    emit = env.backend.emit

    def emit_mended(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            who = payload["member"]["user"] if "member" in payload else payload["user"]
            payload = {**payload, "locale": locales.get(int(who["id"]), default)}
            if "guild_id" in payload:
                payload["guild_locale"] = default
        elif event == "GUILD_CREATE":
            # Discord leaves it out for a guild that the bot joins; on_guild_join needs that.
            payload = {key: value for key, value in payload.items() if key != "unavailable"}
        emit(event, payload)

    env.backend.emit = emit_mended  # pyright: ignore[reportAttributeAccessIssue]


def number_posts(env: simcord.Env) -> None:
    """Mend posts in a forum: on Discord the first message has the number of its post."""
    backend = env.backend
    commit = backend.commit_message

    def commit_numbered(message: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        place = backend.get_channel(message.channel_id)
        forum = None if place.parent_id is None else backend.get_channel(place.parent_id)
        is_post = forum is not None and forum.type == ChannelType.FORUM
        if is_post and not backend.messages.get(place.id):
            message.id = place.id
        return commit(message, *args, **options)

    backend.commit_message = commit_numbered  # pyright: ignore[reportAttributeAccessIssue]


def give_portrait(env: simcord.Env, user: simcord.UserHandle, png: bytes) -> None:
    """Let this person be seen with this picture."""
    record = env.backend.get_user(user.id)
    record.avatar = hashlib.sha256(png).hexdigest()[:32]
    env.backend.cdn._blobs[_portrait_url(user.id, record.avatar)] = png  # noqa: SLF001


def get_portrait(env: simcord.Env, user_id: int, avatar: str) -> bytes | None:
    """The picture that was given to this person."""
    return env.backend.cdn.get(_portrait_url(user_id, avatar))


def _portrait_url(user_id: int, avatar: str) -> str:
    return f"{CDN_BASE}/avatars/{user_id}/{avatar}.png"


def set_place(env: simcord.Env, channel: simcord.ChannelHandle, *, topic: str) -> None:
    """Give a channel of any kind its topic."""
    env.backend.edit_channel(channel.id, {"topic": topic or None})


def close_for_others(
    env: simcord.Env, channel: simcord.ChannelHandle, bits: int, roles: Iterable[simcord.RoleHandle]
) -> None:
    """Take these permission bits from everybody in a channel, except from these roles."""
    backend = env.backend
    everyone = backend.get_channel(channel.id).guild_id or 0
    rules = {rule.target_id: rule for rule in backend.get_channel(channel.id).overwrites}
    for target, gives in ((everyone, False), *((role.id, True) for role in roles)):
        old = rules.get(target, Overwrite(target_id=target, type=OverwriteType.ROLE))
        allow = old.allow | bits if gives else old.allow & ~bits
        deny = old.deny & ~bits if gives else old.deny | bits
        backend.set_overwrite(channel.id, Overwrite(target, OverwriteType.ROLE, allow, deny))


def set_bot_permissions(env: simcord.Env, guild: simcord.GuildHandle, value: int) -> None:
    """Leave the bot's own role exactly these permission bits."""
    backend = env.backend
    member = backend.get_member(guild.id, backend.bot_user.id)
    backend.edit_role(guild.id, member.role_ids[0], {"permissions": value})


def rename_bot(env: simcord.Env, name: str) -> None:
    """Call the bot this; before the guild is made its own role gets the name too."""
    env.backend.edit_bot_profile(name)


def make_post(
    env: simcord.Env,
    forum: simcord.ChannelHandle,
    author: simcord.MemberActor,
    title: str,
    text: str,
) -> int:
    """A person starts a post in a forum: the thread and its first message, as Discord sends them.

    Returns the thread's id. Raises: simcord.BackendError when the person may not.
    """
    backend = env.backend
    guild_id = author.guild.id
    backend.require_permissions(guild_id, author.id, forum.id, "view_channel", "send_messages")
    thread = backend.create_thread(forum.id, title, author.id, broadcast=False)
    starter = backend.prepare_message(thread.id, author.id, text)
    starter.id = thread.id
    backend.commit_message(starter, broadcast=False)
    backend.get_channel(forum.id).last_message_id = thread.id
    backend.announce_thread_create(thread)
    backend.announce_message_create(starter)
    return thread.id


def tags_of(env: simcord.Env, post: int) -> set[str]:
    """The names of the tags of a post in a forum."""
    thread = env.backend.get_channel(post)
    forum = env.backend.get_channel(thread.parent_id or 0)
    names = {int(tag["id"]): tag["name"] for tag in forum.available_tags}
    return {names[tag] for tag in thread.applied_tags}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that a person can see: a channel, a thread, a post or the talk with the bot."""

    id: int
    name: str
    kind: str
    """`text`, `news`, `forum`, `category`, `thread`, `private` (a private thread) or `dm`."""
    topic: str
    parent: int | None
    last_other: int
    """Id of the newest message of somebody else that this person can see; 0 when there is none."""


_KINDS = {
    ChannelType.TEXT: "text",
    ChannelType.NEWS: "news",
    ChannelType.FORUM: "forum",
    ChannelType.CATEGORY: "category",
    ChannelType.PUBLIC_THREAD: "thread",
    ChannelType.PRIVATE_THREAD: "private",
}


def spots(env: simcord.Env, actor: simcord.MemberActor) -> tuple[Spot, ...]:
    """Every place this person can see, channels in their order, each with its threads after it."""
    backend = env.backend
    guild = backend.get_guild(actor.guild.id)
    channels = sorted((backend.channels[i] for i in guild.channel_ids), key=lambda c: c.position)
    threads = [backend.channels[i] for i in guild.thread_ids if i in backend.channels]
    found: list[Spot] = []
    for channel in channels:
        for one in (channel, *(t for t in threads if t.parent_id == channel.id)):
            archived = one.thread_metadata is not None and one.thread_metadata.archived
            if archived or not can_access_channel(env, one.id, actor, history=True):
                continue
            found.append(_spot(env, one, actor, _KINDS.get(ChannelType(one.type), "text")))
    dm = backend.get_dm_channel(actor.id)
    found.append(_spot(env, dm, actor.user, "dm"))
    return tuple(found)


def _spot(env: simcord.Env, channel: Channel, viewer: Viewer, kind: str) -> Spot:
    last = 0
    for message_id, message in env.backend.messages.get(channel.id, {}).items():
        newer = message_id > last and message.author_id != viewer.id
        if newer and can_access_message(env, channel.id, message, viewer, history=True):
            last = message_id
    name = channel.name or env.backend.bot_user.name
    return Spot(channel.id, name, kind, channel.topic or "", channel.parent_id, last)


def channel_handle(
    env: simcord.Env, guild: simcord.GuildHandle, channel_id: int
) -> simcord.ChannelHandle:
    """The handle of a channel or thread of the guild. Raises: simcord.BackendError when unknown."""
    return simcord.ChannelHandle(env, guild, env.backend.get_channel(channel_id))


def owns(env: simcord.Env, task: "asyncio.Task[object]") -> bool:
    """Whether this task is work of the bot."""
    return task in env._work.tasks  # noqa: SLF001


def change_mark(env: simcord.Env) -> int:
    """A number that grows with everything that happens in the simulated Discord."""
    return len(env.backend.transcript)


def preview_files() -> Mapping[str, str]:
    """Web path -> path below simcord's preview folder, of the files that its page is made of."""
    return PreviewServer._STATIC_FILES  # noqa: SLF001
