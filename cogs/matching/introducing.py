"""Getting to know each other: the request, the answer, and what both get after two times yes."""

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.outbox import Delivery
from bot.services.matching import (
    CollectiveCard,
    ContactShared,
    IntroductionNotFound,
    IntroductionView,
)
from cogs._client import Client, Interaction, Services
from cogs._sender import Rendering
from cogs._ui import (
    Button,
    NumberButton,
    SafeModal,
    language_for,
    number,
    numbered,
    person_of,
    reply,
    say,
    shown,
    think,
)
from cogs.matching.cards import card_text

LONGEST_REACH = 200


class IntroduceForm(SafeModal):
    """The form of a request: for which own group, a few words, and how to be reached."""

    pattern = re.compile(r"introduce-form:(?P<id>\d{1,18})")

    def __init__(
        self, interaction: Interaction, to_id: int, own: tuple[CollectiveCard, ...], reach: str
    ) -> None:
        super().__init__(
            title=say(interaction, "matching-request-title"), custom_id=f"introduce-form:{to_id}"
        )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "matching-request-from")[:45],
                component=discord.ui.Select(
                    custom_id="from",
                    options=[
                        discord.SelectOption(
                            label=card.name[:100], value=str(card.id), default=place == 0
                        )
                        for place, card in enumerate(own[:25])
                    ],
                ),
            )
        )
        self.add_item(
            discord.ui.Label(
                text=say(interaction, "matching-request-note")[:45],
                description=say(interaction, "matching-request-note-hint")[:100],
                component=discord.ui.TextInput(
                    custom_id="note",
                    style=discord.TextStyle.paragraph,
                    max_length=300,
                    required=False,
                ),
            )
        )
        self.add_item(_reach_field(interaction, reach))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Ask."""
        await think(interaction)
        person = await person_of(interaction)
        chosen = [str(one) for one in values.get("from", [])]
        if len(chosen) != 1 or not re.fullmatch(r"\d{1,18}", chosen[0]):
            raise IntroductionNotFound
        asked = await interaction.client.services.matching.introductions.request(
            person,
            int(chosen[0]),
            int(match["id"]),
            note=str(values.get("note", "")),
            reach=str(values.get("reach", "")),
        )
        name = shown(asked.to.name, 80)
        if asked.is_theirs:
            view = _answer_view(interaction.client.services, asked.id, language_for(interaction))
            await reply(interaction, say(interaction, "matching-they-asked", name=name), view)
            return
        key = "matching-requested" if asked.to.has_contact else "matching-requested-no-contact"
        await reply(interaction, say(interaction, key, name=name, until=asked.expires_at))


class YesForm(SafeModal):
    """How to be reached, together with the yes."""

    pattern = re.compile(r"introduction-yes-form:(?P<id>\d{1,18})")

    def __init__(self, interaction: Interaction, introduction_id: int) -> None:
        super().__init__(
            title=say(interaction, "matching-yes-title"),
            custom_id=f"introduction-yes-form:{introduction_id}",
        )
        self.add_item(_reach_field(interaction, ""))

    @classmethod
    async def submit(
        cls, interaction: Interaction, values: Mapping[str, Any], match: re.Match[str]
    ) -> None:
        """Say yes."""
        await think(interaction)
        person = await person_of(interaction)
        introductions = interaction.client.services.matching.introductions
        await introductions.accept(person, int(match["id"]), str(values.get("reach", "")))
        await reply(interaction, say(interaction, "matching-you-agreed"))


class IntroduceButton(NumberButton, Button, template=numbered("introduce")):
    """Ask a group to meet."""

    noun = "introduce"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Show the form to who speaks for a group."""
        person = await person_of(interaction)
        matching = interaction.client.services.matching
        await matching.introductions.may_ask(person, self.id_)
        own = await matching.profiles.mine(person)
        reach = await matching.profiles.reach(person, own[0].id) if own else ""
        await interaction.response.send_modal(IntroduceForm(interaction, self.id_, own, reach))


class YesButton(NumberButton, Button, template=numbered("introduction-yes")):
    """Yes, we want to meet."""

    noun = "introduction-yes"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Ask how to be reached."""
        await interaction.response.send_modal(YesForm(interaction, self.id_))


class NoButton(NumberButton, Button, template=numbered("introduction-no")):
    """No; the other side does not hear it."""

    noun = "introduction-no"

    async def press(self, interaction: Interaction) -> None:
        """Note it."""
        await think(interaction)
        person = await person_of(interaction)
        await interaction.client.services.matching.introductions.refuse(person, self.id_)
        await reply(interaction, say(interaction, "matching-you-refused"))


class WithdrawButton(NumberButton, Button, template=numbered("introduction-withdraw")):
    """Take a request back."""

    noun = "introduction-withdraw"

    async def press(self, interaction: Interaction) -> None:
        """Do it."""
        await think(interaction)
        person = await person_of(interaction)
        await interaction.client.services.matching.introductions.withdraw(person, self.id_)
        await reply(interaction, say(interaction, "matching-withdrawn"))


class AgainButton(NumberButton, Button, template=numbered("introduction-contact")):
    """See the contact again after both said yes."""

    noun = "introduction-contact"

    async def press(self, interaction: Interaction) -> None:
        """Show it to one of the two."""
        await think(interaction)
        person = await person_of(interaction)
        services = interaction.client.services
        contact = await services.matching.introductions.shared_with(person, self.id_)
        await reply(interaction, contact_text(services, contact, language_for(interaction)))


class IntroductionsCog(commands.Cog):
    """`/kennismakingen`."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @app_commands.command(name="kennismakingen", description="command-kennismakingen")
    async def mine(self, interaction: Interaction) -> None:
        """The own requests with their state, and a button for what can be done."""
        with self.client.busy():
            await think(interaction)
            person = await person_of(interaction)
            views = await self.client.services.matching.introductions.mine(person)
            lines = [
                say(
                    interaction,
                    "matching-line",
                    number=one.id,
                    mine=shown(one.mine, 80),
                    other=shown(one.other, 80),
                    asker=one.is_asker,
                    state=say(interaction, f"matching-state-{one.state}", until=one.expires_at),
                )
                for one in views
            ]
            text = "\n".join(lines) or say(interaction, "matching-none-introductions")
            await reply(interaction, text, _list_view(interaction, views))


def _list_view(
    interaction: Interaction, views: tuple[IntroductionView, ...]
) -> discord.ui.View | None:
    """A button for each request that waits, as many as fit."""
    items: list[discord.ui.Item[Any]] = []
    for one in views:
        name = {"name": shown(one.other, 50)}
        if one.state == "asked" and one.is_asker:
            items.append(
                WithdrawButton(one.id, say(interaction, "matching-withdraw-named", **name))
            )
        elif one.state == "asked":
            items.append(YesButton(one.id, say(interaction, "matching-yes-named", **name)))
            items.append(NoButton(one.id, say(interaction, "matching-no-named", **name)))
        elif one.state == "agreed":
            items.append(AgainButton(one.id, say(interaction, "matching-contact-named", **name)))
    if not items:
        return None
    view = discord.ui.View(timeout=None)
    for item in items[:25]:
        view.add_item(item)
    return view


def _answer_view(services: Services, introduction_id: int, language: str) -> discord.ui.View:
    text = services.texts.text
    view = discord.ui.View(timeout=None)
    view.add_item(YesButton(introduction_id, text("matching-yes-button", language)))
    view.add_item(NoButton(introduction_id, text("matching-no-button", language)))
    return view


def _reach_field(interaction: Interaction, reach: str) -> discord.ui.Label[Any]:
    return discord.ui.Label(
        text=say(interaction, "matching-reach")[:45],
        description=say(interaction, "matching-reach-hint")[:100],
        component=discord.ui.TextInput(
            custom_id="reach",
            max_length=LONGEST_REACH,
            required=False,
            default=reach[:LONGEST_REACH] or None,
        ),
    )


def contact_text(services: Services, contact: ContactShared, language: str) -> str:
    """The contact of the other side, with what they chose to share."""
    text = services.texts.text
    lines = [
        text(
            "matching-agreed",
            language,
            mine=shown(contact.mine, 80),
            other=shown(contact.other, 80),
            name=shown(contact.name, 60),
            mention=f"<@{number(contact.identity)}>",
        )
    ]
    if contact.reach:
        lines.append(text("matching-agreed-reach", language, reach=shown(contact.reach, 200)))
    lines.append(text("matching-agreed-next", language))
    return "\n".join(lines)


async def render_request(services: Services, delivery: Delivery) -> Rendering:
    """The request, for each contact of the group that is asked; without buttons when it is over."""
    text, language = services.texts.text, delivery.language
    try:
        asked = await services.matching.introductions.look(
            int(delivery.facts["introduction"]), is_asker=False
        )
    except IntroductionNotFound:
        return Rendering(text("matching-introduction-over", language))
    names = {"mine": shown(asked.mine, 80), "other": shown(asked.other, 80)}
    if asked.state != "asked":
        return Rendering(text("matching-request-over", language, **names))
    lines = [
        text("matching-request", language, **names),
        card_text(services, asked.other_card, language),
    ]
    if asked.note:
        lines.append(text("matching-request-said", language, note=shown(asked.note, 300)))
    lines.append(text("matching-request-foot", language, until=asked.expires_at))
    return Rendering("\n\n".join(lines), view=lambda: _answer_view(services, asked.id, language))


async def render_agreed(services: Services, delivery: Delivery) -> Rendering:
    """The contact of the other side."""
    try:
        contact = await services.matching.introductions.shared(
            int(delivery.facts["introduction"]), is_asker=bool(delivery.facts["asker"])
        )
    except IntroductionNotFound:
        return Rendering(services.texts.text("matching-introduction-over", delivery.language))
    return Rendering(contact_text(services, contact, delivery.language))


async def render_ended(services: Services, delivery: Delivery) -> Rendering:
    """The one neutral line after a request that nobody said yes to."""
    text = services.texts.text
    try:
        asked = await services.matching.introductions.look(
            int(delivery.facts["introduction"]), is_asker=True
        )
    except IntroductionNotFound:
        return Rendering(text("matching-introduction-over", delivery.language))
    return Rendering(text("matching-ended", delivery.language, other=shown(asked.other, 80)))


async def render_no_contact(services: Services, delivery: Delivery) -> Rendering:
    """For staff: somebody wants to meet a group that nobody here speaks for."""
    name = await services.matching.profiles.name_of(int(delivery.facts["collective"]))
    return Rendering(
        services.texts.text("matching-staff-no-contact", delivery.language, name=shown(name, 80))
    )
