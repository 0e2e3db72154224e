"""Restriction and objection: buttons under the own data, and the card for staff."""

import re
from collections.abc import Collection
from typing import Any, Self

import discord

from bot.outbox import Delivery
from bot.services.privacy import NothingKept, Wish
from bot.texts import Texts
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    numbered,
    person_of,
    ref,
    reply,
    say,
    shown,
    think,
)


class WishButton(
    SafeButton,
    Button,
    template=r"privacy-wish:(?P<kind>restrict|object):(?P<way>on|off)",
):
    """Asks not to use the own data, or takes that back."""

    def __init__(self, kind: Wish, way: str, label: str = "") -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label or "-",
            style=discord.ButtonStyle.secondary,
            custom_id=f"privacy-wish:{kind.value}:{way}",
        )
        super().__init__(button)
        self.kind = kind
        self.way = way

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button behind a custom_id."""
        return cls(Wish(match["kind"]), match["way"])

    async def press(self, interaction: Interaction) -> None:
        """Record the wish of whoever presses, or its end."""
        await think(interaction)
        privacy = interaction.client.services.privacy
        if not await privacy.knows(ref(interaction.user.id)):
            raise NothingKept
        person = await person_of(interaction)
        if self.way == "on":
            done = await privacy.wishes.make(person, self.kind)
            key = f"privacy-{self.kind.value}-on" if done else "privacy-hold-already"
            await reply(interaction, say(interaction, key))
            return
        done = await privacy.wishes.take_back(person, self.kind)
        still = "yes" if await privacy.wishes.of(person) else "no"
        key = "privacy-hold-over" if done else "privacy-hold-none"
        await reply(interaction, say(interaction, key, still=still))


class DecideButton(NumberButton, Button, template=numbered("privacy-decide")):
    """An admin says that an objection was answered."""

    noun = "privacy-decide"

    async def press(self, interaction: Interaction) -> None:
        """End the objection and tell who made it."""
        await think(interaction)
        person = await person_of(interaction)
        await interaction.client.services.privacy.wishes.decide(person, self.id_)
        await reply(interaction, say(interaction, "privacy-you-decided"))


def wish_view(texts: Texts, wishes: Collection[Wish], language: str) -> discord.ui.View:
    """A button for each wish: to make it, or to take it back."""
    view = discord.ui.View(timeout=None)
    for kind in Wish:
        way = "off" if kind in wishes else "on"
        label = texts.text(f"privacy-{kind.value}-{way}-button", language)
        view.add_item(WishButton(kind, way, label))
    return view


async def render_wish(services: Services, delivery: Delivery) -> Rendering:
    """The card for staff; after the end it names nobody."""
    text, language = services.texts.text, delivery.language
    wish = await services.privacy.wishes.look(int(delivery.facts["wish"]))
    if wish is None:
        how = str(delivery.facts.get("over", "taken-back"))
        over = text("privacy-wish-over", language, how=how)
        return Rendering(over, view=lambda: discord.ui.View(timeout=None))
    said = text(
        "privacy-wish-card",
        language,
        kind=wish.kind.value,
        name=shown(wish.name, 60),
        at=wish.answer_by,
    )
    if wish.kind is Wish.RESTRICT:
        return Rendering(said)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(DecideButton(wish.id, text("privacy-decide-button", language)))
        return view

    return Rendering(said, view=view)


async def render_decided(services: Services, delivery: Delivery) -> Rendering:
    """The message to who objected."""
    return Rendering(services.texts.text("privacy-decided", delivery.language))
