"""The own questions: how far they are, and what the asker does with each."""

import re
from typing import Any

import discord

from bot.services.helpdesk import OwnPage, OwnQuestion
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    reply,
    say,
    shown,
)
from cogs.helpdesk.hours import expected_line, with_expected
from cogs.helpdesk.replies import PersonButton

SHOWN_ANSWER = 400


class MineButton(PlainButton, Button, template=r"mine"):
    """See the own questions."""

    noun = "mine"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """List them."""
        await mine(interaction)


class MinePageButton(NumberButton, Button, template=numbered("mine-page")):
    """Another page of the own questions; pages count from 0."""

    noun = "mine-page"

    async def press(self, interaction: Interaction) -> None:
        """List that page, or the last one there is."""
        await mine(interaction, self.id_)


class MineSelect(SafeButton, discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"mine-pick"):
    """Choose one of the own questions."""

    def __init__(self, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id="mine-pick"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> "MineSelect":
        """The menu behind a custom_id."""
        return cls()

    async def press(self, interaction: Interaction) -> None:
        """Show the question that was picked."""
        picked = [str(value) for value in (interaction.data or {}).get("values", [])]
        number = int(picked[0]) if picked and re.fullmatch(r"\d{1,18}", picked[0]) else 0
        await show(interaction, number)


class OwnCloseButton(NumberButton, Button, template=numbered("own-close")):
    """Nothing more is needed."""

    noun = "own-close"

    async def press(self, interaction: Interaction) -> None:
        """Close the question."""
        person = await attend(interaction)
        await interaction.client.services.own.close(person, self.id_)
        await show(interaction, self.id_)


class OwnReopenButton(NumberButton, Button, template=numbered("own-reopen")):
    """It was not done after all."""

    noun = "own-reopen"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Give it to staff again."""
        person = await attend(interaction)
        await interaction.client.services.own.reopen(person, self.id_)
        said = say(interaction, "helpdesk-handed-over", number=self.id_)
        services, language = interaction.client.services, language_for(interaction)
        await reply(interaction, await with_expected(services, said, self.id_, language))


class OwnWithdrawButton(NumberButton, Button, template=numbered("own-withdraw")):
    """Take the question back; asked once more before it happens."""

    noun = "own-withdraw"

    async def press(self, interaction: Interaction) -> None:
        """Tell what will happen."""
        person = await attend(interaction)
        found = await interaction.client.services.own.one(person, self.id_)
        if not found.can_withdraw:
            await show(interaction, self.id_)
            return
        view = discord.ui.View(timeout=None)
        view.add_item(SureButton(self.id_, say(interaction, "helpdesk-own-sure-button")))
        await reply(interaction, say(interaction, "helpdesk-own-sure", number=self.id_), view)


class SureButton(NumberButton, Button, template=numbered("own-withdraw-sure")):
    """Yes, take it back."""

    noun = "own-withdraw-sure"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Blank the text everywhere."""
        person = await attend(interaction)
        own = interaction.client.services.own
        await own.withdraw(person, self.id_)
        found = await own.one(person, self.id_)
        said = say(interaction, "helpdesk-own-gone", number=self.id_, own_message=found.is_typed)
        await reply(interaction, said)


async def mine(interaction: Interaction, page: int = 0) -> None:
    """Own questions with their state and answers, ten at a time."""
    person = await attend(interaction)
    found = await interaction.client.services.own.mine(person, page)
    if not found.questions:
        await reply(interaction, say(interaction, "helpdesk-mine-none"))
        return
    lines = [
        say(
            interaction,
            "helpdesk-mine-line",
            number=question.id,
            text=shown(question.text, 120) or "…",
            state=say(interaction, f"helpdesk-own-{question.state}"),
            asked_at=question.asked_at,
        )
        + "".join(f"\n> {shown(answer, SHOWN_ANSWER)}" for answer in question.answers)
        for question in found.questions
    ]
    if found.pages > 1:
        page_line = say(interaction, "helpdesk-own-page", page=found.page + 1, pages=found.pages)
        lines.append(page_line)
    await reply(interaction, "\n\n".join(lines), _list_view(interaction, found))


async def show(interaction: Interaction, question_id: int) -> None:
    """One own question as it is now, with what happened and what can be done."""
    person = await attend(interaction)
    found = await interaction.client.services.own.one(person, question_id)
    lines = [
        say(
            interaction,
            "helpdesk-mine-line",
            number=found.id,
            text=shown(found.text, 1000) or "…",
            state=say(interaction, f"helpdesk-own-{found.state}"),
            asked_at=found.asked_at,
        ),
        *(f"> {shown(answer, 1000)}" for answer in found.answers),
    ]
    services = interaction.client.services
    if expected := await expected_line(services, found.id, language_for(interaction)):
        lines.append(expected)
    if found.anonymous:
        lines.append(say(interaction, "helpdesk-own-anonymous"))
    if found.is_public:
        lines.append(say(interaction, "helpdesk-own-public"))
    lines.append(say(interaction, "helpdesk-own-history"))
    lines += [
        say(interaction, f"helpdesk-happened-{step.kind}", at=step.at) for step in found.steps
    ]
    await reply(interaction, "\n".join(lines), _one_view(interaction, found))


def _list_view(interaction: Interaction, found: OwnPage) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    options = [
        discord.SelectOption(
            label=say(
                interaction,
                "helpdesk-own-option",
                number=question.id,
                text=shown(question.text, 70) or "…",
            )[:100],
            value=str(question.id),
        )
        for question in found.questions
    ]
    select: discord.ui.Select[Any] = discord.ui.Select(
        custom_id="mine-pick", placeholder=say(interaction, "helpdesk-own-pick"), options=options
    )
    view.add_item(MineSelect(select))
    if found.page > 0:
        label = say(interaction, "helpdesk-own-newer-button")
        view.add_item(MinePageButton(found.page - 1, label))
    if found.page + 1 < found.pages:
        label = say(interaction, "helpdesk-own-older-button")
        view.add_item(MinePageButton(found.page + 1, label))
    return view


def _one_view(interaction: Interaction, found: OwnQuestion) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if found.can_hand_over:
        view.add_item(PersonButton(found.id, say(interaction, "helpdesk-person-button")))
    if found.can_reopen:
        view.add_item(OwnReopenButton(found.id, say(interaction, "helpdesk-own-reopen-button")))
    if found.can_close:
        view.add_item(OwnCloseButton(found.id, say(interaction, "helpdesk-own-close-button")))
    if found.can_withdraw:
        view.add_item(OwnWithdrawButton(found.id, say(interaction, "helpdesk-own-withdraw-button")))
    return view
