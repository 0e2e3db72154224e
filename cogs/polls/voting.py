"""Voting on Discord: the buttons, the menu, the receipt, and taking a vote back."""

import io
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import discord

from bot.services.polls import Card, Roll, Supporters
from bot.untrusted import plain
from cogs._client import Interaction
from cogs._ui import Button, NumberButton, SafeButton, attend, numbered, reply, say, shown

LONGEST_LIST: Final = 950
"""A text takes at most 1000 characters in one place. Source: fluent.runtime, MAX_PART_LENGTH."""
BETWEEN: Final = 12
"""Characters between two of a list: a number, a comma, a space."""
MOST_READ: Final = 6000
"""Signs that somebody reads in chat, three messages; a longer list of names comes as a file."""


class VoteButton(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"poll:(?P<poll>\d{1,18}):(?P<option>\d{1,2})",
):
    """One option of a single-choice poll."""

    def __init__(self, poll_id: int, option: int, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=cut(label, 80) or str(option),
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
            discord.SelectOption(label=cut(f"{letter(place)}. {option}", 100), value=str(place))
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
        person = await attend(interaction)
        was_there = await interaction.client.services.polls.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "polls-withdrawn", found=was_there))
        interaction.client.dispatch("poll_changed", self.id_)


class WhoButton(NumberButton, Button, template=numbered("poll-who")):
    """Who chose what, in a poll by name that is over."""

    noun = "poll-who"

    async def press(self, interaction: Interaction) -> None:
        """Tell it to this person alone."""
        person = await attend(interaction)
        roll = await interaction.client.services.polls.roll(person, self.id_)
        head, *lines = _who(interaction, roll, shown)
        text = "\n".join([f"**{head}**", *lines])
        if len(text) <= MOST_READ:
            await reply(interaction, text)
            return
        raw = "\n".join(_who(interaction, roll, lambda words, _: plain(words)))
        told = say(interaction, "polls-who-file", question=shown(roll.question))
        name = "wie-stemde-wat.txt"
        await reply(interaction, told, files=[discord.File(io.BytesIO(raw.encode()), name)])


def _who(interaction: Interaction, roll: Roll, show: Callable[[str, int], str]) -> list[str]:
    """The question, a line for each option with the names behind it, and what may be missing."""
    return [
        say(interaction, "polls-who-head", question=show(roll.question, 300)),
        *(_who_chose(interaction, option, show) for option in roll.options),
        say(interaction, "polls-who-foot"),
    ]


def _who_chose(
    interaction: Interaction, option: Supporters, show: Callable[[str, int], str]
) -> str:
    names = [show(name, 40) for name in option.names]
    if option.unnamed:
        names.append(say(interaction, "polls-who-unnamed", count=option.unnamed))
    told = ", ".join(names) or say(interaction, "polls-who-nobody")
    return f"{show(option.option, 80)}: {told}"


def letter(place: int) -> str:
    """A for 1, B for 2."""
    return chr(ord("A") + place - 1)


def listed(options: Sequence[str], longest: int) -> tuple[str, ...]:
    """Options for one place in a text, shortened evenly where they are many."""
    each = min(longest, LONGEST_LIST // max(len(options), 1) - BETWEEN)
    return tuple(shown(option, each) for option in options)


def cut(text: str, longest: int) -> str:
    """A label that Discord takes, however it counts an emoji; what is cut off becomes "…"."""
    if len(text.encode("utf-16-le")) // 2 <= longest:
        return text
    kept = text.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"


async def vote(interaction: Interaction, poll_id: int, choices: list[int]) -> None:
    """Vote and give a receipt."""
    person = await attend(interaction)
    receipt = await interaction.client.services.polls.vote(person, poll_id, choices)
    text = say(
        interaction,
        "polls-receipt",
        choices=listed(receipt.choices, 80),
        changed=receipt.changed,
        closes_at=receipt.closes_at,
        anonymous=receipt.anonymous,
    )
    view = discord.ui.View(timeout=None)
    button = WithdrawBallotButton(poll_id, say(interaction, "polls-withdraw-button"))
    await reply(interaction, text, view.add_item(button))
    interaction.client.dispatch("poll_changed", poll_id)
