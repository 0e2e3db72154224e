"""Hearing of new groups: `/melding`, the button below a search, and the message itself."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.matching import Watch
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    reply,
    say,
    shown,
)
from cogs.matching.cards import named, theme_choices
from cogs.matching.groups import ShowButton

LONGEST = 160


class WatchButton(SafeButton, Button, template=r"watch-theme:(?P<theme>[a-z0-9-]{0,36})"):
    """Hear of new groups with this theme, once a week."""

    def __init__(self, theme: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"watch-theme:{theme}")
        )
        self.theme = theme

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "WatchButton":
        """The button behind a custom_id."""
        return cls(match["theme"])

    async def press(self, interaction: Interaction) -> None:
        """Begin, and say how it stops."""
        person = await attend(interaction)
        watch = await interaction.client.services.matching.watches.watch(person, self.theme)
        await told(interaction, watch)


class StopWatchButton(NumberButton, Button, template=numbered("watch-stop")):
    """Hear nothing more."""

    noun = "watch-stop"

    async def press(self, interaction: Interaction) -> None:
        """Stop at once."""
        person = await attend(interaction)
        await interaction.client.services.matching.watches.stop(person, self.id_)
        await reply(interaction, say(interaction, "watch-stopped"))


class WatchCog(commands.Cog):
    """`/melding`."""

    group = app_commands.Group(name="melding", description="command-melding")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="nieuw", description="command-melding-nieuw")
    @app_commands.describe(
        thema="option-find-theme",
        plaats="option-find-place",
        afstand="option-watch-km",
        direct="option-watch-now",
    )
    async def begin(
        self,
        interaction: Interaction,
        thema: app_commands.Range[str, 1, 60] = "",
        plaats: app_commands.Range[str, 1, 80] = "",
        afstand: app_commands.Range[int, 1, 400] = 25,
        direct: bool = False,  # noqa: FBT001, FBT002 - discord.py hands it over by name
    ) -> None:
        """Begin."""
        with self.client.busy():
            person = await attend(interaction)
            watches = self.client.services.matching.watches
            rhythm = "now" if direct else "weekly"
            watch = await watches.watch(person, thema, plaats, km=afstand, rhythm=rhythm)
            await told(interaction, watch)

    @begin.autocomplete("thema")
    async def themes(
        self, interaction: Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        """The themes that have these letters in their name."""
        return theme_choices(interaction, current)

    @group.command(name="lijst", description="command-melding-lijst")
    async def mine(self, interaction: Interaction) -> None:
        """What this person hears of, to stop it."""
        with self.client.busy():
            person = await attend(interaction)
            services, language = self.client.services, language_for(interaction)
            found = await services.matching.watches.mine(person)
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "watch-list" if found else "watch-none")]
            for place, watch in enumerate(found, start=1):
                lines.append(f"{place}. {what_of(services, watch, language)}")
                label = say(interaction, "watch-stop-number", number=place)
                view.add_item(StopWatchButton(watch.id, label))
            await reply(interaction, "\n".join(lines), view)


async def told(interaction: Interaction, watch: Watch) -> None:
    """What happens now, and how to stop it."""
    services, language = interaction.client.services, language_for(interaction)
    what = what_of(services, watch, language)
    view = discord.ui.View(timeout=None)
    view.add_item(StopWatchButton(watch.id, say(interaction, "watch-stop-button")))
    await reply(interaction, say(interaction, "watch-begun", what=what), view)


def what_of(services: Services, watch: Watch, language: str) -> str:
    """What somebody watches, in words."""
    text = services.texts.text
    theme = named(services.matching, (watch.theme,), language)[0] if watch.theme else ""
    parts = [theme or text("watch-every-theme", language)]
    if watch.place:
        place = shown(watch.place, 80)
        parts.append(text("watch-around", language, km=watch.km, place=place))
    parts.append(text(f"watch-{watch.rhythm}", language))
    return ", ".join(parts)


async def render_found(services: Services, delivery: Delivery) -> Rendering:
    """The new groups, and in the message itself the way to stop."""
    text, language = services.texts.text, delivery.language
    ids = [int(one) for one in delivery.facts["ids"]]
    news = await services.matching.watches.news(int(delivery.facts["watch"]), ids)
    watch = news.watch
    if watch is None or not news.cards:
        return Rendering(text("watch-over", language))
    lines = [text("watch-found", language, what=what_of(services, watch, language))]
    for place, card in enumerate(news.cards, start=1):
        who = ", ".join(part for part in (shown(card.name, 80), shown(card.place, 60)) if part)
        lines.append(f"**{place}. {who}**\n{shown(card.description, LONGEST)}")
    if news.more:
        lines.append(text("watch-more", language, count=news.more))

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for place, card in enumerate(news.cards, start=1):
            view.add_item(ShowButton(card.id, text("groups-show", language, number=place)))
        view.add_item(StopWatchButton(watch.id, text("watch-stop-button", language)))
        return view

    return Rendering("\n\n".join(lines), view=view)
