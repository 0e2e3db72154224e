"""`/zoek` and the button "Vind een groep"."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.search.collectives import Difference
from bot.services.matching import Findings, Wish
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    PlainButton,
    SafeButton,
    SafeModal,
    attend,
    language_for,
    reply,
    say,
    shown,
)
from cogs.matching.asking import IntroduceButton
from cogs.matching.browsing import BrowseButton
from cogs.matching.cards import found_text, theme_choices
from cogs.matching.groups import MakeButton
from cogs.matching.maps import drawn
from cogs.matching.watching import WatchButton


class FindForm(SafeModal):
    """The form behind "Vind een groep"."""

    pattern = re.compile(r"find-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "matching-find-title"), custom_id="find-form")
        for name, style, longest in (
            ("text", discord.TextStyle.paragraph, 500),
            ("place", discord.TextStyle.short, 80),
        ):
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, f"matching-find-{name}")[:45],
                    description=say(interaction, f"matching-find-{name}-hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=name, style=style, max_length=longest, required=False
                    ),
                )
            )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Search."""
        wish = Wish(text=str(values.get("text", "")), place=str(values.get("place", "")))
        await find(interaction, wish)


class FindButton(PlainButton, Button, template=r"find"):
    """Find a group."""

    noun = "find"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(FindForm(interaction))


class OthersButton(
    SafeButton,
    Button,
    template=r"others-(?P<way>motive|context):(?P<theme>[a-z0-9-]{1,36}):(?P<context>[a-z-]{0,12})",
):
    """The same theme with another motive or in another kind of place."""

    def __init__(self, way: str, theme: str, context: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"others-{way}:{theme}:{context}")
        )
        self.way, self.theme, self.context = way, theme, context

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "OthersButton":
        """The button behind a custom_id."""
        return cls(match["way"], match["theme"], match["context"])

    async def press(self, interaction: Interaction) -> None:
        """Search again."""
        different = Difference(self.way)
        await find(interaction, Wish(theme=self.theme, context=self.context, different=different))


async def find(interaction: Interaction, wish: Wish) -> None:
    """Search and show what fits, to this person only."""
    person = await attend(interaction)
    matching = interaction.client.services.matching
    findings = await matching.finder.find(person, wish)
    ids = tuple(found.card.id for found in (*findings.found, *findings.partners))
    places = await matching.directory.map_of(person, ids)
    pictures = [await drawn(interaction, places)] if places.dots else []
    text, view = findings_text(interaction, findings), findings_view(interaction, findings)
    await reply(interaction, text, view, pictures)


def findings_text(interaction: Interaction, findings: Findings) -> str:
    """What was found, one sentence of why for each, and what to do next."""
    services, language = interaction.client.services, language_for(interaction)
    lines: list[str] = []
    if findings.unknown_place:
        place = shown(findings.unknown_place, 80)
        lines.append(say(interaction, "matching-unknown-place", place=place))
    movement = _movement_lines(interaction, findings.theme)
    if not findings.found:
        return "\n\n".join([*lines, say(interaction, "matching-nothing-found"), *movement])
    key = "matching-found-by" if findings.by else "matching-found"
    count = len(findings.found)
    lines.append(say(interaction, key, count=count, name=shown(findings.by, 80)))
    lines += [
        found_text(services, found, place, language)
        for place, found in enumerate(findings.found, start=1)
    ]
    if findings.partners:
        lines.append(f"**{say(interaction, 'groups-partners')}**")
        start = len(findings.found) + 1
        lines += [
            found_text(services, found, place, language)
            for place, found in enumerate(findings.partners, start=start)
        ]
    key = "matching-next-introduce" if findings.may_introduce else "matching-next-make"
    return "\n\n".join([*lines, *movement, say(interaction, key)])


def _movement_lines(interaction: Interaction, theme: str) -> list[str]:
    """The sister movement that knows more of this theme (M13)."""
    movement = interaction.client.services.matching.content.movements.get(theme)
    if movement is None:
        return []
    facts = {
        "name": movement.name,
        "about": movement.about(language_for(interaction)),
        "site": movement.site or "none",
    }
    return [say(interaction, "matching-movement", **facts)]


def findings_view(interaction: Interaction, findings: Findings) -> discord.ui.View:
    """A button to meet each group, or to make an own profile first."""
    view = discord.ui.View(timeout=None)
    if not findings.found:
        view.add_item(BrowseButton(say(interaction, "groups-all-button")))
        view.add_item(WatchButton(findings.theme, say(interaction, "watch-button")))
        return view
    if findings.may_introduce:
        for place, found in enumerate((*findings.found, *findings.partners), start=1):
            label = say(interaction, "matching-introduce-number", number=place)
            view.add_item(IntroduceButton(found.card.id, label))
    else:
        view.add_item(MakeButton(say(interaction, "matching-make-button")))
    for way in findings.others:
        label = say(interaction, f"matching-others-{way}")
        view.add_item(OthersButton(way, findings.theme, findings.context, label))
    return view


class SearchCog(commands.Cog):
    """`/zoek`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="zoek", description="command-zoek")
    @app_commands.describe(
        tekst="option-find-text", thema="option-find-theme", plaats="option-find-place"
    )
    async def search(
        self,
        interaction: Interaction,
        tekst: app_commands.Range[str, 1, 500] = "",
        thema: app_commands.Range[str, 1, 60] = "",
        plaats: app_commands.Range[str, 1, 80] = "",
    ) -> None:
        """Search in one line."""
        with self.client.busy():
            await find(interaction, Wish(text=tekst, theme=thema, place=plaats))

    @search.autocomplete("thema")
    async def themes(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """The themes that have these letters in their name."""
        return theme_choices(interaction, current)
