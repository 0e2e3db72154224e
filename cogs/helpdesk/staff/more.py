"""The menu with everything else that staff can do with a question."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.services.helpdesk import StaffCard
from bot.services.helpdesk.states import ENDED, WITH_STAFF, Reason, State
from cogs._client import Interaction, Services
from cogs._ui import SafeButton, reply, say
from cogs.helpdesk.staff._place import show_again
from cogs.helpdesk.staff.asking_back import AskBackForm
from cogs.helpdesk.staff.details import show_details
from cogs.helpdesk.staff.handing import CloseForm, NoteForm, SnoozeForm, offer_hand_over, reopen
from cogs.helpdesk.staff.helping import help_write
from cogs.helpdesk.staff.joining import OtherForm, SplitForm, part
from cogs.helpdesk.themes import ThemeButton
from cogs.helpdesk.words import add_search_words

Fits = Callable[[StaffCard], bool]
Act = Callable[[Interaction, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu: when it is offered, and what it does."""

    fits: Fits
    act: Act


def _waits(card: StaffCard) -> bool:
    return card.state in WITH_STAFF


def _may_close(card: StaffCard) -> bool:
    return card.state in (*WITH_STAFF, State.ANSWERED)


def _may_reopen(card: StaffCard) -> bool:
    return card.state in ENDED and not _is_merged(card) and card.reason != Reason.WITHDRAWN


def _is_merged(card: StaffCard) -> bool:
    return card.merged_into is not None and card.state == State.CLOSED


def _may_join(card: StaffCard) -> bool:
    return not card.referral and card.reason != Reason.WITHDRAWN


def _form(make: Callable[[Interaction, int], discord.ui.Modal]) -> Act:
    async def act(interaction: Interaction, question_id: int) -> None:
        await interaction.response.send_modal(make(interaction, question_id))

    return act


CHOICES: Final[dict[str, Choice]] = {
    "help": Choice(_waits, help_write),
    "ask-back": Choice(_waits, _form(AskBackForm)),
    "hand-over": Choice(_waits, offer_hand_over),
    "note": Choice(lambda _: True, _form(NoteForm)),
    "snooze": Choice(_waits, _form(SnoozeForm)),
    "merge": Choice(
        lambda card: _waits(card) and _may_join(card),
        _form(lambda interaction, number: OtherForm(interaction, "merge", number)),
    ),
    "part": Choice(_is_merged, part),
    "link": Choice(
        _may_join, _form(lambda interaction, number: OtherForm(interaction, "link", number))
    ),
    "split": Choice(_waits, _form(SplitForm)),
    "close": Choice(_may_close, _form(CloseForm)),
    "reopen": Choice(_may_reopen, reopen),
    "theme": Choice(_waits, lambda interaction, number: ThemeButton(number).press(interaction)),
    "words": Choice(_may_join, add_search_words),
    "details": Choice(lambda _: True, show_details),
}
"""Every line, in the order of the menu; other modules add theirs when they are set up."""


class MoreSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"question-more:(?P<id>\d{1,18})",
):
    """Everything else that can be done with a question."""

    def __init__(self, question_id: int, select: discord.ui.Select[Any] | None = None) -> None:
        super().__init__(select or discord.ui.Select(custom_id=f"question-more:{question_id}"))
        self.question_id = question_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "MoreSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]))

    async def press(self, interaction: Interaction) -> None:
        """Do what was picked."""
        values = [str(value) for value in (interaction.data or {}).get("values", [])]
        choice = CHOICES.get(values[0]) if values else None
        if choice is None:
            await reply(interaction, say(interaction, "error-not-found"))
            return
        await choice.act(interaction, self.question_id)
        await show_again(interaction, self.question_id)


def more_menu(services: Services, card: StaffCard, language: str) -> MoreSelect:
    """The menu for a question as it is now."""
    text = services.texts.text
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"question-more:{card.id}",
        placeholder=text("staffdesk-more", language)[:150],
        options=[
            discord.SelectOption(label=text(f"staffdesk-do-{name}", language)[:100], value=name)
            for name, choice in CHOICES.items()
            if choice.fits(card)
        ],
    )
    return MoreSelect(card.id, menu)
