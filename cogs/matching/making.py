"""A new group in at most three steps, each kept at once: a line, is this right, and more."""

import re
from collections.abc import Mapping
from typing import Any

import discord

from bot.people import Person
from bot.services.matching import MOST_THEMES, CollectiveCard, ProfileDraft, Proposal
from cogs._client import Interaction
from cogs._ui import (
    Button,
    NumberButton,
    PlainButton,
    SafeButton,
    SafeModal,
    attend,
    language_for,
    numbered,
    person_of,
    reply,
    say,
    shown,
)
from cogs.matching.cards import card_text, named, option, picture_of
from cogs.matching.editing import ExchangeForm, text_field
from cogs.matching.filling import FacetSelect, groups_menu, more_view
from cogs.matching.groups import EditButton, LeaveButton, MatchesButton, MoreButton

OTHER = "other"
"""The line of the menu of themes that leads to all themes."""


class NewForm(SafeModal):
    """Step 1: a name, and in one line what the group does and where."""

    pattern = re.compile(r"collective-new")

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(
            title=say(interaction, "matching-form-title", is_new=True), custom_id="collective-new"
        )
        self.add_item(text_field(interaction, "name", 80, required=True))
        self.add_item(text_field(interaction, "line", 600, required=True, long=True))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Store it and show what was understood."""
        person = await attend(interaction)
        draft = ProfileDraft(name=str(values["name"]), place="", description=str(values["line"]))
        profiles = interaction.client.services.matching.profiles
        card = await profiles.make(person, draft, is_ready=False)
        await show_stored(interaction, await person_of(interaction), card)  # contact from now on


class AnotherButton(PlainButton, Button, template=r"collective-another"):
    """Make one more group while a first one waits for its second step."""

    noun = "collective-another"
    style = discord.ButtonStyle.secondary

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(NewForm(interaction))


class ConfirmButton(NumberButton, Button, template=numbered("collective-confirm")):
    """Step 2: what was understood is right."""

    noun = "collective-confirm"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Let others see the group, and offer the third step."""
        person = await attend(interaction)
        card = await interaction.client.services.matching.profiles.confirm(person, self.id_)
        text = say(interaction, "matching-made", name=shown(card.name, 80))
        view = discord.ui.View(timeout=None)
        view.add_item(ExchangeButton(card.id, say(interaction, "matching-exchange-button")))
        view.add_item(MatchesButton(card.id, say(interaction, "matching-matches-button")))
        view.add_item(MoreButton(card.id, say(interaction, "matching-more-button")))
        await reply(interaction, text, view)


class ExchangeButton(NumberButton, Button, template=numbered("collective-exchange")):
    """Step 3, which may be skipped: what the group gives and seeks."""

    noun = "collective-exchange"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        profiles = interaction.client.services.matching.profiles
        proposal = await profiles.propose(person, self.id_)
        await interaction.response.send_modal(ExchangeForm(interaction, proposal.card))


class PlaceSelect(
    SafeButton,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"collective-place-pick:(?P<id>\d{1,18})",
):
    """Which of the places of one name is meant."""

    def __init__(self, collective_id: int, labels: tuple[str, ...], label: str = "") -> None:
        options = [option(one, one[:100], chosen=False) for one in labels]
        super().__init__(
            discord.ui.Select(
                custom_id=f"collective-place-pick:{collective_id}",
                placeholder=label[:150] or None,
                options=options,
            )
        )
        self.collective_id = collective_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "PlaceSelect":
        """The menu behind a custom_id."""
        return cls(int(match["id"]), ("-",))

    async def press(self, interaction: Interaction) -> None:
        """Keep the place and show what is understood now."""
        picked = "".join(str(value) for value in (interaction.data or {}).get("values", []))
        await put_place(interaction, self.collective_id, picked)


class PlaceButton(NumberButton, Button, template=numbered("collective-place")):
    """Say where the group is."""

    noun = "collective-place"

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        person = await person_of(interaction)
        profiles = interaction.client.services.matching.profiles
        proposal = await profiles.propose(person, self.id_)
        await interaction.response.send_modal(PlaceForm(interaction, proposal.card))


class PlaceForm(SafeModal):
    """The form for the place alone."""

    pattern = re.compile(r"collective-place-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, card: CollectiveCard) -> None:
        super().__init__(
            title=say(interaction, "matching-place-button"),
            custom_id=f"collective-place-form:{card.id}",
        )
        self.add_item(text_field(interaction, "place", 80, card.place))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Keep the place and show what is understood now."""
        await put_place(interaction, int(match["id"]), str(values.get("place", "")))


async def put_place(interaction: Interaction, collective_id: int, place: str) -> None:
    """Keep the place of a group and show the group."""
    person = await attend(interaction)
    profiles = interaction.client.services.matching.profiles
    await show_stored(interaction, person, await profiles.put_place(person, collective_id, place))


async def begin(interaction: Interaction) -> None:
    """The form for a new group; where a group waits for its second step, that step first."""
    person = await person_of(interaction)
    mine = await interaction.client.services.matching.profiles.mine(person, drafts=True)
    draft = next((card for card in mine if card.is_draft), None)
    if draft is None:
        await interaction.response.send_modal(NewForm(interaction))
    else:
        await show_step(interaction, person, draft.id, resumed=True)


async def show_stored(interaction: Interaction, person: Person, card: CollectiveCard) -> None:
    """A group that was just stored: its second step, or how it stands now."""
    services, language = interaction.client.services, language_for(interaction)
    proposal = await services.matching.profiles.propose(person, card.id)
    if card.is_draft or proposal.places:
        await show_step(interaction, person, card.id)
        return
    text = f"{say(interaction, 'matching-changed')}\n\n{card_text(services, card, language)}"
    files = await picture_of(services, card.picture_id)
    await reply(interaction, text, more_view(interaction, card), files)


async def show_step(
    interaction: Interaction, person: Person, collective_id: int, *, resumed: bool = False
) -> None:
    """Step 2: what was understood, with what there is to choose."""
    services, language = interaction.client.services, language_for(interaction)
    proposal = await services.matching.profiles.propose(person, collective_id)
    card = proposal.card
    lines = [say(interaction, "matching-step-check", resumed=resumed)]
    lines.append(card_text(services, card, language))
    if not card.themes:
        lines.append(say(interaction, "matching-step-no-theme"))
    if proposal.places:
        lines.append(say(interaction, "matching-step-which-place"))
    elif not card.place:
        lines.append(say(interaction, "matching-step-no-place"))
    view = _step_view(interaction, proposal)
    if resumed:
        view.add_item(AnotherButton(say(interaction, "matching-another-button")))
    await reply(interaction, "\n\n".join(lines), view)


def _step_view(interaction: Interaction, proposal: Proposal) -> discord.ui.View:
    card, view = proposal.card, discord.ui.View(timeout=None)
    if proposal.places:
        label = say(interaction, "matching-pick-place")
        view.add_item(PlaceSelect(card.id, proposal.places, label))
    view.add_item(_themes_menu(interaction, proposal))
    if card.is_draft and not proposal.places:
        view.add_item(ConfirmButton(card.id, say(interaction, "matching-confirm-button")))
    view.add_item(PlaceButton(card.id, say(interaction, "matching-place-button")))
    view.add_item(EditButton(card.id, say(interaction, "matching-edit-button")))
    if card.is_draft:
        view.add_item(LeaveButton(card.id, say(interaction, "matching-drop-button")))
    return view


def _themes_menu(interaction: Interaction, proposal: Proposal) -> FacetSelect:
    """The themes that may be meant, and the way to all others."""
    card = proposal.card
    ids = tuple(dict.fromkeys((*card.themes, *proposal.themes)))[:24]
    if not ids:
        return groups_menu(interaction, card)
    names = named(interaction.client.services.matching, ids, language_for(interaction))
    options = [
        option(name, one, chosen=one in card.themes) for one, name in zip(ids, names, strict=True)
    ]
    options.append(option(say(interaction, "matching-pick-other"), OTHER, chosen=False))
    label = say(interaction, "matching-pick-themes", most=MOST_THEMES)
    return FacetSelect(card.id, "themes", options, label, most=MOST_THEMES)
