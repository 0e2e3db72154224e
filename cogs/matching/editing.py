"""Filling in a profile: the form, and the menus for its themes, phase and kind of place."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.services.matching import MOST_THEMES, CollectiveCard, IntroductionNotFound, ProfileDraft
from cogs._client import Interaction
from cogs._ui import SafeButton, SafeModal, attend, language_for, reply, say
from cogs.matching.cards import card_text, theme_menus, theme_options


class ProfileForm(SafeModal):
    """The form for a new group, or for one that is there (its number in the custom_id)."""

    pattern = re.compile(r"collective-form(?::(?P<id>\d{1,18}))?")

    def __init__(self, interaction: Interaction, card: CollectiveCard | None = None) -> None:
        super().__init__(
            title=say(interaction, "matching-form-title", is_new=card is None),
            custom_id=f"collective-form:{card.id}" if card else "collective-form",
        )
        for name, style, longest, needed, filled in (
            ("name", discord.TextStyle.short, 80, True, card.name if card else ""),
            ("place", discord.TextStyle.short, 80, True, card.place if card else ""),
            (
                "description",
                discord.TextStyle.paragraph,
                600,
                True,
                card.description if card else "",
            ),
            ("offers", discord.TextStyle.paragraph, 1000, False, _lines(card and card.offers)),
            ("needs", discord.TextStyle.paragraph, 1000, False, _lines(card and card.needs)),
        ):
            self.add_item(
                discord.ui.Label(
                    text=say(interaction, f"matching-form-{name}")[:45],
                    description=say(interaction, f"matching-form-{name}-hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=name,
                        style=style,
                        max_length=longest,
                        required=needed,
                        default=filled[:longest] or None,
                    ),
                )
            )

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Store it and show it, with the menus."""
        person = await attend(interaction)
        profiles = interaction.client.services.matching.profiles
        draft = ProfileDraft(
            name=str(values["name"]),
            place=str(values["place"]),
            description=str(values["description"]),
            offers=tuple(str(values.get("offers", "")).splitlines()),
            needs=tuple(str(values.get("needs", "")).splitlines()),
        )
        if match["id"]:
            card = await profiles.change(person, int(match["id"]), draft)
            await show_menus(interaction, card, "matching-changed")
        else:
            card = await profiles.make(person, draft)
            await show_menus(interaction, card, "matching-made")


class FacetSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"collective-(?P<kind>groups|themes|phase|context):(?P<id>\d{1,18})",
):
    """A menu of a profile."""

    def __init__(
        self,
        collective_id: int,
        kind: str,
        options: list[discord.SelectOption],
        label: str = "",
        most: int = 1,
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"collective-{kind}:{collective_id}",
                placeholder=label[:150] or None,
                options=options,
                max_values=min(most, len(options)),
            )
        )
        self.collective_id, self.kind = collective_id, kind

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "FacetSelect":
        """The menu behind a custom_id."""
        nothing = [discord.SelectOption(label="-", value="-")]
        return cls(int(match["id"]), match["kind"], nothing)

    async def press(self, interaction: Interaction) -> None:
        """Store what was picked, or show the themes of the groups that were picked."""
        picked = [str(value) for value in (interaction.data or {}).get("values", [])]
        person = await attend(interaction)
        services, language = interaction.client.services, language_for(interaction)
        profiles = services.matching.profiles
        if self.kind == "groups":
            card = await profiles.look(person, self.collective_id)
            options = theme_options(services, picked, card.themes, language)
            if not options:
                raise IntroductionNotFound
            view = discord.ui.View(timeout=None)
            label = say(interaction, "matching-pick-themes", most=MOST_THEMES)
            view.add_item(FacetSelect(card.id, "themes", options, label, most=MOST_THEMES))
            await reply(
                interaction, say(interaction, "matching-pick-themes", most=MOST_THEMES), view
            )
            return
        if self.kind == "themes":
            card = await profiles.put_facets(person, self.collective_id, themes=picked)
        elif self.kind == "phase":
            card = await profiles.put_facets(person, self.collective_id, phase="".join(picked))
        else:
            card = await profiles.put_facets(person, self.collective_id, context="".join(picked))
        await reply(
            interaction,
            f"{say(interaction, 'matching-changed')}\n\n{card_text(services, card, language)}",
        )


async def show_menus(interaction: Interaction, card: CollectiveCard, key: str) -> None:
    """A profile that was just stored, with the menus to fill it in."""
    services, language = interaction.client.services, language_for(interaction)
    text = f"{say(interaction, key)}\n\n{card_text(services, card, language)}"
    await reply(interaction, text, theme_menus(services, card, language))


def _lines(items: tuple[str, ...] | None) -> str:
    return "\n".join(items or ())
