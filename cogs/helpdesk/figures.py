"""`/helpdesk cijfers`: how the help desk is doing, as text, picture and file."""

import asyncio
import io
import re
from decimal import Decimal
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.pictures.bars import Bar, bars
from bot.services.helpdesk.days.figures import MOST_MONTHS, SMALLEST, Figures, Line
from bot.texts import month
from cogs._client import Client, Interaction
from cogs._ui import Button, SafeButton, attend, language_for, reply, say

USUAL_MONTHS = 3
MOST_THEMES = 15
LONGEST_ALT = 1024
"""Discord's limit for the text beside a picture, in characters."""
HOUR_S = 3600
COLUMNS = (
    "month", "theme", "asked", "by-article", "by-person", "first", "last", "happy", "unhappy",
)  # fmt: skip


class FileButton(SafeButton, Button, template=r"figures-file:(?P<months>\d{1,2})"):
    """The figures as a workbook."""

    def __init__(self, months: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"figures-file:{months}")
        )
        self.months = months

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "FileButton":
        """The button behind a custom_id."""
        return cls(int(match["months"]))

    async def press(self, interaction: Interaction) -> None:
        """Give the file to this person only."""
        person = await attend(interaction)
        found = await interaction.client.services.figures.read(person, self.months)
        from bot.spreadsheets import write_xlsx

        columns = [say(interaction, f"figures-column-{name}") for name in COLUMNS]
        table = await asyncio.to_thread(write_xlsx, columns, _table(interaction, found))
        name = f"helpdesk-{max(found.months):%Y-%m}.xlsx"
        await reply(
            interaction,
            say(interaction, "figures-file"),
            files=[discord.File(io.BytesIO(table), name)],
        )


class FiguresCog(commands.Cog):
    """`/helpdesk`."""

    group = app_commands.Group(name="helpdesk", description="command-helpdesk")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="cijfers", description="command-helpdesk-cijfers")
    @app_commands.describe(maanden="option-figures-months")
    async def figures(
        self,
        interaction: Interaction,
        maanden: app_commands.Range[int, 1, MOST_MONTHS] = USUAL_MONTHS,
    ) -> None:
        """Counts, times and a picture."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.figures.read(person, maanden)
            if not found.total.asked:
                await reply(interaction, say(interaction, "figures-none"))
                return
            picture = await asyncio.to_thread(_picture, interaction, found)
            view = discord.ui.View(timeout=None)
            view.add_item(FileButton(maanden, say(interaction, "figures-file-button")))
            await reply(interaction, _text(interaction, found), view, [picture])


def _text(interaction: Interaction, found: Figures) -> str:
    """The whole in words, for who does not see the picture too."""
    total, open_by_age = found.total, found.open_by_age
    lines = [f"**{say(interaction, 'figures-title', months=len(found.months))}**"]
    lines.append(say(interaction, "figures-total", **_facts(total)))
    if total.first_s is not None:
        lines.append(say(interaction, "figures-first", first_s=round(total.first_s)))
    if total.last_s is not None:
        lines.append(say(interaction, "figures-last", last_s=round(total.last_s)))
    if total.happy + total.unhappy:
        lines.append(say(interaction, "figures-happy", happy=total.happy, unhappy=total.unhappy))
    ages = dict(zip(("fresh", "week", "older"), open_by_age, strict=True))
    lines.append(say(interaction, "figures-open", open=sum(open_by_age), **ages))
    lines += ["", say(interaction, "figures-months"), *_months(interaction, found)]
    lines += ["", say(interaction, "figures-themes")]
    for theme, line in list(found.themes.items())[:MOST_THEMES]:
        name = _theme(interaction, theme)
        lines.append(say(interaction, "figures-theme", theme=name, **_facts(line)))
    lines.append(f"-# {say(interaction, 'figures-about', smallest=SMALLEST)}")
    return "\n".join(lines)


def _months(interaction: Interaction, found: Figures) -> list[str]:
    language = language_for(interaction)
    return [
        say(interaction, "figures-month", month=month(day, language), **_facts(line))
        for day, line in found.months.items()
    ]


def _picture(interaction: Interaction, found: Figures) -> discord.File:
    language = language_for(interaction)
    title = say(interaction, "figures-picture")
    rows = [
        Bar(
            month(day, language),
            line.asked,
            say(interaction, "figures-picture-note", count=line.by_article),
        )
        for day, line in found.months.items()
    ]
    alt = "\n".join([title, *_months(interaction, found)])[:LONGEST_ALT]
    return discord.File(io.BytesIO(bars(title, rows)), "cijfers.png", description=alt)


def _table(interaction: Interaction, found: Figures) -> list[list[str | int | Decimal | None]]:
    """A row for each month and theme, oldest first."""
    return [
        [
            f"{day:%Y-%m}",
            _theme(interaction, theme),
            line.asked,
            line.by_article,
            line.by_person,
            _hours(line.first_s),
            _hours(line.last_s),
            line.happy,
            line.unhappy,
        ]
        for (day, theme), line in sorted(
            found.cells.items(), key=lambda cell: (cell[0][0], cell[0][1] is None, -cell[1].asked)
        )
    ]


def _facts(line: Line) -> dict[str, int]:
    return {
        "asked": line.asked,
        "by_article": line.by_article,
        "by_person": line.by_person,
    }


def _theme(interaction: Interaction, theme: str | None) -> str:
    if theme is None:
        return say(interaction, "figures-rest")
    return interaction.client.services.helpdesk.theme(theme, language_for(interaction))


def _hours(seconds: float | None) -> Decimal | None:
    return None if seconds is None else round(Decimal(seconds) / HOUR_S, 1)
