"""Restriction and objection: buttons under the own data, and the card for staff."""

import re
from collections.abc import Collection
from typing import Any, Self

import discord

from bot.outbox import Delivery
from bot.services.privacy import NothingKept, Restriction
from bot.texts import Texts
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    attend,
    numbered,
    person_of,
    ref,
    reply,
    say,
    shown,
    think,
)


class HoldButton(
    SafeButton,
    Button,
    template=r"privacy-hold:(?P<kind>restrict|object):(?P<way>on|off)",
):
    """Asks not to use the own data, or takes that back."""

    def __init__(self, kind: Restriction, way: str, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label or "-",
            style=discord.ButtonStyle.secondary,
            custom_id=f"privacy-hold:{kind.value}:{way}",
        )
        super().__init__(button)
        self.kind = kind
        self.way = way

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(Restriction(match["kind"]), match["way"])

    async def press(self, interaction: Interaction) -> None:
        """Record the restriction of whoever presses, or its end."""
        think(interaction)
        privacy = interaction.client.services.privacy
        if not await privacy.knows(ref(interaction.user.id)):
            raise NothingKept
        person = await person_of(interaction)
        if self.way == "on":
            done = await privacy.restrictions.make(person, self.kind)
            key = f"privacy-{self.kind.value}-on" if done else "privacy-hold-already"
            await reply(interaction, say(interaction, key))
            return
        done = await privacy.restrictions.take_back(person, self.kind)
        still = "yes" if await privacy.restrictions.of(person) else "no"
        key = "privacy-hold-over" if done else "privacy-hold-none"
        await reply(interaction, say(interaction, key, still=still))


class DecideButton(NumberButton, Button, template=numbered("privacy-decide")):
    """An admin says that an objection was answered."""

    noun = "privacy-decide"

    async def press(self, interaction: Interaction) -> None:
        """End the objection and tell who made it."""
        person = await attend(interaction)
        await interaction.client.services.privacy.restrictions.decide(person, self.id_)
        await reply(interaction, say(interaction, "privacy-you-decided"))


def hold_view(
    texts: Texts, restrictions: Collection[Restriction], language: str
) -> discord.ui.View:
    """A button for each restriction: to make it, or to take it back."""
    view = discord.ui.View(timeout=None)
    for kind in Restriction:
        way = "off" if kind in restrictions else "on"
        label = texts.text(f"privacy-{kind.value}-{way}-button", language)
        view.add_item(HoldButton(kind, way, label))
    return view


async def render_restriction(services: Services, delivery: Delivery) -> Rendering:
    """The card for staff; after the end it names nobody."""
    text, language = services.texts.text, delivery.language
    restriction = await services.privacy.restrictions.look(int(delivery.facts["restriction"]))
    if restriction is None:
        how = str(delivery.facts.get("over", "taken-back"))
        over = text("privacy-restriction-over", language, how=how)
        return Rendering(over, view=lambda: discord.ui.View(timeout=None))
    said = text(
        "privacy-restriction-card",
        language,
        kind=restriction.kind.value,
        name=shown(restriction.name, 60),
        at=restriction.answer_by,
    )
    if restriction.kind is Restriction.RESTRICT:
        return Rendering(said)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(DecideButton(restriction.id, text("privacy-decide-button", language)))
        return view

    return Rendering(said, view=view)


async def render_decided(services: Services, delivery: Delivery) -> Rendering:
    """The message to who objected."""
    return Rendering(services.texts.text("privacy-decided", delivery.language))
