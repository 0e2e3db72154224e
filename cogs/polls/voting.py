"""Voting on Discord: the buttons, the menu, the receipt, and taking a vote back."""

import re
from typing import Any

import discord

from bot.services.polls import Card
from cogs._client import Interaction
from cogs._ui import Button, NumberButton, SafeButton, numbered, person_of, reply, say, shown, think


class VoteButton(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"poll:(?P<poll>\d{1,18}):(?P<option>\d{1,2})",
):
    """One option of a single-choice poll."""

    def __init__(self, poll_id: int, option: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or str(option),
                style=discord.ButtonStyle.primary,
                custom_id=f"poll:{poll_id}:{option}",
            )
        )
        self.poll_id, self.option = poll_id, option

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "VoteButton":
        """The button behind a custom_id."""
        return cls(int(match["poll"]), int(match["option"]))

    async def press(self, interaction: Interaction) -> None:
        """Vote."""
        await vote(interaction, self.poll_id, [self.option])


class VoteSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"poll-pick:(?P<poll>\d{1,18})",
):
    """All options in one menu."""

    def __init__(self, card: Card | None, poll_id: int, placeholder: str = "") -> None:
        options = [
            discord.SelectOption(label=f"{letter(place)}. {option}"[:100], value=str(place))
            for place, option in enumerate(card.options if card else ("-",), start=1)
        ]
        super().__init__(
            discord.ui.Select(
                custom_id=f"poll-pick:{poll_id}",
                placeholder=placeholder[:150] or None,
                options=options,
                max_values=len(options) if card and card.multiple else 1,
            )
        )
        self.poll_id = poll_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "VoteSelect":
        """The menu behind a custom_id."""
        return cls(None, int(match["poll"]))

    async def press(self, interaction: Interaction) -> None:
        """Vote for everything that was picked."""
        picked = (interaction.data or {}).get("values", [])
        await vote(interaction, self.poll_id, [int(v) for v in picked if v.isdecimal()])


class WithdrawBallotButton(NumberButton, Button, template=numbered("poll-withdraw")):
    """Take the own vote back."""

    noun = "poll-withdraw"

    async def press(self, interaction: Interaction) -> None:
        """Take it back."""
        await think(interaction)
        person = await person_of(interaction)
        was_there = await interaction.client.services.polls.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "polls-withdrawn", found=was_there))
        interaction.client.dispatch("poll_changed", self.id_)


def letter(place: int) -> str:
    """A for 1, B for 2."""
    return chr(ord("A") + place - 1)


async def vote(interaction: Interaction, poll_id: int, choices: list[int]) -> None:
    """Vote and give a receipt."""
    await think(interaction)
    person = await person_of(interaction)
    receipt = await interaction.client.services.polls.vote(person, poll_id, choices)
    picked = tuple(shown(receipt.poll.options[one - 1], 80) for one in receipt.choices)
    text = say(
        interaction,
        "polls-receipt",
        choices=picked,
        changed=receipt.changed,
        closes_at=receipt.poll.closes_at,
    )
    view = discord.ui.View(timeout=None)
    view.add_item(WithdrawBallotButton(poll_id, say(interaction, "polls-withdraw-button")))
    await reply(interaction, text, view)
    interaction.client.dispatch("poll_changed", poll_id)
