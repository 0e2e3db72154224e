"""`/groepenlijst`: groups from and to a file, for admins; and likely duplicates, for staff."""

import asyncio
import io
import re
from typing import Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import BadInput
from bot.people import Person
from bot.rights import Action
from bot.services.matching.duplicates import Pair
from bot.services.matching.imports import COLUMNS, ImportReport, Outcome
from bot.spreadsheets import MAX_BYTES, SheetTooLarge, Table, read_table, write_csv, write_xlsx
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
from cogs.matching.cards import card_text, found_text
from cogs.matching.groups import ShowButton

MOST_LINES: Final = 15
"""Lines of a file that are told about in one message; the rest is counted."""


class NoFile(BadInput):
    """The message with the file is gone, or has none."""

    key = "sheets-no-file"
    code = "G11"


class TakeInButton(PlainButton, Button, template=r"groups-import"):
    """Take the file in that stands above the button."""

    noun = "groups-import"

    async def press(self, interaction: Interaction) -> None:
        """Read it again and take it in, all lines or none."""
        person = await attend(interaction)
        person.need(Action.IMPORT)
        message = interaction.message
        if message is None or not message.attachments:
            raise NoFile
        table = await _table(message.attachments[0])
        imports = interaction.client.services.matching.imports
        report = await imports.apply(person.community_id, table)
        await reply(interaction, report_text(interaction, report, dry=False))


class MergeButton(
    SafeButton, Button, template=r"groups-merge:(?P<keep>\d{1,18}):(?P<gone>\d{1,18})"
):
    """Make two profiles one."""

    def __init__(self, keep: int, gone: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-",
                style=discord.ButtonStyle.primary,
                custom_id=f"groups-merge:{keep}:{gone}",
            )
        )
        self.keep, self.gone = keep, gone

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "MergeButton":
        """The button behind a custom_id."""
        return cls(int(match["keep"]), int(match["gone"]))

    async def press(self, interaction: Interaction) -> None:
        """Merge, and show what became of it."""
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        card = await services.matching.duplicates.merge(person, self.keep, self.gone)
        done = say(interaction, "duplicate-merged", name=shown(card.name, 80))
        await reply(interaction, f"{done}\n\n{card_text(services, card, language)}")


class DistinctButton(
    SafeButton, Button, template=r"groups-distinct:(?P<one>\d{1,18}):(?P<other>\d{1,18})"
):
    """These are two groups."""

    def __init__(self, one: int, other: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(label=label[:80] or "-", custom_id=f"groups-distinct:{one}:{other}")
        )
        self.one, self.other = one, other

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "DistinctButton":
        """The button behind a custom_id."""
        return cls(int(match["one"]), int(match["other"]))

    async def press(self, interaction: Interaction) -> None:
        """Keep that, and show the next pair."""
        person = await attend(interaction)
        duplicates = interaction.client.services.matching.duplicates
        await duplicates.say_distinct(person, self.one, self.other)
        await show_pair(interaction, person, say(interaction, "duplicate-distinct"))


class SheetsCog(commands.Cog):
    """`/groepenlijst`."""

    group = app_commands.Group(name="groepenlijst", description="command-groepenlijst")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="dubbel", description="command-groepenlijst-dubbel")
    async def duplicates(self, interaction: Interaction) -> None:
        """The likeliest pair, side by side."""
        with self.client.busy():
            await show_pair(interaction, await attend(interaction))

    @group.command(name="alleen", description="command-groepenlijst-alleen")
    async def alone(self, interaction: Interaction) -> None:
        """Groups that met no other yet, each with who fits it best."""
        with self.client.busy():
            person = await attend(interaction)
            services, language = self.client.services, language_for(interaction)
            found = await services.matching.isolated.find(person)
            view = discord.ui.View(timeout=None)
            lines = [say(interaction, "lonely-list" if found else "lonely-none")]
            for place, one in enumerate(found, start=1):
                name = f"**{shown(one.card.name, 80)}**"
                if one.match is None:
                    lines.append(say(interaction, "lonely-nobody", name=name))
                else:
                    fits = found_text(services, one.match, place, language)
                    lines.append(f"{say(interaction, 'lonely-fits', name=name)}\n{fits}")
                label = say(interaction, "groups-show", number=shown(one.card.name, 60))
                view.add_item(ShowButton(one.card.id, label))
            await reply(interaction, "\n\n".join(lines), view)

    @group.command(name="haal", description="command-groepenlijst-haal")
    @app_commands.describe(excel="option-sheet-excel")
    async def export(
        self,
        interaction: Interaction,
        excel: bool = True,  # noqa: FBT001, FBT002 - discord.py hands it over by name
    ) -> None:
        """All groups as a file, without people."""
        with self.client.busy():
            person = await attend(interaction)
            rows = await self.client.services.matching.imports.table(person)
            data = await asyncio.to_thread(_written, rows, excel=excel)
            name = say(interaction, "sheets-file") + (".xlsx" if excel else ".csv")
            text = say(interaction, "sheets-exported", count=len(rows))
            await reply(interaction, text, files=[discord.File(io.BytesIO(data), name)])

    @group.command(name="breng", description="command-groepenlijst-breng")
    @app_commands.describe(bestand="option-sheet-file")
    async def take_in(self, interaction: Interaction, bestand: discord.Attachment) -> None:
        """What the file would do, line by line; a button takes it in."""
        with self.client.busy():
            person = await attend(interaction)
            person.need(Action.IMPORT)
            table = await _table(bestand)
            report = await self.client.services.matching.imports.plan(person.community_id, table)
            text = report_text(interaction, report, dry=True)
            if not report.is_good or report.count(Outcome.SAME) == len(report.lines):
                await reply(interaction, text)
                return
            view = discord.ui.View(timeout=None)
            view.add_item(TakeInButton(say(interaction, "sheets-take-in-button")))
            await reply(interaction, text, view, [await bestand.to_file()])


async def show_pair(interaction: Interaction, person: Person, before: str = "") -> None:
    """Two profiles that may be one, with what staff can say of them."""
    services, language = interaction.client.services, language_for(interaction)
    found = await services.matching.duplicates.find(person)
    if not found:
        parts = [before, say(interaction, "duplicate-none")]
        await reply(interaction, "\n\n".join(filter(None, parts)))
        return
    pair: Pair = found[0]
    one, other = pair.one, pair.other
    parts = [
        before,
        say(interaction, "duplicate-pair", count=len(found)),
        f"**A.** {card_text(services, one, language)}",
        f"**B.** {card_text(services, other, language)}",
        say(interaction, "duplicate-what"),
    ]
    view = discord.ui.View(timeout=None)
    view.add_item(MergeButton(one.id, other.id, say(interaction, "duplicate-keep", letter="A")))
    view.add_item(MergeButton(other.id, one.id, say(interaction, "duplicate-keep", letter="B")))
    view.add_item(DistinctButton(one.id, other.id, say(interaction, "duplicate-no")))
    await reply(interaction, "\n\n".join(filter(None, parts)), view)


def report_text(interaction: Interaction, report: ImportReport, *, dry: bool) -> str:
    """What a file does: first what is wrong, and what looks like a group that is there."""
    bad = [line for line in report.lines if line.outcome is Outcome.BAD]
    notable = [*bad, *(line for line in report.lines if line.similar)]
    lines: list[str] = []
    for one in notable[:MOST_LINES]:
        said = say(interaction, f"import-outcome-{one.outcome}")
        if one.problem is not None:
            said = say(interaction, f"import-{one.problem}", what=shown(one.what, 80))
        elif one.similar:
            said = say(interaction, "import-similar", name=shown(one.similar, 80))
        name = shown(one.name, 60)
        lines.append(say(interaction, "import-line", line=one.line, name=name, said=said))
    if len(notable) > MOST_LINES:
        lines.append(say(interaction, "sheets-more", count=len(notable) - MOST_LINES))
    counts = {outcome.value: report.count(outcome) for outcome in Outcome}
    key = "import-plan" if dry else "import-done"
    lines.append(say(interaction, key if report.is_good else "import-refused", **counts))
    return "\n".join(lines)


def _written(rows: list[list[str]], *, excel: bool) -> bytes:
    return write_xlsx(COLUMNS, rows) if excel else write_csv(COLUMNS, rows)


async def _table(attachment: discord.Attachment) -> Table:
    """What is in the file. Raises: SheetError."""
    if attachment.size > MAX_BYTES:
        raise SheetTooLarge
    data = await attachment.read()
    return await asyncio.to_thread(read_table, data, attachment.filename)
