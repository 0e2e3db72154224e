"""`/antwoorden`: replies that staff use again, made and changed from chat."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.helpdesk import CannedReply
from bot.services.helpdesk.staff.canned import LONGEST_NAME, PLACEHOLDERS
from bot.services.helpdesk.steps import SHORT
from cogs._client import Client, Interaction
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    SafeModal,
    attend,
    field,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.helpdesk.replies import shown_lines
from cogs.helpdesk.staff._place import renew, settle, view_of


class CannedCog(commands.Cog):
    """`/antwoorden`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="antwoorden", description="command-antwoorden")
    async def replies(self, interaction: Interaction) -> None:
        """The replies, to look at, change and add to."""
        with self.client.busy():
            person = await attend(interaction)
            found = await self.client.services.canned_replies.all(person)
            text = say(interaction, "staffdesk-canned", count=len(found), places=_places())
            new = NewReplyButton(say(interaction, "staffdesk-canned-new-button"))
            rows: list[list[discord.ui.Item[Any]]] = [[new]]
            if found:
                rows.insert(0, [_menu(interaction, found)])
            await reply(interaction, text, view_of(*rows))


def _places() -> str:
    """The places to fill in, as they are typed."""
    return ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)


def _menu(interaction: Interaction, found: tuple[CannedReply, ...]) -> "CannedSelect":
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id="canned-pick",
        placeholder=say(interaction, "staffdesk-canned-pick")[:150],
        options=[
            discord.SelectOption(label=shown(one.name, 100) or "-", value=str(one.id))
            for one in found
        ],
    )
    return CannedSelect(menu)


class CannedSelect(
    SafeButton, discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"canned-pick"
):
    """One of the replies."""

    def __init__(self, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id="canned-pick"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> "CannedSelect":
        """The menu behind a custom_id."""
        return cls()

    async def press(self, interaction: Interaction) -> None:
        """Show it, with what can be done."""
        person = await attend(interaction)
        values = [str(value) for value in (interaction.data or {}).get("values", [])]
        number = int(values[0]) if values and re.fullmatch(r"\d{1,18}", values[0]) else 0
        found = await interaction.client.services.canned_replies.look(person, number)
        text, view = shown_reply(interaction, found, "shown")
        await reply(interaction, text, view)


def shown_reply(
    interaction: Interaction, found: CannedReply, what: str
) -> tuple[str, discord.ui.View]:
    """A reply as it was written, with what can be done with it."""
    head = say(interaction, "staffdesk-canned-one", what=what, name=shown(found.name, 80))
    change = ChangeReplyButton(found.id, say(interaction, "staffdesk-change-button"))
    delete = DeleteReplyButton(found.id, say(interaction, "staffdesk-canned-delete-button"))
    return f"{head}\n{shown_lines(found.text)}", view_of([change, delete])


class NewReplyButton(PlainButton, Button, template=r"canned-new"):
    """Make a reply."""

    noun = "canned-new"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(ReplyForm(interaction))


class ChangeReplyButton(NumberButton, Button, template=numbered("canned-change")):
    """Other words for a reply."""

    noun = "canned-change"

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        found = await interaction.client.services.canned_replies.look(person, self.id_)
        await interaction.response.send_modal(ReplyForm(interaction, found))


class DeleteReplyButton(NumberButton, Button, template=numbered("canned-delete")):
    """Throw a reply away; what it said is shown, so that it can be made again."""

    noun = "canned-delete"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Delete it."""
        person = await renew(interaction)
        gone = await interaction.client.services.canned_replies.delete(person, self.id_)
        head = say(interaction, "staffdesk-canned-one", what="deleted", name=shown(gone.name, 80))
        await settle(interaction, f"{head}\n{shown_lines(gone.text)}")


class ReplyForm(SafeModal):
    """The name and the words of a reply; 0 stands for a new one."""

    pattern = re.compile(r"canned-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, found: CannedReply | None = None) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-canned-title", isnew=found is None),
            custom_id=f"canned-form:{found.id if found else 0}",
        )
        name: discord.ui.TextInput[Any] = discord.ui.TextInput(
            max_length=LONGEST_NAME, default=found.name if found else None
        )
        self.add_item(field("name", say(interaction, "staffdesk-canned-name"), name))
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=SHORT,
            default=found.text if found else None,
        )
        label = field("text", say(interaction, "staffdesk-canned-text"), box)
        label.description = say(interaction, "staffdesk-canned-hint", places=_places())[:100]
        self.add_item(label)

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it."""
        person, number = await renew(interaction), int(match["id"])
        name, text = str(values.get("name", "")), str(values.get("text", ""))
        service = interaction.client.services.canned_replies
        saved = (
            await service.change(person, number, name, text)
            if number
            else await service.make(person, name, text)
        )
        await settle(interaction, *shown_reply(interaction, saved, "saved"))
