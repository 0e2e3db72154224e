"""The preview of a policy message, and what can be done with it from there."""

import re
from typing import Any

import discord

from bot.services.alerts import Alert, State
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
)
from cogs.alerts.following import part_of, parts, picked_in, put, renew, theme_menu
from cogs.alerts.reading import alert_text


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
        from cogs.alerts.forms import AlertForm

        person = await person_of(interaction)
        alert = await interaction.client.services.alert_drafts.look(person, self.id_)
        await interaction.response.send_modal(AlertForm(interaction, "change", alert))


class MomentButton(NumberButton, Button, template=numbered("alert-moment")):
    """Send at a moment."""

    noun = "alert-moment"

    async def press(self, interaction: Interaction) -> None:
        """Ask when."""
        from cogs.alerts.forms import MomentForm

        person = await person_of(interaction)
        await interaction.client.services.alert_drafts.look(person, self.id_)
        await interaction.response.send_modal(MomentForm(interaction, self.id_))


class UntilButton(NumberButton, Button, template=numbered("alert-until")):
    """Until when readers can do something."""

    noun = "alert-until"

    async def press(self, interaction: Interaction) -> None:
        """Ask until when, with what is there."""
        from cogs.alerts.forms import UntilForm

        person = await person_of(interaction)
        alert = await interaction.client.services.alert_drafts.look(person, self.id_)
        await interaction.response.send_modal(UntilForm(interaction, alert))


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


class TakeOverButton(NumberButton, Button, template=numbered("alert-take")):
    """Become the writer of a message whose writer is no longer staff."""

    noun = "alert-take"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Take it over, and show it to this person only."""
        person = await attend(interaction)
        alert = await interaction.client.services.alert_drafts.take_over(person, self.id_)
        text, view = draft_parts(interaction, alert)
        await reply(interaction, text, view)


async def show_draft(interaction: Interaction, alert: Alert) -> None:
    """The preview; in the place of the one that was pressed, when there is one."""
    text, view = draft_parts(interaction, alert)
    if interaction.message is None:
        await reply(interaction, text, view)
    else:
        await put(interaction, text[:2000], view)


def draft_parts(interaction: Interaction, alert: Alert) -> tuple[str, discord.ui.View]:
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
    return f"{text}\n-# {foot}", _draft_view(interaction, alert)


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
    view.add_item(UntilButton(alert.id, say(interaction, "alerts-until-button")))
    if alert.send_at is not None:
        view.add_item(NowButton(alert.id, say(interaction, "alerts-now-button")))
    if alert.state is State.DRAFT:
        view.add_item(AskButton(alert.id, say(interaction, "alerts-ask-button")))
    return view
