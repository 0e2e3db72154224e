"""Quarantine: several simcord previews of one Env at once, for simcord 3.2.1; see `_simcord.py`."""

from dataclasses import dataclass
from typing import Any

import simcord
from simcord.preview import Preview

from cogs._practice import _simcord


@dataclass(slots=True)
class Room:
    """One channel as one person sees it."""

    preview: Preview
    mark: int = -1

    @property
    def capability(self) -> str:
        """The secret that opens this room."""
        return self.preview.capability

    @property
    def origin(self) -> str:
        """Where simcord serves this room."""
        return self.preview.url.partition("/#")[0]


class Rooms:
    """Open previews, one per (channel, person), all of one Env; simcord itself allows only one.

    simcord keeps the one active preview in `env._preview`; here it is the room whose turn it is.
    Call everything but `find` in one task at a time.
    """

    def __init__(self, env: simcord.Env, *, timezone: str) -> None:
        self._env = env
        self._timezone = timezone
        self._rooms: dict[tuple[int, int, str], Room] = {}
        self._by_capability: dict[str, Room] = {}

    async def open(
        self, channel: simcord.ChannelHandle, viewer: _simcord.Viewer, *, locale: str
    ) -> Room:
        """The room of this channel for this person.

        `viewer` is the member, or the user for their talk with the bot.
        Raises: simcord.SetupError when it is closed to them.
        """
        key = (channel.id, viewer.id, locale)
        if key not in self._rooms:
            self._env._preview = None  # noqa: SLF001 - see the class
            preview = self._env.preview(
                channel, viewers=(viewer,), layout="channel", locale=locale, timezone=self._timezone
            )
            await preview.__aenter__()
            room = Room(preview, _simcord.change_mark(self._env))
            self._rooms[key] = self._by_capability[room.capability] = room
        return self._rooms[key]

    def find(self, capability: str | None) -> Room | None:
        """The room that this secret opens."""
        return self._by_capability.get(capability or "")

    def admit(self, room: Room, context: str | None, body: dict[str, Any]) -> dict[str, Any]:
        """Make it this room's turn and let an action count that was made on a slightly older view.

        simcord refuses an action when anything was published since the browser last looked, which
        with several people is often; it still checks that the button, person and channel are there.
        """
        self._env._preview = room.preview  # noqa: SLF001 - see the class
        page = room.preview._pages.get(context or "")  # noqa: SLF001
        if page is None or "published_revision" not in body:
            return body
        return {**body, "published_revision": page.revision}

    def portrait(self, room: Room, context: str | None, asset: str) -> bytes | None:
        """The PNG behind this asset when it is somebody's portrait, else None.

        Ours need no check; simcord starts a process for each picture that it has not seen.
        """
        page = room.preview._pages.get(context or "")  # noqa: SLF001
        record = page.assets.get(asset) if page is not None else None
        if record is None or record.source is None or record.source[0] != "user_avatar":
            return None
        _, user_id, avatar = record.source
        return _simcord.get_portrait(self._env, user_id, avatar)

    async def refresh(self) -> None:
        """Show what happened to every browser that looks at a room."""
        for room in tuple(self._rooms.values()):
            mark = _simcord.change_mark(self._env)
            watched = len(room.preview._pages) > 1  # noqa: SLF001 - the first is simcord's own
            if watched and room.mark != mark:
                self._env._preview = room.preview  # noqa: SLF001
                await room.preview.refresh()
                room.mark = _simcord.change_mark(self._env)

    async def close(self) -> None:
        """Close all rooms."""
        for room in self._rooms.values():
            await room.preview.close()
        self._rooms.clear()
        self._by_capability.clear()
