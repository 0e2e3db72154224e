"""`/collectief`: make, change, show, pause and leave the profile of a group."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.matching import MOST_THEMES, CollectiveCard, IntroductionNotFound, ProfileDraft
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeButton,
    SafeModal,
    arrival_of,
    language_for,
    numbered,
    person_of,
    reply,
    say,
    shown,
    think,
)
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
        await think(interaction)
        person = await person_of(interaction)
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
        await think(interaction)
        person = await person_of(interaction)
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


class EditButton(NumberButton, Button, template=numbered("collective-edit")):
    """Change the profile."""

    noun = "collective-edit"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        card = await interaction.client.services.matching.profiles.look(person, self.id_)
        await interaction.response.send_modal(ProfileForm(interaction, card))


class ShowButton(NumberButton, Button, template=numbered("collective-show")):
    """Read a whole profile."""

    noun = "collective-show"

    async def press(self, interaction: Interaction) -> None:
        """Show it."""
        await think(interaction)
        person = await person_of(interaction)
        card = await interaction.client.services.matching.profiles.look(person, self.id_)
        await show_card(interaction, card)


class LeaveButton(NumberButton, Button, template=numbered("collective-leave")):
    """Stop speaking for a group: one press, no questions."""

    noun = "collective-leave"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Leave."""
        await think(interaction)
        person = await person_of(interaction)
        name = await interaction.client.services.matching.profiles.leave(person, self.id_)
        await reply(interaction, say(interaction, "matching-left", name=shown(name, 80)))


class PauseButton(SafeButton, Button, template=r"collective-(?P<way>hide|unhide):(?P<id>\d{1,18})"):
    """Hide a group for a while, or show it again."""

    def __init__(self, collective_id: int, way: str, label: str = "") -> None:
        super().__init__(
            discord.ui.Button(
                label=label[:80] or "-", custom_id=f"collective-{way}:{collective_id}"
            )
        )
        self.collective_id, self.way = collective_id, way

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "PauseButton":
        """The button behind a custom_id."""
        return cls(int(match["id"]), match["way"])

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        await think(interaction)
        person = await person_of(interaction)
        hidden = self.way == "hide"
        card = await interaction.client.services.matching.profiles.set_hidden(
            person, self.collective_id, hidden=hidden
        )
        text = say(interaction, "matching-paused", name=shown(card.name, 80), hidden=hidden)
        way = "unhide" if hidden else "hide"
        view = discord.ui.View(timeout=None)
        view.add_item(PauseButton(card.id, way, say(interaction, f"matching-{way}-button")))
        await reply(interaction, text, view)


async def show_menus(interaction: Interaction, card: CollectiveCard, key: str) -> None:
    """A profile that was just stored, with the menus to fill it in."""
    services, language = interaction.client.services, language_for(interaction)
    text = f"{say(interaction, key)}\n\n{card_text(services, card, language)}"
    await reply(interaction, text, theme_menus(services, card, language))


async def show_card(interaction: Interaction, card: CollectiveCard) -> None:
    """A profile with what this person can do with it."""
    from cogs.matching.introducing import IntroduceButton

    services, language = interaction.client.services, language_for(interaction)
    view: discord.ui.View = discord.ui.View(timeout=None)
    if card.is_own:
        view = theme_menus(services, card, language)
        view.add_item(EditButton(card.id, say(interaction, "matching-edit-button")))
        way = "unhide" if card.hidden else "hide"
        view.add_item(PauseButton(card.id, way, say(interaction, f"matching-{way}-button")))
        view.add_item(LeaveButton(card.id, say(interaction, "matching-leave-button")))
    else:
        view.add_item(IntroduceButton(card.id, say(interaction, "matching-introduce-button")))
    await reply(interaction, card_text(services, card, language), view)


class ProfileCog(commands.Cog):
    """`/collectief`."""

    group = app_commands.Group(name="collectief", description="command-collectief")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="maak", description="command-collectief-maak")
    async def make(self, interaction: Interaction) -> None:
        """Show the form for a new group."""
        await interaction.response.send_modal(ProfileForm(interaction))

    @group.command(name="wijzig", description="command-collectief-wijzig")
    @app_commands.describe(groep="option-collective")
    async def change(
        self, interaction: Interaction, groep: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        """Show the form with what is there."""
        with self.client.busy():
            person = await person_of(interaction)
            profiles = self.client.services.matching.profiles
            if groep is None:
                cards = await profiles.mine(person)
            else:
                cards = await profiles.named(person, groep)
            if len(cards) == 1:
                await interaction.response.send_modal(ProfileForm(interaction, cards[0]))
            else:
                await self._choose(interaction, cards, EditButton)

    @group.command(name="toon", description="command-collectief-toon")
    @app_commands.describe(groep="option-collective")
    async def show(
        self, interaction: Interaction, groep: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        """Show the own group, or one with this name."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            profiles = self.client.services.matching.profiles
            if groep is None:
                cards = await profiles.mine(person)
            else:
                cards = await profiles.named(person, groep)
            if len(cards) == 1:
                await show_card(interaction, cards[0])
            else:
                await self._choose(interaction, cards, ShowButton, by_name=groep is not None)

    @group.command(name="contact", description="command-collectief-contact")
    @app_commands.describe(wie="option-collective-person", groep="option-collective")
    @app_commands.guild_only()
    async def contact(
        self,
        interaction: Interaction,
        wie: discord.Member,
        groep: app_commands.Range[str, 1, 80] | None = None,
    ) -> None:
        """Let somebody else speak for the group too."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            services = self.client.services
            profiles = services.matching.profiles
            cards = (
                await profiles.mine(person)
                if groep is None
                else await profiles.named(person, groep)
            )
            if len(cards) != 1 or wie.bot:
                await self._choose(interaction, cards, ShowButton, by_name=groep is not None)
                return
            arrival = await arrival_of(self.client, wie, str(interaction.guild_locale or "nl"))
            other = await services.people.recognise(arrival)
            card = await profiles.add_contact(person, cards[0].id, other)
            name = shown(card.name, 80)
            text = say(interaction, "matching-contact-done", name=name, who=shown(other.name, 60))
            await reply(interaction, text)

    async def _choose(
        self,
        interaction: Interaction,
        cards: tuple[CollectiveCard, ...],
        button: type[NumberButton],
        *,
        by_name: bool = False,
    ) -> None:
        if not cards:
            key = "matching-none-named" if by_name else "matching-none-own"
            await reply(interaction, say(interaction, key))
            return
        view = discord.ui.View(timeout=None)
        for card in cards:
            item: Any = button(card.id, shown(card.name, 70))
            view.add_item(item)
        await reply(interaction, say(interaction, "matching-choose"), view)


async def render_contact_added(services: Services, delivery: Delivery) -> Rendering:
    """Somebody became contact of a group: what that means and how to stop."""
    text, language = services.texts.text, delivery.language
    collective_id = int(delivery.facts["collective"])
    name = await services.matching.profiles.name_of(collective_id)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(LeaveButton(collective_id, text("matching-leave-button", language)))
        return view

    return Rendering(text("matching-contact-added", language, name=shown(name, 80)), view=view)


def _lines(items: tuple[str, ...] | None) -> str:
    return "\n".join(items or ())
