"""When the help desk is open, and what it promises: the text, two buttons and their forms."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.communities import WEEK, CommunitySettings
from cogs._client import Interaction
from cogs._ui import Button, PlainButton, SafeModal, attend, field, person_of, reply, say


class HoursButton(PlainButton, Button, template=r"setup-hours"):
    """Choose other opening hours."""

    noun = "setup-hours"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        person = await person_of(interaction)
        settings = await interaction.client.services.setup.look(person)
        await interaction.response.send_modal(HoursForm(interaction, settings))


class HoursForm(SafeModal):
    """Some weekdays, and from when till when the help desk is open then."""

    pattern = re.compile(r"hours-form")

    def __init__(self, interaction: Interaction, settings: CommunitySettings) -> None:
        super().__init__(title=say(interaction, "setup-hours-title"), custom_id="hours-form")
        days: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="days",
            min_values=1,
            max_values=WEEK,
            options=[
                discord.SelectOption(
                    label=say(interaction, f"setup-weekday-{day}"),
                    value=str(day),
                    default=day in settings.hours,
                )
                for day in range(WEEK)
            ],
        )
        label = say(interaction, "setup-hours-days")[:45]
        self.add_item(discord.ui.Label(text=label, component=days))
        hint = say(interaction, "setup-hours-hint")
        span = discord.ui.TextInput(placeholder=hint, max_length=40)
        self.add_item(field("span", say(interaction, "setup-hours-span"), span))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Be open then."""
        person = await attend(interaction)
        days = [int(day) for day in values.get("days", []) if str(day) in "0123456" and day]
        span = str(values.get("span", ""))
        await interaction.client.services.hours.put_hours(person, days, span)
        await show_hours(interaction)


class PromisesButton(PlainButton, Button, template=r"setup-promises"):
    """Promise something else."""

    noun = "setup-promises"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        person = await person_of(interaction)
        settings = await interaction.client.services.setup.look(person)
        await interaction.response.send_modal(PromisesForm(interaction, settings))


class PromisesForm(SafeModal):
    """How soon staff answer, when a post counts as silent, and when staff hear of what."""

    pattern = re.compile(r"promises-form")

    def __init__(self, interaction: Interaction, settings: CommunitySettings) -> None:
        super().__init__(title=say(interaction, "setup-promises-title"), custom_id="promises-form")
        for name, value in (("goal", settings.goal_days), ("idle", settings.idle_days)):
            box = discord.ui.TextInput(default=str(value), max_length=2)
            self.add_item(field(name, say(interaction, f"setup-promises-{name}"), box))
        call: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="call",
            required=False,
            min_values=0,
            options=[
                discord.SelectOption(
                    label=say(interaction, "setup-promises-call-yes")[:100],
                    value="yes",
                    default=settings.calls_staff,
                )
            ],
        )
        day: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="day",
            required=False,
            min_values=0,
            options=[
                discord.SelectOption(
                    label=say(interaction, f"setup-weekday-{one}"),
                    value=str(one),
                    default=one == settings.weekly.day,
                )
                for one in range(WEEK)
            ],
        )
        label = say(interaction, "setup-weekly-day")[:45]
        self.add_item(discord.ui.Label(text=label, component=day))
        at = discord.ui.TextInput(default=_clock(settings.weekly.at), max_length=10)
        self.add_item(field("at", say(interaction, "setup-weekly-at"), at))
        label = say(interaction, "setup-promises-call")[:45]
        self.add_item(discord.ui.Label(text=label, component=call))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Promise it."""
        person = await attend(interaction)
        await interaction.client.services.hours.put_promises(
            person,
            str(values.get("goal", "")),
            str(values.get("idle", "")),
            calls_staff="yes" in values.get("call", []),
            weekly=(next(iter(values.get("day", [])), ""), str(values.get("at", ""))),
        )
        await show_hours(interaction)


async def show_hours(interaction: Interaction) -> None:
    """The hours and promises of now, with the buttons to change them."""
    person = await attend(interaction)
    settings = await interaction.client.services.setup.look(person)
    days = tuple(
        say(
            interaction,
            "setup-hours-day",
            day=say(interaction, f"setup-weekday-{day}"),
            **{"from": _clock(settings.hours[day][0]), "till": _clock(settings.hours[day][1])},
        )
        for day in range(WEEK)
        if day in settings.hours
    )
    hours = say(interaction, "setup-hours", days=days) if days else ""
    lines = [
        hours or say(interaction, "setup-hours-never"),
        say(
            interaction,
            "setup-promises",
            goal=settings.goal_days,
            idle=settings.idle_days,
            calls=settings.calls_staff,
        ),
        say(
            interaction,
            "setup-weekly",
            day=say(interaction, f"setup-weekday-{settings.weekly.day}"),
            at=_clock(settings.weekly.at),
        ),
    ]
    view = discord.ui.View(timeout=None)
    view.add_item(HoursButton(say(interaction, "setup-hours-button")))
    view.add_item(PromisesButton(say(interaction, "setup-promises-button")))
    await reply(interaction, "\n".join(lines), view)


def _clock(minutes: int) -> str:
    """Minutes of the day as people write a time: 9.00."""
    return f"{minutes // 60}.{minutes % 60:02}"
