"""Groups on the map: a picture, and the same in words."""

import asyncio
import io
import re
from typing import Any, Final

import discord

from bot.pictures.map import Dot, dots_on_map
from bot.search.collectives.listing import Shelf
from bot.services.matching import DirectoryMap
from cogs._client import Interaction
from cogs._ui import Button, SafeButton, attend, reply, say, shown

LONGEST_ALT: Final = 1024
"""Discord's limit for the text beside a picture, in characters."""
MOST_PLACES: Final = 8
"""Places that are named for one province; the rest is counted."""
SHELF: Final = (
    r"(?P<theme>[a-z0-9-]{0,36}):(?P<province>[^\W\d_][\w '-]{0,17}|):(?P<context>[a-z-]{0,12})"
)
"""A shelf in a custom_id."""


def path_of(shelf: Shelf) -> str:
    """The shelf as it stands in a custom_id."""
    return f"{shelf.theme}:{shelf.province}:{shelf.context}"


def shelf_of(match: re.Match[str]) -> Shelf:
    """The shelf in a custom_id; one that does not exist is empty."""
    return Shelf(match["theme"], match["province"], match["context"])


class MapButton(SafeButton, Button, template=rf"groups-map:{SHELF}"):
    """Show where the groups on a shelf are."""

    def __init__(self, shelf: Shelf, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"groups-map:{path_of(shelf)}")
        )
        self.shelf = shelf

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "MapButton":
        """The button behind a custom_id."""
        return cls(shelf_of(match))

    async def press(self, interaction: Interaction) -> None:
        """Draw the map."""
        person = await attend(interaction)
        found = await interaction.client.services.matching.directory.map(person, self.shelf)
        text = map_text(interaction, found)
        picture = await drawn(interaction, found) if found.dots else None
        await reply(interaction, text, files=[picture] if picture else None)


async def drawn(interaction: Interaction, found: DirectoryMap) -> discord.File:
    """The map as a picture, with the same in words beside it."""
    provinces = interaction.client.services.matching.content.provinces
    title = say(interaction, "groups-map-title", count=found.total)
    dots = [Dot(dot.lat, dot.lon, _label(dot.where, dot.count), dot.count) for dot in found.dots]
    png = await asyncio.to_thread(dots_on_map, provinces, dots, title)
    alt = map_text(interaction, found)[:LONGEST_ALT]
    return discord.File(io.BytesIO(png), say(interaction, "groups-map-file"), description=alt)


def map_text(interaction: Interaction, found: DirectoryMap) -> str:
    """Where the groups are, by province."""
    if not found.total:
        return say(interaction, "groups-none")
    lines = [f"**{say(interaction, 'groups-map-title', count=found.total)}**"]
    for province, places in found.by_province:
        named = sorted(places.items(), key=lambda one: (-one[1], one[0]))
        told = ", ".join(_label(shown(where, 60), count) for where, count in named if where)
        if len(named) > MOST_PLACES:
            told = ", ".join(
                _label(shown(where, 60), n) for where, n in named[:MOST_PLACES] if where
            )
            told += say(interaction, "groups-map-more", count=len(named) - MOST_PLACES)
        name = province or say(interaction, "groups-map-unknown")
        head = f"{name} ({sum(places.values())})"
        lines.append(f"{head}: {told}" if told else head)
    return "\n".join(lines)


def _label(where: str, count: int) -> str:
    return f"{where} ({count})" if count > 1 else where
