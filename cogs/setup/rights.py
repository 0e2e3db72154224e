"""What the bot may do on Discord, and what for: one table. It asks for nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import discord

from bot.communities import CommunitySettings, Place
from cogs.setup.places import Channel, Found
from cogs.setup.staffroom import look

EVERYWHERE: Final = frozenset(Place)


@dataclass(frozen=True, slots=True)
class Need:
    """One permission. `right` is its name at discord.py, `name` ends the keys of its texts."""

    right: str
    name: str
    places: frozenset[Place]


NEEDS: Final = (
    Need("view_channel", "view", EVERYWHERE),
    Need(
        "send_messages_in_threads",
        "threads",
        frozenset({Place.HELPDESK, Place.STAFF, Place.MEETINGS}),
    ),
    Need("read_message_history", "history", EVERYWHERE),
    Need("send_messages", "send", EVERYWHERE),
    Need("attach_files", "files", frozenset({Place.POLLS})),
    Need("pin_messages", "pin", frozenset({Place.START})),
    Need("create_private_threads", "meet", frozenset({Place.MEETINGS})),
)
"""What the bot does every day, and in which of its channels."""
NOTHING_WITHOUT: Final = frozenset({"view_channel", "send_messages"})
"""Without these Discord takes the later ones of the table away too."""
TIDYING: Final = Need("manage_threads", "tidy", frozenset({Place.HELPDESK}))
"""Only in a help forum: to put tags on posts and to put silent ones away."""
MAKING: Final = Need("manage_channels", "channels", EVERYWHERE)
"""Only to make channels that are not there."""
OPENING: Final = Need("manage_roles", "roles", frozenset({Place.STAFF}))
"""Only to close the channel of staff for others, and to open it for a new role."""
ALL: Final = (*NEEDS, TIDYING, MAKING, OPENING)


@dataclass(frozen=True, slots=True)
class Lack:
    """A permission that is missing in a channel, or with None in the server."""

    need: Need
    channel: Channel | None


def invitation() -> discord.Permissions:
    """Everything the bot asks for when it is invited."""
    return discord.Permissions(**{need.right: True for need in ALL})


def lacking(me: discord.Member, found: Found, settings: CommunitySettings) -> Iterator[Lack]:
    """Every permission that is missing now, for each channel that needs it.

    A channel counts with its own exceptions; where channels are still to be made, the server.
    """
    for place, channel in found.items():
        yield from _lacking_in(me, place, channel)
        mine = channel.permissions_for(me)
        is_forum = isinstance(channel, discord.ForumChannel)
        if is_forum and mine.view_channel and not mine.manage_threads:
            yield Lack(TIDYING, channel)
    staff = found.get(Place.STAFF)
    if staff is not None and not look(staff, settings).is_right:
        mine = staff.permissions_for(me)
        if mine.view_channel and not mine.manage_roles:
            yield Lack(OPENING, staff)
    if len(found) < len(Place):
        for need in (*NEEDS, MAKING):
            if not getattr(me.guild_permissions, need.right):
                yield Lack(need, None)


def _lacking_in(me: discord.Member, place: Place, channel: Channel) -> Iterator[Lack]:
    mine = channel.permissions_for(me)
    for need in _needs_in(place):
        if not getattr(mine, need.right):
            yield Lack(need, channel)
            if need.right in NOTHING_WITHOUT:
                return


def _needs_in(place: Place) -> Iterator[Need]:
    return (need for need in NEEDS if place in need.places)
