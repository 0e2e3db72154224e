"""What people hear before something goes by itself, and what stands where something went."""

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, attend, numbered, reply, say, shown


class AliveButton(NumberButton, Button, template=numbered("collective-alive")):
    """A contact says that the profile of a silent collective is still right."""

    noun = "collective-alive"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Keep the collective."""
        person = await attend(interaction)
        name = await interaction.client.services.retention.confirm(person, self.id_)
        await reply(interaction, say(interaction, "privacy-alive", name=shown(name, 80)))


async def render_erased(services: Services, delivery: Delivery) -> Rendering:
    """What stands in the place of a message about somebody who was erased."""
    return Rendering(
        services.texts.text("privacy-erased-message", delivery.language),
        view=lambda: discord.ui.View(timeout=None),
    )


async def render_reminder(services: Services, delivery: Delivery) -> Rendering:
    """The note before somebody who is silent is erased."""
    days = int(delivery.facts["days"])
    return Rendering(services.texts.text("privacy-reminder", delivery.language, days=days))


async def render_silent_collective(services: Services, delivery: Delivery) -> Rendering:
    """The question to a contact whether a collective is still there."""
    text, language = services.texts.text, delivery.language
    number = int(delivery.facts["collective"])

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(AliveButton(number, text("privacy-alive-button", language)))
        return view

    name, days = shown(str(delivery.facts["name"]), 80), int(delivery.facts["days"])
    return Rendering(text("privacy-silent-collective", language, name=name, days=days), view=view)


async def render_silent_collectives(services: Services, delivery: Delivery) -> Rendering:
    """The silent collectives that have nobody to ask, for staff."""
    named = [shown(str(name), 80) for name in delivery.facts["names"]]
    more = int(delivery.facts["count"]) - len(named)
    return Rendering(
        services.texts.text(
            "privacy-silent-collectives",
            delivery.language,
            count=int(delivery.facts["count"]),
            names=", ".join(named) + (" …" if more else ""),
            days=int(delivery.facts["days"]),
        )
    )
