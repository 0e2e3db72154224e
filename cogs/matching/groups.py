"""A group as somebody reads it, and what they may do with it: change, pause, leave, or meet."""

import re
from typing import Any

import discord

from bot.outbox import Delivery
from bot.people import Person
from bot.rights import Action
from bot.services.matching import CollectiveCard
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.matching.asking import IntroduceButton
from cogs.matching.cards import card_text, theme_menus
from cogs.matching.editing import ProfileForm


class MakeButton(PlainButton, Button, template=r"collective-make"):
    """Add the own group: what comes before getting to know another."""

    noun = "collective-make"

    async def press(self, interaction: Interaction) -> None:
        """Show the form for a new group."""
        await interaction.response.send_modal(ProfileForm(interaction))


class EditButton(NumberButton, Button, template=numbered("collective-edit")):
    """Change the profile."""

    noun = "collective-edit"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        card = await interaction.client.services.matching.profiles.look(person, self.id_)
        await edit(interaction, person, card)


class ShowButton(NumberButton, Button, template=numbered("collective-show")):
    """Read a whole profile."""

    noun = "collective-show"

    async def press(self, interaction: Interaction) -> None:
        """Show it."""
        person = await attend(interaction)
        card = await interaction.client.services.matching.profiles.look(person, self.id_)
        await show_card(interaction, person, card)


class LeaveButton(NumberButton, Button, template=numbered("collective-leave")):
    """Stop speaking for a group: one press, no questions."""

    noun = "collective-leave"
    style = discord.ButtonStyle.danger

    async def press(self, interaction: Interaction) -> None:
        """Leave."""
        person = await attend(interaction)
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
        person = await attend(interaction)
        hidden = self.way == "hide"
        card = await interaction.client.services.matching.profiles.set_hidden(
            person, self.collective_id, hidden=hidden
        )
        text = say(interaction, "matching-paused", name=shown(card.name, 80), hidden=hidden)
        way = "unhide" if hidden else "hide"
        view = discord.ui.View(timeout=None)
        view.add_item(PauseButton(card.id, way, say(interaction, f"matching-{way}-button")))
        await reply(interaction, text, view)


async def edit(interaction: Interaction, person: Person, card: CollectiveCard) -> None:
    """Show the form with what is there, to who may change it. Raises: NotAllowed."""
    person.need(Action.EDIT_COLLECTIVE, own=card.is_own)
    await interaction.response.send_modal(ProfileForm(interaction, card))


async def show_card(interaction: Interaction, person: Person, card: CollectiveCard) -> None:
    """A profile with what this person can do with it."""
    services, language = interaction.client.services, language_for(interaction)
    view: discord.ui.View = discord.ui.View(timeout=None)
    if card.is_own:
        view = theme_menus(services, card, language)
        view.add_item(EditButton(card.id, say(interaction, "matching-edit-button")))
        way = "unhide" if card.hidden else "hide"
        view.add_item(PauseButton(card.id, way, say(interaction, f"matching-{way}-button")))
        view.add_item(LeaveButton(card.id, say(interaction, "matching-leave-button")))
    elif not await services.matching.profiles.mine(person):
        view.add_item(MakeButton(say(interaction, "matching-make-button")))
    else:
        view.add_item(IntroduceButton(card.id, say(interaction, "matching-introduce-button")))
    await reply(interaction, card_text(services, card, language), view)


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
