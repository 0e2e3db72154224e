"""Writing a policy message: the form, and the preview with its menus and buttons."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.alerts import LONGEST, Alert, State, Wording
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    field,
    language_for,
    numbered,
    origin_of,
    person_of,
    reply,
    say,
    shown,
    think,
)
from cogs.alerts.approval import RetractButton
from cogs.alerts.following import part_of, parts, picked_in, put, renew, theme_menu
from cogs.alerts.reading import alert_text

LINES = ("title", "source_url")
"""The fields of one line; in the others one may press enter."""


class AlertForm(SafeModal):
    """The form: a new message, other words for a draft, or a correction."""

    pattern = re.compile(r"alert-form:(?P<kind>new|change|correct):(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, kind: str, alert: Alert | None = None) -> None:
        number = alert.id if alert else 0
        super().__init__(
            title=say(interaction, "alerts-form-title", kind=kind, number=number),
            custom_id=f"alert-form:{kind}:{number}",
        )
        for name, longest in LONGEST.items():
            is_line = name in LINES
            box: discord.ui.TextInput[Any] = discord.ui.TextInput(
                style=discord.TextStyle.short if is_line else discord.TextStyle.paragraph,
                max_length=longest,
                default=getattr(alert.wording, name) if alert else None,
            )
            key = name.replace("_", "-")
            label_key = "title-field" if name == "title" else key
            label = field(name, say(interaction, f"alerts-form-{label_key}"), box)
            label.description = say(interaction, f"alerts-form-{key}-hint")[:100]
            self.add_item(label)

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep what was typed, and show it."""
        await think_or_renew(interaction)
        person = await person_of(interaction)
        drafts, number = interaction.client.services.alert_drafts, int(match["id"])
        wording = Wording(**{name: str(values.get(name, "")) for name in LONGEST})
        if match["kind"] == "change":
            alert = await drafts.change(person, number, wording)
        elif match["kind"] == "correct":
            alert = await drafts.correct(person, number, wording, origin_of(interaction))
        else:
            alert = await drafts.write(person, wording, origin_of(interaction))
        await show_draft(interaction, alert)


class MomentForm(SafeModal):
    """When the message goes out."""

    pattern = re.compile(r"alert-moment-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, alert_id: int) -> None:
        super().__init__(
            title=say(interaction, "alerts-moment-title"), custom_id=f"alert-moment-form:{alert_id}"
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            max_length=60, placeholder=say(interaction, "alerts-moment-hint")[:100]
        )
        self.add_item(field("moment", say(interaction, "alerts-moment-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep the moment."""
        await think_or_renew(interaction)
        person = await person_of(interaction)
        drafts = interaction.client.services.alert_drafts
        alert = await drafts.plan(person, int(match["id"]), str(values.get("moment", "")))
        await show_draft(interaction, alert)


class ThemeSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"alert-themes:(?P<id>\d{1,18}):(?P<part>\d)",
):
    """Some of the themes, for a draft."""

    def __init__(
        self, alert_id: int, part: int, select: discord.ui.Select[Any] | None = None
    ) -> None:
        custom_id = f"alert-themes:{alert_id}:{part}"
        super().__init__(select or discord.ui.Select(custom_id=custom_id))
        self.alert_id, self.part = alert_id, part

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ThemeSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), int(match["part"]))

    async def press(self, interaction: Interaction) -> None:
        """Take what was picked."""
        await renew(interaction)
        person = await person_of(interaction)
        drafts = interaction.client.services.alert_drafts
        offered = part_of(drafts.themes, self.part)
        picked = picked_in(interaction)
        await show_draft(
            interaction, await drafts.choose_themes(person, self.alert_id, offered, picked)
        )


class RewordButton(NumberButton, Button, template=numbered("alert-change")):
    """Other words."""

    noun = "alert-change"

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        alert = await interaction.client.services.alert_drafts.look(person, self.id_)
        await interaction.response.send_modal(AlertForm(interaction, "change", alert))


class MomentButton(NumberButton, Button, template=numbered("alert-moment")):
    """Send at a moment."""

    noun = "alert-moment"

    async def press(self, interaction: Interaction) -> None:
        """Ask when."""
        await interaction.response.send_modal(MomentForm(interaction, self.id_))


class NowButton(NumberButton, Button, template=numbered("alert-now")):
    """Send at once after approval."""

    noun = "alert-now"

    async def press(self, interaction: Interaction) -> None:
        """Forget the moment."""
        await renew(interaction)
        person = await person_of(interaction)
        alert = await interaction.client.services.alert_drafts.plan(person, self.id_, "")
        await show_draft(interaction, alert)


class AskButton(NumberButton, Button, template=numbered("alert-ask")):
    """Ask a colleague to approve."""

    noun = "alert-ask"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Ask."""
        await renew(interaction)
        person = await person_of(interaction)
        alert = await interaction.client.services.alert_drafts.ask(person, self.id_)
        await show_draft(interaction, alert)


class WritingCog(commands.Cog):
    """`/beleidsbericht`."""

    group = app_commands.Group(name="beleidsbericht", description="command-beleidsbericht")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="schrijf", description="command-beleidsbericht-schrijf")
    async def write(self, interaction: Interaction) -> None:
        """Write a new message."""
        with self.client.busy():
            person = await person_of(interaction)
            await self.client.services.alert_drafts.latest(person)
            await interaction.response.send_modal(AlertForm(interaction, "new"))

    @group.command(name="verder", description="command-beleidsbericht-verder")
    @app_commands.describe(nummer="option-alert-number")
    async def go_on(self, interaction: Interaction, nummer: int) -> None:
        """Go on with a draft."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            await show_draft(
                interaction, await self.client.services.alert_drafts.look(person, nummer)
            )

    @group.command(name="verbeter", description="command-beleidsbericht-verbeter")
    @app_commands.describe(nummer="option-alert-number")
    async def correct(self, interaction: Interaction, nummer: int) -> None:
        """Write other words for a message, sent or not."""
        with self.client.busy():
            person = await person_of(interaction)
            alert = await self.client.services.alert_drafts.look(person, nummer)
            kind = "correct" if alert.state is State.SENT else "change"
            await interaction.response.send_modal(AlertForm(interaction, kind, alert))

    @group.command(name="trek-in", description="command-beleidsbericht-trek-in")
    @app_commands.describe(nummer="option-alert-number")
    async def retract(self, interaction: Interaction, nummer: int) -> None:
        """Ask whether this is the one to take back."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            alert = await self.client.services.alert_drafts.look(person, nummer)
            title = shown(alert.wording.title, LONGEST["title"])
            view = discord.ui.View(timeout=None)
            view.add_item(RetractButton(alert.id, say(interaction, "alerts-retract-button")))
            await reply(
                interaction,
                say(interaction, "alerts-retract-sure", title=title, number=alert.id),
                view,
            )

    @group.command(name="lijst", description="command-beleidsbericht-lijst")
    async def list(self, interaction: Interaction) -> None:
        """Show the newest messages."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            alerts = await self.client.services.alert_drafts.latest(person)
            lines = [
                say(
                    interaction,
                    "alerts-list-line",
                    number=alert.id,
                    title=shown(alert.wording.title, 100),
                    state=alert.state.value,
                    at=alert.sent_at or alert.send_at or alert.written_at,
                )
                for alert in alerts
            ]
            await reply(interaction, "\n".join(lines) or say(interaction, "alerts-list-none"))


async def think_or_renew(interaction: Interaction) -> None:
    """Ask for time; a form that was opened from a preview renews that preview."""
    if interaction.message is None:
        await think(interaction)
    else:
        await renew(interaction)


async def show_draft(interaction: Interaction, alert: Alert) -> None:
    """The message exactly as its readers will see it, and below it what can be done with it."""
    services = interaction.client.services
    text = alert_text(services, alert, language_for(interaction))
    foot = say(
        interaction,
        "alerts-preview",
        number=alert.id,
        state=alert.state.value,
        planned=alert.send_at is not None,
        at=alert.send_at or alert.written_at,
        themes=bool(alert.themes),
        link=not alert.lacks_link,
        correction=alert.is_correction,
    )
    shown_text, view = f"{text}\n-# {foot}", _draft_view(interaction, alert)
    if interaction.message is None:
        await reply(interaction, shown_text, view)
    else:
        await put(interaction, shown_text[:2000], view)


def _draft_view(interaction: Interaction, alert: Alert) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if alert.state not in (State.DRAFT, State.ASKED, State.APPROVED):
        return view
    services = interaction.client.services
    if not alert.is_correction:
        for part in range(parts(services.alert_drafts.themes)):
            select = theme_menu(services, language_for(interaction), part, alert.themes)
            select.custom_id = f"alert-themes:{alert.id}:{part}"
            select.placeholder = say(interaction, "alerts-themes-pick", part=part + 1)[:150]
            view.add_item(ThemeSelect(alert.id, part, select))
    view.add_item(RewordButton(alert.id, say(interaction, "alerts-change-button")))
    if not alert.is_correction:
        view.add_item(MomentButton(alert.id, say(interaction, "alerts-moment-button")))
    if alert.send_at is not None:
        view.add_item(NowButton(alert.id, say(interaction, "alerts-now-button")))
    if alert.state is State.DRAFT:
        view.add_item(AskButton(alert.id, say(interaction, "alerts-ask-button")))
    return view
