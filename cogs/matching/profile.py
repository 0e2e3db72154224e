"""`/collectief`: make, change and show the profile of a group, pause it, and who speaks for it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.people import Person
from bot.services.matching import CollectiveCard
from cogs._client import Client, Interaction
from cogs._ui import arrival_of, attend, person_of, reply, say, shown
from cogs.matching.filling import FacetSelect, NoPictureButton, SubjectSelect
from cogs.matching.groups import (
    EditButton,
    LeaveButton,
    MakeButton,
    MatchesButton,
    MoreButton,
    PauseButton,
    ShowButton,
    edit,
    leave,
    pause,
    show_card,
)
from cogs.matching.handing import (
    DeclineButton,
    TakeButton,
    render_added,
    render_answered,
    render_none,
    render_offered,
)
from cogs.matching.making import (
    AnotherButton,
    ConfirmButton,
    ExchangeButton,
    PlaceButton,
    PlaceSelect,
    begin,
)
from cogs.matching.silence import AliveButton, render_alone, render_silent

Name = app_commands.Range[str, 1, 80]
Offered = Callable[[CollectiveCard], discord.ui.Item[Any]]


class ProfileCog(commands.Cog):
    """`/collectief`."""

    group = app_commands.Group(name="collectief", description="command-collectief")

    def __init__(self, client: Client) -> None:
        self.client = client

    @group.command(name="maak", description="command-collectief-maak")
    async def make(self, interaction: Interaction) -> None:
        """Show the form for a new group, or the step that waits."""
        with self.client.busy():
            await begin(interaction)

    @group.command(name="wijzig", description="command-collectief-wijzig")
    @app_commands.describe(groep="option-collective")
    async def change(self, interaction: Interaction, groep: Name | None = None) -> None:
        """Show the form with what is there."""
        with self.client.busy():
            person = await person_of(interaction)
            cards = await self._cards(person, groep)
            if len(cards) == 1:
                await edit(interaction, person, cards[0])
            else:
                await _choose(interaction, cards, groep, _button(EditButton))

    @group.command(name="toon", description="command-collectief-toon")
    @app_commands.describe(groep="option-collective")
    async def show(self, interaction: Interaction, groep: Name | None = None) -> None:
        """Show the own group, or one with this name."""
        with self.client.busy():
            person = await attend(interaction)
            cards = await self._cards(person, groep)
            if len(cards) == 1:
                await show_card(interaction, person, cards[0])
            else:
                await _choose(interaction, cards, groep, _button(ShowButton))

    @group.command(name="contact", description="command-collectief-contact")
    @app_commands.describe(wie="option-collective-person", groep="option-collective")
    @app_commands.guild_only()
    async def contact(
        self, interaction: Interaction, wie: discord.Member, groep: Name | None = None
    ) -> None:
        """Let somebody else speak for the group too."""
        with self.client.busy():
            contacts = self.client.services.matching.contacts
            await self._with(interaction, wie, groep, contacts.add, "matching-contact-done")

    @group.command(name="overdragen", description="command-collectief-overdragen")
    @app_commands.describe(wie="option-collective-person", groep="option-collective")
    @app_commands.guild_only()
    async def hand_over(
        self, interaction: Interaction, wie: discord.Member, groep: Name | None = None
    ) -> None:
        """Ask somebody to take over the role."""
        with self.client.busy():
            contacts = self.client.services.matching.contacts
            await self._with(interaction, wie, groep, contacts.hand_over, "matching-contact-asked")

    @group.command(name="pauze", description="command-collectief-pauze")
    @app_commands.describe(groep="option-collective")
    async def pause(self, interaction: Interaction, groep: Name | None = None) -> None:
        """Hide the group for a while, at once."""
        with self.client.busy():
            await self._pause(interaction, groep, "hide")

    @group.command(name="weer-meedoen", description="command-collectief-weer-meedoen")
    @app_commands.describe(groep="option-collective")
    async def resume(self, interaction: Interaction, groep: Name | None = None) -> None:
        """Show the group again, at once."""
        with self.client.busy():
            await self._pause(interaction, groep, "unhide")

    @group.command(name="stop", description="command-collectief-stop")
    @app_commands.describe(groep="option-collective")
    async def stop(self, interaction: Interaction, groep: Name | None = None) -> None:
        """Stop speaking for the group, at once."""
        with self.client.busy():
            person = await attend(interaction)
            cards = await self._own(person, groep)
            if len(cards) == 1:
                await leave(interaction, cards[0].id)
            else:
                await _choose(interaction, cards, groep, _button(LeaveButton))

    async def _pause(self, interaction: Interaction, name: str | None, way: str) -> None:
        person = await attend(interaction)
        cards = await self._own(person, name)
        if len(cards) == 1:
            await pause(interaction, cards[0].id, way)
        else:
            await _choose(interaction, cards, name, partial(_pause_button, way))

    async def _with(
        self,
        interaction: Interaction,
        member: discord.Member,
        name: str | None,
        do: Callable[[Person, int, Person], Awaitable[CollectiveCard]],
        key: str,
    ) -> None:
        """Do something with the group and somebody of this server."""
        person = await attend(interaction)
        if member.bot:
            await reply(interaction, say(interaction, "matching-contact-bot"))
            return
        cards = await self._cards(person, name)
        if len(cards) != 1:
            await _choose(interaction, cards, name, _button(ShowButton))
            return
        arrival = await arrival_of(self.client, member, str(interaction.guild_locale or "nl"))
        other = await self.client.services.people.recognise(arrival)
        card = await do(person, cards[0].id, other)
        who, name = shown(other.name, 60), shown(card.name, 80)
        await reply(interaction, say(interaction, key, name=name, who=who))

    async def _cards(self, person: Person, name: str | None) -> tuple[CollectiveCard, ...]:
        """The own groups, or all with this name."""
        profiles = self.client.services.matching.profiles
        if name is None:
            return await profiles.mine(person, drafts=True)
        return await profiles.named(person, name)

    async def _own(self, person: Person, name: str | None) -> tuple[CollectiveCard, ...]:
        """The own groups, or those of them with this name."""
        own = await self.client.services.matching.profiles.mine(person, drafts=True)
        sought = (name or "").casefold()
        return tuple(card for card in own if sought in card.name.casefold())


def _pause_button(way: str, card: CollectiveCard) -> discord.ui.Item[Any]:
    return PauseButton(card.id, way, shown(card.name, 70))


def _button(kind: Callable[[int, str], discord.ui.Item[Any]]) -> Offered:
    return lambda card: kind(card.id, shown(card.name, 70))


async def _choose(
    interaction: Interaction, cards: tuple[CollectiveCard, ...], name: str | None, offered: Offered
) -> None:
    """Ask which group is meant, or say that there is none."""
    if not cards:
        key = "matching-none-own" if name is None else "matching-none-named"
        await reply(interaction, say(interaction, key))
        return
    view = discord.ui.View(timeout=None)
    for card in cards[:25]:
        view.add_item(offered(card))
    await reply(interaction, say(interaction, "matching-choose"), view)


async def add_profiles(client: Client) -> None:
    """Everything about the own group."""
    client.add_dynamic_items(AnotherButton, ConfirmButton, ExchangeButton, MakeButton, PlaceButton)
    client.add_dynamic_items(PlaceSelect, EditButton, ShowButton, LeaveButton, PauseButton)
    client.add_dynamic_items(FacetSelect, MatchesButton, MoreButton, NoPictureButton, SubjectSelect)
    client.add_dynamic_items(AliveButton, DeclineButton, TakeButton)
    client.renderers |= {
        "collective-silent": render_silent,
        "collectives-silent": render_alone,
        "contact-added": render_added,
        "contact-answered": render_answered,
        "contact-none": render_none,
        "contact-offered": render_offered,
    }
    await client.add_cog(ProfileCog(client))
