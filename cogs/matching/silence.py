"""Is this still right? The question to contacts of a group that was silent for a year."""

import discord

from bot.outbox import Delivery
from cogs._client import Interaction, Services
from cogs._sender import Rendering
from cogs._ui import Button, NumberButton, attend, numbered, reply, say, shown
from cogs.matching.groups import EditButton, LeaveButton


class AliveButton(NumberButton, Button, template=numbered("collective-alive")):
    """A contact says that the profile of a silent collective is still right."""

    noun = "collective-alive"
    style = discord.ButtonStyle.success

    async def press(self, interaction: Interaction) -> None:
        """Keep the collective."""
        person = await attend(interaction)
        name = await interaction.client.services.matching.freshness.confirm(person, self.id_)
        await reply(interaction, say(interaction, "matching-alive", name=shown(name, 80)))


async def render_silent(services: Services, delivery: Delivery) -> Rendering:
    """The question to a contact, with the three answers."""
    text, language = services.texts.text, delivery.language
    number, days = int(delivery.facts["collective"]), int(delivery.facts["days"])
    name = shown(await services.matching.profiles.name_of(number), 80)

    def view() -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(AliveButton(number, text("matching-alive-button", language)))
        view.add_item(EditButton(number, text("matching-edit-button", language)))
        view.add_item(LeaveButton(number, text("matching-stop-button", language)))
        return view

    return Rendering(text("matching-silent", language, name=name, days=days), view=view)


async def render_alone(services: Services, delivery: Delivery) -> Rendering:
    """The silent groups that have nobody to ask, for staff."""
    named = [shown(str(name), 80) for name in delivery.facts["names"]]
    count = int(delivery.facts["count"])
    return Rendering(
        services.texts.text(
            "matching-silent-alone",
            delivery.language,
            count=count,
            names=", ".join(named) + (" …" if count > len(named) else ""),
            days=int(delivery.facts["days"]),
        )
    )
