"""Who has a question, notes for colleagues, putting away, closing and opening again."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.people import Person
from bot.services.helpdesk.staff.handling import BY_STAFF
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    arrival_of,
    attend,
    field,
    numbered,
    reply,
    say,
    shown,
)
from cogs.helpdesk.staff._place import renew, settle, view_of

SHOWN = 1000
"""Characters of a question on its card; who takes it on reads the rest."""


class ClaimButton(NumberButton, Button, template=numbered("question-claim")):
    """Take a question on."""

    noun = "question-claim"

    async def press(self, interaction: Interaction) -> None:
        """Claim it."""
        person = await attend(interaction)
        await interaction.client.services.staffdesk.claim(person, self.id_)
        card = await interaction.client.services.staffdesk.card(self.id_)
        said = say(interaction, "helpdesk-you-claimed", number=self.id_)
        if len(card.text) > SHOWN:
            said += f"\n> {shown(card.text, 2 * len(card.text))}"
        await reply(interaction, said)


async def offer_hand_over(interaction: Interaction, question_id: int) -> None:
    """Ask who is to have it."""
    await attend(interaction)
    menu: discord.ui.UserSelect[Any] = discord.ui.UserSelect(
        custom_id=f"question-hand-over:{question_id}",
        placeholder=say(interaction, "staffdesk-hand-over-pick")[:150],
    )
    release = ReleaseButton(question_id, say(interaction, "staffdesk-release-button"))
    view = view_of([ColleagueSelect(question_id, menu)], [release])
    await reply(interaction, say(interaction, "staffdesk-hand-over", number=question_id), view)


class ColleagueSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.UserSelect[Any]],
    template=r"question-hand-over:(?P<id>\d{1,18})",
):
    """The colleague who is to have a question."""

    def __init__(self, question_id: int, select: discord.ui.UserSelect[Any] | None = None) -> None:
        custom_id = f"question-hand-over:{question_id}"
        super().__init__(select or discord.ui.UserSelect(custom_id=custom_id))
        self.question_id = question_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "ColleagueSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]))

    async def press(self, interaction: Interaction) -> None:
        """Give it to whoever was picked, when that is somebody of staff."""
        person = await renew(interaction)
        to = await _picked(interaction)
        if to is None:
            await settle(interaction, say(interaction, "staffdesk-nobody-picked"))
            return
        handling = interaction.client.services.staffdesk.handling
        await handling.hand_over(person, self.question_id, to)
        name = shown(to.name, 60)
        text = say(interaction, "staffdesk-handed-over", number=self.question_id, name=name)
        await settle(interaction, text)


async def _picked(interaction: Interaction) -> Person | None:
    """Who was picked, with the rights of this moment; None for a bot and for who is not here."""
    values = [str(value) for value in (interaction.data or {}).get("values", [])]
    if interaction.guild is None or not values or not values[0].isdecimal():
        return None
    try:
        member = await interaction.guild.fetch_member(int(values[0]))
    except discord.NotFound:
        return None
    if member.bot:
        return None
    arrival = await arrival_of(interaction.client, member, "")
    return await interaction.client.services.people.recognise(arrival)


class ReleaseButton(NumberButton, Button, template=numbered("question-release")):
    """Everybody can take it on again."""

    noun = "question-release"

    async def press(self, interaction: Interaction) -> None:
        """Let it go."""
        person = await renew(interaction)
        await interaction.client.services.staffdesk.handling.release(person, self.id_)
        await settle(interaction, say(interaction, "staffdesk-released", number=self.id_))


class NoteForm(SafeModal):
    """A note for colleagues."""

    pattern = re.compile(r"note-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-note-title", number=question_id),
            custom_id=f"note-form:{question_id}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=1000
        )
        self.add_item(field("note", say(interaction, "staffdesk-note-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep it."""
        person, number = await attend(interaction), int(match["id"])
        handling = interaction.client.services.staffdesk.handling
        await handling.note(person, number, str(values.get("note", "")))
        await reply(interaction, say(interaction, "staffdesk-noted", number=number))


class SnoozeForm(SafeModal):
    """Until when a question is put away."""

    pattern = re.compile(r"snooze-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-snooze-title", number=question_id),
            custom_id=f"snooze-form:{question_id}",
        )
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            max_length=60, placeholder=say(interaction, "staffdesk-snooze-hint")[:100]
        )
        self.add_item(field("until", say(interaction, "staffdesk-snooze-label"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Put it away, and say what was understood."""
        person, number = await attend(interaction), int(match["id"])
        handling = interaction.client.services.staffdesk.handling
        until = await handling.snooze(person, number, str(values.get("until", "")))
        await reply(interaction, say(interaction, "staffdesk-snoozed", number=number, until=until))


class CloseForm(SafeModal):
    """Why a question is done, and a word for the asker."""

    pattern = re.compile(r"close-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, question_id: int) -> None:
        super().__init__(
            title=say(interaction, "staffdesk-close-title", number=question_id),
            custom_id=f"close-form:{question_id}",
        )
        options = [
            discord.SelectOption(
                label=say(interaction, "staffdesk-reason", reason=reason.value)[:100],
                value=reason.value,
            )
            for reason in BY_STAFF
        ]
        menu: discord.ui.Select[Any] = discord.ui.Select(custom_id="reason", options=options)
        label = say(interaction, "staffdesk-close-reason")[:45]
        self.add_item(discord.ui.Label(text=label, component=menu))
        box: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=1000,
            required=False,
            placeholder=say(interaction, "staffdesk-close-hint")[:100],
        )
        self.add_item(field("line", say(interaction, "staffdesk-close-line"), box))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Close it."""
        person, number = await attend(interaction), int(match["id"])
        reason = next(iter(values.get("reason") or [""]))
        handling = interaction.client.services.staffdesk.handling
        await handling.close(person, number, str(reason), str(values.get("line", "")))
        await reply(interaction, say(interaction, "staffdesk-closed", number=number))


async def reopen(interaction: Interaction, question_id: int) -> None:
    """It waits for a person again."""
    person = await attend(interaction)
    await interaction.client.services.staffdesk.handling.reopen(person, question_id)
    await reply(interaction, say(interaction, "staffdesk-reopened", number=question_id))
