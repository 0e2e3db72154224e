"""The role of contact: offered, taken or not, and what the others are told."""

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, attend, numbered, reply, say, shown
from cogs.matching.cards import card_text
from cogs.matching.groups import LeaveButton, own_view


class TakeButton(NumberButton, Button, template=numbered("contact-take")):
    """Yes, I speak for this group from now on; also for who left and comes back."""

    noun = "contact-take"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Take the role and show the group."""
        person = await attend(interaction)
        services = interaction.client.services
        card = await services.matching.contacts.accept(person, self.id_)
        text = say(interaction, "matching-contact-added", name=shown(card.name, 80))
        text = f"{text}\n\n{card_text(services, card, person.language)}"
        await reply(interaction, text, own_view(interaction, card))


class DeclineButton(NumberButton, Button, template=numbered("contact-decline")):
    """No, I do not take it over."""

    noun = "contact-decline"

    async def press(self, interaction: Interaction) -> None:
        """Say so."""
        person = await attend(interaction)
        name = await interaction.client.services.matching.contacts.refuse(person, self.id_)
        await reply(
            interaction, say(interaction, "matching-contact-declined", name=shown(name, 80))
        )


async def render_added(services: Services, delivery: Delivery) -> Rendering:
    """Somebody became contact of a group: what that means and how to stop."""
    text, language = services.texts.text, delivery.language
    collective_id, name = await _group(services, delivery)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(LeaveButton(collective_id, text("matching-leave-button", language)))
        return view

    return Rendering(text("matching-contact-added", language, name=name), view=view)


async def render_offered(services: Services, delivery: Delivery) -> Rendering:
    """Somebody is asked to take over the role."""
    text, language = services.texts.text, delivery.language
    collective_id, name = await _group(services, delivery)
    who = shown(str(delivery.facts["who"]), 60)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(TakeButton(collective_id, text("matching-take-button", language)))
        view.add_item(DeclineButton(collective_id, text("matching-decline-button", language)))
        return view

    return Rendering(text("matching-contact-offered", language, name=name, who=who), view=view)


async def render_answered(services: Services, delivery: Delivery) -> Rendering:
    """What became of the offer, for who made it."""
    _, name = await _group(services, delivery)
    facts = {"who": shown(str(delivery.facts["who"]), 60), "taken": bool(delivery.facts["taken"])}
    return Rendering(
        services.texts.text("matching-contact-answered", delivery.language, name=name, **facts)
    )


async def render_none(services: Services, delivery: Delivery) -> Rendering:
    """For staff: nobody speaks for a group any more."""
    _, name = await _group(services, delivery)
    return Rendering(services.texts.text("matching-contact-none", delivery.language, name=name))


async def _group(services: Services, delivery: Delivery) -> tuple[int, str]:
    """The number and the name of the group a message is about."""
    collective_id = int(delivery.facts["collective"])
    return collective_id, shown(await services.matching.profiles.name_of(collective_id), 80)
