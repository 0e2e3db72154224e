"""The forms of a policy message: its words, its moment, and until when readers can do something."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.services.alerts import LONGEST, Alert, Wording
from cogs._client import Interaction
from cogs._ui import SafeModal, field, origin_of, person_of, say, think
from cogs.alerts.following import renew
from cogs.alerts.preview import show_draft

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


class UntilForm(SafeModal):
    """Until when readers can do something."""

    pattern = re.compile(r"alert-until-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, alert: Alert) -> None:
        super().__init__(
            title=say(interaction, "alerts-until-title"), custom_id=f"alert-until-form:{alert.id}"
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            max_length=60,
            required=False,
            placeholder=say(interaction, "alerts-until-hint")[:100],
            default=alert.until_at and say(interaction, "alerts-until-value", at=alert.until_at),
        )
        self.add_item(field("until", say(interaction, "alerts-until-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it."""
        await think_or_renew(interaction)
        person = await person_of(interaction)
        drafts = interaction.client.services.alert_drafts
        alert = await drafts.end_at(person, int(match["id"]), str(values.get("until", "")))
        await show_draft(interaction, alert)


async def think_or_renew(interaction: Interaction) -> None:
    """Ask for time; a form that was opened from a preview renews that preview."""
    if interaction.message is None:
        think(interaction)
    else:
        await renew(interaction)
