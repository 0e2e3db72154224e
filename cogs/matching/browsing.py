"""`/groepen`: all groups, by theme, province and kind of place, page after page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.search.collectives.listing import Shelf
from bot.services.matching import DirectoryPage, Listed
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    PlainButton,
    SafeButton,
    attend,
    language_for,
    reply,
    say,
    shown,
)
from cogs.matching.cards import named
from cogs.matching.groups import MakeButton, ShowButton
from cogs.matching.maps import SHELF, MapButton, path_of, shelf_of

EVERYTHING: Final = "-"
"""The choice that takes a limit away."""
MOST_OPTIONS: Final = 25
LONGEST_LINE: Final = 110


class BrowseButton(PlainButton, Button, template=r"groups"):
    """Look at all groups."""

    noun = "groups"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Show the first page."""
        await browse(interaction, Shelf())


class PageButton(SafeButton, Button, template=rf"groups-page:(?P<page>\d{{1,5}}):{SHELF}"):
    """Another page of the same shelf."""

    def __init__(self, page: int, shelf: Shelf, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-", custom_id=f"groups-page:{page}:{path_of(shelf)}"
            )
        )
        self.page, self.shelf = page, shelf

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "PageButton":
        """The button behind a custom_id."""
        return cls(int(match["page"]), shelf_of(match))

    async def press(self, interaction: Interaction) -> None:
        """Show it."""
        await browse(interaction, self.shelf, self.page)


class ShelfSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=rf"groups-pick-(?P<facet>theme|province|context):{SHELF}",
):
    """Look at fewer groups, or at more again."""

    def __init__(
        self, facet: str, shelf: Shelf, options: list[discord.SelectOption], label: str = ""
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"groups-pick-{facet}:{path_of(shelf)}",
                placeholder=label[:150] or None,
                options=options,
            )
        )
        self.facet, self.shelf = facet, shelf

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ShelfSelect":
        """The menu behind a custom_id."""
        nothing = [discord.SelectOption(label="-", value=EVERYTHING)]
        return cls(match["facet"], shelf_of(match), nothing)

    async def press(self, interaction: Interaction) -> None:
        """Show the first page of what was picked."""
        picked = "".join(str(value) for value in (interaction.data or {}).get("values", []))
        value = "" if picked == EVERYTHING else picked[:48]
        await browse(interaction, replace(self.shelf, **{self.facet: value}))


async def browse(interaction: Interaction, shelf: Shelf, page: int = 1) -> None:
    """Show a page, to this person only."""
    person = await attend(interaction)
    found = await interaction.client.services.matching.directory.browse(person, shelf, page)
    await reply(interaction, page_text(interaction, found), page_view(interaction, found))


def page_text(interaction: Interaction, found: DirectoryPage) -> str:
    """The groups of one page, a line or two each."""
    chosen = ", ".join(_names(interaction, found.shelf))
    if not found.total:
        return say(interaction, "groups-none")
    key = "groups-title-chosen" if chosen else "groups-title"
    lines = [say(interaction, key, count=found.total, chosen=chosen)]
    heading = say(interaction, "groups-partners")
    for place, one in enumerate(found.groups, start=1):
        if one.is_partner and not (place > 1 and found.groups[place - 2].is_partner):
            lines.append(f"**{heading}**")
        lines.append(_line(place, one))
    if found.pages > 1:
        lines.append(say(interaction, "groups-page", page=found.page, pages=found.pages))
    return "\n\n".join(lines)


def page_view(interaction: Interaction, found: DirectoryPage) -> discord.ui.View:
    """Menus to look at fewer, a button for each group, and for the pages and the map."""
    view = discord.ui.View(timeout=None)
    shelf = found.shelf
    for facet, options in (
        ("theme", _themes(interaction, found)),
        ("province", _provinces(interaction, found)),
        ("context", _contexts(interaction, found)),
    ):
        if len(options) > 1:
            label = say(interaction, f"groups-pick-{facet}")
            view.add_item(ShelfSelect(facet, shelf, options, label))
    for place, one in enumerate(found.groups, start=1):
        view.add_item(ShowButton(one.card.id, say(interaction, "groups-show", number=place)))
    if found.page > 1:
        view.add_item(PageButton(found.page - 1, shelf, say(interaction, "groups-back")))
    if found.page < found.pages:
        view.add_item(PageButton(found.page + 1, shelf, say(interaction, "groups-on")))
    if found.total:
        view.add_item(MapButton(shelf, say(interaction, "groups-map-button")))
    else:
        view.add_item(MakeButton(say(interaction, "matching-make-button")))
    return view


def _line(place: int, one: Listed) -> str:
    name, where = shown(one.card.name, 80), shown(one.where, 60)
    head = f"**{place}. {name}**, {where}" if where else f"**{place}. {name}**"
    return f"{head}\n{shown(one.card.description, LONGEST_LINE)}"


def _names(interaction: Interaction, shelf: Shelf) -> Iterable[str]:
    """What was chosen, in words."""
    matching, language = interaction.client.services.matching, language_for(interaction)
    group = {
        one.id: one.name_en if language == "en" else one.name_nl for one in matching.content.groups
    }
    for one in (shelf.theme, shelf.context):
        if one:
            yield group.get(one) or named(matching, (one,), language)[0]
    if shelf.province:
        yield shelf.province


def _themes(interaction: Interaction, found: DirectoryPage) -> list[discord.SelectOption]:
    """The groups of themes; within a group that was chosen, its themes."""
    content, language = interaction.client.services.matching.content, language_for(interaction)
    parents = {theme.id: theme.parent for theme in content.themes}
    chosen = found.shelf.theme
    inside = parents.get(chosen, chosen)
    ids = [group.id for group in content.groups]
    if chosen:
        ids = [inside, *(one for one, parent in parents.items() if parent == inside)]
    names = {
        one.id: one.name_en if language == "en" else one.name_nl
        for one in (*content.groups, *content.themes)
    }
    return _options(
        interaction, chosen, found.themes, {one: names[one] for one in ids if one in names}
    )


def _provinces(interaction: Interaction, found: DirectoryPage) -> list[discord.SelectOption]:
    names = {name: name for name in sorted(found.provinces)}
    return _options(interaction, found.shelf.province, found.provinces, names)


def _contexts(interaction: Interaction, found: DirectoryPage) -> list[discord.SelectOption]:
    matching, language = interaction.client.services.matching, language_for(interaction)
    ids = tuple(value.id for value in matching.content.facet("context").values)
    names = dict(zip(ids, named(matching, ids, language), strict=True))
    return _options(interaction, found.shelf.context, found.contexts, names)


def _options(
    interaction: Interaction, chosen: str, counts: Mapping[str, int], names: Mapping[str, str]
) -> list[discord.SelectOption]:
    """What there is to choose, with how many groups it has; first of all: no limit."""
    options = [
        discord.SelectOption(
            label=f"{name} ({counts[id_]})"[:100], value=id_, default=id_ == chosen
        )
        for id_, name in names.items()
        if counts.get(id_)
    ]
    if not options and not chosen:
        return []
    everything = discord.SelectOption(
        label=say(interaction, "groups-everything"), value=EVERYTHING, default=not chosen
    )
    return [everything, *options][:MOST_OPTIONS]


class BrowseCog(commands.Cog):
    """`/groepen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="groepen", description="command-groepen")
    async def browse(self, interaction: Interaction) -> None:
        """Show the first page."""
        with self.client.busy():
            await browse(interaction, Shelf())
