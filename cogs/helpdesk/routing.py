"""`/helpen`: choosing themes to help with and being away; and who can help, on a card."""

import re
from collections.abc import Mapping
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.helpdesk import Helpers, Helping
from cogs._client import Client, Interaction, Services
from cogs._ui import (
    TROUBLE,
    Button,
    PlainButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    language_for,
    number,
    person_of,
    ref,
    reply,
    say,
    shown,
)
from cogs.alerts.following import part_of, parts, picked_in, put, renew, theme_menu

_log = structlog.get_logger("helpdesk-door")


class HelpSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"help-themes:(?P<part>\d)",
):
    """Some of the themes, to help with or not."""

    def __init__(self, part: int, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id=f"help-themes:{part}"))
        self.part = part

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "HelpSelect":
        """The menu behind a custom_id."""
        return cls(int(match["part"]))

    async def press(self, interaction: Interaction) -> None:
        """Help with what was picked."""
        await renew(interaction)
        person = await person_of(interaction)
        routing = interaction.client.services.routing
        offered = part_of(routing.themes, self.part)
        await _show_again(
            interaction, await routing.choose(person, offered, picked_in(interaction))
        )


class HelpAllButton(PlainButton, Button, template=r"help-all"):
    """Help with every theme."""

    noun = "help-all"

    async def press(self, interaction: Interaction) -> None:
        """Help with them."""
        await renew(interaction)
        person = await person_of(interaction)
        await _show_again(interaction, await interaction.client.services.routing.choose_all(person))


class HelpStopButton(PlainButton, Button, template=r"help-stop"):
    """Help with nothing any more; also under each question to an expert."""

    noun = "help-stop"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Stop at once, and say how to begin again."""
        person = await attend(interaction)
        await interaction.client.services.routing.stop(person)
        await reply(interaction, say(interaction, "helpdesk-help-stopped"))


class AwayButton(PlainButton, Button, template=r"help-away"):
    """Be away for a while."""

    noun = "help-away"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Ask until when."""
        await interaction.response.send_modal(AwayForm(interaction))


class AwayForm(SafeModal):
    """Until when somebody is away."""

    pattern = re.compile(r"away-form")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(title=say(interaction, "helpdesk-away-title"), custom_id="away-form")
        hint = say(interaction, "helpdesk-away-hint")[:100]
        text = discord.ui.TextInput(placeholder=hint, max_length=100)
        self.add_item(field("until", say(interaction, "helpdesk-away-label"), text))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Be away, and repeat what was understood."""
        person = await attend(interaction)
        routing = interaction.client.services.routing
        helping = await routing.leave(person, str(values.get("until", "")))
        await reply(interaction, _text(interaction, helping), _view(interaction, helping))


class HereAgainButton(PlainButton, Button, template=r"help-back"):
    """Be there again."""

    noun = "help-back"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Come back at once."""
        person = await attend(interaction)
        helping = await interaction.client.services.routing.come_back(person)
        await reply(interaction, _text(interaction, helping), _view(interaction, helping))


class RoutingCog(commands.Cog):
    """`/helpen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="helpen", description="command-helpen")
    async def help(self, interaction: Interaction) -> None:
        """Choose themes to help with."""
        with self.client.busy():
            person = await attend(interaction)
            helping = await self.client.services.routing.look(person)
            await reply(interaction, _text(interaction, helping), _view(interaction, helping))


async def _show_again(interaction: Interaction, helping: Helping) -> None:
    await put(interaction, _text(interaction, helping), _view(interaction, helping))


def _text(interaction: Interaction, helping: Helping) -> str:
    """What somebody helps with, what follows from it, and whether they are away."""
    services, language = interaction.client.services, language_for(interaction)
    names = tuple(services.helpdesk.theme(theme, language) for theme in helping.themes)
    if helping.is_empty:
        lines = [say(interaction, "helpdesk-help-none")]
    elif helping.everything:
        lines = [say(interaction, "helpdesk-help-all")]
    else:
        lines = [say(interaction, "helpdesk-help-themes", themes=names)[:1200]]
    if not helping.is_empty:
        key = "helpdesk-help-as-staff" if helping.as_staff else "helpdesk-help-as-expert"
        lines.append(say(interaction, key))
    if helping.away_until is not None:
        lines.append(say(interaction, "helpdesk-help-away", until=helping.away_until))
    return "\n".join(lines)


def _view(interaction: Interaction, helping: Helping) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    services, language = interaction.client.services, language_for(interaction)
    count = parts(services.routing.themes)
    for part in range(count):
        select = theme_menu(services, language, part, helping.themes)
        select.custom_id = f"help-themes:{part}"
        select.placeholder = say(interaction, "helpdesk-help-pick", part=part + 1, of=count)[:150]
        view.add_item(HelpSelect(part, select))
    if not helping.everything:
        view.add_item(HelpAllButton(say(interaction, "helpdesk-help-all-button")))
    if not helping.is_empty:
        view.add_item(HelpStopButton(say(interaction, "helpdesk-help-stop-button")))
    if helping.away_until is None:
        view.add_item(AwayButton(say(interaction, "helpdesk-away-button")))
    else:
        view.add_item(HereAgainButton(say(interaction, "helpdesk-back-button")))
    return view


async def helper_lines(client: Client, delivery: Delivery) -> tuple[list[str], tuple[int, ...]]:
    """Lines for a card: who knows the theme, whose turn it is; and the account to mention.

    Only a new card mentions somebody, and only who is staff at this moment.
    """
    services, language = client.services, delivery.language
    question_id = int(delivery.facts["question"])
    helpers = await services.routing.helpers(question_id)
    if helpers.called and delivery.edits is None and not await _is_staff(client, delivery, helpers):
        await services.routing.not_staff(question_id, helpers.called)
        helpers = await services.routing.helpers(question_id)
    lines = _lines(services, language, helpers)
    if not helpers.called or delivery.to_person:
        return lines, ()
    who = number(helpers.called)
    lines.append(services.texts.text("helpdesk-card-called", language, who=f"<@{who}>"))
    return lines, (who,)


def _lines(services: Services, language: str, helpers: Helpers) -> list[str]:
    text, lines = services.texts.text, list[str]()
    if helpers.staff:
        names = tuple(shown(name, 60) for name in helpers.staff)
        lines.append(text("helpdesk-card-helpers", language, names=names)[:300])
    if helpers.experts:
        names = tuple(shown(name, 60) for name in helpers.experts)
        lines.append(text("helpdesk-card-experts", language, names=names)[:300])
    for asked in helpers.consulted[:5]:
        name = shown(asked.name, 60) or text("helpdesk-no-expert-name", language)
        lines.append(text(f"helpdesk-consulted-{asked.state}", language, name=name))
    return lines


async def _is_staff(client: Client, delivery: Delivery, helpers: Helpers) -> bool:
    """Whether who is called has a role of staff now; roles are never read from a copy."""
    channel = client.get_channel(number(delivery.target))
    if not isinstance(channel, discord.abc.GuildChannel):
        return False
    settings = await client.services.setup.of_space(ref(channel.guild.id))
    roles = set() if settings is None else {*settings.staff_roles, *settings.admin_roles}
    try:
        member = await channel.guild.fetch_member(number(helpers.called))
    except discord.NotFound:
        return False
    except TROUBLE as error:
        _log.warning("member-not-asked", error=type(error).__name__)
        return False
    return any(ref(role.id) in roles for role in member.roles)
