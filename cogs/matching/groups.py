"""A group as somebody reads it, and what they may do with it: change, pause, leave, or meet."""

import re
from typing import Any

import discord

from bot.people import Person
from bot.rights import Action
from bot.services.matching import CollectiveCard, Wish
from cogs._client import Interaction
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
from cogs.matching.cards import card_text, picture_of
from cogs.matching.editing import ProfileForm


class MakeButton(PlainButton, Button, template=r"collective-make"):
    """Add the own group: what comes before getting to know another."""

    noun = "collective-make"

    async def press(self, interaction: Interaction) -> None:
        """Show the form for a new group, or the step that waits."""
        from cogs.matching.making import begin

        await begin(interaction)


class EditButton(NumberButton, Button, template=numbered("collective-edit")):
    """Change the words of a profile."""

    noun = "collective-edit"

    async def press(self, interaction: Interaction) -> None:
        """Show the form with what is there."""
        person = await person_of(interaction)
        card = await interaction.client.services.matching.profiles.look(person, self.id_)
        await edit(interaction, person, card)


class MoreButton(NumberButton, Button, template=numbered("collective-more")):
    """Fill in more."""

    noun = "collective-more"
    style = discord.ButtonStyle.primary

    async def press(self, interaction: Interaction) -> None:
        """Show what can be filled in."""
        from cogs.matching.filling import show_more

        await show_more(interaction, await attend(interaction), self.id_)


class MatchesButton(NumberButton, Button, template=numbered("collective-matches")):
    """Who fits the own group?"""

    noun = "collective-matches"

    async def press(self, interaction: Interaction) -> None:
        """Search without asking anything more."""
        from cogs.matching.searching import find

        person = await attend(interaction)
        await interaction.client.services.matching.profiles.propose(person, self.id_)
        await find(interaction, Wish(by=self.id_))


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
        await leave(interaction, self.id_)


class PauseButton(
    SafeButton, Button, template=r"collective-(?P<way>hide|unhide|close|open):(?P<id>\d{1,18})"
):
    """Hide a group for a while, or only close it for introductions; and the other way round."""

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
        await pause(interaction, self.collective_id, self.way)


async def pause(interaction: Interaction, collective_id: int, way: str) -> None:
    """Hide or close a group, or the other way round, at once; with the way back below it."""
    person = await attend(interaction)
    profiles = interaction.client.services.matching.profiles
    if way in ("hide", "unhide"):
        card = await profiles.set_hidden(person, collective_id, hidden=way == "hide")
        text = say(interaction, "matching-paused", name=shown(card.name, 80), hidden=card.hidden)
    else:
        card = await profiles.set_receives(person, collective_id, receives=way == "open")
        closed = not card.receives
        text = say(interaction, "matching-closed", name=shown(card.name, 80), closed=closed)
    view = discord.ui.View(timeout=None)
    back = {"hide": "unhide", "unhide": "hide", "close": "open", "open": "close"}[way]
    view.add_item(PauseButton(card.id, back, say(interaction, f"matching-{back}-button")))
    await reply(interaction, text, view)


async def leave(interaction: Interaction, collective_id: int) -> None:
    """Stop speaking for a group at once; the last one reads what that means."""
    from cogs.matching.handing import TakeButton

    person = await attend(interaction)
    left = await interaction.client.services.matching.contacts.leave(person, collective_id)
    text = say(interaction, "matching-left", name=shown(left.name, 80), last=left.was_last)
    view = discord.ui.View(timeout=None)
    if left.was_last:
        view.add_item(TakeButton(left.id, say(interaction, "matching-stay-button")))
    await reply(interaction, text, view)


async def edit(interaction: Interaction, person: Person, card: CollectiveCard) -> None:
    """Show the form with what is there, to who may change it. Raises: NotAllowed."""
    person.need(Action.EDIT_COLLECTIVE, own=card.is_own)
    await interaction.response.send_modal(ProfileForm(interaction, card))


async def show_card(interaction: Interaction, person: Person, card: CollectiveCard) -> None:
    """A profile with what this person can do with it."""
    from cogs.matching.making import show_step

    services, language = interaction.client.services, language_for(interaction)
    if card.is_draft:
        await show_step(interaction, person, card.id, resumed=True)
        return
    view: discord.ui.View = discord.ui.View(timeout=None)
    if card.is_own:
        view = own_view(interaction, card)
    elif not await services.matching.profiles.mine(person):
        view.add_item(MakeButton(say(interaction, "matching-make-button")))
    elif card.receives:
        view.add_item(IntroduceButton(card.id, say(interaction, "matching-introduce-button")))
    text = card_text(services, card, language)
    await reply(interaction, text, view, await picture_of(services, card.picture_id))


def own_view(interaction: Interaction, card: CollectiveCard) -> discord.ui.View:
    """What somebody can do with a group they speak for."""
    view = discord.ui.View(timeout=None)
    view.add_item(MoreButton(card.id, say(interaction, "matching-more-button")))
    view.add_item(EditButton(card.id, say(interaction, "matching-edit-button")))
    view.add_item(MatchesButton(card.id, say(interaction, "matching-matches-button")))
    for way in ("unhide" if card.hidden else "hide", "close" if card.receives else "open"):
        view.add_item(PauseButton(card.id, way, say(interaction, f"matching-{way}-button")))
    view.add_item(LeaveButton(card.id, say(interaction, "matching-leave-button")))
    return view
