"""Following the news by theme: `/abonneren`, `/afmelden`, and the menus behind them."""

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.alerts import Following
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
)
from cogs.alerts.reading import alert_text

MENU = 25
"""Discord shows at most 25 choices in one menu."""


class StopButton(NumberButton, Button, template=numbered("alert-stop")):
    """Under each direct message: no more of these."""

    noun = "alert-stop"

    async def press(self, interaction: Interaction) -> None:
        """Stop at once."""
        await stop(interaction, self.id_)


class FollowButton(PlainButton, Button, template=r"alert-follow-start"):
    """The button on the start message."""

    noun = "alert-follow-start"

    async def press(self, interaction: Interaction) -> None:
        """Show what is followed."""
        await show_following(interaction)


async def stop(interaction: Interaction, alert_id: int | None = None) -> None:
    """Follow nothing any more, and say how to begin again."""
    person = await attend(interaction)
    had = await interaction.client.services.following.stop(person, alert_id)
    view = discord.ui.View(timeout=None)
    view.add_item(FollowButton(say(interaction, "start-follow-button")))
    await reply(interaction, say(interaction, "alerts-stopped", had=had), view)


class FollowSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"alert-follow:(?P<part>\d)",
):
    """Some of the themes, to follow or not."""

    def __init__(self, part: int, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id=f"alert-follow:{part}"))
        self.part = part

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "FollowSelect":
        """The menu behind a custom_id."""
        return cls(int(match["part"]))

    async def press(self, interaction: Interaction) -> None:
        """Follow what was picked."""
        await renew(interaction)
        person = await person_of(interaction)
        service = interaction.client.services.following
        offered = part_of(service.themes, self.part)
        following = await service.choose(person, offered, picked_in(interaction))
        await put(
            interaction, following_text(interaction, following), _view(interaction, following)
        )


class EverythingButton(PlainButton, Button, template=r"alert-follow-all"):
    """Follow every theme."""

    noun = "alert-follow-all"

    async def press(self, interaction: Interaction) -> None:
        """Follow them."""
        await renew(interaction)
        person = await person_of(interaction)
        following = await interaction.client.services.following.follow_all(person)
        await put(
            interaction, following_text(interaction, following), _view(interaction, following)
        )


class NothingButton(PlainButton, Button, template=r"alert-follow-none"):
    """Follow nothing any more."""

    noun = "alert-follow-none"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Stop at once."""
        await renew(interaction)
        person = await person_of(interaction)
        service = interaction.client.services.following
        await service.stop(person)
        following = await service.look(person)
        await put(
            interaction, following_text(interaction, following), _view(interaction, following)
        )


class FollowingCog(commands.Cog):
    """`/abonneren` and `/afmelden`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="abonneren", description="command-abonneren")
    async def follow(self, interaction: Interaction) -> None:
        """Choose themes."""
        with self.client.busy():
            await show_following(interaction)

    @app_commands.command(name="afmelden", description="command-afmelden")
    async def leave(self, interaction: Interaction) -> None:
        """Stop all news."""
        with self.client.busy():
            await stop(interaction)


async def show_following(interaction: Interaction) -> None:
    """What this person follows, with the menus to change it."""
    person = await attend(interaction)
    following = await interaction.client.services.following.look(person)
    await reply(interaction, following_text(interaction, following), _view(interaction, following))


def following_text(interaction: Interaction, following: Following) -> str:
    """What is followed, in words."""
    if following.is_empty:
        return say(interaction, "alerts-follow-none")
    if following.everything:
        return say(interaction, "alerts-follow-all")
    services, language = interaction.client.services, language_for(interaction)
    names = tuple(services.helpdesk.theme(theme, language) for theme in following.themes)
    return say(interaction, "alerts-follow", themes=names)[:2000]


def _view(interaction: Interaction, following: Following) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    services, language = interaction.client.services, language_for(interaction)
    for part in range(parts(services.following.themes)):
        select = theme_menu(services, language, part, following.themes)
        select.custom_id = f"alert-follow:{part}"
        select.placeholder = say(interaction, "alerts-follow-pick", part=part + 1)[:150]
        view.add_item(FollowSelect(part, select))
    if not following.everything:
        view.add_item(EverythingButton(say(interaction, "alerts-follow-all-button")))
    if not following.is_empty:
        view.add_item(NothingButton(say(interaction, "alerts-stop-button")))
    return view


def parts(themes: Sequence[str]) -> int:
    """How many menus all themes need."""
    return -(-len(themes) // MENU)


def part_of(themes: Sequence[str], part: int) -> tuple[str, ...]:
    """The themes of one menu; the menus are about equally long."""
    size = -(-len(themes) // max(1, parts(themes)))
    return tuple(themes[part * size : (part + 1) * size])


def theme_menu(
    services: Services, language: str, part: int, chosen: Sequence[str]
) -> discord.ui.Select[Any]:
    """A menu of themes with the chosen ones marked; the caller gives it a custom_id."""
    themes = part_of(services.following.themes, part)
    return discord.ui.Select(
        min_values=0,
        max_values=len(themes),
        options=[
            discord.SelectOption(
                label=services.helpdesk.theme(theme, language)[:100],
                value=theme,
                default=theme in chosen,
            )
            for theme in themes
        ],
    )


def picked_in(interaction: Interaction) -> tuple[str, ...]:
    """What was picked in a menu; untrusted."""
    return tuple(str(value) for value in (interaction.data or {}).get("values", []))


async def renew(interaction: Interaction) -> None:
    """Ask for time; the answer takes the place of the message that was pressed."""
    await interaction.response.defer()


async def put(interaction: Interaction, text: str, view: discord.ui.View) -> None:
    """Show this in the place of the message that was pressed, after `renew`."""
    await interaction.edit_original_response(content=text, view=view)


async def render_dm(services: Services, delivery: Delivery) -> Rendering:
    """The message to somebody who follows one of its themes."""
    alert = await services.alerts.look(int(delivery.facts["alert"]))

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        label = services.texts.text("alerts-stop-button", delivery.language)
        view.add_item(StopButton(alert.id, label))
        return view

    return Rendering(alert_text(services, alert, delivery.language), view=view)
