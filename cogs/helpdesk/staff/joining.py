"""The same question twice, two that belong together, two in one."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.services.helpdesk.cards import LONGEST
from bot.services.helpdesk.staff.joining import other_number
from cogs._client import Interaction
from cogs._ui import SafeModal, attend, field, origin_of, reply, say


class OtherForm(SafeModal):
    """The number of the question that is the same, or that belongs with it."""

    pattern = re.compile(r"(?P<what>merge|link)-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, what: str, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-other-title", what=what, number=question_id),
            custom_id=f"{what}-form:{question_id}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=40)
        self.add_item(field("other", say(interaction, "staffdesk-other-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Put them together."""
        person, number = await attend(interaction), int(match["id"])
        other = other_number(str(values.get("other", "")))
        joining = interaction.client.services.staffdesk.joining
        if match["what"] == "link":
            await joining.link(person, number, other)
            text = say(interaction, "staffdesk-linked", number=number, other=other)
        else:
            sent = await joining.merge(person, number, other)
            text = say(interaction, "staffdesk-you-merged", number=number, other=other, sent=sent)
        await reply(interaction, text)


class SplitForm(SafeModal):
    """The second question in a question."""

    pattern = re.compile(r"split-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-split-title", number=question_id),
            custom_id=f"split-form:{question_id}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=LONGEST
        )
        self.add_item(field("text", say(interaction, "staffdesk-split-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Make it a question of its own."""
        person, number = await attend(interaction), int(match["id"])
        joining = interaction.client.services.staffdesk.joining
        text = str(values.get("text", ""))
        second = await joining.split(person, number, text, origin_of(interaction))
        said = say(interaction, "staffdesk-you-split", number=number, second=second)
        await reply(interaction, said)


async def part(interaction: Interaction, question_id: int) -> None:
    """Undo a merge."""
    person = await attend(interaction)
    await interaction.client.services.staffdesk.joining.part(person, question_id)
    await reply(interaction, say(interaction, "staffdesk-parted", number=question_id))
