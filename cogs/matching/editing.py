"""Changing the words of a profile: what a group is and does, and what it gives and seeks."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.services.matching import CollectiveCard, ProfileDraft
from cogs._client import Interaction
from cogs._ui import SafeModal, attend, language_for, say
from cogs.matching.cards import named, option


class ProfileForm(SafeModal):
    """The form to change the words of a group."""

    pattern = re.compile(r"collective-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, card: CollectiveCard) -> None:
        super().__init__(
            title=say(interaction, "matching-form-title", is_new=False),
            custom_id=f"collective-form:{card.id}",
        )
        self.add_item(text_field(interaction, "name", 80, card.name, required=True))
        self.add_item(text_field(interaction, "place", 80, card.place))
        self.add_item(
            text_field(interaction, "description", 600, card.description, required=True, long=True)
        )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Store it and show what was understood, or the group as it is now."""
        from cogs.matching.making import show_stored

        person = await attend(interaction)
        draft = ProfileDraft(
            name=str(values["name"]),
            place=str(values.get("place", "")),
            description=str(values["description"]),
        )
        profiles = interaction.client.services.matching.profiles
        card = await profiles.change(person, int(match["id"]), draft)
        await show_stored(interaction, person, card)


class ExchangeForm(SafeModal):
    """The form for what a group has to give and what it looks for: kinds, and own words."""

    pattern = re.compile(r"collective-exchange-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, card: CollectiveCard) -> None:
        super().__init__(
            title=say(interaction, "matching-exchange-title"),
            custom_id=f"collective-exchange-form:{card.id}",
        )
        content = interaction.client.services.matching.content
        kinds = tuple(value.id for value in content.facet("vraag_aanbod").values)
        for name, items in (("offers", card.offers), ("needs", card.needs)):
            self.add_item(_kinds_field(interaction, f"{name}-kinds", kinds, items))
            own = "\n".join(one for one in items if one not in kinds)
            self.add_item(text_field(interaction, name, 1000, own, long=True))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Store it and show the group."""
        from cogs.matching.making import show_stored

        person = await attend(interaction)
        offers, needs = (
            [*map(str, values.get(f"{name}-kinds", [])), *str(values.get(name, "")).splitlines()]
            for name in ("offers", "needs")
        )
        profiles = interaction.client.services.matching.profiles
        card = await profiles.put_exchange(person, int(match["id"]), offers, needs)
        await show_stored(interaction, person, card)


def text_field(
    interaction: Interaction,
    name: str,
    longest: int,
    filled: str = "",
    *,
    required: bool = False,
    long: bool = False,
) -> discord.ui.Label[Any]:
    """A field of a form of a group, with its label and hint from the texts."""
    return discord.ui.Label(
        text=say(interaction, f"matching-form-{name}")[:45],
        description=say(interaction, f"matching-form-{name}-hint")[:100],
        component=discord.ui.TextInput(
            custom_id=name,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            max_length=longest,
            required=required,
            default=filled[:longest] or None,
        ),
    )


def _kinds_field(
    interaction: Interaction, name: str, kinds: tuple[str, ...], chosen: tuple[str, ...]
) -> discord.ui.Label[Any]:
    matching, language = interaction.client.services.matching, language_for(interaction)
    options = [
        option(label, kind, chosen=kind in chosen)
        for kind, label in zip(kinds, named(matching, kinds, language), strict=True)
    ]
    return discord.ui.Label(
        text=say(interaction, f"matching-form-{name}")[:45],
        component=discord.ui.Select(
            custom_id=name,
            options=options,
            required=False,
            min_values=0,
            max_values=len(options),
        ),
    )
